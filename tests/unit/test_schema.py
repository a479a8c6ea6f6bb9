"""Loading document types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_wb.doctype.places import find_loop
from mkdocs_wb.doctype.schema import BUNDLED, parse_document_type, read_bundled, read_document_type
from mkdocs_wb.errors import WbError
from mkdocs_wb.model import ElementType


def schema(elements: Any, **more: Any) -> dict[str, Any]:
    return {"properties": {"elements": {"properties": elements}}, **more}


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_type_is_loaded_by_its_name(name: str) -> None:
    kind = read_document_type(name)
    assert kind.name == name
    assert {"headline", "problem", "solution", "faq", "external_faq", "internal_faq"} <= kind.elements.keys()
    assert (kind.aliases["problem"], kind.aliases["häufige fragen"]) == ("problem", "faq")
    assert kind.elements["external_faq"].audience == "external"
    assert kind.elements["external_faq"].parent == "faq"
    assert kind.elements["external_faq"].faq
    assert kind.elements["solution"].scope


def test_every_bundled_element_has_a_title_guidance_and_a_parent_that_exists() -> None:
    elements = read_document_type("classic").elements
    assert [e.name for e in elements.values() if not (e.title and e.guidance and e.aliases)] == []
    assert {e.parent for e in elements.values()} - {""} <= elements.keys()


def test_bundled_schemas_are_found_by_their_id() -> None:
    assert set(read_bundled()) == {"wb:front-matter", "wb:element", "wb:classic", "wb:bryar-carr"}


@pytest.mark.parametrize("name", sorted(read_bundled()))
def test_a_bundled_schema_is_valid_for_no_run_checks_it(name: str) -> None:
    Draft202012Validator.check_schema(read_bundled()[name])
    assert not find_loop(read_bundled()[name])


def test_an_extension_keeps_what_it_does_not_say_anew() -> None:
    own = schema(
        {"problem": {"title": "Pain", "wb": {"aliases": ["Pain"]}}, "risks": {"wb": {"parent": "press_release"}}},
        **{"$ref": "wb:classic", "title": "Ours"},
    )
    kind = parse_document_type(own, "ours")
    base = read_document_type("classic")
    assert (kind.name, kind.title) == ("ours", "Ours")
    assert list(kind.elements) == [*base.elements, "risks"]
    assert kind.elements["problem"].title == "Pain"
    assert kind.elements["problem"].aliases == ("Pain",)
    assert kind.elements["problem"].guidance == base.elements["problem"].guidance
    assert kind.elements["solution"] == base.elements["solution"]
    assert kind.elements["risks"] == ElementType("risks", "Risks", ("Risks",), parent="press_release", names=("Risks",))


@pytest.mark.parametrize(
    "own",
    [
        {"$ref": "wb:bryar-carr"},
        {"allOf": [{"$ref": "wb:classic"}, {"required": ["elements"]}]},
        {"allOf": [{"$ref": "#/$defs/x"}, {"$ref": "wb:bryar-carr"}], "$defs": {"x": True}},
    ],
)
def test_a_type_is_extended_directly_through_another_or_by_all_of(own: dict[str, Any]) -> None:
    assert parse_document_type(own, "ours").elements == read_document_type("classic").elements


@pytest.mark.parametrize(
    ("annotated", "element"),
    [
        ({}, ElementType("decision", "Decision", ("Decision",), names=("Decision",))),
        (True, ElementType("decision", "Decision", ("Decision",), names=("Decision",))),
        ({"title": "What we do"}, ElementType("decision", "What we do", ("What we do",), names=("What we do",))),
        ({"wb": {"aliases": ["A", "B", "A"]}}, ElementType("decision", "Decision", ("A", "B"), names=("Decision", "A"))),
        ({"wb": {"aliases": {"en": ["A"], "de": ["B", "A"]}}}, ElementType("decision", "Decision", ("A", "B"), names=("Decision", "A", "B"))),
        ({"wb": {"scope": False, "questions": True}}, ElementType("decision", "Decision", ("Decision",), faq=True, scope=False, names=("Decision",))),
    ],
)  # fmt: skip
def test_annotations_have_defaults(annotated: Any, element: ElementType) -> None:
    assert parse_document_type(schema({"decision": annotated}), "adr").elements == {"decision": element}


def test_aliases_are_folded() -> None:
    kind = parse_document_type(schema({"q": {"wb": {"aliases": ["1. The Question?"]}}}), "adr")
    assert dict(kind.aliases) == {"question": "q"}


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ([], "ours.json: expected a JSON Schema, found list"),
        ("wb:classic", "found str"),
        ({}, "properties.elements.properties"),
        (schema({}), "properties.elements.properties"),
        ({"properties": {"elements": True}}, ""),
        ({"properties": []}, ""),
        (schema([]), ""),
        (schema({"a": {"wb": []}}), ""),
        (schema({"a": {"wb": {"aliases": [1]}}}), ""),
        ({"$ref": "https://example.org/schema.json"}, "nothing is fetched"),
        ({"allOf": [{"$ref": "file:///etc/passwd"}]}, "nothing is fetched"),
        ({"$ref": "wb:nothing"}, "wb:classic, wb:bryar-carr"),
        (schema({"a": {"wb": {"aliases": ["X"]}}, "b": {"wb": {"aliases": ["the x"]}}}), "“the x” is claimed by a and by b"),
        ({"$ref": "wb:classic", **schema({"pain": {"wb": {"aliases": ["Problem"]}}})}, "“Problem” is claimed by problem"),
        (schema({"a": {"wb": {"alias": ["X"]}}}), "/properties/elements/properties/a/wb: there is no key `alias`; did you mean “aliases”?"),
        (schema({"a": {"wb": {"parent": "b"}}, "b": {"wb": {"parent": "a"}}}), "a stands in itself, by way of b"),
        (schema({"a": {"wb": {"parent": "a"}}}), "a stands in itself"),
        ({"properties": {"elements": {"properties": {"risks": {}}, "required": ["risk"]}}}, "required: there is no element `risk`; did you mean “risks”?"),
    ],
)  # fmt: skip
def test_what_is_no_document_type_is_refused_by_name(own: Any, says: str) -> None:
    with pytest.raises(WbError) as caught:
        parse_document_type(own, "ours", "ours.json")
    assert "ours.json: " in str(caught.value)
    assert says in str(caught.value)


def test_a_type_of_ones_own_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "adr.json"
    file.write_text(json.dumps(schema({"decision": {}}, title="ADR")), encoding="utf-8")
    assert (read_document_type(str(file)).name, read_document_type(str(file)).title) == ("adr", "ADR")


@pytest.mark.parametrize("content", [b"{", b"\xff{}"])
def test_a_file_that_holds_no_json_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "adr.json"
    file.write_bytes(content)
    with pytest.raises(WbError, match=r"adr\.json: .*found no JSON"):
        read_document_type(str(file))


def test_a_key_that_stands_twice_is_named(tmp_path: Path) -> None:
    file = tmp_path / "adr.json"
    file.write_text('{"properties": {"elements": {"properties": {"risks": {}, "risks": {"title": "Risks"}}}}}')
    with pytest.raises(WbError, match=r"adr\.json: expected each key once, found 'risks' again"):
        read_document_type(str(file))
