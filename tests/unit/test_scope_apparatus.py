"""What a document says of itself and what leads through it is no promise, wherever it comes or goes."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import Verdict

from .conftest import Compare

TEXT = """# Deer Tracker

Press release and FAQ

## Never lose a deer again

**For deer farmers with more land than they can walk.**

### Problem

A farmer loses twelve deer a year.

### Solution

The collar tells the farmer where each deer is.

- Works offline
- Lasts two years

### Call to action

Visit https://deer.example to order.

## FAQ

### Does it hurt the animal?

No. It is as light as a feather.
"""
TOP, RELEASE, END = "Press release and FAQ\n", "## FAQ", "as a feather.\n"

SAYS_NOTHING = [
    (TOP, "Created: 2026-02-24\n"),
    (TOP, "**Version:** 0.3 | **Status:** Draft | **Author:** Ana\n"),
    (TOP, "*Last reviewed: May 2026*\n"),
    (TOP, "Status: draft, last edited 12 Feb 2026\n"),
    (TOP, "> This is a draft for internal review.\n"),
    (TOP, "## Table of contents\n\n- [Problem](#p)\n- [Solution](#s)\n- [FAQ](#faq)\n"),
    (TOP, "> Describe the problem your product solves.\n"),
    (TOP, "[TOC]\n"),
    (TOP, "[![build](https://a.example/b.svg)](https://a.example)\n"),
    ("### Call to action", "![Screenshot 2026-03-01](map.png)\n\n### Call to action"),
    ("### Call to action", "![logo.png](logo.png)\n\n### Call to action"),
    ("- Works offline", "#### Key features\n\n- Works offline"),
    ("- Works offline", "**Highlights:**\n\n- Works offline"),
    ("### Call to action", "#### Where each deer is\n\n### Call to action"),
    (RELEASE, "FILL_ME_IN\n\n## FAQ"),
    (RELEASE, "TODO: add a picture\n\n## FAQ"),
    (RELEASE, "— END —\n\n## FAQ"),
    (RELEASE, "Media contact: press@deer.example\n\n## FAQ"),
    (RELEASE, "## FAQ\n\nThis section answers common questions."),
    (END, "as a feather.\n\n---\n\n© 2026 Rural Co. All rights reserved.\n"),
    (END, "as a feather.\n\n[Back to top](#top)\n"),
    (END, "as a feather.\n\n## See also\n\n- [Design](design.md)\n"),
    (END, "as a feather.\n\n## Changelog\n\n- 2026-03-01: first draft\n"),
    (END, "as a feather. See docs/weight.md for details.\n"),
    (END, "as a feather.\n\nFeedback welcome: open an issue.\n"),
]  # fmt: skip

GERMAN = """# Hirschfinder

Pressemitteilung und FAQ

## Nie mehr ein Tier verlieren

### Lösung

Das Halsband sagt dem Bauern, wo jedes Tier ist.

- Es läuft ohne Netz

## FAQ

### Tut es dem Tier weh?

