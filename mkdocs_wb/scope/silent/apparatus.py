"""What a document says of itself, and what leads through it: its status, its owner, a table of contents, a placeholder.

The guidance of the template that it was made from is of this kind too.

None of it is a promise. The words are data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from ...parse.language.language import read_language
from ...parse.markdown.images import is_pictures
from ..language.meaning import has_limit
from ..language.numbers import alternatives
from .promising import may_promise

_FIELD = re.compile(r"(\s*[·•|;]\s*)")
_PART = re.compile(r"(\s*,\s*)")
_OWNED = re.compile(r"^(?:the|our|unser|unsere|das|die) ")
_SHORT = 4  # words after `last updated`
_LONGEST_FIELD = 10  # words of `Reviewers: Finance, Security`
_COPYRIGHT = re.compile(r"\W*(?:copyright )?(?:©|\(c\)|(?<=copyright )\d) ?\d", re.IGNORECASE)
_NO_FIGURE = re.compile(r"[\w\s.:()'’-]*")  # `Screenshot 2026-03-01`, and no `99 %`
_FILE = re.compile(r"[\w.-]{1,100}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|heic|tiff?)", re.IGNORECASE)
_BADGE = re.compile(r"\s*(?:\[?!\[[^\]]*\]\(https?:[^)]*\)(?:\]\([^)]*\))?\s*)+")


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All languages together.

    `updated` finds what became of the document at the head of a text, `stands` a status of it, `labelled` a field of
    it, `dated` a date beside such fields, `itself` a sentence that speaks of it, `pointer` one that only says where more is, `back` a way back. `alone`
    are words that say nothing where they stand alone, `sections` headings of parts that promise nothing.
    """

    updated: re.Pattern[str]
    stands: re.Pattern[str]
    labelled: re.Pattern[str]
    dated: re.Pattern[str]
    itself: re.Pattern[str]
    pointer: re.Pattern[str]
    back: re.Pattern[str]
    alone: frozenset[str]
    sections: frozenset[str]


@cache
def read_apparatus() -> Apparatus:
    """The words that come with the package."""
    words = _read_words()
    some = {name: alternatives(values) for name, values in words.items()}

    def find(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return Apparatus(
        updated=find(rf"\W*(?:{some['updated']})\b(?:\W+(?:on|am|vom))?[\W_]*"),
        stands=find(rf"\W*({some['status']}):\W*(?:(?:{some['statuses']}|[\d.]+)\W*)+$"),
        labelled=find(rf"\W*(?:{some['labels']}):"),
        dated=find(rf"\W*(?:{some['dates']}):\W*[\d-]+$"),
        itself=find(
            rf"\W*(?:[^\W\d_]+: )?(?:(?:{some['this_document']})(?: (?:{some['documents']})\b|[.]?$| for\b)|(?:{some['readers']})\b)"
        ),
        pointer=find(rf"\W*(?:{some['pointer']}) [^,;:]{{2,80}} (?:{some['pointed']})\W*$"),
        back=find(rf"\W*(?:{some['leads_back']}) (?:\w+ ?){{1,4}}\W*$"),
        alone=frozenset(words["closings"] + words["unwritten"] + words["headings"] + words["sections"]),
        sections=frozenset(words["sections"]),
    )


def read_words_of(name: str) -> frozenset[str]:
    """The words of one sort, all languages together."""
    return frozenset(_read_words()[name])


@cache
def _read_words() -> dict[str, list[str]]:
    source = (resources.files(__package__) / "apparatus.json").read_text(encoding="utf-8")
    return {
        name: [word for one in languages.values() for word in one] for name, languages in json.loads(source).items()
    }


def hide_state(text: str) -> str:
    """A text with `Last updated` without its date, and `Status` without its draft."""
    return "".join(_hide(part) for field in _FIELD.split(text) for part in _PART.split(field))


def _hide(part: str) -> str:
    apparatus = read_apparatus()
    edited = apparatus.updated.match(part)
    if edited:
        rest = part[edited.end() :]
        dated = not rest or ":" in edited[0] or any(sign.isdigit() for sign in rest)
        return edited[0].casefold().strip(" :") if dated and len(rest.split()) <= _SHORT else part
    status = apparatus.stands.match(part)
    return status[1].casefold() if status else part


@lru_cache(maxsize=4_000)
def is_apparatus(normal: str, *, listed: bool = False) -> bool:
    """Whether a sentence promises nothing because it speaks of the document or leads through it.

    Args:
        normal: the sentence as `normalise` returns it.
        listed: whether it is an item of a list, where `Owner:` may be who uses the product.
    """
    apparatus = read_apparatus()
    if all(_is_field(field, listed=listed) for field in _FIELD.split(normal)[::2]):
        return True
    words = " ".join(re.findall(r"[^\W_]+", normal.casefold()))
    if (
        words in apparatus.alone
        or _OWNED.sub("", words, count=1) in apparatus.alone
        or _COPYRIGHT.match(normal)
        or read_language().guidance.match(normal)
    ):
        return True
    if apparatus.itself.match(normal):
        return not any(sign.isdigit() for sign in normal) and not has_limit(normal)
    return bool(apparatus.pointer.match(normal) or apparatus.back.match(normal))


def _is_field(text: str, *, listed: bool) -> bool:
    if not listed and read_apparatus().labelled.match(text) and len(text.split()) <= _LONGEST_FIELD:
        return True
    return all(_hide(part) != part for part in _PART.split(text)[::2])


def find_dates(lines: Sequence[str]) -> frozenset[str]:
    """The lines that are the document's date, because another one of them says what is of the document (`Author: Ana`)."""
    dates = frozenset(filter(read_apparatus().dated.match, lines)) if len(lines) > 1 else frozenset()
    return dates if dates and any(map(is_apparatus, lines)) else frozenset()


def is_badge(source: str, told: str) -> bool:
    """Whether a paragraph is nothing but pictures from elsewhere (`build passing`), told of without figure and limit."""
    return bool(_BADGE.fullmatch(source)) and not any(sign.isdigit() for sign in told) and not has_limit(told)


def is_bare_picture(source: str, told: str) -> bool:
    """Whether a paragraph is nothing but pictures that are told of by what they are alone: `![screenshot](map.png)`."""
    return is_pictures(source) and is_bare(told)


def is_bare(told: str) -> bool:
    """Whether what is told of a picture only says that it is one, or names its file."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", told)]
    if _FILE.fullmatch(told) and not may_promise(" ".join(words)):
        return True
    return bool(words) and read_words_of("pictured").issuperset(words) and bool(_NO_FIGURE.fullmatch(told))
