"""Names for files, from any text."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

_LONGEST = 60
# What Windows keeps for itself, and what MkDocs takes for a folder's first page.
_KEPT = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)),
    "index",
    "readme",
}


def make_slug(text: str, taken: Container[str] = ()) -> str:
    """A name for a file: letters, digits and hyphens of any script; numbered where it is taken or kept."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    words = "".join(sign if _is_kept(sign) else " " for sign in folded).split()
    slug = "-".join(words)[:_LONGEST].strip("-") or "unnamed"
    number, free = 1, slug
    while free in taken or free in _KEPT:
        number += 1
        free = f"{slug}-{number}"
    return free


def _is_kept(sign: str) -> bool:
    """Letters, digits, and the marks without which some scripts cannot be read."""
    return sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc")
