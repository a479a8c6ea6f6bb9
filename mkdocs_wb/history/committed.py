"""A file as the last commit has it: what somebody else can have seen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import WbError
from ..parse.markdown.images import find_targets
from .git import Trouble, find_repository
from .history import History
from .images import is_committed, read_images


@dataclass(frozen=True, slots=True)
class Committed:
    """The repository's root, the file's path from there, and its content at HEAD: None where HEAD has none."""

    root: Path
    name: str
    data: bytes | None


def find_dirty_images(text: str, file: Path) -> list[str]:
    """The image files of a document that the last commit has otherwise, or not though git does not ignore them.

    Args:
        text: what stands in `file`.
        file: in a repository with commits.
    """
    repository = find_repository(file.resolve().parent, whole=False)
    if isinstance(repository, Trouble) or not any(find_targets(text)):
        return []
    with closing(History(repository.root.resolve(), repository, None)) as history:
        images = read_images(text, file, history.root).values()
        dirty = {image.path for image in images if not is_committed(image, history)}
        new = {path for path in dirty if history.read_files(history.head, [path]) == [None]}
        listed = repository.run("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/") if new else ()
        return sorted((dirty - new) | new.intersection(listed))


def is_filtered(file: Path) -> bool:
    """Whether git takes a file for what the last commit has, whatever it holds: a filter lies between the two."""
    repository = find_repository(file.resolve().parent, whole=False)
    if isinstance(repository, Trouble):
        return False
    with closing(History(repository.root.resolve(), repository, None)) as history:
        return repository.answer("diff", "--quiet", "HEAD", "--", f":(top,literal){history.name(file)}") is not None


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
