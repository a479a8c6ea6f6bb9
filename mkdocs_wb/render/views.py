"""What the templates are given: an entry, worked out as far as a template should not have to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import (
    FRONT_MATTER,
    OTHER,
    Direction,
    DocumentType,
    Entry,
    Passage,
    Revision,
    Scope,
    Verdict,
)

_LABELS = {
    Verdict.UNCHANGED: "Scope unchanged",
    Verdict.EDITORIAL: "Only reworded",
    Verdict.NARROWED: "Scope narrowed",
    Verdict.CREEP: "Scope creep",
    Verdict.UNKNOWN: "Scope unknown",
}
_SUMMARIES = {
    Verdict.UNCHANGED: "Nothing has changed since.",
    Verdict.EDITORIAL: "Since then only the wording has changed, not the promise.",
    Verdict.NARROWED: "Since then the promise has become smaller.",
    Verdict.CREEP: "Since then the promise has grown or changed.",
    Verdict.UNKNOWN: "What has changed since cannot be told.",
    Verdict.NOT_APPROVED: "",
}
_SOURCES = {
    "digest": "found by its digest",
    "revision": "named by the approval",
    "snapshot": "kept as a snapshot",
    "inferred": "inferred: the first revision of the present run of approved statuses; no approval is recorded",
    "file": "a file",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with what it is for the style sheet."""

    label: str
    value: str
    stage: str = ""


def make_status_badge(entry: Entry) -> Badge:
    """The status; what is no status is shown as it was written."""
    if entry.status is not None:
        return Badge(entry.status.label, entry.status.name, entry.status.stage.value)
    written = entry.proposal.front_matter.text("status") or "No status"
    return Badge(f"{written[:40]}?", "unknown", "unknown")


def make_scope_badge(scope: Scope) -> Badge | None:
    """The verdict, with the growth where it is worth a word; None where there is nothing to compare."""
    if scope.verdict is Verdict.NOT_APPROVED:
        return None
    label = _LABELS[scope.verdict]
    if scope.verdict is Verdict.CREEP and scope.growth and scope.growth >= 0.005:
        label += f" +{scope.growth * 100:.0f}\u202f%"
    return Badge(label, scope.verdict.value)


def describe_scope(scope: Scope) -> str:
    """The verdict in a sentence."""
    return _SUMMARIES[scope.verdict]


def describe_source(scope: Scope) -> str:
    """How the approved version was found."""
    return _SOURCES.get(scope.baseline.source or "", "")


@dataclass(frozen=True, slots=True)
class Run:
    """Passages that stand together: changed ones, or unchanged ones that are folded."""

    changed: bool
    passages: tuple[Passage, ...]


def fold_passages(passages: Sequence[Passage]) -> list[Run]:
    """Passages in runs, so that what did not change can be folded away."""
    return [
        Run(changed, tuple(run)) for changed, run in groupby(passages, key=lambda passage: passage.change is not None)
    ]


def name_element(name: str, document_type: DocumentType) -> str:
    """An element as a heading names it."""
    if name in document_type.elements:
        return document_type.elements[name].title
    return {FRONT_MATTER: "Front matter", OTHER: "Elsewhere in the document"}.get(name, name)


def count_directions(scope: Scope) -> list[tuple[str, int]]:
    """How many changes do what to the promise, in words, without the empty ones."""
    words = {
        Direction.WIDENS: "widen",
        Direction.ALTERS: "alter",
        Direction.NARROWS: "narrow",
        Direction.NONE: "reword or move",
    }
    counts = {direction: sum(change.direction is direction for change in scope.changes) for direction in words}
    return [(words[direction], number) for direction, number in counts.items() if number]


def name_customers(customers: tuple[str, ...]) -> tuple[str, ...]:
    """Customers as people read them: `internal` is a word of the front matter."""
    return tuple("Internal" if customer.casefold() == "internal" else customer for customer in customers)


def find_updated(entry: Entry) -> str:
    """The day of the newest revision; empty where none is known."""
    return entry.revisions[0].date.date().isoformat() if entry.revisions else ""


def is_baseline(revision: Revision, entry: Entry) -> bool:
    """Whether a revision is the approved version."""
    return bool(entry.scope.baseline.revision) and revision.commit == entry.scope.baseline.revision


def rank_scope(scope: Scope) -> float:
    """A number that sorts by what needs attention: unknown and creep first, creep by its growth."""
    order = [
        Verdict.UNKNOWN,
        Verdict.CREEP,
        Verdict.NARROWED,
        Verdict.EDITORIAL,
        Verdict.UNCHANGED,
        Verdict.NOT_APPROVED,
    ]
    return order.index(scope.verdict) - min(scope.growth or 0.0, 9.0) / 10
