"""The images of a document: how they are written, where they lead, and which of them are others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_wb.doctype.schema import parse_document_type
from mkdocs_wb.model import Baseline, DocumentType, ImageFile, Images, Scope, Verdict
from mkdocs_wb.parse.markdown.images import find_targets
from mkdocs_wb.parse.markdown.links import find_image_places
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.scope.diff import build_fingerprint, diff_proposals

from .conftest import Read

Show = Callable[[str, str, dict[str, str], dict[str, str]], Scope]
BODY = (
    "# Never lose a deer again\n\n## Solution\n\nThe map shows the herd.\n\n{}\n\n## FAQ\n\n### Does it hurt?\n\n{}\n"
)


@pytest.fixture
def show(read: Read, classic: DocumentType) -> Show:
    """Compare two texts whose images have these contents."""

    def files(contents: dict[str, str]) -> dict[str, ImageFile]:
        return {target: ImageFile(f"docs/{target}", content) for target, content in contents.items()}

    def compare(old: str, new: str, before: dict[str, str], after: dict[str, str]) -> Scope:
        images = Images(files(before), files(after))
        return diff_proposals(read(old), read(new), classic, Baseline("file", old, images=images))

    return compare


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("![A map](map.png)", ["map.png"]),
        ('![A map](map.png "Title") ![](<two words.png>)', ["map.png", "two words.png"]),
        ("![A [nested] map](map_(1).png){ width=300 }", ["map_(1).png"]),
        ("[![A map](map.png)](https://example.com)", ["map.png"]),
        ("![A map][m]\n\n[m]: img/map.png 'Title'", ["img/map.png"]),
        ("![Map][]\n\n[ map ]: <img/a b.png>", ["img/a b.png"]),
        ("![Map]\n\n[MAP]:\n  map.png", ["map.png"]),
        ('<p>\n<IMG alt="x"\n src="map.png">\n</p>', ["map.png"]),
        ("<img src='a.png'/> <img src=b.png width=3>", ["a.png", "b.png"]),
        (r"\![no](map.png) ![]() [a](map.png) ![none][such]", []),
    ],
)
def test_images_are_found_in_every_form(text: str, targets: list[str]) -> None:
    assert [target for target, _ in find_targets(text)] == targets


@pytest.mark.parametrize(
    ("target", "places"),
    [
        ("img/map.png", ["docs/p/img/map.png"]),
        ("../img/the%20map.png?v=2#x", ["docs/img/the map.png"]),
        ("../../map.png", ["map.png"]),
        ("../../../map.png", []),
        ("%2e%2e/%2e%2e/%2e%2e/map.png", []),
        ("/img/map.png", []),
        ("https://example.com/map.png", []),
        ("data:image/png;base64,iVBOR", []),
        ("a%00b.png", []),
    ],
)
def test_a_target_leads_from_its_document_and_never_out_of_the_repository(target: str, places: list[str]) -> None:
    assert find_image_places(["docs/p/deer.md"], f"![A map]({target})").get(target, []) == places


def test_a_tag_may_start_from_the_folder_that_its_page_becomes() -> None:
    text = '<img src="../map.png">'
    assert find_image_places(["docs/p/deer.md"], text) == {"../map.png": ["docs/map.png", "docs/p/map.png"]}


def test_an_image_whose_content_is_another_alters_the_element_it_stands_in(show: Show) -> None:
    text = BODY.format("![The journey](map.png)", "No: ![](no.png)")
    scope = show(text, text, {"map.png": "a" * 64, "no.png": "c" * 64}, {"map.png": "b" * 64, "no.png": "d" * 64})
    assert scope.verdict is Verdict.CREEP
    assert [(one.kind, one.element, one.old, one.new, one.new_line, one.image) for one in scope.changes] == [
        ("image-changed", "solution", "The journey: map.png (aaaaaaaaaa)", "The journey: map.png (bbbbbbbbbb)", 7,
         "docs/map.png"),
        ("image-changed", "faq", "no.png (cccccccccc)", "no.png (dddddddddd)", 13, "docs/no.png"),
    ]  # fmt: skip
    assert (scope.growth, scope.kept) == (0.0, 1.0)


def test_an_image_of_a_german_document_is_compared_too(show: Show) -> None:
    text = (
        "# Nie mehr ein Tier verlieren\n\n## Lösung\n\nDie Karte zeigt die Herde.\n\n![Der Weg des Bauern](weg.png)\n"
    )
    scope = show(text, text, {"weg.png": "a" * 64}, {"weg.png": "b" * 64})
    assert [(one.kind, one.element, one.new) for one in scope.changes] == [
        ("image-changed", "solution", "Der Weg des Bauern: weg.png (bbbbbbbbbb)")
    ]


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "kinds"),
    [
        ("![](a.png)", "![](b.png)", {"a.png": "1"}, {"b.png": "2"}, ["image-changed"]),
        ("![](a.png)", "![](b.png)", {"a.png": "1"}, {"b.png": "1"}, []),
        ("![](a.png)", "<img src='b.png'>", {"a.png": "1"}, {"b.png": "2"}, ["image-changed"]),
        ("![](a.png)", "![][x]\n\n[x]: b.png", {"a.png": "1"}, {"b.png": "2"}, ["image-changed"]),
        ("![](a.png)\n\n![](b.png)", "![](b.png)\n\n![](a.png)", {"a.png": "1", "b.png": "2"},
         {"a.png": "1", "b.png": "2"}, []),
        ("![](a.png)\n\n![](b.png)", "![](a.png)\n\n![](b.png)", {"a.png": "1", "b.png": "2"},
         {"a.png": "2", "b.png": "1"}, ["image-changed", "image-changed"]),
        # what came or went is told by its words, where it has any
        ("", "![](a.png)", {}, {"a.png": "1"}, ["image-changed"]),
        ("![](a.png)", "", {"a.png": "1"}, {}, ["image-changed"]),
        ("", "![A map of every fence](a.png)", {}, {"a.png": "1"}, ["promise-added"]),
        ("", "![screenshot](a.png)", {}, {"a.png": "1"}, ["reworded", "image-changed"]),
        ("![A map of every fence](a.png)", "", {"a.png": "1"}, {}, ["promise-removed"]),
        ("![A map of every fence](a.png)", "![The map of every fence](a.png)", {"a.png": "1"}, {"a.png": "1"},
         ["reworded"]),
        # the file is gone, or was never there
        ("![](a.png)", "![](a.png)", {"a.png": "1"}, {"a.png": ""}, ["image-changed"]),
        ("![](a.png)", "![](b.png)", {"a.png": ""}, {"b.png": ""}, []),
        ("", "![](a.png)", {}, {"a.png": ""}, []),
        # what is not known is not compared
        ("![](https://a.example/a.png)", "![](b.png)", {}, {"b.png": "1"}, []),
        ("![](a.png)", "![](a.png)", {}, {"a.png": "1"}, []),
        # what stands in code or a comment is no image
        ("`![](a.png)`", "`![](a.png)`", {"a.png": "1"}, {"a.png": "2"}, []),
        ("```\n![](a.png)\n```", "```\n![](a.png)\n```", {"a.png": "1"}, {"a.png": "2"}, []),
        ("<!-- ![](a.png) -->", "<!-- ![](a.png) -->", {"a.png": "1"}, {"a.png": "2"}, []),
    ],
)  # fmt: skip
def test_images_are_compared_by_content_and_in_their_places(
    show: Show, old: str, new: str, before: dict[str, str], after: dict[str, str], kinds: list[str]
) -> None:
    scope = show(BODY.format(old, "No."), BODY.format(new, "No."), before, after)
    assert [change.kind for change in scope.changes] == kinds
    assert {change.element for change in scope.changes} <= {"solution"}


def test_an_image_of_a_section_that_came_is_part_of_that(show: Show) -> None:
    old = "# Never lose a deer again\n\n## Problem\n\nDeer stray.\n"
    new = f"{old}\n## Solution\n\nThe map shows the herd.\n\n![](a.png)\n"
    assert [change.kind for change in show(old, new, {}, {"a.png": "1"}).changes] == ["element-added"]


def test_an_image_of_an_element_without_scope_is_not_compared() -> None:
    elements = {"decision": {}, "notes": {"wb": {"scope": False}}}
    adr = parse_document_type({"properties": {"elements": {"properties": elements}}}, "adr")
    proposal = parse_proposal(b"## Notes\n\n![](a.png)\n\n## Decision\n\n![](b.png)\n", "a.md", adr)
    images = Images(*({name: ImageFile(name, digest) for name in ("a.png", "b.png")} for digest in "12"))
    scope = diff_proposals(proposal, proposal, adr, Baseline("file", "", images=images))
    assert [change.element for change in scope.changes] == ["decision"]


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(st.sets(st.text("0123456789abcdef", min_size=10, max_size=10), min_size=2, max_size=2))
def test_another_content_is_another_fingerprint(digests: set[str]) -> None:
    one, other = (build_fingerprint("image-changed", "solution", "a.png (0)", f"a.png ({text})") for text in digests)
    assert one != other
