"""The JSON of a review: a contract, to which keys are only ever added."""

from __future__ import annotations

from typing import Any

from ..model import Amendment, Approval
from ..review.review import Review, Reviewed
from .data import build_comparison, build_findings, dump
from .reviewed import list_warnings, summarise


def render_json(review: Review) -> str:
    """What a branch does."""
    data = {
        "summary": summarise(review),
        "exit_code": review.exit_code,
        "base": {"name": review.base, "commit": review.tip, "fork": review.fork},
        "head": {"commit": review.head},
        "notes": list(review.notes),
        "failures": list(review.failures),
        "proposals": [_build(reviewed) for reviewed in review.proposals],
    }
    return dump(data)


def render_json_failure(message: str) -> str:
    """The same of a review that could not be made."""
    data = {
        "summary": "This could not be reviewed",
        "exit_code": 2,
        "base": None,
        "head": None,
        "notes": [],
        "failures": [message],
        "proposals": [],
    }
    return dump(data)


def _build(reviewed: Reviewed) -> dict[str, Any]:
    claims, due, move = reviewed.claims, reviewed.due, reviewed.move
    return {
        "id": reviewed.proposal.id,
        "title": reviewed.proposal.title,
        "change": reviewed.kind,
        "path": reviewed.path,
        "old_path": reviewed.old_path or None,
        "exit_code": reviewed.exit_code,
        "failures": list(reviewed.failures),
        "warnings": list(list_warnings(reviewed)),
        "notes": list(reviewed.notes),
        "status": {
            "before": move.before.name if move.before else None,
            "after": move.after.name if move.after else None,
            "allowed": move.allowed,
        },
        "findings": build_findings(reviewed.findings, reviewed.path),
        "silenced": build_findings(reviewed.silenced, reviewed.path),
        "scope": {
            **build_comparison(reviewed.scope),
            "open_growth": reviewed.scope.open_growth,
            "brought_in": [change.fingerprint for change in reviewed.brought],
            "open_before": reviewed.earlier,
        },
        "against_base": build_comparison(reviewed.contribution),
        "re_approval": {
            "due": due is not None,
            "by_branch": due is not None and due.by_branch,
            "from": list(due.people) if due else [],
            "reason": due.reason if due else None,
        },
        "pending": {
            "approvals": [_build_approval(approval) for approval in claims.approvals],
            "covers_this_version": claims.covers,
            "amendments": [_build_amendment(amendment) for amendment in claims.amendments],
        },
    }


def _build_approval(approval: Approval) -> dict[str, Any]:
    return {
        "version": approval.version,
        "date": approval.date or None,
        "by": list(approval.by),
        "digest": approval.digest or None,
        "revision": approval.revision or None,
        "snapshot": approval.snapshot or None,
    }


def _build_amendment(amendment: Amendment) -> dict[str, Any]:
    return {
        "fingerprint": amendment.fingerprint,
        "date": amendment.date or None,
        "by": list(amendment.by),
        "reason": amendment.reason or None,
    }
