"""A proposal as statements: the sentences, items and questions that a comparison weighs one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import FRONT_MATTER, OTHER, Block, DocumentType, Element, Proposal, Question
from ..parse.inline import plain_text
from ..parse.questions import strip_answer_mark
from ..parse.titles import fold_title
from ..parse.words import split_sentences
from .meaning import Meaning, understand


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a proposal says, in the element that says it, at its line; `key` names a front matter field."""

    element: str
    text: str
    line: int
    meaning: Meaning
    key: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the statements of its answer."""

    element: str
    question: Statement
    answer: tuple[Statement, ...]

    @property
    def normal(self) -> str:
        """Question and answer in the form in which they are compared."""
        return "\n".join([self.question.meaning.normal, *(statement.meaning.normal for statement in self.answer)])


@dataclass(frozen=True, slots=True)
class Statements:
    """What a proposal says: by element in the order of the document, and its questions apart."""

    elements: dict[str, list[Statement]]
    questions: list[Asked]

    @property
    def words(self) -> int:
        """How many words all of it has."""
        said = [statement.text for group in self.elements.values() for statement in group]
        said += [part.text for asked in self.questions for part in (asked.question, *asked.answer)]
        return sum(len(text.split()) for text in said)


PROMISED_FIELDS = ("title", "customer", "goals", "target_launch")


def find_statements(proposal: Proposal, document_type: DocumentType) -> Statements:
    """Take a proposal apart into what its scope-bearing elements say."""
    elements: dict[str, list[Statement]] = {}
    for statement in _fields(proposal):
        elements.setdefault(FRONT_MATTER, []).append(statement)
    for element in proposal.elements:
        if document_type.elements[element.name].scope:
            said = elements.setdefault(element.name, [])
            said.extend(_named(element, document_type))
            said.extend(_said(element, proposal.questions))
    owned = [(block.start, block.end) for element in proposal.elements for block in element.blocks]
    owned += [(element.start, element.start) for element in proposal.elements]
    covered = {line for start, end in owned for line in range(start, end + 1)}
    loose = [
        statement for block in proposal.blocks if block.start not in covered for statement in _statements(block, OTHER)
    ]
    if loose:
        elements[OTHER] = loose
    return Statements(elements, [_asked(question) for question in proposal.questions])


def _fields(proposal: Proposal) -> Iterator[Statement]:
    for key in PROMISED_FIELDS:
        for text in proposal.front_matter.texts(key):
            line = proposal.front_matter.place(key).line
            yield Statement(FRONT_MATTER, text, line, understand(text), key)


def _named(element: Element, document_type: DocumentType) -> Iterator[Statement]:
    """A heading or label that says more than the element's name (`Availability: today, in all 50 states`)."""
    if element.found_by not in ("heading", "label") or element.name == "headline":
        return
    text = plain_text(element.title).strip().rstrip(":").strip()
    if text and fold_title(text) not in document_type.aliases:
        yield Statement(element.name, text, element.start, understand(text))


def _said(element: Element, questions: tuple[Question, ...]) -> Iterator[Statement]:
    """What an element says outside its questions."""
    asked = [(question.start, question.end) for question in questions if question.element == element.name]
    for block in element.blocks:
        if not any(start <= block.start <= end for start, end in asked):
            yield from _statements(block, element.name)


def _statements(block: Block, element: str) -> Iterator[Statement]:
    if block.kind == "rule":
        return
    if block.kind in ("heading", "row", "code"):
        text = " ".join(block.text.split())
        if text:
            yield Statement(element, text, block.start, understand(text))
        return
    for offset, sentence in split_sentences(block.text):
        line = min(block.start + block.text.count("\n", 0, offset), block.end)
        yield Statement(element, sentence, line, understand(sentence))


def _asked(question: Question) -> Asked:
    answer: list[Statement] = []
    for block in question.answer:
        answer.extend(_statements(block, question.element))
    if answer:
        first = answer[0]
        bare = strip_answer_mark(first.text)
        answer[0] = Statement(first.element, bare, first.line, understand(bare))
    asked = Statement(question.element, question.text, question.start, understand(question.text))
    return Asked(question.element, asked, tuple(part for part in answer if part.text))
