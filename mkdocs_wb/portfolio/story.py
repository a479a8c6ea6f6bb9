"""What happened to a proposal, and when: the one account that decisions, feeds, the board and the figures derive from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum

from ..lifecycle import Stage, Status
from ..model import Direction, Entry, Revision
from ..parse.matter.amendments import read_amendments
from ..parse.matter.approvals import read_approvals
from ..parse.matter.outcome import read_outcome


class EventKind(str, Enum):
    """What an event is."""

    PROPOSED = "proposed"
    MOVED = "moved"
    APPROVED = "approved"
    LAUNCHED = "launched"
    LET_GO = "let-go"
    ACKNOWLEDGED = "acknowledged"
    SCOPE_CHANGED = "scope-changed"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a proposal.

    `when` is the moment of its commit, or the first of the day that the front matter names. `status` is what the
    proposal had after it, `before` what it had until then (None where that is not known). `by` are the people whom the
    front matter names, else the commit's author. `text` is the reason or the summary that was given; `version` that of
    an approval; `changes` says how many changes of scope a commit brought in.
    """

    kind: EventKind
    when: datetime
    entry: Entry
    status: Status | None = None
    before: Status | None = None
    by: tuple[str, ...] = ()
    text: str = ""
    version: str = ""
    changes: int = 0
    revision: Revision | None = None


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


def parse_day(text: str) -> datetime | None:
    """The first moment (UTC) of a day that is written `2026-03-01`, whatever follows it; None for what is no day."""
    match = _DAY.match(text.strip())
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    try:
        return datetime(year, month, day, tzinfo=timezone.utc)
    except ValueError:
        return None


def tell_story(entry: Entry) -> tuple[Event, ...]:
    """Everything that happened to a proposal and has a date, newest first.

    An approval that the front matter records stands for the move that came with it. Of what closed a proposal or
    launched it, the last such move has the reason that the front matter gives today.
    """
    approvals = list(_approvals(entry))
    moves = [event for event in _moves(entry) if event.kind is not EventKind.APPROVED or not approvals]
    events = [*moves, *reversed(approvals), *_amendments(entry), *_scope_changes(entry), *_outcome(entry)]
    return tuple(sorted(events, key=lambda event: event.when, reverse=True))


def find_since(entry: Entry) -> datetime | None:
    """Since when a proposal has had its present status; None where no revision shows it."""
    newest = entry.steps[0] if entry.steps else None
    return newest.revision.date if newest is not None and newest.status == entry.status else None


def count_days(since: datetime | None, until: datetime) -> int | None:
    """Whole days between two moments, never negative; None where the first is not known."""
    return None if since is None else max((until - since) // timedelta(days=1), 0)


def _moves(entry: Entry) -> Iterator[Event]:
    oldest_first = list(reversed(entry.steps))
    reason = entry.proposal.front_matter.text("reason")
    for index, step in enumerate(oldest_first):
        before = oldest_first[index - 1].status if index else None
        kind = _kind_of(step.status, before, first=not index)
        told = reason if kind is EventKind.LET_GO and step is oldest_first[-1] else ""
        by = (step.revision.author,)
        yield Event(kind, step.revision.date, entry, step.status, before, by, told, revision=step.revision)


def _kind_of(status: Status | None, before: Status | None, *, first: bool) -> EventKind:
    if status is None or (first and status.stage is Stage.IDEA):
        return EventKind.PROPOSED if first else EventKind.MOVED
    if status.closed:
        return EventKind.LET_GO
    if status.launched:
        return EventKind.LAUNCHED
    if status.approved and not (before and before.approved):
        return EventKind.APPROVED
    return EventKind.PROPOSED if first else EventKind.MOVED


def _approvals(entry: Entry) -> Iterator[Event]:
    for approval in read_approvals(entry.proposal.front_matter):
        day = parse_day(approval.date)
        if day is not None:
            yield Event(EventKind.APPROVED, day, entry, by=approval.by, version=approval.version)


def _amendments(entry: Entry) -> Iterator[Event]:
    for amendment in read_amendments(entry.proposal.front_matter):
        day = parse_day(amendment.date)
        if day is not None:
            yield Event(EventKind.ACKNOWLEDGED, day, entry, by=amendment.by, text=amendment.reason)


def _scope_changes(entry: Entry) -> Iterator[Event]:
    brought: dict[str, list[Revision]] = {}
    for change in entry.scope.changes:
        if change.origin is not None and change.direction is not Direction.NONE:
            brought.setdefault(change.origin.commit, []).append(change.origin)
    for origins in brought.values():
        revision = origins[0]
        yield Event(
            EventKind.SCOPE_CHANGED,
            revision.date,
            entry,
            by=(revision.author,),
            changes=len(origins),
            revision=revision,
        )


def _outcome(entry: Entry) -> Iterator[Event]:
    outcome = read_outcome(entry.proposal.front_matter)
    day = parse_day(outcome.when) if outcome else None
    if outcome is not None and day is not None:
        yield Event(EventKind.OUTCOME, day, entry, entry.status, text=outcome.summary)
