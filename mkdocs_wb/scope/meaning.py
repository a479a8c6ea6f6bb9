"""What a sentence says, as far as can be told from its words: figures, negation, commitment, content."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ..parse.words import tokens
from .lexicon import read_lexicon

_SIGNS = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "…": "...",
})  # fmt: skip
_DASHES = re.compile(r"\s*-{1,3}(?:\s+|$)|\s+-{1,3}\s*")
_NUMBER = re.compile(r"\d+(?:[.,:’'\u00a0]\d+)*")
_QUARTER = re.compile(r"\b(?:q[1-4]|h[12])\b", re.IGNORECASE)
_SUFFIXES = (
    "ungen",
    "ingly",
    "ation",
    "ings",
    "ies",
    "ung",
    "ing",
    "ies",
    "ers",
    "est",
    "en",
    "em",
    "er",
    "es",
    "ed",
    "ly",
    "al",
    "e",
    "s",
    "n",
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sentence taken apart.

    `normal` is what two sentences share that say the same in the same words; `content` are its stems without function
    words, figures (`#`), modal words and negations; `commitment` is the strongest modal, None where there is none.
    """

    normal: str
    figures: tuple[str, ...]
    negated: bool
    commitment: int | None
    content: tuple[str, ...]


def normalise(text: str) -> str:
    """One form for everything that is no change: quotes, dashes, white space, and the writing of numbers."""
    text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    text = _DASHES.sub(" - ", " ".join(text.split()))
    return _NUMBER.sub(lambda match: canonical_number(match[0]), _spell_out(text)).strip()


@lru_cache(maxsize=2_000)
def understand(text: str) -> Meaning:
    """Take a sentence apart."""
    lexicon = read_lexicon()
    normal = normalise(text)
    words = [word.casefold() for word in tokens(normal)]
    figures = [word for word in words if word[0].isdigit() or _QUARTER.fullmatch(word)]
    figures += [value for word in words if (value := str(lexicon.numbers.get(word, "")))]
    figures += re.findall(r"[$€£¥%]", normal)
    strengths = [lexicon.commitment[word] for word in words if word in lexicon.commitment]
    content = [
        "#" if word[0].isdigit() or word in lexicon.numbers or _QUARTER.fullmatch(word) else stem(word)
        for word in words
        if word not in lexicon.skipped
    ]
    negations = sum(1 for word in words if word in lexicon.negation)
    return Meaning(normal, tuple(sorted(figures)), negations % 2 == 1, max(strengths, default=None), tuple(content))


def canonical_number(text: str) -> str:
    """`1,000` and `1.000` as `1000`, `2,5` as `2.5`; times and versions as they are."""
    if re.fullmatch(r"\d{1,3}(?:[.,’'\u00a0]\d{3})+", text):
        return re.sub(r"\D", "", text)
    if re.fullmatch(r"\d+,\d+", text):
        return text.replace(",", ".")
    return text


def _spell_out(text: str) -> str:
    """`one thousand` and `9 million` in digits."""
    lexicon = read_lexicon()
    lowered = text.casefold()
    if not any(scale in lowered for scale in lexicon.scales):
        return text

    def digits(match: re.Match[str]) -> str:
        lead, scale = match[1].casefold(), lexicon.scales[match[2].casefold()]
        if lead[0].isdigit():
            value = float(canonical_number(lead)) * scale
            return str(int(value)) if value == int(value) else str(value)
        return str((1 if lead in lexicon.ones else lexicon.numbers[lead]) * scale)

    return _scaled().sub(digits, text)


@cache
def _scaled() -> re.Pattern[str]:
    lexicon = read_lexicon()
    scales = "|".join(sorted(lexicon.scales, key=len, reverse=True))
    leads = "|".join(sorted([*lexicon.numbers, *lexicon.ones], key=len, reverse=True))
    return re.compile(rf"\b({leads}|\d+(?:[.,]\d+)?)[ -]({scales})\b", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def stem(word: str) -> str:
    """A word without its ending, roughly: enough to see `walking` in `walk` and `fences` in `fence`."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def same_words(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two contents are the same but for order and slips of the pen."""
    left, right = list(old), list(new)
    for word in old:
        if word in right:
            left.remove(word)
            right.remove(word)
    for word in tuple(left):
        slip = next((other for other in right if is_slip(word, other)), None)
        if slip is not None:
            left.remove(word)
            right.remove(slip)
    return not left and not right


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter added, dropped, exchanged or swapped with its neighbour."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    first = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[first:], other[first:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def similarity(old: Meaning, new: Meaning) -> float:
    """How much of their content two sentences share, 0 to 1 (Dice's coefficient over stems)."""
    if not old.content or not new.content:
        return 1.0 if old.normal == new.normal else 0.0
    left = list(new.content)
    shared = 0
    for word in old.content:
        if word in left:
            left.remove(word)
            shared += 1
    return 2 * shared / (len(old.content) + len(new.content))


def classify(old: Meaning, new: Meaning) -> str:
    """The kind of change between two sentences that correspond and are not the same."""
    if old.figures != new.figures:
        return "figure-changed"
    if old.negated != new.negated:
        return "promise-changed"
    if not same_words(old.content, new.content):
        return "promise-changed"
    if old.commitment != new.commitment:
        before, after = (2 if value is None else value for value in (old.commitment, new.commitment))
        if before != after:
            return "commitment-softened" if after < before else "commitment-hardened"
    return "reworded"
