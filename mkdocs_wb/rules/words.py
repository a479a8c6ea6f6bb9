"""The words that rules look for, by language, as data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"))  # the first and last sign of each


class Words:
    """All languages together: a document may mix them. Patterns are of lower case and want a text in it.

    Each is made when it is first asked for: most documents need few of them.
    """

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

    def __init__(self, listed: Mapping[str, Sequence[str]]) -> None:
        self._listed = listed

    def __getattr__(self, name: str) -> Any:
        if name not in _MAKE:
            raise AttributeError(name)
        made = _MAKE[name](self._listed[name])
        setattr(self, name, made)
        return made


@cache
def read_words() -> Words:
    """The words that come with the package."""
    data: Mapping[str, Mapping[str, list[str]]] = json.loads(
        (resources.files(__package__) / "words.json").read_text(encoding="utf-8")
    )
    return Words({name: [word for words in languages.values() for word in words] for name, languages in data.items()})


def is_unspaced(word: str) -> bool:
    """Whether it is of a script whose words stand without spaces between them, or take endings at will."""
    return any(first <= word[:1] <= last for first, last in _UNSPACED)


def _join(words: Iterable[str], before: str = r"(?<!\w)") -> re.Pattern[str]:
    """One pattern of words that stand for themselves, and of those that may stand inside others."""
    listed = list(words)
    spaced = [word for word in listed if not is_unspaced(word)]
    unspaced = [word for word in listed if is_unspaced(word)]
    return re.compile(rf"{before}(?:{join_words(spaced)})(?!\w)|(?:{join_words(unspaced)})")


def _make_imperatives(words: Sequence[str]) -> re.Pattern[str]:
    before = r"^|[.!?:;,–—(“\"|-]\s+|(?<!\w)(?:can|may|please|and|or|then|simply|just)\s+"
    return re.compile(rf"(?:{before})(?:{join_words(words)})(?!\w)", re.MULTILINE)


def join_words(words: Iterable[str]) -> str:
    """Alternatives, the longest first: a space is any white space or a hyphen, a final star any ending.

    Those that share their first letter share a branch, because the engine tries one branch after the other.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted({word.replace("’", "'") for word in words}, key=len, reverse=True):
        rest = re.escape(word[1:]).replace(r"\ ", r"[\s-]+").replace("'", "['’]").replace(r"\*", r"\w*")
        rests.setdefault(word[0], []).append(rest)
    return "|".join(f"{re.escape(first)}(?:{'|'.join(alternatives)})" for first, alternatives in rests.items())


_MAKE: Mapping[str, Callable[[Sequence[str]], Any]] = {
    "superlatives": lambda words: _join(words, before=r"(?<![^\W_])(?<!-)"),
    "not_superlatives": lambda words: re.compile(rf"(?<!\w)(?:{join_words(words)})(?!\w)"),
    "choosing": lambda words: re.compile(rf"(?<!\w)(?:{join_words(words)})\s+(?:\w+\s+){{0,2}}$"),
    "nobody": frozenset,
    "determiners": lambda words: re.compile(rf"(?:(?:{join_words(words)})\s+)+"),
    "conjunctions": lambda words: re.compile(rf"\s*[,;/&+、と・]\s*|\s+(?:{join_words(words)})\s+"),
    "actions": _join,
    "imperatives": _make_imperatives,
    "placeholders": frozenset,
    "placeholder_openings": lambda words: re.compile(rf"(?:{join_words(words)})\s+\S"),
}
