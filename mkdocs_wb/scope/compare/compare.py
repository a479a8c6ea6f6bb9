"""The kind of a change between two sentences that correspond and are not the same.

Where it is not certain that both say the same, they do not.
"""

from __future__ import annotations

import re
from collections import Counter

from ..language.lexicon import CAN, read_lexicon
from ..language.meaning import Meaning, has_letters, read_letters, understand
from ..language.reading import WITH
from ..language.spelling import Known, is_confused
from ..language.weekdays import without_added_weekdays
from ..names.addresses import without_documents
from ..silent.circumstance import without_circumstance, without_openings, without_speaker
from .order import same_order, same_units
from .tense import is_other_time
from .today import is_same_today
from .voice import is_other_voice, is_turned

_EMPTY = frozenset({"", "-", "..."})  # cells that say nothing
_SCHEME = re.compile(r"https?://(?:www\.)?(?=\w)")  # `https://www.deer.example`, `deer.example`
_BOUNDS = "<>≤≥~="
_CASES = frozenset({"nominative", "accusative", "dative"})
_FIRMER = 0.35  # how far apart two words are of which one is firmer
_PROMISED, _FIGURE, _REWORDED = "promise-changed", "figure-changed", "reworded"


def classify(
    old: str, new: str, known: Known, *, german: bool = False, loosely: bool = False, ours: bool = True
) -> str:
    """The kind of change.

    Args:
        old: a sentence as `normalise` returns it.
        new: the one that stands in its place.
        known: whether a word occurs elsewhere in either version.
        german: the language of the document.
        loosely: whether it describes how things are today, where prepositions come and go.
        ours: whether `we` is who promises, and no customer who says what `we can` do now.
    """
    if "://" in old + new and _SCHEME.sub("", old) == _SCHEME.sub("", new):
        return _REWORDED
    old, new = without_openings(without_speaker(*(without_circumstance(text) for text in (old, new))), known)
    old, new = without_documents(*without_added_weekdays(old, new))
    if old == new or is_confused(old, new):
        return _REWORDED
    before, after = understand(old, german=german), understand(new, german=german)
    if (
        read_letters(old) == read_letters(new)
        and before.figures == after.figures
        and before.negations == after.negations
        and before.persons == after.persons
    ):
        kind = "" if same_units(before.units, after.units, known) else _REWORDED  # an other, another
        if kind and before.ors == after.ors:
            return kind
    if before.figures != after.figures:
        return _PROMISED if _only_bounded(before, after) else _FIGURE
    if is_other_time(old, new, before, after):
        return _PROMISED
    if before.ors == after.ors and is_other_voice(before, after):
        return _compare_strength(before, after, ours=ours) or _REWORDED
    same = is_same_today(before, after, known) if loosely else same_units(before.units, after.units, known)
    other = (_other_person, _other_case, _other_company)
    if (
        before.ors != after.ors
        or not same
        or any(differs(before, after) for differs in other)
        or is_turned(old, new, before, after)
    ):
        return _PROMISED
    if not loosely and not same_order(before, after, known):
        words = [
            [unit.stem for unit in units if not unit.stem.startswith("#")] for units in (before.units, after.units)
        ]
        return _FIGURE if words[0] == words[1] and before.figures else _PROMISED
    return _compare_strength(before, after, ours=ours) or _REWORDED


def classify_row(old: str, new: str, known: Known, *, german: bool = False) -> str:
    """The kind of change between two rows of a table, which say what they say cell by cell."""
    left, right = ([cell.strip() for cell in row.split("|")] for row in (old, new))
    if len(left) != len(right):
        return _PROMISED
    cells = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    # a bullet or a circle among the cells says yes or no
    if any({a, b} - _EMPTY and not has_letters(a + b) for a, b in cells):
        return _PROMISED
    kinds = {classify(a, b, known, german=german) for a, b in cells}
    return next(
        (kind for kind in (_FIGURE, _PROMISED, "commitment-hardened", "commitment-softened") if kind in kinds),
        _REWORDED,
    )


def find_audience(text: str) -> frozenset[str]:
    """The words that say for whom (`for deer farmers` in `For deer farmers who walk their fences`)."""
    lexicon = read_lexicon()
    found: set[str] = set()
    hears = False
    for word in re.findall(r"[^\W_]+|[,.;:-]", text.casefold()):
        if word in lexicon.audience:
            hears = True
        elif not word.isalnum() or word in lexicon.audience_ends:
            hears = False
        elif hears and word not in lexicon.skipped:
            found.add(word)
    return frozenset(found)


