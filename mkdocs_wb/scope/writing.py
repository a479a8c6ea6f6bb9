"""One form for everything that is no change: quotes, dashes, white space, and the writing of numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .lexicon import read_lexicon

_SIGNS = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "…": "...",
    # nothing that a reader sees: soft hyphens, zero widths, marks of direction
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\ufe0f", ""),
})  # fmt: skip
_DASHES = re.compile(r"\s*-{1,3}(?:\s+|$)|\s+-{2,3}\s*|\s+-(?![\d$€£¥.])\s*")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?:[.,:'\u00a0]\d+)*")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,'\u00a0])\d{3})(?:\1\d{3})*")
_THREE_DECIMALS = re.compile(r"\d+[.,]\d{3}")
_THOUSAND = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d)?)k\b", re.IGNORECASE)
_CONVENTION = re.compile(r"\d[.,]\d{3}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DECIMAL = "·"  # where three digits follow: so that 3.125 is never taken for 3125


def normalise(text: str, *, german: bool = False) -> str:
    """The form in which texts are compared.

    Args:
        text: a sentence, or several.
        german: whether `1.000` is a thousand where the text itself does not tell.
    """
    return _normalise(text, german)


@lru_cache(maxsize=4_000)
def _normalise(text: str, german: bool) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    text = " ".join(text.split())
    if "-" in text:
        text = _DASHES.sub(" - ", text)
    if _scale().search(text):
        text = _spell_out(text, german)
    if not _DIGIT.search(text):
        return text.strip()
    if _CONVENTION.search(text):
        german = is_german(text, default=german)
    if _THOUSAND.search(text):
        text = _THOUSAND.sub(lambda match: _times(match[1], 1000), text)
    return _NUMBER.sub(lambda match: canonical_number(match[0], german=german), text).strip()


def is_german(text: str, *, default: bool = False) -> bool:
    """Whether a text has more different German than English function words; the default where as many of each."""
    lexicon = read_lexicon()
    words = set(_WORD.findall(text.casefold()))
    balance = len(words & lexicon.german) - len(words & lexicon.english)
    return balance > 0 or (balance == 0 and default)


def needs_language(text: str) -> bool:
    """Whether a text has a number such as `1.000`, which is a thousand in one language and a one in another."""
    return _CONVENTION.search(text) is not None


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


def _spell_out(text: str, german: bool) -> str:
    """`one thousand` and `9 million` in digits."""
    lexicon = read_lexicon()

    def digits(match: re.Match[str]) -> str:
        lead, scale = match[1].casefold(), lexicon.scales[match[2].casefold()]
        if lead[0].isdigit():
            return _times(canonical_number(lead, german=german), scale)
        return str((1 if lead in lexicon.ones else lexicon.numbers[lead]) * scale)

    return _scaled().sub(digits, text)


@cache
def _scale() -> re.Pattern[str]:
    return re.compile("|".join(sorted(read_lexicon().scales, key=len, reverse=True)), re.IGNORECASE)


@cache
def _scaled() -> re.Pattern[str]:
    lexicon = read_lexicon()
    scales = "|".join(sorted(lexicon.scales, key=len, reverse=True))
    leads = "|".join(sorted([*lexicon.numbers, *lexicon.ones], key=len, reverse=True))
    return re.compile(rf"\b({leads}|\d{{1,15}}(?:[.,]\d{{1,15}})?)[ -]({scales})\b", re.IGNORECASE)
