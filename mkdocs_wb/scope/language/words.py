"""Tracked changes within a sentence, word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ...model import Marked

_PIECES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\w+(?:[.,'’]\w+)*|\s+|.", re.DOTALL)
# How many pairs of equal pieces a comparison may have to look at: some 50 ms. A text that repeats one word ten
# thousand times has a hundred million of them; such a stretch is shown as taken out and put in whole.
_MOST_MATCHES = 150_000
_LARGE = 150  # pieces from which the words that stand once in both versions are matched first

_Step = tuple[str, str, str]  # kept, deleted, inserted; each has either kept or the others


def mark_words(old: str, new: str) -> tuple[Marked, ...]:
    """The runs that turn `old` into `new`.

    Returns:
        Kept and deleted runs together are `old`, kept and inserted ones are `new`, to the letter. A blank between two
        changes goes with them, so that a changed phrase is one run and not a chain of words.
    """
    marked: list[Marked] = []
    for kept, deleted, inserted in _join(list(_compare_texts(old, new))):
        if kept:
            marked.append(Marked("equal", kept))
        if deleted:
            marked.append(Marked("delete", deleted))
        if inserted:
            marked.append(Marked("insert", inserted))
    return tuple(marked)


def _compare_texts(old: str, new: str) -> Iterator[_Step]:
    """Sentences that both texts have once, in one order, are kept; what is between them is compared by pieces."""
    left, right = _split(old), _split(new)
    a = b = 0
    for one, other in [*_find_anchors(left, right), (len(left), len(right))]:
        if a < one or b < other:
            before, after = "".join(left[a:one]), "".join(right[b:other])
            yield from _compare(_PIECES.findall(before), _PIECES.findall(after))
        if one < len(left):
            yield left[one], "", ""
        a, b = one + 1, other + 1


def _split(text: str) -> list[str]:
    """About a sentence each; quick, and nothing depends on where it is."""
    return [text] if "\0" in text else text.replace("\n", "\n\0").replace(". ", ". \0").split("\0")


def _compare(left: Sequence[str], right: Sequence[str]) -> Iterator[_Step]:
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    if head:
        yield "".join(left[:head]), "", ""
    yield from _compare_middle(left[head : len(left) - tail], right[head : len(right) - tail])
    if tail:
        yield "".join(left[len(left) - tail :]), "", ""


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many pieces both begin with. Slices are compared as wholes, which is quick: most of two versions is alike."""
    low, high = 0, min(len(left), len(right))
    step = 1
    while low < high:
        end = min(low + step, high)
        if left[low:end] == right[low:end]:
            low, step = end, step * 2
        elif step == 1:
            return low
        else:
            high, step = end, 1
    return low


def _compare_middle(left: Sequence[str], right: Sequence[str]) -> Iterator[_Step]:
    """Two texts that share neither their beginning nor their end."""
    if not left or not right:
        if left or right:
            yield "", "".join(left), "".join(right)
        return
    if len(left) + len(right) > _LARGE:
        anchors = _find_anchors(left, right)
        if anchors:
            a = b = 0
            for one, other in [*anchors, (len(left), len(right))]:
                if a < one or b < other:
                    yield from _compare(left[a:one], right[b:other])
                if one < len(left):
                    yield left[one], "", ""
                a, b = one + 1, other + 1
            return
    counts = Counter(right)
    if sum(counts[piece] for piece in left) > _MOST_MATCHES:
        yield "", "".join(left), "".join(right)
        return
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        before, after = "".join(left[a:b]), "".join(right[c:d])
        yield (before, "", "") if op == "equal" else ("", before, after)


def _find_anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The pieces that stand once in both texts and in the same order: a longest run of them (patience)."""
    here, there = Counter(left), Counter(right)
    places = {piece: n for n, piece in enumerate(right) if there[piece] == 1}
    pairs = [(n, places[piece]) for n, piece in enumerate(left) if here[piece] == 1 and piece in places]
    return [pairs[n] for n in find_increasing([place for _, place in pairs])]


def find_increasing(values: Sequence[int]) -> list[int]:
    """The indices of a longest increasing run of values."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        previous.append(tail_at[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            tail_at.append(index)
        else:
            tails[at], tail_at[at] = value, index
    kept: list[int] = []
    index = tail_at[-1] if tail_at else -1
    while index >= 0:
        kept.append(index)
        index = previous[index]
    return kept[::-1]


def _join(steps: Sequence[_Step]) -> list[_Step]:
    """Neighbouring steps of one sort as one, and a blank between two changes as part of them."""
    joined: list[list[str]] = []
    for index, (kept, deleted, inserted) in enumerate(steps):
        if kept and not kept.strip() and 0 < index < len(steps) - 1 and not joined[-1][0] and not steps[index + 1][0]:
            kept, deleted, inserted = "", kept, kept  # noqa: PLW2901
        if joined and bool(kept) == bool(joined[-1][0]):
            joined[-1] = [one + other for one, other in zip(joined[-1], (kept, deleted, inserted), strict=True)]
        else:
            joined.append([kept, deleted, inserted])
    return [(kept, deleted, inserted) for kept, deleted, inserted in joined]
