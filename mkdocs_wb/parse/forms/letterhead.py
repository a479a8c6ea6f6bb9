"""What stands above a title and is no part of the release: who sends it, when, what the document is, notes on it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ...model import Block
from ..language.language import read_language
from ..language.words import count_words, split_sentences
from ..markdown.images import is_pictures
from .closing import BOLD
from .dateline import find_dateline, is_dateline_alone, read_lead
from .notes import NOTE

# All of a text, and not only both its ends: `**Leeds** – … **Herd Finder**` is a sentence.
EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])(?:(?!(?<![*_])\1(?![*_])).){3,}(?<![\s*_])\1[.:]?", re.DOTALL)
# A line above the title that describes the document: `**Client**: Rural Co.`, `Status: draft`.
_DESCRIBING = re.compile(
    r"(?:(?P<bold>\*\*|__)(?P<strong>[^\W\d_][^\n:：*_]{0,30})(?:[:：](?P=bold)|(?P=bold)[:：])"
    r"|(?:\*\*|__)?(?P<key>[^\W\d_][^\n:：*_]{0,30})[:：])\s*(?:\S[^\n]{0,60}|<?https?://\S+)"
)
_NOTE = re.compile(NOTE + r" +[\w-]+|[*_\[(（【]{0,4}(?P<key>[^\W\d_][^\n:：*_\]]{0,30}?)[*_]{0,3}[:：]")
CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|(?:https?://|www\.)\S+|(?:\+|\b00|\()\d[\d ()/.-]{6,}\d|\b(?:[\w-]+\.)+(?:com|org|net|io|dev|app|example)\b(?:/\S*)?"
)
_BAR = re.compile(r"[\W_]+")  # a line that is drawn
_SENTENCE = re.compile(r"[.!?。！？]$")
_FEW = 4  # words
_LONGEST_LINE = 8  # words: `Larder Labs, 12 Mill Street, Leeds`
_TALLEST = 8  # blocks


def is_image(block: Block) -> bool:
    """Whether a paragraph is an image, or a badge, and nothing else."""
    return is_pictures(block.source)


def is_describing(block: Block) -> bool:
    """Whether each line of a paragraph says something of the document, as front matter does, or what it is."""
    lines = block.source.strip().split("\n")
    return block.kind == "paragraph" and not find_dateline(block) and all(_is_described(line.strip()) for line in lines)


def _is_described(line: str) -> bool:
    language = read_language()
    if language.whole_document.search(line) and count_words(line) <= _FEW:
        return True
    if _is_byline(line) or is_state(line):
        return True
    told = _DESCRIBING.fullmatch(line)
    return told is not None and bool(told["bold"] or language.has_word("describing", told["key"].strip()))


def _is_byline(line: str) -> bool:
    """Whether a line names its author, and when: `*By Ida Brandt, May 2027*`."""
    line = line.strip("*_ ")
    by = read_language().byline.match(line)
    names = read_lead(line[by.end() :]) if by else None
    return names is not None and names.places > 0


def is_state(line: str) -> bool:
    """Whether a line tells the state of the document: `*Draft, last updated 4 May*`, `Version 0.3`."""
    line = line.strip("*_> ")
    begins = read_language().state.match(line)
    if begins is None or line.endswith(("!", "?")) or len(split_sentences(line)) > 1:
        return False
    return count_words(line) <= _FEW or any(sign.isdigit() for sign in line)


def is_metadata(block: Block) -> bool:
    """Whether a paragraph below the release's heading still describes the document: `**Author:** Ida Brandt`."""
    told = [_DESCRIBING.fullmatch(line.strip()) for line in block.source.strip().split("\n")]
    keys = [line and (line["strong"] or line["key"]) for line in told]
    return block.kind == "paragraph" and all(
        key and read_language().has_word("describing", key.strip()) for key in keys
    )