def _other_person(old: Meaning, new: Meaning) -> bool:
    """Whether `we` became `you`, `you` became `they`: a person that only one version names is none."""
    if not old.persons or not new.persons or old.persons == new.persons:
        return False
    before, after = (
        {root: person for person, root in old.persons},
        {root: person for person, root in new.persons},
    )
    if any(before[root] != after[root] for root in before.keys() & after.keys()):
        return True
    return {person for person, _ in old.persons} != {person for person, _ in new.persons}


def _other_case(old: Meaning, new: Meaning) -> bool:
    """Whether who does it and to whom changed places: `Der Arzt ruft den Bauern`, `Den Arzt ruft der Bauer`.

    What is `die` in one version may be many in the other; where one noun takes it and another loses it, they changed places.
    """
    before, after = ({root: case for case, root in meaning.cases} for meaning in (old, new))
    changes = {(before[root], after[root]) for root in before.keys() & after.keys() if before[root] != after[root]}
    from_direct, to_direct = (any(pair[side] == "direct" for pair in changes) for side in (0, 1))
    return (from_direct and to_direct) or any(_CASES.issuperset(pair) for pair in changes)


def _other_company(old: Meaning, new: Meaning) -> bool:
    """Whether `farms and vets` became `farms with vets`."""
    before, after = (
        {unit.stem: (unit.joined and not unit.comma, not WITH.isdisjoint(unit.loose)) for unit in meaning.units}
        for meaning in (old, new)
    )
    return any({before[stem], after[stem]} == {(True, False), (False, True)} for stem in before.keys() & after.keys())


def _only_bounded(old: Meaning, new: Meaning) -> bool:
    """Whether the figures are the same, and a bound (`at least`) came to one or went from it."""
    before, after = (list(meaning.figures.elements()) for meaning in (old, new))
    bare = [Counter(figure.replace("#", "").lstrip(_BOUNDS) for figure in side) for side in (before, after)]
    counts = [sum(figure[1] in _BOUNDS for figure in side) for side in (before, after)]
    return bare[0] == bare[1] and counts[0] != counts[1]


def _compare_strength(old: Meaning, new: Meaning, *, ours: bool) -> str:
    """`commitment-hardened` where anything is said more firmly, else `commitment-softened` where anything is less so.

    Where one word took the place of another that is hardly firmer (`usually`, `probably`), what is promised is another
    thing, as where nobody must and nobody may (`muss nicht`, `darf nicht`). What a product can do, it does; what we can
    do, or what can be `disabled`, need not be.
    """
    before, after = _strengths(old), _strengths(new)
    firm = _find_firm(old, new, ours=ours)
    harder = softer = False
    for root in before.keys() | after.keys():
        for one, other in zip(before.get(root, ()), after.get(root, ()), strict=False):
            if one == other or ({one, other} == {CAN, None} and root not in firm):
                continue
            left, right = (2.0 if value is None else value for value in (one, other))
            denied = max(left, right) > 2 and all(_is_denied(side, root) for side in (old, new))
            if denied or 0 < abs(right - left) < _FIRMER:
                return _PROMISED
            harder, softer = harder or right > left, softer or right < left
    if not harder and not softer:
        gone, come = (_explicit(a) - _explicit(b) for a, b in ((old, new), (new, old)))
        harder = any(value < 2 for value in gone) or any(value > 2 for value in come)
        softer = not harder and bool(gone or come)
    return "commitment-hardened" if harder else "commitment-softened" if softer else ""


def _find_firm(old: Meaning, new: Meaning, *, ours: bool) -> frozenset[str]:
    """The stems of what is less where it only can be."""
    states = {unit.stem for unit in (*old.units, *new.units) if unit.word in read_lexicon().states}
    mine = {root for person, root in old.persons | new.persons if person == 1 and ours}
    return frozenset(states | mine)


def _strengths(meaning: Meaning) -> dict[str, list[float | None]]:
    found: dict[str, list[float | None]] = {}
    for unit in meaning.units:
        found.setdefault(unit.stem, []).append(unit.strength)
    return found


def _is_denied(meaning: Meaning, root: str) -> bool:
    return any(unit.stem == root and "not" in unit.lead for unit in meaning.units)


def _explicit(meaning: Meaning) -> Counter[float]:
    """The modals that say something: `will` is what every sentence says, `can` what a product is for."""
    return Counter(value for value in meaning.modals if value not in (2.0, CAN))
