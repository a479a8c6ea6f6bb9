"""The scope of proposals that need no comparing."""

from __future__ import annotations

from ..model import Baseline, Scope, Verdict


def build_uncompared(baseline: Baseline) -> Scope:
    """The scope of a proposal that has nothing to be compared with, or whose baseline is not known."""
    return Scope(Verdict.UNKNOWN if baseline.problem else Verdict.NOT_APPROVED, baseline)


def build_unchanged(baseline: Baseline) -> Scope:
    """The scope of a proposal whose content is the approved one's."""
    return Scope(Verdict.UNCHANGED, baseline, growth=0.0, kept=1.0)
