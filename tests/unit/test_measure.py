"""How long a text is on paper and in time."""

from __future__ import annotations

import pytest

from mkdocs_wb.parse.measure import measure_length

from .conftest import Read


@pytest.mark.parametrize(("words", "pages", "minutes"), [(0, 0.0, 0), (1, 0.002, 1), (480, 0.96, 2), (481, 0.962, 3)])
def test_pages_are_printed_ones_and_minutes_are_whole(read: Read, words: int, pages: float, minutes: int) -> None:
    proposal = read(f"# H\n\n## Problem\n\n{'deer ' * words}\n")
    assert measure_length(proposal.named("problem")) == (words, pages, minutes)


def test_several_places_of_an_element_are_one_text(read: Read) -> None:
    proposal = read("# H\n\n## Quote\n\nOne two.\n\n## Problem\n\nNone.\n\n## Quote\n\nThree.\n")
    assert measure_length(proposal.named("quote")).words == 3
