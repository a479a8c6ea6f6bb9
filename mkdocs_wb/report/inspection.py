"""How a document was read, for people at a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from ..doctype.schema import find_required
from ..model import DocumentType, Element, Proposal, Question
from ..parse.measure import measure
from ..parse.unnamed import find_unnamed_headings
from ..printable import count_cells, printable
from .checked import count

_WIDTH = 80
_NESTED = {"press_release", "faq"}  # their parts are set in


def render_inspection(proposal: Proposal, document_type: DocumentType) -> str:
    """The elements with their lines and how each was found, what is missing or unreadable, and the questions of each part."""
    lines = [click.style(printable(proposal.path), bold=True)]
    lines += [f"  {printable(document_type.title)}", f"  {proposal.digest}", ""]
    rows = [("lines", "element", "words", "found by")]
    rows += [_row(element, document_type) for element in proposal.elements]
    lines += _table(rows)
    named = {element.name for element in proposal.elements}
    missing = [
        kind.title for kind in document_type.elements.values() if kind.name in find_required(document_type) - named
    ]
    if missing:
        lines += ["", *_wrap("  not found: ", ", ".join(missing))]
    others = [f"“{' '.join(block.text.split())}” (line {block.start})" for block in find_unnamed_headings(proposal)]
    if others:
        lines += ["", *_wrap("  other headings: ", printable(", ".join(others)))]
    for problem in proposal.problems:
        lines += ["", *_wrap(f"  line {problem.place.line}: ", printable(problem.message))]
    for name, kind in document_type.elements.items():
        lines += _list([question for question in proposal.questions if question.element == name], kind.title)
    return "\n".join(lines)


def _row(element: Element, document_type: DocumentType) -> tuple[str, str, str, str]:
    kind = document_type.elements[element.name]
    inset = "  " if kind.parent in _NESTED else ""
    span = str(element.start) if element.start == element.end else f"{element.start}–{element.end}"
    title = printable(element.title).strip(" *_:#")
    told = title.casefold() != kind.title.casefold()
    evidence = f" “{title}”" if title and told and element.found_by in ("heading", "label") else ""
    return span, inset + kind.title, str(measure(element).words), element.found_by + evidence


def _table(rows: Sequence[tuple[str, str, str, str]]) -> Iterator[str]:
    spans, titles, words = (max(count_cells(row[column]) for row in rows) for column in range(3))
    for span, title, number, evidence in rows:
        start = f"  {_pad(span, spans)}  {_pad(title, titles)}  {number.rjust(words)}  "
        yield start + _cut(evidence, _WIDTH - count_cells(start))


def _pad(text: str, cells: int) -> str:
    return text + " " * (cells - count_cells(text))


def _cut(text: str, cells: int) -> str:
    """A text that fits, its end left out where it does not."""
    if count_cells(text) <= cells:
        return text
    while text and count_cells(text) > cells - 1:
        text = text[:-1]
    return f"{text}…"


def _list(questions: Sequence[Question], title: str) -> Iterator[str]:
    if questions:
        yield from ("", f"  {title}: {count(len(questions), 'question')}")
    for question in questions:
        yield from _wrap(f"  {question.start:>5}  ", printable(question.text))


def _wrap(start: str, text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=start, subsequent_indent=" " * len(start)) or [start]
