"""Bytes to text: UTF-8, one kind of line break, no byte order mark."""

from __future__ import annotations

import codecs
import re

from ..model import Place, Problem

RULE = "source-readable"
# What stands for a file that Git LFS keeps elsewhere; it names the SHA-256 of the content.
_LFS_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\r?\n(?:[^\n]*\n){0,9}?oid sha256:([0-9a-f]{64})\r?\n"
)


def read_pointer(data: bytes) -> str:
    """The SHA-256 of the content that a pointer of Git LFS stands for; empty where the file is none."""
    pointer = _LFS_POINTER.match(data[:1000])
    return pointer[1].decode() if pointer else ""


def parse_source(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode a file.

    Args:
        data: the file's bytes.

    Returns:
        Its text with LF line breaks, and what stood in the way: bytes that are not UTF-8 are replaced (U+FFFD), and a
        file that is no text of its own at all has an empty text.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data or read_pointer(data):
        found, help_ = "bytes that are no text", "save the file as UTF-8 text"
        if read_pointer(data):
            found = "a pointer of Git LFS"
            help_ = "run `git lfs pull`, and take proposals out of Git LFS: no version in there can be compared"
        elif data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            found = "UTF-16"
        return "", (Problem(RULE, Place(1), f"expected Markdown in UTF-8, found {found}", help_),)
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
