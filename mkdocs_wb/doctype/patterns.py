"""A team's regular expressions, tried in bounded time: one may run for ever on the right text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import regex

from ..errors import WbError
from .places import find_pointer, walk

_PATIENCE = 0.5  # seconds
_NAMED = ("properties", "$defs", "definitions", "dependentSchemas")  # these lead from names to schemas
_DATA = ("const", "enum", "default", "examples")
_KEYED = "patternProperties"


class PatternError(WbError):
    """A pattern that gave no answer."""

    def __init__(self, pattern: str, message: str) -> None:
        super().__init__(message)
        self.pattern = pattern


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text.

    Raises:
        PatternError: that took too long, so that the answer is not known; or it is no pattern.
    """
    try:
        return regex.search(pattern, text, timeout=_PATIENCE) is not None
    except TimeoutError as error:
        shown = text if len(text) <= 40 else f"{text[:40]}…"
        message = (
            f"the pattern {pattern} was given up after {_PATIENCE} s on “{shown}”; write one without nested repetitions"
        )
        raise PatternError(pattern, message) from error
    except regex.error as error:
        message = f"{pattern} is no pattern: {error}"
        raise PatternError(pattern, message) from error


def is_pattern(value: object) -> bool:
    """Whether a text is a pattern that can be tried."""
    try:
        regex.compile(value if isinstance(value, str) else "")
    except regex.error:
        return False
    return True


def has_keyed_patterns(schema: Any) -> bool:
    """Whether a schema has `patternProperties` anywhere."""
    return any(_KEYED in part for _, part in walk(schema))


def settle_keys(schema: Any, keys: Iterable[str]) -> Any:
    """A schema whose `patternProperties` match those of the keys that its patterns match, each as it is written.

    The validator tries them with `re`, in more keywords than one, and without bounds: so it gets expressions that have
    nothing to try.
    """
    if isinstance(schema, list):
        return [settle_keys(part, keys) for part in schema]
    if not isinstance(schema, dict):
        return schema
    settled: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword in _DATA:
            settled[keyword] = value
        elif keyword in _NAMED and isinstance(value, dict):
            settled[keyword] = {name: settle_keys(part, keys) for name, part in value.items()}
        elif keyword != _KEYED:
            settled[keyword] = settle_keys(value, keys)
    for number, (pattern, part) in enumerate(schema.get(_KEYED, {}).items()):
        found = [re.escape(key) for key in keys if matches(pattern, key)]
        exact = rf"^(?:{'|'.join(found)})\Z" if found else "(?!)"
        settled.setdefault(_KEYED, {})[f"(?#{number}){exact}"] = settle_keys(part, keys)
    return settled


def find_keys(value: Any) -> set[str]:
    """The keys of a mapping and of everything in it."""
    if isinstance(value, Mapping):
        return {str(key) for key in value}.union(*map(find_keys, value.values()))
    return set().union(*map(find_keys, value)) if isinstance(value, list) else set()


def find_pattern(schema: Any, pattern: str) -> str:
    """Where a pattern stands in a schema, as a JSON pointer."""
    keyed = (f"{at}/{_KEYED}" for at, part in walk(schema) if pattern in part.get(_KEYED, {}))
    return find_pointer(schema, "pattern", pattern) or next(keyed, "")
