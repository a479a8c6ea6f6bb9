"""The digest of approved content: what an approval vouches for, independent of status, relations and line endings."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

from ..model import FrontMatter

# What of the front matter is part of the promise.
PROMISED_KEYS = ("title", "customer", "goals", "target_launch")
_PREFIX = "wb1:"


def build_digest(front_matter: FrontMatter, body: str) -> str:
    """`wb1:` and the SHA-256 of the promised keys and the body, as the contract defines them.

    Args:
        front_matter: as read; its scalars enter as their source text.
        body: what follows it, with LF line breaks.

    Returns:
        For example `wb1:9a4f…`, 68 characters.
    """
    promised = {key: front_matter.values[key] for key in PROMISED_KEYS if key in front_matter.values}
    meta = json.dumps(_plain(promised), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    lines = "\n".join(line.rstrip(" \t") for line in body.split("\n")).strip("\n") + "\n"
    data = unicodedata.normalize("NFC", f"{meta}\n{lines}").encode("utf-8", errors="replace")
    return _PREFIX + hashlib.sha256(data).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else str(value)
