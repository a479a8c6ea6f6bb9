"""What would be written, as a patch."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..parse.source import parse_source
from ..printable import printable


def render_patch(old_path: str, new_path: str, before: bytes, after: bytes) -> str:
    """The difference between two contents of a file as a unified diff; of a rename alone, its two names."""
    old, new = (parse_source(data)[0].split("\n") for data in (before, after))
    lines = list(difflib.unified_diff(old, new, f"a/{old_path}", f"b/{new_path}", lineterm=""))
    return "\n".join(map(printable, lines or _rename(old_path, new_path)))


def _rename(old_path: str, new_path: str) -> Iterator[str]:
    yield f"rename from {old_path}"
    yield f"rename to {new_path}"
