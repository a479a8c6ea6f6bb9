"""The kind of a change between two sentences that correspond and are not the same.

Where it is not certain that both say the same, they do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .lexicon import CAN, read_lexicon
from .meaning import Meaning, Unit, read_letters, understand
from .spelling import Known, is_slip

_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)[^\s<>()\"]+|(?:mailto:)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z\d-]+\.)+[a-z]{2,12}\b(?:/[^\s()\"]*)?",
    re.IGNORECASE,
)
_CERTAIN_ADDRESS = re.compile(r"[:@]|^www\.", re.IGNORECASE)
_PLACE = re.compile(
    r"\W*([^\W\d_][\w.' -]{1,40}, ?[^\W\d_][\w.' -]{1,40}?)(?=\W*(?:\d|[^\W\d_]{3,9}\.? \d[^-]{0,20})?[^\w-]*- )"
)
_MOST_SLIPS = 6
_PROMISED, _FIGURE, _REWORDED = "promise-changed", "figure-changed", "reworded"


def classify(old: str, new: str, known: Known, *, german: bool = False, loosely: bool = False) -> str:
    """The kind of change.

    Args:
        old: a sentence as `normalise` returns it.
        new: the one that stands in its place.
        known: whether a word occurs elsewhere in either version.
        german: the language of the document.
        loosely: whether the order of the words, and the prepositions between them, may change: in a description of how
            things are today they promise nothing.
    """
    if _without_circumstance(old) == _without_circumstance(new):
        return _REWORDED
    old, new = _without_speaker(old, new)
    before, after = understand(old, german=german), understand(new, german=german)
    if (
        read_letters(old) == read_letters(new)
        and before.figures == after.figures
        and before.negations == after.negations
    ):
        kind = "" if _same_units(before.units, after.units, known) else _REWORDED  # an other, another
        if kind and before.ors == after.ors:
            return kind
    if before.figures != after.figures:
        return _FIGURE
    if loosely:
        same = _same_units(_without_prepositions(before.units), _without_prepositions(after.units), known)
        return (_compare_strength(before, after) or _REWORDED) if same else _PROMISED
    if before.ors != after.ors or _other_person(before, after) or not _same_units(before.units, after.units, known):
        return _PROMISED
    if not _same_order(before, after, known):
        words = [
            [unit.stem for unit in units if not unit.stem.startswith("#")] for units in (before.units, after.units)
        ]
        return _FIGURE if words[0] == words[1] else _PROMISED
    return _compare_strength(before, after) or _REWORDED


def classify_row(old: str, new: str, known: Known, *, german: bool = False) -> str:
    """The kind of change between two rows of a table, which say what they say cell by cell."""
    left, right = ([cell.strip() for cell in row.split("|")] for row in (old, new))
    if len(left) != len(right):
        return _PROMISED
    kinds = {classify(a, b, known, german=german) for a, b in zip(left, right, strict=True) if a != b}
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


def _without_circumstance(text: str) -> str:
    """A sentence without what promises nothing: where one finds it, where the release was issued, when it was edited."""
    lexicon = read_lexicon()
    edited = lexicon.updated.match(text)
    if edited and len(text[edited.end() :].split()) <= 4:
        return edited[0].casefold()

    def hide(match: re.Match[str]) -> str:
        certain = _CERTAIN_ADDRESS.search(match[0]) or lexicon.found_at.search(text[: match.start()])
        return "@" if certain else match[0]

    if "." in text:
        text = _ADDRESS.sub(hide, text)
    return _PLACE.sub("@", text, count=1) if " - " in text and _PLACE.match(text) else text


def _without_speaker(old: str, new: str) -> tuple[str, str]:
    """Both sentences, where a name stands in the new one for a placeholder such as `[CEO name]` without that place."""
    for match in read_lexicon().placeholder.finditer(old):
        head, tail = old[: match.start()], old[match.end() :]
        filled = new[len(head) : len(new) - len(tail)]
        if new.startswith(head) and new.endswith(tail) and re.fullmatch(r"(?:[^\W\d_a-z][\w.'-]*\s?){1,4}", filled):
            return head + tail, head + tail
    return old, new


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


def _without_prepositions(units: Sequence[Unit]) -> list[Unit]:
    return [unit._replace(lead=tuple(word for word in unit.lead if word == "not")) for unit in units]


def _same_units(old: Sequence[Unit], new: Sequence[Unit], known: Known) -> bool:
    """Whether the words of content are the same, with what hangs on them, but for order and slips of the pen."""
    return _pair_slips(old, new, known) is not None


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


def _same_order(old: Meaning, new: Meaning, known: Known) -> bool:
    """Whether the new order only moves a phrase.

    One block may go from one end of the sentence to the other (`At night the map shows …`); within it, a phrase that
    a preposition opens, or items that `and` joins. Two words that changed places say something else.
    """
    slips = _pair_slips(old.units, new.units, known) or {}
    before = list(old.units)
    after = [unit._replace(stem=slips.get(unit.stem, unit.stem)) for unit in new.units]
    left, right = [unit.stem for unit in before], [unit.stem for unit in after]
    if left == right:
        return True
    first, last = _trim(left, right)
    cut = _find_rotation(left[first:last], right[first:last])
    if cut is not None:
        whole = first == 0 and last == len(left)
        openings = (before[first + cut], after[first + (last - first - cut)])
        moves_phrase = any(unit.phrase for unit in openings) or all(unit.joined for unit in openings)
        if whole or moves_phrase:
            return _same_loose(before, after)
    return (old.german or new.german) and _is_inverted(before, after)


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
    for one, other in zip(sorted(old), sorted(new), strict=True):
        if one.loose != other.loose:
            bare = other if one.loose == ("to",) else one
            if {one.loose, other.loose} != {("to",), ()} or not bare.word.endswith("ing"):
                return False
    return True


def _is_inverted(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Whether a phrase went to the head of a German sentence or from it, and the verb with it to its second place."""
    for ahead, other in ((new, old), (old, new)):
        left, right = [unit.stem for unit in ahead], [unit.stem for unit in other]
        for size in (1, 2, 3):
            phrase = left[:size]
            if ahead[0].phrase and len(left) > size + 1 and right[-size:] == phrase:
                rest, there = left[size:], right[:-size]
                verb = there.index(rest[0]) if rest[0] in there else 0
                if verb and rest == [there[verb], *there[:verb], *there[verb + 1 :]]:
                    return True
    return False


