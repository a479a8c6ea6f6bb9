"""Edits of a whole document that authors make without promising anything else, and those that only look like them."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import Verdict

from .conftest import Compare

CLEAR = (Verdict.UNCHANGED, Verdict.EDITORIAL)
TEXT = """# Herd Map: press release and FAQ

## Summary

A collar tells the farmer where each deer is. A **TA** (technical assistant) keeps watch.

## Solution

The TA calls the vet. The AIS knows the ships, and the Automatic Identification System (AIS) is open.

Build it with `HERD_ONLY` or BUILD_TESTS, BUILD_DOCS and ENABLE_LOGS.

## FAQ

Q: Is it light?
A: As a feather.

Q: Who uses it?
A:
"""


def edit(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


SAME = {
    "a name that is spelt out": edit(("AIS knows", "Automatic Identification System knows")),
    "one that is not": edit(("Automatic Identification System (AIS)", "AIS")),
    "a word that says the last of an abbreviation again": edit(("AIS knows", "AIS system knows")),
    "one who acts": edit(("**TA** (technical assistant)", "TA agent"), ("The TA", "The TA agent")),
    "the product's name before identifiers": edit(("BUILD_", "HERD_BUILD_"), ("ENABLE_", "HERD_ENABLE_")),
    "a question that nobody answered": edit(("Q: Who uses it?\nA:\n", "")),
    "another": TEXT + "\nQ: Which phones does it need?\nA: TBD\n",
    "where to learn more": edit(("ENABLE_LOGS.", "ENABLE_LOGS.\n\nTo learn more, visit https://herd.example.")),
    "where to ask": edit(("ENABLE_LOGS.", "ENABLE_LOGS. If you have any questions, feel free to visit our FAQ page.")),
    "a quotation to come": edit(("ENABLE_LOGS.", 'ENABLE_LOGS.\n\n"...insert another quote here..."')),
    "a prompt of an outline": edit(("ENABLE_LOGS.", "ENABLE_LOGS.\n\n> Who has this problem?")),
}
OTHER = {
    "an abbreviation that stands for something else": edit(("Automatic Identification", "Advanced Identification")),
    "one who does another thing": edit(("**TA** (technical assistant)", "TA team"), ("The TA", "The TA team")),
    "another abbreviation": edit(("The AIS knows", "The ADS knows")),
    "identifiers of which one stayed": edit(("BUILD_", "HERD_BUILD_")),
    "identifiers that got another word": edit(("BUILD_", "NO_BUILD_"), ("ENABLE_", "NO_ENABLE_")),
    "identifiers of which one changed": edit(("BUILD_", "HERD_BUILD_"), ("ENABLE_LOGS", "HERD_DISABLE_LOGS")),
    "an answer where none was": edit(("Who uses it?\nA:", "Who uses it?\nA: Every farm.")),
    "no answer where one was": edit(("A: As a feather.", "A: TBD")),
    "an answer that names an address": TEXT + "\nQ: Can I send it back?\nA: Contact us at help@herd.example.\n",
    "a question with a figure": TEXT + "\nQ: Does it last 3 years?\nA:\n",
    "a question that is no form to fill in": TEXT + "\n### How do I export it to a spreadsheet?\n",
    "an offer behind a courtesy": edit(("ENABLE_LOGS.", "ENABLE_LOGS. To learn more, book a free visit.")),
    "a quotation in place of one to come": edit(("ENABLE_LOGS.", 'ENABLE_LOGS.\n\n"It never fails."')),
    "a question that says something": edit(("ENABLE_LOGS.", "ENABLE_LOGS.\n\n> How is this product free?")),
}


@pytest.mark.parametrize("new", SAME.values(), ids=SAME)
def test_nothing_else_is_promised(compare: Compare, new: str) -> None:
    assert new != TEXT
    assert compare(TEXT, new).verdict in CLEAR
    assert compare(new, TEXT).verdict in CLEAR


@pytest.mark.parametrize("new", OTHER.values(), ids=OTHER)
def test_something_else_is_promised(compare: Compare, new: str) -> None:
    assert compare(TEXT, new).verdict not in CLEAR
    assert compare(new, TEXT).verdict not in CLEAR
