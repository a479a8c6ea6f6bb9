"""The base of a branch, as real repositories have it."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_wb.errors import WbError
from mkdocs_wb.history.base import find_base
from mkdocs_wb.history.git import Repository, Trouble, find_repository

from .conftest import Repo


@pytest.fixture
def branched(repo: Repo) -> Repo:
    """Two commits on main, and two on a branch that left it after the first."""
    repo.commit({"a.md": "one"})
    repo.git("branch", "work")
    repo.commit({"b.md": "two"})
    repo.git("checkout", "--quiet", "work")
    repo.commit({"a.md": "three"})
    repo.commit({"a.md": "four"})
    return repo


def opened(folder: Path) -> Repository:
    found = find_repository(folder, whole=False)
    assert isinstance(found, Repository)
    return found


def clone(repo: Repo, folder: Path, *arguments: str) -> Path:
    url = f"file://{repo.root}"
    subprocess.run(["git", "clone", "--quiet", *arguments, url, str(folder)], check=True, capture_output=True)
    return folder


def test_the_base_is_a_branch_and_the_commit_at_which_the_work_left_it(branched: Repo) -> None:
    base = find_base(opened(branched.root), "main")
    assert (base.name, base.tip) == ("main", branched.git("rev-parse", "main"))
    assert base.fork == branched.git("rev-parse", "main~1")


def test_an_annotated_tag_is_the_commit_it_names(branched: Repo) -> None:
    branched.git("tag", "--annotate", "-m", "First", "v1", "main")
    base = find_base(opened(branched.root), "v1")
    assert (base.name, base.tip) == ("v1", branched.git("rev-parse", "main"))


def test_a_branch_comes_before_a_tag_of_its_name(branched: Repo) -> None:
    branched.git("tag", "main", "work")
    assert find_base(opened(branched.root), "main").tip == branched.git("rev-parse", "refs/heads/main")


@pytest.mark.parametrize("name", ["main", "origin/main"])
def test_a_branch_that_only_the_remote_has_is_found(branched: Repo, tmp_path: Path, name: str) -> None:
    folder = clone(branched, tmp_path / "clone", "--branch", "work")
    assert find_base(opened(folder), name).name == "origin/main"


def test_a_bare_repository_is_said_to_be_one(branched: Repo, tmp_path: Path) -> None:
    found = find_repository(clone(branched, tmp_path / "bare", "--bare"))
    assert found == Trouble("this is a bare repository, without files", "run it in a clone")


def test_a_branch_of_the_remote_comes_before_a_tag_of_its_name(branched: Repo, tmp_path: Path) -> None:
    branched.git("tag", "main", "work")
    folder = clone(branched, tmp_path / "clone", "--branch", "work")
    found = find_base(opened(folder), "main")
    assert (found.name, found.tip) == ("origin/main", branched.git("rev-parse", "refs/heads/main"))


def test_a_remote_may_have_another_name(branched: Repo, tmp_path: Path) -> None:
    folder = clone(branched, tmp_path / "clone", "--branch", "work", "--origin", "upstream")
    assert find_base(opened(folder), "main").name == "upstream/main"


def test_a_branch_that_is_called_like_its_base_is_judged_from_the_remote_s(branched: Repo, tmp_path: Path) -> None:
    """Whoever works in a copy of a repository often leaves the branch's name as it is."""
    folder = clone(branched, tmp_path / "clone", "--branch", "work")
    subprocess.run(["git", "-C", str(folder), "branch", "--quiet", "-M", "main"], check=True)
    found = find_base(opened(folder), "main")
    assert (found.name, found.tip) == ("origin/main", branched.git("rev-parse", "main"))


def test_a_branch_that_is_called_like_a_remote_s_is_not_taken_for_it(branched: Repo, tmp_path: Path) -> None:
    folder = clone(branched, tmp_path / "clone", "--branch", "work")
    subprocess.run(["git", "-C", str(folder), "branch", "--quiet", "-M", "origin/main"], check=True)
    with pytest.raises(WbError, match="origin/main: is a branch here and one of a remote; name refs/heads/origin/main"):
        find_base(opened(folder), "origin/main")
    assert find_base(opened(folder), "refs/remotes/origin/main").tip == branched.git("rev-parse", "main")
    assert find_base(opened(folder), "main").tip == branched.git("rev-parse", "main")


