"""The words that rules look for, by language, as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Words:
    """All languages together: a document may mix them. Patterns are of lower case and want a text in it."""

    superlatives: re.Pattern[str]
    not_superlatives: re.Pattern[str]
    choosing: re.Pattern[str]
    nobody: frozenset[str]
    determiners: re.Pattern[str]
    conjunctions: re.Pattern[str]
    actions: re.Pattern[str]
    imperatives: re.Pattern[str]
    placeholders: frozenset[str]
    placeholder_openings: re.Pattern[str]


@cache
def read_words() -> Words:
    """The words that come with the package."""
    data: Mapping[str, Mapping[str, list[str]]] = json.loads(
        (resources.files(__package__) / "words.json").read_text(encoding="utf-8")
    )
    listed = {name: [word for words in languages.values() for word in words] for name, languages in data.items()}
    return Words(
        superlatives=_join(listed["superlatives"], before=""),
        not_superlatives=re.compile(rf"(?<!\w)(?:{join_words(listed['not_superlatives'])})(?!\w)"),
        choosing=re.compile(rf"(?<!\w)(?:{join_words(listed['choosing'])})\s+(?:\w+\s+){{0,2}}$"),
        nobody=frozenset(listed["nobody"]),
        determiners=re.compile(rf"(?:(?:{join_words(listed['determiners'])})\s+)+"),
        conjunctions=re.compile(rf"\s*[,;/&+、と・]\s*|\s+(?:{join_words(listed['conjunctions'])})\s+"),
        actions=_join(listed["actions"]),
        imperatives=re.compile(
            rf"(?:^|[.!?:;,–—(“\"|-]\s+|(?<!\w)(?:can|may|please|and|or|then|simply|just)\s+)(?:{join_words(listed['imperatives'])})(?!\w)",
            re.MULTILINE,
        ),
        placeholders=frozenset(listed["placeholders"]),
        placeholder_openings=re.compile(rf"(?:{join_words(listed['placeholder_openings'])})\s+\S"),
    )


def is_unspaced(word: str) -> bool:
    """Whether it is of a script whose words stand without spaces between them, or take endings at will."""
    return _UNSPACED.match(word) is not None


def _join(words: Iterable[str], before: str = r"(?<!\w)") -> re.Pattern[str]:
    """One pattern of words that stand for themselves, and of those that may stand inside others."""
    listed = list(words)
    spaced = [word for word in listed if not is_unspaced(word)]
    unspaced = [word for word in listed if is_unspaced(word)]
    return re.compile(rf"{before}(?:{join_words(spaced)})(?!\w)|(?:{join_words(unspaced)})")


def join_words(words: Iterable[str]) -> str:
    """Alternatives, the longest first: a space is any white space or a hyphen, a final star any ending.

    Those that share their first letter share a branch, because the engine tries one branch after the other.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted({word.replace("’", "'") for word in words}, key=len, reverse=True):
        rest = re.escape(word[1:]).replace(r"\ ", r"[\s-]+").replace("'", "['’]").replace(r"\*", r"\w*")
        rests.setdefault(word[0], []).append(rest)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(alternatives)})" for first, alternatives in rests.items())
