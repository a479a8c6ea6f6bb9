"""Whether one of two sentences says that something was done, and the other that it will be."""

from __future__ import annotations

import re

from ..language.lexicon import read_lexicon
from ..language.meaning import Meaning
from ..language.synonyms import read_synonyms
from .voice import read_participle

_WORD = re.compile(r"'ve|[^\W\d_]+")
_WILL = 2.0
_NEAR = 3  # words after `has` among which its English participle stands: `has already been`


def is_other_time(old: str, new: str, before: Meaning, after: Meaning) -> bool:
    """Whether what was done is now promised, or the other way round: `has been certified`, `will be certified`, `is getting certified`.

    What is so today and what will be so is one promise: a press release is written as if from the day of the launch.

    Args:
        old: a sentence as `normalise` returns it.
        new: the one that stands in its place.
        before: the old one, taken apart.
        after: the new one.
    """
    sides = ((old, before, after, new), (new, after, before, old))
    return any(_is_promised_of(*side) or _is_underway_of(*side) for side in sides)


def _is_promised_of(past: str, done: Meaning, due: Meaning, future: str) -> bool:
    if _WILL not in due.modals or (_WILL in done.modals and not done.german) or _tells_past(future, due):
        return False
    if _tells_past(past, done):
        return True
    forms = {unit.stem: unit.word for unit in due.units}
    return not done.german and any(
        _is_past_form(unit.word) and not _is_past_form(forms.get(unit.stem, unit.word)) for unit in done.units
    )


def _is_underway_of(past: str, done: Meaning, going: Meaning, present: str) -> bool:
    """Whether what was done is only being done: `have signed`, `are signing`."""
    if done.german or not _tells_past(past, done) or _tells_past(present, going):
        return False
    stems = {unit.stem for unit in done.units if _is_past_form(unit.word)}
    words = _WORD.findall(present.casefold())
    at = next((n for n, word in enumerate(words) if word in read_lexicon().progressive), len(words))
    following = words[at + 1 : at + 1 + _NEAR]
    return any(unit.word.endswith("ing") and unit.stem in stems and unit.word in following for unit in going.units)


def _tells_past(text: str, meaning: Meaning) -> bool:
    """Whether a sentence has an auxiliary of the past, or `has` before a participle."""
    lexicon = read_lexicon()
    words = _WORD.findall(text.casefold())
    if not lexicon.past.isdisjoint(words):
        return True
    at = next((n for n, word in enumerate(words) if word in lexicon.perfect), len(words))
    if meaning.german:
        return any(read_participle(unit, german=True) for unit in meaning.units if unit.word in words[at:])
    return any(_is_past_form(word) for word in words[at + 1 : at + 1 + _NEAR])


def _is_past_form(word: str) -> bool:
    return word.endswith("ed") or word in read_synonyms().irregular
