"""Which statement of the old version corresponds to which of the new."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from heapq import nlargest

from .language.meaning import Meaning, read_letters, read_words, similarity, understand
from .language.words import find_increasing
from .statements import Statement

_ALIKE = 0.5
_HEAD = 2  # words of content by which a sentence is known again in a longer one that begins with them
_COMMON = 40  # a word that more statements have leads nowhere: what is left is found by its other words, or its place
_MOST = 16  # statements that one is compared with: those that share most of its rarer words
_NEAR = 3  # statements on either side of the same place

Pairs = list[tuple[int, int]]


def align(old: Sequence[Statement], new: Sequence[Statement], *, alike: bool = True) -> tuple[Pairs, Pairs]:
    """Align two lists of statements.

    Args:
        old: of the old version, in their order.
        new: of the new one.
        alike: whether those that only resemble each other are looked for too.

    Returns:
        The pairs of indices that say the same, and those that correspond by similarity, each sorted by the new index.
        Statements in no pair were removed or added.
    """
    same = _align_same(old, new)
    if not alike:
        return same, []
    gone, come = {a for a, _ in same}, {b for _, b in same}
    left = [index for index in range(len(old)) if index not in gone]
    right = [index for index in range(len(new)) if index not in come]
    return same, _align_alike(old, new, left, right)


def _align_same(old: Sequence[Statement], new: Sequence[Statement]) -> Pairs:
    """Of several that say the same, those under the same sub-heading first."""
    pairs: Pairs = []
    left: Iterable[int] = range(len(old))
    right: Iterable[int] = range(len(new))
    for fine in (True, False):
        places: dict[tuple[str, str], deque[int]] = defaultdict(deque)
        for index in left:
            places[old[index].normal, old[index].under if fine else ""].append(index)
        rest = []
        for index in right:
            waiting = places.get((new[index].normal, new[index].under if fine else ""))
            if waiting:
                pairs.append((waiting.popleft(), index))
            else:
                rest.append(index)
        right = rest
        left = sorted(index for waiting in places.values() for index in waiting)
        if not left or not right:
            break
    return sorted(pairs, key=lambda pair: pair[1])


def _align_alike(old: Sequence[Statement], new: Sequence[Statement], left: list[int], right: list[int]) -> Pairs:
    if not left or not right:
        return []
    meanings = {index: understand(old[index].normal) for index in left}
    postings: dict[str, list[int]] = defaultdict(list)
    for row, index in enumerate(left):
        for root in meanings[index].content:
            postings[root].append(row)
    ranked = []
    stretch = len(left) / len(right)
    for column, b in enumerate(right):
        meaning = understand(new[b].normal)
        place = int(column * stretch)
        shared: dict[int, int] = dict.fromkeys(range(max(0, place - _NEAR), min(len(left), place + _NEAR + 1)), 0)
        for root in meaning.content:
            found = postings.get(root, ())
            if len(found) <= _COMMON:
                for row in found:
                    shared[row] = shared.get(row, 0) + 1
        rows = shared if len(shared) <= _MOST else nlargest(_MOST, shared, key=shared.__getitem__)
        for row in rows:
            score = _compare(meanings[left[row]], meaning)
            if score >= _ALIKE:
                ranked.append((-score, abs(row - column), left[row], b))
    pairs: Pairs = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _score, _distance, a, b in sorted(ranked):
        if a not in used_old and b not in used_new:
            pairs.append((a, b))
            used_old.add(a)
            used_new.add(b)
    return sorted(pairs, key=lambda pair: pair[1])


def _compare(old: Meaning, new: Meaning) -> float:
    """How alike two statements are; one that is the head of the other, which goes on, is just enough so."""
    score = similarity(old, new)
    if score >= _ALIKE or min(len(old.units), len(new.units)) < _HEAD:
        return score
    begins = all(one.stem == other.stem for one, other in zip(old.units, new.units, strict=False))
    return _ALIKE if begins else score


def is_alike(old: Statement, new: Statement) -> bool:
    """Whether two statements share so much that one is the other, changed."""
    return similarity(understand(old.normal), understand(new.normal)) >= _ALIKE


def is_built_alike(old: Statement, new: Statement) -> bool:
    """Whether two statements share half of their words or all their letters, or are one word each (`No`, `Yes`)."""
    left, right = (Counter(read_words(statement.normal)) for statement in (old, new))
    if left.total() == right.total() == 1:
        return True
    shared = (left & right).total()
    alike = 2 * shared >= _ALIKE * (left.total() + right.total())
    return alike or read_letters(old.normal) == read_letters(new.normal)


def find_moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """The new indices of the pairs that left their order: all but a longest increasing run of old indices."""
    kept = set(find_increasing([a for a, _b in pairs]))
    return {b for position, (_a, b) in enumerate(pairs) if position not in kept}
