"""Whether two sentences have the same words of content, and in an order that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from ..language.lexicon import read_lexicon
from ..language.meaning import Meaning
from ..language.reading import OWNS, WITH, Unit
from ..language.spelling import Known, is_slip
from ..language.synonyms import read_synonyms

_MOST_SLIPS = 6
_SHORT = 2  # words that own or are owned


def same_units(old: Sequence[Unit], new: Sequence[Unit], known: Known) -> bool:
    """Whether the words of content are the same, with what hangs on them, but for order and slips of the pen.

    What comes after a comma may be one more of a list (`for farmers, vets and buyers`), or begin the sentence that a
    phrase stood before (`Within an hour, the vet knows`).
    """
    old, new = (_with_purposes(units) for units in (old, new))
    if _pair_slips(old, new, known) is not None:
        return True
    if not any(unit.carried for unit in (*old, *new)):
        return False
    left, right = ([unit._replace(lead=()) if unit.carried else unit for unit in side] for side in (old, new))
    return _pair_slips(left, right, known) is not None


def _with_purposes(units: Sequence[Unit]) -> Sequence[Unit]:
    """Units with `a tool for finding` as `a tool to find`."""
    instruments = read_lexicon().instruments
    return [
        unit._replace(lead=tuple(word for word in unit.lead if word != "for"), loose=(*unit.loose, "to"))
        if "for" in unit.lead and unit.word.endswith("ing") and at and units[at - 1].word in instruments
        else unit
        for at, unit in enumerate(units)
    ]


def _pair_slips(old: Sequence[Unit], new: Sequence[Unit], known: Known) -> dict[str, str] | None:
    """The mistyped stems of the new version → the old ones; None where the words are not the same."""
    left = Counter((unit.stem, unit.lead) for unit in old)
    right = Counter((unit.stem, unit.lead) for unit in new)
    missing, extra = left - right, right - left
    if len(missing) != len(extra) or sum(missing.values()) > _MOST_SLIPS or missing.total() != extra.total():
        return None
    words = {unit.stem: unit.word for unit in [*old, *new]}
    slips: dict[str, str] = {}
    for stem_, lead in list(missing):
        slip = next((other for other, its in extra if its == lead and is_slip(words[stem_], words[other], known)), None)
        if slip is None:
            return None
        slips[slip] = stem_
        del extra[slip, lead]
    return slips


def same_order(old: Meaning, new: Meaning, known: Known) -> bool:
    """Whether the new order only moves a phrase.

    One block may go from one end of the sentence to the other (`At night the map shows …`); within it, a phrase that
    a preposition opens, or items that `and` joins. Two words that changed places say something else.
    """
    slips = _pair_slips(old.units, new.units, known) or {}
    before = list(old.units)
    after = [unit._replace(stem=slips.get(unit.stem, unit.stem)) for unit in new.units]
    left, right = [unit.stem for unit in before], [unit.stem for unit in after]
    if left == right:
        turned = _is_turned(before, after) or _is_turned(after, before)
        return not turned and not _is_other_relative(before, after)
    if _focussed(before) != _focussed(after):
        return False
    german = old.german or new.german
    objects = old.objects & new.objects if german else frozenset()
    first, last = _trim(left, right)
    cut = _find_rotation(left[first:last], right[first:last])
    if cut is not None:
        whole = first == 0 and last == len(left)
        places = ((before, first + cut), (after, last - cut))
        openings = [units[at] for units, at in places]
        stays_phrase = (openings[0].phrase, after[first].phrase), (before[first].phrase, openings[1].phrase)
        listed = all(unit.joined for unit in openings) and not _is_clause(before, first, last)
        moves_phrase = any(all(sides) for sides in stays_phrase) or listed
        moves_phrase = moves_phrase or any(_is_object(units, at, objects) for units, at in places)
        if _is_owned(before[first:last], after[first:last], cut) or _is_owned(
            after[first:last], before[first:last], last - first - cut
        ):
            return _same_loose(_with_of(before), _with_of(after))
        if moves_phrase or (whole and all(one == other for one, other in stays_phrase)):
            return _same_loose(before, after)
    if _only_adverb_moved(before, after):
        return True
    return german and (_is_inverted(before, after, objects) or _is_verb_last(old, new))


def _focussed(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """What `only`, `even` or `nearly` speaks of: the word after it."""
    focus, stems = read_lexicon().focus, [*(unit.stem for unit in units[1:]), ""]
    return sorted((unit.stem, after) for unit, after in zip(units, stems, strict=True) if unit.word in focus)


def _is_clause(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether what moved is no list, but two clauses: `If it rains, the pump stops`."""
    if any(unit.clause for unit in units[first + 1 : last]) and not units[first].joined:
        return True  # `Vets pay owners, and buyers pay nothing`
    opened = first > 0 and units[first - 1].word in read_lexicon().clauses
    goes_on = last < len(units) and units[last].joined  # `if vets, farmers and buyers agree`
    return opened and not goes_on and any(unit.comma for unit in units[first:last])


def _is_owned(plain: Sequence[Unit], owner: Sequence[Unit], cut: int) -> bool:
    """Whether `the notes of the owner`, cut before the owner, became `the owner's notes`."""
    short = 0 < cut <= _SHORT and 0 < len(plain) - cut <= _SHORT
    return short and "of" in plain[cut].loose and OWNS in owner[len(plain) - cut - 1].loose


