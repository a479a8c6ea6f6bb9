"""What is said a second time, or no longer twice: the other place says it in both versions, so that nothing is promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property

from .language.lexicon import read_lexicon
from .silent.apparatus import read_apparatus
from .statements import Statement, Statements, is_outside

_LEAST = 5  # words of a sentence that says the same wherever it stands
_TOLD = frozenset({"paragraph", "quote"})
_OTHERS = frozenset({"problem", "quote", "testimonial"})  # what is so today, or what somebody says


class Standing:
    """The sentences of one version that the other one has as well, outside answers."""

    def __init__(self, side: Statements, stays: Callable[[Statement], bool]) -> None:
        self._side, self._stays = side, stays

    def says(self, statement: Statement) -> bool:
        """Whether one of them says what a statement of the other version says, of the same thing."""
        if not _is_whole(statement):
            return False
        return any(
            (statement.under == other.under or _is_free(statement, other)) and _is_whole(other) and self._stays(other)
            for other in self._by_words.get(_fold(statement), ())
        )

    @cached_property
    def _by_words(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for group in self._side.elements.values():
            for statement in group:
                found[_fold(statement)].append(statement)
        return found


def _is_whole(statement: Statement) -> bool:
    """Whether a statement says the same wherever it stands: a sentence that names what it is about."""
    if statement.kind not in _TOLD or statement.element in _OTHERS or statement.normal.count(" ") < _LEAST - 1:
        return False
    first = statement.normal.casefold().split(" ", 1)[0].strip("\"'([")
    lexicon = read_lexicon()
    return first not in lexicon.resuming and first not in lexicon.persons and not is_outside(statement)


def _is_free(*statements: Statement) -> bool:
    """Whether nothing stands above the statements that they could be part of (`Basic plan`)."""
    return all(not one.under or one.under in read_apparatus().alone for one in statements)


def _fold(statement: Statement) -> str:
    return statement.normal.casefold().rstrip(".!")
