"""The words that a comparison must know, by language, as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages together: a document may mix them, and their words hardly clash.

    `commitment` maps a modal word to its strength, 0 (may) to 3 (must); `numbers` and `scales` map words to values;
    `skipped` are the words that are no content: function words, modals and negations.
    """

    negation: frozenset[str]
    commitment: dict[str, int]
    numbers: dict[str, int]
    scales: dict[str, int]
    ones: frozenset[str]
    skipped: frozenset[str]


@cache
def read_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    data: dict[str, Any] = json.loads((resources.files(__package__) / "lexicon.json").read_text(encoding="utf-8"))
    negation = _words(data["negation"])
    commitment = {word: int(strength) for strength, words in data["commitment"].items() for word in _words(words)}
    return Lexicon(
        negation=negation,
        commitment=commitment,
        numbers=_values(data["numbers"]),
        scales=_values(data["scales"]),
        ones=_words(data["units_of_one"]),
        skipped=_words(data["function_words"]) | negation | commitment.keys(),
    )


def _words(by_language: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(word for words in by_language.values() for word in words)


def _values(by_language: dict[str, dict[str, int]]) -> dict[str, int]:
    return {word: value for values in by_language.values() for word, value in values.items()}
