"""Sentences that are polite or say where to write, and promise nothing: `If you have any questions, email us at …`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..language.meaning import has_limit
from ..language.numbers import alternatives
from .apparatus import read_words_of
from .circumstance import ADDRESS

_ADDRESS = re.compile(rf"(?:{ADDRESS})>?|\+?\(?\d[\d ()/.-]{{6,}}\d", re.IGNORECASE)
_NAME = r"[^\W\d_a-z][\w'.-]*(?: [^\W\d_a-z][\w'.-]*){0,3}"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_UNSPACED = re.compile("[\u3040-\u30ff]")
_LETTER = re.compile("[a-zäöüß]")
_LONGEST = 30  # words


@lru_cache(maxsize=4_000)
def is_courtesy(normal: str, named: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence has, after an opening of this sort, only addresses, who reads them, and words of no weight.

    Args:
        normal: the sentence as `normalise` returns it.
        named: the words of the document's headings, in lower case: more about what they name may be had.
    """
    if _UNSPACED.search(normal):
        return _is_courtesy_unspaced(normal)
    folded = normal.casefold().lstrip("\"'([* ")
    if len(folded.split()) > _LONGEST or not (_opens(folded) or _line().match(folded)):
        return False
    told = _topic().sub(lambda match: " " if _is_named(match["name"], named) else match[0], normal)
    told = " ".join(_ADDRESS.sub(" @ ", told).split())
    told = _phrases().sub(" ", _reader().sub(" @ ", told))
    if _line().fullmatch(told):
        return True
    if any(sign.isdigit() for sign in told) or has_limit(told):
        return False
    words = {word.casefold() for word in _WORD.findall(told)}
    return words <= read_words_of("courtesy_words")


def _is_named(name: str, named: frozenset[str]) -> bool:
    return named.issuperset(word.casefold() for word in _WORD.findall(name))


def _is_courtesy_unspaced(normal: str) -> bool:
    told = _ADDRESS.sub("", normal)
    return bool(_opens(told)) and not re.findall(r"\w", _unspaced().sub("", told))


def _opens(text: str) -> bool:
    """Whether a text begins with one of the openings; to try each is quicker than to compile them all."""
    openings = _openings()
    return text.startswith(openings) and any(
        text.startswith(opening) and not _LETTER.match(text, len(opening)) for opening in openings
    )


@cache
def _openings() -> tuple[str, ...]:
    return tuple(read_words_of("courtesy_openings"))


@cache
def _phrases() -> re.Pattern[str]:
    """What leads to the verb: its words may promise something elsewhere (`free`)."""
    said = (word for word in read_words_of("courtesy_phrases") if not _UNSPACED.search(word))
    return re.compile(rf"\b(?i:{alternatives(said)})\b")


@cache
def _unspaced() -> re.Pattern[str]:
    said = read_words_of("courtesy_openings") | read_words_of("courtesy_phrases")
    return re.compile(alternatives(word for word in said if _UNSPACED.search(word)))


@cache
def _line() -> re.Pattern[str]:
    """A contact and where it is: `Email: @`."""
    return re.compile(rf"\W*(?i:{alternatives(read_words_of('contact_labels'))}):(?:[\s,;|/-]*@)*[\s,;|/-]*")


@cache
def _topic() -> re.Pattern[str]:
    """What the questions are about, where it is a name."""
    return re.compile(rf"\b(?:about|regarding|zu|über) (?:the |our )?(?P<name>{_NAME})")


@cache
def _reader() -> re.Pattern[str]:
    """Who reads what comes to an address: a name after the verb."""
    verbs = alternatives(read_words_of("courtesy_verbs"))
    return re.compile(
        rf"\b(?i:{verbs}):? (?:the |our )?{_NAME}(?:,| at| via| by| on| unter| per|:| \()? ?(?:e-?mail )?@"
    )
