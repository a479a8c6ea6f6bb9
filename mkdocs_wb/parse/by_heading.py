"""Elements that a heading names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..model import Block, DocumentType
from .spans import Span, trim
from .titles import fold_title

_ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*")
_LONGEST = 8  # words; a longer heading is a sentence of its own and only happens to contain an alias


def find_by_heading(blocks: Sequence[Block], document_type: DocumentType) -> list[Span]:
    """A recognised heading opens an element, which reaches to the next heading of its level or above.

    A release ends where the questions begin, whatever their level, and in the questions only headings that divide
    them are recognised: `### Features` above some questions is no promise.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.text]
    names: dict[int, str | None] = {index: find_alias(blocks[index].text, document_type) for index in headings}
    spans: list[Span] = []
    asked: list[Span] = []  # the open ones of those that hold questions
    for position, index in enumerate(headings):
        name = names[index]
        if name is None:
            continue
        questions = document_type.elements[name].faq
        asked = [span for span in asked if span.last > index]
        inside = [span for span in asked if span.first < index]
        if inside and (not questions or name in {span.name for span in inside}):
            continue
        last = trim(index, _find_end(position, headings, names, blocks, document_type), blocks)
        spans.append(Span(name, index, last, "heading", blocks[index].text, 1))
        asked += spans[-1:] if questions else []
    return _with_parents(spans, document_type)


def _find_end(
    position: int,
    headings: Sequence[int],
    names: Mapping[int, str | None],
    blocks: Sequence[Block],
    document_type: DocumentType,
) -> int:
    """The block at which an element ends.

    What has parts of its own holds them whatever their level: below `## Press Release` may stand the headline as `#`, and
    the sections beside it as `##`.
    """
    index = headings[position]
    name, level = names[index], blocks[index].level
    questions = _is_faq(name, document_type)
    for offset, later in enumerate(headings[position + 1 :]):
        other = names[later]
        if not questions and _is_faq(other, document_type):
            return later
        part = other is not None and document_type.elements[other].parent == name and not questions
        headline = offset == 0 and other is None and later == index + 1 and blocks[later].level == 1 and not questions
        if blocks[later].level <= level and not part and not headline:
            return later
    return len(blocks)


def _is_faq(name: str | None, document_type: DocumentType) -> bool:
    return name is not None and document_type.elements[name].faq


def _with_parents(spans: list[Span], document_type: DocumentType) -> list[Span]:
    """An FAQ in two parts that nothing holds together is one FAQ all the same."""
    names = {span.name for span in spans}
    missing = {
        parent
        for name in names
        if (parent := document_type.elements[name].parent) and document_type.elements[parent].faq
    }
    for parent in sorted(missing - names):
        parts = [span for span in spans if document_type.elements[span.name].parent == parent]
        first, last = min(span.first for span in parts), max(span.last for span in parts)
        spans.append(Span(parent, first, last, "heading", "", 0))
    return spans


def find_alias(title: str, document_type: DocumentType) -> str | None:
    """The element that a heading names.

    The whole heading; else what stands before a colon or a dash; else the heading without an aside in parentheses;
    else, in a short heading, the longest alias that it contains.
    """
    aliases = document_type.aliases
    title = " ".join(title.split())
    for form in (title, re.split(r"\s[–—|-]\s|:\s", title, maxsplit=1)[0], _ASIDE.sub(" ", title)):
        folded = fold_title(form)
        if folded in aliases:
            return aliases[folded]
    return _contained(title, document_type)


def _contained(title: str, document_type: DocumentType) -> str | None:
    """The longest alias in a short heading, as whole words; `A / B` and `A (B)` are read as their parts in any order."""
    words = re.sub(r"[^\w'&]+", " ", title.casefold().replace("’", "'")).split()
    if len(words) > _LONGEST or title.rstrip().endswith(("?", "？")):
        return None
    found: list[tuple[int, str]] = []
    whole: set[str] = set()
    for alias, name in document_type.aliases.items():
        parts = alias.split()
        matches = [part for part in parts if part in words or f"{part}s" in words]
        if len(matches) == len(parts) and (len(parts) > 1 or _stands_out(alias, words, document_type, name)):
            found.append((len(parts) * 100 + len(alias), name))
            whole.add(name)
    if "press_release" in whole and len(whole) > 1:  # “Press release and FAQ” opens the document, “PR/FAQ” names it
        return "press_release" if any(score >= 200 for score, name in found if name == "press_release") else None
    return max(found)[1] if found else None


def _stands_out(alias: str, words: Sequence[str], document_type: DocumentType, name: str) -> bool:
    """One word alone names its element where the heading is little else, or where it can mean nothing but questions."""
    return document_type.elements[name].faq or alias == "pr" or (len(words) <= 7 and len(alias) >= 7)
