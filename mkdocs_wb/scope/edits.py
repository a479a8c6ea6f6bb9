"""Two versions of a text, paragraph by paragraph: what was edited, as it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..model import Marked
from .sentences import read_promised, split_head, split_paragraphs
from .words import mark_words


def mark_paragraphs(old: str, new: str) -> tuple[tuple[Marked, ...], ...]:
    """The paragraphs of two versions that differ, with their words marked.

    Of the front matter, the fields that are promised stand for a paragraph. One that only moved is not shown: its words
    are what they were.
    """
    left, right = _paragraphs(old), _paragraphs(new)
    gone, come = Counter(left) - Counter(right), Counter(right) - Counter(left)
    return tuple(_mark(left, right, gone, come))


def _mark(left: list[str], right: list[str], gone: Counter[str], come: Counter[str]) -> Iterator[tuple[Marked, ...]]:
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if op == "equal":
            continue
        before = "\n\n".join(paragraph for paragraph in left[a:b] if gone[paragraph])
        after = "\n\n".join(paragraph for paragraph in right[c:d] if come[paragraph])
        if before or after:
            yield mark_words(before, after)


def _paragraphs(text: str) -> list[str]:
    head, body = split_head(text)
    fields = "\n".join(f"{key}: {', '.join(values)}" for key, values in read_promised(head))
    return [*filter(None, [fields]), *split_paragraphs(body)]
