"""Judging what a branch does to one proposal: its move, its findings, its scope, and whose approval that needs.

Whatever could clear something is the base's: the approved version, the accepted changes, the settings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..gate import Objection, find_objections
from ..lifecycle import Stage, Status
from ..model import Direction, Entry, Finding, FrontMatter, Place, Proposal, Scope, ScopeChange, Severity, Verdict
from ..parse.matter.approvals import is_signed, read_approvals
from ..publish import is_private
from ..rules.table import find_severity
from ..settings import Settings
from .claims import Claims, find_claims
from .findings import drop_known
from .review import Due, Move, Reviewed

MOVE_RULE, SCOPE_RULE, BASELINE_RULE = "status-transition-allowed", "scope-accepted", "baseline-known"
_GATES = (MOVE_RULE, BASELINE_RULE, "status-approver-allowed", "status-known")  # no comment opens them
_WIDER = (Direction.WIDENS, Direction.ALTERS)


@dataclass(frozen=True, slots=True)
class Sides:
    """A proposal where the branch began (`before`), as the base has it (`base`), and in the branch (`after`).

    Each is None where there is none. Both entries were compared with the version that the base knows as approved, and
    judged by its settings; `contribution` compares the branch with where it began. `paths` are the old and the new one;
    `left_to` is where the branch moved a file that is no proposal any more. `is_lost` says whether the file stays where it
    is, and by the branch's configuration is no proposal any more; `is_replaced` whether the branch changes the
    snapshot that was approved. `notes` are what else there is to know.
    """

    before: Entry | None
    base: Proposal | None
    after: Entry | None
    contribution: Scope
    move: Move
    paths: tuple[str, str]
    left_to: str = ""
    is_lost: bool = False
    is_replaced: bool = False
    notes: tuple[str, ...] = ()


def find_move(old: Status | None, base: Status | None, new: Status | None) -> Move:
    """The move that a branch makes, from the status that the base has now; none where it leaves the status alone."""
    start = base or old
    if start is None or new is None or new in (old, start):
        return Move(start, new)
    return Move(start, new, new.name in start.moves)


def build_reviewed(sides: Sides, settings: Settings) -> Reviewed:
    """Everything about what a branch does to a proposal that it touches."""
    reviewed = _build_taken_out(sides, settings) if sides.after is None else _build_kept(sides, sides.after, settings)
    return _judge(reviewed, settings)


def _build_kept(sides: Sides, after: Entry, settings: Settings) -> Reviewed:
    before, old_path, path = sides.before, *sides.paths
    new, earlier = _split(after.scope, before.scope if before else None)
    brought = tuple(change for change in new if change.direction is not Direction.NONE)
    objections = _object(after.scope, new, settings)
    findings, silenced = _find_new(before, after)
    if sides.is_lost:
        where = "left out by the configuration of this branch"
        findings = (
            *findings,
            *_object_to_leaving(sides.base or after.proposal, sides.move.before, path, where, settings),
        )
    base = sides.base.front_matter if sides.base else FrontMatter()
    claims = find_claims(base, before.proposal.front_matter if before else FrontMatter(), after.proposal)
    asked = [finding.severity for finding in (*after.findings, *after.silenced) if finding.rule == SCOPE_RULE]
    asked += [objection.severity for objection in objections]
    return Reviewed(
        kind="added" if before is None else "changed" if old_path == path else "renamed",
        proposal=after.proposal,
        path=path,
        old_path="" if old_path == path else old_path,
        move=sides.move,
        scope=after.scope,
        contribution=sides.contribution,
        findings=findings,
        silenced=silenced,
        brought=brought,
        gravity=max(asked, key=lambda severity: severity.weight, default=Severity.OFF),
        objections=objections,
        earlier=earlier,
        claims=claims,
        due=_find_due(sides, after, brought, earlier, settings),
        notes=(*sides.notes, *_tell_keys(sides.base, after.proposal, claims)),
    )


def _build_taken_out(sides: Sides, settings: Settings) -> Reviewed:
    """A proposal that a branch deletes, or moves to where it is none: what counts as approved has to be closed first."""
    if sides.before is None:
        message = "a proposal that was not there is not taken out"
        raise ValueError(message)
    proposal, status, path = sides.base or sides.before.proposal, sides.move.before, sides.paths[0]
    where = f"moved to {sides.left_to}, where it is no proposal" if sides.left_to else "deleted"
    where = "replaced by a link" if sides.left_to == path else where
    findings = _object_to_leaving(proposal, status, path, where, settings)
    return Reviewed(
        kind="left" if sides.left_to else "deleted",
        proposal=proposal,
        path=path,
        old_path="",
        move=Move(status, None, not _is_bound(proposal, status)),
        scope=sides.before.scope,
        contribution=sides.contribution,
        findings=findings,
        notes=sides.notes,
    )


def _is_bound(proposal: Proposal, status: Status | None) -> bool:
    """Whether a proposal counts as approved, or may do so: it was approved, and its status says nothing."""
    return status.approved if status else bool(read_approvals(proposal.front_matter))


def _object_to_leaving(
    proposal: Proposal, status: Status | None, path: str, where: str, settings: Settings
) -> tuple[Finding, ...]:
    """What there is against that a file is no proposal any more: it may have to be closed first."""
    if not _is_bound(proposal, status):
        return ()
    given = settings.rules.find(MOVE_RULE, proposal.path)
    severity = find_severity(MOVE_RULE, status.stage if status else Stage.COMMITTED) if given is None else given
    wanted = f"{status.name}, or a move to {' or '.join(status.moves)}" if status else "a status that closes it"
    help_ = "close it by its status, with a reason or a successor, and leave the file where it is"
    message = f"expected {wanted}, found the file {where}"
    return (Finding(path, Place(1), severity, MOVE_RULE, message, help_),) if severity.weight else ()


def build_affected(before: Entry, after: Entry, path: str, settings: Settings) -> Reviewed | None:
    """A proposal that a branch did not touch; None where it has no new finding by it."""
    findings = drop_known(after.findings, after.proposal, before.findings, before.proposal)
    if not findings:
        return None
    reviewed = Reviewed(
        kind="affected",
        proposal=after.proposal,
        path=path,
        old_path="",
        move=Move(after.status, after.status),
        scope=after.scope,
        contribution=after.scope,
        findings=findings,
    )
    return _judge(reviewed, settings)


def _find_new(before: Entry | None, after: Entry) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that a branch brings in, and those that its comments switch off. The scope is told by its changes."""
    found, silenced = _tell_apart(after)
    if before is None:
        return found, silenced
    known = _tell_apart(before)
    return (
        drop_known(found, after.proposal, known[0], before.proposal),
        drop_known(silenced, after.proposal, known[1], before.proposal),
    )


