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


@dataclass(frozen=True)
class Portfolio:
    """The proposals in the lifecycle's order, and the time they are shown as of."""

    entries: tuple[Entry, ...]
    as_of: datetime

    def groups(self) -> Iterator[tuple[Status | None, tuple[Entry, ...]]]:
        """The entries by status; those of no known status come last."""
        for status, entries in groupby(self.entries, key=lambda entry: entry.status):
            yield status, tuple(entries)

    def neighbours(self, position: int) -> tuple[Entry | None, Entry | None]:
        """The entries before and after one."""
        before = self.entries[position - 1] if position > 0 else None
        after = self.entries[position + 1] if position + 1 < len(self.entries) else None
        return before, after

    @cached_property
    def relations(self) -> Mapping[str, tuple[Relation, ...]]:
        """How each proposal stands to others, by its path."""
        return build_relations(self.entries)


def build_portfolio(entries: Iterable[Entry], lifecycle: Lifecycle, as_of: datetime) -> Portfolio:
    """Put proposals into order: by status, then by title, then by path."""

    def order(entry: Entry) -> tuple[int, str, str]:
        return lifecycle.rank(entry.status), entry.proposal.title.casefold(), entry.proposal.path

    return Portfolio(tuple(sorted(entries, key=order)), as_of)
