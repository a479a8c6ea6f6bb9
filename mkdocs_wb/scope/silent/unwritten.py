"""What stands where its author has yet to write: placeholders, prompts, notes to oneself, contact lines without a contact."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..language.meaning import has_limit
from ..language.numbers import alternatives
from .apparatus import read_words_of

_BRACKETED = re.compile(r"[\[<(（【「\"'*. ]+(?P<inside>[^\[\]<>()（）【】]{2,80}?)[\]>)）】」\"'*. ]+")
_FIRM = "[<【"  # nothing but a placeholder stands alone in them
_DIGIT = re.compile(r"\d")
_HERE = re.compile(r"\b(?:here|hier|einfügen)\b|ここに", re.IGNORECASE)
_WAITING = r"(?:\[[^\[\]]{1,40}\]|<[^<>]{1,40}>|_{3,}|\.{3,}|x{3,}|tbd|tbc|todo|\?{2,})"


@lru_cache(maxsize=4_000)
def is_unwritten(normal: str, *, guided: bool = False) -> bool:
    """Whether a sentence is to be written, and says nothing yet; one with a figure or a limit says something.

    Args:
        normal: the sentence as `normalise` returns it.
        guided: whether the document still has guidance of its outline, so that a question may be some.
    """
    if _line().fullmatch(normal) or normal.casefold().strip("[]()<>*.!: ") in read_words_of("unwritten"):
        return True
    if _DIGIT.search(normal):
        return False
    return _is_placeholder(normal) or bool(_noted().match(normal)) or (guided and bool(_prompt().fullmatch(normal)))


def _is_placeholder(normal: str) -> bool:
    """`[insert a picture]`, `(add a quote here)`, `"...your quote here..."`."""
    match = _BRACKETED.fullmatch(normal)
    if not match or has_limit(match["inside"]):
        return False
    opens, inside = normal[: match.start("inside")], match["inside"]
    if not _inserting().match(inside):
        return False
    thing = inside.casefold().split()[-1] in read_words_of("inserted")
    return bool(_HERE.search(inside)) or (thing and any(sign in opens for sign in _FIRM))


@cache
def _inserting() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]+ )?(?:{alternatives(read_words_of('inserting'))})(?![a-zäöüß])", re.IGNORECASE)


@cache
def _noted() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(read_words_of('noted'))})\b", re.IGNORECASE)


@cache
def _prompt() -> re.Pattern[str]:
    """A question of an outline to its author: `Who has this problem?`."""
    asks, about = (alternatives(read_words_of(name)) for name in ("prompts", "prompting"))
    return re.compile(rf"\W*(?:{asks}) [^?]*\b(?:{about})\b[^?]*\?\W*", re.IGNORECASE)


@cache
def _line() -> re.Pattern[str]:
    """`Email: [email]`, `Phone: ___`."""
    labels = alternatives(read_words_of("contact_labels"))
    return re.compile(rf"\W*(?:{labels})\W*[:：]\W*?{_WAITING}?\W*", re.IGNORECASE)
