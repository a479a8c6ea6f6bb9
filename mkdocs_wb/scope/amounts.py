"""What stands around a figure, in one writing: its bound, its period, halves, and units of one kind in the smallest."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from decimal import Decimal
from functools import cache

from .numbers import alternatives, read_quantities

_FIGURE = r"(?:[$€£¥₹₩] ?)?\d"
_ARTICLES = ("a", "an", "ein", "eine", "einem", "einen", "einer", "eines")
_PLAIN = r"(?<![\w.,:·/-])(\d{1,12}(?:\.\d{1,6})?)"


def fold_halves(text: str, words: Set[str]) -> str:
    """`half an hour` as `0.5 hours`, `a year and a half` as `1.5 year`, `half of` as `50%`; before numbers are folded.

    `words` are the text's, in lower case.
    """
    if not words.isdisjoint(half_words()):
        for pattern, write in _halves():
            text = pattern.sub(write, text)
    return text


def fold_single(text: str, words: Set[str]) -> str:
    """`within an hour` as `within 1 hour`; elsewhere `an hour` is no figure. `words` are the text's, in lower case."""
    return _single().sub(r"\g<before> 1 ", text) if has_single(words) else text


def has_single(words: Set[str]) -> bool:
    """Whether a text with some words may say `an hour`."""
    return not (words.isdisjoint(_ARTICLES) or words.isdisjoint(_unit_words()))


def fold_amounts(text: str, words: Set[str]) -> str:
    """`less than 2` and `under 2` as `<2`, `€9 a month`, `€9/month` and `€9 monthly` as `€9 per month`.

    Args:
        text: its numbers in digits.
        words: of the text, in lower case.
    """
    if not words.isdisjoint(_bound_words()):
        bounds = read_quantities()["bounds"]
        text = _bounds().sub(lambda match: bounds[match[1].casefold()], text)
    if not words.isdisjoint(_period_words()):
        for _ in range(2):  # €9/user/month
            text = _each().sub(r"\1 per ", text)
        adverbs = read_quantities()["period_adverbs"]
        text = _adverbs().sub(lambda match: f" per {adverbs[match[0].strip().casefold()]}", text)
    return text


def convert_units(text: str) -> str:
    """`2 weeks` as `1209600 s` and `1.5 years` as `18 months`: what is the same time, length or mass is the same text.

    A month has no certain number of days.
    """
    factors = _factors()

    def write(match: re.Match[str]) -> str:
        factor, base = factors[match[2]]
        value = Decimal(match[1]) * factor
        return f"{value.normalize():f} {base}"

    return _convertible().sub(write, text)


@cache
def half_words() -> frozenset[str]:
    """A telling word of each phrase with a half in it."""
    words = read_quantities()
    names = ("halves", "and_a_half", "portions", "portions_of")
    return frozenset(max(phrase.split(), key=len) for name in names for phrase in words[name])


@cache
def _halves() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    words, units = read_quantities(), alternatives(_unit_words())
    digits: dict[str, int] = words["numbers"] | dict.fromkeys([*words["ones"], "an"], 1)
    small, more = alternatives(digits), alternatives(words["and_a_half"])
    portions = words["portions"] | words["portions_of"]

    def value(word: str) -> str:
        return word if word.isdigit() else str(digits[word.casefold()])

    def part(match: re.Match[str]) -> str:
        return f"{portions[match[1].casefold()]} "

    found = (
        (rf"\b({alternatives(words['portions'])}) (?=\w)", part),
        (rf"\b({alternatives(words['portions_of'])}) (?=(?:{alternatives(words['wholes'])})\b)", part),
        (rf"\b({small}|\d+) ({units}) {more}\b", lambda match: f"{value(match[1])}.5 {match[2]}"),
        (rf"\b({small}|\d+) {more} (?={units}\b)", lambda match: f"{value(match[1])}.5 "),
        (
            rf"\b({alternatives(words['halves'])}) (?={units}\b)",
            lambda match: f"{words['halves'][match[1].casefold()]} ",
        ),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), write) for pattern, write in found)


@cache
def _single() -> re.Pattern[str]:
    words = read_quantities()
    before = alternatives([*words["bounds"], *words["before_periods"]])
    return re.compile(
        rf"\b(?P<before>{before}) (?:{alternatives(_ARTICLES)}) (?={alternatives(_unit_words())}\b)", re.IGNORECASE
    )


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(rf"\b({alternatives(read_quantities()['bounds'])}) (?={_FIGURE})", re.IGNORECASE)


@cache
def _each() -> re.Pattern[str]:
    words = read_quantities()
    each, periods = alternatives(words["each"]), alternatives(words["period_nouns"])
    return re.compile(
        rf"([\d$€£¥₹₩%](?: [^\W\d_]+| per [^\W\d_]+)?)(?: (?:{each}) | ?/ ?)(?=(?:{periods})\b)", re.IGNORECASE
    )


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\d$€£¥₹₩%]) (?:{alternatives(read_quantities()['period_adverbs'])})\b", re.IGNORECASE)


@cache
def _factors() -> dict[str, tuple[Decimal, str]]:
    """Unit → how many of the smallest of its kind it has, and that one."""
    kinds: dict[str, dict[str, str]] = read_quantities()["conversions"]
    return {unit: (Decimal(factor), base) for base, units in kinds.items() for unit, factor in units.items()}


@cache
def _convertible() -> re.Pattern[str]:
    return re.compile(rf"{_PLAIN} ({alternatives(_factors())})(?!\w)")


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(word for words in read_quantities()["units"].values() for word in words if len(word) > 2)


@cache
def _bound_words() -> frozenset[str]:
    """A telling word of each phrase."""
    return frozenset(max(phrase.rstrip(".").split(), key=len) for phrase in read_quantities()["bounds"])


@cache
def _period_words() -> frozenset[str]:
    words = read_quantities()
    return frozenset([*words["period_nouns"], *words["period_adverbs"]])
