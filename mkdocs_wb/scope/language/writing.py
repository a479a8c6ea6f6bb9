"""One form for everything that is no change: quotes, dashes, white space, and the writing of numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

from .lexicon import read_lexicon
from .quantities import fold_quantities

_SIGNS = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "…": "...",
    **dict(zip("０１２３４５６７８９％＄￥", "0123456789%$¥", strict=True)),
    **dict.fromkeys("\u202b\u202d\u202e\u2067", " ← "),  # they turn $19 into $91
    **dict.fromkeys("\u0335\u0336\u0337\u0338\u20e0", " ❌ "),  # they strike through the letter before
    # nothing that a reader sees: soft hyphens, zero widths, other marks of direction
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202c\ufe0f", ""),
})  # fmt: skip
_DASHES = re.compile(r"\s*-{1,3}(?:\s+|$)|\s+-{2,3}\s*|\s+-(?![\d$€£¥.])\s*")
_SHORTCODE = re.compile(r"(?<![\w:]):([a-z+-][a-z0-9_+-]*):(?![\w:])")
_ICON = re.compile(r"material-|octicons-|fontawesome-(?:solid|regular)-")
_CONVENTION = re.compile(r"\d[.,]\d{3}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


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
    if ":" in text:
        text = _SHORTCODE.sub(lambda match: _read_shortcode(match[1]), text)
    text = " ".join(text.split())
    if "-" in text:
        text = _DASHES.sub(" - ", text)
    if _CONVENTION.search(text):
        german = is_german(text, default=german)
    return fold_quantities(text, german=german).strip()


def _read_shortcode(name: str) -> str:
    """The sign that a name between colons stands for; nothing where it is decoration."""
    lexicon = read_lexicon()
    if name in lexicon.shortcodes or not _ICON.match(name):
        return lexicon.shortcodes.get(name, "")
    return next((lexicon.icons[part] for part in name.split("-") if part in lexicon.icons), "")


def is_german(text: str, *, default: bool = False) -> bool:
    """Whether a text has more different German than English function words; the default where as many of each."""
    return _weigh(_find_words(text), default=default)


def reads_german(old: str, new: str) -> bool:
    """Whether both versions together are German."""
    return _weigh(_find_words_of_version(old) | _find_words_of_version(new))


def _weigh(words: Set[str], *, default: bool = False) -> bool:
    lexicon = read_lexicon()
    balance = len(words & lexicon.german) - len(words & lexicon.english)
    return balance > 0 or (balance == 0 and default)


def _find_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


_find_words_of_version = lru_cache(maxsize=8)(_find_words)  # one is compared with several others in turn
