"""How much each rule matters at each stage: the only place that says when something is demanded."""

from __future__ import annotations

from ..lifecycle import Stage
from ..model import Severity

_E, _W, _I, _OFF = Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.OFF

# In the order of the stages: idea, review, committed, closed.
SEVERITIES: dict[str, tuple[Severity, Severity, Severity, Severity]] = {
    "amendments-current": (_OFF, _OFF, _I, _OFF),
    "baseline-known": (_E, _E, _E, _W),
    "call-to-action-actionable": (_OFF, _I, _W, _OFF),
    "customer-named": (_I, _W, _W, _OFF),
    "customer-questions": (_OFF, _I, _I, _OFF),
    "evidence-given": (_OFF, _I, _W, _OFF),
    "faq-answered": (_I, _W, _E, _OFF),
    "faq-size": (_OFF, _I, _I, _OFF),
    "front-matter-dates-in-order": (_W, _W, _W, _W),
    "front-matter-duplicate-key": (_E, _E, _E, _E),
    "front-matter-key-known": (_W, _W, _W, _W),
    "front-matter-present": (_E, _E, _E, _E),
    "front-matter-required": (_I, _W, _E, _E),
    "front-matter-syntax": (_E, _E, _E, _E),
    "front-matter-valid": (_E, _E, _E, _E),
    "goal-known": (_W, _W, _W, _I),
    "headline-length": (_I, _I, _W, _OFF),
    "id-unique": (_E, _E, _E, _E),
    "ignore-reason": (_I, _W, _W, _I),
    "ignore-used": (_I, _W, _W, _I),
    "jargon": (_I, _W, _W, _OFF),
    "launch-passed": (_I, _W, _W, _OFF),
    "outcome-missing": (_OFF, _OFF, _I, _OFF),
    "paragraph-length": (_OFF, _I, _I, _OFF),
    "press-release-length": (_I, _W, _W, _OFF),
    "publish-undivided": (_W, _W, _W, _W),
    "quote-attributed": (_I, _W, _W, _OFF),
    "relations-acyclic": (_E, _E, _E, _E),
    "relations-approved": (_OFF, _W, _W, _OFF),
    "relations-known": (_W, _W, _E, _W),
    "scope-accepted": (_OFF, _OFF, _W, _OFF),
    "section-after-faq": (_I, _I, _I, _OFF),
    "section-empty": (_I, _W, _E, _OFF),
    "section-placeholder": (_I, _W, _E, _OFF),
    "section-required": (_I, _W, _E, _OFF),
    "section-unnamed": (_OFF, _I, _I, _OFF),
    "section-valid": (_I, _W, _E, _OFF),
    "source-merged": (_E, _E, _E, _E),
    "source-readable": (_E, _E, _E, _E),
    "status-approval-complete": (_OFF, _OFF, _W, _OFF),
    "status-approval-recorded": (_OFF, _OFF, _I, _OFF),
    "status-approver-allowed": (_OFF, _OFF, _E, _OFF),
    "status-known": (_E, _E, _E, _E),
    "status-stale": (_I, _I, _OFF, _OFF),
    "status-transition-allowed": (_E, _E, _E, _E),
    "subheading-length": (_I, _I, _W, _OFF),
    "superlatives": (_I, _I, _W, _OFF),
    "type-known": (_E, _E, _E, _E),
}


_COLUMNS = {stage: column for column, stage in enumerate(Stage)}


def find_severity(rule: str, stage: Stage) -> Severity:
    """A rule's severity at a stage."""
    return SEVERITIES[rule][_COLUMNS[stage]]
