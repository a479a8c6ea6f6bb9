"""Elements that their form gives away: headline, sub-heading, dateline."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ...model import Block, DocumentType
from ..forms.closing import BOLD, closes_release
from ..forms.dateline import announces, find_dateline, is_dateline_alone, is_place, says_today
from ..forms.letterhead import (
    EMPHASISED,
    find_title,
    is_describing,
    is_drawn,
    is_image,
    is_metadata,
    is_note,
    is_notice,
    is_of_document,
    is_remark,
    tells_of_document,
)
from ..forms.spans import Span, unlabel
from ..language.language import read_language
from ..language.titles import fold_title
from ..language.words import count_words, split_sentences
from .by_heading import find_alias
from .by_label import find_label

_FRAMED = re.compile(r"([〜～])[^\n]+\1")  # as Japanese releases set their second title
_ENDS = re.compile(r"^\W+|[\s(\[–—|:-]+[)\]]*$")
_OPENING = ("summary", "press_release")  # whose own heading may stand below a sub-heading
_TELLING = 4  # words
_TOP = 8  # blocks of a release in which its dateline stands
_QUOTATION_MARKS = tuple('"“„«»‹›「『')
_LONGEST_TAGLINE = 40  # words
_MOST_SENTENCES = 2  # of one that is quoted
_LONGEST_TITLE = 30  # words


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
    if release is None:
        return _find_title(blocks, {span.first for span in spans})
    title = re.split(r":\s|\s[–—]\s", release.title, maxsplit=1)
    titled = blocks[release.first].kind == "heading" and len(title) > 1 and len(title[1].split()) > 2
    index = _opening_line(blocks, release, document_type, bare=not titled)
    if index is not None:
        return Span("headline", index, index + 1, "pattern", blocks[index].text.strip())
    if titled:
        return Span("headline", release.first, release.first + 1, "pattern", title[1].strip())
    return _title_above(blocks, release, spans)


def _find_title(blocks: Sequence[Block], named: Container[int]) -> Span | None:
    """The title of a document in which nothing is called a release."""
    opens = len(blocks) > 1
    first = True  # below the title that says what the document is, `Target group` is a section
    for index in range(find_title(blocks, named), len(blocks)):
        block = blocks[index]
        if opens and index not in named and is_describing(block):
            continue
        if block.kind == "heading" and block.text and index not in named:
            if block.text.rstrip().endswith(("?", "？")) and block.level > 2:
                return None
            if is_dateline_alone(block) or _is_left_from_template(index, blocks, named):
                continue
            if not read_language().whole_document.search(block.text):
                telling = first or count_words(block.text) > (2 if block.text.isascii() else 3)
                return Span("headline", index, index + 1, "pattern", block.text) if telling else None
            first = False
        elif block.kind not in ("heading", "rule", "quote", "html") or index in named:
            if opens and index not in named and _is_title(block):
                return Span("headline", index, index + 1, "pattern", block.text.strip())
            break
        else:
            opens = False
    return _title_within(blocks, named)


def _title_within(blocks: Sequence[Block], named: Container[int]) -> Span | None:
    """What the title says beside that this is a PR/FAQ, where it says a sentence's worth: `PR/FAQ: Milk is bought once`."""
    index = next((n for n, block in enumerate(blocks) if block.kind == "heading" and block.text), None)
    if index is None or index in named:
        return None
    title = _ENDS.sub("", read_language().whole_document.sub("", blocks[index].text))
    long = count_words(title) > _TELLING
    return Span("headline", index, index + 1, "pattern", title) if long else None


def _is_left_from_template(index: int, blocks: Sequence[Block], named: Container[int]) -> bool:
    """Whether a heading is a template's `Project name`, and the name stands in the heading below it."""
    below = next((n for n in range(index + 1, len(blocks)) if blocks[n].kind not in ("rule", "html")), None)
    titled = below is not None and blocks[below].kind == "heading" and below not in named
    return titled and read_language().has_word("untitled", fold_title(blocks[index].text))


