"""What every format says of a review: its summary, its words, and its findings by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import Finding, Passage, Place, ScopeChange, Severity, Verdict
from ..review.judge import BASELINE_RULE, MOVE_RULE, SCOPE_RULE
from ..review.review import Review, Reviewed
from ..scope.kinds import KINDS
from .checked import Checked, count
from .text import mark_briefly

_LONGEST = 400  # characters of an insertion or a deletion in a finding's message


def summarise(review: Review) -> str:
    """The review in a line: what fails before what is due."""
    touched = [one for one in review.proposals if one.kind != "affected"]
    failing = [one for one in review.proposals if one.exit_code == 1]
    unknown = [one for one in review.proposals if one.exit_code == 2]
    due = [one for one in review.proposals if one.due and one.due.by_branch]
    parts = [f"{count(len(touched), 'proposal')} changed" if touched else "No proposals changed"]
    parts += [f"{len(failing)} {'fails' if len(failing) == 1 else 'fail'}"] if failing else []
    parts += [f"what was approved is not known for {len(unknown)}"] if unknown else []
    parts += [f"approval is due for {len(due)}"] if due else []
    parts += ["not all of it could be read"] if review.failures else []
    if touched and len(parts) == 1:
        parts.append("nothing to object to" if all(one.is_quiet for one in review.proposals) else "nothing fails")
    return ", ".join(parts)


def describe_kind(reviewed: Reviewed) -> str:
    """What the branch does to the file; empty where it only changes it."""
    return {
        "added": "new",
        "changed": "",
        "renamed": f"renamed from {reviewed.old_path}",
        "deleted": "deleted",
        "left": "moved to where it is no proposal",
        "affected": "not touched, and affected",
    }[reviewed.kind]


def describe_status(reviewed: Reviewed) -> str:
    """The status, or the move."""
    move = reviewed.move
    before, now = (status.name if status else "no known status" for status in (move.before, move.after))
    if reviewed.kind in ("deleted", "left"):
        return f"was {before}"
    forbidden = "" if move.allowed else ", which is not allowed"
    return now if move.allowed is None else f"{before} → {now}{forbidden}"


def describe_briefly(reviewed: Reviewed) -> str:
    """What there is to know of a proposal that nobody has to look at."""
    is_new = reviewed.kind == "added"
    parts = [describe_kind(reviewed)]
    parts += [describe_status(reviewed)] if is_new or reviewed.move.allowed or reviewed.kind == "deleted" else []
    parts += [] if reviewed.scope.growth is None else [f"scope {reviewed.scope.verdict.value}"]
    parts += [count(len(reviewed.findings), "hint")] if reviewed.findings else []
    return ", ".join(part for part in parts if part) or "changed"


def describe_due(reviewed: Reviewed) -> tuple[str, str]:
    """That an approval is due, and from whom and why; empty where none is."""
    if reviewed.due is None:
        return "", ""
    people = ", ".join(reviewed.due.people) or "whoever approves here"
    is_first = reviewed.scope.verdict is Verdict.NOT_APPROVED or reviewed.scope.baseline.unsigned
    again = "Approval" if is_first else "Re-approval"
    return f"{again} is due", f"from {people}: {reviewed.due.reason}"


def describe_pending(reviewed: Reviewed) -> Iterator[str]:
    """What the branch claims, and what that is worth until it is merged."""
    if reviewed.claims.approvals:
        last = reviewed.claims.approvals[-1]
        people = ", ".join(last.by) or "nobody"
        what = "this very version" if reviewed.claims.covers else "another version than this"
        yield f"An approval by {people} is pending: it names {what}, and counts once it is merged"
    accepted = reviewed.claims.amendments
    if accepted:
        yield f"The acceptance of {count(len(accepted), 'change')} is pending, and counts once it is merged"


def describe_way(review: Review) -> str:
    """How a change is accepted, where there are some that nobody accepted; empty where there are none."""
    waiting = any(not change.acknowledged for one in review.proposals if one.due for change in one.brought)
    command = "wb acknowledge ID FINGERPRINT --by NAME --reason TEXT"
    return f"a change is accepted with `{command}`, which counts once it is merged" if waiting else ""


def list_warnings(reviewed: Reviewed) -> Iterator[str]:
    """What the settings have against it, without that it fails."""
    yield from (one.message for one in reviewed.objections if one.severity is not Severity.ERROR)


def describe_scope(reviewed: Reviewed) -> str:
    """How the proposal stands to its approved version, and to the base where none was approved; empty for nothing."""
    scope = reviewed.scope
    if reviewed.kind in ("deleted", "left", "affected"):
        return ""
    if scope.verdict is Verdict.UNKNOWN:
        return f"unknown: {scope.baseline.problem}; {scope.baseline.help}"
    if scope.verdict is Verdict.NOT_APPROVED:
        kinds = count_kinds(reviewed.contribution.changes)
        return f"not approved yet; changed here: {kinds}" if kinds else ""
    words = scope.verdict.value
    if scope.growth and scope.growth >= 0.005:
        words += f", {scope.growth:.0%} of the approved words added"
    parts = [f"{count(len(reviewed.brought), 'change')} by this branch"] if reviewed.brought else []
    parts += [f"{reviewed.earlier} open before"] if reviewed.earlier else []
    accepted = sum(change.acknowledged for change in scope.changes)
    parts += [f"{accepted} accepted"] if accepted else []
    return f"{words}; {', '.join(parts)}" if parts else words


def describe_baseline(reviewed: Reviewed) -> str:
    """Which version was approved."""
    baseline = reviewed.scope.baseline
    version = f"version {baseline.version}" if baseline.version else "the version"
    who = f" by {', '.join(baseline.by)}" if baseline.by else ""
    dated = f" of {baseline.date}" if baseline.date else ""
    return f"{version}{dated}, {'inferred from its status' if baseline.source == 'inferred' else f'approved{who}'}"


def count_kinds(changes: Iterable[ScopeChange]) -> str:
    """The changes by kind: `2 × Promise added, 1 × Figure changed`."""
    kinds = Counter(change.kind for change in changes if change.direction.value != "none")
    return ", ".join(f"{number} × {KINDS[kind].label}" for kind, number in kinds.most_common())


def list_brought(reviewed: Reviewed) -> Iterator[tuple[str, Passage]]:
    """The changes that the branch brings in, each with its element, in the order of the document."""
    waiting = list(reviewed.brought)
    for passages in reviewed.scope.passages.values():
        for passage in passages:
            if passage.change in waiting:
                waiting.remove(passage.change)
                yield passage.change.element, passage


def list_findings(reviewed: Reviewed) -> tuple[Finding, ...]:
    """The findings besides those that the move and the scope tell of."""
    return tuple(one for one in reviewed.findings if one.rule not in (BASELINE_RULE, MOVE_RULE))


def find_line(reviewed: Reviewed, change: ScopeChange) -> int:
    """The line of the branch's file at which a change shows; for what was taken out, where its element begins."""
    if change.new_line:
        return change.new_line
    return next((element.start for element in reviewed.proposal.named(change.element)), 1)


