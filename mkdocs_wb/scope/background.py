"""What a release tells of the world and its reader before it promises anything, under a heading such as `Hook`.

Such a paragraph may be told anew. Whatever in it may promise something, even in passing, is compared as anywhere else.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from ..model import FRONT_MATTER
from .above import ABOUT
from .language.lexicon import read_lexicon
from .language.meaning import understand
from .silent.circumstance import ADDRESS
from .silent.promising import may_promise, read_said_of, read_stems_of, without_idioms
from .statements import Statement, Statements

_CAPITAL = re.compile(r"[^\W\d_a-zäöüß][\w'-]+")
_NAME = re.compile(rf"{_CAPITAL.pattern}(?: {_CAPITAL.pattern})+")
_CAPTION = re.compile(r"\W*(?:figure|fig\.?|chart|table|abbildung|abb\.?|diagramm) \d+[.:]?", re.IGNORECASE)
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_TITLES = ("headline", "subheading", FRONT_MATTER)
_PROBLEM = "problem"
_KNOWN = 1 / 3  # of the words of a sentence that tells of a hardship: these, and what its background has besides
_KNOWN_ALONE = 1 / 2  # of those of any other sentence
_EDITED = 0.7  # of the words of two sentences together, from which one is the other edited


class _Names(NamedTuple):
    """What a product may be called, and what the titles or sentences outside the background write with a capital."""

    names: frozenset[str]
    titled: frozenset[str]


class Background:
    """The background of two versions of one document; read when the first sentence of it asks."""

    def __init__(self, before: Statements, after: Statements) -> None:
        self._before, self._after = before, after

    def adds_nothing(self, new: Statement) -> bool:
        """Whether a statement that has come only tells of the world, in words that the old version has there."""
        return self._is_harmless(new) and not self._is_edited(new) and self._belongs(new, *self._old)

    def lacks_nothing(self, old: Statement) -> bool:
        """Whether a statement that is gone only told of the world."""
        return self._is_harmless(old)

    def is_retold(self, old: Statement, new: Statement) -> bool:
        """Whether one statement that tells of the world stands for another."""
        return self._is_harmless(old) and self.adds_nothing(new)

    def _is_harmless(self, statement: Statement) -> bool:
        if not statement.under or statement.kind not in ("paragraph", "quote"):
            return False
        if not (_is_background(statement) or _is_picture(statement)):
            return False
        told = _CAPTION.sub("", statement.normal)
        if not set(_WORD.findall(statement.under)).isdisjoint(_WORD.findall(told.casefold())):
            return False  # `The hook runs before each commit`, `It runs in the background`
        return not may_promise(told) and not self._names_product(statement)

    def _is_edited(self, new: Statement) -> bool:
        """Whether a statement is one of the old background with another word in the place of one: `found early`, not `late`."""
        stems = understand(new.normal).content.keys()
        told = (understand(old.normal).content.keys() for old in self._before.walk() if _is_background(old))
        return any(
            2 * len(stems & old) > _EDITED * (len(stems) + len(old)) and stems - old and old - stems for old in told
        )

    @cached_property
    def _old(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the old version's background, and of all of it."""
        told, said = set[str](), set[str]()
        for statement in self._before.walk():
            stems = understand(statement.normal).content.keys()
            said |= stems
            if _is_background(statement) or statement.element == _PROBLEM:
                told |= stems
        return frozenset(told), frozenset(said)

    @cached_property
    def _named(self) -> _Names:
        titled, written, names, called = set[str](), set[str](), set[str](), set[str]()
        for statement in (*self._before.walk(), *self._after.walk()):
            said = _ADDRESS.sub(" ", statement.normal)
            if statement.element in _TITLES or statement.kind == "heading":
                titled.update(_CAPITAL.findall(said))
                names.update(_NAME.findall(said))
            elif not (_is_background(statement) or _is_picture(statement) or statement.element == _PROBLEM):
                called.update(_CAPITAL.findall(said))
            written.update(word for word in _WORD.findall(said) if word.islower())
        ordinary = written | read_lexicon().plain | read_lexicon().roles.keys()
        only, known = ({one for one in some if one.casefold() not in ordinary} for some in (titled, called))
        return _Names(frozenset(only | names), frozenset(titled | known))

    def _names_product(self, statement: Statement) -> bool:
        """Whether a statement has a name of the titles: in several words, in none that is written small, or amid a sentence.

        Amid a sentence, a name that the rest of the document has may be the product's too.
        """
        said, named = _CAPTION.sub("", statement.normal).strip(), self._named
        amid = set(_CAPITAL.findall(said.partition(" ")[2])) if not understand(said).german else set[str]()
        return bool(amid & named.titled) or any(re.search(rf"\b{re.escape(name)}\b", said) for name in named.names)

    def _belongs(self, statement: Statement, told: frozenset[str], said: frozenset[str]) -> bool:
        """Whether enough of its words stand in the old background, or tell of a hardship; a picture may be of anything."""
        meaning = understand(without_idioms(_CAPTION.sub("", statement.normal)))
        hardships = read_stems_of("hardships", german=meaning.german)
        known = said if _is_picture(statement) else told
        units = [unit for unit in meaning.units if unit.stem]
        hard = sum(unit.stem in hardships for unit in units)
        found = sum(unit.stem in known or unit.stem in hardships for unit in units)
        return found >= (_KNOWN if hard else _KNOWN_ALONE) * len(units)


def _is_background(statement: Statement) -> bool:
    return statement.under.partition(ABOUT)[0] in read_said_of("backgrounds")


def _is_picture(statement: Statement) -> bool:
    """Whether a statement stands below a picture or tells what it shows: under `Chart`."""
    return statement.under.partition(ABOUT)[0] in read_said_of("pictures")
