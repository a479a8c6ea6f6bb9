"""Text as XML can carry it: a page of HTML forgives what a feed and an image do not."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def keep_legal(text: str) -> str:
    """A text on one line, without the signs that XML 1.0 does not know, not even escaped."""
    return " ".join(_ILLEGAL.sub(" ", text).split())