def _is_turned(plain: Sequence[Unit], owner: Sequence[Unit]) -> bool:
    """Whether `the vet of the farmer` became `the vet's farmer`: the words stand in one order, and say the other thing."""
    pairs = zip(plain[1:], owner, strict=False)
    return any("of" in one.loose and OWNS in other.loose for one, other in pairs)


def _is_other_relative(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether `who` or `that` went elsewhere: `Vets who help owners get paid`, `Vets help owners who get paid`."""
    relatives = read_lexicon().relatives
    told = [{at: unit.loose for at, unit in enumerate(side) if at} for side in (old, new)]
    places = [{at for at, loose in side.items() if not relatives.isdisjoint(loose)} for side in told]
    if len(places[0]) == len(places[1]):
        return places[0] != places[1]
    return any(
        old[at].word == new[at].word
        and "who" in told[0][at] + told[1][at]
        and WITH.isdisjoint(told[0][at] + told[1][at])
        for at in places[0] ^ places[1]
    )


def _with_of(units: Sequence[Unit]) -> list[Unit]:
    return [unit._replace(loose=tuple("of" if word == OWNS else word for word in unit.loose)) for unit in units]


def _is_object(units: Sequence[Unit], at: int, objects: Set[str]) -> bool:
    """Whether what begins here is one of the objects of a German sentence (`den Anruf`, `jeden Anruf`)."""
    at += units[at].word in read_lexicon().cases and at + 1 < len(units)
    return units[at].stem in objects


def _only_adverb_moved(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether an adverb went elsewhere within what one verb says (`It quickly finds deer`)."""
    left, right = ([unit.stem for unit in side] for side in (old, new))
    first, last = _trim(left, right)
    breaks = read_lexicon().breaks
    if any(unit.joined or unit.stem in breaks for unit in (*old[first:last], *new[first:last])):
        return False
    for index in (first, last - 1):
        if _floats(old[index]):
            rest = [*right[first:last]]
            rest.remove(left[index])
            if left[first:index] + left[index + 1 : last] == rest and _same_loose(old, new):
                return True
    return False


def _floats(unit: Unit) -> bool:
    """Whether a word says the same wherever it stands."""
    adverb = unit.stem.endswith("li") and unit.word not in read_lexicon().fixed
    return (adverb or unit.word in read_synonyms().floating) and not unit.lead


def _trim(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """Where two lists of the same length begin to differ, and where they end to."""
    first, last = 0, len(left)
    while first < last and left[first] == right[first]:
        first += 1
    while last > first and left[last - 1] == right[last - 1]:
        last -= 1
    return first, last


def _find_rotation(left: Sequence[str], right: Sequence[str]) -> int | None:
    """How many words went from the head of `left` to its end to make `right`; None where that is not what happened."""
    text = "\0" + "\0".join(left) + "\0"
    at = (text + text[1:]).find("\0" + "\0".join(right) + "\0")
    return text[: at + 1].count("\0") - 1 if at >= 0 else None


def _same_loose(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether `of` and `to` stand before the same words; the `to` of `to walk` may stand for the end of `walking`."""
    left, right = (sorted(_without_with(units)) for units in (old, new))
    for one, other in zip(left, right, strict=True):
        if one.loose != other.loose:
            bare = other if one.loose == ("to",) else one
            if {one.loose, other.loose} != {("to",), ()} or not bare.word.endswith("ing"):
                return False
    return True


def _without_with(units: Sequence[Unit]) -> list[Unit]:
    """`without fees` may be `with no fees`, wherever it stands; and where a phrase moves, `which is` may come or go."""
    free = WITH | read_lexicon().relatives
    return [unit._replace(loose=tuple(word for word in unit.loose if word not in free)) for unit in units]


def _is_inverted(old: Sequence[Unit], new: Sequence[Unit], objects: Set[str]) -> bool:
    """Whether a phrase or object went to the head of a German sentence or from it, and the verb to its second place."""
    for ahead, other in ((new, old), (old, new)):
        left, right = [unit.stem for unit in ahead], [unit.stem for unit in other]
        clause = ahead[0].word in read_lexicon().clauses or _is_object(ahead, 0, objects)
        for size in range(1, 9 if clause else 4):
            phrase = left[:size]
            if not (ahead[0].phrase or clause or _floats(ahead[0])) or len(left) <= size + 1:
                continue
            verb = right.index(left[size]) if left[size] in right else 0
            for at in range(verb + 1, len(right) - size + 1 if verb else 0):
                there = right[:at] + right[at + size :]
                if right[at : at + size] == phrase and left[size:] == [there[verb], *there[:verb], *there[verb + 1 :]]:
                    return True
    return False


def _is_verb_last(old: Meaning, new: Meaning) -> bool:
    """Whether a German verb went to the end because a modal took its place (`zeigt die Herde`, `kann die Herde zeigen`)."""
    for plain, modal in ((old, new), (new, old)):
        if modal.modals and not plain.modals and modal.units[-1].word.endswith("n"):
            left, right = ([unit.stem for unit in meaning.units] for meaning in (plain, modal))
            verb = left.index(right[-1]) if right[-1] in left else 0
            if verb and left[:verb] + left[verb + 1 :] == right[:-1]:
                return True
    return False
