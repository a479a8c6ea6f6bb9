"""What the templates are given: an entry, worked out as far as a template should not have to."""

from __future__ import annotations

from dataclasses import dataclass

from ..lifecycle import Status
from ..model import (
    Entry,
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


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with what it is for the style sheet."""

    label: str
    value: str
    stage: str = ""


def make_status_label(status: Status | None) -> Badge:
    """A status that a proposal had."""
    return Badge(status.label, status.name, status.stage.value) if status else Badge("No status", "unknown", "unknown")


def make_status_badge(entry: Entry) -> Badge:
    """The status; what is no status is shown as it was written."""
    if entry.status is not None:
        return make_status_label(entry.status)
    written = entry.proposal.front_matter.text("status") or "No status"
    return Badge(f"{written[:40]}?", "unknown", "unknown")


def make_scope_badge(scope: Scope) -> Badge | None:
    """The verdict of a comparison; None where there is nothing to compare."""
    return make_verdict_badge(scope.verdict, scope.growth)


def make_verdict_badge(verdict: Verdict, growth: float | None) -> Badge | None:
    """A verdict, with the growth where it is worth a word; None where there is nothing to compare."""
    if verdict is Verdict.NOT_APPROVED:
        return None
    label = _LABELS[verdict]
    if verdict is Verdict.CREEP and growth and growth >= 0.005:
        label += f" +{growth * 100:.0f}\u202f%"
    return Badge(label, verdict.value)


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
