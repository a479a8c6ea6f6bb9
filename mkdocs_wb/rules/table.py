"""How much each rule matters at each stage: the only place that says when something is demanded."""

from __future__ import annotations

from ..lifecycle import Stage
from ..model import Severity

_E, _W, _I, _OFF = Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.OFF

# In the order of the stages: idea, review, committed, closed.
SEVERITIES: dict[str, tuple[Severity, Severity, Severity, Severity]] = {
    "baseline-known": (_E, _E, _E, _W),
    "front-matter-duplicate-key": (_E, _E, _E, _E),
    "front-matter-present": (_E, _E, _E, _E),
    "front-matter-required": (_I, _W, _E, _E),
    "front-matter-syntax": (_E, _E, _E, _E),
    "front-matter-valid": (_E, _E, _E, _E),
    "ignore-reason": (_I, _W, _W, _I),
    "id-unique": (_E, _E, _E, _E),
    "section-required": (_I, _W, _E, _OFF),
    "section-valid": (_I, _W, _E, _OFF),
    "source-readable": (_E, _E, _E, _E),
    "status-known": (_E, _E, _E, _E),
    "type-known": (_E, _E, _E, _E),
}


def find_severity(rule: str, stage: Stage) -> Severity:
    """A rule's severity at a stage."""
    return SEVERITIES[rule][list(Stage).index(stage)]
