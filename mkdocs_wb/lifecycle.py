"""The lifecycle: which statuses there are, what each counts as, and where it may move to.

The one table that badges, rules, the baseline and the portfolio's order derive from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Stage(str, Enum):
    """What a status is good for; the rule table grades its severities by it."""

    IDEA = "idea"
    REVIEW = "review"
    COMMITTED = "committed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Status:
    """One row of the table."""

    name: str
    stage: Stage
    approved: bool
    moves: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name as people read it: `in-review` becomes `In review`."""
        return self.name.replace("-", " ").capitalize()


DEFAULT = "draft"

_TABLE = (
    Status("draft", Stage.IDEA, approved=False, moves=("in-review", "withdrawn")),
    Status("in-review", Stage.REVIEW, approved=False, moves=("draft", "approved", "rejected", "withdrawn")),
    Status("approved", Stage.COMMITTED, approved=True, moves=("building", "in-review", "withdrawn", "superseded")),
    Status("building", Stage.COMMITTED, approved=True, moves=("launched", "in-review", "withdrawn", "superseded")),
    Status("launched", Stage.COMMITTED, approved=True, moves=("in-review", "superseded")),
    Status("rejected", Stage.CLOSED, approved=False, moves=("draft",)),
    Status("withdrawn", Stage.CLOSED, approved=False, moves=("draft",)),
    Status("superseded", Stage.CLOSED, approved=False, moves=()),
)


def fold_status(text: str) -> str:
    """The form in which statuses are compared: `In Review`, `in_review` and `in-review` are one."""
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The statuses in their order, and what else a team calls them."""

    statuses: Mapping[str, Status] = field(default_factory=lambda: {status.name: status for status in _TABLE})
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Status | None:
        """The status that `text` names, by its own name or a synonym; None where it names none."""
        folded = fold_status(text)
        return self.statuses.get(self.synonyms.get(folded, folded))

    def rank(self, status: Status | None) -> int:
        """The place of a status in the lifecycle's order; what is no status comes last."""
        return list(self.statuses).index(status.name) if status else len(self.statuses)
