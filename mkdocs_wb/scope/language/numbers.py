"""Numbers in one writing: `1,000`, `1 000`, `one thousand` and `1k` are all `1000`."""

from __future__ import annotations

import json
import re
from collections.abc import Set
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_NUMBER = re.compile(r"\d+(?:[.,:'\u00a0]\d+)*")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,'\u00a0])\d{3})(?:\1\d{3})*")
_THREE_DECIMALS = re.compile(r"\d+[.,]\d{3}")
_SPACED = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?: \d{3})+(?![\d:/-]|[.,]\d)")
_THOUSAND = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d)?)k\b", re.IGNORECASE)
_MILLION = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d{1,2})?)(M|bn|(?<=[$€£]\d)B|(?<=[$€£]\d\.\d)B)\b")
_MONEY = re.compile(r"([$€£] ?)(\d+(?:[.,]\d{1,2})?)mn?\b")  # elsewhere `1.5m` is a length
_DIGIT = re.compile(r"\d")
_GLUED = ("tausend", "hundert", "zig", "ssig")  # in lower case an ß is two signs
_BARE = re.compile(r"\b(?:tausend|hundert)\b", re.IGNORECASE)
_DECIMAL = "·"  # where three digits follow: so that 3.125 is never taken for 3125

Words = dict[str, Any]


@cache
def read_quantities() -> Words:
    """The words of numbers, months, currencies and units that come with the package: by name, all languages together."""
    data: dict[str, Any] = json.loads((resources.files(__package__) / "quantities.json").read_text(encoding="utf-8"))
    whole = ("currencies", "units", "conversions", "phrasal")
    return {name: value if name in whole else _join(list(value.values())) for name, value in data.items()}


def _join(values: list[Any]) -> Any:
    """Lists as one set, mappings as one mapping."""
    if isinstance(values[0], dict):
        return {word: value for mapping in values for word, value in mapping.items()}
    return frozenset(word for words in values for word in words)


def fold_numbers(text: str, words: Set[str], *, german: bool) -> str:
    """A text with every number in digits.

    Args:
        text: one line, its signs folded.
        words: of the text, in lower case.
        german: whether `1.000` is a thousand.
    """
    text = _spell_out(text, words, german)
    if not _DIGIT.search(text):
        return text
    if " " in text:
        text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    text = _THOUSAND.sub(lambda match: _times(match[1], 1000), text)
    text = _MONEY.sub(lambda match: match[1] + _times(match[2], 10**6), text)
    text = _MILLION.sub(lambda match: _times(match[1], 10**6 if match[2] == "M" else 10**9), text)
    return _NUMBER.sub(lambda match: canonical_number(match[0], german=german), text)


@lru_cache(maxsize=2_000)
def canonical_number(text: str, *, german: bool = False) -> str:
    """`1,000` and `1'000` as `1000`, `2,5` as `2.5`; times and versions as they are.

    One group of three digits after a full stop is a thousand in German and a fraction elsewhere, after a comma the
    other way round; nothing that begins with 0 is a thousand. A fraction of three digits gets a sign of its own.
    """
    groups = _GROUPS.fullmatch(text)
    if groups is not None:
        several = text.count(groups[1]) > 1
        if several or groups[1] not in ".," or (groups[1] == ".") == german:
            return re.sub(r"\D", "", text)
    if _THREE_DECIMALS.fullmatch(text):
        return re.sub(r"[.,]", _DECIMAL, text)
    if re.fullmatch(r"\d+,\d+", text):
        return text.replace(",", ".")
    return text


def _times(number: str, scale: int) -> str:
    """A number with at most one decimal sign times a power of ten, without rounding."""
    whole, _, decimals = number.replace(",", ".").replace(_DECIMAL, ".").partition(".")
    value, rest = divmod(int(whole + decimals) * scale, 10 ** len(decimals))
    return f"{value}.{str(rest).zfill(len(decimals)).rstrip('0')}" if rest else str(value)


def has_glued_number(words: Set[str]) -> bool:
    """Whether one of some words may be a German number that is written of several."""
    return any(word.endswith(_GLUED) for word in words)


def _spell_out(text: str, words: Set[str], german: bool) -> str:
    """`one thousand`, `9 million` and `twenty-five` in digits."""
    known = read_quantities()
    if not words.isdisjoint(_small_numbers()) or has_glued_number(words):
        text = _words().sub(lambda match: str(_value(match[0].casefold())), text)
    if words.isdisjoint(known["scales"]):
        return text

    def multiply(match: re.Match[str]) -> str:
        lead, scale = match[1].casefold(), known["scales"][match[2].casefold()]
        return _times("1" if lead in known["ones"] else canonical_number(lead, german=german), scale)

    for _ in range(3):  # two hundred thousand
        text, found = _scaled().subn(multiply, text)
        if not found:
            break
    return _BARE.sub(lambda match: str(known["scales"][match[0].casefold()]), text)


def _value(word: str) -> int:
    """What `two`, `twenty-five`, `fünfundzwanzig` or `zweitausend` is."""
    words = read_quantities()
    small: dict[str, int] = words["numbers"] | words["tens"]
    if word in small:
        return small[word]
    for scale, value in (("tausend", 1000), ("hundert", 100)):
        if word.endswith(scale):
            return _value(word.removesuffix(scale)) * value
    tens = next(ten for ten in words["tens"] if word.endswith(ten) or word.startswith(ten))
    one = word.replace(tens, "").strip("- ").removesuffix("und")
    return int(words["tens"][tens]) + (1 if one in ("one", "ein") else int(small[one]))


def alternatives(words: Any) -> str:
    """The source of an expression that finds any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _small_numbers() -> frozenset[str]:
    return frozenset([*read_quantities()["numbers"], *read_quantities()["tens"]])


@cache
def _words() -> re.Pattern[str]:
    words = read_quantities()
    small, tens = alternatives(words["numbers"]), alternatives(words["tens"])
    digits = "|".join(word for word, value in words["numbers"].items() if value < 10)
    compound = rf"(?:{tens})[- ](?:one|{digits})|(?:ein|{digits})und(?:{tens})"
    glued = rf"(?:{small}|{tens})(?:tausend|hundert)"
    first = "".join(sorted({word[0] for word in (*words["numbers"], *words["tens"], "ein")}))
    return re.compile(rf"\b(?=[{first}])(?:{compound}|{glued}|{small}|{tens})\b", re.IGNORECASE)


@cache
def _scaled() -> re.Pattern[str]:
    words = read_quantities()
    ones, scales = alternatives(words["ones"]), alternatives(words["scales"])
    return re.compile(
        rf"\b({ones}|\d{{1,15}}(?:[.,{_DECIMAL}]\d{{1,15}})?)[ -]({scales})\b(?:(?<=mio|mrd)\.)?", re.IGNORECASE
    )
