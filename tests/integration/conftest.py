"""What the tests of reviews share: a base with an approved proposal, and the review of a branch of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Site, proposal

FILE = "proposals/deer.md"
SHOP = "- A map of the herd\n- A shop for venison, honey, wool and cheese of every farm in the county\n"
STRICT = {"scope": {"budget": "0%"}, "approvers": ["Ana Ruiz", "Henrik Dahl"]}
LOOSE = {"scope": {"budget": "1000%"}, "approvers": ["Eve"], "fail_level": "error"}


def review(site: Site, *arguments: str, base: str = "main") -> dict[str, Any]:
    """The review as data; its exit code is the command's."""
    result = site.wb("review", "--base", base, *arguments, "--format", "json")
    assert result.stdout, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["exit_code"] == result.exit_code
    return answer


def only(answer: dict[str, Any]) -> dict[str, Any]:
    (found,) = answer["proposals"]
    return dict(found)


def digest_of(site: Site, name: str = FILE) -> str:
    return str(json.loads(site.wb("inspect", f"docs/{name}", "--format", "json").stdout)[0]["digest"])


def approval(digest: str, version: int = 1, by: str = "Ana Ruiz") -> str:
    return f"approvals:\n  - {{version: {version}, date: 2026-01-02, by: [{by}], digest: {digest}}}"


def widened(lines: str, status: str = "approved", **replaced: str) -> str:
    return proposal(status, lines, feature=SHOP, **replaced)


def accepted(site: Site, lines: str, by: str = "Ana Ruiz") -> str:
    """The same with an amendment for the change."""
    site.write({FILE: widened(lines)})
    (change,) = json.loads(site.wb("diff", "deer", "--format", "json").stdout)["changes"]
    amendment = f"  - {{fingerprint: {change['fingerprint']}, date: 2026-01-09, by: {by}, reason: agreed}}"
    return f"{lines}\namendments:\n{amendment}"


@pytest.fixture
def approved(site: Site) -> str:
    """A base with one approved proposal, and a branch that has begun; gives the lines of the approval."""
    site.configure(STRICT)
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    return lines