def _tell_apart(entry: Entry) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings as if no comment could switch a gate off, and those that comments do switch off."""
    gates = [finding for finding in entry.silenced if finding.rule in _GATES]
    found = tuple(finding for finding in (*entry.findings, *gates) if finding.rule != SCOPE_RULE)
    return found, tuple(finding for finding in entry.silenced if finding.rule not in _GATES)


def _split(scope: Scope, earlier: Scope | None) -> tuple[tuple[ScopeChange, ...], int]:
    """The open changes that a branch brings in, and how many that widen or alter the promise stood open before."""
    known = Counter(change.fingerprint for change in earlier.changes) if earlier else Counter[str]()
    new, before = [], 0
    for change in scope.changes:
        is_known = known[change.fingerprint] > 0
        known[change.fingerprint] -= is_known
        if is_known and not change.acknowledged:
            before += change.direction in _WIDER
        elif not change.acknowledged:
            new.append(change)
    return tuple(new), before


def _object(scope: Scope, new: Sequence[ScopeChange], settings: Settings) -> tuple[Objection, ...]:
    """What the settings object to, as far as the branch has a part in it."""
    if not new and scope.verdict is not Verdict.NOT_APPROVED:
        return ()
    growth = scope.open_growth if any(change.direction in _WIDER for change in new) else 0.0
    return find_objections(replace(scope, changes=tuple(new), open_growth=growth), settings.scope)


def _find_due(
    sides: Sides, after: Entry, brought: Sequence[ScopeChange], earlier: int, settings: Settings
) -> Due | None:
    """The approval that is due, and from whom."""
    approvals = read_approvals(sides.base.front_matter) if sides.base else ()
    people = settings.approvers or (approvals[-1].by if approvals else ())
    fails = any(objection.severity is Severity.ERROR for objection in _object(after.scope, brought, settings))
    if after.scope.baseline.unsigned:
        return Due("nobody who may approve it has done so", people)
    if after.scope.verdict is Verdict.UNKNOWN:
        return None
    if brought and (fails or any(change.direction in _WIDER for change in brought)):
        return Due("the promise is no longer the one that was approved", people)
    if sides.is_replaced:
        return Due("the version that was approved is changed here", people)
    if after.scope.verdict is Verdict.NOT_APPROVED and after.status is not None and after.status.approved:
        return Due("with its status it counts as approved, and no approval is known yet", people)
    return Due("the promise had changed before", people, by_branch=False) if earlier else None


def _tell_keys(base: Proposal | None, head: Proposal, claims: Claims) -> Iterator[str]:
    """Keys whose change reaches beyond the document."""
    if base is None:
        return
    if base.id != head.id:
        yield f"Its id was {base.id}, and is {head.id} here: what names it by the old one leads nowhere"
    old, new = base.front_matter.text("type"), head.front_matter.text("type")
    if old != new:
        yield f"Its type was {old or base.type}, and is {new or 'the default'} here; it was judged as {base.type}"
    hidden = [is_private(side) for side in (base, head)]
    if hidden[0] != hidden[1]:
        yield "It is private here, so that a site leaves it out" if hidden[1] else "It is no longer private here"
    if claims.dropped:
        names = ", ".join(claims.dropped)
        subject = f"The approval {names} is" if len(claims.dropped) == 1 else f"The approvals {names} are"
        yield f"{subject} taken out or edited here; the base's own still {'counts' if len(claims.dropped) == 1 else 'count'}"
    if claims.withdrawn:
        changes = "1 change" if claims.withdrawn == 1 else f"{claims.withdrawn} changes"
        yield f"The acceptance of {changes} is taken out or edited here; the base's own still counts"


def _judge(reviewed: Reviewed, settings: Settings) -> Reviewed:
    """The same with why and how it fails."""
    is_known = reviewed.kind in ("deleted", "left", "affected") or reviewed.scope.verdict is not Verdict.UNKNOWN
    is_mended = reviewed.scope.baseline.unsigned and _is_signed(reviewed.claims, settings)
    is_known = (
        is_known or is_mended
    )  # what is mended here was nobody's approval, and waits for one as a new proposal does
    failures = [] if is_known else [f"what was approved is not known: {reviewed.scope.baseline.problem}"]
    failures += [objection.message for objection in reviewed.objections if objection.severity is Severity.ERROR]
    level = settings.fail_level.weight
    if not failures and reviewed.brought and reviewed.gravity.weight >= level:
        failures.append(f"changes of the promise that nobody has accepted are {reviewed.gravity.value}s here")
    failing = [finding for finding in reviewed.findings if finding.severity.weight >= level]
    failures += [finding.message for finding in failing if finding.rule == MOVE_RULE]
    others = Counter(finding.severity.value for finding in failing if finding.rule != MOVE_RULE)
    if others:
        counted = (f"{number} {name}{'' if number == 1 or name == 'info' else 's'}" for name, number in others.items())
        failures.append(f"it brings in {' and '.join(counted)}")
    return replace(reviewed, failures=tuple(failures), exit_code=2 if not is_known else int(bool(failures)))


def _is_signed(claims: Claims, settings: Settings) -> bool:
    """Whether somebody who may approve is said to do so, and of this very version."""
    return claims.covers and is_signed(claims.approvals[-1], settings.approvers)


def rank(reviewed: Reviewed) -> tuple[object, ...]:
    """Where a proposal stands in a review: what fails first, then what somebody has to approve, then what is to be read."""
    by_branch = reviewed.due is not None and reviewed.due.by_branch
    worst = max((finding.severity.weight for finding in reviewed.findings), default=0)
    return -reviewed.exit_code, not by_branch, -worst, reviewed.is_quiet, reviewed.path
