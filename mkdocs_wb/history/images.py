"""The files that a document's images lead to: as they are in the work tree, and as they were at a commit.

Nothing outside the repository is read, whatever a document names and wherever links lead.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..model import Approval, Baseline, ImageFile, Images
from ..parse.markdown.images import find_targets
from ..parse.markdown.links import find_image_places
from ..parse.source import read_pointer
from .baseline import find_approving
from .history import History

_Contents = Callable[[Sequence[str]], Iterable[bytes | None]]


def add_images(baseline: Baseline, approval: Approval | None, text: str, file: Path, history: History) -> Baseline:
    """A baseline with the image files that it showed when it was approved, and those that a proposal shows now.

    Args:
        baseline: whose version was found.
        approval: that it was found by; None where it was inferred.
        text: of the proposal.
        file: its place in the work tree.
        history: read for it.
    """
    if baseline.text is None or not (any(find_targets(baseline.text)) or any(find_targets(text))):
        return baseline
    commit = baseline.revision if baseline.source in ("revision", "inferred") else ""
    if not commit and approval is not None:
        commit = find_approving(approval, file, history) or baseline.revision
    if not commit:
        return baseline
    names = _find_names(file, history.root)
    was = [history.name(file)] if baseline.source == "snapshot" else [baseline.path]
    old = read_images_at(baseline.text, commit, [*was, *names[1:]], history)
    new = read_images(text, file, history.root)
    for target in [target for target in old.keys() & new.keys() if not old[target].digest]:
        if history.read_files(history.head, [new[target].path]) == [None]:
            del old[target], new[target]  # git never had it: it is generated, or in another repository
    return replace(baseline, images=Images(old, new))


def show_at(baseline: Baseline, text: str, commit: str, path: str, history: History) -> Baseline:
    """A baseline with the image files that a version at a commit shows, in the place of those of the work tree.

    Args:
        baseline: as `add_images` gives it.
        text: of the version.
        commit: that has it.
        path: of the version there.
        history: of the repository.
    """
    if baseline.text is None or (any(find_targets(baseline.text)) and not baseline.images.old):
        return baseline
    return replace(baseline, images=Images(baseline.images.old, read_images_at(text, commit, [path], history)))


def read_images(text: str, file: Path, root: Path) -> dict[str, ImageFile]:
    """The image files of a document in the work tree, by their targets as written.

    Args:
        text: what stands in `file`.
        file: from whose place the targets lead.
        root: of the repository, with no links in it.
    """
    return _read(text, _find_names(file, root), lambda places: (_read_file(root / place, root) for place in places))


def read_images_at(text: str, commit: str, paths: Sequence[str], history: History) -> dict[str, ImageFile]:
    """The same of a document that stood at one of some paths at a commit."""
    return _read(text, paths, lambda places: history.read_files(commit, places))


def is_committed(file: ImageFile, history: History) -> bool:
    """Whether the last commit has a file as it is."""
    (data,) = history.read_files(history.head, [file.path])
    return file == (ImageFile(file.path, "") if data is None else _digest(file.path, data))


def _find_names(file: Path, root: Path) -> list[str]:
    """A file's path from a root, links followed; and where it is a link, the path of that, from which MkDocs starts."""
    paths = (file.resolve(), Path(os.path.abspath(file)))  # noqa: PTH100
    return list(dict.fromkeys(path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root)))


def _read(text: str, names: Sequence[str], read: _Contents) -> dict[str, ImageFile]:
    found: dict[str, ImageFile] = {}
    for target, places in find_image_places(names, text).items():
        files = (_digest(place, data) for place, data in zip(places, read(places), strict=True) if data is not None)
        found[target] = next(files, ImageFile(places[0], ""))
    return found


def _read_file(path: Path, root: Path) -> bytes | None:
    try:
        real = path.resolve(strict=True)
        return real.read_bytes() if real.is_relative_to(root) and real.is_file() else None
    except (OSError, RuntimeError):  # there is no such file, or links lead in a circle
        return None


def _digest(path: str, data: bytes) -> ImageFile:
    """A file by its content; a drawing that is text may have other line breaks in the work tree than in git."""
    if pointer := read_pointer(data):
        return ImageFile(path, pointer)
    content = data if b"\0" in data[:8000] else data.replace(b"\r\n", b"\n")
    return ImageFile(path, hashlib.sha256(content).hexdigest())
