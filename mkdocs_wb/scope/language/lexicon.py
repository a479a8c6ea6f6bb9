"""The words that a comparison must know, by language, as data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Role = Literal["negation", "modal", "person", "and", "or", "bound", "skipped", "break"]

CAN = 1.5  # what one is able to do: more than what may or should be, less than what will be


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages together: a document may mix them, and their words hardly clash.

    `commitment` maps a modal word, or a phrase as one word, to its strength, 0 (may) to 3 (must); `hedged` finds the phrases.
    `roles` says what each of the words below is for the words after it; what has no role is content. `skipped` say nothing
    by themselves. `bound` are prepositions that a meaning hangs on (by, from, until), `loose` those
    that matter only where the order of the words changes (of, to, with), `phrase` those that open a phrase that may move, `particles` those that say something where nothing follows them.
    `fixed` are adverbs whose place matters, `clauses` open a clause that may stand before or after another,
    `conditions` one that narrows down what the rest of a sentence says, as German `relatives` do after a comma (of English ones it matters to whom they belong);
    what comes after `governing` words, or in one sentence with `burdens` on the customer, need not be a promise, and `passing` words take
    some of it back. `charges` are burdens wherever they stand, `paying` words none where it is us.
    `limits` are the words of a sentence that takes something out of the promise (`narrowing` ones leave the one thing that they stand beside, `excepting` ones begin what is taken out), `outside` those of a heading that does, `signposts` begin
    a heading that only says what comes below.
    `spending` are verbs that say what something takes of time, whatever the order of the words.
    `focus` are words that speak of the next one alone, `states` participles that promise how something is, and where it only
    can be so, promise less.
    `possessives` say whose something is, so that a modal before them goes on; `resuming` are pronouns that name again
    what the sentence before spoke of.
    `announcing` finds a word by which a release opens, `openings` a phrase that leads over to a sentence, `unplaced` a dateline that nobody filled in, `marked` what a bracket calls a draft.
    `signs` tell something where others decorate, `shortcodes` are their names between colons, `icons` words in the names of icon sets.
    `actors` say of an abbreviation only that it stands for one who acts (`a TA agent` is a TA). `instruments`
    are for something, or to do it (`a tool for finding deer`, `to find deer`).
    `confused` are two words of which one is a slip for the other: no sentence can have either.
    `variants` maps British spellings to American ones, `cases` German articles to the case they give (`direct` is the subject or the object, `oblique` neither).
    `subjects` are pronouns that are never an object, `every` begins what says how often (`every 5 minutes`),
    `impersonal` are German pronouns for nobody in particular (`man sieht`).
    `past` are auxiliaries of what is over, `perfect` those that are so before a participle, `progressive` those before what is only being done, `passive` those before what is done to somebody.
    `launching` are verbs that a product's name follows, `alongside` phrases before the name of what it works with, `platforms` what it may run on, `folders` what folders of documents are called, `claiming` words
    that promise something even in a name, `unnamed` what a template calls a product that has none,
    `bracketed` finds it in brackets, `nameless` in capitals too, and a blank that is to be filled in.
    `plain` are ordinary words, so that another word is not taken for a slip of one.
    """

    roles: dict[str, Role]
    commitment: dict[str, float]
    hedged: re.Pattern[str]
    skipped: frozenset[str]
    bound: frozenset[str]
    loose: frozenset[str]
    phrase: frozenset[str]
    particles: frozenset[str]
    ands: frozenset[str]
    breaks: frozenset[str]
    fixed: frozenset[str]
    clauses: frozenset[str]
    conditions: frozenset[str]
    relatives: frozenset[str]
    governing: frozenset[str]
    burdens: frozenset[str]
    paying: frozenset[str]
    charges: frozenset[str]
    passing: frozenset[str]
    persons: dict[str, int]
    subjects: frozenset[str]
    past: frozenset[str]
    passive: frozenset[str]
    perfect: frozenset[str]
    progressive: frozenset[str]
    every: frozenset[str]
    impersonal: frozenset[str]
    cases: dict[str, str]
    limits: frozenset[str]
    narrowing: frozenset[str]
    excepting: frozenset[str]
    outside: frozenset[str]
    signposts: frozenset[str]
    spending: frozenset[str]
    focus: frozenset[str]
    states: frozenset[str]
    possessives: frozenset[str]
    resuming: frozenset[str]
    audience: frozenset[str]
    audience_ends: frozenset[str]
    actors: frozenset[str]
    instruments: frozenset[str]
    signs: str
    shortcodes: dict[str, str]
    icons: dict[str, str]
    confused: frozenset[frozenset[str]]
    misspellings: dict[str, str]
    variants: dict[str, str]
    plain: frozenset[str]
    launching: frozenset[str]
    alongside: frozenset[str]
    platforms: frozenset[str]
    folders: frozenset[str]
    claiming: frozenset[str]
    unnamed: frozenset[str]
    bracketed: re.Pattern[str]
    nameless: re.Pattern[str]
    german: frozenset[str]
    english: frozenset[str]
    announcing: re.Pattern[str]
    openings: re.Pattern[str]
    found_at: re.Pattern[str]
    placeholder: re.Pattern[str]
    unplaced: re.Pattern[str]
    marked: re.Pattern[str]


