"""Two versions of a text, paragraph by paragraph: what was edited, as it was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..model import Marked
from .sentences import read_promised, split_head, split_paragraphs
from .words import mark_words

Content = tuple[str, ...]

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
        before = _join(paragraph for paragraph in left[a:b] if gone[paragraph])
        after = _join(paragraph for paragraph in right[c:d] if come[paragraph])
        if before or after:
            yield mark_words(before, after)


def _join(paragraphs: Iterable[str]) -> str:
    """Paragraphs with blank lines between them, list items without."""
    return re.sub(rf"\n{_ITEM.pattern}", "\n", "\n\n".join(paragraphs))
