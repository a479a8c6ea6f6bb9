"""`wb review` in the checkouts that continuous integration makes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, STRICT, approval, only, review, widened


@pytest.fixture
def pushed(site: Site, approved: str) -> Site:
    """A repository with a branch that widens a promise, and the merge of it that a forge would make."""
    site.commit("Widen", {FILE: widened(approved)})
    site.git("checkout", "--quiet", "main")
    site.commit("Go on", {"index.md": "# Home\n"})
    site.git("checkout", "--quiet", "--detach", "main")
    site.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work")
    site.git("update-ref", "refs/pull/1/merge", "HEAD")
    site.git("checkout", "--quiet", "main")
    return site


def cloned(site: Site, folder: Path, *refs: str, depth: int = 0) -> Site:
    """A clone as a checkout action makes it: some refs, and the first of them checked out without a branch."""
    clone = Site(folder)
    clone.docs.rmdir()
    clone.git("init", "--quiet")
    clone.git("remote", "add", "origin", f"file://{site.root}")
    clone.git("fetch", "--quiet", "--no-tags", *([f"--depth={depth}"] if depth else []), "origin", *refs)
    clone.git("checkout", "--quiet", "--detach", refs[0].partition(":")[2])
    return clone


MERGE, WORK = "+refs/pull/1/merge:refs/remotes/pull/1/merge", "+refs/heads/work:refs/remotes/origin/work"
MAIN = "+refs/heads/main:refs/remotes/origin/main"


def is_told(answer: dict[str, object]) -> bool:
    """Whether the widened promise is found."""
    found = only(answer)
    return (found["exit_code"], found["scope"]["verdict"], len(found["scope"]["brought_in"])) == (1, "creep", 1)


@pytest.mark.parametrize("ref", [MERGE, WORK])
@pytest.mark.parametrize("base", ["main", "origin/main"])
def test_a_base_that_only_the_remote_has(pushed: Site, tmp_path: Path, ref: str, base: str) -> None:
    assert is_told(review(cloned(pushed, tmp_path / "clone", ref, MAIN), base=base))


def test_an_annotated_tag(pushed: Site) -> None:
    pushed.git("tag", "--annotate", "-m", "Base", "base", "main")
    pushed.git("checkout", "--quiet", "work")
    assert is_told(review(pushed, base="base"))


def test_a_local_merge_of_several_commits(pushed: Site) -> None:
    pushed.git("checkout", "--quiet", "-b", "other", "work")
    pushed.git("merge", "--quiet", "--no-ff", "-m", "Bring up to date", "main")
    assert is_told(review(pushed))


@pytest.mark.parametrize("ref", [MERGE, WORK])
def test_a_shallow_checkout_says_the_command_that_mends_it(pushed: Site, tmp_path: Path, ref: str) -> None:
    clone = cloned(pushed, tmp_path / "clone", ref, depth=1)
    result = clone.wb("review", "--base", "main")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    command = result.stderr.split("`")[1]
    assert command == "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    subprocess.run(command.split(), cwd=clone.root, check=True, capture_output=True)
    assert is_told(review(clone))


def test_an_approved_version_beyond_the_depth_is_unknown(site: Site, approved: str, tmp_path: Path) -> None:
    site.git("checkout", "--quiet", "main")
    site.commit("Lower", {FILE: widened(approved, price="$8")})
    site.commit("Lower again", {FILE: widened(approved, price="$7")})
    site.git("checkout", "--quiet", "-B", "work")
    site.commit("Change", {FILE: widened(approved, price="$6")})
    clone = cloned(site, tmp_path / "clone", WORK, MAIN, depth=2)
    answer = review(clone)
    assert (answer["exit_code"], only(answer)["scope"]["verdict"]) == (2, "unknown")
    assert (
        only(answer)["scope"]["baseline"]["problem"] == "the clone is shallow, so that its older revisions are missing"
    )
    assert "git fetch --unshallow" in clone.wb("review", "--base", "main").stdout


def test_an_inferred_version_that_may_be_beyond_the_depth_is_unknown(site: Site, tmp_path: Path) -> None:
    """Every commit that is there has the status: since when it counts as approved cannot be told."""
    site.configure(STRICT)
    for price in ("$6", "$7", "$8"):
        site.commit("Raise", {FILE: proposal("approved", price=price)})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Raise", {FILE: proposal("approved", price="$19")})
    answer = review(cloned(site, tmp_path / "clone", WORK, MAIN, depth=2))
    assert (answer["exit_code"], only(answer)["scope"]["verdict"]) == (2, "unknown")


def test_an_approved_version_within_the_depth_is_known(site: Site, approved: str, tmp_path: Path) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    clone = cloned(site, tmp_path / "clone", WORK, MAIN, depth=2)
    assert is_told(review(clone))


def test_nobody_is_named_where_the_commits_of_a_branch_are_missing(site: Site, approved: str, tmp_path: Path) -> None:
    """The merge, the base and the last commit of the branch are there; the one that widened the promise is not."""
    site.commit("Widen", {FILE: widened(approved)}, author="Eve")
    site.commit("Tag", {FILE: widened(f"{approved}\ntags: [a]")})
    site.git("checkout", "--quiet", "--detach", "main")
    site.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work")
    site.git("update-ref", "refs/pull/1/merge", "HEAD")
    answer = review(cloned(site, tmp_path / "clone", MERGE, MAIN, depth=2))
    assert is_told(answer)
    assert only(answer)["scope"]["changes"][0]["author"] is None


def test_a_partial_clone_says_what_mends_it(pushed: Site, tmp_path: Path) -> None:
    pushed.git("config", "uploadpack.allowFilter", "true")
    folder = tmp_path / "clone"
    command = ["git", "clone", "--quiet", "--filter=blob:none", "--branch=work", f"file://{pushed.root}", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    clone = Site.__new__(Site)
    clone.root, clone.docs, clone.ticks = folder, folder / "docs", 0
    result = clone.wb("review", "--base", "main")
    assert result.exit_code == 2
    assert "the clone is partial" in result.stderr
    assert "git fetch --refetch --no-filter" in result.stderr


def test_no_repository_is_one_clear_line(site: Site) -> None:
    site.configure()
    result = site.wb("review", "--base", "main")
    assert result.exit_code == 2
    assert "in no git repository" in result.stderr


def test_a_branch_and_a_base_that_were_merged_into_each_other(site: Site, approved: str) -> None:
    """The base took the widened promise back after the branch had it, and each has merged an older state of the other."""
    site.commit("Widen", {FILE: widened(approved)})
    site.git("checkout", "--quiet", "main")
    site.commit("Write", {"index.md": "# Home\n"})
    before = site.git("rev-parse", "main")
    site.git("merge", "--quiet", "--no-ff", "-m", "Take it", "work")
    site.commit("Take it back", {FILE: proposal("approved", approved)})
    site.git("checkout", "--quiet", "work")
    site.git("merge", "--quiet", "--no-ff", "-m", "Bring up to date", before)
    answer = review(site)
    assert is_told(answer)
    assert "were merged into each other" in answer["notes"][0]


def test_another_repository_in_this_one_is_told(site: Site, approved: str, tmp_path: Path) -> None:
    inner = Site(tmp_path / "inner")
    inner.commit("Start", {"a.md": "# A\n"})
    site.git("submodule", "--quiet", "add", f"file://{inner.root}", "docs/proposals/theirs")
    (site.root / ".gitmodules").open("a").write("\tignore = all\n")
    site.commit("Mount", {FILE: widened(approved)})
    answer = review(site)
    assert (answer["exit_code"], only(answer)["scope"]["verdict"]) == (2, "creep")
    assert answer["failures"] == [f"docs/proposals/theirs: {OTHER}; review it there"]
    assert answer["notes"] == []
    assert answer["summary"].endswith(", not all of it could be read")


@pytest.mark.usefixtures("approved")
def test_another_repository_where_no_proposals_are_is_a_note(site: Site, tmp_path: Path) -> None:
    inner = Site(tmp_path / "inner")
    inner.commit("Start", {"a.md": "# A\n"})
    site.git("submodule", "--quiet", "add", f"file://{inner.root}", "docs/images")
    site.commit("Mount")
    answer = review(site)
    assert (answer["exit_code"], answer["notes"]) == (0, [f"docs/images: {OTHER}"])
    site.git("checkout", "--quiet", "main")
    site.configure({**STRICT, "proposals": ["**/*.md"]})
    site.commit("Everything is a proposal")
    site.git("checkout", "--quiet", "work")
    assert review(site)["exit_code"] == 2


def test_another_repository_that_holds_all_documents_is_not_known(site: Site, tmp_path: Path) -> None:
    inner = Site(tmp_path / "inner")
    inner.commit("Start", {FILE: proposal()})
    site.configure({}, docs_dir="product/docs")
    site.git("init", "--quiet")
    site.git("submodule", "--quiet", "add", f"file://{inner.root}", "product")
    site.commit("Mount")
    inner.commit("Go on", {FILE: proposal("in-review")})
    site.git("checkout", "--quiet", "-b", "work")
    site.git("submodule", "--quiet", "update", "--remote", "product")
    site.commit("Follow")
    answer = review(site)
    assert (answer["exit_code"], answer["failures"]) == (2, [f"product: {OTHER}; review it there"])


@pytest.mark.parametrize("way", ["proposals", "proposals/deer.md"])
def test_a_link_into_another_repository_holds_what_is_there(site: Site, tmp_path: Path, way: str) -> None:
    inner = Site(tmp_path / "inner")
    inner.commit("Start", {FILE: proposal()})
    site.configure({})
    site.git("init", "--quiet")
    site.git("submodule", "--quiet", "add", f"file://{inner.root}", "theirs")
    link = site.docs / way
    link.parent.mkdir(exist_ok=True)
    link.symlink_to("../" * len(link.relative_to(site.docs).parts) + f"theirs/docs/{way}")
    site.commit("Mount")
    inner.commit("Go on", {FILE: proposal("in-review")})
    site.git("checkout", "--quiet", "-b", "work")
    site.git("submodule", "--quiet", "update", "--remote", "theirs")
    site.commit("Follow")
    answer = review(site)
    assert (answer["exit_code"], answer["failures"]) == (2, [f"theirs: {OTHER}; review it there"])


OTHER = "is another repository, and what changed in it was not reviewed"


def test_a_configuration_that_is_named_leads_to_its_repository(site: Site, approved: str, tmp_path: Path) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    outside = site.wb("review", "--base", "main", "-f", str(site.root / "mkdocs.yml"), folder=tmp_path)
    assert (outside.exit_code, outside.stdout.splitlines()[0]) == (
        1,
        "1 proposal changed, 1 fails, approval is due for 1",
    )


def test_what_git_complains_of_is_told_without_its_advice(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    (site.root / ".git" / "index").write_bytes(b"broken")
    result = site.wb("review", "--base", "main")
    assert (result.exit_code, "hint" in result.stderr) == (2, False)
    assert "index" in result.stderr


def test_a_work_tree_besides_the_first(pushed: Site, tmp_path: Path) -> None:
    pushed.git("worktree", "add", "--quiet", str(tmp_path / "second"), "work")
    second = Site.__new__(Site)
    second.root, second.docs, second.ticks = tmp_path / "second", tmp_path / "second" / "docs", 0
    assert is_told(review(second))


def test_an_approval_that_was_merged_after_the_branch_began_counts(site: Site, approved: str) -> None:
    """The second version is approved on the base while the branch is open; the branch has what that approves."""
    site.commit("Widen", {FILE: widened(approved)})
    again = f"{approved}\n{approval(digest_of_work(site), 2).splitlines()[1]}"
    site.git("checkout", "--quiet", "main")
    site.commit("Approve", {FILE: widened(again)})
    site.git("checkout", "--quiet", "work")
    found = only(review(site))
    assert (found["exit_code"], found["scope"]["verdict"]) == (0, "unchanged")
    assert [note for note in found["notes"] if "taken out" in note] == []


def digest_of_work(site: Site) -> str:
    return next(part for part in site.wb("inspect", f"docs/{FILE}").stdout.split() if part.startswith("wb1:"))
