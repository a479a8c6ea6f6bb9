"""Whether a sentence that stands where nothing is promised may promise something all the same, in passing.

The words are data, in every language together.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib import resources

from ..language.lexicon import read_lexicon
from ..language.meaning import has_limit, understand
from ..language.numbers import alternatives
from ..language.reading import Unit
from ..language.synonyms import find_root

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r'"[^"]*"')
_MOST = re.compile(r"\bmost\b", re.IGNORECASE)


@lru_cache(maxsize=4_000)
def may_promise(normal: str) -> bool:
    """Whether a sentence has what only a promise needs.

    A figure, a limit, a negation, how firmly it is meant, who promises, the product, or a word for what somebody gets.

    Args:
        normal: the sentence as `normalise` returns it.
    """
    told = _MOST.sub(" ", without_idioms(normal))  # `at most` is a sign by now
    if any(sign.isdigit() for sign in told) or has_limit(told) or _product().search(told):
        return True
    meaning = understand(told)
    return (
        bool(meaning.modals or meaning.negations)
        or not read_said_of("ours").isdisjoint(_WORD.findall(told.casefold()))
        or any(unit.stem[:1] == "#" or is_promising(unit, german=meaning.german) for unit in meaning.units)
    )


def is_same_praise(old: str, new: str) -> bool:
    """Whether somebody praises in other words, and says no more than that it is good: `This is amazing`, `I love it`."""
    if _QUOTED.sub("", old) != _QUOTED.sub("", new):
        return False
    return all(is_praise(" ".join(_QUOTED.findall(text)) or text) for text in (old, new))


def is_praise(said: str) -> bool:
    """Whether a sentence says that something is good, and no more."""
    meaning = understand(said)
    plain = not (meaning.modals or meaning.negations or meaning.ors or has_limit(said))
    return plain and all(unit.word in read_said_of("praise") and not unit.lead for unit in meaning.units)


def without_idioms(normal: str) -> str:
    """A sentence without phrases that only look like a promise: `There has to be a smarter way`, `fences give way`."""
    return _idioms().sub(" ", normal)


def is_promising(unit: Unit, *, german: bool) -> bool:
    """Whether a word says what somebody gets."""
    return unit.stem in read_stems_of("promising", german=german) and unit.word not in read_said_of("ordinary")


@cache
def read_said_of(name: str) -> frozenset[str]:
    """The words of one sort, all languages together."""
    return frozenset(word for words in _read_words()[name].values() for word in words)


@cache
def read_stems_of(name: str, *, german: bool) -> frozenset[str]:
    """The stems of the words of one sort, in German or in the other languages."""
    words = (word for language, some in _read_words()[name].items() if (language == "de") == german for word in some)
    return frozenset(find_root(word, german=german) for word in words)


@cache
def _read_words() -> dict[str, dict[str, list[str]]]:
    source = (resources.files(__package__) / "promising.json").read_text(encoding="utf-8")
    words: dict[str, dict[str, list[str]]] = json.loads(source)
    return words


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(read_said_of('idioms'))})\b", re.IGNORECASE)


@cache
def _product() -> re.Pattern[str]:
    """The product, whatever it is: `this project`, `the new app`, and what `it` may be at the head of a sentence."""
    things = alternatives({*read_lexicon().instruments, *read_said_of("products")})
    these = alternatives(read_said_of("these"))
    return re.compile(rf"\b(?:{these}) (?:[\w-]+ ){{0,2}}(?:{things})\b|^\W*(?:it|this|es|dies|das)\b", re.IGNORECASE)
