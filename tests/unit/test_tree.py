"""The files of a commit: what is there, and where links lead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_wb.errors import WbError
from mkdocs_wb.history.changes import FileChange, read_changes
from mkdocs_wb.history.git import Repository, find_repository
from mkdocs_wb.history.tree import Tree, read_tree

from .conftest import Repo


def opened(repo: Repo) -> Repository:
    found = find_repository(repo.root)
    assert isinstance(found, Repository)
    return found


def at_head(repo: Repo) -> Tree:
    repository = opened(repo)
    return read_tree(repository, repository.head)


def link(repo: Repo, name: str, target: str) -> None:
    path = repo.file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_a_tree_has_what_the_commit_has_and_not_what_the_disk_has(repo: Repo) -> None:
    repo.commit({"docs/a.md": "one", "docs/ü b.md": "two"})
    repo.write({"docs/a.md": "changed", "docs/new.md": "three"})
    tree = at_head(repo)
    assert (tree.read("docs/a.md"), tree.read("docs/ü b.md")) == (b"one", b"two")
    assert not tree.has("docs/new.md")
    assert sorted(tree.walk("docs")) == [("docs/a.md", "docs/a.md"), ("docs/ü b.md", "docs/ü b.md")]
    assert tree.blob("docs/a.md") == repo.git("rev-parse", "HEAD:docs/a.md")


def test_what_is_not_there_is_no_file(repo: Repo) -> None:
    repo.commit({"docs/a.md": "one"})
    tree = at_head(repo)
    assert list(tree.walk("other")) == []
    assert tree.blob("b.md") == ""
    with pytest.raises(FileNotFoundError):
        tree.read("docs")


def test_links_inside_are_followed_to_files_and_folders(repo: Repo) -> None:
    link(repo, "docs/proposals", "../shared")
    link(repo, "docs/one.md", "../shared/a.md")
    repo.commit({"shared/a.md": "one"})
    tree = at_head(repo)
    assert tree.read("docs/proposals/a.md") == tree.read("docs/one.md") == b"one"
    assert dict(tree.walk("docs")) == {"docs/proposals/a.md": "shared/a.md", "docs/one.md": "shared/a.md"}
    assert dict(tree.walk("docs/proposals")) == {"docs/proposals/a.md": "shared/a.md"}


def test_links_that_lead_to_links_are_followed_and_come_to_an_end(repo: Repo) -> None:
    link(repo, "docs/proposals", "../shared")
    link(repo, "shared/a.md", "../content/a.md")
    link(repo, "shared/back", "../docs")
    repo.commit({"content/a.md": "one"})
    found = dict(at_head(repo).walk("docs"))
    assert found["docs/proposals/a.md"] == "content/a.md"
    assert len(found) == 1


def test_links_that_multiply_are_each_followed_once(repo: Repo, time_limit: Callable[[float], None]) -> None:
    for number in range(30):
        for name in ("one", "two"):
            link(repo, f"docs/{number:02}/{name}", f"../{number + 1:02}")
    repo.commit({"docs/30/a.md": "end"})
    time_limit(10)
    assert ("docs/29/one/a.md", "docs/30/a.md") in set(at_head(repo).walk("docs"))


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside.md", "circle.md", "../.git/config"])
def test_a_link_that_leads_out_or_round_leads_nowhere(repo: Repo, tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.md").write_text("secret")
    link(repo, "docs/circle.md", target)
    repo.commit({"docs/a.md": "one"})
    tree = at_head(repo)
    assert not tree.has("docs/circle.md")
    assert [path for path, _ in tree.walk("docs")] == ["docs/a.md"]


def test_the_content_that_a_clone_lacks_is_an_error_and_not_empty(repo: Repo) -> None:
    repo.commit({"a.md": "one"})
    blob = repo.git("rev-parse", "HEAD:a.md")
    file = repo.root / ".git" / "objects" / blob[:2] / blob[2:]
    file.chmod(0o600)
    file.unlink()
    with pytest.raises(WbError, match="missing from this clone"):
        at_head(repo).read("a.md")


def test_changes_between_commits_follow_renames_and_leave_the_disk_alone(repo: Repo) -> None:
    text = "A promise that is long enough to be known again.\n" * 4
    start = repo.commit({"a.md": text, "b.md": "two", "c.md": "three"})
    repo.git("mv", "a.md", "moved.md")
    repo.commit({"b.md": None, "c.md": "four", "d.md": "five"})
    repo.write({"e.md": "six", "moved.md": "seven"})
    repository = opened(repo)
    found = {(change.old, change.new) for change in read_changes(repository, start, repository.head)}
    assert found == {("a.md", "moved.md"), ("b.md", None), ("c.md", "c.md"), (None, "d.md")}
    assert FileChange(None, "e.md") in read_changes(repository, start)
