"""Finding a proposal by its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..errors import WbError, suggest
from ..model import Proposal
from ..pipeline import Pipeline
from ..real_paths import shown
from ..sources import Source

_LISTED = 5


def find_proposal(name: str, pipeline: Pipeline, sources: Iterable[Source]) -> tuple[Proposal, Source]:
    """The one proposal that has an id, with its file.

    Raises:
        WbError: none has it, or several have.
    """
    by_path = {source.path: source for source in sources}
    index = pipeline.glance(by_path.values())
    if name not in index:
        inside = next((source for source in by_path.values() if source.file.resolve() == Path(name).resolve()), None)
        known = suggest(name, list(index)) or _list_some(sorted(index))
        hint = known if inside is None else f"; that file's id is {pipeline.read(inside).id}"
        message = f"{name}: no proposal has this id{hint}"
        raise WbError(message)
    paths = [related.path for related in index[name]]
    if len(paths) > 1:
        files = ", ".join(shown(by_path[path].file) for path in paths)
        message = f"{name}: {len(paths)} proposals have this id ({files}); make it unique"
        raise WbError(message)
    source = by_path[paths[0]]
    return pipeline.read(source), source


def _list_some(names: Sequence[str]) -> str:
    """The first few of the ids that there are, so that whoever mistook a title for one sees what they look like."""
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"; the ids are {', '.join(names[:_LISTED])}{more}" if names else "; there are no proposals yet"
