"""Which part of a document is which element: by heading, then by label, by pattern, by position.

The names come from the document type; the words of each language stand in language.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Block, DocumentType, Element
from .by_heading import find_by_heading
from .by_label import find_by_label
from .by_pattern import (
    find_call_to_action,
    find_headline,
    find_quotes,
    find_release_dateline,
    find_subheading,
    is_dateline_alone,
)
from .inline import plain_text
from .language import read_language
from .spans import Span, covered, trim
from .titles import fold_title

_RELEASE = "press_release"
_DATELINE = "dateline"
_SPOKEN = ("quote", "testimonial")


def find_elements(blocks: Sequence[Block], document_type: DocumentType) -> tuple[Element, ...]:
    """Find every element of a document.

    Args:
        blocks: of the body, after `split_labels`.
        document_type: whose aliases name the elements.

    Returns:
        The elements in the order of the file; one that stands in several places is there several times.
    """
    spans = find_by_heading(blocks, document_type)
    spans += find_by_label(blocks, spans, document_type)
    if _RELEASE in document_type.elements:
        spans = _read_release(blocks, spans, document_type)
    else:
        spans = _read_title(blocks, spans, document_type)
    known = [span for span in spans if span.name in document_type.elements]
    known.sort(key=lambda span: (span.first, -span.last, span.name != _RELEASE))
    within = covered(span for span in known if span.name not in (_RELEASE, _DATELINE))
    # A dateline that opens a paragraph leaves it to whatever element the paragraph is, so that it is compared once.
    owners = [span for span in known if span.name != _DATELINE or span.first not in within]
    innermost = _find_innermost(owners, len(blocks))
    owning = set(owners)
    return tuple(_make_element(span, blocks, innermost if span in owning else None) for span in known)


def _find_innermost(spans: Sequence[Span], count: int) -> list[int]:
    """For each block the length of the shortest span that it is in: the element it belongs to."""
    shortest = [count + 1] * count
    for span in spans:
        for index in range(span.first, span.last):
            shortest[index] = min(shortest[index], span.last - span.first)
    return shortest


def _read_title(blocks: Sequence[Block], spans: list[Span], document_type: DocumentType) -> list[Span]:
    """What any document has: a title, and perhaps a line below it.

    A heading above all others is the title even where it contains an element's name (`ADR 7: Context-aware alarms`).
    """
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.text]
    tops = [index for index in headings if blocks[index].level == 1]
    if not tops or tops[0] != headings[0] or any(span.name == "headline" for span in spans):
        return spans
    first, text = tops[0], blocks[tops[0]].text
    if len(tops) == 1 and fold_title(text) not in document_type.aliases:
        spans = [span for span in spans if span.first != first]
    if any(span.first == first for span in spans):
        return spans
    headline = Span("headline", first, first + 1, "pattern", text)
    subheading = find_subheading(blocks, headline, document_type)
    return [*spans, headline, *([subheading] if subheading else [])]


def _read_release(blocks: Sequence[Block], spans: list[Span], document_type: DocumentType) -> list[Span]:
    """What only a press release has: its opening lines, its voices, its call to action."""
    release = _choose_release(spans)
    spans = [span for span in spans if span.name != _RELEASE or span is release]
    if release is not None and release.found_by == "label":
        release = replace(release, last=_until_questions(release.first, blocks, spans, document_type))
        spans = [release, *(span for span in spans if span.name != _RELEASE)]
    headline = find_headline(blocks, release, spans, document_type)
    if headline is not None:
        spans.append(headline)
        subheading = find_subheading(blocks, headline, document_type)
        spans += [subheading] if subheading else []
    if release is None:
        opening = next((span for span in spans if span.name == "headline"), None)
        first = opening.first if opening else 0
        last = trim(first, _until_questions(first, blocks, spans, document_type), blocks)
        if not any(block.kind in ("paragraph", "item", "quote") for block in blocks[first:last]):
            return spans
        release = Span(_RELEASE, first, last, "position")
        spans.append(release)
    spans += _opening(blocks, release, spans)
    spans = _voices(blocks, release, spans, document_type)
    return spans + list(_middle(blocks, release, spans))


def _choose_release(spans: Sequence[Span]) -> Span | None:
    """The release among the spans that are called one: a title such as `X: press release and FAQ` only contains it."""
    named = [span for span in spans if span.name == _RELEASE]
    headed = [span for span in named if span.found_by == "heading"] or named
    inner = [
        span
        for span in headed
        if not any(span is not other and span.first <= other.first < span.last for other in headed)
    ]
    return inner[0] if inner else None


def _until_questions(first: int, blocks: Sequence[Block], spans: Sequence[Span], document_type: DocumentType) -> int:
    starts = [span.first for span in spans if span.first > first and document_type.elements[span.name].faq]
    return min(starts, default=len(blocks))


def _opening(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The dateline, and the summary: the paragraph that carries it, or the first one of the release."""
    names = {span.name for span in spans}
    heads = [span.last for span in spans if span.name in ("headline", "subheading")]
    first = max([release.first + release.lead, *heads])
    dateline = find_release_dateline(blocks, release.first, release.last)
    if dateline is not None:
        yield Span(_DATELINE, dateline, dateline + 1, "pattern")
    if "summary" in names:
        return
    if dateline is not None and dateline >= first and not is_dateline_alone(blocks[dateline]):
        yield Span("summary", dateline, dateline + 1, "pattern")
        return
    taken = covered(spans, names - {_RELEASE})
    for index in range(first, release.last):
        block = blocks[index]
        if index == dateline or block.kind in ("rule", "html", "quote") or (index in taken and block.kind != "heading"):
            continue
        if block.kind == "paragraph" and index not in taken:
            yield Span("summary", index, index + 1, "position")
        return