@cache
def read_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    data: dict[str, Any] = json.loads((resources.files(__package__) / "lexicon.json").read_text(encoding="utf-8"))
    commitment = _strengths(data["commitment"])
    phrases = _strengths(data["commitment_phrases"])
    telling = ("function_words", "bound", "loose", "and", "or", "negation")
    by_language = {name: frozenset(word for key in telling for word in data[key][name]) for name in ("en", "de")}
    return Lexicon(
        roles=_read_roles(data),
        commitment=commitment
        | {as_one(phrase): strength for phrase, strength in phrases.items()}
        | dict.fromkeys(_words(data["ability"]), CAN),
        hedged=re.compile(rf"(?:(?<!\w)|(?='))(?:{_longest_first(phrases)})(?!\w)", re.IGNORECASE),
        skipped=_words(data["function_words"]) | _words(data["loose"]) | _words(data["phrase"]),
        bound=_words(data["bound"]),
        loose=_words(data["loose"]),
        phrase=_words(data["phrase"]) | _words(data["bound"]),
        particles=_words(data["particles"]),
        ands=_words(data["and"]),
        breaks=_words(data["breaks"]),
        fixed=_words(data["fixed"]),
        clauses=_words(data["clauses"]),
        conditions=_words(data["conditions"]),
        relatives=_words(data["relatives"]),
        governing=_words(data["governing"]),
        burdens=_words(data["burdens"]) | _words(data["charges"]),
        paying=_words(data["paying"]),
        charges=_words(data["charges"]),
        passing=_words(data["passing"]),
        subjects=_words(data["subjects"]),
        past=_words(data["past"]),
        passive=_words(data["passive"]),
        perfect=_words(data["perfect"]),
        progressive=_words(data["progressive"]),
        every=_words(data["every"]),
        impersonal=_words(data["impersonal"]),
        persons={word: int(person) for person, words in data["persons"].items() for word in _words(words)},
        cases={word: case for case, words in data["cases"].items() for word in words},
        limits=_words(data["limits"]),
        narrowing=_words(data["narrowing"]),
        excepting=_words(data["excepting"]),
        outside=_words(data["outside"]),
        signposts=_words(data["signposts"]),
        spending=_words(data["spending"]),
        focus=_words(data["focus"]),
        states=_words(data["states"]),
        possessives=_words(data["possessives"]),
        resuming=_words(data["resuming"]),
        audience=_words(data["audience"]),
        audience_ends=_words(data["audience_ends"]),
        actors=_words(data["actors"]),
        instruments=_words(data["instruments"]),
        signs=data["signs"],
        shortcodes=data["shortcodes"],
        icons=data["icons"],
        confused=frozenset(frozenset(pair) for pairs in data["confused"].values() for pair in pairs),
        misspellings=_values(data["misspellings"]),
        variants=data["variants"],
        plain=_words(data["look_alikes"]) | _words(data["common"]),
        launching=_words(data["launching"]),
        alongside=_words(data["alongside"]),
        platforms=_words(data["platforms"]),
        folders=_words(data["folders"]),
        claiming=_words(data["claiming"]),
        unnamed=_words(data["unnamed"]),
        bracketed=re.compile(rf"\[(?i:{_any(data['unnamed'])})\]"),
        nameless=_read_nameless(_words(data["unnamed"])),
        german=by_language["de"] - by_language["en"],
        english=by_language["en"] - by_language["de"],
        announcing=re.compile(rf"\b(?:{_any(data['announcing'])})\b", re.IGNORECASE),
        openings=_read_openings(data["leading_over"].values()),
        found_at=re.compile(rf"\b(?:{_any(data['found_at'])})[:\s]\W*$", re.IGNORECASE),
        placeholder=re.compile(
            rf"(?!\[[^\[\]]*\b(?:{_any(data['placeholder_partners'])})s?\b){_bracket(data['placeholder_names'])}",
            re.IGNORECASE,
        ),
        unplaced=re.compile(
            rf"^\W*?{_bracket(data['placeholder_places'])}(?:[,\s-]*{_bracket(data['placeholder_places'])})*\s*- ",
            re.IGNORECASE,
        ),
        marked=re.compile(rf"\[(?:{_any(data['placeholder_marks'])}):?\s+([^\[\]]+)\]", re.IGNORECASE),
    )


