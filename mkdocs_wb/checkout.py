"""A site as a commit has it: its configuration and its proposals, read from git and not from the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .configuration import Configuration, find_configuration, load_configuration
from .history.git import Repository
from .history.log import SUFFIXES
from .history.tree import Tree, read_tree
from .sources import ProposalPattern, Source


@dataclass(frozen=True, slots=True)
class Checkout:
    """The files of a repository at a commit; paths are those that they have in the work tree at `root`."""

    root: Path
    commit: str
    tree: Tree

    def is_file(self, path: Path) -> bool:
        """Whether the commit has a file."""
        return self.tree.has(self._name(path))

    def read(self, path: Path) -> bytes:
        """The content of a file; raises an OSError where the commit has none."""
        return self.tree.read(self._name(path))

    def blob(self, path: Path) -> str:
        """Git's name for the content of a file; empty where the commit has none."""
        return self.tree.blob(self._name(path))

    def configure(self, file: Path | None, start: Path) -> Configuration | None:
        """The configuration: of the file that was named, or the nearest upward from a folder; None where there is none.

        Raises:
            WbError: it cannot be read or is not valid.
        """
        found = file or find_configuration(start, self.is_file)
        return load_configuration(found, self.read) if found and self.is_file(found) else None

    def find_sources(self, configurations: Iterable[Configuration]) -> dict[str, Source]:
        """The proposals by their paths from the repository's root: all that any of some configurations knows."""
        names: dict[str, str] = {}
        for configuration in configurations:
            names = {**self._match(configuration), **names}
        contents = self.tree.contents(names)
        return {path: Source(names[path], self.root / path, contents[path]) for path in sorted(names)}

    def is_proposal(self, path: str, configuration: Configuration) -> bool:
        """Whether a path, from the repository's root, is one that a configuration has as a proposal's."""
        return bool(self._select(configuration, [(path, path)]))

    def may_hold(self, place: str, configuration: Configuration) -> bool:
        """Whether proposals of a configuration may lie in a folder of which the tree has nothing, or in one by a link."""
        docs = self._docs(configuration)
        inside = configuration.docs_dir.is_relative_to(self.root / place)
        ways = [place, *self.tree.find_ways(docs, place)]
        names = (f"{way}{name}" for way in ways for name in ("", "/x.md", "/x/x.md", "/index.md", "/x/index.md"))
        return inside or any(self.is_proposal(name, configuration) for name in names)

    def _match(self, configuration: Configuration) -> Mapping[str, str]:
        """Path from the root → path below docs_dir."""
        return self._select(configuration, self.tree.walk(self._docs(configuration)))

    def _select(self, configuration: Configuration, files: Iterable[tuple[str, str]]) -> Mapping[str, str]:
        """The same of some files, each with the path by which one comes to it."""
        pattern = ProposalPattern(configuration.settings, configuration.exclude_docs)
        docs = self._docs(configuration)
        start = f"{docs}/" if docs else ""
        below = ((named.removeprefix(start), path) for named, path in files if named.startswith(start))
        found: dict[str, str] = {}
        for name, path in below:
            if name.lower().endswith(SUFFIXES) and pattern.matches(name):
                found.setdefault(path, name)
        return found

    def _docs(self, configuration: Configuration) -> str:
        docs = self._name(configuration.docs_dir)
        return "" if docs == "." else docs

    def _name(self, path: Path) -> str:
        """A path from the repository's root, by whatever link one came to that; one that leads out of it names nothing."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links below the root are the tree's to follow
        start = self.root
        if not whole.is_relative_to(start):
            start = next((parent for parent in reversed(whole.parents) if parent.resolve() == self.root), start)
        return Path(os.path.relpath(whole, start)).as_posix()


def read_checkout(repository: Repository, commit: str, known: dict[str, bytes]) -> Checkout:
    """The files at a commit; `known` remembers contents by blob, for the commits that share them."""
    return Checkout(repository.root.resolve(), commit, read_tree(repository, commit, known))
