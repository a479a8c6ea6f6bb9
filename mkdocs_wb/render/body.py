"""A proposal's body for MkDocs: Python-Markdown shows it as it was read.

Text that was pasted from a word processor, a chat or a forge has lists and lines that Python-Markdown runs together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Block, Proposal
from ..parse.language.words import BULLETS

_OPENING, _CLOSING = re.compile(r"<!--\s*wb:"), re.compile(r"-->[ \t]*\n?")  # of guidance
_HARD_BREAK = "  "
_INDENT = 4  # columns by which Python-Markdown nests a list
_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}(?P<closing>[.)]))[ \t]")
_PLUS = "+"  # with which a wrapped line may begin
_LISTED = re.compile(r"- ")
_ENDED = re.compile(r"(?:\s{2}|\\|<br\s*/?>)$")
_BULLET = re.compile(rf" {{0,3}}(?:>[> ]*)?(?P<mark>[{BULLETS}]|[·–—](?=\s))\s*(?=\S)")
_SEVERAL = "·–—"  # one of these alone may be a dash
_SHORT, _PAIR = 60, 2  # signs of a line that is not wrapped; lines
_FLOWS = re.compile(r"[.!?…,;–—-][\"'”’)*_]*\s*$|\\$")
_ADDRESS = re.compile(r"\S@\S|://|\bwww\.")
_ELSEWHERE = re.compile(r"\s*<|[^\n]*\|")  # raw HTML and tables have lines of their own


def build_markdown(proposal: Proposal, *, nests: bool = True) -> str:
    """A proposal's body for MkDocs, behind an empty front matter of our own, so that MkDocs reads none of its.

    The guidance that `wb new` writes, `<!-- wb: … -->`, is left out of it.

    Args:
        proposal: as read.
        nests: whether lists within lists have to be indented as Python-Markdown has it, and no extension sees to it.
    """
    end = proposal.front_matter.end
    body = _Body(proposal.text.split("\n"))
    _mark_headline(body, proposal)
    for before, block in zip((None, *proposal.blocks), proposal.blocks, strict=False):
        _open_list(body, before, block, nests=nests)
        _keep_lines(body, before, block)
    for line in _find_broken(proposal):
        body.break_before(line)
    return f"---\n{{}}\n---\n{_drop_guidance(body.write(end))}"


class _Body:
    """The lines of a file, counted from 1, and before which of them a blank line belongs."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._parted: set[int] = set()

    def __getitem__(self, line: int) -> str:
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    def __setitem__(self, line: int, text: str) -> None:
        self._lines[line - 1] = text

    def part_before(self, line: int) -> None:
        """Begin a block of its own at a line."""
        if self[line - 1].strip() and self[line].strip():
            self._parted.add(line)

    def break_before(self, line: int) -> None:
        """Begin a line of the page at a line of the file."""
        if line not in self._parted and self[line - 1].strip() and not _ENDED.search(self[line - 1]):
            self[line - 1] += _HARD_BREAK

    def indent(self, block: Block, columns: int) -> None:
        """Move a block to the right; a negative number moves nothing."""
        for line in range(block.start, block.end + 1):
            if self[line].strip():
                self[line] = " " * columns + self[line]

    def write(self, end: int) -> str:
        """What stands after line `end`."""
        numbered = enumerate(self._lines[end:], end + 1)
        return "\n".join(f"\n{line}" if number in self._parted else line for number, line in numbered)


def _mark_headline(body: _Body, proposal: Proposal) -> None:
    """Make the headline the page's title where no heading is: a theme would write one above it that says the same."""
    if any(block.kind == "heading" and block.level == 1 for block in proposal.blocks):
        return
    headline = next(iter(proposal.named("headline")), None)
    block = headline and next((block for block in proposal.blocks if block.start == headline.start), None)
    if headline is None or block is None or block.start != block.end or block.text.strip() != headline.title.strip():
        return
    if block.kind == "heading" or (
        block.kind == "paragraph" and not block.level and body[block.start][:1] not in " \t"
    ):
        body[block.start] = f"# {body[block.start].lstrip('#').strip()}"
        if block.kind == "paragraph":
            body.part_before(block.start)
            body.part_before(block.start + 1)


