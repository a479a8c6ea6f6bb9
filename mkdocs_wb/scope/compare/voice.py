"""Whether one sentence is the other in the passive voice: `Couriers open it`, `It is opened by couriers`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..language.lexicon import read_lexicon
from ..language.meaning import Meaning
from ..language.reading import Unit
from ..language.synonyms import find_root, read_synonyms

_AGENT = {False: ("by",), True: ("von", "vom", "durch")}

# `geöffnet`, `angerufen`; `entwickelt`, `repariert`
_PARTICIPLE = re.compile(
    r"(ab|an|auf|aus|bei|durch|ein|fest|mit|nach|um|vor|weiter|zu|zurück|zusammen)?ge(\w{3,}(?:t|en))"
    r"|(?:be|ent|er|miss|ver|zer)\w{3,}t|\w{3,}iert"
)

_WORD = re.compile(r"'re|[^\W\d_]+")

_Key = tuple[str, tuple[str, ...]]


def is_other_voice(old: Meaning, new: Meaning) -> bool:
    """Whether one of two sentences is the other with its agent after `by` and its object in front."""
    if old.german != new.german or old.figures != new.figures:
        return False
    return _is_passive_of(old, new) or _is_passive_of(new, old)


def is_turned(old: str, new: str, before: Meaning, after: Meaning) -> bool:
    """Whether who does it has it done to them in the other version: `Vets who pay`, `Vets who are paid`.

    Args:
        old: a sentence as `normalise` returns it.
        new: the one that stands in its place.
        before: the old one, taken apart.
        after: the new one.
    """
    if before.german or after.german:
        return False
    suffered = [_find_suffered(text, meaning) for text, meaning in ((old, before), (new, after))]
    if suffered[0] == suffered[1]:
        return False
    return any(
        _does(unit, text) and unit.stem in there
        for meaning, text, there in ((before, old, suffered[1] - suffered[0]), (after, new, suffered[0] - suffered[1]))
        for unit in meaning.units
    )


def _find_suffered(text: str, meaning: Meaning) -> frozenset[str]:
    """The stems of what is done to somebody, as an auxiliary tells."""
    words = _WORD.findall(text.casefold())
    told: set[str] = set()
    passive = False
    for word in words:
        if passive:
            told.add(word)
        passive = word in read_lexicon().passive or (passive and _goes_between(word))
    return frozenset(unit.stem for unit in meaning.units if unit.word in told and read_participle(unit, german=False))


def _goes_between(word: str) -> bool:
    return word.endswith("ly") or word in read_synonyms().floating or read_lexicon().roles.get(word) == "negation"


def _does(unit: Unit, text: str) -> bool:
    """Whether a word says that somebody does it: its own form, or a participle behind who it is."""
    if read_participle(unit, german=False):
        return re.search(rf"\b(?:who|we|they|he|she) {re.escape(unit.word)}\b", text, re.IGNORECASE) is not None
    return not unit.word.endswith("ing")


def _is_passive_of(passive: Meaning, active: Meaning) -> bool:
    told = [(unit.stem, unit.lead) for unit in active.units]
    return any(told == candidate for candidate in _activate(passive.units, german=passive.german))


def _activate(units: Sequence[Unit], *, german: bool) -> Iterator[list[_Key]]:
    """What a sentence may be in the active voice: its agent, the verb, and the rest."""
    signs = _AGENT[german]
    named = [n for n, unit in enumerate(units) if any(sign in unit.lead for sign in signs)]
    if not named:
        return
    start = named[0]
    keys = [(unit.stem, tuple(word for word in unit.lead if word not in signs)) for unit in units]
    for end in range(named[-1] + 1, len(units) + 1):
        agent, after = keys[start:end], keys[end:]
        for at in [end] if german else range(start):
            verb = read_participle(units[at], german=german) if at < len(units) else ""
            if verb and german:
                there = [*keys[:start], *after[1:]]
                yield [*agent, (verb, keys[at][1]), *there]
                yield [*agent, *there, (verb, keys[at][1])]
            elif verb:
                yield [*agent, (verb, keys[at][1]), *keys[:at], *keys[at + 1 : start], *after]


def read_participle(unit: Unit, *, german: bool) -> str:
    """The stem of a participle's verb; empty where a word is none."""
    word = read_lexicon().variants.get(unit.word, unit.word)
    if german:
        bare = _PARTICIPLE.fullmatch(word)
        return find_root((bare[1] or "") + bare[2] if bare[2] else word, german=True) if bare else ""
    return unit.stem if word.endswith("ed") or word in read_synonyms().irregular else ""
