"""How a document was read, as a person at a terminal sees it."""

from __future__ import annotations

from mkdocs_wb.model import DocumentType
from mkdocs_wb.printable import count_cells
from mkdocs_wb.report.inspection import render_inspection

from .conftest import Read

TEXT = """\
# Never lose a deer again

## The trouble with deer: where do they go when nobody looks, and who is to blame for all of it

Deer stray.

## FAQ

### For the herders

#### Does it work in the rain, in the snow, in the fog and in every other weather that the hills have to offer?

Yes.
"""


def test_it_fits_eighty_columns_and_names_what_is_missing(read: Read, classic: DocumentType) -> None:
    shown = render_inspection(read(TEXT), classic)
    assert max(map(count_cells, shown.splitlines())) <= 80
    words = " ".join(shown.split())
    assert "not found: Problem, Solution, Quote" in words
    assert "Does it work in the rain" in words
    assert "that the hills have to offer?" in words
    assert "Customer FAQ: 1 question" in words


def test_it_shows_the_heading_where_that_says_something_else(read: Read, classic: DocumentType) -> None:
    shown = render_inspection(read("# Deer\n\n## The pain\n\nDeer stray.\n\n## Solution\n\nAn app.\n"), classic)
    assert "3–5      Problem" in shown
    assert "heading “The pain”" in shown
    assert "“Solution”" not in shown


def test_a_line_is_one_number_and_signs_of_two_cells_are_counted(read: Read, classic: DocumentType) -> None:
    shown = render_inspection(
        read(f"# Deer\n\n## {'課題' * 2}：{'鹿' * 60}\n\n鹿。\n\n## 課題：{'鹿' * 60}\n"), classic
    )
    assert max(map(count_cells, shown.splitlines())) <= 80
    assert "  1        Headline" in shown


def test_what_could_not_be_read_is_said(read: Read, classic: DocumentType) -> None:
    shown = render_inspection(read("---\nowner: x\nowner: y\n---\n# Deer\n"), classic)
    assert "  line 3: expected each key once, found `owner` again" in " ".join(shown.split("\n         "))


def test_headings_that_the_type_does_not_know_are_shown(read: Read, classic: DocumentType) -> None:
    text = "# Deer\n\n## 1. Part\n\n### Problem\n\nDeer stray.\n\n### So lösen wir es\n\nAn app.\n"
    shown = render_inspection(read(text), classic)
    assert "  other headings: “So lösen wir es” (line 9)" in shown.splitlines()
    assert "other headings" not in render_inspection(read("# Deer\n\n## Problem\n\nDeer stray.\n"), classic)
