"""Headings, labels and pictures that only name what stands beside them, and those that say something of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from mkdocs_wb.model import Baseline, DocumentType, ImageFile, Images, Verdict
from mkdocs_wb.parse.markdown.images import is_pictures
from mkdocs_wb.scope.diff import diff_proposals

from .conftest import Compare, Read

CLEAR = (Verdict.UNCHANGED, Verdict.EDITORIAL)
ENGLISH = """# Herd Map: never lose a deer again

*For deer farmers who walk their fences.*

Herd Map is an app for deer farmers. It shows each deer on a map.

## Problem

Farmers walk their fences at night, and losses are found late.

## Solution

Each deer wears a collar with a small antenna. The map shows the herd.

The report compares the weight of the deer with that of the herd. No sheep wear a collar.

Herd Map is free for a single farm, and does not work offline.

> "I slept through the night," said Maria Lopez, a farmer.

> "Our team walked two hundred miles," said Tom Reed of Herd Map.
"""
GERMAN = """# Hirschblick: nie wieder einen Hirsch verlieren

Hirschblick ist eine App für Hirschhalter. Sie zeigt jeden Hirsch auf einer Karte.

## Lösung

Jeder Hirsch trägt ein Halsband mit einer kleinen Antenne. Der Bericht nennt das Gewicht der Herde.

Hirschblick ist für einen Hof kostenlos und geht nicht ohne Netz.
"""
FRENCH = """# Cerf Suivi : ne plus perdre un cerf

Cerf Suivi est une application pour les éleveurs. Elle montre chaque cerf sur une carte.

## Solution

Chaque cerf porte un collier avec une petite antenne. Le rapport compare le poids des cerfs.

