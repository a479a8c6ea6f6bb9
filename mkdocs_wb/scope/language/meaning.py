"""What a sentence says, as far as can be told from its words: what is said of what, how firmly, by and to whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from .lexicon import as_one, read_lexicon
from .quantities import read_units
from .reading import Reading, Unit
from .synonyms import find_root, fold_phrases
from .writing import is_german, normalise

__all__ = ["Meaning", "normalise", "understand"]

_CURRENCY = "$€£¥₩₹₽₪₫₴₦₱₺₿¢฿"
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_NUMBER = (
    rf"(?:(?<![^\s(\[|/\"'*])[-<>≤⩽≥~≈±]=?[ ]?)?(?:[{_CURRENCY}][ ]?)?\d+(?:[.,:/·'-]\d+)*\+?(?:[ ]?[%‰°{_CURRENCY}])?"
)
_PIECE = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<word>[{_UNSPACED}]|[^\W\d_{_UNSPACED}][^\W{_UNSPACED}]*"
    rf"(?:['.][^\W\d_{_UNSPACED}]+)*(?:[+#]+(?!\w))?)|(?P<stop>[,;:()|])|(?P<sign>[^\w\s.!?\"'*/\\\[\]-])"
)
_LONGEST = 20_000
_QUARTER = re.compile(r"(?:q[1-4]|h[12])")
_SHORT = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}
_WITHIN = re.compile(r"[\w,] $")
_ENDING = re.compile(r"'(?:s|re|ve|d|m|ll)$")
# `it is on until you turn it off`: what follows is nothing that it could be on
_ALONE = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:until|unless|by|when|if|for|after|before|at|in|during|from|while|and|or|but|again"
    r"|und|oder|aber|wenn|sobald|bis|um)\b)"
)
_MAY_OF_A_DATE = re.compile(
    r"(?:\d(?:st|nd|rd|th|\.)?\s+(?:of\s+)?|\b(?:in|by|until|since|from|before|after|to|of)\s+)$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """A sentence taken apart.

    Its units in order, who is spoken of, the case that a German article gives a noun, how often `or` stands, its
    explicit modals, and how often each stem stands in it (all figures being one stem, with their units).
    """

    units: tuple[Unit, ...]
    persons: frozenset[tuple[int, str]]
    cases: frozenset[tuple[str, str]]
    ors: int
    modals: tuple[float, ...]
    german: bool
    content: Counter[str]

    @property
    def figures(self) -> Counter[str]:
        """How often each figure stands, with its sign and currency."""
        return Counter(unit.stem for unit in self.units if unit.stem.startswith("#"))

    @property
    def objects(self) -> frozenset[str]:
        """What a German article keeps from being the subject."""
        return frozenset(root for case, root in self.cases if case in ("accusative", "dative"))

    @property
    def negations(self) -> int:
        """How often something is negated."""
        return sum(unit.lead.count("not") for unit in self.units)


def understand(normal: str, *, german: bool = False) -> Meaning:
    """Take a sentence apart.

    Args:
        normal: the sentence as `normalise` returns it.
        german: its language where its own words do not tell.
    """
    return _understand(normal, german)


@lru_cache(maxsize=4_000)
def _understand(normal: str, default: bool) -> Meaning:
    if len(normal) > _LONGEST:  # every word counts, whatever it is: in so long a sentence nothing is only reworded
        words = [match[0] for match in _PIECE.finditer(normal.casefold())]
        units = tuple([Unit(word, (), word) for word in words])
        return Meaning(units, frozenset(), frozenset(), 0, (), default, Counter(words))
    german = is_german(normal, default=default)
    reading = Reading(read_lexicon(), german)
    roles, signs, shouted = reading.lexicon.roles, reading.lexicon.signs + _CURRENCY, normal.isupper()
    misspellings, measures, measured = reading.lexicon.misspellings, read_units(), -1
    firm = reading.lexicon.hedged.sub(lambda match: f" {as_one(match[0])}", fold_phrases(normal))
    for match in _PIECE.finditer(firm):
        piece, sort = match[0], match.lastgroup
        if match.start() == measured and piece in measures:
            reading.measure(piece)
        elif sort == "word":
            plain = piece.islower() and "'" not in piece and piece != "cannot"
            for spelt in (piece,) if plain else _split_word(piece, match, shouted):
                word = misspellings.get(spelt, spelt)
                role = roles.get(word)
                if role is None or (word in reading.lexicon.particles and _ALONE.match(firm, match.end())):
                    reading.add(f"#{word}" if _QUARTER.fullmatch(word) else find_root(word, german=german), word)
                    reading.case = reading.lexicon.cases.get(word, "") if german else ""  # `jeden Anruf`
                    reading.own(match)
                else:
                    reading.hear(word, role)
        elif sort == "number":
            reading.add("#" + _tidy_number(piece), piece)
            measured = match.end() + 1
        elif sort == "sign":
            if piece in signs:
                reading.add(piece, piece)
        elif piece == ",":
            reading.joined = reading.by_comma = True
        else:
            reading.strength = None
    reading.close()
    roots = ["#" if unit.stem[:1] == "#" else unit.stem for unit in reading.units if unit.stem not in _measure_stems()]
    content = Counter(roots)
    modals = tuple(sorted(reading.modals))
    persons, cases = frozenset(reading.persons), frozenset(reading.cases)
    return Meaning(tuple(reading.units), persons, cases, reading.ors, modals, german, content)


@cache
def _measure_stems() -> frozenset[str]:
    return frozenset(f"#{unit}" for unit in read_units())


def _tidy_number(piece: str) -> str:
    """A figure with its sign before it and its currency or unit sign after it, without blanks."""
    piece = piece.replace(" ", "").replace("⩽", "≤")
    sign = "".join(char for char in piece if char in _CURRENCY)
    return "".join(char for char in piece if char not in _CURRENCY).removesuffix(".") + sign


def _split_word(piece: str, match: re.Match[str], shouted: bool) -> Iterator[str]:
    """A word in lower case, contractions in two; what is written in capitals (US, IT) or after a day (May) is a name."""
    if len(piece) <= 2 and piece.isalpha() and piece.isupper() and not shouted:
        before = match.string[max(0, match.start() - 2) : match.start()]
        if len(piece) == 2 or (piece != "I" and _WITHIN.search(before)):
            yield piece  # plan A
            return
    if piece == "May" and _MAY_OF_A_DATE.search(match.string[max(0, match.start() - 12) : match.start()]):
        yield "may-month"
        return
    word = piece.lower()  # and no casefold, which turns the `ß` of `Schließen` into two letters
    if "'" not in word and word != "cannot":
        yield word
    elif word in _SHORT:
        yield from _SHORT[word]
    elif word.endswith("n't"):
        yield from (word[:-3], "not")
    elif word.endswith("'ll"):
        yield from (word[:-3], "will")
    else:
        yield _ENDING.sub("", word)


def similarity(old: Meaning, new: Meaning) -> float:
    """How much of their content two sentences share, 0 to 1 (Dice's coefficient over stems, figures being alike)."""
    total = old.content.total() + new.content.total()
    there = new.content
    shared = sum(min(count, there[root]) for root, count in old.content.items() if root in there)
    return 2 * shared / total if total else 0.0


def read_letters(normal: str) -> str:
    """All that a sentence has in letters, digits and signs, without the ends of words."""
    return "".join(_list_letters(normal.casefold()))


def has_letters(normal: str) -> bool:
    """Whether a sentence has any of them."""
    return any(_list_letters(normal.casefold()))


def _list_letters(text: str) -> Iterator[str]:
    signs = read_lexicon().signs + _CURRENCY + "+#<>≤⩽≥±~≈%‰°"
    return (char for char in text if char.isalnum() or char in signs)


def read_words(normal: str) -> tuple[str, ...]:
    """The words of a sentence in lower case, in order and as they are: what two writings of one text share."""
    lexicon = read_lexicon()
    pieces = (
        match[0].casefold()
        for match in _PIECE.finditer(normal)
        if match.lastgroup in ("number", "word") or match[0] in lexicon.signs
    )
    return tuple(piece.replace(" ", "") for piece in pieces if piece not in lexicon.ands)


def has_limit(normal: str) -> bool:
    """Whether a sentence takes something out of the promise: `only`, `except`, `not`, `at most`, a limit."""
    if "≤" in normal:  # `at most`
        return True
    limits = read_lexicon().limits
    words = (match for match in _PIECE.finditer(normal) if match.lastgroup == "word")
    return any(word.lower() in limits for match in words for word in _split_word(match[0], match, shouted=False))
