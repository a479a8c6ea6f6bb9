"""How far a figure goes, in one writing: `up to 10`, `5 or more`, `between 5 and 10`."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from .numbers import alternatives, read_quantities

_SIGN = "[$€£¥₹₩]"
_FIGURE = rf"(?:{_SIGN} ?)?\d"
_NUMBER = r"\d+(?:[.,:·/]\d+)*"
_WHOLE = rf"{_SIGN}?{_NUMBER}%?"
_ENDS = r"(?=[.,;:!?)\"]|$)"
_PLUS = re.compile(rf"(?<![\w.,:/+<>≤≥-])({_SIGN}?{_NUMBER})\+(?=[\s.,;:!?)-]|$)")
_SIGNED = (
    (re.compile(rf"({_SIGN})({_NUMBER})-\1(?=\d)"), r"\1\2-"),
    (re.compile(rf"(?<![\w.,:·/<>≤≥-])({_NUMBER})-({_SIGN})(?=\d)"), r"\2\1-"),
    (re.compile(rf"(?<![\w.,:·/-])({_NUMBER})%-(?={_NUMBER}%)"), r"\1-"),
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")


def fold_bounds(text: str, words: Set[str]) -> str:
    """`less than 2` as `<2`, `5+` and `5 or more` as `≥5`.

    What goes `up to 10` is `⩽10`: as many as at most 10, and yet no limit but an offer.

    Args:
        text: its numbers in digits.
        words: of the text, in lower case.
    """
    if not words.isdisjoint(_bound_words()):
        text = _bounds().sub(_write_bound, text)
    if "+" in text:
        text = _PLUS.sub(r"≥\1", text)
    if not words.isdisjoint(_after_words()):
        after = read_quantities()["bounds_after"]
        for pattern in _after():
            text = pattern.sub(lambda match: after[match["bound"].casefold()] + match["figure"], text)
    return text


def fold_ranges(text: str, words: Set[str]) -> str:
    """`5 to 10` and `between 5 and 10` as `5-10`, `$5-$10` as `$5-10`.

    Args:
        text: its numbers in digits.
        words: of the text, in lower case.
    """
    text = _range().sub("-", text)
    if not words.isdisjoint(read_quantities()["between"]):
        text = _between().sub(_write_between, text)
    if "-" not in text:
        return text
    for pattern, written in _SIGNED:
        text = pattern.sub(written, text)
    return text if words.isdisjoint(read_quantities()["ranging"]) else _ranging().sub(r"\1 ", text)


def _write_bound(match: re.Match[str]) -> str:
    words, phrase = read_quantities(), match[1].casefold()
    before = _LAST_WORD.search(match.string, 0, match.start())
    if before and before[1].casefold() in words["phrasal"].get(phrase, ()):  # `adds up to 10`
        return match[0]
    return str(words["bounds"][phrase])


def _write_between(match: re.Match[str]) -> str:
    """`Choose between 5 and 10` is one of two."""
    before = _LAST_WORD.search(match.string, 0, match.start())
    chosen = before is not None and before[1].casefold() in read_quantities()["choosing"]
    return match[0] if chosen else f"{match['from']}-"


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives(read_quantities()['bounds'])}) (?={_FIGURE})", re.IGNORECASE)


@cache
def _after() -> tuple[re.Pattern[str], ...]:
    """Behind the figure; behind what is counted, only where nothing else follows: `5 farms or more`."""
    bound = alternatives(read_quantities()["bounds_after"])
    figure = rf"(?<![\w.,:·/<>≤⩽≥~-])(?P<figure>{_WHOLE}"
    return (
        re.compile(rf"{figure}) (?P<bound>{bound})\b", re.IGNORECASE),
        re.compile(rf"{figure} [^\W\d_]+),? (?P<bound>{bound}){_ENDS}", re.IGNORECASE),
    )


@cache
def _between() -> re.Pattern[str]:
    words = read_quantities()
    between, ands = alternatives(words["between"]), alternatives(words["ands_between"])
    return re.compile(rf"\b(?:{between}) (?P<from>{_WHOLE}) (?:{ands}) (?={_WHOLE}(?!\w))", re.IGNORECASE)


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\d%]) (?:{alternatives(read_quantities()['ranges'])}|-) (?={_FIGURE})")


@cache
def _ranging() -> re.Pattern[str]:
    words = read_quantities()
    before, out = alternatives(words["ranging"]), alternatives(words["from"])
    return re.compile(rf"\b({before}) (?:{out}) (?={_WHOLE}-\d)", re.IGNORECASE)


@cache
def _bound_words() -> frozenset[str]:
    return _telling("bounds")


@cache
def _after_words() -> frozenset[str]:
    return _telling("bounds_after")


def _telling(name: str) -> frozenset[str]:
    """A telling word of each phrase."""
    return frozenset(max(re.findall(r"[^\W\d_]+", phrase), key=len) for phrase in read_quantities()[name])