def _voices(blocks: Sequence[Block], release: Span, spans: list[Span], document_type: DocumentType) -> list[Span]:
    """Quotes, testimonials and the call to action; a section that they close ends before them."""
    asked = covered(spans, (name for name, element in document_type.elements.items() if element.faq))
    fixed = covered(spans, ("headline", "subheading", "summary"))
    spoken = {span.name: span for span in spans if span.name in _SPOKEN}
    named = covered(spoken.values())
    free = [n for n in range(release.first, release.last) if n not in asked | fixed | named]
    quotes = [Span(name, index, index + 1, "pattern") for index, name in find_quotes(blocks, free)]
    quotes = [quote for quote in quotes if quote.name in document_type.elements]
    said = {quote.first for quote in quotes}
    calls: list[Span] = []
    if not any(span.name == "call_to_action" for span in spans):
        call = find_call_to_action(blocks, [n for n in free if n not in said])
        calls = [Span("call_to_action", call, call + 1, "pattern")] if call is not None else []
    marked = said | {call.first for call in calls} | {span.first for span in spans if span.found_by == "label"}
    closing = _next_of(marked, len(blocks))
    trimmed = [
        _end_before(span, closing, blocks)
        if span.name not in (_RELEASE, *_SPOKEN) and not document_type.elements[span.name].faq
        else span
        for span in spans
    ]
    return [*_split_voices(trimmed, blocks), *quotes, *calls]


def _next_of(marked: set[int], count: int) -> list[int]:
    """For each index the next one that is marked, itself included; `count` where none is."""
    following = [count] * (count + 1)
    for index in range(count - 1, -1, -1):
        following[index] = index if index in marked else following[index + 1]
    return following


def _end_before(span: Span, closing: Sequence[int], blocks: Sequence[Block]) -> Span:
    """A section without the voices at its end; a label reaches only to the first of them."""
    last = span.last
    if span.found_by == "label":
        last = min(last, closing[span.first + 1])
    while last - 1 > span.first and (closing[last - 1] == last - 1 or blocks[last - 1].kind == "rule"):
        last -= 1
    return replace(span, last=last)


def _split_voices(spans: Sequence[Span], blocks: Sequence[Block]) -> Iterator[Span]:
    """A section of several testimonials is several testimonials."""
    for span in spans:
        inside = [
            n for n in range(span.first + span.lead, span.last) if blocks[n].kind in ("paragraph", "quote", "item")
        ]
        voices = [n for n in inside if re.match(r"[*_>\s-]*[“„«「『\"]", blocks[n].source)]
        if span.name not in _SPOKEN or len(voices) < 2:
            yield span
            continue
        for position, first in enumerate(voices):
            last = voices[position + 1] if position + 1 < len(voices) else span.last
            yield replace(span, first=first, last=trim(first, last, blocks), lead=0, title="")


def _middle(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Problem and solution where nothing names them: the paragraphs between the summary and the voices."""
    names = {span.name for span in spans}
    taken = covered(spans, names - {_RELEASE})
    starts = [span.last for span in spans if span.name == "summary" and span.first >= release.first]
    if not starts or names & {"problem", "solution"}:
        return
    free: list[int] = []
    for index in range(max(starts), release.last):
        if blocks[index].kind == "heading" or (index in taken and free):
            break
        if index not in taken and blocks[index].kind in ("paragraph", "item", "row", "code"):
            free.append(index)
    prose = [n for n in free if blocks[n].kind == "paragraph"]
    if not prose:
        return
    if read_language().trouble.search(blocks[prose[0]].text) and len(prose) > 1:
        yield Span("problem", prose[0], prose[1], "position")
        yield Span("solution", prose[1], free[-1] + 1, "position")
    elif not read_language().trouble.search(blocks[prose[0]].text):
        yield Span("solution", prose[0], free[-1] + 1, "position")


def _make_element(span: Span, blocks: Sequence[Block], innermost: Sequence[int] | None) -> Element:
    """The element of a span; it owns the blocks of which it is the innermost, none where `innermost` is None."""
    inside = [block for block in blocks[span.first : span.last] if block.kind != "rule"] or [blocks[span.first]]
    content = {
        index: _unlabel(blocks[index], span) if index == span.first else blocks[index]
        for index in range(span.first + span.lead, span.last)
    }
    size = span.last - span.first
    return Element(
        name=span.name,
        start=inside[0].start,
        end=inside[-1].end,
        found_by=span.found_by,
        title=span.title,
        blocks=tuple(block for index, block in content.items() if innermost is not None and innermost[index] == size),
        content=tuple(content.values()),
    )


def _unlabel(block: Block, span: Span) -> Block:
    """A labelled block without its label, so that what is compared and counted is what it says."""
    if span.found_by != "label" or not span.title:
        return block
    rest = block.source[len(span.title) :]
    if not rest.strip():
        return replace(block, source="", text="")
    return replace(block, source=rest, text=plain_text(rest))
