"""A proposal's badge."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import yaml

from mkdocs_wb.lifecycle import Lifecycle
from mkdocs_wb.model import Baseline, DocumentType, Entry, Scope, Verdict
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.render.badge import measure, render_badge

SVG = "{http://www.w3.org/2000/svg}"


def badge(
    classic: DocumentType, title: str, status: str = "building", verdict: Verdict = Verdict.CREEP
) -> ElementTree.Element:
    text = f"---\n{yaml.safe_dump({'title': title, 'status': status})}---\n"
    proposal = parse_proposal(text.encode(), "a.md", classic)
    scope = Scope(verdict, Baseline(None), growth=0.123)
    return ElementTree.fromstring(render_badge(Entry(proposal, Lifecycle().find(status), scope)))


def words(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_a_badge_says_title_status_and_scope_in_words_and_to_those_who_cannot_see_it(classic: DocumentType) -> None:
    root = badge(classic, "Farm Shop")
    assert words(root) == ["Farm Shop", "Building", "Scope creep +12\u202f%"]
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Farm Shop: Building, Scope creep +12\u202f%"


def test_what_was_never_approved_has_no_scope(classic: DocumentType) -> None:
    assert words(badge(classic, "A", "draft", Verdict.NOT_APPROVED)) == ["A", "Draft"]


@pytest.mark.parametrize("text", ["<b>&\"'</b>", "]]>", "\x07\x0b\x1b[31m\uffff", "</svg><script>alert(1)</script>"])
def test_hostile_titles_and_statuses_stay_text(classic: DocumentType, text: str) -> None:
    root = badge(classic, f"A {text} B", text)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "g", "path", "text"}
    assert words(root)[0].startswith("A ")
    assert words(root)[0].endswith(" B")


def test_each_field_has_room_for_its_words_and_none_lies_on_another(classic: DocumentType) -> None:
    for title in ("illi", "MW", "鹿の群れを見失わない", "Farm Shop", "👍🏽"):
        root = badge(classic, title)
        shapes = [re.findall(r"[MH]([\d.]+)", path.get("d", "")) for path in root.iter(f"{SVG}path")]
        spans = [(min(map(float, shape)), max(map(float, shape))) for shape in shapes]
        assert all(before[1] < after[0] for before, after in pairwise(spans))
        for (left, right), text in zip(spans, root.iter(f"{SVG}text"), strict=True):
            room = measure(text.text or "") * 11
            assert left + 4 <= float(text.get("x", "")) - room / 2
            assert float(text.get("x", "")) + room / 2 <= right + 4
        assert float(root.get("width", "")) >= spans[-1][1]


def test_signs_of_east_asian_scripts_are_as_wide_as_they_are_high_and_marks_have_no_width() -> None:
    assert measure("鹿" * 10) > 10
    assert measure("e\u0301") == measure("é")
    assert measure("👨\u200d👩\u200d👧") == measure("👨")
    assert measure("illi") < measure("abcd") < measure("WWWW")


@pytest.mark.parametrize("title", ["Farm Shop " * 30, "鹿" * 300, "👨\u200d👩\u200d👧" * 100])
def test_a_long_title_is_cut_and_said_in_full(classic: DocumentType, title: str) -> None:
    root = badge(classic, title)
    assert int(root.get("width", "")) < 500
    assert words(root)[0].endswith("…")
    assert not words(root)[0].endswith("\u200d…")
    assert (root[0].text or "").startswith(title.strip())


def test_a_badge_asks_for_nothing_from_elsewhere(classic: DocumentType) -> None:
    root = badge(classic, "Farm Shop")
    for element in root.iter():
        assert not {"href", "style", "class", "onload"} & set(element.keys())
    assert len(ElementTree.tostring(root)) < 1200
