"""How long an element is. Counting costs more than finding, so it is done where somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from ..model import Block, Element
from .language.words import count_words, split_sentences

WORDS_A_PAGE = 500  # as printed
_WORDS_A_MINUTE = 240  # read in silence


class Measure(NamedTuple):
    """What was counted of an element, with everything inside it."""

    words: int
    sentences: int
    paragraphs: int


def measure(element: Element) -> Measure:
    """Count the words, sentences and paragraphs of an element.

    Headings, code and rules are not counted; an element that is nothing but a heading is measured by it.
    """
    prose = _find_prose(element)
    return Measure(
        _count_words(element, prose),
        sum(len(split_sentences(block.text)) for block in prose),
        sum(1 for block in prose if block.kind in ("paragraph", "quote")),
    )


def _find_prose(element: Element) -> list[Block]:
    return [block for block in element.content if block.kind not in ("code", "rule", "heading")]


def _count_words(element: Element, prose: Sequence[Block]) -> int:
    if not prose and len(element.content) == 1 and element.content[0].kind == "heading":
        return count_words(element.title or element.content[0].text)
    return sum(count_words(block.text) for block in prose)


class Length(NamedTuple):
    """How long a text is: in words, in printed pages, and in whole minutes for a reader."""

    words: int
    pages: float
    minutes: int


def measure_length(elements: Iterable[Element]) -> Length:
    """How long elements are together."""
    words = sum(_count_words(element, _find_prose(element)) for element in elements)
    return Length(words, words / WORDS_A_PAGE, ceil(words / _WORDS_A_MINUTE))


def has_words(element: Element) -> bool:
    """Whether an element says anything at all."""
    return any(_says_something(block) for block in element.content)


def _says_something(block: Block) -> bool:
    return block.kind not in ("rule", "heading") and bool(block.text.strip())
