"""Two versions of a text, paragraph by paragraph: what was edited, as it was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..model import Marked
from ..parse.language.words import tokens
from .language.words import mark_words
from .sentences import read_promised, split_head, split_paragraphs

Content = tuple[str, ...]

_ALIKE = 0.4  # of their words, from which a paragraph is what became of another
_MOST_COMPARED = 10_000  # pairs of paragraphs; what has more was written anew
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])")


def read_content(text: str) -> Content:
    """What of a version is part of the promise: its paragraphs and list items, the promised fields of its front matter being one."""
    head, body = split_head(text)
    fields = "\n".join(f"{key}: {', '.join(values)}" for key, values in read_promised(head))
    items = (item for paragraph in split_paragraphs(body) for item in _ITEM.split(paragraph))
    return (*filter(None, [fields]), *items)


def mark_paragraphs(old: Content, new: Content) -> tuple[tuple[Marked, ...], ...]:
    """The paragraphs of two versions that differ, with their words marked.

    One that only moved is not shown: its words are what they were.
    """
    if old == new:
        return ()
    return tuple(_mark(old, new, Counter(old) - Counter(new), Counter(new) - Counter(old)))


def _mark(left: Content, right: Content, gone: Counter[str], come: Counter[str]) -> Iterator[tuple[Marked, ...]]:
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        before = [paragraph for paragraph in left[a:b] if gone[paragraph]]
        after = [paragraph for paragraph in right[c:d] if come[paragraph]]
        yield from (mark_words(_join(olds), _join(news)) for olds, news in _pair(before, after))


def _pair(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Paragraphs in their order, each with the one that it became; those between that only went or came, together."""
    a = c = 0
    for b, d in [*_find_pairs(before, after), (len(before), len(after))]:
        if a < b:
            yield before[a:b], ()
        if c < d:
            yield (), after[c:d]
        if b < len(before) and d < len(after):
            yield before[b : b + 1], after[d : d + 1]
        a, c = b + 1, d + 1


def _find_pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are alike enough and together have most in common."""
    if len(before) == len(after) == 1:
        return [(0, 0)]
    if not before or not after or len(before) * len(after) > _MOST_COMPARED:
        return []
    olds, news = ([Counter(tokens(paragraph.casefold())) for paragraph in side] for side in (before, after))
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    alike = [[_compare(old, new) for new in news] for old in olds]
    for m in reversed(range(len(olds))):
        for n in reversed(range(len(news))):
            best[m][n] = max(best[m + 1][n], best[m][n + 1], best[m + 1][n + 1] + alike[m][n])
    pairs = []
    m = n = 0
    while m < len(olds) and n < len(news):
        if best[m][n] == best[m + 1][n]:
            m += 1
        elif best[m][n] == best[m][n + 1]:
            n += 1
        else:
            pairs.append((m, n))
            m, n = m + 1, n + 1
    return pairs


def _compare(old: Counter[str], new: Counter[str]) -> float:
    """The share of words that two paragraphs have in common; 0 where they are not alike."""
    share = 2 * (old & new).total() / max(old.total() + new.total(), 1)
    return share if share >= _ALIKE else 0.0


def _join(paragraphs: Iterable[str]) -> str:
    """Paragraphs with blank lines between them, list items without."""
    return re.sub(rf"\n{_ITEM.pattern}", "\n", "\n\n".join(paragraphs))
