"""An approval by somebody who is none of the approvers: nothing is clear by it, and who mends it is not held up."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, SHOP, STRICT, approval, digest_of, only, review

PROBLEM = "expected an approval by Ana Ruiz or Henrik Dahl, found one by Tom Hale"


@pytest.fixture
def lines(site: Site) -> str:
    """A base whose proposal was approved by a stranger, and a branch that has begun; gives the lines of the approval."""
    site.configure(STRICT)
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site), by="Tom Hale")
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    return lines


def signed(site: Site, lines: str, by: str = "Ana Ruiz", **replaced: str) -> str:
    """The proposal with a second approval, of the very text that it has."""
    site.write({FILE: proposal("approved", lines, **replaced)})
    return proposal("approved", f"{lines}\n{approval(digest_of(site), 2, by).split(chr(10))[1]}", **replaced)


@pytest.mark.usefixtures("lines")
def test_every_answer_says_that_it_is_not_known(site: Site) -> None:
    found = json.loads(site.wb("diff", "deer", "--format", "json").stdout)
    assert (found["verdict"], found["baseline"]["problem"]) == ("unknown", PROBLEM)
    folder = site.build(STRICT)
    (told,) = json.loads((folder / "portfolio/proposals.json").read_text())["proposals"]
    assert (told["scope"]["verdict"], told["approved"]) == ("unknown", None)
    html = (folder / "proposals/deer/index.html").read_text()
    assert f'Nobody approved it who may: <span dir="auto">{PROBLEM}</span>' in html
    assert 'data-wb-verdict="unchanged"' not in html
    assert "by none of the approvers" in html
    past = (folder / "portfolio/history/proposals/deer/index.html").read_text()
    assert 'data-wb-verdict="unchanged"' not in past
    assert "Nobody approved it who may" in past
    checked = site.wb("check", "--format", "json")
    errors = [one["rule"] for one in json.loads(checked.stdout)["findings"] if one["severity"] == "error"]
    assert (checked.exit_code, errors) == (2, ["status-approver-allowed"])
    assert (
        "what has changed is not known; expected an approval by"
        in site.wb("acknowledge", "deer", "0123", "--by", "Ana Ruiz", "--reason", "fine").stderr
    )


@pytest.mark.parametrize("rules", [{"status-approver-allowed": "off"}, {}])
def test_a_check_says_why_whatever_the_status_and_the_rules(site: Site, lines: str, rules: dict[str, str]) -> None:
    site.configure({**STRICT, "rules": rules})
    status = "approved" if rules else "in-review"
    site.write({FILE: proposal(status, lines)})
    checked = json.loads(site.wb("check", "--format", "json").stdout)
    told = [one["message"] for one in checked["findings"] if one["rule"] == "baseline-known"]
    assert told == [f"expected to find the approved version; {PROBLEM}"]


def test_an_approval_by_nobody_is_none(site: Site, lines: str) -> None:
    site.write({FILE: proposal("approved", lines.replace("by: [Tom Hale], ", ""))})
    checked = site.wb("check", "--format", "json")
    rules = [one["rule"] for one in json.loads(checked.stdout)["findings"] if one["severity"] == "error"]
    assert (checked.exit_code, rules) == (2, ["baseline-known"])


def test_who_touches_it_is_told_again(site: Site, lines: str) -> None:
    site.commit("Widen", {FILE: proposal("approved", lines, feature=SHOP)})
    found = only(answer := review(site))
    assert (answer["exit_code"], found["scope"]["verdict"]) == (2, "unknown")
    assert found["failures"] == [f"what was approved is not known: {PROBLEM}"]
    assert found["re_approval"]["from"] == ["Ana Ruiz", "Henrik Dahl"]
    since = site.wb("check", "--changed-since", "main", "--format", "json")
    assert "status-approver-allowed" in [one["rule"] for one in json.loads(since.stdout)["findings"]]


def test_who_has_it_approved_is_not_held_up(site: Site, lines: str) -> None:
    site.commit("Approve", {FILE: signed(site, lines, feature=SHOP)})
    found = only(answer := review(site))
    assert (answer["exit_code"], found["failures"]) == (0, [])
    assert found["scope"]["verdict"] == "unknown"
    told = site.wb("review", "--base", "main").stdout
    assert told.startswith("1 proposal changed, approval is due for 1\n")
    assert "Approval is due from Ana Ruiz, Henrik Dahl: nobody who may approve it has done so" in told
    assert "An approval by Ana Ruiz is pending: it names this very version" in told
    assert site.wb("check", "--changed-since", "main").exit_code == 0
    site.git("checkout", "--quiet", "main")
    site.git("merge", "--quiet", "--ff-only", "work")
    assert json.loads(site.wb("diff", "deer", "--format", "json").stdout)["verdict"] == "unchanged"


@pytest.mark.parametrize("how", ["stranger", "other text", "own list"])
def test_who_does_not_mend_it_is(site: Site, lines: str, how: str) -> None:
    text = signed(site, lines, by="Eve" if how == "stranger" else "Ana Ruiz" if how == "other text" else "Tom Hale")
    if how == "other text":
        text = text.replace("$9", "$19")
    if how == "own list":
        site.configure({**STRICT, "approvers": ["Tom Hale"]})
    site.commit("Try", {FILE: text})
    assert review(site)["exit_code"] == 2


@pytest.mark.usefixtures("lines")
def test_the_command_approves_it(site: Site) -> None:
    assert site.wb("approve", "deer", "--by", "Henrik Dahl").exit_code == 0
    site.commit("Approve")
    answer: dict[str, Any] = review(site)
    assert answer["exit_code"] == 0
