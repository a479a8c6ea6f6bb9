"""The body as blocks with their lines.

markdown-it-py's block rules, with those replaced in which Python-Markdown, which MkDocs renders with, sees other
headings than CommonMark: a heading needs no space after its signs and none before them, an underlined heading is one
line, a fence that is never closed is none, and raw HTML reaches to its closing tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.common.html_blocks import block_names
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import fence as commonmark_fence
from markdown_it.rules_block import html_block as commonmark_html_block
from markdown_it.token import Token

from ..model import Block, BlockKind
from .inline import plain_text

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
# markdown.blockprocessors.HashHeaderProcessor: signs at the very start, trailing ones dropped with or without a space.
_HASH = re.compile(r"(#{1,6})((?:\\.|[^\\])*?)#*$")
_FENCE = re.compile(r"`{3,}|~{3,}")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*$")
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*[^}\n ][^\n]*\}[ ]*$")
_HTML_BLOCK = re.compile(rf"<({'|'.join(block_names)})(?=[\s/>]|$)", re.IGNORECASE | re.ASCII)
_MARKDOWN_INSIDE = re.compile(r"<[^>]*\smarkdown(?:[\s=>]|$)")
_VOID = frozenset({"hr", "base", "basefont", "col", "frame", "link", "meta", "param", "source", "track"})


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _push_heading(state: StateBlock, level: int, content: str, lines: list[int]) -> None:
    state.line = lines[1]
    state.push("heading_open", f"h{level}", 1).map = lines
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, lines, []
    state.push("heading_close", f"h{level}", -1)


def _hash_heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    if state.sCount[start] > state.blkIndent:
        return False
    margin = state.src[state.bMarks[start] : state.bMarks[start] + state.tShift[start]]
    if margin and margin.isspace() and state.sCount[start] % 4:
        return False  # Python-Markdown counts a list's indentation in fours
    match = _HASH.match(_line(state, start).rstrip())
    if match is None:
        return False
    if not silent:
        _push_heading(state, len(match[1]), match[2].strip(), [start, start + 1])
    return True


def _underlined_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or start + 1 >= end or state.is_code_block(start) or state.sCount[start + 1] != state.blkIndent:
        return False
    match = _UNDERLINE.match(_line(state, start + 1))
    if match is None:
        return False
    _push_heading(state, 1 if match[1][0] == "=" else 2, _line(state, start).strip(), [start, start + 2])
    return True


def _closed_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = _FENCE.match(_line(state, start))
    if opening is None:
        return False
    if "closing" not in state.env:  # found once a document: looking again at each fence would be quadratic
        lines = ((line, _line(state, line).rstrip()) for line in range(state.lineMax))
        state.env["closing"] = [(line, text) for line, text in lines if _FENCE.fullmatch(text)]
    closing: list[tuple[int, str]] = state.env["closing"]
    if not any(line > start and text.startswith(opening[0]) for line, text in reversed(closing)):
        return False
    return commonmark_fence(state, start, end, silent)


def _raw_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = _line(state, start)
    opening = _HTML_BLOCK.match(first)
    if opening is None or silent or opening[1].lower() in _VOID or _MARKDOWN_INSIDE.match(first):
        return commonmark_html_block(state, start, end, silent)
    if state.is_code_block(start):
        return False
    tag = re.compile(rf"<(/?){opening[1]}(?=[\s/>]|$)", re.IGNORECASE)
    depth = 0
    line = start
    while line < end:
        depth += sum(-1 if match[1] else 1 for match in tag.finditer(_line(state, line)))
        line += 1
        if depth <= 0:
            break
    state.line = line  # never closed: raw to the end, as Python-Markdown has it
    token = state.push("html_block", "", 0)
    token.map = [start, line]
    token.content = state.getLines(start, line, state.blkIndent, keepLastLF=True)
    return True


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["inline", "text_join"])
    ruler = parser.block.ruler
    ruler.at("heading", _hash_heading, _INTERRUPTS)
    ruler.at("lheading", _underlined_heading)
    ruler.at("fence", _closed_fence, {"alt": [*_INTERRUPTS["alt"], "list"]})
    ruler.at("html_block", _raw_html, _INTERRUPTS)
    return parser


_PARSER = _make_parser()
_LEAVES: dict[str, BlockKind] = {"fence": "code", "code_block": "code", "html_block": "html", "hr": "rule"}


def parse_blocks(body: str, offset: int = 0) -> tuple[Block, ...]:
    """Read the leaf blocks of a Markdown text.

    Args:
        body: Markdown with LF line breaks.
        offset: how many lines of the file stand before it.

    Returns:
        The blocks in the order of the file, their lines counted in the file; comments are none.
    """
    leaves = _leaves(_PARSER.parse(body), offset)
    return tuple(block for block in leaves if block.kind != "html" or block.text.strip() or "<img" in block.source)


def _leaves(stream: list[Token], offset: int) -> Iterator[Block]:
    depth = {"list_item": 0, "blockquote": 0, "heading": 0, "tr": 0}
    fresh_item = False  # the first paragraph of an item is the item; what follows in it are paragraphs
    row: list[str] = []
    for token in stream:
        name, _, edge = token.type.rpartition("_")
        lines = token.map or [0, 1]
        if token.type in _LEAVES:
            kind = _LEAVES[token.type]
            content = token.content.rstrip("\n")
            text = {"html": plain_text(content), "rule": ""}.get(kind, content)
            yield Block(kind, *_range(lines, offset), content, text, depth["list_item"])
        elif token.type == "inline" and depth["tr"]:
            row.append(token.content)
        elif token.type == "inline" and depth["heading"]:
            yield _block("heading", lines, offset, _ATTRIBUTES.sub("", token.content), depth["heading"])
        elif token.type == "inline":
            kind = "item" if fresh_item else "quote" if depth["blockquote"] else "paragraph"
            yield _block(kind, lines, offset, token.content, depth["list_item"])
            fresh_item = False
        elif name in depth and edge == "open":
            depth[name] += int(token.tag[1]) if name == "heading" else 1
            fresh_item = fresh_item or name == "list_item"
            row_lines = lines
        elif name in depth and edge == "close":
            depth[name] = 0 if name == "heading" else depth[name] - 1
            if name == "tr":
                yield _block("row", row_lines, offset, " | ".join(row), depth["list_item"])
                row = []


def _range(lines: list[int], offset: int) -> tuple[int, int]:
    """The first and last line of a token in the file."""
    return lines[0] + 1 + offset, max(lines[1], lines[0] + 1) + offset


def _block(kind: BlockKind, lines: list[int], offset: int, source: str, level: int) -> Block:
    return Block(kind, *_range(lines, offset), source, plain_text(source), level)
