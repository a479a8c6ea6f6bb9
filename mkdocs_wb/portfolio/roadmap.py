"""The roadmap: what is to be launched when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..model import Entry
from ..parse.language.period import Period, read_period
from .portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Planned:
    """A proposal with its target; None, and `text` as it was written, where that is no date."""

    entry: Entry
    target: Period | None
    text: str

    @property
    def last(self) -> date:
        """The last day on which it would still be in time; what has no target comes after everything."""
        return self.target.last if self.target else date.max


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quarter, or with the number 0 a whole year, and what is due in it: first what is due first, and of that what has come furthest."""

    year: int
    quarter: int
    planned: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The stretches of a year in which something is due; what is due in no quarter of it comes last."""

    number: int
    stretches: tuple[Stretch, ...]

    @property
    def total(self) -> int:
        """How much is due in it."""
        return sum(len(stretch.planned) for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Roadmap:
    """`earlier` was launched and was due before today; `overdue` was due and is not launched; the rest is to come."""

    earlier: tuple[Planned, ...]
    overdue: tuple[Planned, ...]
    years: tuple[Year, ...]
    unplanned: tuple[Planned, ...]


def build_roadmap(portfolio: Portfolio) -> Roadmap:
    """Place every proposal that was not let go; what was launched without a target has no place."""
    today = portfolio.as_of.date()
    planned = sorted(_planned(portfolio), key=lambda one: one.last)
    past = [one for one in planned if one.last < today]
    to_come = [one for one in planned if one.target and one.last >= today]
    return Roadmap(
        earlier=tuple(one for one in past if one.entry.launched),
        overdue=tuple(one for one in past if not one.entry.launched),
        years=tuple(_years(to_come)),
        unplanned=tuple(one for one in planned if one.target is None and not one.entry.launched),
    )


def _planned(portfolio: Portfolio) -> Iterator[Planned]:
    """What was not let go: the nearest to its launch first, what is launched after all that is not."""
    groups = reversed([*portfolio.groups()])
    for _, entries in sorted(groups, key=lambda group: group[0] is None or group[0].launched):
        for entry in entries:
            if entry.closed:
                continue
            front_matter = entry.proposal.front_matter
            yield Planned(entry, read_period(front_matter, "target_launch"), front_matter.text("target_launch"))


def _years(planned: Iterable[Planned]) -> Iterator[Year]:
    for number, due in groupby(planned, key=lambda one: one.last.year):
        placed: dict[int, list[Planned]] = {}
        for one in due:
            placed.setdefault(_quarter(one), []).append(one)
        ordered = sorted(placed, key=lambda quarter: quarter or 5)
        yield Year(number, tuple(Stretch(number, quarter, tuple(placed[quarter])) for quarter in ordered))


def _quarter(one: Planned) -> int:
    """The quarter in which all of the target lies; 0 where there is none."""
    target = one.target
    first, last = ((target.first.month + 2) // 3, (target.last.month + 2) // 3) if target else (0, 0)
    return first if first == last else 0
