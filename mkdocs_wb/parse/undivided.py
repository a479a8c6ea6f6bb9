"""Whether what a site leaves out of a proposal can be told apart from what it publishes.

What is not certain to be told apart counts as not told apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..model import Block, DocumentType, Element, Place, Proposal
from .elements.by_heading import find_alias
from .forms.groups import ASKS, find_group
from .language.language import read_language
from .markdown.inline import plain_text

_NAMED = ("heading", "label")
_QUESTIONS = re.compile(r"\b(?:faqs?|q\s*&\s*a|questions?|fragen)\b|よくある質問|질문|вопрос", re.IGNORECASE)
_INCLUDES = re.compile(r"-8<-|\{!|\{%-?\s*include")  # snippets, and what is like them
# What divides a text and is no heading of Markdown: bold lines, labels, titles of notes, tabs and folded parts.
_TITLES = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+)?(?:(?P<mark>\*\*|__)(?P<bold>[^*_\n]+)(?P=mark):?"
    r"|(?:!!!|\?\?\?\+?|===[!+]?)[^\"\n]*\"(?P<quoted>[^\"\n]*)\""
    r"|///[^|\n]*\|(?P<block>[^\n]+)|(?P<label>[^:：\n]{1,60})[:：])[ \t]*$",
    re.MULTILINE,
)
_RAW_TITLES = re.compile(
    r"<(?P<tag>h[1-6]|summary)\b[^<>]{0,500}>(?P<title>.{0,500}?)</(?P=tag)", re.DOTALL | re.IGNORECASE
)


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
    names = add_parts(document_type, leave_out)
    if names and proposal.is_unreadable:
        return (Undivided(names[0], proposal.problems[0].place, "a document that cannot be read"),)
    return tuple(_undivided(proposal, document_type, names))


def add_parts(document_type: DocumentType, leave_out: Collection[str]) -> list[str]:
    """The elements and all that stand in them."""
    names = [name for name in leave_out if name in document_type.elements]
    for name, kind in document_type.elements.items():  # a parent stands before its parts
        if kind.parent in names and name not in names:
            names.append(name)
    return names


def _undivided(proposal: Proposal, document_type: DocumentType, names: Sequence[str]) -> Iterator[Undivided]:
    if names and (included := _INCLUDES.search(proposal.text)) is not None:
        place = Place(proposal.text.count("\n", 0, included.start()) + 1)
        yield Undivided(names[0], place, "a line that takes in another file, which is not read here")
    for name in names:
        kind = document_type.elements[name]
        unnamed = next((element for element in proposal.named(name) if element.found_by not in _NAMED), None)
        if unnamed is not None:
            yield Undivided(name, Place(unnamed.start), "text that no heading or label names")
        elif (cell := _find_cell(proposal, name)) is not None:
            yield Undivided(name, Place(cell.start), "a part of a table that holds others as well")
        elif kind.parent and kind.parent not in names:
            parts = [part for part, other in document_type.elements.items() if other.parent == kind.parent]
            rest = _find_rest(proposal, kind.parent, parts if kind.faq else [name], faq=kind.faq)
            if rest is not None:
                yield Undivided(name, Place(rest.start), "text that may belong to it")
        if kind.faq and (block := _find_elsewhere(proposal)) is not None:
            yield Undivided(name, Place(block.start), "what may be a question, in no section of the FAQ")
        labels = [element for element in proposal.named(name) if kind.faq and element.found_by == "label"]
        after = next(filter(None, (_find_after(label, proposal, document_type) for label in labels)), None)
        if after is not None:
            yield Undivided(name, Place(after.start), "text after its label that may belong to it")
        if kind.faq and (block := _find_divider(proposal, document_type, names)) is not None:
            yield Undivided(name, Place(block.start), "a title that may begin it, and is no heading or label of a part")


def _find_cell(proposal: Proposal, name: str) -> Element | None:
    """An element that is a row or a column of a table: without its lines the table would be none."""
    labels = [element for element in proposal.named(name) if element.found_by == "label"]
    lines = proposal.text.split("\n") if labels else []
    return next((label for label in labels if lines[label.start - 1].lstrip().startswith("|")), None)


def _find_rest(proposal: Proposal, parent: str, parts: Collection[str], *, faq: bool) -> Block | None:
    """The first block of a parent's own that may belong to one of its parts."""
    asked = {question.start for question in proposal.questions if question.element == parent}
    divisions = [element for part in parts for element in proposal.named(part)]
    for element in proposal.named(parent):
        is_divided = any(element.start <= part.start <= element.end for part in divisions)
        for block in element.blocks:
            says = block.kind not in ("heading", "rule") and bool(block.source.strip())
            if block.start in asked or (says and (not is_divided or (faq and _may_ask(block)))):
                return block
    return None


