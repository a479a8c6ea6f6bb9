"""Whatever a branch tries in order to clear what it does: its base judges."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, LOOSE, STRICT, accepted, approval, digest_of, only, review, widened


def test_an_approval_of_the_branch_is_pending_and_clears_nothing(site: Site, approved: str) -> None:
    site.write({FILE: widened(approved)})
    again = f"{approved}\n  - {{version: 2, date: 2026-01-09, by: [Ana Ruiz], digest: {digest_of(site)}}}"
    site.commit("Approve myself", {FILE: widened(again)})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert [one["version"] for one in found["pending"]["approvals"]] == ["2"]
    assert found["pending"]["covers_this_version"] is True
    assert site.wb("diff", "deer").exit_code == 0  # once it is merged


def test_an_approval_that_the_branch_edits_is_pending_too(site: Site, approved: str) -> None:
    site.write({FILE: widened(approved)})
    site.commit("Edit the approval", {FILE: widened(approval(digest_of(site)))})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert len(found["pending"]["approvals"]) == 1
    assert any("taken out or edited" in note for note in found["notes"])


def test_an_approval_of_another_text_than_the_branch_has_is_said_to_be_so(site: Site, approved: str) -> None:
    again = f"{approved}\n{approval('wb1:' + 'a' * 64, 2).splitlines()[1]}"
    site.commit("Approve something else", {FILE: widened(again)})
    assert only(review(site))["pending"]["covers_this_version"] is False
    assert "it names another version than this" in site.wb("review", "--base", "main").stdout


@pytest.mark.usefixtures("approved")
def test_an_approval_that_the_branch_takes_out_still_counts(site: Site) -> None:
    site.commit("Take it out", {FILE: widened("", "in-review")})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")


def test_an_approval_that_the_branch_puts_last_is_pending(site: Site, approved: str) -> None:
    """The base has approved a narrower version last; the branch turns the two round."""
    site.git("checkout", "--quiet", "main")
    site.write({FILE: proposal("approved", approved, feature="")})
    first, second = approved.split("\n")[1], approval(digest_of(site), 2).split("\n")[1]
    site.commit("Narrow", {FILE: proposal("approved", f"approvals:\n{first}\n{second}", feature="")})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Turn", {FILE: proposal("approved", f"approvals:\n{second}\n{first}")})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert [one["version"] for one in found["pending"]["approvals"]] == ["2", "1"]


def test_an_acknowledgement_of_the_branch_is_pending(site: Site, approved: str) -> None:
    site.commit("Accept myself", {FILE: widened(accepted(site, approved, "Eve"))})
    found = only(review(site))
    assert found["exit_code"] == 1
    assert [one["by"] for one in found["pending"]["amendments"]] == [["Eve"]]
    assert "accepted by Eve, pending" in site.wb("review", "--base", "main").stdout


def test_an_acknowledgement_that_the_base_has_counts(site: Site, approved: str) -> None:
    site.git("checkout", "--quiet", "main")
    lines = accepted(site, approved)
    site.commit("Accept what is to come", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Widen", {FILE: widened(lines)})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"], found["scope"]["brought_in"]) == (0, "creep", [])


@pytest.mark.parametrize(
    "block",
    [
        LOOSE,
        {"scope": {"budget": "1000%", "fail_on": []}, "rules": {"scope-accepted": "off", "baseline-known": "off"}},
        {"proposals": ["elsewhere/**/*.md"]},
        {"statuses": {"approved": {"stage": "idea", "approved": False, "moves": []}}},
        {"types": {"prfaq": "types/loose.json"}},
        {"status_from": "folder"},
    ],
    ids="-".join,
)
def test_a_configuration_of_the_branch_clears_nothing_and_is_told(
    site: Site, approved: str, block: dict[str, Any]
) -> None:
    loose = {"properties": {"elements": {"properties": {"summary": {"wb": {"aliases": {"en": ["Summary"]}}}}}}}
    (site.root / "types").mkdir()
    (site.root / "types" / "loose.json").write_text(json.dumps(loose))
    (site.docs / "elsewhere").mkdir()
    (site.docs / "elsewhere" / "a.md").write_text("# A\n")
    site.configure(block)
    site.commit("Widen", {FILE: widened(approved)})
    answer = review(site)
    found = next(one for one in answer["proposals"] if one["id"] == "deer")
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert any("judged by what main has" in note for note in answer["notes"])
    assert any(key in answer["notes"][0] for key in block)


def test_a_configuration_that_is_deleted_or_broken_clears_nothing(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    (site.root / "mkdocs.yml").unlink()
    site.commit("Delete")
    answer = review(site)
    assert (answer["exit_code"], answer["notes"]) == (1, ["the configuration is gone here; judged by what main has"])
    (site.root / "mkdocs.yml").write_text("plugins: [wb: {scope: {budget: none}}]\n")
    site.commit("Break")
    answer = review(site)
    assert answer["exit_code"] == 2
    assert "scope.budget: expected a percentage" in answer["failures"][0]


def test_a_nearer_configuration_of_the_branch_is_not_the_base_s(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    (site.root / "wb.yml").write_text("scope: {budget: 1000%}\n")
    (site.docs / "wb.yml").write_text("docs_dir: .\nscope: {budget: 1000%}\n")
    site.commit("Configure")
    assert review(site)["exit_code"] == 1


def test_a_parent_of_the_configuration_is_read_from_the_base(site: Site) -> None:
    (site.root / "base.yml").write_text("site_name: Test\nplugins: {wb: {scope: {budget: 0%}}}\n")
    (site.root / "mkdocs.yml").write_text("INHERIT: base.yml\n")
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    (site.root / "base.yml").write_text("site_name: Test\nplugins: {wb: {scope: {budget: 90%}}}\n")
    site.commit("Widen", {FILE: widened(lines)})
    answer = review(site)
    assert answer["exit_code"] == 1
    assert "scope.budget" in answer["notes"][0]


def test_a_document_type_is_the_base_s(site: Site) -> None:
    """The branch has the schema say that no element bears scope."""
    schema = {"$ref": "wb:classic", "title": "Ours", "properties": {"elements": {"properties": {}}}}
    schema_file = site.root / "ours.json"
    site.configure({**STRICT, "types": {"prfaq": "ours.json"}})
    schema_file.write_text(json.dumps(schema))
    site.commit("Ask", {FILE: proposal("in-review")})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    quiet = {"summary": {"wb": {"scope": False}}, "solution": {"wb": {"scope": False}}}
    schema_file.write_text(json.dumps({**schema, "properties": {"elements": {"properties": quiet}}}))
    site.commit("Widen", {FILE: widened(lines)})
    answer = review(site)
    assert (answer["exit_code"], only(answer)["scope"]["verdict"]) == (1, "creep")
    assert "the document type prfaq is changed here" in answer["notes"][0]
    assert site.wb("diff", "deer", "--format", "json").exit_code == 0  # by the branch's own


def test_another_type_is_not_the_one_it_is_judged_by(site: Site, approved: str) -> None:
    site.git("checkout", "--quiet", "main")
    loose = {"$ref": "wb:classic", "properties": {"elements": {"properties": {"solution": {"wb": {"scope": False}}}}}}
    (site.root / "loose.json").write_text(json.dumps(loose))
    site.configure({**STRICT, "types": {"prfaq": "classic", "memo": "loose.json"}})
    site.commit("Bring a second type")
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Widen", {FILE: widened(f"{approved}\ntype: memo")})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert "Its type was prfaq, and is memo here; it was judged as prfaq" in found["notes"]


def test_a_strategy_of_the_branch_is_told_and_not_believed(site: Site) -> None:
    site.configure({"rules": {"goal-known": "error"}})
    (site.root / "strategy.yml").write_text("goals: {old: {title: Old}}\n")
    site.commit("Start", {FILE: proposal("draft", "goals: [old]")})
    site.git("checkout", "--quiet", "-b", "work")
    (site.root / "strategy.yml").write_text("goals: {new: {title: New}}\n")
    site.commit("Change", {FILE: proposal("draft", "goals: [new]")})
    answer = review(site)
    assert answer["notes"] == ["the strategy is changed here; judged by what main has"]
    assert [one["rule"] for one in only(answer)["findings"]] == ["goal-known"]
    assert answer["exit_code"] == 1


def test_a_rename_keeps_what_was_approved(site: Site, approved: str) -> None:
    site.git("mv", f"docs/{FILE}", "docs/proposals/tracker.md")
    site.commit("Rename", {"proposals/tracker.md": widened(approved)})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert (found["change"], found["old_path"]) == ("renamed", f"docs/{FILE}")
    assert any("Its id was deer" in note for note in found["notes"])


REWRITTEN = "\n".join(f"Sentence {number} of an altogether different text." for number in range(60))


@pytest.mark.usefixtures("approved")
def test_a_rename_that_git_does_not_know_again_is_known_by_the_id(site: Site) -> None:
    site.git("rm", "--quiet", f"docs/{FILE}")
    text = f"---\nid: deer\nstatus: approved\nowner: Herd team\n---\n# Something else\n\n## Solution\n\n{REWRITTEN}\n"
    site.commit("Rewrite", {"proposals/else.md": text})
    found = only(review(site))
    assert (found["change"], found["exit_code"], found["scope"]["verdict"]) == ("renamed", 1, "creep")


def test_a_copy_with_the_same_id_is_compared_with_what_was_approved(site: Site, approved: str) -> None:
    site.commit("Copy", {"proposals/copy.md": widened(f"{approved}\nid: deer")})
    found = {one["change"]: one for one in review(site)["proposals"]}
    copy, first = found["added"], found["affected"]
    assert (copy["exit_code"], copy["scope"]["verdict"]) == (1, "creep")
    assert [one["rule"] for one in first["findings"]] == ["id-unique"]


@pytest.mark.usefixtures("approved")
def test_what_counts_as_approved_is_not_deleted(site: Site) -> None:
    site.git("rm", "--quiet", f"docs/{FILE}")
    site.commit("Rewrite under another name", {"proposals/new.md": f"---\nstatus: draft\n---\n# New\n\n{REWRITTEN}\n"})
    answer = review(site)
    gone, new = answer["proposals"]
    assert (gone["change"], gone["exit_code"], gone["status"]["allowed"]) == ("deleted", 1, False)
    assert [one["rule"] for one in gone["findings"]] == ["status-transition-allowed"]
    assert new["change"] == "added"


@pytest.mark.parametrize(
    "where", ["docs/archive/deer.md", "docs/proposals/deer.txt", "docs/proposals/.deer.md", "d.md"]
)
@pytest.mark.usefixtures("approved")
def test_what_counts_as_approved_is_not_moved_out_of_sight(site: Site, where: str) -> None:
    (site.root / where).parent.mkdir(parents=True, exist_ok=True)
    site.git("mv", f"docs/{FILE}", where)
    site.commit("Move", {"proposals/other.md": proposal("draft", title="title: Other")})
    found = next(one for one in review(site)["proposals"] if one["id"] == "deer")
    assert (found["change"], found["exit_code"]) == ("left", 1)
    assert where in found["findings"][0]["message"]


@pytest.mark.parametrize("how", ["proposals", "exclude_docs"])
def test_what_counts_as_approved_is_not_left_out_by_the_configuration(site: Site, approved: str, how: str) -> None:
    site.commit("Another", {"proposals/elk.md": proposal(), "index.md": "# Home\n"})
    site.git("branch", "--quiet", "-f", "main", "work")
    patterns = ["proposals/*.md", "!proposals/deer.md", "!proposals/elk.md"]
    if how == "proposals":
        site.configure({**STRICT, "proposals": patterns})
    else:
        site.configure(STRICT, exclude_docs="deer.md\nelk.md\n")
    site.commit("Leave them out")
    answer = review(site)
    deer, elk = answer["proposals"]
    assert (deer["id"], deer["exit_code"], deer["scope"]["verdict"]) == ("deer", 1, "unchanged")
    assert deer["failures"][0].endswith("found the file left out by the configuration of this branch")
    assert (elk["id"], elk["exit_code"]) == ("elk", 0)
    assert "by the configuration of this branch 2 proposals are none any more" in answer["notes"][1]
    site.commit("Widen as well", {FILE: widened(approved)})
    assert [len(one["failures"]) for one in review(site)["proposals"]] == [2, 0]


def test_what_only_the_configuration_of_the_branch_has_as_proposals_is_new(site: Site) -> None:
    site.configure(STRICT)
    site.commit("Notes", {FILE: proposal(), "notes/elk.md": proposal("approved")})
    site.git("checkout", "--quiet", "-b", "work")
    site.configure({**STRICT, "proposals": ["**/*.md"]})
    site.commit("Take them in")
    found = only(review(site))
    assert (found["id"], found["change"], found["re_approval"]["due"]) == ("elk", "added", True)


def test_what_was_approved_is_not_deleted_while_its_status_says_nothing(site: Site, approved: str) -> None:
    site.git("checkout", "--quiet", "main")
    site.commit("Misspell", {FILE: proposal("aproved", approved), "index.md": "# Home\n"})
    site.git("checkout", "--quiet", "-B", "work")
    (site.docs / FILE).unlink()
    site.commit("Delete")
    found = only(review(site))
    assert (found["exit_code"], found["failures"]) == (1, ["expected a status that closes it, found the file deleted"])


@pytest.mark.usefixtures("approved")
def test_what_counts_as_approved_is_not_replaced_by_a_link(site: Site) -> None:
    site.git("checkout", "--quiet", "main")
    site.commit("Add", {"proposals/other.md": proposal("draft", title="title: Other")})
    site.git("checkout", "--quiet", "-B", "work")
    (site.docs / FILE).unlink()
    (site.docs / FILE).symlink_to("other.md")
    site.commit("Link")
    found = next(one for one in review(site)["proposals"] if one["id"] == "deer")
    assert found["exit_code"] == 1
    assert "found the file replaced by a link" in found["failures"][0]


@pytest.mark.usefixtures("approved")
def test_a_draft_may_be_deleted(site: Site) -> None:
    site.git("checkout", "--quiet", "main")
    site.commit("Draft", {"proposals/b.md": proposal("draft", title="title: B")})
    site.git("checkout", "--quiet", "-B", "work")
    site.git("rm", "--quiet", "docs/proposals/b.md")
    site.commit("Delete")
    found = only(review(site))
    assert (found["change"], found["exit_code"], found["status"]["allowed"]) == ("deleted", 0, True)


def test_docs_that_move_with_their_configuration_are_followed(site: Site, approved: str) -> None:
    site.git("mv", "docs", "content")
    site.configure(STRICT, docs_dir="content")
    (site.root / "content" / FILE).write_text(widened(approved))
    site.git("add", "--all")
    site.git("commit", "--quiet", "-m", "Move")
    answer = review(site)
    assert "docs_dir" in answer["notes"][0]
    found = only(answer)
    assert (found["change"], found["exit_code"], found["scope"]["verdict"]) == ("renamed", 1, "creep")


def test_a_proposal_that_becomes_private_is_reviewed_and_told(site: Site, approved: str) -> None:
    site.commit("Hide", {FILE: widened(f"{approved}\nprivate: true")})
    found = only(review(site))
    assert found["exit_code"] == 1
    assert "It is private here, so that a site leaves it out" in found["notes"]


def test_a_snapshot_is_the_one_of_the_base(site: Site) -> None:
    site.configure(STRICT)
    (site.root / "approved").mkdir()
    (site.root / "approved" / "deer.md").write_text(proposal("approved"))
    lines = "approvals:\n  - {version: 1, date: 2026-01-02, by: [Ana Ruiz], snapshot: approved/deer.md}"
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    (site.root / "approved" / "deer.md").write_text(widened(""))
    site.commit("Widen both", {FILE: widened(lines)})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (1, "creep")
    assert any("changes approved/deer.md, the approved version" in note for note in found["notes"])


def test_a_branch_that_changes_a_snapshot_alone_is_told_and_needs_an_approval(site: Site) -> None:
    site.configure(STRICT)
    snapshot = site.root / "approved" / "deer.md"
    snapshot.parent.mkdir()
    snapshot.write_text(proposal("approved"))
    lines = "approvals:\n  - {version: 1, date: 2026-01-02, by: [Ana Ruiz], snapshot: approved/deer.md}"
    site.commit("Approve", {FILE: proposal("approved", lines), "proposals/elk.md": proposal()})
    site.git("checkout", "--quiet", "-b", "work")
    snapshot.write_text(widened(""))
    site.commit("Widen what was approved")
    found = only(review(site))
    assert (found["id"], found["exit_code"], found["scope"]["verdict"]) == ("deer", 0, "unchanged")
    assert any("changes approved/deer.md, the approved version" in note for note in found["notes"])
    assert (found["re_approval"]["due"], found["re_approval"]["from"]) == (True, ["Ana Ruiz", "Henrik Dahl"])
    snapshot.unlink()
    site.commit("Delete it")
    assert only(review(site))["re_approval"]["due"]


def test_a_head_that_an_approval_names_is_the_base_s(site: Site) -> None:
    site.configure(STRICT)
    lines = "approvals:\n  - {version: 1, date: 2026-01-02, by: [Ana Ruiz], revision: HEAD~1}"
    asked = site.commit("Ask", {FILE: proposal("in-review")})
    site.commit("Approve", {FILE: proposal("approved", lines)})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Widen", {FILE: widened(lines)})
    scope = only(review(site))["scope"]
    assert (scope["verdict"], scope["baseline"]["revision"]) == ("creep", asked)


def test_an_approved_version_that_is_not_known_is_no_clean_one(site: Site, approved: str) -> None:
    site.git("checkout", "--quiet", "main")
    site.commit("Lose it", {FILE: proposal("approved", approval(f"wb1:{'0' * 64}"))})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Widen", {FILE: widened(approved)})
    answer = review(site)
    assert answer["exit_code"] == 2
    assert only(answer)["scope"]["verdict"] == "unknown"
    assert "what was approved is not known for 1" in answer["summary"]


def test_a_front_matter_that_the_branch_breaks_is_unknown(site: Site, approved: str) -> None:
    site.commit("Break", {FILE: widened(approved).replace("owner: Herd team", "owner: [")})
    answer = review(site)
    assert answer["exit_code"] == 2
    assert "front-matter-syntax" in [one["rule"] for one in only(answer)["findings"]]


def test_documents_whose_content_git_does_not_have_are_unknown(site: Site) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 2000\n"
    site.configure(STRICT)
    site.commit("Approve", {FILE: pointer.format("a" * 64)})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Widen", {FILE: pointer.format("b" * 64)})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (2, "unknown")
    assert "a pointer of Git LFS" in found["failures"][0]


def test_a_comment_that_the_branch_takes_away_brings_back_what_it_switched_off(site: Site) -> None:
    site.configure({"rules": {"superlatives": "error"}})
    comment = "<!-- wb:ignore superlatives: it is what the award is called -->\n"
    loud = "## Summary\n\nThe best app in the world.\n"
    site.commit("Start", {FILE: proposal("in-review").replace("## Summary\n", loud.replace("The", f"{comment}The"))})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Take away", {FILE: proposal("in-review").replace("## Summary\n", loud)})
    found = only(review(site))
    assert ([one["rule"] for one in found["findings"]], found["exit_code"]) == (["superlatives"], 1)


def test_a_comment_of_the_branch_is_told_with_what_it_switches_off(site: Site) -> None:
    site.configure({"rules": {"superlatives": "error"}})
    site.commit("Start", {FILE: proposal("in-review")})
    site.git("checkout", "--quiet", "-b", "work")
    comment = "<!-- wb:ignore superlatives: it is what the award is called -->\nThe best app in the world.\n"
    site.commit("Boast", {FILE: proposal("in-review").replace("## Summary\n", f"## Summary\n\n{comment}")})
    answer = review(site)
    found = only(answer)
    assert ([one["rule"] for one in found["silenced"]], found["exit_code"]) == (["superlatives"], 0)
    assert answer["summary"] == "1 proposal changed, nothing fails"
    assert "Switched off here by a comment" in site.wb("review", "--base", "main", "--format", "markdown").stdout


SKETCH = "\n![A sketch](images/map.svg)\n"


def test_an_image_that_is_drawn_anew_is_a_change_of_the_proposal_that_shows_it(site: Site) -> None:
    """The branch leaves the text alone; the work tree has yet another image, which nobody reviews."""
    site.configure({"scope": {"fail_on": ["creep"]}})
    site.write({"proposals/images/map.svg": "<svg>approved</svg>"})
    site.commit("Ask", {FILE: proposal("in-review") + SKETCH})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines) + SKETCH})
    site.git("checkout", "--quiet", "-b", "work")
    drawn = site.commit("Draw", {"proposals/images/map.svg": "<svg>wider</svg>"}, author="Eve")
    site.write({"proposals/images/map.svg": "<svg>approved</svg>"})
    found = only(review(site))
    (change,) = found["scope"]["changes"]
    assert (found["exit_code"], change["kind"], change["commit"]) == (1, "image-changed", drawn)
    assert found["scope"]["brought_in"] == [change["fingerprint"]]
    assert [one["kind"] for one in found["against_base"]["changes"]] == ["image-changed"]


def test_an_image_that_was_drawn_anew_before_is_not_the_branch_s(site: Site) -> None:
    site.configure({"scope": {"fail_on": ["creep"]}})
    site.write({"proposals/images/map.svg": "<svg>approved</svg>"})
    site.commit("Ask", {FILE: proposal("in-review") + SKETCH})
    lines = approval(digest_of(site))
    site.commit("Approve", {FILE: proposal("approved", lines) + SKETCH})
    site.commit("Draw", {"proposals/images/map.svg": "<svg>wider</svg>"})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Tag", {FILE: proposal("approved", f"{lines}\ntags: [a]") + SKETCH})
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"], found["scope"]["open_before"]) == (0, "creep", 1)
