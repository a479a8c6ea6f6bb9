"""Which part of a document is which element: by heading, by label, by pattern, by position.

Names come from the document type's aliases; nothing here knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..model import Block, DocumentType, Element, FoundBy
from .titles import fold_title
from .words import count_words, split_sentences

_BOLD_LABEL = re.compile(
    r"(?:[-*+]\s+)?(\*\*|__)(?P<label>[^*_\n]{2,80}?)(?:\1[ \t]*(?P<colon>:)?|:\1)[ \t]*(?P<rest>[^\n]*)"
)
_PLAIN_LABEL = re.compile(r"(?P<label>[^\W\d_][^\n:*_.!?|]{1,60}):(?=\s|$)[ \t]*(?P<rest>[^\n]*)")
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])[^*_]{4,}(?<![\s*_])\1")


_CONTAINERS = ("press_release",)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of blocks, `first` to `last` (exclusive), that is one element; `lead` blocks are its heading."""

    name: str
    first: int
    last: int
    found_by: FoundBy
    title: str = ""
    lead: int = 1


def split_labels(blocks: Iterable[Block], aliases: Mapping[str, str]) -> tuple[Block, ...]:
    """Cut paragraphs in which several labelled parts are fused (`Problem: …` and `Solution: …` on lines of one)."""
    result: list[Block] = []
    for block in blocks:
        lines = block.source.split("\n")
        if block.kind != "paragraph" or len(lines) == 1:
            result.append(block)
            continue
        cuts = [0, *(n for n in range(1, len(lines)) if _find_label(lines[n], aliases) or is_question_label(lines[n]))]
        texts = block.text.split("\n")
        for cut, following in pairwise([*cuts, len(lines)]):
            part = replace(
                block,
                start=block.start + cut,
                end=block.start + following - 1 if following < len(lines) else block.end,
                source="\n".join(lines[cut:following]),
                text="\n".join(texts[cut:following]) if len(texts) == len(lines) else block.text,
            )
            result.append(part if len(cuts) > 1 else block)
    return tuple(result)


def is_question_label(line: str) -> bool:
    """Whether a line opens a question or an answer of the form `Q:`, `**Q:**`, `A:`."""
    return bool(
        re.match(
            r"(?:\*\*|__)?(?:Q|A|F|Question|Answer|Frage|Antwort)\d{0,2}(?:\*\*|__)?\s?[:.)](?:\*\*|__)?\s", line + " "
        )
    )


def find_elements(blocks: Sequence[Block], document_type: DocumentType) -> tuple[Element, ...]:
    """Find every element of a document.

    Args:
        blocks: of the body, after `split_labels`.
        document_type: whose aliases name the elements.

    Returns:
        The elements in the order of the file; one that stands in several places is there several times.
    """
    aliases = document_type.aliases
    spans = _by_heading(blocks, aliases)
    headline = _find_headline(blocks, spans, document_type)
    if headline is not None:
        spans.append(headline)
        spans.extend(_find_subheading(blocks, headline, document_type))
    spans.extend(_by_label(blocks, spans, aliases, document_type))
    spans.extend(_by_position(blocks, spans, document_type))
    spans.sort(key=lambda span: (span.first, -span.last))
    sizes = [_size(block) for block in blocks]
    return tuple(_measure(span, spans, blocks, sizes) for span in spans)


def _by_heading(blocks: Sequence[Block], aliases: Mapping[str, str]) -> list[_Span]:
    """A recognised heading opens an element, which reaches to the next heading of its level or above."""
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    spans = []
    for position, index in enumerate(headings):
        name = _find_alias(blocks[index].text, aliases)
        if name is None:
            continue
        level = blocks[index].level
        last = next((other for other in headings[position + 1 :] if blocks[other].level <= level), len(blocks))
        spans.append(_Span(name, index, last, "heading", blocks[index].text))
    return spans


def _find_alias(title: str, aliases: Mapping[str, str]) -> str | None:
    """The element a heading names: the whole of it, or what stands before a colon or a dash."""
    folded = fold_title(title)
    if folded in aliases:
        return aliases[folded]
    before = re.split(r"\s[–—|-]\s|:\s", title, maxsplit=1)[0]
    return aliases.get(fold_title(before)) if before != title else None


def _find_headline(blocks: Sequence[Block], spans: Sequence[_Span], document_type: DocumentType) -> _Span | None:
    """The first heading of the first level that names no other element, else the first heading that names none."""
    if "headline" not in document_type.elements:
        return None
    named = {span.first for span in spans}
    free = [n for n, block in enumerate(blocks) if block.kind == "heading" and block.text and n not in named]
    top = [index for index in free if blocks[index].level == 1]
    if not free or any(span.name == "headline" for span in spans):
        return None
    index = top[0] if top else free[0]
    return _Span("headline", index, index + 1, "pattern", blocks[index].text, lead=0)


