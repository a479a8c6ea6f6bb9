"""The body as blocks with their lines.

markdown-it-py's block rules, with those replaced in which Python-Markdown, which MkDocs renders with, sees other
headings than CommonMark: a heading needs no space after its signs and none before them, an underlined heading is one
line, a fence that is never closed is none, and raw HTML reaches to its closing tag.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.html_blocks import block_names
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ...model import Block, BlockKind
from .inline import plain_text

_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
_FENCE = re.compile(r"(?P<marker>`{3,}|~{3,})(?P<info>[^\n]*)")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*$")
_HTML_BLOCK = re.compile(
    rf"</?({'|'.join([*block_names, 'pre', 'script', 'style', 'textarea'])})(?=[\s/>]|$)", re.IGNORECASE | re.ASCII
)
_MARKDOWN_INSIDE = re.compile(r"<[^>]*\smarkdown(?:[\s=>]|$)")
_MARKERS = ">-+*_[0123456789"
_DEEPEST = 40  # levels; a list and its items are two
_CLOSINGS = {"<!--": "-->", "<?": "?>"}
_SEEN = re.compile(r"<img\b|</?details\b", re.IGNORECASE)  # of HTML that has no words
_VOID = frozenset({"hr", "base", "basefont", "col", "frame", "link", "meta", "param", "source", "track"})


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _push_heading(state: StateBlock, level: int, content: str, lines: list[int]) -> None:
    state.line = lines[1]
    token = state.push("heading", f"h{level}", 0)
    token.content, token.map = content, lines


def _hash_heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    if not state.src.startswith("#", state.bMarks[start] + state.tShift[start]):
        return False
    if (silent and state.parentType == "table") or not _at_margin(state, start):
        return False
    line = _line(state, start).rstrip()
    level = min(len(line) - len(line.lstrip("#")), 6)
    if _ends_in_escape(line):
        return False
    if not silent:
        _push_heading(state, level, _without_closing_signs(line[level:]).strip(), [start, start + 1])
    return True


def _at_margin(state: StateBlock, start: int) -> bool:
    """Whether a line begins where a heading may: at the margin; in a list at its marker, or by fours after a blank line."""
    margin = state.src[state.bMarks[start] : state.bMarks[start] + state.tShift[start]]
    if not margin or not margin.isspace():
        return state.sCount[start] <= state.blkIndent
    inside = state.blkIndent > 0 and state.isEmpty(start - 1)
    return inside and state.sCount[start] % 4 == 0 and not state.is_code_block(start)


def _ends_in_escape(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _without_closing_signs(title: str) -> str:
    """Trailing signs are dropped with or without a space before them, as in Python-Markdown; an escaped one stays."""
    bare = title.rstrip("#")
    return bare + "#" if bare != title and _ends_in_escape(bare) else bare


def _without_attributes(title: str) -> str:
    """A title without the attribute list at its end (`{#problem .wide}`), by the rule of the attr_list extension."""
    if not title.rstrip(" ").endswith("}"):
        return title
    start = title.find(" {")
    inner = title[start + 2 :].lstrip(":").lstrip(" ") if start >= 0 else ""
    return title[:start].rstrip("# ") if inner and inner[0] != "}" else title


def _underlined_heading(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or start + 1 >= end or state.is_code_block(start) or state.sCount[start + 1] != state.blkIndent:
        return False
    match = _UNDERLINE.match(_line(state, start + 1))
    if match is None:
        return False
    _push_heading(state, 1 if match[1][0] == "=" else 2, _line(state, start).strip(), [start, start + 2])
    return True


def _underlined_marker(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An underlined line that begins like a list, a quotation or a rule is a heading where a block may begin."""
    opens = start == 0 or state.isEmpty(start - 1)
    marked = state.src[state.bMarks[start] : state.bMarks[start] + 1] in _MARKERS
    return state.level == 0 and opens and marked and _underlined_heading(state, start, end, silent)


def _closed_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opening = _FENCE.match(_line(state, start))
    if opening is None or "`" in opening["info"]:
        return False
    if "closing" not in state.env:  # found once a document: looking again at each fence would be quadratic
        closing: dict[str, list[int]] = {}
        for line in range(state.lineMax):
            closing.setdefault(_line(state, line).rstrip(), []).append(line)
        state.env["closing"] = {text: lines for text, lines in closing.items() if re.fullmatch(r"`{3,}|~{3,}", text)}
    lines: list[int] = state.env["closing"].get(opening["marker"], [])
    position = bisect_right(lines, start)
    if position == len(lines) or lines[position] >= end:
        return False
    if not silent:
        _push_raw(state, "fence", [start, lines[position] + 1])
    return True


def _push_raw(state: StateBlock, kind: str, lines: list[int]) -> None:
    state.line = lines[1]
    token = state.push(kind, "", 0)
    token.map = lines
    first, last = lines if kind == "html_block" else (lines[0] + 1, lines[1] - 1)
    token.content = state.getLines(first, last, state.blkIndent, keepLastLF=True)


