"""How far a proposal has come: the statuses on its way, and the day on which it reached each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..lifecycle import Lifecycle, Status
from ..model import Entry
from ..parse.matter.approvals import read_approvals
from .story import parse_day


class Reached(str, Enum):
    """Where a status lies, seen from the present one."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A status on a proposal's way, and the day on which it was reached; None where none is known."""

    status: Status
    reached: Reached
    day: date | None = None


def find_milestones(entry: Entry, lifecycle: Lifecycle) -> tuple[Milestone, ...]:
    """The way of a proposal, in the lifecycle's order.

    One that is under way shows what is ahead of it; one that is closed ends there, and shows what it is known to have
    been. What is no status has no way.
    """
    current = entry.status
    if current is None:
        return ()
    days = _find_days(entry, lifecycle)
    way = () if current.closed else lifecycle.path()
    shown = {status.name for status in (*way, current)} | days.keys()
    here = lifecycle.rank(current)
    return tuple(
        Milestone(status, _place(lifecycle.rank(status), here), days.get(status.name))
        for status in lifecycle.statuses.values()
        if status.name in shown
    )


def _place(rank: int, here: int) -> Reached:
    return Reached.CURRENT if rank == here else Reached.DONE if rank < here else Reached.AHEAD


def _find_days(entry: Entry, lifecycle: Lifecycle) -> dict[str, date]:
    """When each status was reached on the way to the present one; a way that was gone back on is none."""
    days = {status.name: day for status, day in _walk_back(entry, lifecycle)}
    here = lifecycle.rank(entry.status)
    counting = (status for status in lifecycle.path() if status.approved and lifecycle.rank(status) <= here)
    approvals = read_approvals(entry.proposal.front_matter)
    recorded = parse_day(approvals[-1].date) if approvals else None
    approved = next(counting, None)
    if approved is not None and recorded is not None:
        days[approved.name] = recorded.date()
    return days


def _walk_back(entry: Entry, lifecycle: Lifecycle) -> Iterator[tuple[Status, date]]:
    earliest = lifecycle.rank(entry.status) + 1
    for step in entry.steps:
        if step.status is not None and lifecycle.rank(step.status) < earliest:
            earliest = lifecycle.rank(step.status)
            yield step.status, step.revision.date.date()
