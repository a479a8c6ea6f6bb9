"""Switching a rule off at one place: what a comment reaches, and what it leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkdocs_wb.model import Baseline, Entry
from mkdocs_wb.pipeline import Pipeline
from mkdocs_wb.scope.undiffed import build_uncompared
from mkdocs_wb.settings import parse_settings
from mkdocs_wb.sources import Source

HEAD = """\
---
status: in-review
owner: A
customer: Deer farmers
{more}---
# Deer Tracker

## Summary

"""
FIRST = HEAD.format(more="").count("\n") + 1  # the line on which the body's own text begins


def judge(body: str, more: str = "", block: dict[str, object] | None = None) -> Entry:
    pipeline = Pipeline(parse_settings(block), Path())
    source = Source("proposals/a.md", Path("a.md"), (HEAD.format(more=more) + body).encode())
    proposal = pipeline.read(source)
    scope = build_uncompared(Baseline(None))
    return pipeline.judge_compared(proposal, scope, pipeline.index([proposal]), date(2026, 6, 1))


def lines_of(entry: Entry, rule: str) -> list[int]:
    return [finding.place.line - FIRST + 1 for finding in entry.findings if finding.rule == rule]


EMPTY = """\
Text.

<!-- wb:ignore section-empty: in May -->
## Problem

## Solution

## Quote

## Call to action

## Testimonial
"""
SEVEN = "".join(f"The {word} collar.\n\n" for word in ["revolutionary"] * 7)


def test_a_comment_at_one_place_silences_nothing_that_is_counted_there() -> None:
    fifth = "<!-- wb:ignore superlatives: so it is called -->\nThe revolutionary collar.\n\n"
    entry = judge(SEVEN[: len(SEVEN) // 7 * 4] + fifth + SEVEN[: len(SEVEN) // 7 * 3])
    assert lines_of(entry, "superlatives") == [1, 3, 5, 7, 12]
    assert any("; and 2 more like it" in finding.message for finding in entry.findings)
    assert [finding.place.line - FIRST + 1 for finding in entry.silenced] == [10]
    assert lines_of(entry, "ignore-used") == []


def test_a_comment_on_the_last_of_many_is_of_use() -> None:
    last = "<!-- wb:ignore superlatives: so it is called -->\nThe revolutionary collar.\n"
    assert lines_of(judge(SEVEN + last), "ignore-used") == []


@pytest.mark.parametrize(
    ("rule", "body", "expected"),
    [
        ("section-placeholder", "<!-- wb:ignore section-placeholder: quoted -->\nTBD\n\nTBD\n", [4]),
        ("jargon", "<!-- wb:ignore jargon: quoted -->\nA mesh.\n\nA mesh.\n", [4]),
        (
            "section-empty",
            EMPTY,
            [6],
        ),
    ],
)
def test_what_is_alike_is_counted_without_what_a_comment_silences(rule: str, body: str, expected: list[int]) -> None:
    entry = judge(body, block={"jargon": ["mesh"]})
    assert lines_of(entry, rule) == expected
    assert lines_of(entry, "ignore-used") == []


@pytest.mark.parametrize(
    "body",
    [
        "<!-- wb:ignore superlatives: a name -->\nThe best collar.\n",
        "<!-- wb:ignore superlatives: a name -->\n\nThe best collar.\n",
        "The best collar. <!-- wb:ignore superlatives: a name -->\n",
        "- one\n- <!-- wb:ignore superlatives: a name --> the best\n- three\n",
        "- one\n  <!-- wb:ignore superlatives: a name -->\n- the best\n",
        "> Said of it:\n>\n> <!-- wb:ignore superlatives: a name -->\n> the best collar\n",
        "| a | b |\n|---|---|\n| the best <!-- wb:ignore superlatives: a name --> | c |\n",
        "<!-- wb:ignore jargon, superlatives: both are names -->\nThe best mesh.\n",
        "<!--wb:ignore superlatives:a name-->\nThe best collar.\n",
    ],
)
def test_a_comment_reaches_the_block_below_it_wherever_that_stands(body: str) -> None:
    entry = judge(body, block={"jargon": ["mesh"]})
    assert {finding.rule for finding in entry.findings} & {"superlatives", "ignore-used", "ignore-reason"} == set()
    assert "superlatives" in {finding.rule for finding in entry.silenced}


@pytest.mark.parametrize(
    "body",
    [
        "```\n<!-- wb:ignore superlatives: a name -->\n```\n\nThe best collar.\n",
        "Write `<!-- wb:ignore superlatives: a name -->` above the best collar.\n",
    ],
)
def test_a_comment_that_is_shown_as_code_is_none(body: str) -> None:
    entry = judge(body)
    assert len(lines_of(entry, "superlatives")) == 1
    assert lines_of(entry, "ignore-used") == []
    assert entry.silenced == ()


@pytest.mark.parametrize(
    ("comment", "rule", "message"),
    [
        ("superlatives", "ignore-reason", "expected a reason for ignoring superlatives, found none"),
        ("superlatives:", "ignore-reason", "expected a reason for ignoring superlatives, found none"),
        ("superlatives because", "ignore-used", "expected the name of a rule to ignore, found “superlatives because”"),
        (": a name", "ignore-used", "expected the name of a rule to ignore, found none"),
        ("", "ignore-used", "expected the name of a rule to ignore, found none"),
    ],
)
def test_a_comment_that_cannot_be_read_is_said_once_and_has_no_effect(comment: str, rule: str, message: str) -> None:
    entry = judge(f"<!-- wb:ignore {comment} -->\nThe best collar.\n")
    said = [finding for finding in entry.findings if finding.rule.startswith("ignore-")]
    assert [(finding.rule, finding.message[: len(message)]) for finding in said] == [(rule, message)]
    assert lines_of(entry, "superlatives") == [2]


def test_in_the_front_matter_a_comment_is_one_of_yaml() -> None:
    entry = judge("Text.\n", "# wb:ignore front-matter-valid: we mean it\ncreated: yesterday\n")
    assert "front-matter-valid" not in {finding.rule for finding in entry.findings}
    assert lines_of(judge("## wb:ignore superlatives: how it works\n\nThe best collar.\n"), "superlatives") == [3]


def test_a_comment_in_the_wrong_place_is_told_the_right_one() -> None:
    entry = judge("Text.\n\n## Quote\n\n<!-- wb:ignore quote-attributed: a proverb -->\n\n“All is well.”\n")
    (finding,) = (finding for finding in entry.findings if finding.rule == "ignore-used")
    assert finding.help == f"take the comment out, or move it above line {FIRST + 2}, where the rule speaks"


@pytest.mark.usefixtures("five_seconds")
def test_a_long_line_with_a_comment_is_read_in_no_time() -> None:
    judge(f"<!-- wb:ignore {' ' * 200_000}x\n\n{'<!-- wb:ignore x ' * 20_000}\n")
