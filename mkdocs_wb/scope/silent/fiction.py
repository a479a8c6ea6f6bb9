"""A document that says of itself that it is made up: `This press release is a hypothetical example.`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..language.numbers import alternatives
from .apparatus import read_words_of
from .promising import may_promise

_TOGETHER = r"(?:[\w'-]+ ){0,3}?"


@lru_cache(maxsize=4_000)
def is_fiction(normal: str) -> bool:
    """Whether a sentence says that the document is made up, and what it was written for, and promises nothing besides."""
    folded = normal.casefold()
    if not all(any(word in folded for word in read_words_of(name)) for name in ("whole", "made_up")):
        return False
    found = _made_up().match(normal)
    return found is not None and not may_promise(_kept().sub(" ", normal[found.end() :]))


@lru_cache(maxsize=4_000)
def goes_on(normal: str) -> bool:
    """Whether a sentence that follows one of those says more of the document: `It is kept in this repository as …`."""
    found = _again().match(normal)
    rest = normal[found.end() :] if found else ""
    told = _kept().sub(" ", rest)
    return told != rest and not may_promise(told)


@cache
def _made_up() -> re.Pattern[str]:
    whole, made_up = (alternatives(read_words_of(name)) for name in ("whole", "made_up"))
    return re.compile(
        rf"\W*(?:[^\W\d_]+: )?(?:this|the|these|all|dies\w{{0,2}}|die|das|alle) {_TOGETHER}(?:{whole})"
        rf" (?:is|are|was|were|ist|sind|wurde|wurden)\b {_TOGETHER}(?:{made_up})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _kept() -> re.Pattern[str]:
    """What it is for and where it is: `created for demonstration purposes`."""
    return re.compile(
        rf"\b(?:created|written|made|prepared|drafted|included|kept|used|erstellt|geschrieben)\b (?:[\w'-]+ ){{1,4}}?"
        rf"(?:{alternatives(read_words_of('kept'))})(?!\w)(?: as {_TOGETHER}(?:{alternatives(read_words_of('kept'))})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _again() -> re.Pattern[str]:
    return re.compile(r"(?:it|they|es|sie)\b ", re.IGNORECASE)
