"""Text from a document made harmless for a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """A text on one line, without the signs that steer a terminal, turn its direction, or command GitHub's runner."""
    return _CONTROL.sub("\ufffd", " ".join(re.split(r"[\r\n\t]+", text))).replace("##[", "##\u200b[")


def count_cells(text: str) -> int:
    """How many cells of a terminal a text takes: signs of East Asian scripts take two."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1 for sign in text
    )
