"""Changes that somebody accepted, as the front matter records them."""

from __future__ import annotations

from ...model import Amendment, FrontMatter


def read_amendments(front_matter: FrontMatter) -> tuple[Amendment, ...]:
    """The entries of `amendments` that are mappings; what is wrong with the others is the schema's to say."""
    listed = front_matter.get("amendments")
    entries = [FrontMatter(entry) for entry in (listed if isinstance(listed, list) else []) if isinstance(entry, dict)]
    return tuple(
        Amendment(entry.text("fingerprint"), entry.text("date"), entry.texts("by"), entry.text("reason"))
        for entry in entries
    )
