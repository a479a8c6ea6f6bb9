"""How far a proposal has come."""

from __future__ import annotations

from mkdocs_wb.lifecycle import Lifecycle
from mkdocs_wb.model import DocumentType, Entry
from mkdocs_wb.portfolio.milestones import find_milestones
from mkdocs_wb.settings import parse_settings

from .test_story import entry

LIFECYCLE = Lifecycle()
MARKS = {"done": "x", "current": ">", "ahead": "-"}


def way(one: Entry, lifecycle: Lifecycle = LIFECYCLE) -> list[str]:
    """Each milestone as a mark, its status, and the day of January 2026."""
    return [
        f"{MARKS[found.reached.value]} {found.status.name} {found.day.day if found.day else ''}".strip()
        for found in find_milestones(one, lifecycle)
    ]


def test_what_is_under_way_shows_what_is_behind_and_what_is_ahead(classic: DocumentType) -> None:
    one = entry(classic, "draft in-review approved")
    assert way(one) == ["x draft 1", "x in-review 2", "> approved 3", "- building", "- launched"]


def test_a_way_that_was_gone_back_on_counts_no_more(classic: DocumentType) -> None:
    one = entry(classic, "draft in-review approved building in-review")
    assert way(one) == ["x draft 1", "> in-review 5", "- approved", "- building", "- launched"]
    again = entry(classic, "in-review approved draft approved")
    assert way(again)[:3] == ["x draft 3", "x in-review", "> approved 4"]


def test_a_recorded_approval_says_when_it_was_approved(classic: DocumentType) -> None:
    one = entry(classic, "building", "approvals: [{version: 1, date: 2026-01-20, by: [Ben]}]\n")
    assert way(one)[2:4] == ["x approved 20", "> building 1"]


def test_an_approval_of_before_is_none_of_a_new_review(classic: DocumentType) -> None:
    one = entry(classic, "approved in-review", "approvals: [{version: 1, date: 2026-01-01, by: [Ben]}]\n")
    assert way(one)[1:3] == ["> in-review 2", "- approved"]


def test_what_is_closed_ends_there_and_shows_what_it_was(classic: DocumentType) -> None:
    assert way(entry(classic, "draft in-review rejected")) == ["x draft 1", "x in-review 2", "> rejected 3"]
    assert way(entry(classic, "withdrawn")) == ["> withdrawn 1"]


def test_what_is_no_status_has_no_way(classic: DocumentType) -> None:
    assert way(entry(classic, "draft soonish")) == []


def test_a_status_of_the_teams_own_is_on_the_way_where_it_leads_on(classic: DocumentType) -> None:
    lifecycle = parse_settings({
        "statuses": {
            "pilot": {"stage": "committed", "moves": ["launched", "in-review"]},
            "on-hold": {"stage": "review", "moves": ["in-review"]},
            "in-review": {"stage": "review", "moves": ["approved", "on-hold"]},
        }
    }).lifecycle  # fmt: skip
    names = ["x draft 1", "> in-review 2", "- approved", "- building", "- pilot", "- launched"]
    assert way(entry(classic, "draft in-review"), lifecycle) == names
    held = entry(classic, "draft in-review")
    held = Entry(held.proposal, lifecycle.find("on-hold"), held.scope, steps=held.steps)
    assert way(held, lifecycle)[:4] == ["x draft 1", "x in-review 2", "> on-hold", "- approved"]
