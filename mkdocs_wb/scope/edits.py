"""Two versions of a text, paragraph by paragraph: what was edited, as it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..model import Marked
from .sentences import read_promised, split_head, split_paragraphs
from .words import mark_words

Content = tuple[str, ...]


def read_content(text: str) -> Content:
    """What of a version is part of the promise: its paragraphs, the promised fields of its front matter being one."""
    head, body = split_head(text)
    fields = "\n".join(f"{key}: {', '.join(values)}" for key, values in read_promised(head))
    return (*filter(None, [fields]), *split_paragraphs(body))


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
        before = "\n\n".join(paragraph for paragraph in left[a:b] if gone[paragraph])
        after = "\n\n".join(paragraph for paragraph in right[c:d] if come[paragraph])
        if before or after:
            yield mark_words(before, after)
