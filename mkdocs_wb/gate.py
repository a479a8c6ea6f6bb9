"""What the team's settings object to in a comparison. They decide the exit code, and never the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from .model import Scope, Severity
from .settings import ScopeSettings


class Objection(NamedTuple):
    """Why a comparison fails, or should be looked at."""

    severity: Severity
    message: str


def find_objections(scope: Scope, limits: ScopeSettings) -> tuple[Objection, ...]:
    """What is above the budget, in `fail_on`, or in `warn_on`. Changes that somebody accepted no longer count."""
    return tuple(_find(scope, limits))


def _find(scope: Scope, limits: ScopeSettings) -> Iterator[Objection]:
    if scope.open_growth > limits.budget:
        message = f"{scope.open_growth:.1%} of the approved words were added, and the budget is {limits.budget:.1%}"
        yield Objection(Severity.ERROR, message)
    kinds = Counter(change.kind for change in scope.changes if not change.acknowledged)
    verdict = scope.verdict.value if kinds or not scope.changes else ""
    named: set[str] = set()
    for severity, option, names in (
        (Severity.ERROR, "scope.fail_on", limits.fail_on),
        (Severity.WARNING, "scope.warn_on", limits.warn_on),
    ):
        for name in dict.fromkeys(names):
            changes = "1 change is" if kinds[name] == 1 else f"{kinds[name]} changes are"
            if name not in named and (name == verdict or kinds[name]):
                said = f"{'the verdict is' if name == verdict else changes} {name}"
                yield Objection(severity, f"{said}, which `{option}` names")
        named.update(names)
