"""Who brought a change in: real histories, asked through `wb diff`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Site, proposal

FILE = "proposals/deer.md"
MAP, SHOP = "- A map of the herd\n", "- A map of the herd\n- A shop for venison\n"


def changed(site: Site, name: str = "deer") -> dict[str, dict[str, Any]]:
    """The changes by their new words, else by the old ones."""
    found = json.loads(site.wb("diff", name, "--format", "json").stdout)["changes"]
    return {change["new"] or change["old"]: change for change in found}


def approved(site: Site, **replaced: str) -> str:
    """Commit a version, and give the approval that names it by its digest."""
    site.configure()
    site.commit("Ask for a review", {FILE: proposal("in-review", **replaced)})
    digest = json.loads(site.wb("inspect", f"docs/{FILE}", "--format", "json").stdout)[0]["digest"]
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben Okoro], digest: '{digest}'}}"
    site.commit("Approve", {FILE: proposal("approved", approval, **replaced)})
    return approval


def test_each_change_names_the_commit_that_brought_it_in(site: Site) -> None:
    approval = approved(site)
    price = site.commit("Raise", {FILE: proposal("approved", approval, price="$19")}, author="Zoë Müller")
    both = proposal("approved", approval, price="$19", feature=SHOP)
    shop = site.commit("Widen", {FILE: both}, author="Cleo <b>")
    site.commit("Build", {FILE: both.replace("status: approved", "status: building")})
    found = changed(site)
    assert found["It costs $19 a month."]["commit"] == price
    assert found["It costs $19 a month."]["author"] == "Zoë Müller"
    assert found["It costs $19 a month."]["date"].startswith("2026-01-")
    assert (found["A shop for venison"]["commit"], found["A shop for venison"]["author"]) == (shop, "Cleo b")


def test_what_was_taken_back_and_brought_in_again_belongs_to_the_second_time(site: Site) -> None:
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    site.commit("Take back", {FILE: proposal("approved", approval)})
    again = site.commit("Widen again", {FILE: proposal("approved", approval, feature=SHOP)})
    assert changed(site)["A shop for venison"]["commit"] == again


def test_a_figure_that_changed_twice_belongs_to_who_wrote_the_present_one(site: Site) -> None:
    approval = approved(site)
    site.commit("Raise", {FILE: proposal("approved", approval, price="$19")})
    now = site.commit("Raise again", {FILE: proposal("approved", approval, price="$29")})
    assert changed(site)["It costs $29 a month."]["commit"] == now


def test_what_is_gone_belongs_to_the_commit_that_took_it_out(site: Site) -> None:
    approval = approved(site, feature=SHOP)
    gone = site.commit("Narrow", {FILE: proposal("approved", approval)})
    site.commit("Raise", {FILE: proposal("approved", approval, price="$19")})
    assert changed(site)["A shop for venison"]["commit"] == gone


def test_the_front_matter_has_its_origins_too(site: Site) -> None:
    approval = approved(site)
    now = site.commit("Widen", {FILE: proposal("approved", approval).replace("in California", "everywhere")})
    site.commit("Build", {FILE: proposal("building", approval).replace("in California", "everywhere")})
    assert changed(site)["Deer farmers everywhere"]["commit"] == now


def test_what_moved_is_told_by_comparing(site: Site) -> None:
    approval = approved(site, feature="- A map of the whole herd\n- A list of all the animals\n")
    turned = "- A list of all the animals\n- A map of the whole herd\n"
    moved = site.commit("Turn", {FILE: proposal("approved", approval, feature=turned)})
    site.commit("Raise", {FILE: proposal("approved", approval, feature=turned, price="$19")})
    (change,) = (one for one in changed(site).values() if one["kind"] == "moved")
    assert change["commit"] == moved


def test_a_rewrap_and_a_rename_keep_the_origin(site: Site) -> None:
    approval = approved(site)
    widened = proposal("approved", approval, feature="- A shop for the venison of every farm in the county\n")
    origin = site.commit("Widen", {FILE: widened})
    site.git("mv", f"docs/{FILE}", "docs/proposals/tracker.md")
    site.commit("Rename", {"proposals/tracker.md": widened.replace("of every farm", "of\n  every **farm**")})
    assert changed(site, "tracker")["A shop for the venison of every farm in the county"]["commit"] == origin


def test_what_no_commit_has_is_said_to_be_uncommitted(site: Site) -> None:
    approval = approved(site)
    site.commit("Raise", {FILE: proposal("approved", approval, price="$19")})
    site.write({FILE: proposal("approved", approval, price="$19", feature=SHOP)})
    found = changed(site)
    assert found["A shop for venison"]["uncommitted"] is True
    assert found["A shop for venison"]["commit"] is None
    assert found["It costs $19 a month."]["uncommitted"] is False
    assert "not committed yet" in site.wb("diff", "deer").stdout


def test_the_first_edit_after_the_approval_is_uncommitted_too(site: Site) -> None:
    approval = approved(site)
    site.write({FILE: proposal("approved", approval, price="$19")})
    assert changed(site)["It costs $19 a month."]["uncommitted"] is True


def test_a_version_that_was_squashed_away_gives_its_changes_to_the_squash(site: Site) -> None:
    site.configure()
    site.commit("Draft", {FILE: proposal("draft")})
    site.git("checkout", "--quiet", "-b", "work")
    approval = approved(site, feature=SHOP)
    site.git("checkout", "--quiet", "main")
    squash = site.commit("Squash", {FILE: proposal("approved", approval, feature=SHOP, price="$19")})
    assert changed(site)["It costs $19 a month."]["commit"] == squash


def test_what_the_main_line_never_had_has_no_origin(site: Site) -> None:
    """The approved version, on a branch, had a shop; the main line had none before, and so nobody took it out there."""
    site.configure()
    site.commit("Draft", {FILE: proposal("draft")})
    site.git("checkout", "--quiet", "-b", "work")
    approval = approved(site, feature=SHOP)
    site.git("checkout", "--quiet", "main")
    site.commit("Squash", {FILE: proposal("approved", approval)})
    found = changed(site)["A shop for venison"]
    assert (found["commit"], found["uncommitted"]) == (None, False)


@pytest.mark.parametrize("kind", ["revision", "snapshot"])
def test_an_approval_by_other_means_has_origins_too(site: Site, kind: str) -> None:
    approved(site)
    site.commit("Elsewhere", {"index.md": "# Home"})
    site.git("tag", "-a", "v1", "-m", "approved")
    (site.root / "approved.md").write_text(proposal("in-review"))
    site.commit("Keep it")
    approval = f"approvals:\n  - {{version: 1, {kind}: {'v1' if kind == 'revision' else 'approved.md'}}}"
    now = site.commit("Raise", {FILE: proposal("approved", approval, price="$19")})
    site.commit("Widen", {FILE: proposal("approved", approval, price="$19", feature=SHOP)})
    assert changed(site)["It costs $19 a month."]["commit"] == now


def test_a_snapshot_that_the_main_line_never_had_gives_no_origin(site: Site) -> None:
    approved(site)
    (site.root / "approved.md").write_text(proposal("in-review", price="$7"))
    approval = "approvals:\n  - {version: 1, snapshot: approved.md}"
    site.commit("Keep it", {FILE: proposal("approved", approval)})
    found = changed(site)["It costs $9 a month."]
    assert (found["commit"], found["uncommitted"]) == (None, False)


def branch(site: Site, *, name: str = "work") -> None:
    site.git("checkout", "--quiet", "-b", name)


def merge(site: Site, *names: str) -> str:
    site.git("checkout", "--quiet", "main")
    site.git("merge", "--quiet", "--no-ff", "-m", "Merge", *names, author="The Merger")
    return site.git("rev-parse", "HEAD")


def test_what_a_merge_brought_in_belongs_to_who_wrote_it_on_the_branch(site: Site) -> None:
    approval = approved(site)
    branch(site)
    shop = site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)}, author="Cleo")
    price = site.commit("Raise", {FILE: proposal("approved", approval, feature=SHOP, price="$19")}, author="Zoë")
    site.git("checkout", "--quiet", "main")
    site.commit("Meanwhile", {"index.md": "# Home"})
    merge(site, "work")
    site.git("branch", "--quiet", "-D", "work")
    found = changed(site)
    assert (found["A shop for venison"]["commit"], found["A shop for venison"]["author"]) == (shop, "Cleo")
    assert (found["It costs $19 a month."]["commit"], found["It costs $19 a month."]["author"]) == (price, "Zoë")


def test_what_the_merge_itself_wrote_belongs_to_the_merge(site: Site) -> None:
    approval = approved(site)
    branch(site)
    shop = site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    site.git("checkout", "--quiet", "main")
    site.git("merge", "--quiet", "--no-ff", "--no-commit", "work")
    itself = site.commit("Merge", {FILE: proposal("approved", approval, feature=SHOP, price="$19")})
    found = changed(site)
    assert found["A shop for venison"]["commit"] == shop
    assert found["It costs $19 a month."]["commit"] == itself


def test_each_branch_of_an_octopus_has_its_own(site: Site) -> None:
    approval = approved(site)
    branch(site, name="one")
    shop = site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    site.git("checkout", "--quiet", "main")
    branch(site, name="two")
    price = site.commit("Raise", {FILE: proposal("approved", approval).replace("12 deer", "40 deer")})
    merge(site, "one", "two")
    found = changed(site)
    assert found["A shop for venison"]["commit"] == shop
    assert found["A farmer loses 40 deer a year."]["commit"] == price


def test_a_branch_that_renamed_the_file_is_followed(site: Site) -> None:
    approval = approved(site)
    branch(site)
    shop = site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    site.git("mv", f"docs/{FILE}", "docs/proposals/tracker.md")
    site.commit("Rename")
    site.git("checkout", "--quiet", "main")
    site.commit("Meanwhile", {"index.md": "# Home"})
    merge(site, "work")
    assert changed(site, "tracker")["A shop for venison"]["commit"] == shop


def test_what_stood_before_the_branch_began_is_not_its_own(site: Site) -> None:
    """The main line dropped the shop after the branch had left it; the merge brought it back, and the branch did not."""
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    branch(site)
    site.commit("Raise", {FILE: proposal("approved", approval, feature=SHOP, price="$19")})
    site.git("checkout", "--quiet", "main")
    site.commit("Drop", {FILE: proposal("approved", approval)})
    site.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy=ours", "work")
    back = site.commit("Merge", {FILE: proposal("approved", approval, feature=SHOP)})
    assert changed(site)["A shop for venison"]["commit"] == back


def test_what_came_again_after_a_merge_is_not_the_branchs(site: Site) -> None:
    approval = approved(site)
    branch(site)
    both = proposal("approved", approval, feature=SHOP, price="$19")
    price = site.commit("Widen and raise", {FILE: both})
    site.git("checkout", "--quiet", "main")
    site.commit("Meanwhile", {"index.md": "# Home"})
    merge(site, "work")
    site.commit("Take back", {FILE: proposal("approved", approval, price="$19")})
    again = site.commit("Widen again", {FILE: both})
    found = changed(site)
    assert found["A shop for venison"]["commit"] == again
    assert found["It costs $19 a month."]["commit"] == price


def test_what_somebody_approved_who_may_not_is_never_clear(site: Site) -> None:
    approved(site)
    assert json.loads(site.wb("diff", "deer", "--format", "json").stdout)["verdict"] == "unchanged"
    site.configure({"approvers": ["Ana Ruiz"]})
    told = site.wb("diff", "deer")
    assert told.exit_code == 2
    assert "expected an approval by Ana Ruiz, found one by Ben Okoro" in told.stdout
    answer = json.loads(site.wb("diff", "deer", "--format", "json").stdout)
    assert answer["verdict"] == "unknown"
    revision = answer["baseline"]["revision"]
    assert f"wb diff deer --from {revision[:10]}" in told.stdout
    assert (
        json.loads(site.wb("diff", "deer", "--from", revision[:10], "--format", "json").stdout)["verdict"]
        == "unchanged"
    )
    site.configure({"approvers": ["ana ruiz", "ben  okoro"]})
    assert site.wb("diff", "deer").exit_code == 0