@pytest.mark.parametrize("name", ["FETCH_HEAD", "HEAD", "refs/heads/main"])
def test_no_branch_can_pose_as_what_is_named_whole(branched: Repo, name: str) -> None:
    for place in (f"refs/heads/{name}", f"refs/remotes/origin/{name}"):
        branched.git("update-ref", place, "work")
    (branched.root / ".git" / "FETCH_HEAD").write_text(branched.git("rev-parse", "main~1"))
    branched.git("checkout", "--quiet", "--detach", "work")
    expected = {"HEAD": "work", "FETCH_HEAD": "main~1"}.get(name, "main")
    assert find_base(opened(branched.root), name).tip == branched.git("rev-parse", f"refs/heads/{expected}")


def test_a_merge_that_the_forge_made_is_judged_from_the_branch_that_it_goes_to(branched: Repo) -> None:
    branched.git("checkout", "--quiet", "--detach", "main")
    branched.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work")
    base = find_base(opened(branched.root), "main")
    assert base.fork == base.tip == branched.git("rev-parse", "main")


def commands(message: str) -> Iterator[list[str]]:
    """The commands that a message says."""
    yield from (shlex.split(part) for part in message.split("`")[1::2])


def mend(folder: Path, name: str) -> None:
    """Do as the message says, and look again."""
    with pytest.raises(WbError) as error:
        find_base(opened(folder), name)
    for command in commands(str(error.value)):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    find_base(opened(folder), name)


@pytest.mark.parametrize("name", ["main", "origin/main", "v1", "refs/tags/v1"])
def test_a_shallow_clone_of_one_branch_is_mended_by_the_command_that_is_said(
    branched: Repo, tmp_path: Path, name: str
) -> None:
    branched.git("tag", "v1", "main")
    folder = clone(branched, tmp_path / "clone", "--branch", "work", "--depth", "1", "--no-tags")
    mend(folder, name)


def test_a_shallow_clone_that_has_both_ends_lacks_what_they_have_in_common(branched: Repo, tmp_path: Path) -> None:
    folder = clone(branched, tmp_path / "clone", "--branch", "work", "--depth", "1", "--no-single-branch")
    with pytest.raises(WbError, match="because the clone is shallow"):
        find_base(opened(folder), "main")
    mend(folder, "main")


def test_a_detached_shallow_merge_is_mended_too(branched: Repo, tmp_path: Path) -> None:
    """What a forge checks out for a pull request: one commit, which merges the branch."""
    branched.git("checkout", "--quiet", "--detach", "main")
    branched.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work")
    branched.git("update-ref", "refs/pull/1/merge", "HEAD")
    folder = tmp_path / "clone"
    for command in (
        ["git", "init", "--quiet", str(folder)],
        ["git", "-C", str(folder), "remote", "add", "origin", f"file://{branched.root}"],
        [
            "git",
            "-C",
            str(folder),
            "fetch",
            "--quiet",
            "--depth",
            "1",
            "origin",
            "+refs/pull/1/merge:refs/remotes/pull/1/merge",
        ],
        ["git", "-C", str(folder), "checkout", "--quiet", "--detach", "refs/remotes/pull/1/merge"],
    ):
        subprocess.run(command, check=True, capture_output=True)
    mend(folder, "main")


def test_a_revision_that_no_commit_is_shared_with_is_said_to_be_none(branched: Repo) -> None:
    branched.git("checkout", "--quiet", "--orphan", "alone")
    branched.commit({"c.md": "five"})
    with pytest.raises(WbError, match="main: it has no commit in common with what is judged; name the branch"):
        find_base(opened(branched.root), "main")


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "-x", "a b", "main..work", "x\ny", "HEAD~99"])
def test_what_is_no_revision_is_said_so_and_runs_nothing(branched: Repo, name: str) -> None:
    with pytest.raises(WbError, match="there is no such revision here; there is no remote to fetch it from: add that"):
        find_base(opened(branched.root), name)
    branched.git("remote", "add", "farm", "elsewhere")
    with pytest.raises(WbError, match="there is no such revision here; run `git fetch"):
        find_base(opened(branched.root), name)
    assert not branched.file("x").exists()
