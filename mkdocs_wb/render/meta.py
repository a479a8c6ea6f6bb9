"""A proposal's metadata as a theme may have it: themes write it into the page as it is, so it is cleaned here, once."""

from __future__ import annotations

from html import escape
from typing import Any

from ..lifecycle import Status
from ..model import Proposal, Scalar

# What themes and plugins mean these keys to be; a value of another kind stops the build with a traceback.
_LISTS = ("tags", "hide")
_MAPPINGS = ("search", "social")
_TEXTS = ("title", "description", "author", "template", "icon", "subtitle", "image")


def build_meta(proposal: Proposal, status: Status | None) -> dict[str, Any]:
    """The metadata of a proposal's page: every text escaped, every known key of the kind that themes expect.

    Args:
        proposal: as read.
        status: sets `status`, by which Material shows its icon in the navigation.
    """
    meta: dict[str, Any] = {}
    for key, value in proposal.front_matter.values.items():
        if key in _LISTS:
            meta[key] = [escape(text) for text in proposal.front_matter.texts(key)]
        elif key in _MAPPINGS:
            if isinstance(value, dict):
                meta[key] = _clean(value)
        elif key in _TEXTS:
            if text := proposal.front_matter.text(key):
                meta[key] = escape(" ".join(text.split()))
        else:
            meta[key] = _clean(value)
    meta["title"] = escape(" ".join(proposal.title.split()))
    meta.pop("status", None)
    if status is not None:
        meta["status"] = status.name
    return meta


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {escape(str(key)): _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    native = value.native if isinstance(value, Scalar) else value
    return escape(native) if isinstance(native, str) else native
