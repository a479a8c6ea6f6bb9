"""A proposal's body as MkDocs gets it."""

from __future__ import annotations

import re

import pytest
from markdown import markdown

from mkdocs_wb.parse.matter.front_matter import parse_front_matter
from mkdocs_wb.render.body import build_markdown

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\nstatus: draft\n---\n# T\n\ntext\n", "# T\n\ntext\n"),
        ("---\nstatus: draft\n---", ""),
        ("# T\n", "# T\n"),
        ("---\na: [\n---\n# T\n", "# T\n"),
        ("---\n---\n# T\n---\nx: y\n---\n", "# T\n---\nx: y\n---\n"),
        (
            "---\nstatus: draft\n---\n<!-- wb: say\nit --> \nA\n\n<!-- mine -->\nB <!-- wb: more -->C",
            "A\n\n<!-- mine -->\nB C",
        ),
        ("", ""),
    ],
)
def test_mkdocs_gets_the_body_behind_an_empty_block_without_guidance(read: Read, text: str, body: str) -> None:
    built = build_markdown(read(text))
    front_matter, rest, problems = parse_front_matter(built)
    assert (dict(front_matter.values), rest, problems) == ({}, body, ())


@pytest.mark.usefixtures("five_seconds")
def test_guidance_that_is_never_closed_is_looked_through_in_the_time_of_its_length(read: Read) -> None:
    text = f"<!-- wb: one -->  \nText.\n{'<!-- wb: x ' * 20_000}"
    assert build_markdown(read(f"---\nstatus: draft\n---\n{text}")) == f"---\n{{}}\n---\n{text.partition(chr(10))[2]}"


def _show(read: Read, body: str, *, nests: bool = True) -> str:
    """The page's HTML on one line."""
    built = build_markdown(read(f"---\nstatus: draft\n---\n{body}"), nests=nests)
    html = markdown(built.partition("\n---\n")[2], extensions=["tables", "fenced_code"])
    return re.sub(r">\s+<", "><", html).replace("\n", " ")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("# T\n\nIt does:\n- one\n- two", "<p>It does:</p><ul><li>one</li><li>two</li></ul>"),
        ("# T\n\nIt does:\n1) one\n2) two", "<p>It does:</p><ol><li>one</li><li>two</li></ol>"),
        ("# T\n\nIt does:\n• one\n•\ttwo", "<p>It does:</p><ul><li>one</li><li>two</li></ul>"),
        ("# T\n\nIt does:\n· one\n· two", "<p>It does:</p><ul><li>one</li><li>two</li></ul>"),
        ("# T\n\n– one\n– two\n", "<ul><li>one</li><li>two</li></ul>"),
        ("# T\n\nIt is\n– as they say –\nslow.", "<p>It is – as they say – slow.</p>"),
        ("# T\n\nOnce\n+ Grove", "<p>Once + Grove</p>"),
        ("# T\n\n> It does:\n> • one\n> • two", "<p>It does:<br /> • one<br /> • two</p>"),
        ("# T\n\nPrices:\n| a | b |\n|---|---|\n| 1 | 2 |", "<p>Prices:</p><table>"),
        ("# T\n\nIt is\nwrapped\nprose.", "<p>It is wrapped prose.</p>"),
        (
            "# T\n\nClick “Share”\nPick a day\nCopy the link",
            "<p>Click “Share”<br /> Pick a day<br /> Copy the link</p>",
        ),
        ("# T\n\nMedia contact\nAna Ruiz\nana@example.com", "<br /> Ana Ruiz<br /> ana@example.com</p>"),
        ("# T\n\nWritten by\nAna Ruiz of Rural Co.", "<p>Written by Ana Ruiz of Rural Co.</p>"),
        ("# T\n\nIt is short.\nIt is light.\nIt is cheap.", "<p>It is short. It is light. It is cheap.</p>"),
        ("# T\n\n鹿を\n台所から\n見つける", "<p>鹿を 台所から 見つける</p>"),
        ("# T\n\nProblem\nFarms lose\nanimals.\nSolution: A map.", "<p>Solution: A map.</p>"),
        ("# T\n\nProblem\nFarms lose\nanimals.", "<p>Problem</p><p>Farms lose animals.</p>"),
        ("# T\n\n## FAQ\n\nQ: Who?\nA: We.\nQ: Why?\nA: So.", "<p>Q: Who?<br /> A: We.</p><p>Q: Why?<br /> A: So.</p>"),
        ("# T\n\n## FAQ\n\n**Who?**\nWe.\n\n**Why?**\nSo.", "<p><strong>Who?</strong><br /> We.</p>"),
    ],
)
def test_lines_that_were_read_apart_are_shown_apart(read: Read, body: str, shown: str) -> None:
    assert shown in _show(read, body)


@pytest.mark.parametrize(
    "body",
    [
        "# T\n\n1. one\n   - inner\n2. two\n",
        "# T\n\n1. one\n    - inner\n2. two\n",
        "# T\n\n1.  one\n    * inner\n2.  two\n",
    ],
)
def test_a_list_in_a_list_is_one(read: Read, body: str) -> None:
    assert "<ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>" in _show(read, body)


def test_what_stands_in_an_item_stays_in_it(read: Read) -> None:
    shown = _show(read, "# T\n\n1. one\n\n   more\n   - inner\n\n2. two\n")
    assert "<ol><li><p>one</p><p>more</p><ul><li>inner</li></ul></li><li><p>two</p></li></ol>" in shown


def test_a_list_in_a_list_is_left_to_an_extension_that_sees_to_it(read: Read) -> None:
    body = "# T\n\n- one\n  - inner\n"
    assert build_markdown(read(body), nests=False).endswith(body)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("FOR IMMEDIATE RELEASE\n\nA map of the herd\n\n*For farmers.*\n", "<h1>A map of the herd</h1>"),
        ("## A map of the herd\n\n*For farmers.*\n\n## Problem\n\nIt.\n", "<h1>A map of the herd</h1>"),
        ("# PR/FAQ\n\n## A map of the herd\n\n*For farmers.*\n", "<h2>A map of the herd</h2>"),
    ],
)
def test_the_headline_is_the_title_of_the_page(read: Read, body: str, shown: str) -> None:
    assert shown in _show(read, body)
    assert _show(read, body).count("<h1>") == 1


def test_raw_html_code_and_tables_stay_as_they_are(read: Read) -> None:
    body = "# T\n\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n\n```\n• x\nQ: y\n```\n\na | b\n--|--\n• c | d\n"
    assert build_markdown(read(body)).endswith(body)


@pytest.mark.usefixtures("five_seconds")
@pytest.mark.parametrize("line", ["– one\n", "• one\n", "Ab\n"])
def test_many_lines_are_read_in_the_time_of_their_length(read: Read, line: str) -> None:
    assert (
        build_markdown(read(f"# T\n\n## FAQ\n\n{line * 40_000}")).count(line.split()[1 if " " in line else 0]) >= 40_000
    )
