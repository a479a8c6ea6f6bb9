"""Words and phrases that say the same, by language, as data: only those that hardly ever differ."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from .spelling import inflect, stem

_CHOICE = re.compile(r"\{([^{}]*)\}")
_WORD = re.compile(r"[^\W\d_]+")
_BOTH = re.compile(r"\bboth (?=(?!of\b)(?:[\w'-]+ ){1,3}and \w)", re.IGNORECASE)
# `Kundinnen und Kunden`, `Kund:innen`; `nachzulesen`
_PAIR = re.compile(r"\b([^\W\d_]{3})[^\W\d_]*innen und (\1[^\W\d_]*)", re.IGNORECASE)
_FORMS = re.compile(r"([^\W\d_]{3,})(?:[:*_/]-?innen|Innen)\b")
_TOO = re.compile(r",? too(?=[.,;:!?)]|$)", re.IGNORECASE)  # also; before another word it is beyond what is right
# `zu schwer`, and no infinitive, place or person: `zu zeigen`, `zu Fuß`, `zu jeder Zeit`
_ZU = re.compile(
    r"\bzu (?=(?!(?:[mds]ein|ihr|unser|eue?r|k?ein|jed|all|dies|jen|welch|manch|beid|ander|d)(?:e[mnrs]?|ie|as)?\b|(?:mir|dir|ihm|uns|euch|tun|sein|zweit|dritt|viert|rande|hause|eigen|wenigen)\b)"
    r"[a-zäöüß]{3,}\b)(?![a-zäöüß]+(?:en|ern|eln)\b)"
)
_INFIX = re.compile(
    r"\b(ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|um|vor|weg|weiter|zurück|zusammen)zu([^\W\d_]{3,}en)\b",
    re.IGNORECASE,
)
_UNSPACED = re.compile("[\u3040-\u30ff]")
_LONG_END = re.compile("([\u30a1-\u30fa][\u30a1-\u30fa\u30fc]{2,})\u30fc(?![\u30a1-\u30ff])")  # `サーバー`, `サーバ`
_NEGATED = re.compile(r"\b(?:not|no|never|cannot|nicht|nie|kein\w{0,2})\b|n't\b", re.IGNORECASE)
_SOWOHL = re.compile(r"\bsowohl ([^,;:()]{1,60}?),? als auch ", re.IGNORECASE)


_Phrases = tuple[tuple[str, ...], tuple[str, ...]]  # how they go on after their first word, and what stands for each


@dataclass(frozen=True, slots=True)
class Synonyms:
    """All languages together, save where a stem depends on it.

    `phrases` has by its first word how each phrase goes on and what stands for it, the longest first; nothing stands for
    one that says nothing. `unspaced` are those of languages that put no blanks between words. `irregular` maps a form to
    its word, `stems` the stem of a word to the one that stands for all that say the same, by whether it is German.
    `floating` are adverbs that say the same wherever they stand. An aside begins with one of `openings`, and has no
    other words than `aside_words`.
    """

    phrases: dict[str, _Phrases]
    unspaced: dict[str, str]
    irregular: dict[str, str]
    stems: dict[bool, dict[str, str]]
    floating: frozenset[str]
    openings: tuple[str, ...]
    aside_words: frozenset[str]


@cache
def read_synonyms() -> Synonyms:
    """The synonyms that come with the package."""
    data: dict[str, Any] = json.loads((resources.files(__package__) / "synonyms.json").read_text(encoding="utf-8"))
    irregular = {form: word for forms in data["irregular"].values() for form, word in forms.items()}
    spaced = {language: words for language, words in data["phrases"].items() if language not in data["unspaced"]}
    return Synonyms(
        phrases=_read_phrases(spaced, irregular),
        unspaced={
            one: word for name in data["unspaced"] for word, said in data["phrases"][name].items() for one in said
        },
        irregular=irregular,
        stems={
            german: _read_stems(
                [group for name in data["words"] if (name == "de") == german for group in data["words"][name]], german
            )
            for german in (False, True)
        },
        floating=frozenset(word for words in data["floating"].values() for word in words),
        openings=tuple(data["asides"]["openings"]),
        aside_words=frozenset(data["asides"]["words"]),
    )


def _read_phrases(by_language: dict[str, dict[str, list[str]]], irregular: dict[str, str]) -> dict[str, _Phrases]:
    forms: dict[str, list[str]] = defaultdict(list)
    for form, word in irregular.items():
        forms[word].append(form)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for phrases in by_language.values():
        for word, sources in phrases.items():
            for source in sources:
                for phrase in spell_phrase(source, forms):
                    first = _WORD.findall(phrase)[0]
                    past = "~" in source and (
                        first.endswith("ed") or (first in irregular and not first.endswith("ing"))
                    )
                    found[first][phrase.removeprefix(first)] = _tell_past(word) if past else word
    return {first: _longest_first(words) for first, words in found.items()}


def _tell_past(phrase: str) -> str:
    """What stands for a phrase whose verb is in the past, so that it is: `conducted interviews` is `interviewed`."""
    verb, blank, rest = phrase.partition(" ")
    return inflect(verb)[2] + blank + rest


def _longest_first(words: dict[str, str]) -> _Phrases:
    rests = tuple(sorted(words, key=len, reverse=True))
    return rests, tuple(words[rest] for rest in rests)


def spell_phrase(source: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """What `{at|with} ease` and `take~ place` stand for: each choice, every form of a verb, of which `irregular` has some."""
    choice = _CHOICE.search(source)
    if choice:
        for one in choice[1].split("|"):
            yield from spell_phrase(source[: choice.start()] + one + source[choice.end() :], irregular)
        return
    verb, sign, rest = source.partition("~")
    forms = {verb, *inflect(verb), *irregular.get(verb, ())} if sign else {verb}
    yield from (form + rest for form in forms)


def _read_stems(groups: list[list[str]], german: bool) -> dict[str, str]:
    return {stem(word, german): stem(group[0], german) for group in groups for word in group}


def fold_phrases(text: str) -> str:
    """A text with one phrase for all that say the same: `prior to` as `before`, `both A and B` as `A and B`."""
    synonyms = read_synonyms()
    if ("oth " in text or "owohl " in text) and not _NEGATED.search(text):  # `not both A and B` leaves one of them
        text = _BOTH.sub("", _SOWOHL.sub(r"\1 und ", text))
    if "too" in text:
        text = _TOO.sub("", text)
    if "nnen" in text:
        text = _FORMS.sub(r"\1", _PAIR.sub(r"\2", text))
    if "zu" in text:
        text = _ZU.sub("allzu ", _INFIX.sub(r"\1\2", text))
    if synonyms.unspaced and _UNSPACED.search(text):
        text = _LONG_END.sub(r"\1", text)
        text = _unspaced().sub(lambda match: synonyms.unspaced[match[0]], text)
    return _replace(text, synonyms.phrases)


def _replace(text: str, phrases: dict[str, _Phrases]) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # `İ` becomes two letters
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    written: list[str] = []
    at = 0
    for match in _WORD.finditer(lowered):
        if match[0] not in phrases:
            continue
        start, after = match.span()
        rests, words = phrases[match[0]]
        if start < at or not lowered.startswith(rests, after) or (start and _is_letter(lowered[start - 1])):
            continue
        for rest, word in zip(rests, words, strict=True):
            end = after + len(rest)
            if lowered.startswith(rest, after) and not _is_letter(lowered[end : end + 1]):
                written += (text[at:start], word)
                at = end + (lowered[end : end + 1] == "," and (not word or not start))
                break
    return "".join([*written, text[at:]]) if at else text


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@cache
def _unspaced() -> re.Pattern[str]:
    longest_first = sorted(read_synonyms().unspaced, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


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
