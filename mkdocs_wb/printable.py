"""Text from a document made harmless for a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

_WITHOUT_WIDTH = ("Mn", "Me", "Cf")  # accents, variation selectors, joiners


def printable(text: str) -> str:
    """A text on one line, without the signs that steer a terminal, turn its direction, or command GitHub's runner."""
    return _CONTROL.sub("\ufffd", " ".join(re.split(r"[\r\n\t]+", text))).replace("##[", "##\u200b[")


def count_cells(text: str) -> int:
    """How many cells of a terminal a text takes: signs of East Asian scripts take two, those that join or colour others none."""
    return sum(
        0 if unicodedata.category(sign) in _WITHOUT_WIDTH else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
