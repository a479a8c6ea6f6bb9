"""What the product of a release may be called, and how a paragraph speaks of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...model import Block
from ..language.language import read_language
from ..language.words import split_sentences
from ..markdown.inline import blank_unread, plain_text
from .spans import Span

_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-z]\w{2,}")
_SMALL = re.compile(r"(?<![\w'’/.@-])[^\W\d_A-Z]\w*(?![\w-]*[./@]\w)")  # not the words of an address
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_MUCH_OFTENER = 4  # than in small letters: a name that is a word as well
_OFTEN = 2  # times, at least, that a release says the name of its product
_BEGINNING = 4  # words in which a sentence says what it is about

Products = Sequence[Sequence[str]]


def find_products(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Products:
    """What the product may be called, the likeliest first: as the title has it, or the headline, or the summary.

    A word counts that returns in the release and is written with a capital each time.
    """
    text = "\n".join(block.text for block in blocks[: release.last] if block.kind != "code")
    title = next((block.text for block in blocks[:1] if block.kind == "heading"), "")
    bare = _EDGES.sub("", re.split(r"[:–—|]|\s-\s", _EDGES.sub("", read_language().whole_document.sub("", title)))[0])
    named = [bare] if bare and len(bare.split()) <= 3 and text.count(bare) >= _OFTEN else []
    prose = "\n".join(
        plain_text(blank_unread(block.source)) for block in blocks[: release.last] if block.kind != "code"
    )
    small = Counter(_SMALL.findall(prose))
    found = Counter(_NAME.findall(text))
    counted = Counter({word: times for word, times in found.items() if word.casefold() not in small})
    opening = next((_NAME.match(blocks[span.first].text) for span in spans if span.name == "headline"), None)
    if opening is not None and found[opening[0]] >= _MUCH_OFTENER * small[opening[0].casefold()]:
        counted[opening[0]] = found[opening[0]]  # `Backyard` has a backyard as well

    def returning(element: str, *more: str) -> list[str]:
        told = [blocks[n].text for span in spans if span.name == element for n in range(span.first, span.last)]
        words = dict.fromkeys(_NAME.findall("\n".join([*told, *more])))
        return [word for word in words if counted[word] >= _OFTEN]

    return named, returning("headline", title), returning("summary")


def comes_in(names: Sequence[str], blocks: Sequence[Block], first: int, index: int) -> bool:
    """Whether a sentence of a paragraph begins with a product that no paragraph from `first` on has named before."""
    before = " ".join(block.text for block in blocks[first:index])
    begun = _list_beginnings(blocks[index].text)[:3]
    return any(name not in before and any(name in words for words in begun) for name in names)


def comes_in_late(text: str, products: Products) -> bool:
    """Whether a paragraph begins with trouble, and a later sentence of it with the product, `… nobody knows. Paly does`."""
    names = {name for listed in products for name in listed}
    first, *later = _list_beginnings(text) or [""]
    opens = split_sentences(text)[:1]
    if any(name in first for name in names) or not any(name in words for words in later for name in names):
        return False
    return all(read_language().trouble.search(sentence) is not None for _, sentence in opens)


def begins_with(text: str, products: Products) -> bool:
    """Whether the first sentence of a text says in its first words that it is about the product."""
    return any(name in words for words in _list_beginnings(text)[:1] for listed in products for name in listed)


def is_surely_troubled(text: str, products: Products) -> bool:
    """Whether a paragraph tells of trouble at once, or in every other sentence."""
    told = [read_language().trouble.search(sentence) is not None for _, sentence in split_sentences(text)]
    return is_troubled(text, products) and (told[0] or 2 * sum(told) >= len(told) or _meets_want(text))


def is_troubled(text: str, products: Products) -> bool:
    """Whether a paragraph tells of trouble.

    One that begins with the product does so where it says that the product meets a want (`… addresses a growing gap`), or
    with every other sentence.
    """
    language = read_language()
    if not any(names and text.startswith(names[0]) for names in products) and not language.product.match(text):
        return language.trouble.search(text) is not None
    told = [language.trouble.search(sentence) is not None for _, sentence in split_sentences(text)]
    return _meets_want(text) or 2 * sum(told) > len(told)


def _meets_want(text: str) -> bool:
    """Whether the first of several sentences says that something meets a want."""
    language = read_language()
    sentences = split_sentences(text)
    meets = language.meets.search(sentences[0][1]) if len(sentences) > 1 else None
    return meets is not None and language.want.search(sentences[0][1], meets.end()) is not None


def _list_beginnings(text: str) -> list[str]:
    return [" ".join(sentence.split()[:_BEGINNING]) for _, sentence in split_sentences(text)]