def as_one(phrase: str) -> str:
    """A phrase as one word: `plan_to`."""
    return "_".join(phrase.casefold().lstrip("'").split())


def _strengths(data: dict[str, Any]) -> dict[str, float]:
    return {word: float(strength) for strength, words in data.items() for word in _words(words)}


def _read_roles(data: dict[str, Any]) -> dict[str, Role]:
    """What each word is for those after it; of several roles the last one here counts."""
    roles: dict[str, Role] = dict.fromkeys(_words(data["breaks"]), "break")
    for name in ("function_words", "loose", "phrase"):
        roles |= dict.fromkeys(_words(data[name]), "skipped")
    named: tuple[tuple[str, Role], ...] = (("bound", "bound"), ("or", "or"), ("and", "and"))
    for name, role in named:
        roles |= dict.fromkeys(_words(data[name]), role)
    for words in data["persons"].values():
        roles |= dict.fromkeys(_words(words), "person")
    for words in (*data["commitment"].values(), data["ability"]):
        roles |= dict.fromkeys(_words(words), "modal")
    roles |= dict.fromkeys(map(as_one, _strengths(data["commitment_phrases"])), "modal")
    return roles | dict.fromkeys(_words(data["negation"]), "negation")


def _bracket(by_language: dict[str, list[str]]) -> str:
    """What finds a placeholder that has one of some words in it."""
    return rf"\[[^\[\]]{{0,40}}\b(?:{_any(by_language)})\b[^\[\]]{{0,40}}\]"


def _read_nameless(unnamed: Iterable[str]) -> re.Pattern[str]:
    """`[App Name]`, `Project Name`, `______`, `......`."""
    unnamed = list(unnamed)
    several = [" ".join(map(str.capitalize, words)) for one in unnamed if len(words := one.split()) > 1]
    return re.compile(
        rf"\[(?i:{_longest_first(unnamed)})\]|\b(?:{_longest_first(several)})\b|(?<![\w.])(?:_{{3,}}|\.{{4,}})(?![\w.])"
    )


def _read_openings(languages: Iterable[dict[str, list[str]]]) -> re.Pattern[str]:
    """What finds a phrase that leads over, up to its comma; what it leads from is its only group."""
    languages = list(languages)
    alone, more = (_longest_first(word for one in languages for word in one[key]) for key in ("alone", "of_something"))
    return re.compile(rf"(?:(?:{alone})|(?:{more}) ([^,;:.!?]{{2,60}})), (?=\w)", re.IGNORECASE)


def _any(by_language: dict[str, list[str]]) -> str:
    return _longest_first(_words(by_language))


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _words(by_language: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(word for words in by_language.values() for word in words)


def _values(by_language: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {word: value for values in by_language.values() for word, value in values.items()}