def _raw_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Raw HTML as Python-Markdown has it: a comment, or a block-level tag up to where it is closed."""
    first = _line(state, start)
    if not first.startswith("<") or state.is_code_block(start):
        return False
    closing = next((ends for begins, ends in _CLOSINGS.items() if first.startswith(begins)), None)
    after = _end_of_tag(state, start, end, first) if closing is None else _end_at(closing, state, start, end)
    if after is None:
        return False
    if not silent:
        _push_raw(state, "html_block", [start, after])
    return True


def _end_at(closing: str, state: StateBlock, start: int, end: int) -> int | None:
    """The line after a comment or instruction; None where it is never closed, and so is none."""
    last = state.env.get(closing, 0)  # where it was found last; looking again from each line would be quadratic
    if 0 <= last <= state.bMarks[start]:
        state.env[closing] = last = state.src.find(closing, state.bMarks[start])
    closed = last
    if closed < 0:
        return None
    return min(bisect_left(state.eMarks, closed, start, end) + 1, end)


def _end_of_tag(state: StateBlock, start: int, end: int, first: str) -> int | None:
    """The line after a block-level element; an element that is never closed reaches to the end."""
    opening = _HTML_BLOCK.match(first)
    if opening is None:
        return None
    if opening[1].lower() in _VOID or re.match(r"<[^<>]*/>", first) or _MARKDOWN_INSIDE.match(first):
        return start + 1
    tag = re.compile(rf"<(/?){opening[1]}(?=[\s/>]|$)", re.IGNORECASE)
    depth = 0
    for line in range(start, end):
        depth += sum(-1 if match[1] else 1 for match in tag.finditer(_line(state, line)))
        if depth <= 0:
            return line + 1
    return end


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What is nested deeper than anybody reads is plain text: the parser itself would drop it, and MkDocs shows it."""
    if silent or state.level < _DEEPEST:
        return False
    state.line = end
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = (
        state.getLines(start, end, state.blkIndent, False).strip(),
        [start, end],
        [],
    )
    return True


@cache
def _make_parser(absent: frozenset[str], *, on_forge: bool) -> MarkdownIt:
    """A parser without the rules whose signs a text does not have: each is asked at every line."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 2 * _DEEPEST}).enable("table")
    ruler = parser.block.ruler
    ruler.before("table", "too_deep", _too_deep)
    ruler.at("heading", _hash_heading, _INTERRUPTS)
    ruler.at("lheading", _underlined_heading)
    ruler.before("blockquote", "marked_lheading", _underlined_marker)
    ruler.at("fence", _closed_fence, {"alt": [*_INTERRUPTS["alt"], "list"]})
    if not on_forge:
        ruler.at("html_block", _raw_html, _INTERRUPTS)
    return parser.disable(list(absent))


# A body that has none of these has no block of that kind; headings by underlining are looked for in earnest.
_SIGNS = {
    "blockquote": (">",),
    "code": ("    ", "\t"),
    "fence": ("```", "~~~"),
    "html_block": ("<",),
    "reference": ("]:",),
    "table": ("|",),
}
_UNDERLINED = re.compile(r"^[ \t>]*[=-]+[ \t]*$", re.MULTILINE)
_UNDERLINED_MARKER = re.compile(rf"^(?:[{re.escape(_MARKERS)}])[^\n]*\n[=-]+[ ]*$", re.MULTILINE)
_LEAVES: dict[str, BlockKind] = {"fence": "code", "code_block": "code", "html_block": "html", "hr": "rule"}


def parse_blocks(body: str, offset: int = 0, *, on_forge: bool = False) -> tuple[Block, ...]:
    """Read the leaf blocks of a Markdown text.

    Args:
        body: Markdown with LF line breaks.
        offset: how many lines of the file stand before it.
        on_forge: whether raw HTML ends at a blank line, as in CommonMark, and not at its closing tag.

    Returns:
        The blocks in the order of the file, their lines counted in the file; comments are none.
    """
    parser = _make_parser(frozenset(_find_absent(body)), on_forge=on_forge)
    stream: list[Token] = []
    parser.block.parse(body, parser, {}, stream)  # its other steps are for line breaks and for what is inline
    leaves = _leaves(stream, offset)
    return tuple(block for block in leaves if block.kind != "html" or block.text.strip() or _SEEN.search(block.source))


def _find_absent(body: str) -> Iterator[str]:
    """The rules that no line of a text can meet."""
    yield from (rule for rule, signs in _SIGNS.items() if not any(sign in body for sign in signs))
    if _UNDERLINED.search(body) is None:
        yield from ("lheading", "marked_lheading")
    elif _UNDERLINED_MARKER.search(body) is None:
        yield "marked_lheading"


def _leaves(stream: list[Token], offset: int) -> Iterator[Block]:
    depth = {"list_item": 0, "blockquote": 0, "tr": 0}
    fresh_item = False  # the first paragraph of an item is the item; what follows in it are paragraphs
    row: list[str] = []
    for token in stream:
        lines = token.map or [0, 1]
        if token.type == "inline" and depth["tr"]:
            row.append(token.content)
        elif token.type == "inline":
            kind: BlockKind = "item" if fresh_item else "quote" if depth["blockquote"] else "paragraph"
            yield _block(kind, lines, offset, token.content, depth["list_item"])
            fresh_item = False
        elif token.type == "heading":
            yield _block("heading", lines, offset, _without_attributes(token.content), int(token.tag[1]))
        elif token.type in _LEAVES:
            kind = _LEAVES[token.type]
            content = token.content.rstrip("\n")
            text = plain_text(content) if kind == "html" else "" if kind == "rule" else content
            yield Block(kind, *_range(lines, offset), content, text, depth["list_item"])
        elif (name := token.type.rpartition("_")[0]) not in depth:
            continue
        elif token.nesting > 0:
            depth[name] += 1
            fresh_item = fresh_item or name == "list_item"
            row_lines = lines
        else:
            depth[name] -= 1
            if name == "tr":
                yield _block("row", row_lines, offset, " | ".join(row), depth["list_item"])
                row = []


def _range(lines: list[int], offset: int) -> tuple[int, int]:
    """The first and last line of a token in the file."""
    return lines[0] + 1 + offset, max(lines[1], lines[0] + 1) + offset


def _block(kind: BlockKind, lines: list[int], offset: int, source: str, level: int) -> Block:
    return Block(kind, *_range(lines, offset), source, plain_text(source), level)
