"""Where in the file something stands that was found in a block."""

from __future__ import annotations

from functools import lru_cache

from ..model import Block, Place, Proposal


def find_place(proposal: Proposal, block: Block, text: str, start: int, words: str) -> Place:
    """The line and column of words.

    Args:
        proposal: whose file is meant.
        block: in which they stand.
        text: the block's plain text or its Markdown; both break their lines as the file does.
        start: where in `text` the words begin.
        words: themselves; of words on two lines the first line counts.
    """
    line = block.start + text.count("\n", 0, start)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    sought = words.split("\n", 1)[0]
    written = _lines(proposal.text)[line - 1]
    column = -1
    for _ in range(before.count(sought) + 1):
        following = written.find(sought, column + 1)
        if following < 0:
            break
        column = following
    return Place(line, max(column, 0) + 1)


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """Kept for the next finding, which is usually about the same file."""
    return text.split("\n")
