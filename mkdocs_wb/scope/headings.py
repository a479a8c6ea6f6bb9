"""Headings, labels and pictures that say nothing of their own: they name what stands below them, or the part that it is.

`Weight comparison` above `The report compares the weights` promises nothing else, nor does `A message from our team`.
What is a promise anywhere else is one here: a figure, a limit, for whom, a word for what somebody gets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..parse.language.titles import fold_title
from .language.lexicon import CAN, read_lexicon
from .language.meaning import Meaning, has_letters, has_limit, read_words, understand
from .language.numbers import alternatives
from .language.reading import Unit
from .language.synonyms import find_root
from .pairing import Vocabulary
from .silent.apparatus import read_words_of
from .silent.promising import is_promising
from .statements import PICTURE, TITLE, Statement, Statements

_HEADLINE = "headline"  # it says something itself
_LABEL = 7  # a label ends where any heading begins
_END = 1 << 60
_FEW = 8  # words
_MOST = 60  # statements of a section that are looked at
_LONG_ENOUGH = 5  # letters of a stem by which an action is known
_GAP = 3  # words between those that a heading turns round
_WILL = 2.0
_TOKEN = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[\x00-\u024f\u2000-\u206f]*")  # in other scripts no word is known to promise something


class Headings:
    """The headings of two versions, and what stands below each; read when the first one asks."""

    def __init__(self, before: Statements, after: Statements, vocabulary: Vocabulary, *, german: bool) -> None:
        self._vocabulary = vocabulary
        self._sides = (_Side(before, after, german), _Side(after, before, german))

    def says_nothing(self, statement: Statement, other: Statement | None = None, *, is_old: bool) -> bool:
        """Whether a statement only names something, or leads to it.

        Args:
            statement: of one version.
            other: what stands for it in the other version.
            is_old: whether it is of the old version.
        """
        return (
            statement.naming
            or self._is_signpost(statement, other)
            or self._is_title(statement)
            or self._sides[not is_old].only_names(statement)
        )

    def is_silent(self, alt: str) -> bool:
        """Whether what is told of a picture says nothing of its own, so that only the picture shows what it is."""
        return alt in self._silent

    @cached_property
    def _silent(self) -> frozenset[str]:
        sides = ((self._vocabulary.old, True), (self._vocabulary.new, False))
        pictures = ((one, is_old) for side, is_old in sides for one in side.walk() if one.role == PICTURE)
        return frozenset(one.text for one, is_old in pictures if self.says_nothing(one, is_old=is_old))

    def _is_title(self, statement: Statement) -> bool:
        """Whether a heading is the product's name, which the document's title has too (`Deer Tracker – PR/FAQ`)."""
        return statement.kind == "heading" and self._titled.issuperset(read_words(statement.normal))

    @cached_property
    def _titled(self) -> frozenset[str]:
        walked = (one for side in (self._vocabulary.old, self._vocabulary.new) for one in side.walk())
        return frozenset(
            word for one in walked if one.naming and one.kind == "heading" for word in read_words(one.normal)
        )

    def _is_signpost(self, statement: Statement, other: Statement | None) -> bool:
        """Whether a heading only says what comes below it (`How to apply`), in words that the document has elsewhere."""
        first = statement.normal.casefold().split(" ", 1)[0]
        leads = statement.role == TITLE and statement.element != _HEADLINE
        if not leads or first not in read_lexicon().signposts or has_limit(statement.normal):
            return False
        known = self._vocabulary.elsewhere(statement.normal, other.normal if other else "")
        units = [unit for unit in understand(statement.normal).units if unit.word != first]
        return all(known(unit.word) and unit.stem[:1] != "#" and not unit.lead for unit in units)


class _Side:
    """One version, whose headings are judged by their own sections and by what the other version says."""

    def __init__(self, own: Statements, other: Statements, german: bool) -> None:
        self._own, self._other, self._german = own, other, german

    def only_names(self, statement: Statement) -> bool:
        """Whether a heading, label or picture names what its section tells, a part of the document, or the product."""
        said = statement.normal
        if not statement.role or (statement.role == TITLE and statement.element == _HEADLINE) or not has_letters(said):
            return False
        if said.count(" ") >= _FEW or not _LATIN.fullmatch(said):
            return False
        names = self._find_names(said.casefold())
        if fold_title(said) in names:
            return True
        bare = re.sub(rf"\b(?:{alternatives(names)})\b", " ", said, flags=re.IGNORECASE) if names else said
        meaning = understand(bare, german=self._german)
        if not _is_plain(bare, meaning):
            return False
        parts = _find_parts(bare)
        skipped = parts | read_words_of("joining") | {""}
        told = [unit for unit in meaning.units if unit.word not in skipped]
        if not parts:
            groups = _split_list(meaning.units)
            return bool(groups) and all(self._is_told(group, statement) for group in groups)
        leads = {word for unit in meaning.units for word in unit.lead}
        return leads <= read_words_of("introducing") and all(unit.stem in self._known for unit in told)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(
            stem for one in self._other.walk() for stem in understand(one.normal, german=self._german).content
        )

    def _find_names(self, folded: str) -> list[str]:
        """What in a heading is the product's name: as one of the titles has it, and both versions have it elsewhere."""
        return [
            name
            for name in self._titles
            if name in folded
            and all(any(name in one.normal.casefold() for one in side.walk()) for side in (self._own, self._other))
        ]

    @cached_property
    def _titles(self) -> frozenset[str]:
        return self._own.find_names() | self._other.find_names()

    @cached_property
    def _lines(self) -> tuple[list[int], list[Statement]]:
        ordered = sorted(self._own.walk(), key=lambda one: one.line)
        return [one.line for one in ordered], ordered

    def _is_told(self, group: Sequence[Unit], statement: Statement) -> bool:
        return any(_names_it(group, one.normal, german=self._german) for one in self._list_section(statement))

    def _list_section(self, statement: Statement) -> Iterator[Statement]:
        """What stands below a heading or label, and around a picture, and is no heading or picture itself."""
        lines, ordered = self._lines
        titled, levels = self._headings
        place, at = bisect_right(titled, statement.line), bisect_right(lines, statement.line)
        headed = place > 0 and titled[place - 1] == statement.line
        level = levels[place - 1] if headed else _LABEL
        below = (line for line, its in zip(titled[place:], levels[place:], strict=True) if its <= level)
        last = next(below, _END)
        if statement.role == PICTURE:
            first = titled[place - 1] if place else 0
            yield from (one for one in ordered[max(at - _MOST, 0) : at] if one.line > first and not one.role)
        for one in ordered[at : at + _MOST]:
            if one.line >= last or (not headed and statement.role == TITLE == one.role):
                return
            if not one.role:
                yield one

    @cached_property
    def _headings(self) -> tuple[list[int], list[int]]:
        return [line for line, _ in self._own.headings], [level for _, level in self._own.headings]


