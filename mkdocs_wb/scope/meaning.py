"""What a sentence says, as far as can be told from its words: what is said of what, how firmly, by and to whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from .lexicon import Lexicon, Role, as_one, read_lexicon
from .quantities import read_units
from .synonyms import find_root, fold_phrases
from .writing import is_german, normalise

__all__ = ["Meaning", "Unit", "normalise", "understand"]

_CURRENCY = "$€£¥₩₹₽₪₫₴₦₱₺₿¢฿"
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_NUMBER = (
    rf"(?:(?<![^\s(\[|/\"'*])[-<>≤≥~≈±]=?[ ]?)?(?:[{_CURRENCY}][ ]?)?\d+(?:[.,:/·'-]\d+)*\+?(?:[ ]?[%‰°{_CURRENCY}])?"
)
_PIECE = re.compile(
    rf"(?P<number>{_NUMBER})|(?P<word>[{_UNSPACED}]|[^\W\d_{_UNSPACED}][^\W{_UNSPACED}]*"
    rf"(?:['.][^\W\d_{_UNSPACED}]+)*(?:[+#]+(?!\w))?)|(?P<stop>[,;:()|])|(?P<sign>[^\w\s.!?\"'*/\\\[\]-])"
)
_LONGEST = 20_000
_QUARTER = re.compile(r"(?:q[1-4]|h[12])")
_SHORT = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}
_WITHIN = re.compile(r"[\w,] $")
OWNS = "'s"
_OWNER = re.compile(r"(?:'s|\ws') [^\W\d]", re.IGNORECASE)
_ENDING = re.compile(r"'(?:s|re|ve|d|m|ll)$")
_MAY_OF_A_DATE = re.compile(
    r"(?:\d(?:st|nd|rd|th|\.)?\s+(?:of\s+)?|\b(?:in|by|until|since|from|before|after|to|of)\s+)$"
)


class Unit(NamedTuple):
    """A word of content (its stem; a figure begins with `#`) with what hangs on it.

    `lead` are the negations and the telling prepositions before it, `loose` those that matter only in another order,
    `strength` how firm the modal is under which it stands. `phrase` and `joined` say that a preposition or an `and`, an
    `or` or a comma comes before it, `carried` that a comma alone hands it the lead of the word before.
    """

    stem: str
    lead: tuple[str, ...]
    word: str
    loose: tuple[str, ...] = ()
    strength: float | None = None
    phrase: bool = False
    joined: bool = False
    carried: bool = False


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
        return frozenset(root for case, root in self.cases if case != "nominative")

    @property
    def negations(self) -> int:
        """How often something is negated."""
        return sum(unit.lead.count("not") for unit in self.units)


@dataclass(slots=True)
class _Reading:
    """What has been read so far, and what waits for the next word of content."""

    lexicon: Lexicon
    german: bool
    units: list[Unit] = field(default_factory=list)
    persons: list[tuple[int, str]] = field(default_factory=list)
    person: int = 0
    cases: list[tuple[str, str]] = field(default_factory=list)
    case: str = ""
    ors: int = 0
    modals: list[float] = field(default_factory=list)
    strength: float | None = None
    lead: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    phrase: bool = False
    joined: bool = False
    by_comma: bool = False
    waiting: int = 0

    def add(self, root: str, word: str) -> None:
        """A word of content, with what waited for it: `for farmers and vets` is for vets, too."""
        carried = False
        if not self.by_comma or self.lead:
            self._end_list(is_list=self.joined and not self.by_comma)
        if self.joined and not self.lead and self.units:
            self.lead = tuple([word for word in self.units[-1].lead if word != "not"])
            carried = bool(self.lead) and (self.by_comma or self.units[-1].carried)
            self.waiting += carried and self.by_comma
        self.units.append(Unit(root, self.lead, word, self.loose, self.strength, self.phrase, self.joined, carried))
        if self.person:
            self.persons.append((self.person, root))
            self.person = 0
        if self.case:
            self.cases.append((self.case, root))
            self.case = ""
        self.lead = self.loose = ()
        self.phrase = self.joined = self.by_comma = False

    def own(self, match: re.Match[str]) -> None:
        """The owner of the next word: `the animals' names` are the names of the animals."""
        if _OWNER.match(match.string, match.end() - 2):
            self.units[-1] = self.units[-1]._replace(loose=(*self.units[-1].loose, OWNS))

    def _end_list(self, *, is_list: bool) -> None:
        """What commas handed on is of a list that `and` or `or` ends, or else was none: `For farmers, vets pay nothing`."""
        for at in range(len(self.units) - self.waiting, len(self.units) if not is_list else 0):
            self.units[at] = self.units[at]._replace(lead=(), carried=False)
        self.waiting = 0

    def hear(self, word: str, role: Role) -> None:
        """A word that is no content: it changes what comes after it."""
        lexicon = self.lexicon
        if role == "negation":
            self.lead = tuple(sorted((*self.lead, "not")))
        elif role == "modal":
            self.strength = lexicon.commitment[word]
            self.modals.append(self.strength)
        elif role == "person":
            self.person = lexicon.persons[word]
            if word not in lexicon.possessives:
                self.strength = None
        elif role in ("and", "or"):
            self.ors += role == "or"
            self.joined, self.by_comma = True, False
        elif role == "bound":
            self.lead = tuple(sorted((*self.lead, word)))
            self.phrase = True
        else:
            self._skip(word, role)

    def _skip(self, word: str, role: Role) -> None:
        """A word that says nothing by itself, though it may open a phrase or end what a modal stands over."""
        self.case = self.lexicon.cases.get(word, "") if self.german else ""
        if word in self.lexicon.phrase:
            self.phrase = True
        if word in self.lexicon.loose:
            self.loose = (*self.loose, word)
        if word in self.lexicon.breaks:
            self.strength = None
        if role == "break":
            self.add(word, word)

    def close(self) -> None:
        """What waits at the end hangs on nothing, and is still said."""
        self._end_list(is_list=False)
        if self.lead or self.person:
            self.add("", "")


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
    reading = _Reading(read_lexicon(), german)
    roles, signs, shouted = reading.lexicon.roles, reading.lexicon.signs + _CURRENCY, normal.isupper()
    misspellings, measures, measured = reading.lexicon.misspellings, read_units(), -1
    firm = reading.lexicon.hedged.sub(lambda match: f" {as_one(match[0])}", fold_phrases(normal))
    for match in _PIECE.finditer(firm):
        piece, sort = match[0], match.lastgroup
        if match.start() == measured and piece in measures:
            reading.add(f"#{piece}", piece)
        elif sort == "word":
            plain = piece.islower() and "'" not in piece and piece != "cannot"
            for spelt in (piece,) if plain else _split_word(piece, match, shouted):
                word = misspellings.get(spelt, spelt)
                role = roles.get(word)
                if role is None:
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
    piece = piece.replace(" ", "")
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
    signs = read_lexicon().signs + _CURRENCY + "+#<>≤≥±~≈%‰°"
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
    return any(word.casefold() in limits for match in words for word in _split_word(match[0], match, shouted=False))
