"""`wb review` where the base went on, has no configuration, or is not where one stands."""

from __future__ import annotations

import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, SHOP, STRICT, approval, digest_of, only, review, widened


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


def test_a_base_that_has_everything_already_is_told(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    for base in ("work", "HEAD"):
        assert review(site, base=base)["notes"] == [
            f"{base} has every commit of this already: there is nothing to review"
        ]
    assert review(site)["notes"] == []


@pytest.mark.parametrize("base", ["", " "])
def test_a_base_that_is_not_given_is_one_clear_line(site: Site, approved: str, base: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    result = site.wb("review", "--base", base)
    assert (result.exit_code, result.stderr) == (2, "--base: expected a commit, tag or branch, found nothing")


def test_a_base_that_renamed_the_proposal_knows_it_still(site: Site, approved: str) -> None:
    """It was approved anew under its new name, narrower, while the branch keeps the old name and the old text."""
    site.git("checkout", "--quiet", "main")
    site.git("mv", f"docs/{FILE}", "docs/proposals/tracker.md")
    narrow = proposal("approved", f"{approved}\nid: deer", feature="")
    site.write({"proposals/tracker.md": narrow})
    again = f"{approved}\n{approval(digest_of(site, 'proposals/tracker.md'), 2).splitlines()[1]}\nid: deer"
    site.commit("Narrow", {"proposals/tracker.md": proposal("approved", again, feature="")})
    site.git("checkout", "--quiet", "work")
    site.commit("Tag", {FILE: proposal("approved", f"{approved}\ntags: [a]")})
    found = only(review(site))
    assert found["scope"]["baseline"]["version"] == "2"
    assert found["scope"]["verdict"] == "creep"


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


def test_a_document_type_that_the_base_lacks_is_one_clear_line(site: Site) -> None:
    site.configure({"types": {"prfaq": "ours.json"}})
    site.commit("Start", {FILE: proposal()})
    result = site.wb("review", "--base", "main")
    assert result.exit_code == 2
    assert result.stderr.startswith("at main: mkdocs.yml: types: ")


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
        "main has every commit of this already: there is nothing to review",
        "2 files with changes that are not committed, which were not reviewed: docs/proposals/deer.md, docs/proposals/new.md",
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
