"""Which part of a document is which element: by heading, then by label, by pattern, by position.

The names come from the document type; the words of each language stand in language.json.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from ...model import Block, DocumentType, Element
from ..forms.closing import find_call_after, find_call_to_action, find_closing_line, find_end_mark, find_last_call
from ..forms.spans import Span, covered, trim, unlabel
from ..forms.speeches import find_speeches
from ..forms.spoken import SPOKEN
from ..language.language import read_language
from ..language.titles import fold_title
from .by_heading import find_by_heading, with_parents
from .by_label import find_by_label
from .by_pattern import find_headline, find_subheading
from .by_position import find_middle, find_opening, find_use
from .by_section import find_sections
from .unheaded import find_unheaded_questions
from .voices import find_voices, split_voices

_RELEASE = "press_release"
_DATELINE = "dateline"


def find_elements(blocks: Sequence[Block], document_type: DocumentType) -> tuple[Element, ...]:
    """Find every element of a document.

    Args:
        blocks: of the body, after `split_labels`.
        document_type: whose aliases name the elements.

    Returns:
        The elements in the order of the file; one that stands in several places is there several times.
    """
    spans = find_by_heading(blocks, document_type)
    spans = with_parents(spans + find_by_label(blocks, spans, document_type), document_type)
    unheaded = find_unheaded_questions(blocks, spans, document_type)
    spans += [unheaded] if unheaded else []
    if _RELEASE in document_type.elements:
        spans = _read_release(blocks, spans, document_type)
    else:
        spans = _read_title(blocks, spans, document_type)
    known = [span for span in spans if span.name in document_type.elements]
    known.sort(key=lambda span: (span.first, -span.last, span.name != _RELEASE))
    within = covered(span for span in known if span.name not in (_RELEASE, _DATELINE))
    # A dateline that opens a paragraph leaves it to whatever element the paragraph is, so that it is compared once.
    owners = [span for span in known if span.name != _DATELINE or span.first not in within]
    innermost = _find_innermost(owners, document_type, len(blocks))
    return tuple(_make_element(span, blocks, innermost) for span in known)


def _find_innermost(spans: Sequence[Span], document_type: DocumentType, count: int) -> list[Span | None]:
    """For each block the shortest span that it is in; where a part is all there is of its whole, the part."""
    wholes = {element.parent for element in document_type.elements.values()}
    innermost: list[Span | None] = [None] * count
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.name not in wholes)):  # the longest first
        innermost[span.first : span.last] = [span] * (span.last - span.first)
    return innermost


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
    release = _choose_release(spans) or _find_whole(blocks, spans)
    spans = [span for span in spans if span.name != _RELEASE]
    if release is not None:
        labelled = release.found_by == "label"
        last = _until_questions(release.first, blocks, spans, document_type) if labelled else release.last
        release = release._replace(last=trim(release.first, find_end_mark(blocks, release.first, last), blocks))
        spans = [release, *spans]
    headline = find_headline(blocks, release, spans, document_type)
    if headline is not None:
        spans.append(headline)
        subheading = find_subheading(blocks, headline, document_type)
        spans += [subheading] if subheading else []
    if release is None:
        opening = next((span for span in spans if span.name == "headline"), None)
        first = opening.first if opening else _skip_title(blocks)
        ends = find_end_mark(blocks, first, _until_questions(first, blocks, spans, document_type))
        last = trim(first, ends, blocks)
        if not any(block.kind in ("paragraph", "item", "quote") for block in blocks[first:last]):
            return spans
        release = Span(_RELEASE, first, last, "position")
        spans.append(release)
    spans += find_opening(blocks, release, spans)
    spans = _voices(blocks, release, spans, document_type)
    spans += list(find_middle(blocks, release, spans))
    spans += list(find_sections(blocks, release, spans))
    return spans + list(find_use(blocks, release, spans))


def _find_whole(blocks: Sequence[Block], spans: Sequence[Span]) -> Span | None:
    """A section that is called PR/FAQ and nothing else, in a document of another title: the release, up to the next one."""
    headings = [n for n, block in enumerate(blocks) if block.kind == "heading" and block.text]
    for position, index in enumerate(headings):
        if position and read_language().whole_document.fullmatch(blocks[index].text.strip()):
            ends = [n for n in headings[position + 1 :] if blocks[n].level <= blocks[index].level]
            last = min([*ends, *(span.first for span in spans if span.first > index)], default=len(blocks))
            return Span(_RELEASE, index, last, "position", blocks[index].text, 1) if last > index + 1 else None
    return None


def _skip_title(blocks: Sequence[Block]) -> int:
    """The block after a title that only says what the document is."""
    titled = bool(blocks) and blocks[0].kind == "heading" and len(blocks) > 1 and blocks[1].kind != "heading"
    return 1 if titled else 0


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
    return min(
        (span.first for span in spans if span.first > first and _is_faq(span, document_type)), default=len(blocks)
    )


def _is_faq(span: Span, document_type: DocumentType) -> bool:
    """Whether a span holds questions; what the type does not have, such as a headline, holds none."""
    return span.name in document_type.elements and document_type.elements[span.name].faq


def _voices(blocks: Sequence[Block], release: Span, spans: list[Span], document_type: DocumentType) -> list[Span]:
    """Quotes, testimonials and the call to action; a section that they close ends before them."""
    spans = [_end_at_next(span, spans, blocks) for span in spans]
    asked = covered(spans, (name for name, element in document_type.elements.items() if element.faq))
    fixed = covered(spans, ("headline", "subheading", "summary"))
    taken = asked | fixed | covered(spans, SPOKEN)
    free = [n for n in range(release.first, release.last) if n not in taken]
    named = {span.name for span in spans if span.name in SPOKEN}
    quotes = [voice for voice in find_voices(blocks, free, named) if voice.name in document_type.elements]
    said = covered(quotes)
    calls = [Span("call_to_action", *call, "pattern") for call in _find_calls(blocks, release, spans, taken, said)]
    marked = said | {call.first for call in calls} | {span.first for span in spans if span.found_by == "label"}
    closing = _next_of(marked, len(blocks))
    trimmed = [
        _end_before(span, closing, blocks)
        if span.name not in (_RELEASE, *SPOKEN) and not _is_faq(span, document_type)
        else span
        for span in spans
    ]
    trimmed = [_begin_after(span, said) for span in trimmed]
    return [*split_voices(trimmed, blocks, document_type), *quotes, *calls]


def _find_calls(
    blocks: Sequence[Block], release: Span, spans: Sequence[Span], taken: Set[int], said: Set[int]
) -> list[tuple[int, int]]:
    """The call to action that nothing names; beside one that has its name, another that ends the release."""
    if not any(span.name == "call_to_action" for span in spans):
        sections = covered(_until(span, said) for span in spans if span.name != _RELEASE and span.lead)
        free = [n for n in range(release.first, release.last) if n not in taken | said]
        call = find_call_to_action(blocks, free, sections)
        call = call or find_closing_line(blocks, [*free, *_list_below(blocks, release, taken)])
        return [call] if call is not None else []
    told = said | covered(spans, SPOKEN)
    inside = [n for n in range(release.first, release.last) if n in told or n not in taken]
    call = find_last_call(blocks, inside, {span.first for span in spans}, told)
    if call is None and told:
        sections = covered(span for span in spans if span.name != _RELEASE)
        call = find_call_after(blocks, [n for n in inside if n > max(told) and n not in sections])
    call = call or find_closing_line(blocks, [*inside, *_list_below(blocks, release, taken)])
    return [call] if call is not None else []


def _list_below(blocks: Sequence[Block], release: Span, taken: Set[int]) -> Iterator[int]:
    """What stands below the mark that ends a release, up to the next heading."""
    below = takewhile(lambda n: blocks[n].kind != "heading" or not blocks[n].text, range(release.last, len(blocks)))
    return (n for n in below if n not in taken)


def _end_at_next(span: Span, spans: Sequence[Span], blocks: Sequence[Block]) -> Span:
    """A section of a voice ends at a lower heading that is another element; one that bids, at a rule above a voice."""
    if span.name in SPOKEN:
        others = (other for other in spans if other.name not in SPOKEN and other.lead)
        return span._replace(
            last=min((other.first for other in others if span.first < other.first < span.last), default=span.last)
        )
    if span.name == "call_to_action" and span.lead:
        rules = [n for n in range(span.first + 1, span.last - 1) if blocks[n].kind == "rule"]
        ends = [n for n in rules if next(find_speeches(blocks, range(n + 1, n + 2)), None) is not None]
        return span._replace(last=min(ends, default=span.last))
    return span


def _begin_after(span: Span, said: Set[int]) -> Span:
    """A call to action whose section begins with voices begins below them: `Quotes & getting started`."""
    first = span.first + span.lead
    while first in said:
        first += 1
    begins = span.name == "call_to_action" and span.found_by == "heading" and span.first + span.lead < first < span.last
    return span._replace(first=first, lead=0) if begins else span


def _until(span: Span, said: Set[int]) -> Span:
    """A section up to the first voice in it: what follows that is the release's again."""
    return span._replace(last=min((n for n in said if span.first < n < span.last), default=span.last))


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
    return span if last == span.last else span._replace(last=last)


def _make_element(span: Span, blocks: Sequence[Block], innermost: Sequence[Span | None]) -> Element:
    """The element of a span; it owns the blocks of which it is the innermost."""
    inside = [block for block in blocks[span.first : span.last] if block.kind != "rule"] or [blocks[span.first]]
    content = {
        index: unlabel(blocks[index], span) if index == span.first else blocks[index]
        for index in range(span.first + span.lead, span.last)
    }
    return Element(
        name=span.name,
        start=inside[0].start,
        end=inside[-1].end,
        found_by=span.found_by,
        title=span.title,
        blocks=tuple(block for index, block in content.items() if innermost[index] == span),
        content=tuple(content.values()),
    )
