"""Elements that their form gives away: headline, sub-heading, dateline, quotes, the call to action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Block, DocumentType
from .by_heading import find_alias
from .by_label import find_label
from .language import read_language
from .spans import Span
from .words import count_words

_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_]).{3,}?(?<![\s*_])\1[.:]?", re.DOTALL)
_BOLD = re.compile(r"(\*\*|__)(?![\s*_]).{3,}?(?<![\s*_])\1[.:]?", re.DOTALL)
_DATELINE = re.compile(r"(?P<lead>[^\n]{3,70}?)\s*(?:[–—]|--|\s-)\s+(?=\S)")
_YEAR = re.compile(r"\b(?:Q[1-4]|H[12]|(?:19|20)\d\d|20XX|\d{1,2}/\d{1,2}/\d{2,4})\b", re.IGNORECASE)
_PLACE = re.compile(r"\[?[^\W\d_][\w.' -]+,\s*[^\W\d_][\w.' -]+\]?")
_OPENING, _CLOSING = '“„«‹「『"', '”“»›」』"'
_QUOTED = re.compile(rf"[{_OPENING}](?P<words>[^{_OPENING}{_CLOSING}]{{12,}})[{_CLOSING}]")
_SIGNED = re.compile(r"(?:^|[\s”\"»*_])[–—―-]{1,2}\s*(?P<name>[^\W\d_a-z][^\n]{2,100})$", re.MULTILINE)
_PROSE = ("paragraph", "quote")


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
        index = _opening_line(blocks, release, document_type)
        if index is not None:
            return Span("headline", index, index + 1, "pattern", blocks[index].text.strip())
        title = re.split(r":\s|\s[–—]\s", release.title, maxsplit=1)
        if blocks[release.first].kind == "heading" and len(title) > 1 and len(title[1].split()) > 2:
            return Span("headline", release.first, release.first + 1, "pattern", title[1].strip())
        return None
    named = {span.first for span in spans}
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.text and index not in named:
            if block.text.rstrip().endswith(("?", "？")) and block.level > 2:
                return None
            if not read_language().whole_document.search(block.text):
                return Span("headline", index, index + 1, "pattern", block.text)
        elif block.kind not in ("heading", "rule", "quote", "html") or index in named:
            return None
    return None


def _opening_line(blocks: Sequence[Block], release: Span, document_type: DocumentType) -> int | None:
    for index in range(release.first + 1, min(release.last, release.first + 6)):
        block = blocks[index]
        if block.kind in ("rule", "quote", "html") or is_dateline_alone(block) or _is_notice(block):
            continue
        if block.kind == "heading":
            return index if block.text and find_alias(block.text, document_type) is None else None
        source = block.source.strip()
        label = find_label(source, document_type.aliases)
        if label is not None and label[0] == "press_release":
            continue
        if block.kind != "paragraph" or label is not None:
            return None
        bare = "\n" not in source and not source.endswith((".", "!", "?", ":", "。")) and count_words(source) <= 30
        return index if _BOLD.fullmatch(source) or (bare and not find_dateline(block)) else None
    return None


def _is_notice(block: Block) -> bool:
    """A line such as FOR RELEASE ON THE DAY OF LAUNCH, whatever its words: shouted, and no heading."""
    return (
        block.kind == "paragraph" and block.text.isupper() and "\n" not in block.text and not is_dateline_alone(block)
    )


def find_subheading(blocks: Sequence[Block], headline: Span, document_type: DocumentType) -> Span | None:
    """An italic or bold paragraph, or a deeper heading above a paragraph, right under the headline."""
    index = headline.last
    while index < len(blocks) and blocks[index].kind == "rule":
        index += 1
    if index >= len(blocks):
        return None
    block = blocks[index]
    if block.kind == "heading":
        following = blocks[index + 1].kind if index + 1 < len(blocks) else ""
        deeper = block.level > blocks[headline.first].level > 0
        if (
            deeper
            and following == "paragraph"
            and count_words(block.text) >= 4
            and find_alias(block.text, document_type) is None
        ):
            return Span("subheading", index, index + 1, "pattern")
        return None
    source = block.source.strip()
    if block.kind != "paragraph" or not _EMPHASISED.fullmatch(source) or is_dateline_alone(block):
        return None
    return None if find_label(source, document_type.aliases) else Span("subheading", index, index + 1, "pattern")


def find_dateline(block: Block) -> bool:
    """Whether a paragraph begins with a place or a date and a dash."""
    if block.kind != "paragraph":
        return False
    match = _DATELINE.match(block.text)
    if match is None or len(match["lead"].split()) > 9:
        return False
    return _is_place_or_date(match["lead"])


def is_dateline_alone(block: Block) -> bool:
    """Whether a paragraph is a place and a date and nothing else."""
    text = block.text.strip()
    if block.kind != "paragraph" or len(text) > 70 or text.endswith((".", ":", "?", "!")):
        return False
    parts = re.split(r"\s*[–—-]{1,2}\s+", text)
    return len(text.split()) <= 9 and bool(_YEAR.search(text)) and all(_is_place_or_date(part) for part in parts)


def _is_place_or_date(text: str) -> bool:
    text = text.strip(" []()*_")
    dated = bool(_YEAR.search(text)) or bool(read_language().month.search(text))
    shouted = text.isupper() and len(text) > 3
    return dated or shouted or bool(_PLACE.fullmatch(text))


def find_release_dateline(blocks: Sequence[Block], first: int, last: int) -> int | None:
    """The block that carries the dateline, near the top of a release."""
    for index in range(first, min(last, first + 5)):
        if find_dateline(blocks[index]) or is_dateline_alone(blocks[index]):
            return index
    return None


def find_quotes(blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Paragraphs in which somebody is quoted and named, each as `quote` or `testimonial` by who speaks."""
    for index in indices:
        block = blocks[index]
        if block.kind not in _PROSE:
            continue
        speaker = find_speaker(block)
        if speaker is not None:
            yield index, "testimonial" if _is_customer(speaker, block.text) else "quote"


def find_speaker(block: Block) -> str | None:
    """The words that say who is speaking; None where nobody is quoted or nobody is named."""
    text = block.text
    quoted = _QUOTED.search(text)
    signed = _SIGNED.search(text)
    if signed and (quoted or (block.kind == "quote" and text[: signed.start("name")].rstrip("–—― -").endswith("\n"))):
        return signed["name"]
    if quoted is None or count_words(quoted["words"]) < 4:
        return None
    outside = " ".join(_QUOTED.sub(" | ", text).split())
    said = read_language().said.search(outside)
    if said is None:
        return None
    return outside[max(0, said.start() - 40) : said.end() + 120]


def _is_customer(speaker: str, text: str) -> bool:
    language = read_language()
    customer, leader = language.customer.search(speaker), language.leader.search(speaker)
    if customer and leader:
        return customer.start() < leader.start()
    if customer or leader:
        return customer is not None
    return bool(language.experience.search(text))


def find_call_to_action(blocks: Sequence[Block], indices: Sequence[int]) -> int | None:
    """The last paragraph that says where to get it."""
    phrase = read_language().call_to_action
    calls = [index for index in indices if blocks[index].kind == "paragraph" and phrase.search(blocks[index].text)]
    return calls[-1] if calls else None
