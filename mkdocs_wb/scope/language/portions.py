"""Halves, fractions and other figures that words make, before numbers are folded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from fractions import Fraction
from functools import cache

from .amounts import read_unit_words
from .numbers import alternatives, read_quantities

_WORD = re.compile(r"[^\W\d_]+")
_NO_UNIT_OF = r"(?!of (?:an?|one)\b)"


def fold_portions(text: str, words: Set[str]) -> str:
    """`half an hour` as `0.5 hours`, `half of` as `50%`, `a third of` as `1/3 of`, `a fortnight` as `2 weeks`.

    `words` are the text's, in lower case.
    """
    if not words.isdisjoint(portion_words()):
        for telling, pattern, write in _portions():
            if not words.isdisjoint(telling):
                text = pattern.sub(write, text)
    if "/" in text:
        text = _written().sub(lambda match: _share(int(match[1]), int(match[2])) or match[0], text)
    return text


def _share(count: int, parts: int) -> str:
    """`25%` where it is a whole one, else `1/3`; empty where it is no part: two quarters are half a year."""
    share = Fraction(count, parts)
    if not 0 < count < parts or share.denominator != parts:
        return ""
    return f"{100 * share}%" if (100 * share).denominator == 1 else f"{share.numerator}/{share.denominator}"


@cache
def portion_words() -> frozenset[str]:
    """The words of which one stands in each phrase that is a figure."""
    return frozenset(word for telling, _, _ in _portions() for word in telling)


_Portion = tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str]], str]]


@cache
def _portions() -> tuple[_Portion, ...]:
    """Words of which one must be there, what they stand in, and how that is written."""
    words, units = read_quantities(), alternatives(read_unit_words())
    digits: dict[str, int] = words["numbers"] | dict.fromkeys([*words["ones"], "an", "un"], 1)
    small, more = alternatives(digits), alternatives(words["and_a_half"])
    wholes = alternatives(words["wholes"])
    of = rf"(?:{alternatives(words['parts_of'])}|{wholes})\b"

    def value(word: str) -> int:
        return int(word) if word.isdigit() else digits[word.casefold()]

    def fraction(match: re.Match[str]) -> str:
        return _share(value(match[1]), words["fractions"][match[2].casefold()]) or match[0]

    def and_a_half(match: re.Match[str]) -> str:
        return f"{value(match[1])}.5 {match[2]}"

    def phrase(name: str, around: str, written: str = "{} ") -> _Portion:
        known: dict[str, str] = words[name]
        pattern = re.compile(around.format(alternatives(known)), re.IGNORECASE)
        return _tell(known), pattern, lambda match: written.format(known[match[1].casefold()])

    halves = _tell(words["and_a_half"])
    return (
        phrase("half_years", r"\b(?:the |im |der )?({})(?: des jahres)? (?=(?:19|20)\d\d\b)"),
        phrase("fixed", r"(?<!\w)({})(?!\w)", "{}"),
        phrase("alternate", rf"\b({{}}) (?={units}\b)"),
        (
            frozenset(words["fractions"]),
            re.compile(
                rf"\b({small}|\d+)[ -]({alternatives(words['fractions'])})(?= {_NO_UNIT_OF}{of})", re.IGNORECASE
            ),
            fraction,
        ),
        phrase("portions", r"\b({}) (?=\w)"),
        phrase("portions_of", rf"\b({{}}) (?={wholes}\b)"),
        phrase("portions_by", rf"\b({{}})(?!-|'| (?:an?|past|{of}|{units})\b)", "{}"),
        (halves, re.compile(rf"\b({small}|\d+) ({units}) {more}\b", re.IGNORECASE), and_a_half),
        (
            halves,
            re.compile(rf"\b({small}|\d+) {more} (?=({units})\b)", re.IGNORECASE),
            lambda match: f"{value(match[1])}.5 ",
        ),
        phrase("halves", rf"\b({{}}) (?={units}\b)"),
    )


def _tell(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase."""
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in phrases)


@cache
def _written() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/$€£-])(\d)/(\d{{1,2}})(?= {_NO_UNIT_OF}(?:{alternatives(read_quantities()['parts_of'])})\b)"
    )
