"""Headings and labels in the form in which they meet their aliases."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBERING = re.compile(r"^(?:(?:part|teil)\s+)?(?:\d{1,2}|[ivx]{1,4})\s*[.):–—-]\s*(?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|our|der|die|das|unser|unsere)\s+", re.IGNORECASE)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@lru_cache(maxsize=5_000)
def fold_title(text: str) -> str:
    """The form in which headings and labels meet their aliases: no case, numbering, article or outer punctuation."""
    text = _EDGES.sub("", unicodedata.normalize("NFC", " ".join(text.split())))
    text = _EDGES.sub("", _NUMBERING.sub("", text, count=1))
    return _ARTICLE.sub("", text, count=1).casefold().replace("’", "'")
