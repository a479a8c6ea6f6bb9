"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json

from ..model import Finding, Severity
from .checked import Checked

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(checked: Checked) -> str:
    """A list of issues; empty where nothing was found."""
    seen: dict[str, int] = {}
    issues = []
    for finding in checked.findings:
        fingerprint = fingerprint_of(finding, checked.line(finding))
        seen[fingerprint] = seen.get(fingerprint, 0) + 1
        if seen[fingerprint] > 1:  # GitLab merges issues of one fingerprint
            fingerprint = hashlib.sha256(f"{fingerprint}:{seen[fingerprint]}".encode()).hexdigest()
        issues.append(
            {
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": finding.path, "lines": {"begin": finding.place.line}},
            }
        )
    return json.dumps(issues, indent=2)


def fingerprint_of(finding: Finding, line: str) -> str:
    """What stays the same while a finding only moves: its file, its rule, its words and those of its line."""
    parts = "\n".join([finding.path, finding.rule, finding.message, " ".join(line.split())])
    return hashlib.sha256(parts.encode("utf-8", errors="replace")).hexdigest()
