"""Finding a proposal by its id."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..errors import WbError, suggest
from ..model import Proposal
from ..pipeline import Pipeline
from ..sources import Source


def find_proposal(name: str, pipeline: Pipeline, sources: Iterable[Source]) -> tuple[Proposal, Source]:
    """The one proposal that has an id, with its file.

    Raises:
        WbError: none has it, or several have.
    """
    by_path = {source.path: source for source in sources}
    index = pipeline.glance(by_path.values())
    if name not in index:
        inside = next((source for source in by_path.values() if source.file.resolve() == Path(name).resolve()), None)
        hint = suggest(name, list(index)) if inside is None else f"; that file's id is {pipeline.read(inside).id}"
        message = f"{name}: no proposal has this id{hint}"
        raise WbError(message)
    paths = [related.path for related in index[name]]
    if len(paths) > 1:
        message = f"{name}: {len(paths)} proposals have this id ({', '.join(paths)}); make it unique"
        raise WbError(message)
    source = by_path[paths[0]]
    return pipeline.read(source), source
