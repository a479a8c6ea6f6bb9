"""What happened to a proposal, and when."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from mkdocs_wb.lifecycle import Lifecycle
from mkdocs_wb.model import Baseline, Direction, DocumentType, Entry, Revision, Scope, ScopeChange, Step, Verdict
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.portfolio.story import EventKind, count_days, find_since, parse_day, tell_story

LIFECYCLE = Lifecycle()
START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def revision(day: int) -> Revision:
    return Revision(f"{day:040x}", "a.md", "b", "Ana Ruiz", START + timedelta(days=day), "say more")


def entry(classic: DocumentType, statuses: str, front_matter: str = "", changes: tuple[ScopeChange, ...] = ()) -> Entry:
    """A proposal whose status was each of `statuses`, a day after the other."""
    names = statuses.split()
    proposal = parse_proposal(f"---\nstatus: {names[-1]}\n{front_matter}---\n".encode(), "a.md", classic)
    steps = tuple(Step(revision(day), LIFECYCLE.find(name)) for day, name in enumerate(names))
    scope = Scope(Verdict.CREEP if changes else Verdict.NOT_APPROVED, Baseline(None), changes)
    return Entry(proposal, LIFECYCLE.find(names[-1]), scope, steps=tuple(reversed(steps)))


def told(one: Entry) -> list[tuple[int, str, str]]:
    return [((event.when - START).days, event.kind.value, event.text) for event in tell_story(one)]


def test_each_move_of_status_is_an_event_newest_first(classic: DocumentType) -> None:
    assert told(entry(classic, "draft in-review approved building launched")) == [
        (4, "launched", ""),
        (3, "moved", ""),
        (2, "approved", ""),
        (1, "moved", ""),
        (0, "proposed", ""),
    ]


def test_a_recorded_approval_stands_for_the_move_that_came_with_it(classic: DocumentType) -> None:
    approvals = "approvals:\n  - {version: 1, date: 2026-01-08, by: [Ben Okoro]}\n"
    found = tell_story(entry(classic, "draft approved", approvals))
    assert [(event.kind, event.by, event.version) for event in found] == [
        (EventKind.APPROVED, ("Ben Okoro",), "1"),
        (EventKind.PROPOSED, ("Ana Ruiz",), ""),
    ]


def test_of_two_approvals_of_a_day_the_later_comes_first(classic: DocumentType) -> None:
    approvals = "approvals:\n  - {version: 1, date: 2026-01-08}\n  - {version: 2, date: 2026-01-08}\n"
    found = tell_story(entry(classic, "draft approved", approvals))
    assert [event.version for event in found if event.kind is EventKind.APPROVED] == ["2", "1"]


def test_the_reason_belongs_to_the_last_move_that_closed_it(classic: DocumentType) -> None:
    found = told(entry(classic, "draft withdrawn draft rejected", "reason: Too dear.\n"))
    assert found == [(3, "let-go", "Too dear."), (2, "moved", ""), (1, "let-go", ""), (0, "proposed", "")]


def test_amendments_and_the_outcome_have_their_own_days(classic: DocumentType) -> None:
    more = (
        "amendments: [{fingerprint: aaaaaaaaaaaa, date: 2026-02-01, by: Cleo, reason: Asked for}, nonsense]\n"
        "outcome: {date: 2026-03-01, met: partly, summary: No map.}\n"
    )
    assert told(entry(classic, "launched", more)) == [
        (59, "outcome", "No map."),
        (31, "acknowledged", "Asked for"),
        (0, "launched", ""),
    ]


def test_changes_of_scope_are_one_event_a_commit_and_rewording_is_none(classic: DocumentType) -> None:
    def change(direction: Direction, day: int) -> ScopeChange:
        return ScopeChange("x", direction, "summary", None, "x", None, 1, "f", origin=revision(day))

    changes = (change(Direction.WIDENS, 5), change(Direction.ALTERS, 5), change(Direction.NONE, 6))
    found = tell_story(entry(classic, "approved", changes=changes))
    assert [(event.kind, event.changes) for event in found] == [
        (EventKind.SCOPE_CHANGED, 2),
        (EventKind.APPROVED, 0),
    ]


@pytest.mark.parametrize("text", ["2026-13-99", "2026-02-30", "2026-Q3", "", "0000-01-01", "soon", "2026-01-011"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


def test_a_day_may_be_followed_by_a_time() -> None:
    assert parse_day("2026-03-01T09:00:00Z") == datetime(2026, 3, 1, tzinfo=timezone.utc)


def test_days_in_a_status_are_counted_from_the_revision_that_brought_it(classic: DocumentType) -> None:
    one = entry(classic, "draft in-review")
    assert count_days(find_since(one), START + timedelta(days=11, hours=23)) == 10


def test_a_status_that_no_revision_shows_has_no_day(classic: DocumentType) -> None:
    one = entry(classic, "draft")
    unseen = Entry(one.proposal, LIFECYCLE.find("approved"), one.scope, steps=one.steps)
    assert find_since(unseen) is None
    assert count_days(None, START) is None
    assert count_days(START + timedelta(days=2), START) == 0
