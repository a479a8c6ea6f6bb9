"""All files of a repository as they are at a commit.

Links are followed as far as they lead inside: nothing that a branch brings can lead out of its repository.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..errors import WbError
from .git import Repository

SUBMODULE = "160000"
_LINK = "120000"
_MOST_LINKS = 20


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands at a path: git's mode, and the blob."""

    mode: str
    blob: str


class Tree:
    """A set of files by their paths from the repository's root."""

    def __init__(self, repository: Repository, leaves: Mapping[str, Leaf], known: dict[str, bytes]) -> None:
        self._repository = repository
        self._leaves = leaves
        self._known = known

    def has(self, path: str) -> bool:
        """Whether a file is there."""
        return self._follow(path) is not None

    def blob(self, path: str) -> str:
        """Git's name for the content at a path; empty where no file is there."""
        found = self._follow(path)
        return self._leaves[found].blob if found is not None else ""

    def read(self, path: str) -> bytes:
        """The content of a file.

        Raises:
            FileNotFoundError: there is none.
            WbError: the clone does not have it.
        """
        found = self._follow(path)
        if found is None:
            raise FileNotFoundError(2, "No such file or directory", path)
        return self.contents([found])[found]

    def contents(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The contents of files, by paths as `walk` gives them.

        Raises:
            WbError: the clone does not have one.
        """
        blobs = {path: self._leaves[path].blob for path in paths}
        wanted = {blob: path for path, blob in blobs.items() if blob not in self._known}
        for (blob, path), content in zip(wanted.items(), self._repository.objects(list(wanted)), strict=True):
            if content is None:
                message = f"{path}: its content is missing from this clone; run `git fetch --refetch --no-filter`"
                raise WbError(message)
            self._known[blob] = content.data
        return {path: self._known[blob] for path, blob in blobs.items()}

    def walk(self, folder: str) -> Iterator[tuple[str, str]]:
        """The files below a folder: each path as one comes by it, and the path of the file that it leads to."""
        for named, path in self._visit(folder):
            if path in self._leaves and self._leaves[path].mode != SUBMODULE:
                yield named, path

    def find_ways(self, folder: str, place: str) -> Iterator[str]:
        """The paths below a folder that lead to a place or into it, as another repository is one."""
        for named, path in self._visit(folder):
            if path == place or path.startswith(f"{place}/"):
                yield named

    def _visit(self, folder: str) -> Iterator[tuple[str, str]]:
        """All that is below a folder, and what the links there lead to."""
        real = self._folder(folder)
        if real is not None:
            yield from self._below(real, folder, None)

    def _below(self, real: str, named: str, seen: set[str] | None) -> Iterator[tuple[str, str]]:
        """The same of a folder that has no links on its path; `seen` are those that one link has led to already."""
        start = f"{real}/" if real else ""
        paths = [path for path in self._leaves if path.startswith(start)]
        links = [path for path in paths if self._leaves[path].mode == _LINK]
        for path in paths:
            if self._leaves[path].mode != _LINK:
                yield posixpath.join(named, path[len(start) :]), path
        for path in links:
            known: set[str] = set() if seen is None else seen  # a circle, or links that multiply, come to an end
            if path not in known:
                known.add(path)
                yield from self._through(path, posixpath.join(named, path[len(start) :]), known)

    def _through(self, link: str, named: str, seen: set[str]) -> Iterator[tuple[str, str]]:
        """What a link leads to: a file, a folder with all that is below it, or a place of which the tree has nothing."""
        found = self._resolve(link)
        if found is not None:
            yield named, found
        if found is not None and found not in self._leaves:
            yield from self._below(found, named, seen)

    def _follow(self, path: str) -> str | None:
        """The file that a path leads to in the end."""
        found = self._resolve(path)
        leaf = None if found is None else self._leaves.get(found)
        return found if leaf is not None and leaf.mode not in (_LINK, SUBMODULE) else None

    def _folder(self, path: str) -> str | None:
        """The folder that a path leads to in the end; it may have no files."""
        found = self._resolve(path) if path else ""
        return None if found is None or found in self._leaves else found

    def _resolve(self, path: str) -> str | None:
        """A path without links; None where it leads in a circle. Outside of the repository the tree has nothing."""
        for _turn in range(_MOST_LINKS):
            path = posixpath.normpath(path)
            parts = path.split("/")
            prefixes = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
            link = next((name for name in prefixes if name in self._leaves and self._leaves[name].mode == _LINK), None)
            if link is None:
                return "" if path == "." else path
            target = self.contents([link])[link].decode("utf-8", errors="surrogateescape")
            path = posixpath.join(posixpath.dirname(link), target, path[len(link) + 1 :])
        return None


def read_tree(repository: Repository, commit: str, known: dict[str, bytes] | None = None) -> Tree:
    """The files at a commit.

    Args:
        repository: that has it.
        commit: its hash.
        known: contents by blob, to be remembered; for trees that share them.

    Raises:
        GitError: the commit or a part of it is not in the repository.
    """
    leaves = {}
    for entry in repository.run("ls-tree", "-r", "-z", "--full-tree", commit):
        if entry:
            description, path = entry.split("\t", 1)
            mode, _kind, blob = description.split(" ")
            leaves[path] = Leaf(mode, blob)
    return Tree(repository, leaves, {} if known is None else known)