def build_checked(review: Review) -> Checked:
    """A review as findings by line, for formats that know nothing else."""
    findings = [
        replace(finding, path=reviewed.path) for reviewed in review.proposals for finding in _find_all(reviewed)
    ]
    texts = {reviewed.path: reviewed.proposal.text for reviewed in review.proposals}
    return Checked(len(review.proposals), tuple(findings), texts)


def _find_all(reviewed: Reviewed) -> Iterator[Finding]:
    yield from reviewed.findings
    marked = {passage.change: passage.marked for _, passage in list_brought(reviewed)}
    for change in reviewed.brought:
        text = " ".join(mark_briefly(marked[change], _LONGEST).split())
        message = f"{KINDS[change.kind].label} since it was approved: “{text}”"
        severity = reviewed.gravity if reviewed.gravity.weight else Severity.INFO
        place = Place(find_line(reviewed, change))
        yield Finding(reviewed.path, place, severity, SCOPE_RULE, message, " ".join(describe_due(reviewed)))
    if reviewed.exit_code == 2 and not any(finding.rule == BASELINE_RULE for finding in reviewed.findings):
        baseline = reviewed.scope.baseline
        place = reviewed.proposal.front_matter.place("approvals")
        yield Finding(reviewed.path, place, Severity.ERROR, BASELINE_RULE, baseline.problem, baseline.help)
