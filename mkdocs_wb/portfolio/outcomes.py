"""The outcomes: what was launched, and whether it was what the press release promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ..model import Entry
from ..parse.language.period import Period, parse_period, read_period
from ..parse.matter.outcome import Outcome, read_outcome
from .portfolio import Portfolio
from .story import EventKind, count_days


@dataclass(frozen=True, slots=True)
class Launch:
    """A proposal that was launched: when, how many days ago, what was planned, and what came of it."""

    entry: Entry
    when: datetime | None
    days: int | None
    planned: Period | None
    outcome: Outcome | None

    @property
    def told(self) -> date:
        """The last day of the outcome's date; the first of all days where it is not known."""
        period = parse_period(self.outcome.when) if self.outcome else None
        return period.last if period else date.min

    @property
    def year(self) -> int:
        """Of the outcome; 0 where it is not known."""
        return 0 if self.told == date.min else self.told.year


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The launches without an outcome, who waits longest first, and those with one, the latest first."""

    waiting: tuple[Launch, ...]
    told: tuple[Launch, ...]


def list_outcomes(portfolio: Portfolio) -> Outcomes:
    """Everything that is launched, and what has an outcome though it is no longer."""
    launches = []
    for entry, story in zip(portfolio.entries, portfolio.stories, strict=True):
        outcome = read_outcome(entry.proposal.front_matter)
        if outcome is not None or entry.launched:
            when = next((event.when for event in story if event.kind is EventKind.LAUNCHED), None)
            planned = read_period(entry.proposal.front_matter, "target_launch")
            launches.append(Launch(entry, when, count_days(when, portfolio.as_of), planned, outcome))
    waiting = [launch for launch in launches if launch.outcome is None]
    told = [launch for launch in launches if launch.outcome is not None]
    return Outcomes(
        tuple(sorted(waiting, key=lambda launch: -(launch.days or 0))),
        tuple(sorted(told, key=lambda launch: launch.told, reverse=True)),
    )
