"""A proposal without some of its elements, for a site that leaves them out.

What is not certain to be told apart counts as not told apart: the proposal is then left out whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from ..model import Block, DocumentType, Element, Place, Proposal
from .language import read_language
from .proposal import parse_proposal

_NAMED = ("heading", "label")
_QUESTIONS = re.compile(r"\b(?:faqs?|q\s*&\s*a|questions?|fragen)\b|よくある質問|질문|вопрос", re.IGNORECASE)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]\n]+)\]:.*(?:\n(?: {2,}|\t)\S.*)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Undivided:
    """Why an element cannot be told apart from what is published: its name, the place, and what stands there."""

    element: str
    place: Place
    found: str


def find_undivided(
    proposal: Proposal, document_type: DocumentType, leave_out: Collection[str]
) -> tuple[Undivided, ...]:
    """The elements that are to be left out and cannot be told apart from the others.

    Args:
        proposal: as it was read.
        document_type: as what it was read.
        leave_out: names of elements; those that the type does not have are passed over.
    """
    names = _with_parts(document_type, leave_out)
    if names and proposal.is_unreadable:
        return (Undivided(names[0], proposal.problems[0].place, "a document that cannot be read"),)
    return tuple(_undivided(proposal, document_type, names))


def redact(proposal: Proposal, document_type: DocumentType, leave_out: Collection[str]) -> Proposal | None:
    """A proposal as it reads without some elements: their lines are empty, so that every other one keeps its place.

    Args:
        proposal: as it was read; its digest is kept.
        document_type: as what it was read.
        leave_out: names of elements; those that the type does not have are passed over.

    Returns:
        The proposal itself where it has none of them; None where one cannot be told apart from the others.
    """
    if find_undivided(proposal, document_type, leave_out):
        return None
    names = _with_parts(document_type, leave_out)
    elements = [element for element in proposal.elements if element.name in names]
    if not elements:
        return proposal
    lines = proposal.text.split("\n")
    for first, last in (_find_lines(element, proposal.blocks, len(lines)) for element in elements):
        lines[first - 1 : last] = [""] * (last - first + 1)
    left = _without_orphans("\n".join(lines), proposal.text)
    found = parse_proposal(left.encode("utf-8", errors="replace"), proposal.path, document_type, proposal.type)
    return None if any(found.named(name) for name in names) else replace(found, digest=proposal.digest)


def _with_parts(document_type: DocumentType, leave_out: Collection[str]) -> list[str]:
    """The elements and all that stand in them."""
    names = [name for name in leave_out if name in document_type.elements]
    for name, kind in document_type.elements.items():  # a parent stands before its parts
        if kind.parent in names and name not in names:
            names.append(name)
    return names


def _undivided(proposal: Proposal, document_type: DocumentType, names: Collection[str]) -> Iterator[Undivided]:
    for name in names:
        kind = document_type.elements[name]
        unnamed = next((element for element in proposal.named(name) if element.found_by not in _NAMED), None)
        if unnamed is not None:
            yield Undivided(name, Place(unnamed.start), "text that no heading or label names")
        elif kind.parent and kind.parent not in names:
            parts = [part for part, other in document_type.elements.items() if other.parent == kind.parent]
            is_divided = any(proposal.named(part) for part in ([name] if not kind.faq else parts))
            rest = _find_rest(proposal, kind.parent, is_divided=is_divided, faq=kind.faq)
            if rest is not None:
                yield Undivided(name, Place(rest.start), "text that may belong to it")
        if kind.faq and (block := _find_elsewhere(proposal)) is not None:
            yield Undivided(name, Place(block.start), "what may be a question, in no section of the FAQ")


def _find_rest(proposal: Proposal, parent: str, *, is_divided: bool, faq: bool) -> Block | None:
    """The first block of a parent's own that may belong to one of its parts."""
    asked = {question.start for question in proposal.questions if question.element == parent}
    for element in proposal.named(parent):
        for block in element.blocks:
            says = block.kind not in ("heading", "rule") and bool(block.source.strip())
            if block.start in asked or (says and (not is_divided or (faq and _may_ask(block)))):
                return block
    return None


def _find_elsewhere(proposal: Proposal) -> Block | None:
    """The first block that looks like a part of an FAQ, and stands in no section that the reader knows by its name."""
    headings = {element.start for element in proposal.elements}
    named = {id(block) for element in proposal.elements if element.found_by in _NAMED for block in element.blocks}
    asked = {question.start for question in proposal.questions}
    for block in proposal.blocks:
        if block.start in headings or block.start in asked:
            continue
        outside = id(block) not in named and _may_ask(block)
        if outside or (block.kind in ("heading", "html") and _names_questions(block)):
            return block
    return None


def _may_ask(block: Block) -> bool:
    first = block.text.split("\n", 1)[0].rstrip("*_ ")
    return first.endswith(("?", "？")) or (block.kind in ("heading", "html") and _names_questions(block))


def _names_questions(block: Block) -> bool:
    source = read_language().whole_document.sub(" ", block.source)  # `PR/FAQ: Farm Shop` is a title
    return not source.startswith("<!--") and bool(_QUESTIONS.search(source))


def _find_lines(element: Element, blocks: Collection[Block], count: int) -> tuple[int, int]:
    """An element's lines with what follows it and is no block: comments, definitions of links."""
    following = min((block.start for block in blocks if block.start > element.end), default=count + 1)
    return element.start, following - 1


def _without_orphans(text: str, before: str) -> str:
    """A text without the footnotes and link definitions that nothing in it refers to any more, and something did."""

    def keep(match: re.Match[str]) -> str:
        reference, definition = f"[{match['name']}]", f"[{match['name']}]:"
        is_used, was_used = (whole.count(reference) > whole.count(definition) for whole in (text, before))
        return match[0] if is_used or not was_used else "\n" * match[0].count("\n")

    return _DEFINITION.sub(keep, text)
