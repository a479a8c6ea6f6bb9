"""What a release tells of the world and its reader before it promises anything, under a heading such as `Hook`.

Such a paragraph may be told anew. Whatever in it may promise something, even in passing, is compared as anywhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from ..model import FRONT_MATTER
from .above import ABOUT
from .meaning import understand
from .promising import may_promise, read_said_of, read_stems_of, without_idioms
from .statements import Statement, Statements

_CAPITAL = re.compile(r"[^\W\d_a-zäöüß][\w'-]+")
_NAME = re.compile(rf"{_CAPITAL.pattern}(?: {_CAPITAL.pattern})+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_TITLES = ("headline", "subheading", FRONT_MATTER)
_PROBLEM = "problem"
_KNOWN = 1 / 3  # of a sentence's words that its background must have, or that tell of a hardship


class _Words(NamedTuple):
    """What a document says in its background, what its product may be called, and what its titles write with a capital."""

    stems: Counter[str]
    names: frozenset[str]
    titled: frozenset[str]


class Background:
    """The background of two versions of one document; read when the first sentence of it asks."""

    def __init__(self, before: Statements, after: Statements) -> None:
        self._sides = (before, after)

    def tells(self, statement: Statement, *, gone: bool = False) -> bool:
        """Whether a statement only tells of the world, in words that belong there.

        Args:
            statement: of either version.
            gone: whether it was taken out, so that it cannot say anything new.
        """
        if not _is_background(statement) or statement.kind not in ("paragraph", "quote"):
            return False
        if may_promise(statement.normal) or self._names_product(statement):
            return False
        return gone or self._belongs(statement)

    @cached_property
    def _words(self) -> _Words:
        stems: Counter[str] = Counter()
        titled, written, names = set[str](), set[str](), set[str]()
        for statement in (one for side in self._sides for one in side.walk()):
            if statement.element in _TITLES or statement.kind == "heading":
                titled.update(_CAPITAL.findall(statement.normal))
                names.update(_NAME.findall(statement.normal))
            written.update(word for word in _WORD.findall(statement.normal) if word.islower())
            if _is_background(statement) or statement.element == _PROBLEM:
                stems.update(understand(statement.normal).content.keys())
        only = {word for word in titled if word.casefold() not in written}
        return _Words(stems, frozenset(only | names), frozenset(titled))

    def _names_product(self, statement: Statement) -> bool:
        """Whether a statement has a name of the titles: in several words, in none that is written small, or amid a sentence."""
        said, words = statement.normal, self._words
        amid = set(_CAPITAL.findall(said.partition(" ")[2])) if not understand(said).german else set[str]()
        return bool(amid & words.titled) or any(re.search(rf"\b{re.escape(name)}\b", said) for name in words.names)

    def _belongs(self, statement: Statement) -> bool:
        """Whether enough of its words stand elsewhere in the background, or tell of a hardship."""
        meaning = understand(without_idioms(statement.normal))
        hardships = read_stems_of("hardships", german=meaning.german)
        units = [unit for unit in meaning.units if unit.stem]
        known = sum(self._words.stems[unit.stem] > 1 or unit.stem in hardships for unit in units)
        return known >= _KNOWN * len(units)


def _is_background(statement: Statement) -> bool:
    return statement.under.partition(ABOUT)[0] in read_said_of("backgrounds")