def is_of_document(block: Block) -> bool:
    """Whether a line says when the document was written, not when the release goes out: `Created: 12 January 2026`."""
    told = _DESCRIBING.fullmatch(block.source.strip())
    key = told["key"].strip() if told is not None and told["key"] else ""
    language = read_language()
    described = language.has_word("describing", key) and not (
        language.has_word("month", key) or language.has_word("blank_date", key)
    )
    return described or is_state(block.text) or _is_byline(block.text)


def is_note(block: Block) -> bool:
    """Whether a paragraph above a title speaks of the document to whoever edits it: a remark, or sentences in italics."""
    return is_remark(block) or (_is_italic(block) and len(split_sentences(block.text)) > 1)


def is_remark(block: Block) -> bool:
    """Whether a paragraph says that it is a note: `Note: …`, `!!! note`, `*This is a mock press release.*`."""
    if block.kind != "paragraph":
        return False
    note = _NOTE.match(block.source.strip())
    key = note["key"] and note["key"].strip() if note else ""
    if key is None or read_language().has_word("note", key) or read_language().has_word("notice", key):
        return True
    return _is_italic(block) and tells_of_document(block)


def _is_italic(block: Block) -> bool:
    source = block.source.strip()
    return block.kind == "paragraph" and EMPHASISED.fullmatch(source) is not None and not BOLD.match(source)


def tells_of_document(block: Block) -> bool:
    """Whether a line above the text says what the document is, as `This is a mock press release` does."""
    language = read_language()
    text = block.text.strip()
    return bool(is_state(text) or language.whole_document.search(text) or language.of_document.match(text))


def is_notice(index: int, blocks: Sequence[Block]) -> bool:
    """A line such as FOR RELEASE ON THE DAY OF LAUNCH: bold or shouted, and above the title or telling of a release."""
    block = blocks[index]
    if block.kind != "paragraph" or "\n" in block.text or is_dateline_alone(block):
        return False
    if not block.text.isupper():
        told = read_language().notice.search(block.text)
        return bool(told and BOLD.fullmatch(block.source.strip()) and count_words(block.text) <= _FEW)
    following = blocks[index + 1] if index + 1 < len(blocks) else block
    title = following.kind == "heading" or BOLD.fullmatch(following.source.strip()) is not None
    return title or read_language().notice.search(block.text) is not None


def find_title(blocks: Sequence[Block], named: Container[int]) -> int:
    """The block with which a document begins, after what is above its title: 0 where nothing is.

    That is the first heading, where only short lines stand above it, some of them an address, a date, a picture or a
    notice; or the highest, below headings that are far lower than it.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.text]
    if not headings:
        return 0
    highest = min(headings, key=lambda index: blocks[index].level)
    if blocks[headings[0]].level > blocks[highest].level + 1:
        return highest
    first = headings[0]
    if first in named or not 0 < first <= _TALLEST or not all(_is_above(n, blocks) for n in range(first)):
        return 0
    return first if any(_is_certain(index, blocks) for index in range(first)) else 0


def _is_above(index: int, blocks: Sequence[Block]) -> bool:
    block = blocks[index]
    lines = [line.strip() for line in block.text.strip().split("\n")]
    short = all(count_words(line) <= _LONGEST_LINE and not _SENTENCE.search(line) for line in lines)
    kind = block.kind in ("rule", "html") or (block.kind in ("paragraph", "quote") and short)
    return kind or _is_certain(index, blocks)


def _is_certain(index: int, blocks: Sequence[Block]) -> bool:
    """Whether a block above a title is no title itself."""
    block = blocks[index]
    if (
        is_image(block)
        or is_dateline_alone(block)
        or is_notice(index, blocks)
        or is_describing(block)
        or is_note(block)
    ):
        return True
    lines = block.text.strip().split("\n")
    called = CONTACT.search(block.text) is not None and all(count_words(line) <= _LONGEST_LINE for line in lines)
    return _is_italic(block) or (block.kind == "paragraph" and called)


def is_drawn(block: Block) -> bool:
    """Whether a paragraph is a line that is drawn with signs: `━━━━━━`, `* * *`."""
    return block.kind == "paragraph" and _BAR.fullmatch(block.text.strip()) is not None
