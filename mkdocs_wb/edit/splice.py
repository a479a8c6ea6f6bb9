"""What to cut out of a block of YAML and what to put in, so that a key has a text or a list has one more entry.

Each follows the style it meets: quotes, flow or block, indentation. Whatever else is written stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..errors import WbError
from .layout import Node, find_value
from .scalar import Value, render_scalar

ListEntry = Mapping[str, Value | Sequence[str]]  # what is appended to a list

_INDENTATION = 2


class Splice(NamedTuple):
    """A text that takes the place of `start` to `end`, offsets in the source."""

    start: int
    end: int
    text: str


def splice_text(root: Node | None, source: str, key: str, text: str) -> list[Splice]:
    """What gives a top-level key a text.

    Args:
        root: the layout of the source.
        source: YAML, with LF line breaks; every line is ended.
        key: a name.
        text: its new value.

    Raises:
        WbError: the present value cannot be replaced.
    """
    flow = root is not None and root.style == "flow"
    found = find_value(root, key)
    if found is None:
        return [_put_key(root, source, f"{key}: {render_scalar(text, flow=flow)}")]
    value = found[1]
    _require(value, "scalar", key)
    written = render_scalar(text, value.style if value.style in ("'", '"') else "", flow=flow)
    end = len(source[: value.end].rstrip("\n")) if value.style in ("|", ">") else value.end
    return [_put_value(source, value.start, end, written)]


def splice_entry(root: Node | None, source: str, key: str, entry: ListEntry) -> list[Splice]:
    """What appends a mapping to the list of a top-level key; the parameters are those of `splice_text`.

    Raises:
        WbError: the present value is no list, or cannot be changed.
    """
    found = find_value(root, key)
    flow = root is not None and root.style == "flow"
    if found is None and flow:
        return [_put_key(root, source, f"{key}: [{_render_flow(entry)}]")]
    if found is None:
        return [_put_key(root, source, f"{key}:\n{_render_first(root, source, entry)}")]
    name, value = found
    _require(value, "list", key)
    if value.kind == "list" and value.style == "block":
        return [_append_to_block(value, source, entry)]
    if value.children:
        return _append_to_flow(value, source, entry)
    gap = source[name.end : value.start]
    if not flow and "\n" not in gap and (value.is_null or not source[value.start + 1 : value.end - 1].strip()):
        cut = Splice(value.start - len(gap) + len(gap.rstrip()), value.end, "")
        line = _line_end(source, value.end)
        return [cut, Splice(line, line, f"{_render_first(root, source, entry)}\n")]
    if value.kind == "list":
        return [Splice(value.start + 1, value.start + 1, _render_flow(entry))]
    return [_put_value(source, value.start, value.end, f"[{_render_flow(entry)}]")]


def _require(value: Node, kind: str, key: str) -> None:
    """Refuse a value that something else may refer to, or that is of another kind."""
    if value.is_marked:
        message = f"`{key}` has an anchor, an alias or a tag; write its value out"
        raise WbError(message)
    if value.kind != kind and not value.is_null:
        wanted = {"scalar": "one text", "list": "a list"}
        message = f"expected {wanted[kind]} as `{key}`, found {'a mapping' if value.kind == 'mapping' else wanted.get(value.kind)}"
        raise WbError(message)


def _put_value(source: str, start: int, end: int, written: str) -> Splice:
    """A value in the place of another; one of which nothing was written yet begins right behind the colon."""
    return Splice(start, end, written if source[:start].endswith((" ", "\t", "\n")) else f" {written}")


def _put_key(root: Node | None, source: str, written: str) -> Splice:
    """A new key: the last one of a block, the first one between braces."""
    if root is not None and root.style == "flow":
        at = root.start + 1
        comma = "" if not root.children else "," if source[at] in " \n" else ", "
        return Splice(at, at, f"{written}{comma}")
    pad = " " * (_column(source, root.start) if root is not None else 0)
    return Splice(len(source), len(source), f"{pad}{written}\n")


def _render_first(root: Node | None, source: str, entry: ListEntry) -> str:
    """The first entry of a list, indented as other lists of the front matter are."""
    start = _column(source, root.start) if root is not None else 0
    lists = [value for _key, value in root.pairs if value.kind == "list" and value.style == "block"] if root else []
    column = _column(source, lists[0].start) if lists else start + _INDENTATION
    return _render_block(entry, column, " ", None)


def _append_to_block(value: Node, source: str, entry: ListEntry) -> Splice:
    """After the last entry and the comment on its last line, in the form of that entry."""
    last = value.children[-1]
    at = last.end if source[: last.end].endswith("\n") else _line_end(source, last.end)
    column = _column(source, value.start)
    if last.style == "flow":
        return Splice(at, at, f"{' ' * column}- {_render_flow(entry)}\n")
    dash = source.rfind("\n", 0, last.start) + 1 + column
    gap = source[dash + 1 : last.start] if last.kind == "mapping" else ""
    inner = next((item for _key, item in last.pairs if item.kind == "list"), None) if last.kind == "mapping" else None
    step = (
        None if inner is None or inner.style == "flow" else _column(source, inner.start) - _column(source, last.start)
    )
    return Splice(at, at, f"{_render_block(entry, column, gap if gap and not gap.strip() else ' ', step)}\n")


def _append_to_flow(value: Node, source: str, entry: ListEntry) -> list[Splice]:
    """Behind the last entry; on a line of its own where the closing bracket is on one."""
    end, close = value.children[-1].end, value.end - 1
    written = _render_flow(entry)
    line = source.rfind("\n", 0, close) + 1
    if source[line:close].strip():
        return [Splice(end, end, f", {written}")]
    first = value.children[-1].start
    pad = re.match(" *", source[source.rfind("\n", 0, first) + 1 :])
    ended = re.sub("#.*", "", source[end:close]).strip() == ","
    comma = [] if ended else [Splice(end, end, ",")]
    return [*comma, Splice(line, line, f"{pad[0] if pad else ''}{written}{',' if ended else ''}\n")]


def _render_flow(entry: ListEntry) -> str:
    return "{" + ", ".join(f"{key}: {_render_value(value, flow=True)}" for key, value in entry.items()) + "}"


def _render_block(entry: ListEntry, column: int, gap: str, step: int | None) -> str:
    """An entry in block style, without the break after its last line.

    Args:
        entry: what it says.
        column: of its dash, from 0.
        gap: what stands between the dash and the first key.
        step: how far lists in it are indented; None for lists in brackets.
    """
    pad = " " * (column + 1 + len(gap))
    lines = []
    for key, value in entry.items():
        if step is None or isinstance(value, Value):
            lines.append(f"{key}: {_render_value(value)}")
        else:
            lines += [f"{key}:", *(f"{' ' * step}- {render_scalar(item)}" for item in value)]
    return f"{' ' * column}-{gap}" + f"\n{pad}".join(lines)


def _render_value(value: Value | Sequence[str], *, flow: bool = False) -> str:
    if isinstance(value, Value):
        return render_scalar(value, flow=flow)
    return "[" + ", ".join(render_scalar(item, flow=True) for item in value) + "]"


def _column(source: str, offset: int) -> int:
    return offset - source.rfind("\n", 0, offset) - 1


def _line_end(source: str, offset: int) -> int:
    """The offset behind the break that ends a line."""
    return source.index("\n", offset) + 1
