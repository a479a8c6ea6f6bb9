"""How a press release ends: what it bids the reader do, and the lines about the company."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile

from ..model import Block
from .language import read_language
from .words import count_words, split_sentences

BOLD = re.compile(r"(\*\*|__)(?![\s*_]).{3,}?(?<![\s*_])\1[.:]?", re.DOTALL)
_ADDRESS = re.compile(
    r"https?://|\bwww\.|\b[a-z0-9-]{2,}\.(?:com|org|net|io|dev|app|ai|co|de|jp|kr|ru|eu|example)\b", re.IGNORECASE
)
_END_MARK = re.compile(r"#\s?#\s?#|[-–—]\s?30\s?[-–—]|[-–—\s]*ENDE?S?[-–—\s]*")
_BARE = 8  # words of a paragraph that is an address and little more
_FEW = 2  # paragraphs of a section that only bids
_LONGEST_TITLE = 5  # words: `About Sprout Bank`


def find_call_to_action(blocks: Sequence[Block], indices: Sequence[int], named: Container[int]) -> int | None:
    """The last paragraph that says where to get it or, being one of the last two, bids the reader do something.

    The lines about the company and what follows them count where there is no other; what stands in a section that is
    `named` something else may bid what it likes.
    """
    language = read_language()
    release = list(takewhile(lambda index: not closes_release(blocks[index]), indices))
    prose = [index for index in release if blocks[index].kind == "paragraph"]
    calls = [index for index in prose if language.call_to_action.search(blocks[index].text)]
    last = [n for n in prose[-2:] if n not in named and (n != prose[0] or _is_bare_address(blocks[n].text))]
    bidding = [index for index in last if _bids(blocks[index].text)]
    after = (index for index in indices[len(release) :] if blocks[index].kind == "paragraph")
    found = [*calls, *bidding] or [n for n in after if language.call_to_action.search(blocks[n].text)]
    return max(found, default=None)


def find_last_call(blocks: Sequence[Block], indices: Sequence[int], named: Container[int]) -> tuple[int, int] | None:
    """The section that ends a release under a heading of its own words, and bids the reader do something.

    It is found beside a call to action that has its name: `Next steps` below `How to get started`.
    """
    heading = next((n for n in reversed(indices) if blocks[n].kind == "heading"), None)
    if heading is None or heading == indices[0] or heading in named or closes_release(blocks[heading]):
        return None
    said = [n for n in indices if n > heading and blocks[n].kind in ("paragraph", "quote")]
    calls = any(_bids(blocks[n].text) or read_language().call_to_action.search(blocks[n].text) for n in said)
    return (heading, said[-1] + 1) if calls and len(said) <= _FEW else None


def closes_release(block: Block) -> bool:
    """Whether a heading or a bold line opens the lines about the company that end a press release."""
    boilerplate = read_language().boilerplate.match(block.text)
    first, _, more = block.text.partition("\n")
    titled = bool(more) and len(first.split()) <= _LONGEST_TITLE
    alone = block.kind == "heading" or bool(BOLD.match(block.source.strip())) or titled
    labelled = boilerplate is not None and block.text[boilerplate.end() :].lstrip()[:1] in (":", "：")
    return (boilerplate is not None and (alone or labelled)) or _is_end_mark(block)


def find_end_mark(blocks: Sequence[Block], first: int, last: int) -> int:
    """The block in which a release says that it ends (`###`, `-30-`, `ENDS`), else `last`."""
    return next((index for index in range(first + 1, last) if _is_end_mark(blocks[index])), last)


def _is_end_mark(block: Block) -> bool:
    return block.kind == "paragraph" and _END_MARK.fullmatch(block.text.strip()) is not None


def _is_bare_address(text: str) -> bool:
    """Whether a paragraph is an address and few words: what it is for, not what the release is about."""
    return bool(_ADDRESS.search(text)) and count_words(text) <= _BARE


def _bids(text: str) -> bool:
    """Whether a sentence begins with what the reader should do, or the text says where on the web."""
    sentences = [sentence for _, sentence in split_sentences(text)]
    return bool(_ADDRESS.search(text)) or any(read_language().imperative.match(sentence) for sentence in sentences)