def _is_plain(said: str, meaning: Meaning) -> bool:
    """Whether a text says nothing that only a promise needs."""
    words = _TOKEN.findall(said.casefold())
    if not words or words[-1] in read_lexicon().ands:  # `Deer Tracker Plus`
        return False
    if any(sign.isdigit() or sign in "?!%" for sign in said) or has_limit(said) or meaning.modals or meaning.ors:
        return False
    if not (read_lexicon().outside | read_words_of("denials")).isdisjoint(words) or meaning.negations:
        return False
    return not any(unit.stem[:1] == "#" or _may_be_gained(unit) for unit in meaning.units)


def _may_be_gained(unit: Unit) -> bool:
    """Whether a word says what somebody gets, in whatever language: a heading is too short to tell which it is."""
    return any(
        is_promising(unit._replace(stem=find_root(unit.word, german=german)), german=german) for german in (True, False)
    )


def _find_parts(said: str) -> frozenset[str]:
    """The words that name a part of a document: `summary`, `message` where it says whose, `about` before what it is on."""
    words = _TOKEN.findall(said.casefold())
    parts = read_words_of("parts").intersection(words) | read_words_of("subjects").intersection(words[:1])
    if not read_words_of("introducing").isdisjoint(words):
        parts |= read_words_of("sayings").intersection(words)
    return parts | read_words_of("senders").intersection(words) if parts else parts


def _split_list(units: Sequence[Unit]) -> list[list[Unit]]:
    """What `and` or a comma joins, one by one."""
    groups: list[list[Unit]] = [[]]
    for unit in units:
        if unit.joined or unit.word in read_words_of("ands"):
            groups.append([])
        if unit.word not in read_words_of("joining"):
            groups[-1].append(unit)
    return [group for group in groups if group]


def _names_it(group: Sequence[Unit], told: str, *, german: bool) -> bool:
    """Whether a sentence that denies nothing has the words of a heading side by side, or as `the weight of the deer`."""
    meaning = understand(told, german=german)
    words = [word.casefold() for word in _TOKEN.findall(told)]
    if meaning.negations or any(strength < _WILL and strength != CAN for strength in meaning.modals):
        return False
    if not read_words_of("denials").isdisjoint(words) or not all(_is_noun(unit, words) for unit in group):
        return False
    units = [unit for unit in meaning.units if unit.word not in read_words_of("joining")]
    for at in range(len(units) - len(group) + 1):
        if all(_is_same(one, other) and one.lead == other.lead for one, other in zip(group, units[at:], strict=False)):
            return True
    return len(group) > 1 and not any(unit.lead for unit in group) and _is_turned(group, units)


def _is_turned(group: Sequence[Unit], units: Sequence[Unit]) -> bool:
    """Whether `Weight comparison` is told as `compares the weight`: an action, and then what it is done to."""
    if not group[-1].word.endswith(tuple(read_words_of("actions"))):
        return False
    at = next((n for n, unit in enumerate(units) if _is_action(group[-1], unit)), len(units))
    for wanted in reversed(group[:-1]):
        near = range(at + 1, min(at + 1 + _GAP, len(units)))
        at = next((n for n in near if _is_same(units[n], wanted) and not units[n].lead), len(units))
    return at < len(units)


def _is_same(one: Unit, other: Unit) -> bool:
    return one.stem == other.stem or one.word == other.word  # the language of a heading may be read as another


def _is_action(noun: Unit, unit: Unit) -> bool:
    """Whether a noun is what a verb does: `comparison`, `compares`."""
    return _is_same(unit, noun) or (len(unit.stem) >= _LONG_ENOUGH and noun.word.startswith(unit.stem))


def _is_noun(unit: Unit, words: Sequence[str]) -> bool:
    """Whether a word stands for a thing: in a language whose promises no list has, an article stands before it."""
    if not _is_listed(words):
        bare = _TOKEN.findall(unit.word)[-1:]
        places = [n for n, word in enumerate(words) if [word] == bare]
        return any(not read_words_of("articles").isdisjoint(words[max(n - 2, 0) : n]) for n in places)
    return True


def _is_listed(words: Sequence[str]) -> bool:
    """Whether more words of a sentence bind an English or German one than one of another language."""
    lexicon = read_lexicon()
    foreign = read_words_of("articles") | read_words_of("joining") | read_words_of("denials")
    return sum(word in lexicon.english or word in lexicon.german for word in words) > sum(
        word in foreign for word in words
    )
