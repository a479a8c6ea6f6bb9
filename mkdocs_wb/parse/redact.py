"""A proposal without some of its elements, for a site that leaves them out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from ..model import DocumentType, Element, Proposal
from .proposal import parse_proposal
from .raw_html import FOLD_BEGINS, FOLD_ENDS
from .undivided import add_parts, find_undivided

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]\n]+)\]:.*(?:\n(?: {2,}|\t)\S.*)*", re.MULTILINE)


def redact(proposal: Proposal, document_type: DocumentType, leave_out: Collection[str]) -> Proposal | None:
    """A proposal as it reads without some elements: their lines are empty, so that every other one keeps its place.

    Args:
        proposal: as it was read; its digest is kept.
        document_type: as what it was read.
        leave_out: names of elements; those that the type does not have are passed over.

    Returns:
        The proposal itself where it has none of them; None where one cannot be told apart from the others.
    """
    if find_undivided(proposal, document_type, leave_out):
        return None
    names = add_parts(document_type, leave_out)
    elements = [element for element in proposal.elements if element.name in names]
    if not elements:
        return proposal
    lines = proposal.text.split("\n")
    for element in elements:
        before, first, last = _find_lines(element, proposal, len(lines))
        lines[before:last] = [*_without_comments(lines[before : first - 1]), *[""] * (last - first + 1)]
    left = _without_orphans("\n".join(lines), proposal.text)
    found = parse_proposal(left.encode("utf-8", errors="replace"), proposal.path, document_type, proposal.type)
    return None if any(found.named(name) for name in names) else replace(found, digest=proposal.digest)


def _find_lines(element: Element, proposal: Proposal, count: int) -> tuple[int, int, int]:
    """The last line of the block before an element, and its own lines.

    To these belong the comments and definitions that follow it, and the tags by which it is folded.
    """
    blocks = proposal.blocks
    start, end = element.start, element.end
    first = next((n for n, block in enumerate(blocks) if block.start >= start and block.source != FOLD_BEGINS), 0)
    if first and blocks[first - 1].source == FOLD_BEGINS:
        start = blocks[first - 1].start
        unfolds = next((block for block in blocks if block.start > end), None)
        end = unfolds.end if unfolds is not None and unfolds.source == FOLD_ENDS else end
    before = max((block.end for block in blocks if block.end < start), default=proposal.front_matter.end)
    following = min((block.start for block in blocks if block.start > end), default=count + 1)
    return before, start, following - 1


def _without_comments(lines: list[str]) -> list[str]:
    """What stands between two blocks, without what it says to colleagues."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), "\n".join(lines)).split("\n") if lines else []


def _without_orphans(text: str, before: str) -> str:
    """A text without the footnotes and link definitions that nothing in it refers to any more, and something did."""

    def keep(match: re.Match[str]) -> str:
        reference, definition = f"[{match['name']}]", f"[{match['name']}]:"
        is_used, was_used = (whole.count(reference) > whole.count(definition) for whole in (text, before))
        return match[0] if is_used or not was_used else "\n" * match[0].count("\n")

    return _DEFINITION.sub(keep, text)
