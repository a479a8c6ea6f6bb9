"""A proposal as the plain data that its schema speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Element, Proposal, Scalar
from ..parse.measure import Measure, measure

_MEASURES = frozenset({"words", "sentences", "paragraphs"})


def build_projection(
    proposal: Proposal, schema: Mapping[str, Any], status: str | None, *, measured: bool = True
) -> dict[str, Any]:
    """What is validated: `front_matter` without blank values, and `elements` by name with what was measured of each.

    Args:
        proposal: as read.
        measured: whether the schema asks how long an element is; counting is left out where it does not.
        schema: of the front matter; where it means a number or a boolean, a plain scalar becomes one.
        status: the status under its own name, whatever synonym the document uses; None leaves the key as written.
    """
    keys = schema.get("properties", {})
    converted = convert(proposal.front_matter.values, schema)
    front_matter = {key: value for key, value in converted.items() if not _is_blank(value, keys.get(key))}
    if status is not None:
        front_matter["status"] = status
    asked: dict[str, int] = {}
    for question in proposal.questions:
        asked[question.element] = asked.get(question.element, 0) + 1
    elements: dict[str, dict[str, Any]] = {}
    for element in proposal.elements:
        counted = measure(element) if measured else Measure(0, 0, 0)
        _add(elements, element, counted, asked.get(element.name, 0))
    return {"front_matter": front_matter, "elements": elements}


def convert(value: Any, schema: Any) -> Any:
    """Scalars as their text, except where the schema means another type and the scalar is plainly of it."""
    properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
    items = schema.get("items", {}) if isinstance(schema, dict) else {}
    if isinstance(value, Mapping):
        converted = {key: convert(item, properties.get(key, {})) for key, item in value.items()}
        return {key: item for key, item in converted.items() if item is not None}
    if isinstance(value, list):
        return [convert(item, items) for item in value]
    if not isinstance(value, Scalar) or value.native is None:
        return None if isinstance(value, Scalar) else value
    wanted = schema.get("type") if isinstance(schema, dict) else None
    types = wanted if isinstance(wanted, list) else [wanted]
    kinds: dict[object, type | tuple[type, ...]] = {"boolean": bool, "integer": int, "number": (int, float)}
    for name in types:
        if (
            name in kinds
            and isinstance(value.native, kinds[name])
            and (name == "boolean") == isinstance(value.native, bool)
        ):
            return value.native
    return str(value)


def _is_blank(value: Any, schema: Any) -> bool:
    """Whether a value says nothing: no text, or none in a list that stands for a text."""
    if isinstance(value, list):
        kinds = schema.get("anyOf", []) if isinstance(schema, dict) else []
        return {"type": "string"} in kinds and all(_is_blank(item, {}) for item in value)
    return value is None or (isinstance(value, str) and not value.strip())


def asks_for_measures(schema: Any) -> bool:
    """Whether a schema speaks anywhere of words, sentences or paragraphs."""
    if isinstance(schema, list):
        return any(map(asks_for_measures, schema))
    if not isinstance(schema, dict):
        return False
    return not _MEASURES.isdisjoint(schema) or any(map(asks_for_measures, schema.values()))


def _add(elements: dict[str, dict[str, Any]], element: Element, counted: Measure, questions: int) -> None:
    """An element that stands in several places is measured over all of them."""
    measured = elements.setdefault(
        element.name,
        {
            "line": element.start,
            "words": 0,
            "sentences": 0,
            "paragraphs": 0,
            "questions": questions,
            "found_by": element.found_by,
        },
    )
    for key in _MEASURES:
        measured[key] += getattr(counted, key)
