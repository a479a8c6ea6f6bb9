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
        real = self._folder(folder)
        if real is None:
            return
        start = f"{real}/" if real else ""
        for path in [path for path in self._leaves if path.startswith(start)]:
            named = posixpath.join(folder, path[len(start) :])
            if self._leaves[path].mode == _LINK:
                yield from self._through(path, named)
            elif self._leaves[path].mode != SUBMODULE:
                yield named, path

    def _through(self, path: str, named: str) -> Iterator[tuple[str, str]]:
        """What a link leads to: a file, or those of a folder, whose own links are not followed further."""
        target = self._follow(path)
        if target is not None:
            yield named, target
            return
        folder = self._folder(path)
        for below in [name for name in self._leaves if folder and name.startswith(f"{folder}/")]:
            if self._leaves[below].mode not in (_LINK, SUBMODULE):
                yield named + below[len(folder or "") :], below

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
