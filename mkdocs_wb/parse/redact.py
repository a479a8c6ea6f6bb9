"""A proposal without some of its elements, for a site that leaves them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ..model import DocumentType, Element, Proposal
from .markdown.inline import drop_comments
from .markdown.raw_html import FOLD_BEGINS, FOLD_ENDS
from .proposal import parse_proposal
from .undivided import add_parts, find_undivided

# A footnote with its further paragraphs, or a link's address with its title, which may stand on lines of their own.
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>\^[^\]\n]+)\]:[^\n]*(?:\n(?![ ]{0,3}(?:\[[^\]\n]+\]:|\#|```|~~~))[^\n]*\S[^\n]*)*"
    r"(?:\n(?:[ \t]*\n)*(?:[ ]{2,}|\t)[^\n]*)*"
    r"|^ {0,3}\[(?P<link>[^\]\n]+)\]:(?:[ \t]*\n)?[^\n]*(?:\n[ \t]*(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ \t]*(?=\n|\Z))?",
    re.MULTILINE,
)

_BRACKETS = re.compile(r"\[([^\[\]]+)\](:?)")


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
    cut: dict[int, str] = {}
    for element in elements:
        before, first, last = _find_lines(element, proposal, len(lines))
        if any(lines[first - 1 : last]):
            cut[first] = "\n".join(lines[first - 1 : last])
        lines[before:last] = [*_without_comments(lines[before : first - 1]), *[""] * (last - first + 1)]
    for line, words in _find_kept(cut, "\n".join(lines)):
        lines[line - 1 : line - 1 + len(words)] = words
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
    return drop_comments("\n".join(lines)).split("\n") if lines else []


def _find_kept(cut: Mapping[int, str], left: str) -> Iterator[tuple[int, list[str]]]:
    """The footnotes and link definitions in what was cut, by its first lines, to which only what is left refers."""
    uses, inside = _count_uses(left), _count_uses("\n".join(cut.values()))
    for first, text in cut.items():
        for match in _DEFINITION.finditer(text):
            name = _fold(match["name"] or match["link"])
            if uses[name] and not inside[name]:
                yield first + text.count("\n", 0, match.start()), match[0].split("\n")


def _without_orphans(text: str, before: str) -> str:
    """A text without the footnotes and link definitions that nothing in it refers to any more, and something did."""
    uses, used = _count_uses(text), _count_uses(before)

    def keep(match: re.Match[str]) -> str:
        name = _fold(match["name"] or match["link"])
        return match[0] if uses[name] or not used[name] else "\n" * match[0].count("\n")

    return _DEFINITION.sub(keep, text)


def _count_uses(text: str) -> Counter[str]:
    """How often each name stands in brackets and is not defined there."""
    uses: Counter[str] = Counter()
    for match in _BRACKETS.finditer(text):
        uses[_fold(match[1])] += 0 if match[2] else 1
    return uses


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