def _compare_strength(old: Meaning, new: Meaning) -> str:
    """`commitment-hardened` where anything is said more firmly, else `commitment-softened` where anything is less so."""
    before, after = _strengths(old), _strengths(new)
    harder = softer = False
    for root in before.keys() | after.keys():
        for one, other in zip(before.get(root, ()), after.get(root, ()), strict=False):
            if {one, other} == {CAN, None} or one == other:
                continue
            left, right = (2.0 if value is None else value for value in (one, other))
            harder, softer = harder or right > left, softer or right < left
    if not harder and not softer:
        gone, come = (_explicit(a) - _explicit(b) for a, b in ((old, new), (new, old)))
        harder = any(value < 2 for value in gone) or any(value > 2 for value in come)
        softer = not harder and bool(gone or come)
    return "commitment-hardened" if harder else "commitment-softened" if softer else ""


def _strengths(meaning: Meaning) -> dict[str, list[float | None]]:
    found: dict[str, list[float | None]] = {}
    for unit in meaning.units:
        found.setdefault(unit.stem, []).append(unit.strength)
    return found


def _explicit(meaning: Meaning) -> Counter[float]:
    """The modals that say something: `will` is what every sentence says, `can` what a product is for."""
    return Counter(value for value in meaning.modals if value not in (2.0, CAN))