Cerf Suivi est gratuit pour une ferme. Il ne fonctionne pas hors ligne.
"""
TEXTS = {
    "en": (ENGLISH, "Each deer wears", "The report compares"),
    "de": (GERMAN, "Jeder Hirsch trägt", "Hirschblick ist für"),
    "fr": (FRENCH, "Chaque cerf porte", "Cerf Suivi est gratuit"),
}
NAMING = {
    "en": [
        "### The collar",
        "### Collar and antenna",
        "**The map**",
        "The collar:",
        "### Weight of the deer",
        "### Weight comparison",
        "### In summation",
        "### A message from our team",
        "### Quote from the Herd Map team",
        "Quotes from farmers:",
        "**What a farmer said**",
        "### An introduction to Herd Map",
        "### About the collar",
        "### Herd Map",
        "### Project name",
    ],
    "de": ["### Das Halsband", "### Halsband und Antenne", "### Zusammenfassung", "### Einführung in Hirschblick"],
    "fr": ["### Le collier", "### Collier et antenne", "### En résumé", "### Introduction à Cerf Suivi"],
}
SAYING = {
    "en": [
        "### Works on iPhone",
        "### Free",
        "### Free for schools",
        "### Offline mode",
        "### For vets",
        "### Sheep wear a collar",
        "### Waterproof collar",
        "### Collar, map and insurance",
        "### No antenna",
        "### Map later",
        "### 3 reports",
        "### The map compares the herd",
        "### Weekly comparison",
        "### A guarantee from our team",
        "### Our team of vets",
        "### A message about prices",
        "Quotes from hospitals:",
        "**Loved by vets**",
        "### An introduction to Herd Map Enterprise",
        "### Herd Map Plus",
        "### Herd Map for teams",
    ],
    "de": [
        "### Kostenlos",
        "### Kostenlos für Schulen",
        "### Ohne Netz",
        "### Halsband für Schafe",
        "### Hirsche sicher",
        "### Neue Antenne",
        "### Einführung in Hirschblick Plus",
        "### Gewichtsalarm",
    ],
    "fr": [
        "### Gratuit",
        "### Gratuit pour les écoles",
        "### Hors ligne",
        "### Sans antenne",
        "### Collier étanche",
        "### Rapport hebdomadaire",
        "### Fonctionne sur iPhone",
    ],
}
ELSEWHERE = "https://pictures.example/1"
UNTOLD = [
    f'<img width="9" alt="image" src="{ELSEWHERE}">',
    f'<img alt="Screenshot 2026-03-28 at 10 12 39 AM" src="{ELSEWHERE}" />',
    "![Bildschirmfoto 2026-03-28 um 10.12.39](map.png)",
    "![Capture d’écran 2026-03-28 à 10.12](map.png)",
    "![weight_of_herd.png](map.png)",
    "[![img](map.png)](map.png)",
    "![Herd Map](banner.png)",
    "![The weight of the deer](weight.png)",
]
TOLD = [
    f'<img alt="Works offline on any phone" src="{ELSEWHERE}">',
    f'<img alt="image" src="{ELSEWHERE}"> It tracks sheep.',
    "![Sheep on the map](map.png)",
    "![99 % of deer found](map.png)",
    "![free-for-schools.png](map.png)",
    "![Logo: works offline](logo.png)",
    "![Karte mit Schafen](map.png)",
    "![Fonctionne hors ligne](map.png)",
    f"![]({ELSEWHERE})",
]


def spread(headings: dict[str, list[str]]) -> Iterable[Any]:
    return [(language, heading) for language, some in headings.items() for heading in some]


def insert(language: str, heading: str, at: int = 0) -> tuple[str, str]:
    text, *places = TEXTS[language]
    return text, text.replace(places[at], f"{heading}\n\n{places[at]}")


@pytest.mark.parametrize(("language", "heading"), spread(NAMING))
def test_a_heading_that_names_what_is_told_promises_nothing(compare: Compare, language: str, heading: str) -> None:
    at = int("omparison" in heading or "eight" in heading)
    old, new = insert(language, heading, at)
    assert compare(old, new).verdict is Verdict.EDITORIAL
    assert compare(new, old).verdict is Verdict.EDITORIAL


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize(("language", "heading"), spread(SAYING))
def test_one_that_says_something_of_its_own_does(compare: Compare, language: str, heading: str, at: int) -> None:
    assert compare(*insert(language, heading, at)).verdict is Verdict.CREEP


def test_a_heading_names_what_stands_below_it_and_no_other_section(compare: Compare) -> None:
    old, new = ENGLISH, ENGLISH.replace("Farmers walk", "### The collar\n\nFarmers walk")
    assert compare(old, new).verdict is Verdict.CREEP


def test_a_heading_may_name_its_section_in_other_words(compare: Compare) -> None:
    texts = [insert("en", heading)[1] for heading in ("### The collar", "### The antenna", "### Waterproof collar")]
    assert compare(texts[0], texts[1]).verdict in CLEAR
    assert compare(texts[0], texts[2]).verdict is Verdict.CREEP


@pytest.mark.parametrize(("name", "clear"), [("Herd Map", True), ("Free vet calls", False), ("Sheep", False)])
def test_the_product_s_name_takes_the_place_of_project_name(compare: Compare, name: str, clear: bool) -> None:
    old, new = (f"# {title}\n\n## Heading\n\n{ENGLISH[2:]}" for title in ("Project Name", name))
    assert (compare(old, new).verdict in CLEAR) is clear


@pytest.mark.parametrize("place", ["Each deer wears", "The report compares"])
@pytest.mark.parametrize("picture", UNTOLD)
def test_a_picture_of_which_nothing_is_told_is_shown_and_promises_nothing(
    compare: Compare, picture: str, place: str
) -> None:
    scope = compare(ENGLISH, ENGLISH.replace(place, f"{picture}\n\n{place}"))
    assert scope.verdict is Verdict.EDITORIAL
    assert scope.changes


@pytest.mark.parametrize("picture", TOLD)
def test_what_is_told_of_a_picture_is_compared(compare: Compare, picture: str) -> None:
    assert (
        compare(ENGLISH, ENGLISH.replace("Each deer wears", f"{picture}\n\nEach deer wears")).verdict is Verdict.CREEP
    )


@pytest.mark.parametrize("alt", ["image", "weight_of_herd.png", "The weight of the deer", "Herd Map"])
def test_a_file_is_a_change_whatever_says_nothing_of_it(read: Read, classic: DocumentType, alt: str) -> None:
    new = ENGLISH.replace("The report compares", f"![{alt}](map.png)\n\nThe report compares")
    images = Images({}, {"map.png": ImageFile("docs/map.png", "abc")})
    scope = diff_proposals(read(ENGLISH), read(new), classic, Baseline("file", ENGLISH, images=images))
    assert [change.kind for change in scope.changes if change.direction.value != "none"] == ["image-changed"]


def test_the_name_of_a_screenshot_is_no_dateline(read: Read) -> None:
    picture = UNTOLD[1]
    text = ENGLISH.replace("Herd Map is an app", f"{picture}\n\nHerd Map is an app")
    assert not read(text).named("dateline")
    assert read(text).named("headline")[0].title == read(ENGLISH).named("headline")[0].title


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![a](b)", True),
        ("[![a](b (c).png)](d) ![e][f]\n<img src=g>", True),
        ('<a href="b"><img src="c"></a>', True),
        ("![a](b){ width=300 }", True),
        ('<a href="b">c</a>', False),
        ("<a></a>", False),
        ("![a](b) and more", False),
    ],
)
def test_nothing_but_pictures(source: str, expected: bool) -> None:
    assert is_pictures(source) is expected
