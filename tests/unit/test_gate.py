"""What the settings object to in a comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_wb.gate import find_objections
from mkdocs_wb.model import Baseline, Scope, ScopeChange, Verdict
from mkdocs_wb.scope.kinds import KINDS, judge
from mkdocs_wb.settings import ScopeSettings

from .conftest import Compare


def scope_of(*kinds: str, accepted: bool = False, growth: float = 0.0) -> Scope:
    changes = tuple(
        ScopeChange(kind, KINDS[kind].direction, "solution", "a", "b", 1, 1, "0" * 12, acknowledged=accepted)
        for kind in kinds
    )
    return Scope(judge(changes), Baseline("file", ""), changes, growth=growth, open_growth=0.0 if accepted else growth)


@pytest.mark.parametrize(
    ("scope", "fail_on", "warn_on", "found"),
    [
        (scope_of("figure-changed"), (), (), []),
        (scope_of("figure-changed"), ("creep",), (), ["error: the verdict is creep, which `scope.fail_on` names"]),
        (scope_of("figure-changed"), (), ("creep",), ["warning: the verdict is creep, which `scope.warn_on` names"]),
        (scope_of("figure-changed"), ("creep",), ("creep",),
         ["error: the verdict is creep, which `scope.fail_on` names"]),
        (scope_of("promise-removed"), ("creep",), ("narrowed",),
         ["warning: the verdict is narrowed, which `scope.warn_on` names"]),
        (scope_of("figure-changed", "figure-changed", "reworded"), ("figure-changed",), ("reworded",),
         ["error: 2 changes are figure-changed, which `scope.fail_on` names",
          "warning: 1 change is reworded, which `scope.warn_on` names"]),
        (scope_of("figure-changed", accepted=True), ("creep", "figure-changed"), (), []),
        (scope_of(), (), ("unchanged",), ["warning: the verdict is unchanged, which `scope.warn_on` names"]),
        (Scope(Verdict.NOT_APPROVED, Baseline(None)), ("not-approved",), (),
         ["error: the verdict is not-approved, which `scope.fail_on` names"]),
        (scope_of("figure-changed", growth=0.1), (), (), []),
        (scope_of("figure-changed", growth=0.102), (), (),
         ["error: 10.2% of the approved words were added, and the budget is 10.0%"]),
        (scope_of("figure-changed", growth=0.2, accepted=True), (), (), []),
    ],
)  # fmt: skip
def test_what_is_named_or_above_the_budget_is_objected_to(
    scope: Scope, fail_on: tuple[str, ...], warn_on: tuple[str, ...], found: list[str]
) -> None:
    objections = find_objections(scope, ScopeSettings(0.1, fail_on, warn_on))
    assert [f"{one.severity.value}: {one.message}" for one in objections] == found


def test_what_is_still_open_among_accepted_changes_is_objected_to(compare: Compare) -> None:
    scope = compare("## Solution\n\nIt costs $9. It may work.\n", "## Solution\n\nIt costs $19. It will work.\n")
    first, second = scope.changes
    half = replace(scope, changes=(replace(first, acknowledged=True), second))
    kinds = [first.kind, second.kind]
    assert kinds == ["figure-changed", "commitment-hardened"]
    limits = ScopeSettings(1.0, ("creep", "figure-changed", "commitment-hardened"))
    assert [one.message.split(",")[0] for one in find_objections(half, limits)] == [
        "the verdict is creep", "1 change is commitment-hardened",
    ]  # fmt: skip
