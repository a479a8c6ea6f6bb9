"""Which statement of the old version corresponds to which of the new."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from .meaning import similarity
from .statements import Statement

_ALIKE = 0.5
_MOST_PAIRS = 250_000  # beyond it only neighbours are compared: a wholly rewritten book is no reason to wait
_NEIGHBOURS = 50

Pairs = list[tuple[int, int]]


def align(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Pairs, Pairs]:
    """Align two lists of statements.

    Returns:
        The pairs of indices that say the same, and those that correspond by similarity, each sorted by the new index.
        Statements in no pair were removed or added.
    """
    same = _align_same(old, new)
    left = sorted(set(range(len(old))) - {a for a, _ in same})
    right = sorted(set(range(len(new))) - {b for _, b in same})
    return same, _align_alike(old, new, left, right)


def _align_same(old: Sequence[Statement], new: Sequence[Statement]) -> Pairs:
    places: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(old):
        places[statement.meaning.normal].append(index)
    pairs: Pairs = []
    for index, statement in enumerate(new):
        waiting = places.get(statement.meaning.normal)
        if waiting:
            pairs.append((waiting.pop(0), index))
    return pairs


def _align_alike(old: Sequence[Statement], new: Sequence[Statement], left: list[int], right: list[int]) -> Pairs:
    wide = len(left) * len(right) <= _MOST_PAIRS
    ranked = []
    for row, a in enumerate(left):
        for column, b in enumerate(right):
            if wide or abs(row - column) <= _NEIGHBOURS:
                score = similarity(old[a].meaning, new[b].meaning)
                if score >= _ALIKE:
                    ranked.append((-score, abs(row - column), a, b))
    if not ranked and len(old) == len(new) == len(left) == len(right) == 1:
        return [(left[0], right[0])]  # an element of one statement: a new headline replaces the old one
    pairs: Pairs = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _score, _distance, a, b in sorted(ranked):
        if a not in used_old and b not in used_new:
            pairs.append((a, b))
            used_old.add(a)
            used_new.add(b)
    return sorted(pairs, key=lambda pair: pair[1])


def find_moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """The new indices of the pairs that left their order: all but a longest increasing run of old indices."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for position, (a, _b) in enumerate(pairs):
        at = bisect_left(tails, a)
        previous.append(tail_at[at - 1] if at else -1)
        if at == len(tails):
            tails.append(a)
            tail_at.append(position)
        else:
            tails[at], tail_at[at] = a, position
    kept: set[int] = set()
    position = tail_at[-1] if tail_at else -1
    while position >= 0:
        kept.add(position)
        position = previous[position]
    return {b for position, (_a, b) in enumerate(pairs) if position not in kept}
