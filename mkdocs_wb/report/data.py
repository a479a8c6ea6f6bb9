"""The JSON shapes of the command line: a contract, to which keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..doctype.front_matter import build_front_matter
from ..doctype.projection import convert
from ..gate import Objection
from ..model import DocumentType, Finding, Proposal, Scope
from ..parse.measure import measure
from .checked import Checked


def build_inspection(proposal: Proposal, document_type: DocumentType) -> dict[str, Any]:
    """How a document was read."""
    return {
        "path": proposal.path,
        "type": proposal.type,
        "digest": proposal.digest,
        "front_matter": convert(proposal.front_matter.values, build_front_matter(document_type)),
        "elements": [
            {
                "name": element.name,
                "start": element.start,
                "end": element.end,
                "found_by": element.found_by,
                **measure(element)._asdict(),
            }
            for element in proposal.elements
        ],
        "questions": [
            {"start": question.start, "end": question.end, "text": question.text, "audience": question.audience}
            for question in proposal.questions
        ],
    }


def render_json(checked: Checked) -> str:
    """What a check found."""
    return dump({"proposals": checked.proposals, "findings": build_findings(checked.findings)})


def build_findings(findings: Iterable[Finding], path: str = "") -> list[dict[str, Any]]:
    """Findings, with their own path or another."""
    return [
        {
            "path": path or finding.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "severity": finding.severity.value,
            "rule": finding.rule,
            "message": finding.message,
            "help": finding.help,
        }
        for finding in findings
    ]


def dump(data: Any) -> str:
    """JSON for people and machines; lone surrogates, which no encoding has, are escaped."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


def build_comparison(scope: Scope, objections: Iterable[Objection] = ()) -> dict[str, Any]:
    """What a comparison found, and what the settings object to in it."""
    baseline = scope.baseline
    return {
        "verdict": scope.verdict.value,
        "growth": scope.growth,
        "kept": scope.kept,
        "objections": [
            {"severity": objection.severity.value, "message": objection.message} for objection in objections
        ],
        "baseline": {
            "source": baseline.source,
            "revision": baseline.revision or None,
            "path": baseline.path or None,
            "date": baseline.date or None,
            "by": list(baseline.by),
            "version": baseline.version or None,
            "problem": baseline.problem or None,
        },
        "changes": [
            {
                "kind": change.kind,
                "direction": change.direction.value,
                "element": change.element,
                "old_line": change.old_line,
                "new_line": change.new_line,
                "old": change.old,
                "new": change.new,
                "fingerprint": change.fingerprint,
                "acknowledged": change.acknowledged,
                "commit": change.origin.commit if change.origin else None,
                "author": change.origin.author if change.origin else None,
                "date": change.origin.date.isoformat() if change.origin else None,
                "uncommitted": change.uncommitted,
            }
            for change in scope.changes
        ],
    }
