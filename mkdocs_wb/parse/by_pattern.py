"""Elements that their form gives away: headline, sub-heading, dateline, the call to action."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Block, DocumentType
from .by_heading import find_alias
from .by_label import find_label
from .closing import BOLD, closes_release
from .dateline import find_dateline, is_dateline_alone
from .language import read_language
from .spans import Span, unlabel
from .words import count_words, split_sentences

_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_]).{3,}?(?<![\s*_])\1[.:]?", re.DOTALL)
# A line above the title that describes the document: `**Client**: Rural Co.`, `Status: draft`.
_DESCRIBING = re.compile(
    r"(?:(?P<bold>\*\*|__)[^\W\d_][^\n:：*_]{0,30}(?:[:：](?P=bold)|(?P=bold)[:：])"
    r"|(?:\*\*|__)?(?P<key>[^\W\d_][^\n:：*_]{0,30})[:：])\s*(?:\S[^\n]{0,60}|<?https?://\S+)"
)
IMAGE = re.compile(r"\[?!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])(?:\]\([^()]*\))?")
_TELLING = 4  # words
_TOP = 8  # blocks of a release in which its dateline stands
_QUOTATION_MARKS = tuple('"“„«»‹›「『')
_LONGEST_TAGLINE = 40  # words


def find_headline(
    blocks: Sequence[Block], release: Span | None, spans: Sequence[Span], document_type: DocumentType
) -> Span | None:
    """The line that opens the release.

    In a release that has a heading or label of its own: the heading, bold line or bare line that comes first in it,
    else what its heading says after a colon. Else the first heading of the document that names nothing else and does not
    say that this is a PR/FAQ.
    """
    if any(span.name == "headline" for span in spans):
        return None
    if release is not None:
        title = re.split(r":\s|\s[–—]\s", release.title, maxsplit=1)
        titled = blocks[release.first].kind == "heading" and len(title) > 1 and len(title[1].split()) > 2
        index = _opening_line(blocks, release, document_type, bare=not titled)
        if index is not None:
            return Span("headline", index, index + 1, "pattern", blocks[index].text.strip())
        if titled:
            return Span("headline", release.first, release.first + 1, "pattern", title[1].strip())
        return _title_above(blocks, release, spans)
    named = {span.first for span in spans}
    opens = len(blocks) > 1
    first = True  # below the title that says what the document is, `Target group` is a section
    above = _count_notices(blocks)
    for index, block in enumerate(blocks):
        if index < above or (opens and index not in named and is_describing(block)):
            continue
        if block.kind == "heading" and block.text and index not in named:
            if block.text.rstrip().endswith(("?", "？")) and block.level > 2:
                return None
            if not read_language().whole_document.search(block.text):
                telling = first or count_words(block.text) > (2 if block.text.isascii() else 3)
                return Span("headline", index, index + 1, "pattern", block.text) if telling else None
            first = False
        elif block.kind not in ("heading", "rule", "quote", "html") or index in named:
            opening = opens and index not in named and _is_title(block)
            return Span("headline", index, index + 1, "pattern", block.text.strip()) if opening else None
        else:
            opens = False
    return None


def _count_notices(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the title under headings far below its level: the day, the sender, whom to ask."""
    levels = {index: block.level for index, block in enumerate(blocks) if block.kind == "heading" and block.text}
    title = min(levels, key=lambda index: levels[index], default=0)
    return title if levels and next(iter(levels.values())) > levels[title] + 1 else 0


