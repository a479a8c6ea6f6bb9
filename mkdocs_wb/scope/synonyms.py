"""Words and phrases that say the same, by language, as data: only those that hardly ever differ."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from .spelling import stem

_WORD = re.compile(r"[^\W\d_]+")
_BOTH = re.compile(r"\bboth (?=(?!of\b)(?:[\w'-]+ ){1,3}and \w)", re.IGNORECASE)
# `Kundinnen und Kunden`, `Kund:innen`; `nachzulesen`
_PAIR = re.compile(r"\b([^\W\d_]{3})[^\W\d_]*innen und (\1[^\W\d_]*)", re.IGNORECASE)
_FORMS = re.compile(r"([^\W\d_]{3,})(?:[:*_/]-?innen|Innen)\b")
_INFIX = re.compile(
    r"\b(ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|weiter|zurück|zusammen)zu([^\W\d_]{3,}en)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|no|never|cannot|nicht|nie|kein\w{0,2})\b|n't\b", re.IGNORECASE)
_SOWOHL = re.compile(r"\bsowohl ([^,;:()]{1,60}?),? als auch ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """All languages together, save where a stem depends on it.

    `phrases` finds what `replacements` has another writing of; empty where it says nothing. `irregular` maps a form to
    its word, `stems` the stem of a word to the one that stands for all that say the same, by whether it is German.
    `floating` are adverbs that say the same wherever they stand. An aside begins with one of `openings`, and has no
    other words than `aside_words`.
    """

    phrases: re.Pattern[str]
    first_words: frozenset[str]
    replacements: dict[str, str]
    irregular: dict[str, str]
    stems: dict[bool, dict[str, str]]
    floating: frozenset[str]
    openings: tuple[str, ...]
    aside_words: frozenset[str]


@cache
def read_synonyms() -> Synonyms:
    """The synonyms that come with the package."""
    data: dict[str, Any] = json.loads((resources.files(__package__) / "synonyms.json").read_text(encoding="utf-8"))
    replacements = {phrase: word for phrases in data["phrases"].values() for phrase, word in phrases.items()}
    ordered = "|".join(re.escape(phrase) for phrase in sorted(replacements, key=len, reverse=True))
    return Synonyms(
        phrases=re.compile(rf"(?<!\w)(?:{ordered})(?!\w),?", re.IGNORECASE),
        first_words=frozenset(match[0] for phrase in replacements if (match := _WORD.match(phrase))),
        replacements=replacements,
        irregular={form: word for forms in data["irregular"].values() for form, word in forms.items()},
        stems={german: _read_stems(data["words"]["de" if german else "en"], german) for german in (False, True)},
        floating=frozenset(word for words in data["floating"].values() for word in words),
        openings=tuple(data["asides"]["openings"]),
        aside_words=frozenset(data["asides"]["words"]),
    )


def _read_stems(groups: list[list[str]], german: bool) -> dict[str, str]:
    return {stem(word, german): stem(group[0], german) for group in groups for word in group}


def fold_phrases(text: str) -> str:
    """A text with one phrase for all that say the same: `prior to` as `before`, `both A and B` as `A and B`."""
    synonyms = read_synonyms()
    if ("oth " in text or "owohl " in text) and not _NEGATED.search(text):  # `not both A and B` leaves one of them
        text = _BOTH.sub("", _SOWOHL.sub(r"\1 und ", text))
    if "nnen" in text:
        text = _FORMS.sub(r"\1", _PAIR.sub(r"\2", text))
    if "zu" in text:
        text = _INFIX.sub(r"\1\2", text)
    if synonyms.first_words.isdisjoint(_WORD.findall(text.casefold())):
        return text

    def write(match: re.Match[str]) -> str:
        found = match[0].rstrip(",")  # `ß` has another folded form, and `ſ` no other lower case
        return synonyms.replacements.get(found.lower(), synonyms.replacements.get(found.casefold(), found))

    return synonyms.phrases.sub(write, text)


def find_root(word: str, *, german: bool) -> str:
    """The stem that stands for a word and all that say the same; few words tell which language a short sentence is in."""
    synonyms = read_synonyms()
    word = synonyms.irregular.get(word, word)
    root = stem(word, german)
    return synonyms.stems[german].get(root) or synonyms.stems[not german].get(stem(word, not german)) or root


def is_aside(text: str) -> bool:
    """Whether a sentence speaks to the author of the document, as assistants end their answers, and says no more."""
    synonyms = read_synonyms()
    folded = text.casefold().strip()
    return folded.startswith(synonyms.openings) and synonyms.aside_words.issuperset(re.findall(r"\w+", folded))
