"""The front matter as a document type has it: the keys that every document may have, and the type's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..model import DocumentType
from .schema import read_bundled
from .validate import inline_bundled


def build_front_matter(document_type: DocumentType) -> dict[str, Any]:
    """The front matter's schema in one piece: `properties`, and the keys that are `required` whatever the status."""
    properties = dict(read_bundled()["wb:front-matter"]["properties"])
    required: dict[str, None] = {}
    for part in _parts(inline_bundled(document_type.schema)):
        for own in _parts(part.get("properties", {}).get("front_matter")):
            given = own.get("properties")
            properties.update(given if isinstance(given, dict) else {})
            required.update(dict.fromkeys(_list(own, "required")))
    return {"type": "object", "properties": properties, "required": list(required)}


@lru_cache(maxsize=100)
def find_keys(document_type: DocumentType) -> frozenset[str]:
    """The keys that stand in the front matter of a document of this type."""
    return frozenset(build_front_matter(document_type)["properties"])


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """What a schema is put together from, itself last."""
    if isinstance(schema, dict):
        for part in _list(schema, "allOf"):
            yield from _parts(part)
        yield schema


def _list(schema: dict[str, Any], key: str) -> list[Any]:
    """A list in a schema that nobody has checked yet."""
    value = schema.get(key)
    return value if isinstance(value, list) else []
