"""`wb review`: what a branch does, judged by what its base knows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, SHOP, accepted, approval, digest_of, only, review, widened


@pytest.mark.usefixtures("approved")
def test_a_branch_that_leaves_the_proposals_alone_has_nothing_to_say(site: Site) -> None:
    site.commit("Write", {"index.md": "# Home\n"})
    result = site.wb("review", "--base", "main")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "No proposals changed"
    assert len(result.stdout.splitlines()) == 2


def test_a_widened_promise_needs_the_approvers_of_the_base(site: Site, approved: str) -> None:
    commit = site.commit("Widen", {FILE: proposal("approved", approved, feature=SHOP)}, author="Eve")
    found = only(review(site))
    assert found["exit_code"] == 1
    assert found["scope"]["verdict"] == "creep"
    assert found["re_approval"] == {
        "due": True,
        "by_branch": True,
        "from": ["Ana Ruiz", "Henrik Dahl"],
        "reason": "the promise is no longer the one that was approved",
    }
    (change,) = found["scope"]["changes"]
    assert found["scope"]["brought_in"] == [change["fingerprint"]]
    assert (change["commit"], change["author"]) == (commit, "Eve")
    assert [change["kind"] for change in found["against_base"]["changes"]] == ["promise-added"]


def test_without_approvers_the_last_approval_says_whose_turn_it_is(site: Site) -> None:
    site.configure()
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site), by="Tom Hale")
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Raise", {FILE: proposal("approved", lines, price="$19")})
    answer = review(site)
    assert answer["exit_code"] == 0  # within the budget
    assert only(answer)["re_approval"]["from"] == ["Tom Hale"]
    assert answer["summary"] == "1 proposal changed, approval is due for 1"


def test_what_stood_open_before_is_counted_and_is_not_the_branch_s(site: Site, approved: str) -> None:
    site.git("checkout", "--quiet", "main")
    site.commit("Widen", {FILE: proposal("approved", approved, feature=SHOP)})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Reword", {FILE: proposal("approved", approved, feature=SHOP).replace("Two years.", "Two  years.")})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["open_before"], found["scope"]["brought_in"]) == (0, 1, [])
    assert (found["re_approval"]["due"], found["re_approval"]["by_branch"]) == (True, False)


def limited(site: Site, settings: dict[str, Any], before: str, after: str) -> dict[str, Any]:
    """The review of a branch that takes an approved proposal from one text to another, under some settings."""
    site.configure(settings)
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.commit("Change", {FILE: proposal("approved", lines, feature=before)})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Change again", {FILE: proposal("approved", lines, feature=after)})
    return only(review(site))


MAP = "- A map of the herd\n"


@pytest.mark.parametrize(
    ("settings", "after", "code"),
    [
        ({"scope": {"budget": "0%"}}, SHOP, 1),
        ({"scope": {"budget": "90%"}}, SHOP, 0),
        ({"scope": {"budget": "90%", "fail_on": ["creep"]}}, SHOP, 1),
        ({"scope": {"budget": "90%", "fail_on": ["promise-added"]}}, SHOP, 1),
        ({"scope": {"budget": "90%", "fail_on": ["promise-removed"]}}, SHOP, 0),
        ({"scope": {"budget": "0%", "fail_on": ["narrowed"]}}, "", 1),
        ({"scope": {"budget": "0%"}}, "", 0),
        ({"scope": {"budget": "90%"}, "rules": {"scope-accepted": "error"}}, SHOP, 1),
        ({"scope": {"budget": "90%"}, "rules": {"scope-accepted": "off"}}, SHOP, 0),
    ],
)
def test_the_settings_decide_what_fails(site: Site, settings: dict[str, Any], after: str, code: int) -> None:
    assert limited(site, settings, MAP, after)["exit_code"] == code


def test_a_warning_is_said_and_does_not_fail(site: Site) -> None:
    found = limited(site, {"scope": {"budget": "90%", "warn_on": ["promise-added"]}}, MAP, SHOP)
    assert (found["exit_code"], found["warnings"]) == (0, ["1 change is promise-added, which `scope.warn_on` names"])


def test_who_narrows_what_was_too_much_before_does_not_fail(site: Site) -> None:
    found = limited(site, {"scope": {"budget": "0%", "fail_on": ["figure-changed"]}}, SHOP, SHOP.removeprefix(MAP))
    assert (found["scope"]["verdict"], found["exit_code"], found["scope"]["open_before"]) == ("creep", 0, 1)


def test_the_same_words_a_second_time_are_the_branch_s(site: Site) -> None:
    twice = SHOP + SHOP.removeprefix(MAP)
    found = limited(site, {"scope": {"budget": "0%"}}, SHOP, twice)
    assert (len(found["scope"]["brought_in"]), found["scope"]["open_before"], found["exit_code"]) == (1, 1, 1)


@pytest.mark.parametrize(("number", "said"), [(1, "approval 1 is"), (2, "approvals 1, 2 are")])
def test_approvals_that_the_branch_takes_out_still_count_and_are_told(
    site: Site, approved: str, number: int, said: str
) -> None:
    site.git("checkout", "--quiet", "main")
    more = [approval(digest_of(site), version).splitlines()[1] for version in range(2, number + 1)]
    site.commit("Approve again", {FILE: proposal("approved", "\n".join([approved, *more]))})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Take out", {FILE: proposal("approved")})
    (note,) = [note for note in only(review(site))["notes"] if "taken out" in note]
    assert note == f"The {said} taken out or edited here; the base's own still {'counts' if number == 1 else 'count'}"


def test_accepted_changes_that_the_branch_takes_out_still_count_and_are_told(site: Site, approved: str) -> None:
    site.git("checkout", "--quiet", "main")
    lines = accepted(site, approved)
    site.commit("Accept", {FILE: widened(lines)})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Take out", {FILE: widened(approved)})
    found = only(review(site))
    assert found["exit_code"] == 0
    assert "The acceptance of 1 change is taken out or edited here; the base's own still counts" in found["notes"]


# Moves


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("draft", "in-review", True),
        ("draft", "building", False),
        ("in-review", "rejected", True),
        ("draft", "draft", None),
    ],
)
def test_a_move_is_judged_from_the_base_to_the_head(site: Site, before: str, after: str, allowed: bool | None) -> None:
    site.configure()
    site.commit("Start", {FILE: proposal(before, "reason: tried")})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Go elsewhere", {FILE: proposal("launched", "reason: tried")})
    site.commit("Come back", {FILE: proposal(after, "reason: tried", price="$8")})
    found = only(review(site))
    assert found["status"]["allowed"] is allowed
    moves = [one["severity"] for one in found["findings"] if one["rule"] == "status-transition-allowed"]
    assert moves == (["error"] if allowed is False else [])
    assert (found["exit_code"] == 1) == (allowed is False)


def test_a_comment_of_the_branch_opens_no_gate(site: Site) -> None:
    site.configure()
    site.commit("Start", {FILE: proposal("draft")})
    site.git("checkout", "--quiet", "-b", "work")
    text = proposal("launched").replace("status:", "# wb:ignore status-transition-allowed: trust me\nstatus:")
    text = text.replace("## Quote", "<!-- wb:ignore section-empty: it is said elsewhere -->\n## Benefit\n\n## Quote")
    site.commit("Jump", {FILE: text})
    found = only(review(site))
    assert (found["exit_code"], found["status"]["allowed"]) == (1, False)
    assert found["failures"] == ["expected a move from draft to in-review or withdrawn, found launched"]


def test_a_folder_that_is_the_status_is_a_move(site: Site) -> None:
    site.configure({"status_from": "folder"})
    site.commit("Start", {"proposals/draft/deer.md": proposal("draft")})
    site.git("checkout", "--quiet", "-b", "work")
    (site.docs / "proposals" / "launched").mkdir()
    site.git("mv", "docs/proposals/draft/deer.md", "docs/proposals/launched/deer.md")
    site.commit("Jump")
    found = only(review(site))
    assert (found["status"]["before"], found["status"]["after"]) == ("draft", "launched")
    assert found["exit_code"] == 1


def test_a_graver_status_brings_in_what_was_a_hint_before(site: Site) -> None:
    site.configure()
    short = "---\nstatus: in-review\nowner: Herd team\n---\n# Never lose a deer again\n\n## Summary\n\nAn app.\n"
    site.commit("Start", {FILE: short})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Approve", {FILE: short.replace("in-review", "approved")})
    found = only(review(site))
    assert ("section-required", "error") in [(one["rule"], one["severity"]) for one in found["findings"]]
    assert found["exit_code"] == 1


def test_old_findings_are_not_the_branch_s(site: Site) -> None:
    site.configure()
    site.commit("Start", {FILE: proposal("nonsense"), "proposals/b.md": proposal("nonsense")})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Change", {FILE: proposal("nonsense", price="$8"), "proposals/c.md": proposal("nonsense")})
    told = review(site)["proposals"]
    found = {one["id"]: [finding["rule"] for finding in one["findings"]] for one in told}
    assert found["deer"] == []
    assert "status-known" in found["c"]
    assert {one["id"]: one["failures"] for one in told} == {"deer": [], "c": ["it brings in 1 error"]}


@pytest.mark.usefixtures("approved")
def test_a_new_proposal_that_counts_as_approved_needs_an_approval(site: Site) -> None:
    site.write({"proposals/new.md": proposal("building", title="title: New")})
    lines = approval(digest_of(site, "proposals/new.md"), by="Eve")
    site.commit("Add", {"proposals/new.md": proposal("building", lines, title="title: New")})
    found = only(review(site))
    assert found["re_approval"]["due"] is True
    assert found["scope"]["verdict"] == "not-approved"
    assert [one["rule"] for one in found["findings"] if one["severity"] == "error"] == ["status-approver-allowed"]
    assert found["exit_code"] == 1


def test_a_proposal_that_names_one_that_was_let_go_is_told_of_it(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal("approved"), "proposals/b.md": proposal("building", "depends_on: a"),
                          "proposals/c.md": proposal("building", "depends_on: b")})  # fmt: skip
    site.git("checkout", "--quiet", "-b", "work")
    site.git("mv", "docs/proposals/a.md", "docs/proposals/aa.md")
    site.commit("Rename")
    found = {one["id"]: one for one in review(site)["proposals"]}
    assert set(found) == {"aa", "b"}
    assert (found["b"]["change"], found["b"]["exit_code"]) == ("affected", 1)
    assert [one["rule"] for one in found["b"]["findings"]] == ["relations-known"]