def _open_list(body: _Body, before: Block | None, block: Block, *, nests: bool) -> None:
    """Set a list or a table off from the paragraph above it, and indent a list in a list by as much as is asked for."""
    line = body[block.start]
    item = _ITEM.match(line) if block.kind == "item" else None
    if item and item["closing"] == ")":
        body[block.start] = line = f"{line[: item.start('closing')]}.{line[item.end('closing') :]}"
    is_listed = item is not None and line.lstrip()[0] != _PLUS
    is_tabled = block.kind == "row" and line.startswith("|")
    if (is_listed or is_tabled) and before is not None and before.kind == "paragraph" and _touches(before, block):
        body.part_before(block.start)
    if nests and line.startswith(" ") and block.level and (item or block.kind in ("paragraph", "code")):
        indent = _INDENT * (block.level - bool(item))
        body.indent(block, indent - (len(line) - len(line.lstrip(" "))))


def _touches(before: Block, block: Block) -> bool:
    return before.end == block.start - 1


def _keep_lines(body: _Body, before: Block | None, block: Block) -> None:
    """Begin each line at which something begins: a labelled part, a question, a voice, an item under a bullet."""
    if block.kind not in ("paragraph", "item", "quote"):
        return
    is_plain = block.kind == "paragraph" and not block.level
    is_cut = before is not None and (before.kind, before.level) == (block.kind, block.level) and _touches(before, block)
    own = _ELSEWHERE.match(body[block.start]) or (block.kind == "item" and _ITEM.match(body[block.start]))
    if is_cut and not own:
        (body.part_before if is_plain else body.break_before)(block.start)
    if _is_listing(block.source.split("\n")):
        for line in range(block.start + 1, block.end + 1):
            body.break_before(line)
    for line in _find_bullets(body, block):
        if not is_plain:
            body.break_before(line)
            continue
        if not _LISTED.match(body[line - 1]):
            body.part_before(line)
        body[line] = _BULLET.sub("- ", body[line], count=1)


def _is_listing(lines: Sequence[str]) -> bool:
    """Whether each line is something of its own though no mark says so: steps, an address, whom to ask.

    Prose that is wrapped has longer lines above its last, goes on in small letters, or ends a sentence.
    """
    is_short = len(lines) > 1 and max(map(len, lines[:-1])) <= _SHORT
    if not is_short or not all(_begins(after) and not _FLOWS.search(line) for line, after in pairwise(lines)):
        return False
    return len(lines) > _PAIR or _ADDRESS.search(lines[1]) is not None or lines[0].rstrip().endswith((":", "："))


def _begins(line: str) -> bool:
    first = next((sign for sign in line if sign.isalnum()), "")
    return first.isupper() or first.isdigit() or _ADDRESS.search(line) is not None


def _find_bullets(body: _Body, block: Block) -> list[int]:
    """The lines of a block that begin with the bullet of a word processor; one dash alone is a dash."""
    found = {n: mark["mark"] for n in range(block.start, block.end + 1) if (mark := _BULLET.match(body[n]))}
    marks = Counter(found.values())
    return [line for line, mark in found.items() if mark not in _SEVERAL or marks[mark] > 1]


def _find_broken(proposal: Proposal) -> Iterator[int]:
    """The lines at which an answer begins in the block of its question."""
    starts = {block.start for block in proposal.blocks}
    for question in proposal.questions:
        if question.answer and question.start < question.answer[0].start not in starts:
            yield question.answer[0].start


def _drop_guidance(text: str) -> str:
    """A text without guidance. One expression for it would look for the end of what is never closed again and again."""
    kept, at = [], 0
    while (opening := _OPENING.search(text, at)) and (closing := _CLOSING.search(text, opening.end())):
        kept.append(text[at : opening.start()])
        at = closing.end()
    return "".join((*kept, text[at:]))
