"""Questions in the notes that MkDocs' usual extensions fold: `??? question "Does it hurt?"` above an indented answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from ...model import Block
from ..markdown.blocks import parse_blocks
from ..markdown.inline import plain_text
from ..markdown.raw_html import FOLD_BEGINS, FOLD_ENDS, UNSETTLED
from .groups import ASKS

NOTE = r"(?:!!!|\?\?\?\+?)"  # how a note begins, as an expression
_NOTE = re.compile(NOTE + r" +(?P<kind>[\w-]+)[^\"\n]*\"(?P<title>[^\"\n]+)\"[ \t]*(?:\n|$)")
_ASKING = frozenset({"question", "faq", "help"})


def open_notes(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks in which a note that asks is a folded part, its title a heading and its text read as Markdown.

    Args:
        blocks: of a body or a part of it, in order.
    """
    if not any(is_note(block) for block in blocks):
        return blocks
    return list(_open(blocks))


def is_note(block: Block) -> bool:
    """Whether a block begins with the mark of a note, folded or open."""
    return block.source.startswith(("!!!", "???"))


def _open(blocks: Sequence[Block]) -> Iterator[Block]:
    inside = False
    for block in blocks:
        note = _NOTE.match(block.source) if block.kind == "paragraph" else None
        if inside and _is_indented(block):
            yield from parse_blocks(block.source, block.start - 1)
            continue
        if inside:
            yield Block("rule", block.start - 1, block.start - 1, FOLD_ENDS, "")
        inside = note is not None and (note["kind"] in _ASKING or note["title"].rstrip().endswith(ASKS))
        if note is None or not inside:
            yield block
            continue
        yield Block("rule", block.start, block.start, FOLD_BEGINS, "")
        yield block._replace(
            kind="heading",
            end=block.start,
            source=note["title"],
            text=plain_text(note["title"]),
            level=UNSETTLED,
        )
        yield from parse_blocks(dedent(block.source[note.end() :]), block.start)


def _is_indented(block: Block) -> bool:
    """Whether a block is code by its indentation alone: a fence has two lines more than its text."""
    return block.kind == "code" and block.source.count("\n") == block.end - block.start
