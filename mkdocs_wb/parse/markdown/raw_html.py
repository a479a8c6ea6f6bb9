"""Raw HTML as the blocks that a reader sees in it: headings, paragraphs, quotations, items, rows, folded parts.

MkDocs renders what stands in a `<div>` or in `<details>` as it is; on a forge, Markdown between blank lines in them is
Markdown. What people mean by it is the same, so it is read as they would on a forge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Block, BlockKind
from .blocks import parse_blocks
from .inline import drop_unseen, plain_text

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_TAG = re.compile(
    r"<(?P<closes>/?)(?P<name>h[1-6]|p|div|center|section|article|header|footer|main|figure|figcaption|details|summary"
    r"|blockquote|[ou]l|li|dl|dt|dd|table|thead|tbody|tfoot|tr|t[dh]|hr)(?=[\s/>])[^<>]{0,1000}>",
    re.IGNORECASE,
)
# Raw HTML that is nothing but a quotation is one block.
_QUOTED = re.compile(r"<blockquote\b(?!.*<(?:h[1-6]|summary|details)\b)", re.IGNORECASE | re.DOTALL)
_STRONG = re.compile(r"</?(?:b|strong)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"</?(?:i|em)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_INLINE = re.compile(r"<(?:b|strong|i|em)[\s>]", re.IGNORECASE)
UNSETTLED = 0  # the level of a folded part's title until the headings around it are known
_DEEPEST = 6
FOLD_BEGINS, FOLD_ENDS = "<details>", "</details>"  # the source of the rules that stand there


def unfold(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which raw HTML is replaced by what stands in it.

    The title of a folded part is a heading below the one that it stands under; where the part begins and ends there
    are rules.
    """
    if not any("<" in block.source for block in blocks):
        return tuple(blocks)
    found: list[Block] = []
    folded = any(block.kind == "heading" and block.level == UNSETTLED for block in blocks)
    for block in blocks:
        if block.kind == "html" and _QUOTED.match(block.source):
            found.append(block._replace(kind="quote"))
        elif block.kind == "html":
            pieces = list(_read(block))
            folded = folded or any(piece.kind == "heading" and piece.level == UNSETTLED for piece in pieces)
            found += pieces
        else:
            found.append(_with_signs(block) if "<" in block.source and block.kind != "code" else block)
    return tuple(_with_levels(found)) if folded else tuple(found)


def _read(block: Block) -> Iterator[Block]:
    block = block._replace(source=drop_unseen(block.source))
    if not _BLANK_LINE.search(block.source):
        yield from _read_tags(block)
        return
    for piece in parse_blocks(block.source, block.start - 1, on_forge=True):
        if piece.kind == "html":
            yield from _read_tags(piece)
        else:
            yield _with_signs(piece) if "<" in piece.source and piece.kind != "code" else piece


def _read_tags(block: Block) -> Iterator[Block]:
    """One piece of HTML without Markdown, cut at its block-level tags."""
    source = block.source
    plain: BlockKind = "item" if block.level else "paragraph"
    kind, level = plain, 0
    quoted = items = 0
    row: tuple[int, list[str]] | None = None
    at, line = 0, block.start
    for match in [*_TAG.finditer(source), None]:
        text = source[at : match.start() if match else len(source)]
        if row is not None and text.strip():
            row[1].append(_mark(text.strip()))
        else:
            yield from _cut(text, kind, level, line)
        if match is None:
            return
        line += text.count("\n")
        name, closes = match["name"].lower(), bool(match["closes"])
        if name == "tr" or (name == "table" and closes):
            if row is not None and row[1]:
                words = " | ".join(row[1])
                yield Block("row", row[0], line, words, plain_text(words))
            row = None if closes else (line, [])
        elif name == "details":
            yield Block("rule", line, line, FOLD_ENDS if closes else FOLD_BEGINS, "")
        elif name == "hr":
            yield Block("rule", line, line, "", "")
        quoted += (-1 if closes else 1) if name == "blockquote" else 0
        items += (-1 if closes else 1) if name == "li" else 0
        kind, level = plain, 0
        if not closes and name in ("h1", "h2", "h3", "h4", "h5", "h6", "summary"):
            kind, level = "heading", int(name[1]) if len(name) == 2 else UNSETTLED
        elif items > 0 or name == "dd":
            kind, level = "item", max(items, 1)
        elif quoted > 0:
            kind = "quote"
        line += match[0].count("\n")
        at = match.end()


def _cut(text: str, kind: BlockKind, level: int, line: int) -> Iterator[Block]:
    """The block of some text between two tags; an image without words stays HTML."""
    bare = text.strip()
    if not bare:
        return
    start = line + text[: len(text) - len(text.lstrip())].count("\n")
    words = plain_text(bare)
    if not words.strip():
        if "<img" in bare.lower():
            yield Block("html", start, start + bare.count("\n"), bare, "")
        return
    yield Block(kind, start, start + bare.count("\n"), _mark(bare), words, level)


def _with_signs(block: Block) -> Block:
    """A block with the signs of Markdown in the place of the tags that mean the same."""
    return block._replace(source=_mark(block.source)) if _INLINE.search(block.source) else block


def _mark(source: str) -> str:
    if "`" in source:
        return source
    return _EMPHASIS.sub(lambda tag: "*" + _lines(tag[0]), _STRONG.sub(lambda tag: "**" + _lines(tag[0]), source))


def _lines(text: str) -> str:
    return "\n" * text.count("\n")


def _with_levels(blocks: Sequence[Block]) -> Iterator[Block]:
    """The titles of folded parts, each a level below the heading it stands under, and above those that it folds."""
    inside = _find_highest(blocks)
    level = 0
    outside: list[int] = []
    for index, block in enumerate(blocks):
        if block.source == FOLD_BEGINS and block.kind == "rule":
            outside.append(level)
        elif block.source == FOLD_ENDS and block.kind == "rule" and outside:
            level = outside.pop()
        if block.kind != "heading":
            yield block
            continue
        if block.level == UNSETTLED:
            level = max(1, min((outside[-1] if outside else level) + 1, inside.get(index, _DEEPEST + 1) - 1))
            yield block._replace(level=level)
        else:
            level = block.level
            yield block


def _find_highest(blocks: Sequence[Block]) -> dict[int, int]:
    """For the title of each folded part the highest level of a heading in it."""
    found: dict[int, int] = {}
    stack: list[list[int]] = []  # of each open part its title's index and the highest level so far
    for index, block in enumerate(blocks):
        if block.kind == "rule" and block.source == FOLD_BEGINS:
            stack.append([-1, _DEEPEST + 1])
        elif block.kind == "heading" and stack:
            if block.level == UNSETTLED:
                stack[-1][0] = index
            else:
                stack[-1][1] = min(stack[-1][1], block.level)
        elif block.kind == "rule" and block.source == FOLD_ENDS and stack:
            _settle(stack, found)
    while stack:
        _settle(stack, found)
    return found


def _settle(stack: list[list[int]], found: dict[int, int]) -> None:
    title, highest = stack.pop()
    found[title] = highest
    if stack:
        stack[-1][1] = min(stack[-1][1], highest)
