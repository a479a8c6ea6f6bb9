"""Histories replayed as real repositories: the approved version is found, or it is said that it is not. None is clean.

In each the price was raised after the approval, so that whoever compares with the right version sees it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mkdocs_wb.history.git import Trouble, find_repository
from tests.conftest import Site, proposal

FILE = "proposals/deer.md"
RAISED = {"price": "$19"}


def digest(site: Site) -> str:
    """The digest of what was approved."""
    path = site.root.parent / "digest.md"
    path.write_text(proposal("in-review"))
    return str(json.loads(site.wb("inspect", str(path), "--format", "json").stdout)[0]["digest"])


def approval(site: Site, more: str = "") -> str:
    """The block that names it."""
    return f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben Okoro], digest: '{digest(site)}'{more}}}"


def write(site: Site, message: str, status: str, more: str = "", name: str = FILE, **replaced: str) -> str:
    return site.commit(message, {name: proposal(status, more, **replaced)})


def compare(site: Site, name: str = "deer") -> dict[str, Any]:
    site.configure()
    result = site.wb("diff", name, "--format", "json")
    found: dict[str, Any] = json.loads(result.stdout)
    assert (result.exit_code == 2) == (found["verdict"] == "unknown")
    return found


def is_seen(site: Site, revision: str, name: str = "deer") -> bool:
    """Whether the raised price is the one change, against that revision."""
    found = compare(site, name)
    changes = [(change["kind"], change["new"]) for change in found["changes"]]
    assert (found["verdict"], changes) == ("creep", [("figure-changed", "It costs $19 a month.")])
    return bool(found["baseline"]["revision"] == revision)


def is_unknown(site: Site, says: str) -> bool:
    found = compare(site)
    return found["verdict"] == "unknown" and says in found["baseline"]["problem"]


def begin(site: Site) -> str:
    """A draft, and the version that is approved; gives its commit."""
    write(site, "Draft", "draft", feature="- Nothing yet\n")
    return write(site, "Ask for a review", "in-review")


# what happens to commits


def test_a_squash_merge_leaves_the_branch_to_be_found(site: Site) -> None:
    write(site, "Draft", "draft", feature="- Nothing yet\n")
    site.git("checkout", "--quiet", "-b", "work")
    approved = write(site, "Ask for a review", "in-review")
    write(site, "Raise", "approved", approval(site), **RAISED)
    site.git("checkout", "--quiet", "main")
    site.git("merge", "--quiet", "--squash", "work")
    site.commit("Squash")
    assert is_seen(site, approved)
    site.git("branch", "--quiet", "-D", "work")
    site.git("reflog", "expire", "--expire=now", "--all")
    site.git("gc", "--quiet", "--prune=now")
    assert is_unknown(site, "no revision in this repository has the approved digest")


def test_a_rebase_gives_the_approved_version_another_commit(site: Site) -> None:
    write(site, "Draft", "draft", feature="- Nothing yet\n")
    site.git("checkout", "--quiet", "-b", "work")
    before = write(site, "Ask for a review", "in-review")
    write(site, "Raise", "approved", approval(site), **RAISED)
    site.git("checkout", "--quiet", "main")
    site.commit("Meanwhile", {"index.md": "# Home"})
    site.git("rebase", "--quiet", "main", "work")
    site.git("checkout", "--quiet", "main")
    site.git("merge", "--quiet", "--ff-only", "work")
    after = site.git("rev-parse", "HEAD~1")
    assert after != before
    assert is_seen(site, after)


def test_a_revision_that_a_rebase_left_behind_is_unknown_once_it_is_gone(site: Site) -> None:
    approved = begin(site)
    write(site, "Raise", "approved", approval(site, f", revision: {approved}"), **RAISED)
    assert is_seen(site, approved)
    site.git("checkout", "--quiet", "--orphan", "fresh")
    site.commit("All in one")
    site.git("branch", "--quiet", "-D", "main")
    assert is_seen(site, approved)  # nothing leads to it, and it is still there
    site.git("reflog", "expire", "--expire=now", "--all")
    site.git("gc", "--quiet", "--prune=now")
    assert is_unknown(site, f"the approved revision {approved} does not exist")


def test_a_cherry_pick_is_found_on_the_main_line(site: Site) -> None:
    write(site, "Draft", "draft", feature="- Nothing yet\n")
    site.git("checkout", "--quiet", "-b", "work")
    picked = write(site, "Ask for a review", "in-review")
    site.git("checkout", "--quiet", "main")
    site.commit("Meanwhile", {"index.md": "# Home"})
    site.git("cherry-pick", picked)
    approved = site.git("rev-parse", "HEAD")
    write(site, "Raise", "approved", approval(site), **RAISED)
    assert approved != picked
    assert is_seen(site, approved)


def test_a_revert_is_a_change_like_any_other(site: Site) -> None:
    write(site, "Dear", "in-review", **RAISED)
    approved = write(site, "Cheaper", "in-review")
    write(site, "Approve", "approved", approval(site))
    reverted = proposal("approved", approval(site), **RAISED)
    site.commit("Revert “Cheaper”", {FILE: reverted})
    assert is_seen(site, approved)


def test_two_approvals_compare_with_the_last(site: Site) -> None:
    write(site, "First", "in-review", feature="- A map\n")
    approved = write(site, "Second", "in-review")
    old = f"wb1:{'0' * 64}"
    both = f"approvals:\n  - {{version: 1, digest: '{old}'}}\n  - {{version: 2, digest: '{digest(site)}'}}"
    write(site, "Raise", "approved", both, **RAISED)
    assert is_seen(site, approved)
    assert compare(site)["baseline"]["version"] == "2"


def test_an_approval_on_a_side_branch_counts_once_it_is_merged(site: Site) -> None:
    begin(site)
    site.git("checkout", "--quiet", "-b", "approving")
    write(site, "Approve", "approved")
    site.git("checkout", "--quiet", "main")
    assert compare(site)["verdict"] == "not-approved"
    site.commit("Meanwhile", {"index.md": "# Home"})
    site.git("merge", "--quiet", "--no-ff", "-m", "Merge", "approving")
    merged = site.git("rev-parse", "HEAD")
    write(site, "Raise", "approved", **RAISED)
    assert is_seen(site, merged)


def test_an_octopus_brings_the_status_in(site: Site) -> None:
    begin(site)
    for name in ("one", "two"):
        site.git("checkout", "--quiet", "-b", name, "main")
        site.commit(name, {f"{name}.md": name})
    site.git("checkout", "--quiet", "-b", "approving", "main")
    write(site, "Approve", "approved")
    site.git("checkout", "--quiet", "main")
    site.git("merge", "--quiet", "--no-ff", "-m", "Merge", "one", "two", "approving")
    merged = site.git("rev-parse", "HEAD")
    write(site, "Raise", "building", **RAISED)
    assert is_seen(site, merged)


def test_an_orphan_branch_is_searched_too(site: Site) -> None:
    write(site, "Draft", "draft", feature="- Nothing yet\n")
    site.git("checkout", "--quiet", "--orphan", "elsewhere")
    approved = write(site, "Ask for a review", "in-review")
    site.git("checkout", "--quiet", "main")
    write(site, "Raise", "approved", approval(site), **RAISED)
    assert is_seen(site, approved)


def test_a_detached_head_reads_its_own_past(site: Site) -> None:
    approved = begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    site.git("checkout", "--quiet", "--detach")
    assert is_seen(site, approved)


# what happens to the file


def test_a_rename_with_an_edit_and_a_move_by_status_are_followed(site: Site) -> None:
    write(site, "Draft", "draft", name="ideas/deer.md", feature="- Nothing yet\n")
    approved = write(site, "Ask for a review", "in-review", name="ideas/deer.md")
    (site.docs / "proposals").mkdir()
    site.git("mv", "docs/ideas/deer.md", f"docs/{FILE}")
    write(site, "Move and raise", "approved", approval(site), **RAISED)
    assert is_seen(site, approved)


def test_a_status_that_is_a_folder_begins_with_the_move(site: Site) -> None:
    write(site, "Draft", "", name="proposals/draft/deer.md")
    (site.docs / "proposals" / "approved").mkdir()
    site.git("mv", "docs/proposals/draft/deer.md", "docs/proposals/approved/deer.md")
    approved = site.commit("Approve")
    write(site, "Raise", "", name="proposals/approved/deer.md", **RAISED)
    site.configure({"status_from": "folder"})
    found = json.loads(site.wb("diff", "deer", "--format", "json").stdout)
    assert (found["verdict"], found["baseline"]["revision"]) == ("creep", approved)


def test_a_file_that_was_deleted_and_restored_keeps_its_approved_version(site: Site) -> None:
    approved = begin(site)
    (site.docs / FILE).unlink()
    site.commit("Delete")
    write(site, "Restore", "approved", approval(site), **RAISED)
    assert is_seen(site, approved)


def test_a_case_only_rename_is_followed(site: Site) -> None:
    approved = write(site, "Ask for a review", "in-review", name="proposals/Deer.md")
    site.git("mv", "docs/proposals/Deer.md", "docs/proposals/deer.tmp.md")
    site.git("mv", "docs/proposals/deer.tmp.md", f"docs/{FILE}")
    site.commit("Rename")
    write(site, "Raise", "approved", approval(site), **RAISED)
    assert is_seen(site, approved)


@pytest.mark.parametrize("name", ["Jäger 鹿", "with 'quotes'", "a\nb", "-n", ":(top)x", "[a]*"])
def test_names_of_any_kind_are_found(site: Site, name: str) -> None:
    write(site, "Ask for a review", "in-review", "id: deer", name=f"proposals/{name}.md")
    approved = site.git("rev-parse", "HEAD")
    write(site, "Raise", "approved", f"id: deer\n{approval(site)}", name=f"proposals/{name}.md", **RAISED)
    assert is_seen(site, approved)


def test_a_move_into_another_repository_is_found_if_its_history_comes_along(site: Site, tmp_path: Any) -> None:
    approved = begin(site)
    other = Site(tmp_path / "other")
    other.commit("Begin", {"index.md": "# Home"})
    shutil.copytree(site.docs / "proposals", other.docs / "proposals")
    write(other, "Take over", "approved", approval(site), **RAISED)
    assert is_unknown(other, "no revision in this repository has the approved digest")
    other.git("fetch", "--quiet", str(site.root), "main:taken-over")
    assert is_seen(other, approved)


def test_a_thousand_commits_take_no_thousand_looks(site: Site, time_limit: Callable[[float], None]) -> None:
    approved = begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    raised = site.git("rev-parse", "HEAD")
    text, stream = proposal("approved", approval(site), **RAISED), []
    for number in range(1000):
        data = text.replace("Two years.", f"Two years, as {999 - number} have asked.").encode()
        data = text.encode() if number == 999 else data
        head = f"commit refs/heads/main\ncommitter Ana <a@b> {1_800_000_000 + number} +0000\ndata 4\nedit\n"
        head += f"from {raised}\n" if number == 0 else ""
        stream.append(f"{head}M 100644 inline docs/{FILE}\ndata {len(data)}\n".encode() + data + b"\n")
    command = ["git", "fast-import", "--quiet", "--force"]
    subprocess.run(command, cwd=site.root, input=b"".join(stream), check=True)
    site.git("reset", "--quiet", "--hard", "main")
    time_limit(10)
    assert is_seen(site, approved)
    (change,) = compare(site)["changes"]
    assert change["commit"] == raised


# where the repository stands


def test_docs_in_a_subfolder_of_the_repository(site: Site) -> None:
    inner = Site(site.root / "products" / "herd")
    approved = begin_in(site, inner)
    inner.configure()
    assert is_seen(inner, approved)


def begin_in(outer: Site, inner: Site) -> str:
    """The same in a folder of a larger repository."""
    inner.write({FILE: proposal("in-review")})
    approved = outer.commit("Ask for a review")
    inner.write({FILE: proposal("approved", approval(outer), **RAISED)})
    outer.commit("Raise")
    return approved


def test_a_submodule_has_its_own_history(site: Site, tmp_path: Any) -> None:
    product = Site(tmp_path / "product")
    approved = begin(product)
    write(product, "Raise", "approved", approval(site), **RAISED)
    site.commit("Begin", {"index.md": "# Home"})
    site.git("submodule", "--quiet", "add", str(product.root), "docs/proposals/product")
    site.commit("Take the product in")
    assert is_seen(site, approved)


def test_a_work_tree_beside_the_repository(site: Site, tmp_path: Any) -> None:
    approved = begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    site.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "tree"))
    tree = Site.__new__(Site)
    tree.root, tree.docs, tree.ticks = tmp_path / "tree", tmp_path / "tree" / "docs", 0
    assert is_seen(tree, approved)


def test_a_repository_with_sha_256(site: Site) -> None:
    site.git("init", "--quiet", "--object-format=sha256")
    approved = begin(site)
    assert len(approved) == 64
    write(site, "Raise", "approved", approval(site, f", revision: {approved}"), **RAISED)
    assert is_seen(site, approved)


def test_variables_of_a_hook_lead_to_no_other_repository(
    site: Site, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook of another repository runs wb: git tells it by variables which repository it is in."""
    approved = begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    other = Site(tmp_path / "other")
    write(other, "The same, dear from the start", "in-review", **RAISED)
    site.configure()
    for name, value in {
        "GIT_DIR": str(other.root / ".git"),
        "GIT_WORK_TREE": str(other.root),
        "GIT_INDEX_FILE": str(other.root / ".git" / "index"),
        "GIT_COMMON_DIR": str(other.root / ".git"),
        "GIT_NAMESPACE": "elsewhere",
        "GIT_OBJECT_DIRECTORY": str(other.root / ".git" / "objects"),
        "GIT_LITERAL_PATHSPECS": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert is_seen(site, approved)


def test_files_that_look_like_a_repository_are_none(site: Site, tmp_path: Any) -> None:
    """Whoever can commit can put them beside a document, with a history of their own and with settings."""
    name = "proposals/evil/deer.md"
    site.configure()
    approved = site.commit("Ask for a review", {name: proposal("in-review")})
    site.commit("Raise", {name: proposal("approved", approval(site), **RAISED)})
    other = Site(tmp_path / "other")
    other.commit("The same, dear from the start", {"a.md": proposal("in-review", **RAISED)})
    for folder in ("objects", "refs"):
        shutil.copytree(other.root / ".git" / folder, site.docs / "proposals" / "evil" / folder)
    evil = site.docs / "proposals" / "evil"
    (evil / "HEAD").write_text("ref: refs/heads/main\n")
    (evil / "config").write_text("[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\n")
    site.commit("Attack")
    assert is_seen(site, approved)
    assert "1 proposal changed" in site.wb("review", "--base", "HEAD~2", folder=evil).stdout


def test_what_looks_like_a_repository_and_is_in_none_is_not_read(tmp_path: Path) -> None:
    made = Site(tmp_path / "made")
    made.commit("Start")
    (made.root / ".git").rename(tmp_path / "bare")
    (tmp_path / "bare" / "config").write_text("[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\n")
    found = find_repository(tmp_path / "bare")
    assert isinstance(found, Trouble)
    assert "bare" in found.message


# what is wrong with it


def test_replaced_and_grafted_objects_change_nothing(site: Site) -> None:
    approved = begin(site)
    dear = site.git("rev-parse", "HEAD~1")
    head = write(site, "Raise", "approved", approval(site), **RAISED)
    blobs = [site.git("rev-parse", f"{commit}:docs/{FILE}") for commit in (approved, head)]
    site.git("replace", *blobs)
    site.git("replace", "--graft", head, dear)
    (site.root / ".git" / "info").mkdir(exist_ok=True)
    (site.root / ".git" / "info" / "grafts").write_text(f"{head} {dear}\n")
    assert is_seen(site, approved)


def test_a_shallow_clone_is_unknown_and_mended_by_the_command_it_names(site: Site, tmp_path: Any) -> None:
    approved = begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    site.git("clone", "--quiet", "--depth=1", f"file://{site.root}", str(tmp_path / "clone"))
    clone = Site.__new__(Site)
    clone.root, clone.docs, clone.ticks = tmp_path / "clone", tmp_path / "clone" / "docs", 0
    assert is_unknown(clone, "the clone is shallow")
    clone.git("fetch", "--quiet", "--unshallow")
    assert is_seen(clone, approved)


def test_without_git_it_is_unknown(site: Site) -> None:
    begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    shutil.rmtree(site.root / ".git")
    assert is_unknown(site, "the proposals are in no git repository")


@pytest.mark.parametrize("what", ["blob", "tree", "commit"])
@pytest.mark.parametrize("how", ["gone", "garbled"])
def test_damaged_objects_are_unknown(site: Site, what: str, how: str) -> None:
    approved = begin(site)
    write(site, "Raise", "approved", approval(site), **RAISED)
    name = {"blob": f"{approved}:docs/{FILE}", "tree": f"{approved}^{{tree}}", "commit": approved}[what]
    found = site.git("rev-parse", name)
    path = site.root / ".git" / "objects" / found[:2] / found[2:]
    path.chmod(0o644)
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(b"garbled")
    assert is_unknown(site, "")
    assert 'data-wb-verdict="unknown"' in (site.build() / "proposals" / "deer" / "index.html").read_text()
