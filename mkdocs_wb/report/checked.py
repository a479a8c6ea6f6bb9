"""The result of a check, as every format is given it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """How many proposals were checked, what was found, and the texts it was found in, by path."""

    proposals: int
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(default_factory=dict)

    def line(self, finding: Finding) -> str:
        """The line that a finding speaks of; empty where the text is not at hand or too short."""
        lines = self.texts.get(finding.path, "").split("\n")
        return lines[finding.place.line - 1] if finding.place.line <= len(lines) else ""

    def summary(self) -> str:
        """For example `16 proposals checked: 1 error, 2 warnings`."""
        counts = Counter(finding.severity for finding in self.findings)
        parts = [count(counts[severity], severity.value) for severity in Severity if counts[severity]]
        return f"{count(self.proposals, 'proposal')} checked: {', '.join(parts) or 'nothing to report'}"


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 error`, `2 errors`, `3 info`."""
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"
