"""The words by which parts of a press release are recognised, by language, as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

_MARKS = ("question", "answer")
# A letter of a script that puts spaces between words. A set of the tens of thousands of signs of the others takes a
# millisecond to compile, in each expression; in such a small one no case is looked for, either.
_SPACED = r"(?-i:(?=[^\W\d])[A-\u052f\u1e00-\u1fff])"


class Language:
    """All languages together, each list as one expression: a document may mix them.

    An expression is made when it is first asked for: most documents need few of them.
    """

    said: re.Pattern[str]
    thing: re.Pattern[str]
    utterance: re.Pattern[str]
    leader: re.Pattern[str]
    own: re.Pattern[str]
    department: re.Pattern[str]
    customer: re.Pattern[str]
    house: re.Pattern[str]
    adopter: re.Pattern[str]
    built: re.Pattern[str]
    experience: re.Pattern[str]
    first_person: re.Pattern[str]
    call_to_action: re.Pattern[str]
    invitation: re.Pattern[str]
    imperative: re.Pattern[str]
    courtesy: re.Pattern[str]
    lead_in: re.Pattern[str]
    boilerplate: re.Pattern[str]
    about: re.Pattern[str]
    press: re.Pattern[str]
    month: re.Pattern[str]
    today: re.Pattern[str]
    date_particle: re.Pattern[str]
    announced: re.Pattern[str]
    blank_date: re.Pattern[str]
    trouble: re.Pattern[str]
    product: re.Pattern[str]
    until_now: re.Pattern[str]
    why: re.Pattern[str]
    meets: re.Pattern[str]
    want: re.Pattern[str]
    features: re.Pattern[str]
    using: re.Pattern[str]
    definition: re.Pattern[str]
    beside: re.Pattern[str]
    freed: re.Pattern[str]
    question: re.Pattern[str]
    answer: re.Pattern[str]
    whole_document: re.Pattern[str]
    byline: re.Pattern[str]
    state: re.Pattern[str]
    of_document: re.Pattern[str]
    notice: re.Pattern[str]
    guidance: re.Pattern[str]
    addressed: re.Pattern[str]
    asking: re.Pattern[str]
    interrogative: re.Pattern[str]
    confidential: re.Pattern[str]

    def __init__(self, words: Mapping[str, dict[str, list[str]]]) -> None:
        self._words = words
        self._sets: dict[str, frozenset[str]] = {}

    def phrases(self, name: str) -> Iterator[str]:
        """The words of a list as they stand: where they are many words each, to look for them is cheaper than to match."""
        return (phrase for listed in self._words[name].values() for phrase in listed)

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name not in self._words:
            raise AttributeError(name)
        alternatives = _alternatives(self._words[name])
        made = _make_mark(alternatives) if name in _MARKS else _make_words(alternatives)
        setattr(self, name, made)
        return made

    def has_word(self, name: str, words: str) -> bool:
        """Whether words are one of a list as they stand: to ask is cheaper than to make an expression of the list."""
        if name not in self._sets:
            self._sets[name] = frozenset(map(str.casefold, self.phrases(name)))
        return words.casefold() in self._sets[name]


@cache
def read_language() -> Language:
    """The words that come with the package."""
    return Language(json.loads((resources.files(__package__) / "language.json").read_text(encoding="utf-8")))


def _make_mark(alternatives: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\*\*|__)?(?:{alternatives})\s?(?:\d{{1,2}}[a-z]?)?\s?(?:\*\*|__)?"
        rf"(?:：(?:\*\*|__)?|[:.)](?:\*\*|__)?(?=\s|$|(?!{_SPACED})[^\W\d]))\s*"
    )


def _alternatives(by_language: dict[str, list[str]]) -> str:
    """The longest word first, those of one first letter together: where none begins with it, none is tried.

    An apostrophe is written either way.
    """
    words = sorted({word for listed in by_language.values() for word in listed}, key=len, reverse=True)
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(re.escape(word[1:]).replace("'", "['’]"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def _make_words(alternatives: str) -> re.Pattern[str]:
    """Whole words, in any case; the scripts without spaces have no word ends to look for."""
    return re.compile(rf"(?<!{_SPACED})(?:{alternatives})(?![a-zа-яäöüß])", re.IGNORECASE)
