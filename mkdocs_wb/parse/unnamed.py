"""Headings that no name of the document type fits: where a section may stand that was not found."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Block, Proposal

_RELEASE = "press_release"


def find_unnamed_headings(proposal: Proposal) -> tuple[Block, ...]:
    """The headings that stand in no element, or in nothing but the press release, and group no elements."""
    named = [element for element in proposal.elements if element.name != _RELEASE]
    starts = {element.start for element in proposal.elements}
    within = {block.start for element in named for block in element.content} | starts
    return tuple(
        block
        for index, block in enumerate(proposal.blocks)
        if block.kind == "heading" and block.text.strip() and block.start not in within
        and starts.isdisjoint(below.start for below in _find_section(index, proposal.blocks))
    )  # fmt: skip


def _find_section(index: int, blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands below a heading, up to the next that is no deeper."""
    for end in range(index + 1, len(blocks)):
        if blocks[end].kind == "heading" and blocks[end].level <= blocks[index].level:
            return blocks[index + 1 : end]
    return blocks[index + 1 :]
