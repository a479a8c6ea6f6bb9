"""The parts of an FAQ that are told by who asks in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from ...model import DocumentType, ElementType
from ..language.language import read_language
from ..language.titles import fold_title

ASKS = ("?", "？")
ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
LONGEST_HEADING = 8  # words; a longer heading is a sentence of its own and only happens to contain an alias
_LONGEST_ADDRESSED = 12  # words of one that begins with an alias and says who asks
_SHORT = 3  # words: `Singers`, `People at home`


def split_title(title: str) -> list[str]:
    """The words of a heading as aliases are compared with them."""
    return re.sub(r"[^\w'&…]+", " ", fold_title(title)).split()


def find_part(name: str, title: str, document_type: DocumentType) -> str:
    """An FAQ whose heading says who asks is the part of the FAQ that is theirs; any other element is itself."""
    words = split_title(title)
    if not document_type.elements[name].faq or len(words) > _LONGEST_ADDRESSED:
        return name
    parts = [kind for kind in document_type.elements.values() if kind.parent == name and kind.askers]
    asking = [kind.name for kind in parts if any(_is_among(word, kind.askers) for word in words)]
    asking = asking or [kind.name for kind in parts if any(_is_customer(kind, word) for word in words)]
    return asking[0] if len(asking) == 1 else name


def find_group(title: str, faq: str, document_type: DocumentType, beside: Iterable[str] = ()) -> str | None:
    """The part of an FAQ that a heading in it names by nothing but who asks: `For leadership`, `Customers`.

    Args:
        title: the heading.
        faq: the name of the element that it stands in.
        document_type: whose `askers` say who is who.
        beside: the headings that may divide the FAQ, in order, this one among them.

    Returns:
        The part; None where the heading addresses nobody. Who is addressed and unknown is a customer; of two groups
        one is the customers, and they come first.
    """
    named = _find_askers(title, faq, document_type)
    if named:
        return named
    parts = {kind.audience: kind.name for kind in document_type.elements.values() if kind.parent == faq}
    if not _addresses(title):
        groups = list(islice(beside, 3))
        askers = {_find_askers(group, faq, document_type) for group in groups} - {None}
        is_other = len(groups) == 2 and askers == {parts.get("internal")} and len(split_title(title)) <= _SHORT
        return parts.get("external") if is_other else None
    groups = list(islice(filter(_addresses, beside), 3))
    if len(groups) == 2:
        other = groups[0] if groups[1] == title else groups[1]
        known = _find_askers(other, faq, document_type)
        second = known == parts.get("external") if known else groups[1] == title
        return parts.get("internal" if second else "external")
    return parts.get("external")


@lru_cache(maxsize=10_000)
def _find_askers(title: str, faq: str, document_type: DocumentType) -> str | None:
    """The part of whose askers alone a heading speaks."""
    words = _find_named(title)
    if not words:
        return None
    parts = [kind for kind in document_type.elements.values() if kind.parent == faq and kind.askers]
    for kind in parts:
        if all(_is_among(word, kind.askers) or _is_customer(kind, word) for word in words):
            return kind.name
    return None


def _addresses(title: str) -> bool:
    """Whether a heading is `For …` or `From …` and no call to action."""
    if not _find_named(title):
        return False
    language = read_language()
    return bool(language.addressed.match(fold_title(title))) and not language.call_to_action.search(title)


def _find_named(title: str) -> list[str]:
    """The words of a short heading that may name who asks; none in one that asks itself."""
    if title.rstrip().endswith(ASKS):
        return []
    words = [word for word in split_title(title) if not read_language().has_word("group", word)]
    return [] if len(words) > LONGEST_HEADING // 2 else words


def find_asked(title: str, document_type: DocumentType) -> str | None:
    """The part of an FAQ whose heading says who asks in other words than its aliases: `Questions from the board`."""
    language = read_language()
    asks = any(language.has_word("asking", word) for word in split_title(title))
    if not (asks or (not title.isascii() and language.asking.search(title))) or title.rstrip().endswith(ASKS):
        return None
    wholes = {kind.parent for kind in document_type.elements.values() if kind.faq and kind.parent}
    found = (_find_askers(title, whole, document_type) for whole in sorted(wholes))
    return next(filter(None, found), None)


def _is_customer(kind: ElementType, word: str) -> bool:
    """Whether a word is what a customer may be, which is known in any type: asked only where its askers do not know it."""
    named = word.removesuffix("'s").removesuffix("s")
    return kind.audience == "external" and read_language().has_word("customer", named)


def _is_among(word: str, askers: tuple[str, ...]) -> bool:
    """Whether a word is one of those who ask; in a script without spaces, whether it has one in it (`利用者向け`)."""
    spaced, unspaced = _fold_askers(askers)
    return word.removesuffix("'s").removesuffix("s") in spaced or (
        not word.isascii() and any(asker in word for asker in unspaced)
    )


@lru_cache(maxsize=100)
def _fold_askers(askers: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    folded = [asker.casefold().removesuffix("s") for asker in askers]
    return frozenset(folded), tuple(asker for asker in folded if UNSPACED.fullmatch(asker))
