"""What became of a file since its approved version: the revisions that can have changed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model import Baseline, Revision, Version
from ..parse.source import parse_source
from .git import GitError
from .history import DAMAGED, History

_TOGETHER = 32  # versions read at once: most changes are found within the newest few


def find_since(path: Path, baseline: Baseline, history: History) -> tuple[tuple[Revision, ...], Revision | None]:
    """The revisions of a file on the main line since its baseline.

    Args:
        path: the file.
        baseline: its approved version.
        history: read for it.

    Returns:
        The revisions newest first, and the one before them. That one is the baseline, or what the main line had while
        the baseline stood on a branch that was squashed. Nothing at all where it cannot be told what came afterwards.
    """
    revisions = history.revisions(path)
    places = [(revision.commit, revision.path) for revision in revisions]
    if (baseline.revision, baseline.path) in places:
        return _split(revisions, places.index((baseline.revision, baseline.path)))
    if baseline.revision:
        later = history.list_since(baseline.revision)
        return _split(revisions, next((n for n, (commit, _) in enumerate(places) if commit not in later), len(places)))
    same = history.first_with_digest(revisions, baseline.digest) if baseline.digest else None
    return _split(revisions, revisions.index(same)) if same else ((), None)


def _split(revisions: Sequence[Revision], at: int) -> tuple[tuple[Revision, ...], Revision | None]:
    return tuple(revisions[:at]), revisions[at] if at < len(revisions) else None


def read_versions(revisions: Sequence[Revision], history: History) -> Iterator[Version]:
    """The texts of revisions, as far as they are asked for.

    Raises:
        GitError: the repository does not have one of them.
    """
    for first in range(0, len(revisions), _TOGETHER):
        some = revisions[first : first + _TOGETHER]
        contents = history.read(revision.blob for revision in some)
        for revision in some:
            if revision.blob not in contents:
                raise GitError(DAMAGED.message)
            yield Version(revision, parse_source(contents[revision.blob])[0])