def _find_divider(proposal: Proposal, document_type: DocumentType, names: Collection[str]) -> Block | None:
    """The first block from the questions on whose title names, or may name, what is left out, and that is published."""
    questions = [element for element in proposal.elements if document_type.elements[element.name].faq]
    first = min((element.start for element in questions), default=0)
    cut = [(element.start, element.end) for element in proposal.elements if element.name in names]
    for block in proposal.blocks if questions else ():
        if block.start >= first and not any(start <= block.start <= end for start, end in cut):
            is_raw = block.kind == "html" and re.search(r"<h[1-6]\b", block.source, re.IGNORECASE)
            titles = [title for title in _list_titles(block) if not title.endswith(ASKS)]
            if any(is_raw or _may_name(title, document_type, names) for title in titles):
                return block
            if block.kind != "heading" and any(_is_vague(title, document_type) for title in titles):
                return block
            if any(find_alias(line, document_type) in names for line in _list_lines(block)):
                return block
    return None


def _list_titles(block: Block) -> Iterator[str]:
    """What in a block stands above other text."""
    if block.kind == "heading":
        yield block.text.strip()
    elif block.kind == "html":
        yield from (plain_text(match["title"]).strip() for match in _RAW_TITLES.finditer(block.source))
    elif block.kind != "code":
        for match in _TITLES.finditer(block.source):
            title = next(filter(None, (match[name] for name in ("bold", "quoted", "block", "label"))), "")
            yield plain_text(title).strip(" :：")


def _list_lines(block: Block) -> Iterator[str]:
    """Whatever may be a title by its words alone: lines, items, cells."""
    if block.kind not in ("heading", "html", "code"):
        yield from (line.strip() for line in re.split(r"\n|\s\|\s", block.text) if line.strip())


def _may_name(title: str, document_type: DocumentType, names: Collection[str]) -> bool:
    """Whether a title is that of an element, or might be: `Confidential`, `Questions of the board`."""
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    if read_language().confidential.search(title):
        return True
    named = find_alias(title, document_type)
    parents = {document_type.elements[name].parent for name in names} - {""}
    groups = (find_group(title, parent, document_type) for parent in parents)
    return named in names or any(group in names for group in groups)


def _is_vague(title: str, document_type: DocumentType) -> bool:
    """Whether a title speaks of questions, and not of whose."""
    named = find_alias(title, document_type)
    parted = named is not None and bool(document_type.elements[named].parent)
    return bool(_QUESTIONS.search(title)) and not parted


def _find_after(label: Element, proposal: Proposal, document_type: DocumentType) -> Block | None:
    """What follows a labelled part of an FAQ and may still be of it: a label reaches to the next heading or rule."""
    around = [
        element.start
        for element in proposal.elements
        if document_type.elements[element.name].faq and element.found_by == "heading" and element.end >= label.end
    ]
    level = min((block.level for block in proposal.blocks if block.start in around), default=0)
    block = next((block for block in proposal.blocks if block.start > label.end and block.kind != "rule"), None)
    starts = {element.start for element in proposal.elements if document_type.elements[element.name].faq}
    if block is None or block.start in starts:
        return None
    ends = block.kind == "heading" and (block.level <= level or not level) and not block.text.endswith(ASKS)
    return None if ends else block


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
    return first.endswith(ASKS) or (block.kind in ("heading", "html") and _names_questions(block))


def _names_questions(block: Block) -> bool:
    source = read_language().whole_document.sub(" ", block.source)  # `PR/FAQ: Farm Shop` is a title
    return not source.startswith("<!--") and bool(_QUESTIONS.search(source))
