"""A release that is quoted whole: each of its lines begins with `>`, and no one is speaking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model import Block
from ..language.titles import fold_title
from .closing import BOLD
from .dateline import find_dateline, is_dateline_alone

_FEWEST = 3  # paragraphs, unless a title stands on a line of its own above the dateline
_TOP = 3  # paragraphs, in one of which the dateline stands


def open_quoted(blocks: Sequence[Block], aliases: Mapping[str, str]) -> Sequence[Block]:
    """Blocks in which a quotation that is a press release is the paragraphs of one.

    It has a dateline at its top, or is all that stands below the heading of a release.

    Args:
        blocks: in the order of the file.
        aliases: from folded titles to the names of elements.
    """
    result = list(blocks)
    for first, last in _find_runs(blocks):
        paragraphs = [block._replace(kind="paragraph") for block in blocks[first:last]]
        if last - first < _FEWEST:
            opens = _begins_with_title(paragraphs[0])
        else:
            opens = any(map(find_dateline, paragraphs[:_TOP])) or _is_section(first, last, blocks, aliases)
        if opens:
            result[first:last] = paragraphs
    return result


def _find_runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(len(blocks) + 1):
        if index == len(blocks) or blocks[index].kind != "quote":
            if index > first:
                yield first, index
            first = index + 1


def _begins_with_title(block: Block) -> bool:
    """Whether the first line is a bold title, and the second a dateline."""
    title, _, rest = block.source.strip().partition("\n")
    below = block._replace(source=rest, text=block.text.strip().partition("\n")[2])
    return BOLD.fullmatch(title.strip()) is not None and (find_dateline(below) or is_dateline_alone(below))


def _is_section(first: int, last: int, blocks: Sequence[Block], aliases: Mapping[str, str]) -> bool:
    above = blocks[first - 1] if first else None
    ends = last == len(blocks) or blocks[last].kind in ("heading", "rule")
    named = above is not None and above.kind == "heading" and aliases.get(fold_title(above.text)) == "press_release"
    return named and ends
