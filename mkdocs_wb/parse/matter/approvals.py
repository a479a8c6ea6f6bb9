"""Who approved which version, as the front matter records it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ...model import Amendment, Approval, FrontMatter
from ..language.period import parse_period
from .amendments import read_amendments


def read_approvals(front_matter: FrontMatter) -> tuple[Approval, ...]:
    """The entries of `approvals` that are mappings; what is wrong with the others is the schema's to say."""
    listed = front_matter.get("approvals")
    entries = listed if isinstance(listed, list) else []
    return tuple(_approval(entry, index) for index, entry in enumerate(entries) if isinstance(entry, dict))


def _approval(entry: dict[str, object], index: int) -> Approval:
    def text(key: str) -> str:
        value = entry.get(key)
        return value.strip() if isinstance(value, str) else ""

    by = entry.get("by")
    names = by if isinstance(by, list) else [by]
    people = tuple(str(name) for name in names if isinstance(name, str) and name.strip())
    version = text("version") or str(index + 1)
    return Approval(version, text("date"), people, text("digest"), text("revision"), text("snapshot"), index)


def find_strangers(approval: Approval, approvers: Sequence[str]) -> tuple[str, ...]:
    """Who signed an approval and is not on the list of those who may; nobody where there is no list."""
    allowed = {_fold(name) for name in approvers}
    return tuple(name for name in approval.by if allowed and _fold(name) not in allowed)


def is_signed(approval: Approval, approvers: Sequence[str]) -> bool:
    """Whether somebody signed an approval who may; where there is no list, it need not be signed."""
    return not approvers or len(find_strangers(approval, approvers)) < len(approval.by)


def _fold(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def read_standing(front_matter: FrontMatter) -> tuple[Amendment, ...]:
    """The amendments that stand: those of days before the last approval were of the version before, and are settled."""
    approvals = read_approvals(front_matter)
    approved = parse_period(approvals[-1].date) if approvals else None
    return tuple(
        amendment
        for amendment in read_amendments(front_matter)
        if not ((day := parse_period(amendment.date)) and approved and day.last < approved.first)
    )
