"""What a change brings in: the files that differ from a revision, with what they were there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..errors import WbError
from .git import Repository, Trouble, find_repository


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
        base = repository.merge_base(revision)
        old_names = _changed(repository, base)
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


def _changed(repository: Repository, base: str) -> dict[str, str | None]:
    """Path in the work tree → path at the base, None for a new file; files that git does not track yet are new."""
    fields = iter(repository.run("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "-l5000", base, "--"))
    names: dict[str, str | None] = {}
    for header in fields:
        if header.startswith(":"):
            status = header.split(" ")[4][0]
            old = next(fields)
            new = next(fields) if status in "RC" else old
            names[new] = None if status == "A" else old
    for path in repository.run("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/"):
        if path:
            names[path] = None
    return names
