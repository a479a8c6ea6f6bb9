"""A stretch of blocks that is one element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...model import Block, FoundBy
from ..markdown.inline import plain_text

ONE_LINE = frozenset({"headline", "subheading", "dateline"})  # where one of these follows its label, nothing else does


class Span(NamedTuple):
    """Blocks `first` to `last` (exclusive) are the element `name`; its first `lead` blocks are its heading or label.

    `title` is the heading's text, or the label as it stands before the words of a run-in paragraph.
    """

    name: str
    first: int
    last: int
    found_by: FoundBy
    title: str = ""
    lead: int = 0


def covered(spans: Iterable[Span], names: Iterable[str] | None = None) -> set[int]:
    """The indices of the blocks in these spans."""
    wanted = None if names is None else set(names)
    return {n for span in spans if wanted is None or span.name in wanted for n in range(span.first, span.last)}


def trim(span_first: int, last: int, blocks: Sequence[Block]) -> int:
    """`last` without the rules that stand before it."""
    while last - 1 > span_first and blocks[last - 1].kind == "rule":
        last -= 1
    return last


def unlabel(block: Block, span: Span) -> Block:
    """A labelled block without its label, so that what is compared and counted is what it says."""
    if span.found_by != "label" or not span.title:
        return block
    rest = block.source[len(span.title) :]
    if not rest.strip():
        return block._replace(source="", text="")
    return block._replace(source=rest, text=plain_text(rest))