def _title_above(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Span | None:
    """The document's title, where it says more than a name and that this is a PR/FAQ."""
    index = next((n for n, block in enumerate(blocks) if block.kind == "heading" and block.text), release.first)
    title = blocks[index].text
    telling = count_words(title) >= _TELLING and not read_language().whole_document.search(title)
    if index >= release.first or not telling or any(span.first == index for span in spans):
        return None
    return Span("headline", index, index + 1, "pattern", title)


def _opening_line(blocks: Sequence[Block], release: Span, document_type: DocumentType, *, bare: bool) -> int | None:
    """The heading, the bold line or, where `bare` ones count, the plain line that comes first in a release."""
    for index in range(release.first + 1, min(release.last, release.first + 6)):
        block = blocks[index]
        image = IMAGE.fullmatch(block.source.strip()) is not None
        passed = (
            image or block.kind in ("rule", "quote", "html") or is_dateline_alone(block) or _is_notice(index, blocks)
        )
        if passed or (block.kind == "paragraph" and (closes_release(block) or _is_note(block))):
            continue
        if block.kind == "heading":
            return index if block.text and find_alias(block.text, document_type) is None else None
        source = block.source.strip()
        label = find_label(source, document_type.aliases)
        if label is not None and label[0] == "press_release":
            continue
        if block.kind != "paragraph" or label is not None:
            return None
        plain = bare and _is_line(source) and not find_dateline(block)
        return index if BOLD.fullmatch(source) or plain else None
    return None


def _is_note(block: Block) -> bool:
    """Whether several sentences in italics speak of the document to whoever edits it."""
    source = block.source.strip()
    return not BOLD.match(source) and _EMPHASISED.fullmatch(source) is not None and len(split_sentences(block.text)) > 1


def is_describing(block: Block) -> bool:
    """Whether each line of a paragraph says something of the document, as front matter does, or what it is."""
    lines = block.source.strip().split("\n")
    return block.kind == "paragraph" and not find_dateline(block) and all(_is_described(line.strip()) for line in lines)


def _is_described(line: str) -> bool:
    language = read_language()
    if language.whole_document.search(line) and count_words(line) <= _TELLING:
        return True
    told = _DESCRIBING.fullmatch(line)
    return told is not None and bool(told["bold"] or language.describing.fullmatch(told["key"].strip()))


def _is_of_document(block: Block) -> bool:
    """Whether a line says when the document was written, not when the release goes out: `Created: 12 January 2026`."""
    told = _DESCRIBING.fullmatch(block.source.strip())
    key = told["key"].strip() if told is not None and told["key"] else ""
    return bool(read_language().describing.fullmatch(key)) and not read_language().month.fullmatch(key)


def _is_title(block: Block) -> bool:
    """Whether a paragraph that opens a document without any markup is its title."""
    line = block.kind == "paragraph" and _is_line(block.source.strip()) and not find_dateline(block)
    return line and count_words(block.text) >= 3


def _is_line(source: str) -> bool:
    """Whether a paragraph is one line that ends like a title, and no label or sentence."""
    return "\n" not in source and not source.endswith((".", "!", "?", ":", "。")) and count_words(source) <= 30


def _is_notice(index: int, blocks: Sequence[Block]) -> bool:
    """A line such as FOR RELEASE ON THE DAY OF LAUNCH: bold or shouted, and above the title or telling of a release."""
    block = blocks[index]
    if block.kind != "paragraph" or "\n" in block.text or is_dateline_alone(block):
        return False
    if not block.text.isupper():
        told = read_language().notice.search(block.text)
        return bool(told and BOLD.fullmatch(block.source.strip()) and count_words(block.text) <= _TELLING)
    following = blocks[index + 1] if index + 1 < len(blocks) else block
    title = following.kind == "heading" or BOLD.fullmatch(following.source.strip()) is not None
    return title or read_language().notice.search(block.text) is not None


def find_subheading(blocks: Sequence[Block], headline: Span, document_type: DocumentType) -> Span | None:
    """What stands right under the headline and above the text: in italics, bold, quoted or a heading of its own.

    A sentence without any markup counts where a dateline or the summary's own heading follows it; in a document without
    markup, a second line that ends like a title.
    """
    index = headline.last
    while index < len(blocks) and (blocks[index].kind == "rule" or is_describing(blocks[index])):
        index += 1
    if index >= len(blocks):
        return None
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    found = (
        _is_lower_title(block, following, blocks[headline.first], document_type)
        if block.kind == "heading"
        else _is_tagline(block, following, blocks[headline.first], document_type)
    )
    return Span("subheading", index, index + 1, "pattern") if found else None


def _is_lower_title(block: Block, following: Block | None, headline: Block, document_type: DocumentType) -> bool:
    """Whether a heading is a second title: above a paragraph, or with nothing between it and the next section."""
    if not block.level > headline.level > 0 or count_words(block.text) < _TELLING or following is None:
        return False
    if is_dateline_alone(block):
        return False
    whole = read_language().whole_document.search(block.text)
    return following.kind in ("paragraph", "heading") and not whole and find_alias(block.text, document_type) is None


def _is_tagline(block: Block, following: Block | None, headline: Block, document_type: DocumentType) -> bool:
    source = block.source.strip()
    if block.kind not in ("paragraph", "quote") or is_dateline_alone(block):
        return False
    if find_label(source, document_type.aliases):
        return False
    if block.kind == "quote":
        said = source.startswith(_QUOTATION_MARKS) or following is None or following.kind == "quote"
        return not said and _is_one_sentence(block)
    if _EMPHASISED.fullmatch(source):
        return True
    if following is not None and following.kind == "heading" and headline.kind == "heading":
        return find_alias(following.text, document_type) == "summary" and _is_one_sentence(block)
    if following is None or following.kind != "paragraph" or find_dateline(block):
        return False
    plain = headline.kind == "paragraph" and not BOLD.fullmatch(headline.source.strip())
    return (plain and _is_title(block)) or (
        _is_one_sentence(block) and (find_dateline(following) or is_dateline_alone(following))
    )


def _is_one_sentence(block: Block) -> bool:
    return len(split_sentences(block.text)) == 1 and count_words(block.text) <= _LONGEST_TAGLINE


def find_release_dateline(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> int | None:
    """The block that carries the dateline, near the top of a release; a label may stand before it."""
    labels = {span.first: span for span in spans if span.found_by == "label"}
    headings = {span.first for span in spans if span.found_by == "heading"}
    for index in range(release.first, min(release.last, release.first + _TOP)):
        block = unlabel(blocks[index], labels[index]) if index in labels else blocks[index]
        if index not in headings and (find_dateline(block) or is_dateline_alone(block)) and not _is_of_document(block):
            return index
    return None
