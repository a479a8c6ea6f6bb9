"""Quantities in one writing: numbers, dates, money, shares, measures, and how often something happens."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from .amounts import convert_units, fold_amounts, fold_single, has_single
from .bounds import fold_bounds, fold_ranges
from .clock import fold_clock
from .numbers import alternatives, fold_numbers, has_glued_number, read_quantities
from .portions import fold_portions, portion_words
from .weekdays import without_agreeing_weekdays

_ONE = "one"
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DOTTED = re.compile(r"(?<![\d.])([0-3]?\d)\.([01]?\d)\.((?:19|20)\d\d)(?!\d|\.\d)")
_SLASHED = re.compile(r"(?<![\d/])((?:19|20)\d\d)/([01]\d)/([0-3]\d)(?![\d/])")
_QUARTER = re.compile(
    rf"\b(?:{_YEAR}[ -/]?(?P<late>[QH][1-4])|(?P<early>[QH][1-4])(?: of | ?/ ?|[ -])(?P<of>(?:19|20)\d\d))\b"
)
_SIGNS = {sign: sign for sign in "$€£¥₹₩"} | {"円": "¥"}
_SIGN = re.compile(rf"[{''.join(_SIGNS)}]")
_VERSION = ("version", "v")
_VERSIONED = re.compile(r"(?<![\w.-])(?:v|version )(?=\d)", re.IGNORECASE)
_AMOUNT = r"(?P<amount>\d+(?:[.·]\d+)?)"
_CENTS = re.compile(rf"(?<=[{''.join(_SIGNS)}])(\d+)\.(?:00?|(\d)0)(?!\d)")


def fold_quantities(text: str, *, german: bool) -> str:
    """A text with every quantity in one writing.

    Args:
        text: one line, its signs folded.
        german: whether `1.000` is a thousand.
    """
    folded = text.casefold()
    words = set(_WORD.findall(folded))
    if not _DIGIT.search(text) and not _may_have_figure(words):
        return text
    text = _fold_dates(fold_portions(text, words), words)
    if not words.isdisjoint(read_quantities()["weekdays"]) or "日" in text:
        text = without_agreeing_weekdays(text)
    text = fold_numbers(text, words, german=german)
    if not words.isdisjoint(_words_of_often()):
        text = _often().sub(lambda match: f"{read_quantities()['times'].get(match[0].casefold(), 1)} times", text)
    text = fold_single(text, words)
    if _ONE in words:
        text = _one().sub("1", text)
    if not _DIGIT.search(text):
        return text
    text = fold_clock(text, words)
    if not words.isdisjoint(_VERSION):
        text = _VERSIONED.sub("version ", text)
    text = _percent().sub("%", text)
    text = _measure().sub(lambda match: f" {_units().get(match[1]) or _units()[match[1].casefold()]}", text)
    text = fold_bounds(fold_ranges(_fold_money(text, words), words), words)
    return convert_units(fold_amounts(text, words))


def read_units() -> frozenset[str]:
    """The units as they stand in a folded text."""
    return frozenset(read_quantities()["units"])


def _may_have_figure(words: Set[str]) -> bool:
    """Whether figures may come of words alone; a night is none, an hour is one only as `within an hour`."""
    if not words.isdisjoint(_words_of_figure()) or has_glued_number(words):
        return True
    return has_single(words)


@cache
def _words_of_figure() -> frozenset[str]:
    words = read_quantities()
    names = ("numbers", "tens", "scales", "months", "ordinals", "times", "once")
    quarters = (word for phrase in words["quarters"] for word in phrase.split()[1:])
    return frozenset(word for name in names for word in words[name]).union(quarters, portion_words(), [_ONE])


def _fold_dates(text: str, words: Set[str]) -> str:
    """Dates and quarters as ISO writes them: `2026-03-01`, `2026-03`, `2026-Q1`; without a year it is 0000."""
    known = read_quantities()

    def write(match: re.Match[str]) -> str:
        found = match.groupdict()
        day = f"-{int(found['day']):02}" if found.get("day") else ""
        month = known["months"][found["month"].casefold()]
        return f"{found.get('lead') or ''}{found.get('year') or '0000'}-{month:02}{day}"

    text = _DOTTED.sub(lambda match: f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}", text)
    if "/" in text:
        text = _SLASHED.sub(r"\1-\2-\3", text)
    if not words.isdisjoint(known["months"]):
        for pattern in _dates():
            text = pattern.sub(write, text)
    if not words.isdisjoint(("quarter", "quartal")):
        text = _quarters().sub(lambda match: known["quarters"][match[1].casefold()], text)
    if not words.isdisjoint(known["ordinals"]):
        text = _ordinals().sub(lambda match: known["ordinals"][match[0].casefold()], text)
    return _QUARTER.sub(lambda match: f"{match['year'] or match['of']}-{match['late'] or match['early']}", text)


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    """Months are known by their capital: a march is a walk and may is a leave. Alone they follow `in`, `by`, `mid-`."""
    words = read_quantities()
    months = (form for word in words["months"] for form in (word.capitalize(), word.upper()))
    month = rf"(?P<month>{alternatives(months)})\b"
    lead = rf"\b(?P<lead>(?i:{alternatives(words['before_months'])})[ -])"
    forms = (
        rf"\b{_DAY} (?:of )?{month}\.?,? {_YEAR}\b",
        rf"\b{month}\.? {_DAY},? {_YEAR}\b",
        rf"\b{month}\.?,? (?:of )?{_YEAR}\b",
        rf"\b{_DAY} (?:of )?{month}",
        rf"\b{month}\.? {_DAY}\b(?![.,:%-]?\d|%)",
        rf"{lead}{month}(?! \d)",
    )
    return tuple(re.compile(form) for form in forms)


def _fold_money(text: str, words: Set[str]) -> str:
    """An amount with its sign before it and no empty cents: `9.00 dollars` and `USD 9` are `$9`."""
    if words.isdisjoint(_currencies()) and not _SIGN.search(text):
        return text
    before, after = _money()

    def write(match: re.Match[str]) -> str:
        return _currencies()[match["currency"].casefold()] + match["amount"]

    return _CENTS.sub(
        lambda match: match[1] + (f".{match[2]}" if match[2] else ""), after.sub(write, before.sub(write, text))
    )


@cache
def _currencies() -> dict[str, str]:
    named = {word: sign for sign, words in read_quantities()["currencies"].items() for word in words}
    return named | _SIGNS


@cache
def _money() -> tuple[re.Pattern[str], re.Pattern[str]]:
    signs, words = "".join(_SIGNS), alternatives(set(_currencies()) - set(_SIGNS))
    before = rf"(?:(?P<currency>\b(?i:{words})|[{signs}]) ?){_AMOUNT}"
    after = rf"(?<![{signs}\d.·]){_AMOUNT} ?(?P<currency>(?i:{words})(?!\w)|[{signs}](?!\d))"
    return re.compile(before), re.compile(after)


@cache
def _quarters() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the |im )?({alternatives(read_quantities()['quarters'])})\b", re.IGNORECASE)


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(read_quantities()['ordinals'])})\b", re.IGNORECASE)


@cache
def _often() -> re.Pattern[str]:
    """`twice`; `once` only where a period follows, for it also means `as soon as`."""
    words = read_quantities()
    once = rf"(?:{alternatives(words['once'])})(?= (?:{alternatives(words['periods'])})\b)"
    return re.compile(rf"\b(?:{once}|{alternatives(words['times'])})\b", re.IGNORECASE)


@cache
def _words_of_often() -> frozenset[str]:
    """The first word of each phrase."""
    words = read_quantities()
    return frozenset(phrase.split()[0] for phrase in (*words["times"], *words["once"]))


@cache
def _one() -> re.Pattern[str]:
    """`one` before a unit; elsewhere it is a pronoun."""
    units = alternatives(word for words in read_quantities()["units"].values() for word in words if len(word) > 2)
    return re.compile(rf"\b{_ONE}(?=[ -](?:{units})\b)", re.IGNORECASE)


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"(?<=\d) ?(?:%|(?:{alternatives(read_quantities()['percent'])})\b)", re.IGNORECASE)


@cache
def _units() -> dict[str, str]:
    return {word: unit for unit, words in read_quantities()["units"].items() for word in words}


def _is_symbol(word: str) -> bool:
    return len(word) < 4 or not word.islower()


@cache
def _measure() -> re.Pattern[str]:
    """A unit after a figure; of a symbol the case matters (`m` and `M`, `Mbps` and `MBps`)."""
    short, long = ([word for word in _units() if _is_symbol(word) == small] for small in (True, False))
    return re.compile(rf"(?<=\d)[ -]?((?:{alternatives(short)})|(?i:{alternatives(long)}))(?!\w)")
