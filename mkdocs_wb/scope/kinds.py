"""The kinds of change and what each does to the promise: the one table that verdict, growth and display derive from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..model import Direction, ScopeChange, Verdict


class Kind(NamedTuple):
    """A row of the table: the direction, and the kind in words."""

    direction: Direction
    label: str


KINDS = {
    "promise-added": Kind(Direction.WIDENS, "Promise added"),
    "promise-removed": Kind(Direction.NARROWS, "Promise removed"),
    "promise-changed": Kind(Direction.ALTERS, "Promise changed"),
    "figure-changed": Kind(Direction.ALTERS, "Figure changed"),
    "audience-changed": Kind(Direction.ALTERS, "Audience changed"),
    "commitment-softened": Kind(Direction.NARROWS, "Commitment softened"),
    "commitment-hardened": Kind(Direction.WIDENS, "Commitment hardened"),
    "question-added": Kind(Direction.WIDENS, "Question added"),
    "question-removed": Kind(Direction.NARROWS, "Question removed"),
    "answer-changed": Kind(Direction.ALTERS, "Answer changed"),
    "element-added": Kind(Direction.WIDENS, "Section added"),
    "element-removed": Kind(Direction.NARROWS, "Section removed"),
    "image-changed": Kind(Direction.ALTERS, "Picture changed"),
    "reworded": Kind(Direction.NONE, "Reworded"),
    "moved": Kind(Direction.NONE, "Moved"),
}


NO_WORDS = "image-changed"  # a change of what no word says


def judge(changes: Iterable[ScopeChange]) -> Verdict:
    """The verdict over the changes of a comparison that could be made."""
    directions = {change.direction for change in changes}
    if directions & {Direction.WIDENS, Direction.ALTERS}:
        return Verdict.CREEP
    if Direction.NARROWS in directions:
        return Verdict.NARROWED
    return Verdict.EDITORIAL if directions else Verdict.UNCHANGED
