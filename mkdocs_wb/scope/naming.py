"""What only names something: the document and its parts, the columns of a table, the product."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Block, DocumentType, Proposal
from ..parse.language.language import read_language
from ..parse.language.titles import fold_title
from ..parse.markdown.inline import plain_text
from .language.lexicon import read_lexicon

SPLIT = re.compile(r":\s|\s(?:-|/{1,2}|\|)\s")  # between a title's parts
_BESIDE = " :-–—|#"
_LONGEST_NAME = 3  # words of a product's name


def find_product_names(proposal: Proposal, document_type: DocumentType) -> Iterator[str]:
    """What a title begins with, where it is a few words that the text writes with a capital wherever it has them."""
    first = next((block.text for block in proposal.blocks if block.kind == "heading"), "")
    titles = (first, proposal.front_matter.text("title"), *(element.title for element in proposal.named("headline")))
    text = proposal.text.casefold()
    for title in dict.fromkeys(titles):
        bare = re.sub(r"\s[–—]\s", " - ", read_language().whole_document.sub(" ", plain_text(title))).strip(_BESIDE)
        name = SPLIT.split(bare, maxsplit=1)[0].strip()
        if not name or name.count(" ") >= _LONGEST_NAME or text.count(name.casefold()) <= 1:
            continue
        if fold_title(name) in document_type.aliases:
            continue
        written = re.findall(rf"\b{re.escape(name)}\b", proposal.text, re.IGNORECASE)
        if len(written) > 1 and not any(one[0].islower() for one in written):
            yield name


def names_part(text: str, document_type: DocumentType) -> bool:
    """Whether a heading names an element, says that this is a PR/FAQ, or is a template's `Project name`."""
    title = fold_title(text)
    named = title in document_type.aliases or read_language().has_word("untitled", title)
    return named or says_what_it_is(text)


def says_what_it_is(text: str) -> bool:
    """Whether a heading says that this is a PR/FAQ, of a product that it names in few words, and no more."""
    rest, found = read_language().whole_document.subn(" ", text)
    return bool(found) and only_names(rest, 3)


def names_columns(block: Block, follows: Block | None = None) -> bool:
    """Whether a block is the head of a table, and only says what is in each column (`Plan | Price`)."""
    heads = follows is not None and block.kind == follows.kind == "row" and follows.start == block.start + 2
    return heads and all(only_names(cell, 2) for cell in block.text.split("|"))


def only_names(text: str, most: int, *, bound: bool = False) -> bool:
    """Whether a text is a few words that limit nothing and have no figure; `bound` are prepositions let through."""
    words = re.findall(r"[^\W_]+", text)
    lexicon = read_lexicon()
    promising = lexicon.limits | lexicon.outside | (frozenset() if bound else lexicon.bound)
    return len(words) <= most and not any(word.casefold() in promising or word[0].isdigit() for word in words)
