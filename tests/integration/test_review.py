"""`wb review`: what a branch does, judged by what its base knows."""

from __future__ import annotations

import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, SHOP, STRICT, approval, digest_of, only, review, widened


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
    found = {one["id"]: [finding["rule"] for finding in one["findings"]] for one in review(site)["proposals"]}
    assert found["deer"] == []
    assert "status-known" in found["c"]


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


# A base that is not as simple


def test_a_base_that_went_on_is_the_one_that_is_trusted(site: Site) -> None:
    """The branch began before anything was approved, configured or let go."""
    site.configure()
    start = site.commit("Ask", {FILE: proposal("in-review")})
    site.configure(STRICT)
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work", start)
    site.commit("Widen", {FILE: proposal("in-review", feature=SHOP)})
    answer = review(site)
    found = only(answer)
    assert (answer["base"]["fork"], found["exit_code"], found["scope"]["verdict"]) == (start, 1, "creep")
    assert found["status"] == {"before": "approved", "after": "in-review", "allowed": None}
    assert any("main has changed it since this branch began" in note for note in found["notes"])
    assert answer["notes"] == []


def test_what_the_base_did_meanwhile_is_not_the_branch_s(site: Site, approved: str) -> None:
    site.commit("Write", {"index.md": "# Home\n"})
    site.git("checkout", "--quiet", "main")
    site.commit("Raise", {FILE: proposal("approved", approved, price="$19")})
    site.git("checkout", "--quiet", "work")
    assert review(site)["proposals"] == []


def test_a_first_branch_is_judged_by_its_own_configuration_and_says_so(site: Site) -> None:
    (site.root / "readme.txt").parent.mkdir(parents=True, exist_ok=True)
    (site.root / "readme.txt").write_text("Start")
    site.commit("Start")
    site.git("checkout", "--quiet", "-b", "work")
    site.configure({"statuses": {"pilot": {"stage": "review", "moves": []}}})
    site.commit("Begin", {FILE: proposal("pilot")})
    answer = review(site)
    assert answer["exit_code"] == 0
    assert answer["notes"] == [
        "main has neither proposals nor options for them: judged by this branch's own configuration"
    ]
    assert only(answer)["change"] == "added"


def test_proposals_without_a_configuration_are_judged_by_the_defaults(site: Site) -> None:
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    site.configure({"scope": {"budget": "1000%"}})
    site.commit("Widen", {FILE: widened(lines)})
    answer = review(site)
    assert (answer["exit_code"], only(answer)["scope"]["verdict"]) == (1, "creep")
    assert answer["notes"] == ["the configuration is new here; judged by what main has"]


def test_no_configuration_on_either_side_is_one_clear_line(site: Site) -> None:
    site.commit("Start", {"a.md": "x"})
    result = site.wb("review", "--base", "HEAD")
    assert result.exit_code == 2
    assert "no mkdocs.yml or wb.yml here or above" in result.stderr


def test_what_is_not_committed_is_not_reviewed_and_told(site: Site, approved: str) -> None:
    site.write({FILE: widened(approved), "proposals/new.md": "# New\n", "other.md": "# Other\n"})
    answer = review(site)
    assert (answer["exit_code"], answer["proposals"]) == (0, [])
    assert answer["notes"] == [
        "2 files with changes that are not committed, which were not reviewed: docs/proposals/deer.md, docs/proposals/new.md"
    ]


def test_docs_in_a_sub_folder_keep_their_paths_from_the_root(site: Site) -> None:
    inner = Site(site.root / "sites" / "herd")
    inner.configure(STRICT)
    inner.write({FILE: proposal("in-review")})
    site.commit("Ask")
    lines = approval(digest_of(inner))
    inner.write({FILE: proposal("approved", lines)})
    site.commit("Approve")
    site.git("checkout", "--quiet", "-b", "work")
    inner.write({FILE: widened(lines)})
    site.commit("Widen")
    found = only(review(inner))
    assert (found["path"], found["exit_code"]) == (f"sites/herd/docs/{FILE}", 1)
    assert review(site, "-f", "sites/herd/mkdocs.yml")["exit_code"] == 1


@pytest.mark.usefixtures("approved")
def test_a_link_that_leads_out_of_the_repository_is_not_followed(site: Site) -> None:
    secret = site.root.parent / "secret.md"
    secret.write_text("# Secret\n")
    (site.docs / "proposals" / "link.md").symlink_to(secret)
    site.commit("Link")
    answer = review(site)
    assert answer["proposals"] == []
