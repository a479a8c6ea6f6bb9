"""The synonyms as data: nothing stands in two groups, nothing stands where it is never looked for."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from importlib import resources
from typing import Any

import pytest

from mkdocs_wb.scope.language.lexicon import read_lexicon
from mkdocs_wb.scope.language.spelling import inflect, stem
from mkdocs_wb.scope.language.synonyms import find_root, fold_phrases, read_synonyms, spell_phrase
from mkdocs_wb.scope.language.writing import normalise

DATA: dict[str, Any] = json.loads((resources.files("mkdocs_wb.scope.language") / "synonyms.json").read_text("utf-8"))
FORMS: dict[str, list[str]] = defaultdict(list)
for form, verb in read_synonyms().irregular.items():
    FORMS[verb].append(form)
PHRASES = [
    (phrase, word)
    for phrases in (DATA["phrases"][language] for language in DATA["phrases"] if language not in DATA["unspaced"])
    for word, sources in phrases.items()
    for source in sources
    for phrase in spell_phrase(source, FORMS)
]


@pytest.mark.parametrize("language", DATA["words"])
def test_no_two_groups_share_a_stem(language: str) -> None:
    irregular = read_synonyms().irregular
    german = language == "de"
    groups = [{stem(irregular.get(word, word), german) for word in group} for group in DATA["words"][language]]
    shared = [root for root, count in Counter(root for group in groups for root in group).items() if count > 1]
    assert not shared
    assert [group for group in groups if len(group) < 2] == []


@pytest.mark.parametrize("language", DATA["words"])
def test_no_group_has_a_word_that_is_read_otherwise(language: str) -> None:
    roles = read_lexicon().roles
    assert [word for group in DATA["words"][language] for word in group if word in roles or not word.isalpha()] == []


def test_no_phrase_stands_for_two() -> None:
    told = {phrase: {word for other, word in PHRASES if other == phrase} for phrase, _ in PHRASES}
    assert {phrase: words for phrase, words in told.items() if len(words) > 1} == {}


def test_every_phrase_is_written_as_it_is_looked_for() -> None:
    assert [phrase for phrase, _ in PHRASES if phrase != phrase.lower() or normalise(phrase) != phrase] == []


def test_what_stands_for_a_phrase_stands_for_itself() -> None:
    assert {word: fold_phrases(word) for _, word in PHRASES if fold_phrases(word) != word} == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It takes place daily.", "It happen daily."),
        ("İt takes place, İ.", "İt happen, İ."),
        ("It is intake place.", "It is intake place."),
        ("It is, of course, here.", "It is,  here."),
        ("2prior to", "2prior to"),
        ("1行です。全て", "1行です。すべて"),
        ("In the U.S., Canada and here", "In the US, Canada and here"),
    ],
)
def test_a_phrase_is_folded_where_it_begins_and_ends_with_a_word(old: str, new: str) -> None:
    assert fold_phrases(old) == new


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("make", ("makes", "making", "maked")),
        ("carry", ("carries", "carrying", "carried")),
        ("get", ("gets", "getting", "getted")),
        ("reach", ("reaches", "reaching", "reached")),
        ("keep", ("keeps", "keeping", "keeped")),
        ("pay", ("pays", "paying", "payed")),
    ],
)
def test_a_verb_is_inflected(verb: str, forms: tuple[str, str, str]) -> None:
    assert inflect(verb) == forms


@pytest.mark.parametrize(
    ("one", "other", "german"),
    [
        ("shown", "displays", False),
        ("chosen", "picks", False),
        ("erhält", "bekommt", True),
        ("ärzten", "arzt", True),
    ],
)
def test_forms_of_words_that_say_the_same_have_one_root(one: str, other: str, german: bool) -> None:
    assert find_root(one, german=german) == find_root(other, german=german)
