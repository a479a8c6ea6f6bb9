"""The lifecycle's table."""

from __future__ import annotations

import pytest

from mkdocs_wb.lifecycle import DEFAULT, Lifecycle, Stage, Status, fold_status

LIFECYCLE = Lifecycle(synonyms={"live": "launched"})


@pytest.mark.parametrize(
    ("name", "stage", "approved", "moves"),
    [
        ("draft", "idea", False, "in-review, withdrawn"),
        ("in-review", "review", False, "draft, approved, rejected, withdrawn"),
        ("approved", "committed", True, "building, in-review, withdrawn, superseded"),
        ("building", "committed", True, "launched, in-review, withdrawn, superseded"),
        ("launched", "committed", True, "in-review, superseded"),
        ("rejected", "closed", False, "draft"),
        ("withdrawn", "closed", False, "draft"),
        ("superseded", "closed", False, ""),
    ],
)
def test_the_table_is_the_contracts(name: str, stage: str, approved: bool, moves: str) -> None:
    status = Lifecycle().find(name)
    assert status == Status(name, Stage(stage), approved, tuple(moves.split(", ")) if moves else ())


def test_it_has_no_other_rows() -> None:
    assert len(Lifecycle().statuses) == 8
    assert DEFAULT in Lifecycle().statuses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("draft", "draft"),
        (" Draft ", "draft"),
        ("IN REVIEW", "in-review"),
        ("in_review", "in-review"),
        ("in - review", "in-review"),
        ("Live", "launched"),
        ("aproved", None),
        ("inreview", None),
        ("", None),
    ],
)
def test_a_status_is_found_by_name_or_synonym(text: str, name: str | None) -> None:
    found = LIFECYCLE.find(text)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(("text", "folded"), [("In Review", "in-review"), ("a__b--c d", "a-b-c-d"), ("ÄB", "äb")])
def test_statuses_are_compared_folded(text: str, folded: str) -> None:
    assert fold_status(text) == folded


def test_ranks_follow_the_table_and_no_status_comes_last() -> None:
    ranks = [LIFECYCLE.rank(status) for status in LIFECYCLE.statuses.values()]
    assert ranks == sorted(ranks)
    assert LIFECYCLE.rank(None) > max(ranks)


@pytest.mark.parametrize(("name", "label"), [("in-review", "In review"), ("draft", "Draft")])
def test_a_label_is_what_people_read(name: str, label: str) -> None:
    assert LIFECYCLE.statuses[name].label == label
