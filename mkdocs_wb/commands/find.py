"""Finding a proposal by its id."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import WbError
from ..model import Proposal
from ..pipeline import Pipeline, Source
from ..settings import suggest


def find_proposal(name: str, pipeline: Pipeline, sources: Iterable[Source]) -> tuple[Proposal, Source]:
    """The one proposal that has an id, with its file.

    Raises:
        WbError: none has it, or several have.
    """
    proposals = [(pipeline.read(source), source) for source in sources]
    found = [pair for pair in proposals if pair[0].id == name]
    if not found:
        ids = [proposal.id for proposal, _ in proposals]
        message = f"{name}: no proposal has this id{suggest(name, ids)}"
        raise WbError(message)
    if len(found) > 1:
        message = f"{name}: {len(found)} proposals have this id ({', '.join(source.path for _, source in found)}); make it unique"
        raise WbError(message)
    return found[0]
