"""The words by which parts of a press release are recognised, by language, as data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Language:
    """All languages together, each list as one expression: a document may mix them."""

    said: re.Pattern[str]
    leader: re.Pattern[str]
    customer: re.Pattern[str]
    built: re.Pattern[str]
    experience: re.Pattern[str]
    first_person: re.Pattern[str]
    call_to_action: re.Pattern[str]
    imperative: re.Pattern[str]
    boilerplate: re.Pattern[str]
    month: re.Pattern[str]
    trouble: re.Pattern[str]
    question: re.Pattern[str]
    answer: re.Pattern[str]
    whole_document: re.Pattern[str]
    describing: re.Pattern[str]
    notice: re.Pattern[str]
    loose: re.Pattern[str]
    group: re.Pattern[str]
    addressed: re.Pattern[str]
    interrogative: re.Pattern[str]
    confidential: re.Pattern[str]


@cache
def read_language() -> Language:
    """The words that come with the package."""
    data: dict[str, dict[str, list[str]]] = json.loads(
        (resources.files(__package__) / "language.json").read_text(encoding="utf-8")
    )
    marks = {
        name: re.compile(
            rf"(?:\*\*|__)?(?:{_alternatives(data[name])})\s?\d{{0,2}}\s?(?:\*\*|__)?[:：.)](?:\*\*|__)?(?=\s|$)\s*"
        )
        for name in ("question", "answer")
    }
    words = {name: _words(_alternatives(lists)) for name, lists in data.items() if name not in marks}
    return Language(**words, **marks)


def _alternatives(by_language: dict[str, list[str]]) -> str:
    """The longest word first, those of one first letter together: where none begins with it, none is tried."""
    words = sorted({word for listed in by_language.values() for word in listed}, key=len, reverse=True)
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def _words(alternatives: str) -> re.Pattern[str]:
    """Whole words, in any case; the scripts without spaces have no word ends to look for.

    Those scripts have no case either: to look for one in each of their signs would take longer than all other expressions.
    """
    before = r"(?<!(?-i:[^\W\d\u3040-\u9fff\uac00-\ud7af]))"
    return re.compile(rf"{before}(?:{alternatives})(?![a-zа-яäöüß])", re.IGNORECASE)
