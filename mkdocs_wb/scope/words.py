"""Tracked changes within a sentence, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ..model import Marked

_PIECES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|\w+(?:[.,'’]\w+)*|\s+|.")


def mark_words(old: str, new: str) -> tuple[Marked, ...]:
    """The runs that turn `old` into `new`.

    Returns:
        Kept and deleted runs together are `old`, kept and inserted ones are `new`, to the letter. A blank between two
        changes goes with them, so that a changed phrase is one run and not a chain of words.
    """
    left, right = _PIECES.findall(old), _PIECES.findall(new)
    steps: list[tuple[str, str, str]] = []  # kept, deleted, inserted; each step has either kept or the others
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        before, after = "".join(left[a:b]), "".join(right[c:d])
        steps.append((before, "", "") if op == "equal" else ("", before, after))
    joined: list[tuple[str, str, str]] = []
    for index, (kept, deleted, inserted) in enumerate(steps):
        if kept and not kept.strip() and 0 < index < len(steps) - 1:
            deleted, inserted, kept = kept, kept, ""  # noqa: PLW2901
        if joined and not kept and not joined[-1][0]:
            joined[-1] = ("", joined[-1][1] + deleted, joined[-1][2] + inserted)
        else:
            joined.append((kept, deleted, inserted))
    marked: list[Marked] = []
    for kept, deleted, inserted in joined:
        if kept:
            marked.append(Marked("equal", kept))
        if deleted:
            marked.append(Marked("delete", deleted))
        if inserted:
            marked.append(Marked("insert", inserted))
    return tuple(marked)
