"""All proposals together: the one list that pages, JSON and neighbours derive from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby

from ..lifecycle import Lifecycle, Status
from ..model import Entry
from .relations import Relation, build_relations
from .story import Event, tell_story


@dataclass(frozen=True)
class Portfolio:
    """The proposals in the lifecycle's order, and the time they are shown as of."""

    entries: tuple[Entry, ...]
    as_of: datetime

    def groups(self) -> Iterator[tuple[Status | None, tuple[Entry, ...]]]:
        """The entries by status; those of no known status come last."""
        return group_by_status(self.entries)

    def neighbours(self, position: int) -> tuple[Entry | None, Entry | None]:
        """The entries before and after one."""
        before = self.entries[position - 1] if position > 0 else None
        after = self.entries[position + 1] if position + 1 < len(self.entries) else None
        return before, after

    @cached_property
    def relations(self) -> Mapping[str, tuple[Relation, ...]]:
        """How each proposal stands to others, by its path."""
        return build_relations(self.entries)

    @cached_property
    def stories(self) -> tuple[tuple[Event, ...], ...]:
        """What happened to each entry, newest first; in the order of the entries."""
        return tuple(tell_story(entry) for entry in self.entries)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened to any of them, newest first."""
        told = (event for story in self.stories for event in story)
        return tuple(sorted(told, key=lambda event: event.when, reverse=True))


def group_by_status(entries: Iterable[Entry]) -> Iterator[tuple[Status | None, tuple[Entry, ...]]]:
    """Entries in the portfolio's order by status."""
    for status, same in groupby(entries, key=lambda entry: entry.status):
        yield status, tuple(same)


def build_portfolio(entries: Iterable[Entry], lifecycle: Lifecycle, as_of: datetime) -> Portfolio:
    """Put proposals into order: by status, then by title, then by path."""

    def order(entry: Entry) -> tuple[int, str, str]:
        return lifecycle.rank(entry.status), entry.proposal.title.casefold(), entry.proposal.path

    return Portfolio(tuple(sorted(entries, key=order)), as_of)
