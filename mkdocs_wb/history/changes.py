"""What a change brings in: the files that differ from a revision, with what they were there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import WbError
from .base import find_base
from .git import Repository, Trouble, find_repository
from .tree import SUBMODULE


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs: its paths from the repository's root before and after, None where it is not there."""

    old: str | None
    new: str | None
    is_submodule: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """A file as it was: its path from the repository's root, and its content."""

    path: str
    data: bytes


def read_before(files: Iterable[Path], revision: str, folder: Path) -> dict[Path, Before | None]:
    """The files that differ from the point at which the present branch left a revision.

    Args:
        files: of the work tree.
        revision: a commit, tag or branch.
        folder: in the repository.

    Returns:
        For each file that differs what it was, followed through renames; None for one that is new.

    Raises:
        WbError: the repository or the revision cannot be read; says what mends it.
    """
    repository = find_repository(folder)
    if isinstance(repository, Trouble):
        message = f"{repository.message}; {repository.help}"
        raise WbError(message)
    try:
        base = find_base(repository, revision).fork
        old_names = {change.new: change.old for change in read_changes(repository, base) if change.new}
        root = repository.root.resolve()
        found: dict[Path, Before | None] = {}
        for file in files:
            name = file.resolve().relative_to(root).as_posix()
            if name in old_names:
                old = old_names[name]
                content = next(repository.objects([f"{base}:{old}"])) if old else None
                found[file] = Before(old, content.data) if old and content else None
        return found
    finally:
        repository.close()


def read_changes(repository: Repository, base: str, head: str = "") -> list[FileChange]:
    """The files that differ between two commits, renames followed.

    Without a `head` the later side is the work tree, where files that git does not track yet are new.
    """
    sides = ["--ignore-submodules=none", base, head] if head else [base]  # a branch may say of itself to ignore them
    fields = iter(repository.run("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "-l5000", *sides, "--"))
    changes = []
    for header in fields:
        if not header.startswith(":"):
            continue
        before, after, _old, _new, status = header[1:].split(" ")
        old = next(fields)
        new = next(fields) if status[0] in "RC" else old
        gone, added = status[0] == "D", status[0] in "AC"
        changes.append(FileChange(None if added else old, None if gone else new, SUBMODULE in (before, after)))
    if not head:
        listed = repository.run("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
        changes += [FileChange(None, path) for path in listed if path]
    return changes
