"""Headings and labels in the form in which they meet their aliases."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PART = r"(?:part|section|chapter|teil|abschnitt|kapitel|часть|раздел)\s+"
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[ivx]{1,4}|[a-d])"
_NUMBERING = re.compile(
    rf"^(?:{_PART}(?:{_NUMBER}|one|two|three|four)\s*[.):–—-]*\s+|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+|{_NUMBER}\s*[.):–—-]\s*)(?=\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|our|a|an|der|die|das|unser|unsere)\s+", re.IGNORECASE)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_JOINED = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W\d_])")  # `call-to-action`
_PLURAL = re.compile(r"(?<=\w)\((?:s|es|n|en)\)")  # `Solution paragraph(s)`


@lru_cache(maxsize=5_000)
def fold_title(text: str) -> str:
    """The form in which headings and labels meet their aliases: no case, numbering, article hyphens or outer punctuation."""
    text = _EDGES.sub("", unicodedata.normalize("NFC", _PLURAL.sub("", " ".join(text.split()))))
    text = _EDGES.sub("", _NUMBERING.sub("", text, count=1))
    text = _ARTICLE.sub("", text, count=1).casefold().replace("’", "'")
    return _JOINED.sub(" ", text.replace(" & ", " and "))
