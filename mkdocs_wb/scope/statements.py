"""A proposal's statements: the sentences, items and questions that a comparison weighs one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .above import ABOUT
from .language.lexicon import read_lexicon

TITLE, PICTURE = "title", "picture"


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One thing a proposal says, in the element that says it, at its line.

    `plain` is its form for comparison, `normal` the same with one name for the product in both versions, and without the
    name of the element before what a heading says. `key` names a front matter field. `under` is what stands above it, and of a note what it is about. `inferred` is an element that no heading or label
    names, `naming` what only says what the document or its part is, or leads through it. `role` says of a heading or
    label that it is a `title`, and of what is told of a picture that stands alone that it is a `picture`.
    """

    element: str
    text: str
    line: int
    plain: str
    normal: str
    key: str = ""
    under: str = ""
    kind: str = ""
    inferred: bool = False
    naming: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with the statements of its answer; `pending` is one whose answer was left blank (`A:`, `TBD`)."""

    element: str
    question: Statement
    answer: tuple[Statement, ...]
    pending: bool = False

    @property
    def answered(self) -> str:
        """The answer in the form in which answers are compared."""
        return "\n".join(statement.normal for statement in self.answer)

    @property
    def plain(self) -> str:
        """Question and answer as they stand, with the product's own name."""
        return "\n".join([self.question.plain, *(statement.plain for statement in self.answer)])


@dataclass(frozen=True, slots=True)
class Statements:
    """What a proposal says: by element in the order of the document, and its questions apart.

    `headings` are the lines and levels of its headings, `find_names` finds what its titles may call the product, in small
    letters.
    """

    elements: dict[str, list[Statement]]
    questions: list[Asked]
    headings: tuple[tuple[int, int], ...] = ()
    find_names: Callable[[], frozenset[str]] = frozenset

    @property
    def words(self) -> int:
        """How many words all of it has."""
        return sum(len(statement.text.split()) for statement in self.walk())

    def walk(self) -> Iterator[Statement]:
        """Every statement, those of the questions and answers too."""
        for group in self.elements.values():
            yield from group
        for asked in self.questions:
            yield asked.question
            yield from asked.answer

    def of_element(self, name: str) -> list[Statement]:
        """What one element says, its questions and answers too, in the order of the document."""
        said = list(self.elements.get(name, ()))
        for asked in self.questions:
            if asked.element == name:
                said += [asked.question, *asked.answer]
        return sorted(said, key=lambda statement: statement.line)


def is_outside(statement: Statement) -> bool:
    """Whether the sub-heading above a statement puts it outside the promise (`Out of scope`, `Später`)."""
    under = statement.under.partition(ABOUT)[0]
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", under)
    return any(word in read_lexicon().outside for word in words) and not under.endswith("?")


def count_words(statements: Iterable[Statement]) -> int:
    """How many words some statements have together."""
    return sum(len(statement.text.split()) for statement in statements)
