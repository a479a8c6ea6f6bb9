"""A sentence that lost or gained a part which says a thing of its own: an item of a list, a clause after a comma.

`It runs on iOS, and on watches` without its watches promises less. What only narrows down the rest is no such part:
without `if you pay`, `at night` or `for small farms` more is promised, or something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..language.lexicon import read_lexicon
from ..language.meaning import has_limit, understand
from ..language.writing import is_german

_PIECE = re.compile(r"[^\W_]+(?:['.,:/-][^\W_]+)*[%°+#]?|[^\w\s]")
_BOUNDS = frozenset(",;:()-")
_ENDS = frozenset('.!?"')
_MONEY = re.compile(r"[$€£¥₩₹%]")
_MUST = 3.0
_OWN_LIMITS = ("until", "most")  # what these limit is the part that they stand in
_ITEM = 2  # words of a German article and its noun


def find_part_kind(old: str, new: str, *, german: bool = False) -> str:
    """`promise-removed` where the new sentence is the old one without such parts, `promise-added` the other way round.

    Args:
        old: a sentence as `normalise` returns it.
        new: the one that stands in its place.
        german: the language of the document.

    Returns:
        The kind; empty where it is neither.
    """
    if _is_without(old, new, german=german) or _is_narrowed(old, new, german=german):
        return "promise-removed"
    return "promise-added" if _is_without(new, old, german=german) else ""


def takes_back(normal: str) -> bool:
    """Whether a sentence takes something out of the promise, or adds to the price: without it, more is promised."""
    words = {piece.lower() for piece in _PIECE.findall(normal)}
    return has_limit(normal) or not words.isdisjoint(read_lexicon().charges)


def _is_without(whole: str, rest: str, *, german: bool) -> bool:
    pieces, left = _PIECE.findall(whole), _PIECE.findall(rest)
    runs = _find_runs(pieces, [piece.lower() for piece in left if not _is_joint(piece)])
    gone = {at for start, end in runs for at in range(start, end)}
    # `vets and small farms` lost no item where it is `vets and farms` now
    joints = [sum(_is_bound(piece) for piece in side) for side in (pieces, left)]
    if not runs or joints[0] - joints[1] < len(runs):
        return False
    if _burdens(whole, pieces) or _limits([piece for at, piece in enumerate(pieces) if at not in gone]):
        return False
    german = is_german(whole, default=german)
    return all(
        any(_is_part(pieces, *place, german=german) for place in _slide(pieces, start, end)) for start, end in runs
    )


def _is_narrowed(old: str, new: str, *, german: bool) -> bool:
    """Whether items went and what is left is all (`on iOS and Android`, `on iOS only`), or something is excepted now.

    Not where what went was a burden or a limit, nor where a sentence begins with `only`: that may be a promise of its own.
    """
    pieces, left = ([piece for piece in _PIECE.findall(text) if piece not in _ENDS] for text in (old, new))
    if _limits(pieces) or understand(old).negations or any(map(_MONEY.search, left)) or _burdens(old, pieces):
        return False
    lexicon = read_lexicon()
    only = [at for at, piece in enumerate(left) if piece.lower() in lexicon.narrowing]
    if len(only) == 1 and only[0] > 0 and not understand(new).negations:
        rest = [*left[: only[0]], *left[only[0] + 1 :]]
        return _is_without(old, " ".join(rest), german=german)
    tail = left[len(pieces) :] if left[: len(pieces)] == pieces else []
    told = tail[1:] if tail[:1] == [","] else tail
    excepted = bool(told) and told[0].lower() in lexicon.excepting and not any(piece in _BOUNDS for piece in told)
    return excepted and not understand(" ".join(told[1:])).negations


def _find_runs(pieces: Sequence[str], left: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand that are gone; none where others came or the order changed."""
    runs: list[tuple[int, int]] = []
    at = 0
    for index, piece in enumerate(pieces):
        if _is_joint(piece):
            continue
        if at < len(left) and piece.lower() == left[at]:
            at += 1
        elif runs and all(_is_joint(between) for between in pieces[runs[-1][1] : index]):
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs if at == len(left) else []


def _slide(pieces: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places that a run may be said to stand at: `the [vet, the] owner` is `[the vet,] the owner`."""
    while True:
        last = end
        while last > start and _is_joint(pieces[last - 1]):
            last -= 1
        yield start, last
        before = pieces[start - 1] if start else ","
        if _is_joint(before) or before.lower() != pieces[end - 1].lower():
            return
        start, end = start - 1, end - 1


def _is_part(pieces: Sequence[str], start: int, end: int, *, german: bool) -> bool:
    """Whether a run of words is an item or a clause, and takes nothing out of what is left."""
    before = pieces[start - 1].lower() if start else ""
    after = pieces[end].lower() if end < len(pieces) else "."
    joined = _is_conjunction(before)
    between = _is_bound(before) and (_is_bound(after) or after in _ENDS)
    heads = _is_conjunction(after) or (after == "," and any(map(_is_conjunction, pieces[end:])))
    if not (joined or between or heads):
        return False
    lexicon, run = read_lexicon(), pieces[start:end]
    first = run[0].lower() if run else ""
    governed = first != "so" and any(piece.lower() in lexicon.governing for piece in pieces[:start])
    if (
        governed
        or before == "("
        or first in lexicon.conditions
        or (first in lexicon.phrase | lexicon.loose and not joined)
    ):
        return False
    if german and first in lexicon.relatives and not joined and (len(run) > _ITEM or not run[-1].istitle()):
        return False
    told = [unit for unit in understand(" ".join(run)).units if not unit.stem.startswith("#")]
    alone = len(run) == 1 and between and not any(map(_is_conjunction, pieces))  # `free, temporarily`
    passing = alone or any(piece.lower() in lexicon.passing for piece in run)
    return bool(told) and not passing and not _limits(run) and not any(map(_MONEY.search, run))


def _burdens(whole: str, pieces: Sequence[str]) -> bool:
    """Whether a sentence speaks of what the customer has to do or to pay, and not of what `we pay`."""
    lexicon, words = read_lexicon(), [piece.lower() for piece in pieces]
    burdens = ((who, word) for who, word in zip(["", *words], words, strict=False) if word in lexicon.burdens)
    must = any(value >= _MUST for value in understand(whole).modals)
    return must or any(lexicon.persons.get(who) != 1 or word not in lexicon.paying for who, word in burdens)


def _limits(pieces: Sequence[str]) -> bool:
    return has_limit(" ".join(piece for piece in pieces if piece.lower() not in _OWN_LIMITS))


def _is_bound(piece: str) -> bool:
    return piece in _BOUNDS or _is_conjunction(piece)


def _is_joint(piece: str) -> bool:
    return not piece[0].isalnum() or _is_conjunction(piece)


def _is_conjunction(piece: str) -> bool:
    return read_lexicon().roles.get(piece.lower()) in ("and", "or")
