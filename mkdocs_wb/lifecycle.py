"""The lifecycle: which statuses there are, what each counts as, and where it may move to.

The one table that badges, rules, the baseline and the portfolio's order derive from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Stage(str, Enum):
    """What a status is good for; the rule table grades its severities by it."""

    IDEA = "idea"
    REVIEW = "review"
    COMMITTED = "committed"
    CLOSED = "closed"

    @property
    def rank(self) -> int:
        """Its place in the order of the stages."""
        return list(Stage).index(self)


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

    def leads_on_to(self, other: Status) -> bool:
        """Whether it may move to another that is no step back, no way out, and not the other half of a detour."""
        forward = self.stage.rank <= other.stage.rank < Stage.CLOSED.rank
        return forward and other.name in self.moves and self.name not in (other.name, *other.moves)

    @property
    def launched(self) -> bool:
        """Whether it says that the customers have what was promised."""
        return self.name == "launched"

    @property
    def closed(self) -> bool:
        """Whether it says that the idea was let go."""
        return self.stage is Stage.CLOSED


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


def arrange(statuses: Iterable[Status]) -> dict[str, Status]:
    """Statuses by name, in the lifecycle's order.

    One that the table does not have stands before the first one that it leads on to, else last of its stage.
    """
    rows = {status.name: status for status in statuses}
    order = [status.name for status in _TABLE if status.name in rows]
    seen = set(order)

    def place(status: Status) -> None:
        seen.add(status.name)
        ahead = [other for other in rows.values() if status.leads_on_to(other)]
        for other in ahead:
            if other.name not in seen:
                place(other)
        before = [order.index(other.name) for other in ahead if other.name in order]
        last = max((n for n, name in enumerate(order) if rows[name].stage.rank <= status.stage.rank), default=-1)
        order.insert(min(before, default=last + 1), status.name)

    for status in rows.values():
        if status.name not in seen:
            place(status)
    return {name: rows[name] for name in order}


def fold_status(text: str) -> str:
    """The form in which statuses are compared: `In Review`, `in_review` and `in-review` are one."""
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The statuses in their order, and what else a team calls them."""

    statuses: Mapping[str, Status] = field(default_factory=lambda: arrange(_TABLE))
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> Status | None:
        """The status that `text` names, by its own name or a synonym; None where it names none."""
        folded = fold_status(text)
        return self.statuses.get(self.synonyms.get(folded, folded))

    def rank(self, status: Status | None) -> int:
        """The place of a status in the lifecycle's order; what is no status comes last."""
        return list(self.statuses).index(status.name) if status else len(self.statuses)

    def path(self) -> tuple[Status, ...]:
        """The statuses on the way from the idea to the launch: not those that close it, nor a team's own detours."""
        ours = {status.name for status in _TABLE}
        leading = (
            status
            for status in self.statuses.values()
            if status.name in ours or any(map(status.leads_on_to, self.statuses.values()))
        )
        return tuple(status for status in leading if not status.closed)
