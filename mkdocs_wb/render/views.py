"""What the templates are given: an entry, worked out as far as a template should not have to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..lifecycle import Lifecycle, Status
from ..model import Entry, Revision, Scope, Verdict
from ..parse.matter.outcome import Met
from ..portfolio.decisions import Decision
from ..portfolio.outcomes import Launch
from ..portfolio.story import EventKind

_LABELS = {
    Verdict.UNCHANGED: "Scope unchanged",
    Verdict.EDITORIAL: "Only reworded",
    Verdict.NARROWED: "Scope narrowed",
    Verdict.CREEP: "Scope creep",
    Verdict.UNKNOWN: "Scope unknown",
}
# In the order in which they want attention.
_ATTENTION = (
    Verdict.UNKNOWN,
    Verdict.CREEP,
    Verdict.NARROWED,
    Verdict.EDITORIAL,
    Verdict.UNCHANGED,
    Verdict.NOT_APPROVED,
)


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
    return _ATTENTION.index(scope.verdict) - min(scope.growth or 0.0, 9.0) / 10


def shorten(text: str, longest: int) -> str:
    """A text on one line, cut off after a word where it is longer; in one without blanks, after a sign."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    words, _, _ = text[: longest + 1].rpartition(" ")
    return f"{words if len(words) > longest / 2 else text[:longest]}…"


def count_noun(number: int, noun: str) -> str:
    """`1 proposal`, `1,204 proposals`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def name_verdict(verdict: Verdict) -> str:
    """The verdict as a badge says it."""
    return _LABELS[verdict]


def name_verdicts() -> dict[str, str]:
    """Every verdict as people read it, in the order in which they want attention."""
    return {verdict.value: _LABELS.get(verdict, "Not approved") for verdict in _ATTENTION}


def name_status(status: Status | None) -> str:
    """A status, or that it is none, as people read it."""
    return status.label if status else "No known status"


def name_statuses(lifecycle: Lifecycle) -> dict[str, str]:
    """Every status as people read it, in the lifecycle's order, by the badge's value."""
    return {make_status_label(status).value: name_status(status) for status in (*lifecycle.statuses.values(), None)}


def departs(scope: Scope) -> bool:
    """Whether the scope is no longer what was approved, or cannot be told."""
    return scope.verdict in (Verdict.NARROWED, Verdict.CREEP, Verdict.UNKNOWN)


def find_tone(status: Status | None) -> str:
    """The colour of a status, as the style sheet calls it."""
    if status is None:
        return "alarm"
    return "launched" if status.launched else status.stage.value


def find_verdict_tone(verdict: Verdict) -> str:
    """The colour of a verdict on something that was approved."""
    if verdict in (Verdict.CREEP, Verdict.UNKNOWN):
        return "alarm"
    return "committed" if verdict is Verdict.NARROWED else "launched"


def count_by_status(entries: Iterable[Entry], lifecycle: Lifecycle) -> str:
    """`2 approved, 1 building`, in the lifecycle's order."""
    ordered = sorted(entries, key=lambda entry: lifecycle.rank(entry.status))
    counted = Counter(make_status_badge(entry).label.lower() for entry in ordered)
    return ", ".join(f"{number:,} {label}" for label, number in counted.items())


def count_decisions(decisions: Iterable[Decision]) -> str:
    """`12 approvals, 3 let go`: a proposal that was approved twice is two approvals."""
    counted = Counter(name_decision(decision).value for decision in decisions)
    approvals = [count_noun(counted["approved"], "approval")] if counted["approved"] else []
    names = {"accepted": "with changes accepted", "let-go": "let go", "reopened": "taken back"}
    return ", ".join([*approvals, *(f"{counted[value]:,} {name}" for value, name in names.items() if counted[value])])


def count_outcomes(launches: Iterable[Launch]) -> str:
    """`12 met, 3 partly met`, of promises."""
    counted = Counter(launch.outcome.met for launch in launches if launch.outcome)
    return ", ".join(
        f"{counted[met]:,} {name_met(met).label.lower().removeprefix('promise ')}"
        for met in (*Met, None)
        if counted[met]
    )


def name_decision(decision: Decision) -> Badge:
    """What was decided."""
    event = decision.event
    if event.kind is EventKind.APPROVED:
        again = event.version not in ("", "1")
        return Badge(f"Approved, version {event.version}" if again else "Approved", "approved", "committed")
    if event.kind is EventKind.ACKNOWLEDGED:
        return Badge(f"{count_noun(decision.count, 'change')} accepted", "accepted", "review")
    if event.kind is EventKind.LET_GO:
        return Badge(event.status.label if event.status else "Let go", "let-go", "closed")
    return Badge("Taken up again" if event.before and event.before.closed else "Back from approval", "reopened", "idea")


def name_met(met: Met | None) -> Badge:
    """Whether the promise was met."""
    return {
        Met.YES: Badge("Promise met", "launched"),
        Met.PARTLY: Badge("Promise partly met", "review"),
        Met.NO: Badge("Promise not met", "alarm"),
        None: Badge("Not said", "closed"),
    }[met]
