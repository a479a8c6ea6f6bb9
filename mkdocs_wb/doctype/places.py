"""Where something stands in a schema, as a JSON pointer, so that a message can name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_IN_PLACE = ("allOf", "anyOf", "oneOf", "if", "then", "else", "not")


def find_pointer(schema: Any, keyword: str, value: Any) -> str:
    """Where a keyword has a value; empty where that is nowhere."""
    return next((f"{at}/{keyword}" for at, part in walk(schema) if part.get(keyword) == value), "")


def find_loop(schema: Any) -> str:
    """Where a `$ref` leads back to itself by nothing but further ones; empty where none does."""
    return next(
        (f"{at}/$ref" for at, part in walk(schema) if "$ref" in part and _returns(part, part, schema, set())), ""
    )


def walk(schema: Any, at: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each mapping in a schema, with the pointer that leads to it."""
    if isinstance(schema, dict):
        yield at, schema
    parts = schema.items() if isinstance(schema, dict) else enumerate(schema) if isinstance(schema, list) else ()
    for name, part in parts:
        yield from walk(part, f"{at}/{str(name).replace('~', '~0').replace('/', '~1')}")


def _returns(part: Mapping[str, Any], goal: Mapping[str, Any], root: Any, seen: set[int]) -> bool:
    """Whether what a schema says of the same value comes back to `goal`."""
    if id(part) in seen:
        return part is goal
    seen.add(id(part))
    inner = [part.get(keyword) for keyword in _IN_PLACE]
    parts = [one for given in inner for one in (given if isinstance(given, list) else [given])]
    parts.append(_resolve(part.get("$ref"), root))
    return any(_returns(one, goal, root, seen) for one in parts if isinstance(one, dict))


def _resolve(reference: Any, root: Any) -> Any:
    """What a `$ref` within the same schema leads to; None where that is nothing."""
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    for name in reference[1:].split("/")[1:]:
        root = root.get(name.replace("~1", "/").replace("~0", "~")) if isinstance(root, dict) else None
    return root
