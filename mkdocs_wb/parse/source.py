"""Bytes to text: UTF-8, one kind of line break, no byte order mark."""

from __future__ import annotations

import codecs

from ..model import Place, Problem

RULE = "source-readable"


def parse_source(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file.

    Args:
        data: the file's bytes.

    Returns:
        Its text with LF line breaks, and what stood in the way: bytes that are not UTF-8 are replaced (U+FFFD), and a
        file that is no text at all has an empty text.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        found = "UTF-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "bytes that are no text"
        problem = Problem(RULE, Place(1), f"expected Markdown in UTF-8, found {found}", "save the file as UTF-8 text")
        return "", (problem,)
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        found = f"the byte 0x{data[error.start]:02x}, which is not UTF-8"
        problems = (
            Problem(RULE, Place(line, column), f"expected text in UTF-8, found {found}", "save the file as UTF-8"),
        )
        text = data.decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems
