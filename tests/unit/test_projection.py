"""A proposal as the data that its schema speaks of."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_wb.doctype.projection import build_projection, convert
from mkdocs_wb.doctype.schema import read_bundled
from mkdocs_wb.parse.matter.front_matter import parse_front_matter

from .conftest import Read


@pytest.mark.parametrize(
    ("written", "schema", "value"),
    [
        ("3", {"type": "integer"}, 3),
        ("3", {"type": "number"}, 3),
        ("3.5", {"type": "number"}, 3.5),
        ("3.5", {"type": "integer"}, "3.5"),
        ("3", {"type": "string"}, "3"),
        ("3", {}, "3"),
        ("3", True, "3"),
        ("'3'", {"type": "integer"}, "3"),
        ("true", {"type": "boolean"}, True),
        ("off", {"type": "boolean"}, False),
        ("true", {"type": "integer"}, "true"),
        ("1", {"type": "boolean"}, "1"),
        ("off", {"type": "string"}, "off"),
        ("3", {"type": ["integer", "string"]}, 3),
        ("3", {"type": ["string", "integer"]}, 3),
        ("2026-01-01", {"type": "string"}, "2026-01-01"),
        ("[1, yes]", {"items": {"type": "integer"}}, [1, "yes"]),
        ("{a: 1, b: 1, c: }", {"properties": {"a": {"type": "integer"}}}, {"a": 1, "b": "1"}),
    ],
)
def test_scalars_are_text_unless_the_schema_means_otherwise(written: str, schema: Any, value: Any) -> None:
    read, _, _ = parse_front_matter(f"---\nkey: {written}\n---\n")
    converted = convert(read.values, {"properties": {"key": schema}})
    assert converted == {"key": value}
    assert type(converted["key"]) is type(value)


def test_an_empty_value_is_absent() -> None:
    read, _, _ = parse_front_matter("---\nowner:\nreason: ~\nid: ''\n---\n")
    assert convert(read.values, {}) == {"id": ""}


def test_elements_are_measured_over_all_their_places(read: Read) -> None:
    text = "---\nprivate: yes\n---\n# T\n\n## Quote\n\nOne two.\n\n## Quote\n\nThree. Four.\n\n## FAQ\n\n### A?\n\nB.\n\n### C?\n"
    projection = build_projection(read(text), read_bundled()["wb:front-matter"], None)
    assert projection["front_matter"] == {"private": True}
    assert projection["elements"]["quote"] == {
        "line": 6,
        "words": 4,
        "sentences": 3,
        "paragraphs": 2,
        "questions": 0,
        "found_by": "heading",
    }
    assert projection["elements"]["faq"]["questions"] == 2


@pytest.mark.parametrize(("status", "seen"), [("in-review", "in-review"), (None, "Review!")])
def test_the_status_goes_by_its_own_name(read: Read, status: str | None, seen: str) -> None:
    projection = build_projection(read("---\nstatus: Review!\n---\n# T\n"), {}, status)
    assert projection["front_matter"]["status"] == seen
