"""Changing keys of a document's front matter without disturbing a byte elsewhere.

The document is never dumped anew: a few signs are cut out and put in, and what came of it is read again before anybody
gets to see it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import WbError
from ..model import FrontMatter
from ..parse.matter.front_matter import parse_front_matter, split_front_matter
from ..parse.source import parse_source
from .layout import parse_layout
from .scalar import Value
from .splice import ListEntry, Splice, splice_entry, splice_text

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Edit:
    """What a document is to say: texts by their top-level key, and entries to append to lists, each with its key."""

    texts: Mapping[str, str] = field(default_factory=dict)
    entries: Sequence[tuple[str, ListEntry]] = ()


def edit_front_matter(data: bytes, edit: Edit) -> bytes:
    """The bytes of a document with an edit made in it.

    Args:
        data: the document: any line breaks, with or without a byte order mark or front matter.
        edit: what is meant.

    Returns:
        The new bytes. Read again, they differ in what is meant and in nothing else.

    Raises:
        WbError: the front matter cannot be read, or is written so that it cannot be changed with certainty.
    """
    before, body = _read(data)
    changed = data
    for key, text in edit.texts.items():
        changed = _splice(changed, key, text)
    for key, entry in edit.entries:
        changed = _splice(changed, key, entry)
    after, body_after = _read(changed)
    if after.values != _expect(before, edit) or body_after != body:
        keys = ", ".join(f"`{key}`" for key in dict.fromkeys([*edit.texts, *(key for key, _entry in edit.entries)]))
        message = f"the front matter is written so that {keys} cannot be changed with certainty; change it by hand"
        raise WbError(message)
    return changed


def _read(data: bytes) -> tuple[FrontMatter, str]:
    text, unreadable = parse_source(data)
    front_matter, body, problems = parse_front_matter(text)
    for problem in (*unreadable, *problems):
        message = f"line {problem.place.line}: {problem.message}; {problem.help}"
        raise WbError(message)
    return front_matter, body


def _expect(front_matter: FrontMatter, edit: Edit) -> dict[str, Any]:
    """The values that are meant."""
    values = {**front_matter.values, **edit.texts}
    for key, entry in edit.entries:
        listed = values.get(key)
        given = {name: str(value) if isinstance(value, Value) else list(value) for name, value in entry.items()}
        values[key] = [*(listed if isinstance(listed, list) else []), given]
    return values


def _splice(data: bytes, key: str, meant: str | ListEntry) -> bytes:
    text = parse_source(data)[0]
    if not parse_front_matter(text)[0].end:
        (added,) = _find_splices("", key, meant)
        return _apply(data, text, [Splice(0, 0, f"---\n{added.text}---\n")])
    source = split_front_matter(text)[0] or ""
    start = text.index("\n") + 1
    found = _find_splices(source, key, meant)
    return _apply(data, text, [Splice(one.start + start, one.end + start, one.text) for one in found])


def _find_splices(source: str, key: str, meant: str | ListEntry) -> list[Splice]:
    root = parse_layout(source)
    return splice_text(root, source, key, meant) if isinstance(meant, str) else splice_entry(root, source, key, meant)


def _apply(data: bytes, text: str, splices: Iterable[Splice]) -> bytes:
    """The splices of a text made in the bytes that it was read from, with the line breaks found there."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    raw = data[len(mark) :].decode("utf-8")
    lines = [match[0] for match in _LINES.finditer(raw)]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def find(offset: int) -> tuple[int, int]:
        """The number of the line that an offset of the text is on, and where it is in the bytes."""
        line = text.count("\n", 0, offset)
        return line, starts[line] + offset - text.rfind("\n", 0, offset) - 1

    for splice in sorted(splices, reverse=True):
        number, start = find(splice.start)
        above = lines[max(number - 1, 0)]
        line_break = above[len(above.rstrip("\r\n")) :] or "\n"
        raw = raw[:start] + splice.text.replace("\n", line_break) + raw[find(splice.end)[1] :]
    return mark + raw.encode("utf-8")