Nein. Es ist leicht.
"""
GERMAN_TOP, GERMAN_END = "Pressemitteilung und FAQ\n", "Es ist leicht.\n"

SAYS_NOTHING_IN_GERMAN = [
    (GERMAN_TOP, "Stand: Entwurf, zuletzt geändert am 12.02.2026\n"),
    (GERMAN_TOP, "Verfasst von: Ana Ruiz\n"),
    (GERMAN_TOP, "> Dieses Dokument beschreibt einen Plan.\n"),
    (GERMAN_TOP, "Kommentare an Ana Ruiz\n"),
    (GERMAN_TOP, "Zur sofortigen Veröffentlichung\n"),
    (GERMAN_TOP, "#### Hintergrund\n"),
    (GERMAN_TOP, "## Inhalt\n\n- Lösung\n- FAQ\n"),
    (GERMAN_END, "Es ist leicht. Siehe docs/gewicht.md für Einzelheiten.\n"),
    (GERMAN_END, "Es ist leicht.\n\n[Zurück zur Übersicht](index.md)\n"),
    (GERMAN_END, "Es ist leicht.\n\nWird ergänzt\n"),
    (GERMAN_END, "Es ist leicht.\n\n## Änderungsverlauf\n\n- 12.02.2026: erster Entwurf\n"),
]  # fmt: skip

SAYS_SOMETHING = [
    (TOP, "Status: free\n"),
    (TOP, "> This document does not bind us.\n"),
    (TOP, "> This document is void in 30 days.\n"),
    ("- Works offline", "#### Free features\n\n- Works offline"),
    ("- Works offline", "- Owner: sees the map\n- Works offline"),
    ("### Call to action", "![A herd of 10 deer](https://a.example/deer.png)\n\n### Call to action"),
    ("- Works offline", "- Icon text\n- Works offline"),
    ("### Call to action", "![Chart 99 %](map.png)\n\n### Call to action"),
    ("### Call to action", "![Screenshot](map.png) of every fence\n\n### Call to action"),
    ("### Call to action", "![A map of every fence](map.png)\n\n### Call to action"),
    ("### Call to action", "#### How to order from abroad\n\n### Call to action"),
    ("### Call to action", "#### How not to order\n\n### Call to action"),
    (RELEASE, "TODO lists are synchronised.\n\n## FAQ"),
    (RELEASE, "## FAQ\n\nThis section costs 9 dollars."),
    (END, "as a feather. Copyright stays with the farmer.\n"),
    (END, "as a feather. Last updated maps are shown.\n"),
    (END, "as a feather. See the guide for prices.\n"),
    (END, "as a feather.\n\n## Also\n\n- Design\n"),
]  # fmt: skip


def edit(part: str, into: str) -> str:
    assert TEXT.count(part) == 1
    return TEXT.replace(part, f"{part}\n{into}" if part == TOP else into)


@pytest.mark.parametrize(("part", "into"), SAYS_NOTHING)
def test_what_speaks_of_the_document_or_leads_through_it_is_no_promise(compare: Compare, part: str, into: str) -> None:
    text = edit(part, into)
    assert compare(TEXT, text).verdict is Verdict.EDITORIAL
    assert compare(text, TEXT).verdict is Verdict.EDITORIAL


@pytest.mark.parametrize(("part", "into"), SAYS_NOTHING_IN_GERMAN)
def test_it_is_none_in_german(compare: Compare, part: str, into: str) -> None:
    assert GERMAN.count(part) == 1
    text = GERMAN.replace(part, f"{part}\n{into}" if part == GERMAN_TOP else into)
    assert compare(GERMAN, text).verdict is Verdict.EDITORIAL
    assert compare(text, GERMAN).verdict is Verdict.EDITORIAL


@pytest.mark.parametrize(("part", "into"), SAYS_SOMETHING)
def test_what_only_begins_like_it_is_one(compare: Compare, part: str, into: str) -> None:
    text = edit(part, into)
    assert compare(TEXT, text).verdict is Verdict.CREEP
    assert compare(text, TEXT).verdict not in (Verdict.EDITORIAL, Verdict.UNCHANGED)


@pytest.mark.parametrize(("field", "verdict"), [("Author: Ana", Verdict.EDITORIAL), ("Price: low", Verdict.CREEP)])
def test_a_date_beside_an_author_is_the_documents(compare: Compare, field: str, verdict: Verdict) -> None:
    old, new = (edit(TOP, f"**{field}**\n**Date:** 2026-03-{day}\n") for day in (10, 11))
    assert compare(old, new).verdict is verdict


def test_what_follows_a_field_is_none(compare: Compare) -> None:
    old, new = (edit(TOP, f"Author: Ana\nTeam: {team}\n") for team in ("farms", "farms and zoos"))
    assert compare(old, new).verdict is Verdict.CREEP
    old, new = (edit(TOP, f"Author: Ana. Every deer gets a collar, a map and {more}.\n") for more in ("feed", "hay"))
    assert compare(old, new).verdict is Verdict.CREEP


@pytest.mark.parametrize(
    ("heading", "verdict"),
    [("## FAQ for vets", Verdict.EDITORIAL), ("## FAQ: it also feeds the sheep", Verdict.CREEP)],
)
def test_a_heading_of_questions_says_whose_they_are(compare: Compare, heading: str, verdict: Verdict) -> None:
    assert compare(TEXT, edit("## FAQ", heading)).verdict is verdict


def test_the_title_may_say_what_the_document_is(compare: Compare) -> None:
    assert compare(TEXT, TEXT.replace("# Deer Tracker\n", "# Deer Tracker PR/FAQ\n")).verdict is Verdict.EDITORIAL


def test_a_heading_without_words_makes_no_title_of_what_is_listed(compare: Compare) -> None:
    long = "- It shows deer, sheep and goats on one map for every valley, hill and wood.\n\n###\n\n- Works offline"
    old, new = (TEXT.replace("- Works offline", text) for text in (long, long.replace(", sheep", "")))
    assert compare(old, new).verdict is Verdict.NARROWED


def test_an_owner_among_items_is_who_uses_it(compare: Compare) -> None:
    old, new = (TEXT.replace("- Works offline", f"- Owner: {can} maps\n- Works offline") for can in ("sees", "deletes"))
    assert compare(old, new).verdict is Verdict.CREEP


def test_a_name_that_code_has_in_small_letters_is_a_new_name_throughout(compare: Compare) -> None:
    old = (
        "# Shelfie: press release and FAQ\n\n## Summary\n\nShelfie reads spines. Run `shelfie add`. We like Shelfie.\n"
    )
    assert compare(old, old.replace("helfie", "pinewise")).verdict is Verdict.EDITORIAL
    plain = old.replace("`", "")
    assert compare(plain, plain.replace("helfie", "pinewise")).verdict is Verdict.CREEP


@pytest.mark.parametrize(
    ("title", "verdict"), [("Herds that never stray", Verdict.EDITORIAL), ("Sheep that never stray", Verdict.CREEP)]
)
def test_a_title_may_be_parted_from_what_the_document_is(compare: Compare, title: str, verdict: Verdict) -> None:
    rest = TEXT.replace("# Deer Tracker\n\nPress release and FAQ\n", "---\n\n## Press release\n").replace(
        "## N", "### N"
    )
    old, new = (f"{top}\n\n{rest}" for top in ("# PRFAQ // Herds that never stray", f"# PRFAQ\n\n## {title}"))
    assert compare(old, new).verdict is verdict
