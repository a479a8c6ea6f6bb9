"""The decisions: what was approved, accepted, reopened and let go, and the ideas that were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from ..model import Entry
from .portfolio import Portfolio
from .relations import Relation, RelationKind
from .story import Event, EventKind, find_since


@dataclass(frozen=True, slots=True)
class Decision:
    """Events that are one decision: changes of scope that were accepted together are `count` events."""

    event: Event
    count: int = 1


@dataclass(frozen=True, slots=True)
class LetGo:
    """An idea that was let go: by whom and when, as far as a revision shows it, why, and what came in its place."""

    entry: Entry
    when: datetime | None
    by: tuple[str, ...]
    reason: str
    successors: tuple[Entry, ...]

    @property
    def year(self) -> int:
        """Of `when`; 0 where it is not known."""
        return self.when.year if self.when else 0


def list_decisions(events: Iterable[Event]) -> Iterator[Decision]:
    """The decisions among events, in their order."""
    return gather_accepted(event for event in events if is_decision(event))


def gather_accepted(events: Iterable[Event]) -> Iterator[Decision]:
    """Events in their order, with the changes of scope that were accepted together as one."""
    for _, same in groupby(events, key=lambda one: (one.kind, one.when, one.entry.proposal.path, one.by, one.text)):
        first, *others = same
        if first.kind is EventKind.ACKNOWLEDGED:
            yield Decision(first, 1 + len(others))
        else:
            yield from map(Decision, [first, *others])


def is_decision(event: Event) -> bool:
    """Whether it is an approval, an accepted change, a letting go, or the taking back of one of them."""
    if event.kind in (EventKind.APPROVED, EventKind.ACKNOWLEDGED, EventKind.LET_GO):
        return True
    before, after = event.before, event.status
    if event.kind is not EventKind.MOVED or before is None:
        return False
    return before.closed or (before.approved and not (after and after.approved))


def list_let_go(portfolio: Portfolio) -> tuple[LetGo, ...]:
    """The ideas that were let go, the latest first; those of an unknown day last."""
    closed = (entry for entry in portfolio.entries if entry.closed)
    found = [_let_go(entry, portfolio.relations.get(entry.proposal.path, ())) for entry in closed]
    return tuple(sorted(found, key=lambda one: (one.when is None, -one.when.timestamp() if one.when else 0.0)))


def _let_go(entry: Entry, relations: Iterable[Relation]) -> LetGo:
    when = find_since(entry)
    by = (entry.steps[0].revision.author,) if when else ()
    after = [one.entry for one in relations if one.kind is RelationKind.SUPERSEDED_BY and one.entry]
    return LetGo(entry, when, by, entry.proposal.front_matter.text("reason"), tuple(after))
