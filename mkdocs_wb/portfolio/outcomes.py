"""The outcomes: what was launched, and whether it was what the press release promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ..model import Entry, FrontMatter
from ..parse.period import Period, parse_period, read_period
from .portfolio import Portfolio
from .story import EventKind, count_days


class Met(str, Enum):
    """Whether the promise was met."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the front matter says of a launch: `met` is None and `when` is empty where it does not say."""

    met: Met | None
    when: str
    summary: str

    @property
    def period(self) -> Period | None:
        """The day or the time of the outcome."""
        return parse_period(self.when)


@dataclass(frozen=True, slots=True)
class Launch:
    """A proposal that was launched: when, how many days ago, what was planned, and what came of it."""

    entry: Entry
    when: datetime | None
    days: int | None
    planned: Period | None
    outcome: Outcome | None

    @property
    def year(self) -> int:
        """Of the outcome; 0 where it is not known."""
        period = self.outcome.period if self.outcome else None
        return period.last.year if period else 0


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The launches without an outcome, who waits longest first, and those with one, the latest first."""

    waiting: tuple[Launch, ...]
    told: tuple[Launch, ...]

    @property
    def counts(self) -> Mapping[Met | None, int]:
        """How many promises were met, partly, not; None are those whose outcome does not say."""
        met = [launch.outcome.met for launch in self.told if launch.outcome]
        return {key: met.count(key) for key in (*Met, None)}


def read_outcome(front_matter: FrontMatter) -> Outcome | None:
    """The `outcome` of the front matter; None where there is none."""
    given = front_matter.get("outcome")
    if not isinstance(given, dict) or not given:
        return None
    outcome = FrontMatter(given)
    met = outcome.text("met").casefold()
    return Outcome(Met(met) if met in set(Met) else None, outcome.text("date"), outcome.text("summary"))


def list_outcomes(portfolio: Portfolio) -> Outcomes:
    """Everything that is launched, and what has an outcome though it is no longer."""
    launches = []
    for entry, story in zip(portfolio.entries, portfolio.stories, strict=True):
        outcome = read_outcome(entry.proposal.front_matter)
        if outcome is not None or (entry.status is not None and entry.status.launched):
            when = next((event.when for event in story if event.kind is EventKind.LAUNCHED), None)
            planned = read_period(entry.proposal.front_matter, "target_launch")
            launches.append(Launch(entry, when, count_days(when, portfolio.as_of), planned, outcome))
    waiting = [launch for launch in launches if launch.outcome is None]
    told = [launch for launch in launches if launch.outcome is not None]
    return Outcomes(
        tuple(sorted(waiting, key=lambda launch: -(launch.days or 0))),
        tuple(sorted(told, key=_told, reverse=True)),
    )


def _told(launch: Launch) -> date:
    period = launch.outcome.period if launch.outcome else None
    return period.last if period else date.min
