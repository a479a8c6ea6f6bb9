"""Raw HTML is read as what it says, and left out with its tags."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mkdocs_wb.model import DocumentType, Proposal
from mkdocs_wb.parse.markdown.blocks import parse_blocks
from mkdocs_wb.parse.markdown.raw_html import unfold
from mkdocs_wb.parse.redact import redact
from mkdocs_wb.parse.undivided import find_undivided

_FOLDED = """# Never lose a deer again

## FAQ

<details>
<summary>Customer FAQ</summary>

### Does it hurt?

No.

</details>

<details>
<summary>Internal FAQ</summary>

### What does a collar cost us?

Nine dollars.

</details>

## Later

More deer.
"""


def _seen(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in unfold(parse_blocks(text)) if block.text]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<h1 align='center'>Deer</h1>\n", [("heading", 1, "Deer")]),
        (
            "<div>\n<h3>Deer</h3>\n<p>They stray.</p>\n</div>\n",
            [("heading", 3, "Deer"), ("paragraph", 0, "They stray.")],
        ),
        ("<div align='center'>\n\n# Deer\n\nStray.\n\n</div>\n", [("heading", 1, "Deer"), ("paragraph", 0, "Stray.")]),
        ("<ul><li>One</li><li>Two</li></ul>\n", [("item", 1, "One"), ("item", 1, "Two")]),
        ("<table>\n<tr><td>Deer</td><td>Stray</td></tr>\n</table>\n", [("row", 0, "Deer | Stray")]),
        ("<div><p>They</p><del><p>never</p></del> <p>stray.</p></div>\n", [("paragraph", 0, "They"), ("paragraph", 0, "stray.")]),
        ("<div>\n<style>p { color: red }</style>\n<p>Deer</p>\n</div>\n", [("paragraph", 0, "Deer")]),
    ],
)  # fmt: skip
def test_tags_are_read_as_markdown_would_be(text: str, seen: list[tuple[str, int, str]]) -> None:
    assert _seen(text) == seen


def test_emphasis_in_tags_is_emphasis() -> None:
    (block,) = unfold(parse_blocks("<p align='center'><em>For deer farmers</em></p>\n"))
    assert block.source == "*For deer farmers*"


def test_every_block_keeps_its_lines() -> None:
    blocks = unfold(parse_blocks("text\n\n<div>\n<p>one\ntwo</p>\n\n**three**\n\n</div>\n", 10))
    assert [(block.start, block.end) for block in blocks] == [(11, 11), (14, 15), (17, 17)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# T\n\n<details><summary>A</summary>x</details>\n\n<details><summary>B</summary>y</details>\n", [1, 2, 2]),
        ("## T\n\n<details><summary>A</summary>\n\n#### Q\n\n</details>\n\ny\n", [2, 3, 4]),
        ("# T\n\n### U\n\n<details><summary>A</summary>\n\n### Q\n\n</details>\n", [1, 3, 2, 3]),
        (
            "# T\n\n<details><summary>A</summary>\n\n<details><summary>B</summary>\n\nx\n\n</details>\n\n</details>\n",
            [1, 2, 3],
        ),
    ],
)
def test_the_title_of_a_folded_part_is_below_what_it_stands_under(text: str, levels: list[int]) -> None:
    assert [block.level for block in unfold(parse_blocks(text)) if block.kind == "heading"] == levels


def test_a_folded_part_is_left_out_with_the_tags_that_fold_it(
    read: Callable[[str], Proposal], classic: DocumentType
) -> None:
    left = redact(read(_FOLDED), classic, ["internal_faq"])
    assert left is not None
    assert "collar" not in left.text
    assert left.text.count("<details>") == left.text.count("</details>") == 1
    assert "More deer." in left.text


@pytest.mark.parametrize(
    "table",
    [
        "| Problem | Solution |\n|---|---|\n| They stray. | A collar. |\n",
        "| | |\n|---|---|\n| **Problem** | They stray. |\n| **Solution** | A collar. |\n",
    ],
)
def test_what_a_table_holds_beside_others_is_not_told_apart(
    table: str, read: Callable[[str], Proposal], classic: DocumentType
) -> None:
    proposal = read(f"# Never lose a deer again\n\n{table}")
    assert {"problem", "solution"} <= {element.name for element in proposal.elements}
    assert find_undivided(proposal, classic, ["problem"])


@pytest.mark.parametrize(
    "unit",
    [
        "<details><summary>x\n\n",
        "<div><p>x",
        "<table><tr><td>x\n",
        "<h2>x</h2>\n\n<del>",
        "<p hidden",
        "<p hidden>x",
        "<p a=b style='",
    ],
)
@pytest.mark.usefixtures("five_seconds")
def test_tags_that_are_never_closed_are_read_in_time(unit: str, read: Callable[[str], Proposal]) -> None:
    read(unit * (200_000 // len(unit)))
