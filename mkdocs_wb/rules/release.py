"""The press release as rules see it: its own words, wherever they stand, without the questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Block, DocumentType, Element, Problem
from .subject import Subject

RELEASE = "press_release"
FAQ = "faq"
CUSTOMER_QUESTIONS = "customer_questions"
QUOTED = re.compile(r"[“„«‹「『\"][^“„«‹「『”»›」』\"]*[”“»›」』\"]")


def find_release(subject: Subject) -> tuple[Block, ...]:
    """The blocks of the release and of its sections; none of them inside the questions."""
    kinds = subject.document_type.elements
    inside: set[int] = set()
    asked: set[int] = set()
    for element in subject.proposal.elements:
        kind = kinds[element.name]
        if kind.faq:
            asked.update(range(element.start, element.end + 1))
        elif RELEASE in (element.name, kind.parent):
            inside.update(range(element.start, element.end + 1))
    inside -= asked
    return tuple(block for block in subject.proposal.blocks if block.start in inside)


def faq_names(document_type: DocumentType) -> frozenset[str]:
    """The elements that are the FAQ or a part of it: not the five questions, nor others that a team asks itself."""
    return frozenset(name for name, kind in document_type.elements.items() if kind.faq and FAQ in (name, kind.parent))


def is_section(element: Element) -> bool:
    """Whether its author set it apart by a heading or a label."""
    return element.found_by in ("heading", "label") and bool(element.title)


def limit(problems: Sequence[Problem], most: int) -> Iterator[Problem]:
    """The first few; the last of them counts those that follow it."""
    yield from problems[: most - 1]
    if len(problems) <= most:
        yield from problems[most - 1 :]
        return
    parts = tuple(part for problem in problems[most - 1 :] for part in problem.parts or (problem.message,))
    message = f"{parts[0]}; and {len(parts) - 1} more like it further on"
    yield problems[most - 1]._replace(message=message, parts=parts)
