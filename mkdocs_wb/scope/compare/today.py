"""Whether two sentences tell the same of how things are today: who has which pain, and by whom.

A problem may be told with more prepositions or fewer. Who does what to whom may not change places: it is another
customer then.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ..language.lexicon import read_lexicon
from ..language.meaning import Meaning
from ..language.reading import Unit
from ..language.spelling import Known
from .order import same_order, same_units

_SAME = (frozenset({"of", "to", "for"}), frozenset({"zu", "zum", "zur", "für"}))  # the search of, or for, the herd


def is_same_today(old: Meaning, new: Meaning, known: Known) -> bool:
    """Whether a description of today has the same words, and each of them still does what it did."""
    if not same_units(_without_prepositions(old.units), _without_prepositions(new.units), known):
        return False
    if _is_turned(old.units, new.units):
        return False
    # `Two riders take three days for a count`, `A count takes two riders three days`
    spends = bool(old.figures) and any(unit.word in read_lexicon().spending for unit in old.units)
    return spends or same_order(old, new, known)


def _without_prepositions(units: Sequence[Unit]) -> list[Unit]:
    return [unit._replace(lead=tuple(word for word in unit.lead if word == "not")) for unit in units]


def _is_turned(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether a preposition gave way to one that says another thing (`by`, `for`), or went to another word."""
    before, after = _find_prepositions(old), _find_prepositions(new)
    lost, gained = Counter[str](), Counter[str]()
    for stem in before.keys() | after.keys():
        gone, come = before[stem] - after[stem], after[stem] - before[stem]
        if gone and come and not any(same.issuperset({*gone, *come}) for same in _SAME):
            return True
        lost += gone
        gained += come
    return bool(lost & gained)


def _find_prepositions(units: Sequence[Unit]) -> defaultdict[str, Counter[str]]:
    """Of each word of content the prepositions before it."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for unit in units:
        found[unit.stem].update(word for word in {*unit.lead, *unit.loose} if word != "not")
    return found