def _find_subheading(blocks: Sequence[Block], headline: _Span, document_type: DocumentType) -> list[_Span]:
    """An italic or bold paragraph right under the headline."""
    index = headline.last
    if "subheading" not in document_type.elements or index >= len(blocks) or blocks[index].kind != "paragraph":
        return []
    if not _EMPHASISED.fullmatch(blocks[index].source.strip()):
        return []
    return [_Span("subheading", index, index + 1, "pattern", lead=0)]


def _find_label(source: str, aliases: Mapping[str, str]) -> tuple[str, str] | None:
    """The element that a paragraph's opening label names, and the label's text as it stands."""
    for pattern in (_BOLD_LABEL, _PLAIN_LABEL):
        match = pattern.match(source)
        if match and (name := aliases.get(fold_title(match["label"]))):
            return name, source[: match.start("rest")]
    return None


def _by_label(
    blocks: Sequence[Block], spans: Sequence[_Span], aliases: Mapping[str, str], document_type: DocumentType
) -> list[_Span]:
    """A paragraph that opens with a label is an element up to the next label or heading."""
    questions = {name for name, element in document_type.elements.items() if element.faq}
    within = {n: span.name for span in spans for n in range(span.first, span.last) if span.name in questions}
    found: list[_Span] = []
    open_span: _Span | None = None

    def close(at: int) -> None:
        nonlocal open_span
        if open_span is not None:
            found.append(replace(open_span, last=at))
            open_span = None

    for index, block in enumerate(blocks):
        if block.kind in ("heading", "rule"):
            close(index)
        elif block.kind in ("paragraph", "item", "quote") and index not in within:
            label = _find_label(block.source, aliases)
            if label is not None:
                close(index)
                open_span = _Span(label[0], index, index + 1, "label", label[1], lead=0)
            elif re.fullmatch(r"(\*\*|__)[^*_\n]+\1:?", block.source.strip()):
                close(index)
    close(len(blocks))
    return found


def _by_position(blocks: Sequence[Block], spans: Sequence[_Span], document_type: DocumentType) -> list[_Span]:
    """What only its place tells: the release, from the headline to the questions; the summary, which opens it."""
    names = {span.name for span in spans}
    headline = next((span for span in spans if span.name == "headline"), None)
    if headline is None:
        return []
    found = []
    if "summary" in document_type.elements and "summary" not in names:
        taken = {index for span in spans for index in range(span.first, span.last) if span.name not in _CONTAINERS}
        first = next(
            (n for n in range(headline.last, len(blocks)) if n not in taken or blocks[n].kind == "heading"), None
        )
        if first is not None and blocks[first].kind == "paragraph":
            found.append(_Span("summary", first, first + 1, "position", lead=0))
    if "press_release" in document_type.elements and "press_release" not in names:
        ends = [span.first for span in spans if span.first > headline.first and document_type.elements[span.name].faq]
        found.append(_Span("press_release", headline.first, min(ends, default=len(blocks)), "position", lead=0))
    return found


def _size(block: Block) -> tuple[int, int, int]:
    """The words, sentences and paragraphs of a block."""
    if block.kind in ("code", "rule", "heading"):
        return (0, 0, 0)
    return count_words(block.text), len(split_sentences(block.text)), int(block.kind in ("paragraph", "quote"))


def _measure(
    span: _Span, spans: Sequence[_Span], blocks: Sequence[Block], sizes: Sequence[tuple[int, int, int]]
) -> Element:
    bounds = (span.first, span.last)
    inner = [
        other
        for other in spans
        if span.first <= other.first and other.last <= span.last and (other.first, other.last) != bounds
    ]
    taken = {index for other in inner for index in range(other.first, other.last)}
    content = range(span.first + span.lead, span.last)
    inside = [block for block in blocks[span.first : span.last] if block.kind != "rule"] or [blocks[span.first]]
    words, sentences, paragraphs = (sum(sizes[index][n] for index in content) for n in range(3))
    return Element(
        name=span.name,
        start=inside[0].start,
        end=inside[-1].end,
        found_by=span.found_by,
        title=span.title,
        blocks=tuple(
            _unlabel(blocks[index], span) if index == span.first else blocks[index]
            for index in content
            if index not in taken
        ),
        words=words if inside[0] is not inside[-1] or inside[0].kind != "heading" else count_words(inside[0].text),
        sentences=sentences,
        paragraphs=paragraphs,
    )


def _unlabel(block: Block, span: _Span) -> Block:
    """A labelled block without its label, so that what is compared and counted is what it says."""
    if span.found_by != "label" or not span.title:
        return block
    rest = block.source[len(span.title) :]
    words = re.match(r"[^:]*:\s?", block.text)
    text = block.text[words.end() :] if words and rest.strip() else ("" if not rest.strip() else block.text)
    return replace(block, source=rest, text=text)
