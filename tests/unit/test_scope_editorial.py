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
    "a question that nobody answered": edit(("Q: Who uses it?\nA:\n", "")),
    "another": TEXT + "\nQ: Which phones does it need?\nA: TBD\n",
    "where to learn more": edit(("ENABLE_LOGS.", "ENABLE_LOGS.\n\nTo learn more, visit https://herd.example.")),
    "where to ask": edit(("ENABLE_LOGS.", "ENABLE_LOGS. If you have any questions, feel free to visit our FAQ page.")),
    "a quotation to come": edit(("ENABLE_LOGS.", 'ENABLE_LOGS.\n\n"...insert another quote here..."')),
    "a prompt of an outline": edit(
        ("ENABLE_LOGS.", "ENABLE_LOGS.\n\n> Describe the problem your product solves. Who has this problem?")
    ),
    "more about what the title names": edit(
        ("ENABLE_LOGS.", "ENABLE_LOGS. To learn more about Herd Map, visit herd.example.")
    ),
}
OTHER = {
    "an abbreviation that stands for something else": edit(("Automatic Identification", "Advanced Identification")),
    "one who does another thing": edit(("**TA** (technical assistant)", "TA team"), ("The TA", "The TA team")),
    "another abbreviation": edit(("The AIS knows", "The ADS knows")),
    "settings that got another name": edit(("BUILD_", "HERD_BUILD_"), ("ENABLE_", "HERD_ENABLE_")),
    "an answer where none was": edit(("Who uses it?\nA:", "Who uses it?\nA: Every farm.")),
    "no answer where one was": edit(("A: As a feather.", "A: TBD")),
    "an answer that names an address": TEXT + "\nQ: Can I send it back?\nA: Contact us at help@herd.example.\n",
    "a question with a figure": TEXT + "\nQ: Does it last 3 years?\nA:\n",
    "a question that is no form to fill in": TEXT + "\n### How do I export it to a spreadsheet?\n",
    "a question to nobody": edit(("ENABLE_LOGS.", "ENABLE_LOGS.\n\n> Who has this problem?")),
    "more about what nothing names": edit(("ENABLE_LOGS.", "ENABLE_LOGS. To learn more about Herd Cover, email us.")),
    "who gets in touch": edit(("ENABLE_LOGS.", "ENABLE_LOGS. If you have any questions, we get in touch.")),
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


RELEASE = """# {name}: never lose one

New Orleans, LA — Today, Rural Co. announces {name}.

## Solution

{name} shows the {animal}. {name} rings.

## Quote

> "I sleep at last, and so do my dogs."
{signed}
"""


def release(name: str = "Deer Tracker", animal: str = "deer", signed: str = "") -> str:
    return RELEASE.format(name=name, animal=animal, signed=f"> — {signed}" if signed else "")


JAPANESE = "# 「{0}」を公開\n\n## Solution\n\n「{0}」は{1}の群れを見せる。\n\n「{0}」は鳴る。\n\nマップは無料。\n"
TIDY = {
    "a name of another form": (release(), release("HerdMinder")),
    "a Japanese name": (JAPANESE.format("鹿マップ", "鹿"), JAPANESE.format("群れマップ", "鹿")),
    "a speaker who was missing": (release(), release(signed="Ana Ruiz")),
    "a dash that is forgotten": (release(), release().replace("LA — Today", "LA Today")),
    "a heading that only names": (release(), release().replace("## Quote", "### Our story\n\n## Quote")),
    "a verb of speech": (
        release().replace('dogs."', 'dogs," said Ana Ruiz.'),
        release().replace('dogs."', 'dogs," explains Ana Ruiz.'),
    ),
}
UNTIDY = {
    "a name of another animal": (release(), release("SheepFinder", "sheep")),
    "a name that says who it is for": (release("Goose Tracker", "birds"), release("Moose", "birds")),
    "a name in one place only": (release(), release().replace("Deer Tracker rings", "HerdMinder rings")),
    "a Japanese name of another animal": (JAPANESE.format("鹿マップ", "鹿"), JAPANESE.format("羊マップ", "羊")),
    "another speaker": (release(signed="Ana Ruiz"), release(signed="Bo Li")),
    "a signature with a figure": (release(), release(signed="Ana Ruiz, 12 collars")),
    "a signature that offers": (release(), release(signed="Free Collar")),
    "no day of the launch": (release(), release().replace("LA — Today", "LA In May")),
    "a heading that promises": (release(), release().replace("## Quote", "### Our guarantee\n\n## Quote")),
    "a heading that limits": (release(), release().replace("## Quote", "### Not in our story\n\n## Quote")),
    "a verb that is no speech": (
        release().replace('dogs."', 'dogs," said Ana Ruiz.'),
        release().replace('dogs."', 'dogs," promised Ana Ruiz, head of farms.'),
    ),
}


@pytest.mark.parametrize(("old", "new"), TIDY.values(), ids=TIDY)
def test_a_tidier_release_is_editorial(compare: Compare, old: str, new: str) -> None:
    assert compare(old, new).verdict is Verdict.EDITORIAL
    assert compare(new, old).verdict is Verdict.EDITORIAL


@pytest.mark.parametrize(("old", "new"), UNTIDY.values(), ids=UNTIDY)
def test_what_only_looks_tidier_is_not_clear(compare: Compare, old: str, new: str) -> None:
    assert compare(old, new).verdict not in CLEAR
    assert compare(new, old).verdict not in CLEAR


def test_an_abbreviation_is_explained_across_a_line_break(compare: Compare) -> None:
    old = "# Herd Map\n\n## Solution\n\nThe AIS\n(automatic identification system) is open. The AIS knows the ships.\n"
    new = old.replace("The AIS knows", "The automatic identification system knows")
    assert compare(old, new).verdict in CLEAR


@pytest.mark.parametrize(
    "lead",
    [
        "LEEDS, UK, May 4, 2027: ",
        "LEEDS, UK — May 4, 2027. — ",
        "**LEEDS, UK (May 4, 2027)** – ",
        "Leeds, UK - 4 May 2027: ",
    ],
)
def test_marks_of_a_dateline_say_nothing(compare: Compare, lead: str) -> None:
    text = "# Herd Map\n\n{}Rural Co. opens the map.\n"
    old = text.format("**LEEDS, UK — May 4, 2027** — ")
    assert compare(old, text.format(lead)).verdict in CLEAR
    assert compare(old, text.format(lead.replace("4", "5", 1))).verdict not in CLEAR
