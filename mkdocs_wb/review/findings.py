"""Which findings a change brought in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ..model import Finding, Proposal


def drop_known(
    found: Iterable[Finding], proposal: Proposal, known: Iterable[Finding], old: Proposal
) -> tuple[Finding, ...]:
    """The findings that the earlier version had not, or that mattered less there.

    One that only moved to another line is no new one, nor is one that stands for less of what it stood for.
    """
    known = list(known)

    def key(finding: Finding, text: str) -> tuple[str, str, str]:
        lines = text.split("\n")
        line = lines[finding.place.line - 1] if finding.place.line <= len(lines) else ""
        return finding.rule, finding.message, " ".join(line.split())

    waiting: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for finding in known:
        waiting[key(finding, old.text)].append(finding.severity.weight)
    new = []
    for finding in found:
        weights = waiting[key(finding, proposal.text)]
        same = next((weight for weight in sorted(weights) if weight >= finding.severity.weight), None)
        if same is not None:
            weights.remove(same)
        elif not _is_rest(finding, known):
            new.append(finding)
    return tuple(new)


def _is_rest(finding: Finding, known: Iterable[Finding]) -> bool:
    """Whether all that a finding stands for is among what those before stood for."""
    had = (
        part
        for other in known
        if other.rule == finding.rule and other.severity.weight >= finding.severity.weight
        for part in other.parts
    )
    return not Counter(finding.parts or (finding.message,)) - Counter(had)
