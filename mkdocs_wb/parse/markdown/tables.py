"""Tables whose columns or rows are elements: `| Problem | Solution |`, `| **Problem** | Growers cannot find … |`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from ...model import Block
from ..language.titles import fold_title
from .inline import plain_text

_FEWEST = 2  # elements that a table names, for one may be chance: `| Product | Price |`
_NAMING = 2  # columns in which a row may say its element; a number may come first
_BETWEEN = " | "


def split_tables(blocks: Sequence[Block], aliases: Mapping[str, str]) -> tuple[Block, ...]:
    """Blocks in which the cells of such tables are labelled paragraphs.

    Args:
        blocks: in the order of the file.
        aliases: from folded labels to the names of elements.

    Returns:
        The same; a table of columns is read column by column, so that its lines occur in each.
    """
    if not any(block.kind == "row" for block in blocks):
        return tuple(blocks)
    return tuple(chain.from_iterable(_split(table, aliases) for table in _find_tables(blocks)))


def _find_tables(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The rows of each table together, every other block by itself."""
    first = 0
    for index in range(1, len(blocks) + 1):
        goes_on = index < len(blocks) and blocks[index - 1].kind == blocks[index].kind == "row"
        near = goes_on and blocks[index].start <= blocks[index - 1].end + (2 if index - 1 == first else 1)
        if not near:
            yield blocks[first:index]
            first = index


def _split(table: Sequence[Block], aliases: Mapping[str, str]) -> Sequence[Block]:
    if table[0].kind != "row":
        return table
    cells = [block.source.split(_BETWEEN) for block in table]
    named = [_name(cell, aliases) for cell in cells[0]]
    if len(set(filter(None, named))) >= _FEWEST and len(table) > 1:
        return list(_by_column(table, cells, named))
    naming = [next((n for n, cell in enumerate(row[:_NAMING]) if _name(cell, aliases)), None) for row in cells]
    told = {_name(row[n], aliases) for row, n in zip(cells, naming, strict=True) if n is not None and len(row) > n + 1}
    if len(told) < _FEWEST:
        return table
    return [
        block
        if n is None or not any(row[n + 1 :])
        else _label(row[n], _BETWEEN.join(filter(None, row[n + 1 :])), block)
        for block, row, n in zip(table, cells, naming, strict=True)
    ]


def _name(cell: str, aliases: Mapping[str, str]) -> str | None:
    return aliases.get(fold_title(plain_text(cell)))


def _by_column(table: Sequence[Block], cells: Sequence[Sequence[str]], named: Sequence[str | None]) -> Iterator[Block]:
    columns = list(zip_longest(*cells, fillvalue=""))
    rest = [n for n in range(len(columns)) if n >= len(named) or named[n] is None]
    for row, block in enumerate(table):
        words = _BETWEEN.join(columns[n][row] for n in rest)
        if words.strip(" |"):
            yield block._replace(source=words, text=plain_text(words))
    for column, name in zip(columns, named, strict=False):
        if name is not None:
            yield _label(column[0], "", table[0])
            yield from (
                block._replace(kind="paragraph", source=cell, text=plain_text(cell))
                for block, cell in zip(table[1:], column[1:], strict=True)
                if cell.strip()
            )


def _label(title: str, words: str, block: Block) -> Block:
    source = f"**{plain_text(title).strip().rstrip(':')}** {words}".rstrip()
    return block._replace(kind="paragraph", source=source, text=plain_text(source))
