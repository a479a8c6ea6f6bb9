"""What a text says without writing it in a line: the titles of links and pictures, and what HTML shows when pointed at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape

from ...model import Proposal
from ..language.titles import fold_title
from .inline import blank_unread

_QUOTED = r"(?:\"(?P<{0}2>[^\"\n]{{1,300}})\"|'(?P<{0}1>[^'\n]{{1,300}})')"
# `](map.md "Free until May")`, `[map]: map.md "Free until May"`
_TITLED = re.compile(
    r"\]\([ \t]*(?:<[^<>\n]{0,1000}>|[^\s()<>]{1,1000})\s+" + _QUOTED.format("link") + r"\s*\)"
    r"|^[ ]{0,3}\[(?!\^)[^\[\]\n]{1,100}\]:[ \t]*(?:<[^<>\n]{1,1000}>|\S{1,1000})(?:[ \t]+|[ \t]*\n[ \t]*)"
    + _QUOTED.format("definition")
    + r"[ \t]*$",
    re.MULTILINE,
)
# a tag, or the attributes that Markdown lets follow: `{ .md-button title="Free until May" }`
_HOLDER = re.compile(r"<(?P<tag>[A-Za-z][\w-]{0,30})\s[^<>]{1,1000}>|\{:?[ ]?[^{}\n]{1,500}\}")
_SAID = re.compile(r"\s(?P<name>title|placeholder|aria-label|value)\s*=\s*" + _QUOTED.format("value"), re.IGNORECASE)
_FENCE = re.compile(r"`{3}|~{3}")
_SIGN = re.compile(r"[\"'][ \t]*(?:\)|$)|(?:title|placeholder|aria-label|value)\s*=", re.IGNORECASE | re.MULTILINE)


def parse_tooltips(proposal: Proposal) -> Iterator[tuple[int, str]]:
    """The titles and the like in a proposal's body, and their lines; none that the text beside it says already.

    Args:
        proposal: as it was read. What stands in its code and comments says nothing here.
    """
    body = proposal.front_matter.end
    if not _SIGN.search(proposal.text):
        return
    text = blank_unread(_without_code(proposal, body))
    beside: dict[int, str] = defaultdict(str)
    for block in proposal.blocks:
        folded = f" {fold_title(block.text)} "
        for line in range(block.start, block.end + 1):
            beside[line] += folded
    line, last = 1, 0
    for at, words in sorted({*_find_titles(text), *_find_attributes(text)}):
        line, last = line + text.count("\n", last, at), at
        said = " ".join(unescape(words).split())
        if f" {fold_title(said)} " not in beside.get(line, ""):
            yield line, said


def _without_code(proposal: Proposal, body: int) -> str:
    lines = proposal.text.split("\n")
    lines[:body] = [""] * body
    for block in proposal.blocks:
        # what is only indented may stand below the title of a note, and is shown as text there
        if block.kind == "code" and _FENCE.search(lines[block.start - 1]):
            lines[block.start - 1 : block.end] = [""] * (block.end - block.start + 1)
    return "\n".join(lines)


def _find_titles(text: str) -> Iterator[tuple[int, str]]:
    for match in _TITLED.finditer(text):
        yield match.start(), next(filter(None, match.groups()))


def _find_attributes(text: str) -> Iterator[tuple[int, str]]:
    for holder in _HOLDER.finditer(text):
        for match in _SAID.finditer(holder[0]):
            # elsewhere it is data: `<li value="3">`, `<option value="a">`
            if match["name"].lower() != "value" or (holder["tag"] or "").lower() == "input":
                yield holder.start() + match.start(), match["value2"] or match["value1"]
