"""Findings at a terminal: the caret stands below what is meant."""

from __future__ import annotations

import click
import pytest

from mkdocs_wb.model import Finding, Place, Severity
from mkdocs_wb.report.checked import Checked
from mkdocs_wb.report.text import render_findings

WORD = "aproved"


@pytest.mark.parametrize(
    ("before", "shown", "cells"),
    [
        ("status: ", "status: ", 8),
        ("a\tb ", "a b ", 4),
        ("漢字 🦌 ", "漢字 🦌 ", 8),
        ("e\u0301 ", "e\u0301 ", 2),
        ("\u2764\ufe0f a\u200db ", "\u2764\ufe0f a\u200db ", 5),
        ("\x1b[31m ", "\ufffd[31m ", 6),
        ("##[error] ", "##\u200b[error] ", 10),
        ("word " * 900, "…" + "word " * 12, 61),
    ],
)
def test_the_caret_stands_below_the_word(before: str, shown: str, cells: int) -> None:
    finding = Finding("a.md", Place(1, len(before) + 1), Severity.ERROR, "status-known", "wrong")
    checked = Checked(1, (finding,), {"a.md": f"{before}{WORD} and more"})
    printed = click.unstyle(render_findings(checked)).splitlines()
    assert printed[3] == f"1 | {shown}{WORD} and more"
    assert printed[4] == f"  | {' ' * cells}{'^' * len(WORD)}"


@pytest.mark.parametrize(
    ("line", "column", "message", "meant"),
    [
        ("said [CITY, STATE] today", 6, "found the placeholder “[CITY, STATE]”", "[CITY, STATE]"),
        ("the ultimate map", 1, "found the superlative “the ultimate”", "the ultimate"),
        ("## The map of all", 1, "expected Problem, found no such section", "## The map of all"),
        ("#hashtag and more", 1, "wrong", "#hashtag"),
        ("a map, of all", 3, "found “another”", "map"),
    ],
)
def test_the_caret_is_as_long_as_what_is_quoted(line: str, column: int, message: str, meant: str) -> None:
    finding = Finding("a.md", Place(1, column), Severity.ERROR, "status-known", message)
    printed = click.unstyle(render_findings(Checked(1, (finding,), {"a.md": line}))).splitlines()
    assert printed[4] == f"  | {' ' * (column - 1)}{'^' * len(meant)}"
