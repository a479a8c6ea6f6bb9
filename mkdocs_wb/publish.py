"""What a site leaves out: proposals that are private, and those of some statuses."""

from __future__ import annotations

import re
from dataclasses import replace

from .lifecycle import Lifecycle
from .model import Entry, Scalar
from .portfolio.portfolio import Portfolio
from .settings import LeaveOut

# Where the front matter cannot be read, a line that may say `private` is believed.
_SAYS_PRIVATE = re.compile(r"^\s*[\"']?private[\"']?\s*:(?!\s*(?:false|no|off)\s*$)", re.MULTILINE | re.IGNORECASE)


def withhold(portfolio: Portfolio, leave_out: LeaveOut, lifecycle: Lifecycle) -> Portfolio:
    """The portfolio without what is not to be published."""
    statuses = {status.name for name in leave_out.statuses if (status := lifecycle.find(name))}
    return replace(
        portfolio, entries=tuple(entry for entry in portfolio.entries if not _is_withheld(entry, leave_out, statuses))
    )


def _is_withheld(entry: Entry, leave_out: LeaveOut, statuses: set[str]) -> bool:
    if entry.status is not None and entry.status.name in statuses:
        return True
    return leave_out.private and is_private(entry)


def is_private(entry: Entry) -> bool:
    """Whether a proposal is marked private, or might be and cannot be read."""
    proposal = entry.proposal
    value = proposal.front_matter.get("private")
    if value is not None:
        return not (isinstance(value, Scalar) and value.native is False)
    head = proposal.text.split("\n---", 1)[0]
    return bool(proposal.problems) and bool(_SAYS_PRIVATE.search(head))
