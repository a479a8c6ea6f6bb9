"""Validation, and what it says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mkdocs_wb.doctype.schema import parse_document_type, read_document_type
from mkdocs_wb.doctype.validate import Violation, describe_value, is_date, is_period, make_validator
from mkdocs_wb.errors import WbError
from mkdocs_wb.model import DocumentType


@pytest.mark.parametrize(
    ("text", "date", "period"),
    [
        ("2026-03-01", True, True),
        ("2024-02-29", True, True),
        ("2025-02-29", False, False),
        ("2026-13-99", False, False),
        ("2026-00-01", False, False),
        ("2026-03-01T10:00:00", False, False),
        ("20260301", False, False),
        ("2026-3-1", False, False),
        ("2026-W10-1", False, False),
        ("2026-03", False, True),
        ("2026-13", False, False),
        ("2026-Q1", False, True),
        ("2026-Q4", False, True),
        ("2026-Q5", False, False),
        ("2026-q3", False, False),
        ("Q3 2026", False, False),
        ("2026", False, True),
        ("26", False, False),
        ("2026-03-01\n", False, False),
        ("2026\n", False, False),
        ("٢٠٢٦", False, False),
        ("٢٠٢٦-03-01", False, False),
        ("", False, False),
        ("soon", False, False),
    ],
)
def test_dates_and_periods_are_those_of_the_calendar(text: str, date: bool, period: bool) -> None:
    assert (is_date(text), is_period(text)) == (date, period)


@pytest.mark.parametrize("value", [None, 3, [], {}])
def test_a_format_speaks_of_texts_alone(value: object) -> None:
    assert is_date(value)
    assert is_period(value)


def type_of(keys: dict[str, Any], **more: Any) -> DocumentType:
    elements: dict[str, Any] = {"properties": {"problem": {}}}
    front_matter = {"properties": keys, **more}
    return parse_document_type({"properties": {"front_matter": front_matter, "elements": elements}}, "ours")


@pytest.mark.parametrize(
    ("schema", "value", "expected", "found"),
    [
        ({"type": "string"}, 3, "text", "“3”"),
        ({"type": ["string", "array"]}, True, "text or a list", "“true”"),
        ({"type": "object"}, [1], "a mapping", "a list"),
        ({"type": "integer"}, {"a": 1}, "a whole number", "a mapping"),
        ({"type": "number"}, "x", "a number", "“x”"),
        ({"type": "boolean"}, "maybe", "true or false", "“maybe”"),
        ({"enum": ["a", "b"]}, "c", "one of a, b", "“c”"),
        ({"const": "a"}, "b", "a", "“b”"),
        ({"pattern": "^a+$"}, "b", "text of the form ^a+$", "“b”"),
        ({"format": "date"}, "2026-13-99", "a date", "“2026-13-99”"),
        ({"format": "period"}, "soon", "a period", "“soon”"),
        ({"format": "email"}, "ana", "a email", "“ana”"),
        ({"minLength": 3}, "ab", "at least 3 characters", "“ab”"),
        ({"maximum": 3}, 4, "at most 3", "“4”"),
        ({"minItems": 2}, ["a"], "at least 2 entries", "a list"),
        ({"uniqueItems": True}, ["a", "a"], "what the schema's “uniqueItems” says", "a list"),
        ({"type": "string", "description": "one line"}, 3, "one line", "“3”"),
        ({"anyOf": [{"type": "string"}], "description": "a name"}, 3, "a name", "“3”"),
    ],
)
def test_a_violation_says_what_is_expected_and_what_was_found(
    schema: Any, value: Any, expected: str, found: str
) -> None:
    validate = make_validator(type_of({"key": schema}))
    (violation,) = validate({"front_matter": {"key": value}, "elements": {}})
    assert violation == Violation(("front_matter", "key"), None, expected, found)


def test_each_missing_property_is_a_violation_of_its_own() -> None:
    validate = make_validator(type_of({}, required=["owner", "it's"]))
    found = list(validate({"front_matter": {}}))
    assert found == [Violation(("front_matter",), name, "", "") for name in ("owner", "it's")]


def test_a_violation_within_a_list_has_its_path() -> None:
    validate = make_validator(read_document_type("classic"))
    front_matter = {"owner": "A", "customer": "B", "approvals": [{}, {"date": "2026-02-30"}]}
    paths = [found.path for found in validate({"front_matter": front_matter, "elements": {}}) if found.missing is None]
    assert paths == [("front_matter", "approvals", 1, "date")]


@pytest.mark.parametrize(
    ("status", "missing"),
    [("draft", set()), ("rejected", {"reason"}), ("withdrawn", {"reason"}), ("superseded", {"superseded_by"})],
)
def test_the_classic_form_asks_by_status(status: str, missing: set[str]) -> None:
    validate = make_validator(read_document_type("classic"))
    projection = {"front_matter": {"owner": "A", "customer": "B", "status": status}, "elements": {}}
    assert {found.missing for found in validate(projection) if found.path == ("front_matter",)} == missing


def test_bryar_and_carr_ask_for_both_faqs_besides() -> None:
    missing = {}
    for name in ("classic", "bryar-carr"):
        projection: dict[str, Any] = {"front_matter": {"owner": "A", "customer": "B"}, "elements": {}}
        missing[name] = {found.missing for found in make_validator(read_document_type(name))(projection)}
    assert missing["bryar-carr"] - missing["classic"] == {"external_faq", "internal_faq"}
    assert missing["classic"] >= {"headline", "problem", "solution"}


def test_a_schema_that_is_none_is_refused_with_the_place_of_the_error() -> None:
    with pytest.raises(WbError, match=r"ours: not a valid JSON Schema at /properties/front_matter/properties/key/type"):
        make_validator(type_of({"key": {"type": "strnig"}}))


@pytest.mark.parametrize("reference", ["https://example.org/a.json", "file:///etc/passwd", "other.json"])
def test_a_reference_within_a_schema_is_never_fetched(reference: str) -> None:
    validate = make_validator(type_of({"key": {"$ref": reference}}))
    with pytest.raises(WbError, match="nothing is fetched"):
        list(validate({"front_matter": {"key": "x"}}))


@pytest.mark.parametrize(
    ("value", "text"),
    [("a", "“a”"), ("a" * 60, f"“{'a' * 60}”"), ("a" * 61, f"“{'a' * 60}…”"), (True, "“true”"), (None, "“None”"), ([], "a list"), ({}, "a mapping")],
)  # fmt: skip
def test_a_value_is_named_shortly(value: object, text: str) -> None:
    assert describe_value(value) == text


SLOW = "(a|aa)+$"
TEXT = "a" * 60 + "!"


@pytest.mark.parametrize(
    ("keys", "more", "at"),
    [
        ({"key": {"pattern": SLOW}}, {}, "properties/key/pattern"),
        ({}, {"propertyNames": {"pattern": SLOW}}, "propertyNames/pattern"),
        ({}, {"patternProperties": {SLOW: True}}, "patternProperties"),
        ({}, {"patternProperties": {SLOW: True}, "additionalProperties": False}, "patternProperties"),
        ({}, {"patternProperties": {SLOW: True}, "unevaluatedProperties": False}, "patternProperties"),
    ],
)
@pytest.mark.usefixtures("five_seconds")
def test_a_pattern_that_would_run_for_ever_is_given_up_and_named(
    keys: dict[str, Any], more: dict[str, Any], at: str
) -> None:
    validate = make_validator(type_of(keys, **more))
    with pytest.raises(WbError, match=rf"^ours: /properties/front_matter/{at}: the pattern .* was given up"):
        list(validate({"front_matter": {"key": TEXT, TEXT: "x"}}))


def test_keys_are_matched_as_their_patterns_say() -> None:
    patterns = {"^x_": {"type": "string"}, "_n$": {"minLength": 3}, r"^\\p{Lu}": False}
    keys = {"patternProperties": {"type": "object"}}
    validate = make_validator(type_of(keys, patternProperties=patterns, additionalProperties=False))
    front_matter = {"x_n": "ab", "x_a": 3, "Y": 1, "other": 1, "patternProperties": {}}
    found = {(found.path[-1], found.expected, found.is_unknown) for found in validate({"front_matter": front_matter})}
    assert {name for name, _, _ in found} == {"x_n", "x_a", "Y", "other"}
    assert ("x_n", "at least 3 characters", False) in found
    assert ("x_a", "text", False) in found
    assert ("other", "", True) in found


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_each_key_of_a_closed_mapping_is_a_violation_of_its_own(keyword: str) -> None:
    validate = make_validator(type_of({"key": {}}, **{keyword: False}))
    found = list(validate({"front_matter": {"key": 1, "kye": 1, "it's": 1}}))
    assert [(violation.path[-1], violation.is_unknown) for violation in found] == [("kye", True), ("it's", True)]


def test_what_another_key_asks_for_is_missing() -> None:
    validate = make_validator(type_of({}, dependentRequired={"key": ["reason", "owner"]}))
    found = list(validate({"front_matter": {"key": 1, "owner": "Ana"}}))
    assert found == [Violation(("front_matter",), "reason", "", "")]


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("#/$defs/none", "ours: /properties/front_matter/properties/key/$ref: there is nothing at #/$defs/none"),
        ("#none", "ours: /properties/front_matter/properties/key/$ref: there is nothing at #none"),
        ("other.json", "ours: /properties/front_matter/properties/key/$ref: $ref to other.json, which is not bundled"),
        ("#/properties/front_matter/properties/key", "key/$ref: it leads back to itself"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named_with_its_place(reference: str, message: str) -> None:
    with pytest.raises(WbError, match=re.escape(message)):
        list(make_validator(type_of({"key": {"$ref": reference}}))({"front_matter": {"key": "x"}}))


def test_a_reference_to_itself_is_named_though_no_document_comes_by_it() -> None:
    here = "#/properties/front_matter/$defs"
    loop = {"$defs": {"a": {"$ref": f"{here}/b"}, "b": {"$ref": f"{here}/a"}}}
    with pytest.raises(WbError, match=re.escape(f"ours: {here[1:]}/a/$ref: it leads back to itself")):
        make_validator(type_of({}, **loop))


def test_a_reference_to_itself_by_an_anchor_is_one_clear_line() -> None:
    with pytest.raises(WbError, match=re.escape("ours: a $ref in it leads back to itself")):
        list(make_validator(type_of({"key": {"$anchor": "key", "$ref": "#key"}}))({"front_matter": {"key": "x"}}))
