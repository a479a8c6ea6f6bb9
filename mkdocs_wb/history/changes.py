"""What a change brings in: the files that differ from a revision."""

from __future__ import annotations

from dataclasses import dataclass

from .git import Repository
from .tree import SUBMODULE


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs: its paths from the repository's root before and after, None where it is not there."""

    old: str | None
    new: str | None
    is_submodule: bool = False


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
