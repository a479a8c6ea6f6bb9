"""Which proposals a change reaches without touching them: those that have or name an id that comes, goes or changes."""

from __future__ import annotations

from collections.abc import Iterable, Set

from ..model import RELATIONS, Proposal
from ..pipeline import Pipeline
from ..sources import Source


def list_standings(pipeline: Pipeline, sources: Iterable[Source]) -> set[tuple[str, str]]:
    """The id and the status of each: what others may rely on."""
    proposals = [pipeline.read(source) for source in sources]
    return {(proposal.id, pipeline.status_text(proposal)) for proposal in proposals}


def find_touched(before: Set[tuple[str, str]], after: Set[tuple[str, str]]) -> frozenset[str]:
    """The ids that come, go, or change their status."""
    return frozenset(name for name, _status in before ^ after)


def read_affected(pipeline: Pipeline, source: Source, touched: Set[str]) -> Proposal | None:
    """A proposal that has or names one of some ids; None where it does not. The file is searched before it is read."""
    if not any(name in source.path or name.encode("utf-8", errors="surrogatepass") in source.data for name in touched):
        return None
    proposal = pipeline.read(source)
    named = {name for key in RELATIONS for name in proposal.front_matter.texts(key)}
    return None if touched.isdisjoint({proposal.id, *named}) else proposal
