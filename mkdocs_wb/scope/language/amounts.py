"""What stands around a figure, in one writing: its period, and units of one kind in the smallest."""

from __future__ import annotations

import re
from collections.abc import Set
from decimal import Decimal
from functools import cache

from .lexicon import read_lexicon
from .numbers import alternatives, read_quantities

_ARTICLES = ("a", "an", "ein", "eine", "einem", "einen", "einer", "eines")
_TIMES = " times "
_STEPS = (("days", "h"), ("h", "min"), ("min", "s"))
_PLAIN = r"(?<![\w.,:·/-])(\d{1,12}(?:\.\d{1,6})?)"


def fold_single(text: str, words: Set[str]) -> str:
    """`within an hour` as `within 1 hour`; elsewhere `an hour` is no figure. `words` are the text's, in lower case."""
    return _single().sub(r"\g<before> 1 ", text) if has_single(words) else text


def has_single(words: Set[str]) -> bool:
    """Whether a text with some words may say `an hour`."""
    return not (words.isdisjoint(_ARTICLES) or words.isdisjoint(read_unit_words()))


def fold_amounts(text: str, words: Set[str]) -> str:
    """`€9 a month`, `€9/month` and `€9 monthly` as `€9 per month`, `2 times per month` as `2 monthly`, `1 times per month` as `monthly`.

    Args:
        text: its numbers in digits.
        words: of the text, in lower case.
    """
    if not words.isdisjoint(_period_words()):
        for _ in range(2):  # €9/user/month
            text = _each().sub(r"\1 per ", text)
        adverbs = read_quantities()["period_adverbs"]
        text = _adverbs().sub(lambda match: f" per {adverbs[match[0].strip().casefold()]}", text)
    return _often().sub(_write_often, text) if _TIMES in text else text


def _write_often(match: re.Match[str]) -> str:
    """`1 times every 2 weeks` is `every 2 weeks`."""
    if not (match["period"] or match["adverb"]):
        return "" if match["number"] == "1" else match[0]
    adverb = match["adverb"] or _adverbs_of_periods()[match["period"].casefold()]
    return adverb if match["number"] == "1" else f"{match['number']} {adverb}"


def convert_units(text: str) -> str:
    """`2 weeks` as `1209600 s` and `1.5 years` as `18 months`: what is the same time, length or mass is the same text.

    A month has no certain number of days.
    """
    text = _compound().sub(_add, text)
    factors = _factors()

    def write(match: re.Match[str]) -> str:
        factor, base = factors[match[2]]
        value = Decimal(match[1]) * factor
        return f"{value.normalize():f} {base}"

    return _convertible().sub(write, text)


def _add(match: re.Match[str]) -> str:
    """`1 h 30 min` as `90 min`."""
    factors = _factors()
    more, less = factors[match["unit"]][0], factors[match["smaller"]][0]
    if (match["unit"], match["smaller"]) not in _STEPS:
        return match[0]
    return f"{int(match['whole']) * more / less + int(match['rest']):f} {match['smaller']}"


@cache
def _single() -> re.Pattern[str]:
    words = read_quantities()
    before = alternatives([*words["bounds"], *words["before_periods"]])
    return re.compile(
        rf"\b(?P<before>{before}) (?:{alternatives(_ARTICLES)}) (?={alternatives(read_unit_words())}\b)", re.IGNORECASE
    )


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
def _often() -> re.Pattern[str]:
    periods, every = alternatives(_adverbs_of_periods()), alternatives(read_lexicon().every)
    adverbs = alternatives(read_quantities()["period_adverbs"])
    return re.compile(
        rf"(?P<number>[^\s-]*\d){_TIMES}(?:per (?P<period>{periods})\b|(?P<adverb>{adverbs})\b|(?=(?:{every}) \d))",
        re.IGNORECASE,
    )


@cache
def _adverbs_of_periods() -> dict[str, str]:
    adverbs: dict[str, str] = read_quantities()["period_adverbs"]
    return {period: adverb for adverb, period in adverbs.items()}


@cache
def _compound() -> re.Pattern[str]:
    units, smaller = ("|".join(sorted({step[side] for step in _STEPS})) for side in (0, 1))
    return re.compile(
        rf"(?<![\w.,:·/-])(?P<whole>\d{{1,4}}) (?P<unit>{units}) (?:(?:and|und) )?(?P<rest>\d{{1,2}}) (?P<smaller>{smaller})\b"
    )


@cache
def _factors() -> dict[str, tuple[Decimal, str]]:
    """Unit → how many of the smallest of its kind it has, and that one."""
    kinds: dict[str, dict[str, str]] = read_quantities()["conversions"]
    return {unit: (Decimal(factor), base) for base, units in kinds.items() for unit, factor in units.items()}


@cache
def _convertible() -> re.Pattern[str]:
    return re.compile(rf"{_PLAIN} ({alternatives(_factors())})(?!\w)")


@cache
def read_unit_words() -> frozenset[str]:
    """The words for units, without those that are only signs."""
    return frozenset(word for words in read_quantities()["units"].values() for word in words if len(word) > 2)


@cache
def _period_words() -> frozenset[str]:
    words = read_quantities()
    return frozenset([*words["period_nouns"], *words["period_adverbs"]])