def _title_above(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Span | None:
    """The document's title, where the release is its first section and it says more than a name and that this is a PR/FAQ."""
    above = [n for n, block in enumerate(blocks[: release.first]) if block.kind == "heading" and block.text]
    headings = [n for n in above if not read_language().whole_document.fullmatch(blocks[n].text.strip())]
    if not headings or any(n > headings[0] + 1 or not _is_telling(blocks[n]) for n in headings[1:]):
        return None
    index, title = headings[0], blocks[headings[0]].text
    whole = read_language().whole_document.search(title)
    if whole or not _is_telling(blocks[index]) or any(span.first == index for span in spans):
        return None
    return Span("headline", index, index + 1, "pattern", title)


def _is_telling(heading: Block) -> bool:
    return count_words(heading.text) >= _TELLING


def _opening_line(blocks: Sequence[Block], release: Span, document_type: DocumentType, *, bare: bool) -> int | None:
    """The heading, the bold line or, where `bare` ones count, the plain line that comes first in a release."""
    within = range(release.first + 1, min(release.last, release.first + _TOP))
    for index in within:
        block = blocks[index]
        source = block.source.strip()
        if block.kind == "quote" and BOLD.fullmatch(source) and not source.strip("*_").startswith(_QUOTATION_MARKS):
            return index
        if _is_passed(index, blocks):
            continue
        label = find_label(source, document_type.aliases) if block.kind != "heading" else None
        if label is not None and label[0] == "press_release":
            continue
        if block.kind == "heading":
            return index if block.text and find_alias(block.text, document_type) is None else None
        if block.kind != "paragraph" or label is not None or find_dateline(block):
            return None
        if BOLD.fullmatch(source) or (bare and (_is_line(source) or _is_sentence_above(index, blocks))):
            return index
        below = (n for n in within if n > index and _is_headed(n, blocks, document_type))
        return next(below, None)
    return None


def _is_passed(index: int, blocks: Sequence[Block]) -> bool:
    """Whether a block at the top of a release is no part of its text."""
    block = blocks[index]
    if block.kind in ("rule", "quote", "html", "row", "code") or is_image(block) or is_dateline_alone(block):
        return True
    apart = is_notice(index, blocks) or is_note(block) or is_metadata(block) or is_drawn(block)
    return block.kind == "paragraph" and (apart or closes_release(block))


def _is_sentence_above(index: int, blocks: Sequence[Block]) -> bool:
    """Whether a whole sentence is the title all the same, since a dateline follows it."""
    block = blocks[index]
    return "\n" not in block.source.strip() and _is_one_sentence(block) and _opens_text(index + 1, blocks)


def _is_headed(index: int, blocks: Sequence[Block], document_type: DocumentType) -> bool:
    """Whether a title stands below a paragraph that introduces the release: the release's own beginning follows it."""
    block = blocks[index]
    titled = block.kind == "heading" or BOLD.fullmatch(block.source.strip()) is not None
    if not titled or find_alias(block.text, document_type) is not None or is_dateline_alone(block):
        return False
    following = blocks[index + 1] if index + 1 < len(blocks) else block
    emphasised = EMPHASISED.fullmatch(following.source.strip()) is not None or following.kind == "heading"
    return _opens_text(index + 1, blocks) or (emphasised and _opens_text(index + 2, blocks))


def _opens_text(index: int, blocks: Sequence[Block]) -> bool:
    return index < len(blocks) and (find_dateline(blocks[index]) or is_dateline_alone(blocks[index]))


def _is_title(block: Block) -> bool:
    """Whether a paragraph that opens a document without any markup is its title."""
    line = block.kind == "paragraph" and _is_line(block.source.strip()) and not find_dateline(block)
    return line and count_words(block.text) >= 3


def _is_line(source: str) -> bool:
    """Whether a paragraph is one line that ends like a title, and no label or sentence."""
    exclaims = source.endswith(("!", "！")) and len(split_sentences(source)) > 1
    ends = source.endswith((".", "?", ":", "。", "？", "：")) or exclaims
    return "\n" not in source and not ends and count_words(source) <= _LONGEST_TITLE


def find_subheading(blocks: Sequence[Block], headline: Span, document_type: DocumentType) -> Span | None:
    """What stands right under the headline and above the text: in italics, bold, quoted or a heading of its own.

    A sentence without any markup counts where a dateline or the heading of the summary or of the release follows it; in a
    document without markup, a second line that ends like a title.
    """
    index = headline.last
    while index < len(blocks) and _is_between(index, blocks):
        index += 1
    below = index
    while below < len(blocks) and _is_dateline(below, blocks):
        below += 1
    if below > index and below < len(blocks) and blocks[below].kind == "paragraph":
        tagline = blocks[below].source.strip()
        return Span("subheading", below, below + 1, "pattern") if EMPHASISED.fullmatch(tagline) else None
    if index >= len(blocks) or below > index:
        return None
    block = blocks[index]
    following = next((below for below in blocks[index + 1 : index + 3] if below.kind != "rule"), None)
    found = (
        _is_lower_title(block, following, blocks[headline.first], document_type)
        if block.kind == "heading"
        else _is_tagline(block, following, blocks[headline.first], document_type)
    )
    return Span("subheading", index, index + 1, "pattern") if found else None


def _is_between(index: int, blocks: Sequence[Block]) -> bool:
    """Whether a block stands between a headline and what belongs to it, and is neither."""
    block = blocks[index]
    if block.kind == "quote":
        block = block._replace(kind="paragraph")
        return tells_of_document(block) or is_remark(block) or is_describing(block)
    if block.kind == "rule" or is_drawn(block) or is_image(block):
        return True
    return is_describing(block) or is_notice(index, blocks) or is_remark(block)


def _is_dateline(index: int, blocks: Sequence[Block]) -> bool:
    """Whether a block is a dateline alone, or the place above or below one."""
    beside = blocks[max(index - 1, 0) : index + 2]
    return is_dateline_alone(blocks[index]) or (is_place(blocks[index]) and any(map(is_dateline_alone, beside)))


def _is_lower_title(block: Block, following: Block | None, headline: Block, document_type: DocumentType) -> bool:
    """Whether a heading is a second title: above a paragraph, or with nothing between it and the next section."""
    dated = following is not None and find_dateline(following)
    telling = dated or _is_telling(block) or block.text.rstrip().endswith((".", "!"))
    if not block.level > headline.level > 0 or not telling or following is None or is_dateline_alone(block):
        return False
    other = read_language().whole_document.search(block.text) or read_language().definition.search(block.text)
    return following.kind in ("paragraph", "heading") and not other and find_alias(block.text, document_type) is None


def _is_tagline(block: Block, following: Block | None, headline: Block, document_type: DocumentType) -> bool:
    source = block.source.strip()
    if block.kind not in ("paragraph", "quote"):
        return False
    if find_label(source, document_type.aliases):
        return False
    if block.kind == "quote":
        said = source.startswith(_QUOTATION_MARKS) or following is None or following.kind == "quote"
        opens = following is not None and following.kind == "heading" and _is_opening(following, document_type)
        return not said and (_is_one_sentence(block) or (opens and _is_short(block)))
    if EMPHASISED.fullmatch(source) or _FRAMED.fullmatch(source):
        return True
    if following is not None and following.kind == "heading" and headline.kind == "heading":
        return _is_opening(following, document_type) and _is_one_sentence(block)
    if following is None or following.kind != "paragraph" or find_dateline(block):
        return False
    if (
        headline.kind == "heading"
        and _is_one_sentence(block)
        and not says_today(block.text)
        and announces(following.text)
    ):
        return True
    plain = headline.kind == "paragraph" and not BOLD.fullmatch(headline.source.strip())
    return (plain and _is_title(block)) or (
        _is_one_sentence(block) and (find_dateline(following) or is_dateline_alone(following))
    )


def _is_opening(heading: Block, document_type: DocumentType) -> bool:
    return find_alias(heading.text, document_type) in _OPENING


def _is_short(block: Block) -> bool:
    return len(split_sentences(block.text)) <= _MOST_SENTENCES and count_words(block.text) <= _LONGEST_TAGLINE


def _is_one_sentence(block: Block) -> bool:
    return len(split_sentences(block.text)) == 1 and count_words(block.text) <= _LONGEST_TAGLINE


def _find_placed(index: int, blocks: Sequence[Block], release: Span) -> int | None:
    """Below a day that stands alone, the paragraph that begins with a place, if it is the next one."""
    below = index + 1
    while below < release.last and blocks[below].kind == "rule":
        below += 1
    return below if below < release.last and find_dateline(blocks[below]) and not is_place(blocks[below]) else None


def find_release_dateline(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> range | None:
    """The blocks that carry the dateline, near the top of a release; a label may stand before it."""
    labels = {span.first: span for span in spans if span.found_by == "label"}
    headings = {span.first for span in spans if span.found_by == "heading"}
    for index in range(release.first, min(release.last, release.first + _TOP)):
        block = unlabel(blocks[index], labels[index]) if index in labels else blocks[index]
        if index in headings or is_of_document(block) or is_image(block):
            continue
        if is_dateline_alone(block):
            apart = _find_placed(index, blocks, release)
            if apart is not None:
                return range(apart, apart + 1)
            first = index - 1 if index > release.first and is_place(blocks[index - 1]) else index
            last = index + 1 if index + 1 < release.last and is_place(blocks[index + 1]) else index
            return range(first, last + 1)
        if find_dateline(block):
            return range(index, index + 1)
    return None
