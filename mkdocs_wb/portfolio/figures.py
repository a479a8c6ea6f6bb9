"""The portfolio in numbers: counted here, drawn elsewhere. Days are whole; what is not known is not counted."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from enum import IntEnum
from statistics import median

from ..lifecycle import Lifecycle, Stage, Status
from ..model import Entry, Verdict
from ..parse.language.period import read_period
from .portfolio import Portfolio
from .story import Event, EventKind, count_days, find_since

AGES = (30, 90, 180, 365)  # the first days of all steps of age but the first
GROWTHS = (0.05, 0.1, 0.2, 0.5)  # the same of growth, as shares of the approved words


class Reach(IntEnum):
    """How far a proposal came, before it was let go if it was."""

    PROPOSED = 0
    REVIEWED = 1
    APPROVED = 2
    LAUNCHED = 3


@dataclass(frozen=True, slots=True)
class YearOfDecisions:
    """How often something was approved and let go in a year."""

    year: int
    approved: int
    let_go: int


@dataclass(frozen=True, slots=True)
class YearOfTimes:
    """The median days from the first draft to the first approval, or from there to the launch, by the year of its end."""

    year: int
    days: int
    cases: int


def count_statuses(portfolio: Portfolio, lifecycle: Lifecycle) -> tuple[tuple[Status | None, int], ...]:
    """How many proposals have each status, in the lifecycle's order; None is no known status, left out where it is empty."""
    now = Counter(entry.status.name if entry.status else None for entry in portfolio.entries)
    unknown = ((None, now[None]),) if now[None] else ()
    return (*((status, now[name]) for name, status in lifecycle.statuses.items()), *unknown)


def count_reached(entries: Iterable[Entry]) -> tuple[tuple[Reach, int], ...]:
    """How many proposals came at least as far as each step."""
    furthest = Counter(map(_furthest, entries))
    return tuple((reach, sum(number for found, number in furthest.items() if found >= reach)) for reach in Reach)


def _furthest(entry: Entry) -> Reach:
    """By every status that it had; a recorded approval is one."""
    seen = [entry.status, *(step.status for step in entry.steps)]
    approved = Reach.PROPOSED if entry.scope.baseline.source is None else Reach.APPROVED
    return max(approved, *(_reach(status) for status in seen))


def _reach(status: Status | None) -> Reach:
    if status is None or status.closed or status.stage is Stage.IDEA:
        return Reach.PROPOSED
    if status.stage is Stage.REVIEW:
        return Reach.REVIEWED
    return Reach.LAUNCHED if status.launched else Reach.APPROVED


def count_decisions(events: Iterable[Event]) -> tuple[YearOfDecisions, ...]:
    """The years in which something was approved or let go, in their order."""
    counted = Counter((event.when.year, event.kind) for event in events)
    kinds = (EventKind.APPROVED, EventKind.LET_GO)
    years = sorted({year for year, kind in counted if kind in kinds})
    return tuple(YearOfDecisions(year, *(counted[year, kind] for kind in kinds)) for year in years)


def measure_approvals(portfolio: Portfolio) -> tuple[YearOfTimes, ...]:
    """From the first draft to the first approval. What was approved when it was first seen is left out."""
    return _medians((_begin(entry), _first(story, EventKind.APPROVED)) for entry, story in _told(portfolio))


def measure_launches(portfolio: Portfolio) -> tuple[YearOfTimes, ...]:
    """From the first approval to the first launch."""
    ends = (EventKind.APPROVED, EventKind.LAUNCHED)
    return _medians((_first(story, ends[0]), _first(story, ends[1])) for _, story in _told(portfolio))


def _told(portfolio: Portfolio) -> Iterable[tuple[Entry, tuple[Event, ...]]]:
    return zip(portfolio.entries, portfolio.stories, strict=True)


def _first(story: Sequence[Event], kind: EventKind) -> datetime | None:
    return next((event.when for event in reversed(story) if event.kind is kind), None)


def _begin(entry: Entry) -> datetime | None:
    """When a proposal was written: `created`, where it names a day, or its first revision, whichever is earlier."""
    period = read_period(entry.proposal.front_matter, "created")
    written = None
    if period is not None and period.first == period.last:
        written = datetime(period.first.year, period.first.month, period.first.day, tzinfo=timezone.utc)
    oldest = entry.steps[-1] if entry.steps else None
    seen = oldest.revision.date if oldest and not (oldest.status and oldest.status.approved) else None
    return min(filter(None, (written, seen)), default=None)


def _medians(spans: Iterable[tuple[datetime | None, datetime | None]]) -> tuple[YearOfTimes, ...]:
    years: dict[int, list[int]] = {}
    for begin, end in spans:
        if begin is not None and end is not None and begin <= end:
            years.setdefault(end.year, []).append(count_days(begin, end) or 0)
    return tuple(YearOfTimes(year, round(median(days)), len(days)) for year, days in sorted(years.items()))


def count_verdicts(entries: Iterable[Entry]) -> tuple[tuple[Verdict, int], ...]:
    """How many of the approved have which verdict, without the empty rows."""
    counted = Counter(entry.scope.verdict for entry in _compared(entries))
    return tuple((verdict, counted[verdict]) for verdict in Verdict if counted[verdict])


def spread_growth(entries: Iterable[Entry]) -> tuple[int, ...]:
    """How many of the approved grew by nothing, by less than the first of GROWTHS, by less than the next, by more."""
    steps = [0] * (len(GROWTHS) + 2)
    for entry in _compared(entries):
        growth = entry.scope.growth
        if growth is not None:
            steps[1 + bisect_right(GROWTHS, growth) if growth > 0 else 0] += 1
    return tuple(steps)


def _compared(entries: Iterable[Entry]) -> Iterable[Entry]:
    """What is approved today, whatever became of the comparison."""
    return (
        entry for entry in entries if entry.status and entry.status.approved and entry.scope.verdict in _OF_THE_APPROVED
    )


_OF_THE_APPROVED = frozenset(Verdict) - {Verdict.NOT_APPROVED}


def spread_ages(portfolio: Portfolio) -> tuple[tuple[Status, tuple[int, ...]], ...]:
    """For each status in which work is under way, how many proposals have had it for how long, by the steps of AGES."""
    spread: dict[str, list[int]] = {}
    statuses: dict[str, Status] = {}
    for entry in portfolio.entries:
        status, days = entry.status, count_days(find_since(entry), portfolio.as_of)
        if status is not None and not entry.closed and not entry.launched and days is not None:
            statuses[status.name] = status
            spread.setdefault(status.name, [0] * (len(AGES) + 1))[bisect_right(AGES, days)] += 1
    return tuple((statuses[name], tuple(steps)) for name, steps in spread.items())
