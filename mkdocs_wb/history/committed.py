"""A file as the last commit has it: what somebody else can have seen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import WbError
from .git import Trouble, find_repository
from .history import History


@dataclass(frozen=True, slots=True)
class Committed:
    """The repository's root, the file's path from there, and its content at HEAD: None where HEAD has none."""

    root: Path
    name: str
    data: bytes | None


def read_committed(file: Path) -> Committed:
    """What HEAD has of a file; a shallow clone will do.

    Raises:
        WbError: there is no repository, no commit, or git cannot read it; says what mends it.
    """
    repository = find_repository(file.resolve().parent, whole=False)
    if isinstance(repository, Trouble):
        message = f"{repository.message}; {repository.help}"
        raise WbError(message)
    with closing(History(repository.root.resolve(), repository, None)) as history:
        name = history.name(file)
        return Committed(history.root, name, history.read_committed(name))
