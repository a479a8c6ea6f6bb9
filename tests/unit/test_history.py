"""The revisions of files, read from real repositories."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest

from mkdocs_wb.history.git import Trouble, find_repository
from mkdocs_wb.history.history import History, commit_date, read_history

from .conftest import Repo

LONG = "".join(f"Line {number} of a proposal that is long enough to be known again.\n" for number in range(20))


def followed(history: History, repo: Repo, name: str) -> list[tuple[str, str]]:
    """The subject and the path of each revision, newest first."""
    revisions = history.revisions(repo.file(name))
    history.close()
    return [(revision.subject, revision.path) for revision in revisions]


def test_revisions_are_those_that_changed_the_file_newest_first(repo: Repo) -> None:
    first = repo.commit({"docs/a.md": "one\n", "docs/b.md": "b\n"}, "first")
    repo.commit({"docs/b.md": "c\n"}, "another file")
    repo.commit({"docs/a.png": "x"}, "another suffix")
    last = repo.commit({"docs/a.md": "two\n"}, "last: with: colons")
    history = repo.history("docs/a.md")
    newest, oldest = history.revisions(repo.file("docs/a.md"))
    assert (newest.commit, oldest.commit) == (last, first)
    assert (newest.subject, newest.author, newest.path) == ("last: with: colons", "Ana Ruiz", "docs/a.md")
    assert newest.date == datetime(2026, 1, 5, 12, tzinfo=timezone.utc)
    assert history.read([newest.blob, oldest.blob]) == {newest.blob: b"two\n", oldest.blob: b"one\n"}
    assert history.head_date == newest.date
    history.close()


def test_a_file_is_followed_through_a_rename(repo: Repo) -> None:
    repo.commit({"docs/old.md": LONG}, "add")
    repo.commit({"docs/old.md": None, "docs/new.md": LONG}, "rename")
    assert followed(repo.history("docs/new.md"), repo, "docs/new.md") == [
        ("rename", "docs/new.md"),
        ("add", "docs/old.md"),
    ]


def test_a_file_is_followed_through_a_rename_with_an_edit(repo: Repo) -> None:
    repo.commit({"docs/old.md": LONG}, "add")
    repo.commit({"docs/old.md": None, "docs/new.md": LONG.replace("Line 3", "Row 3")}, "rename")
    repo.commit({"docs/new.md": LONG.replace("Line 4", "Row 4")}, "edit")
    assert [subject for subject, _ in followed(repo.history("docs/new.md"), repo, "docs/new.md")] == [
        "edit",
        "rename",
        "add",
    ]


@pytest.mark.parametrize("name", ["A.MD", "a.Markdown", "a.mdown", "a.mkdn", "a.mkd"])
def test_every_suffix_of_markdown_in_any_case_has_a_history(repo: Repo, name: str) -> None:
    repo.commit({f"docs/{name}": LONG}, "add")
    repo.commit({f"docs/{name}": None, "docs/new.md": LONG}, "rename")
    assert [subject for subject, _ in followed(repo.history("docs/new.md"), repo, "docs/new.md")] == ["rename", "add"]


def test_what_is_no_markdown_has_no_history(repo: Repo) -> None:
    repo.commit({"docs/notes.txt": LONG, "docs/a.md": LONG}, "add")
    assert followed(repo.history("docs/notes.txt"), repo, "docs/notes.txt") == []


def test_what_was_another_kind_of_file_is_new_as_markdown_and_gone_when_it_is_one_again(repo: Repo) -> None:
    repo.commit({"docs/a.mdn": LONG}, "no Markdown")
    repo.commit({"docs/a.mdn": None, "docs/a.md": LONG}, "Markdown")
    assert [subject for subject, _ in followed(repo.history("docs/a.md"), repo, "docs/a.md")] == ["Markdown"]
    repo.commit({"docs/a.md": None, "docs/a.mdn": LONG}, "none again")
    repo.commit({"docs/a.mdn": None, "docs/a.md": LONG}, "restored")
    told = followed(repo.history("docs/a.md"), repo, "docs/a.md")
    assert [subject for subject, _ in told] == ["restored", "Markdown"]


def test_a_file_is_followed_through_moves_of_its_folder(repo: Repo) -> None:
    repo.commit({"docs/ideas/a.md": LONG, "docs/ideas/b.md": LONG + "b\n"}, "add")
    repo.git("mv", "docs/ideas", "docs/proposals")
    repo.commit({}, "move")
    repo.git("mv", "docs/proposals/a.md", "docs/a.md")
    repo.commit({}, "move up")
    assert followed(repo.history("docs/a.md"), repo, "docs/a.md") == [
        ("move up", "docs/a.md"),
        ("move", "docs/proposals/a.md"),
        ("add", "docs/ideas/a.md"),
    ]


def test_two_files_that_swap_their_names_are_told_apart(repo: Repo) -> None:
    one, two = LONG, LONG.replace("Line", "Paragraph")
    repo.commit({"docs/a.md": one, "docs/b.md": two}, "add")
    repo.commit({"docs/a.md": None, "docs/b.md": None, "docs/c.md": one, "docs/d.md": two}, "away")
    repo.commit({"docs/c.md": None, "docs/d.md": None, "docs/b.md": one, "docs/a.md": two}, "back")
    history = repo.history("docs/a.md", "docs/b.md")
    assert [revision.path for revision in history.revisions(repo.file("docs/a.md"))] == [
        "docs/a.md",
        "docs/d.md",
        "docs/b.md",
    ]
    assert [revision.path for revision in history.revisions(repo.file("docs/b.md"))] == [
        "docs/b.md",
        "docs/c.md",
        "docs/a.md",
    ]
    history.close()


def test_a_new_file_under_an_old_name_begins_with_itself(repo: Repo) -> None:
    repo.commit({"docs/a.md": LONG}, "add")
    repo.commit({"docs/a.md": None, "docs/b.md": LONG}, "rename")
    repo.commit({"docs/a.md": "Something else.\n"}, "another")
    history = repo.history("docs/a.md", "docs/b.md")
    assert [revision.subject for revision in history.revisions(repo.file("docs/a.md"))] == ["another"]
    assert [revision.subject for revision in history.revisions(repo.file("docs/b.md"))] == ["rename", "add"]
    history.close()


def test_a_file_that_was_deleted_and_restored_has_its_former_revisions(repo: Repo) -> None:
    repo.commit({"docs/a.md": LONG}, "add")
    repo.commit({"docs/a.md": None}, "delete")
    repo.commit({"docs/a.md": LONG}, "restore")
    repo.commit({"docs/a.md": LONG + "More.\n"}, "edit")
    subjects = [subject for subject, _ in followed(repo.history("docs/a.md"), repo, "docs/a.md")]
    assert subjects == ["edit", "restore", "add"]


def test_a_file_that_was_deleted_and_is_not_committed_again_has_its_former_revisions(repo: Repo) -> None:
    added = repo.commit({"docs/a.md": LONG}, "add")
    repo.commit({"docs/a.md": None}, "delete")
    repo.write({"docs/a.md": LONG})
    history = repo.history("docs/a.md")
    updated = history.find_updated(repo.file("docs/a.md"))
    assert updated == history.revisions(repo.file("docs/a.md"))[0].date
    assert [revision.commit for revision in history.revisions(repo.file("docs/a.md"))] == [added]
    history.close()


def test_a_change_that_stands_in_a_merge_commit_alone_is_seen(repo: Repo) -> None:
    repo.commit({"docs/a.md": "status: draft\n", "docs/b.md": "b\n"}, "add")
    repo.git("checkout", "--quiet", "-b", "work")
    repo.commit({"docs/b.md": "c\n"}, "on the branch")
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "work")
    repo.commit({"docs/a.md": "status: approved\n"}, "merge")
    history = repo.history("docs/a.md", "docs/b.md")
    assert [revision.subject for revision in history.revisions(repo.file("docs/a.md"))] == ["merge", "add"]
    assert [revision.subject for revision in history.revisions(repo.file("docs/b.md"))] == ["merge", "add"]
    history.close()


@pytest.mark.parametrize(
    "name",
    ["docs/Jäger 鹿.md", "docs/with 'quotes' and \"more\".md", "docs/-n.md", "docs/a\tb.md", "docs/:(top)x.md", "docs/[a]*.md", "docs/a\nb.md", "top.md"],
)  # fmt: skip
def test_names_and_subjects_of_any_kind_are_read(repo: Repo, name: str) -> None:
    subject = ":100644 100644 a b M \x01 – „ä“ --all"
    repo.commit({name: "one\n"}, subject)
    assert followed(repo.history(name), repo, name) == [(subject, name)]


def test_a_hundred_files_are_read_in_one_pass(repo: Repo) -> None:
    names = [f"docs/{number}.md" for number in range(100)]
    repo.commit({name: f"{name}\n" for name in names}, "add")
    repo.commit({name: f"{name}\nmore\n" for name in names}, "edit")
    history = repo.history(*names)
    blobs = [revision.blob for name in names for revision in history.revisions(repo.file(name))]
    assert len(history.read(blobs)) == 200
    history.close()


def test_a_file_outside_the_repository_or_never_committed_has_no_revisions(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"docs/a.md": "one\n"})
    repo.write({"docs/new.md": "new\n"})
    history = read_history(repo.root, [repo.file("docs/new.md"), tmp_path / "outside.md"])
    assert history.trouble is None
    assert history.revisions(repo.file("docs/new.md")) == ()
    assert history.revisions(tmp_path / "outside.md") == ()
    assert history.name(tmp_path / "outside.md") == ""
    history.close()


@pytest.mark.parametrize(
    "setting",
    [
        "diff.renames=false", "diff.renameLimit=1", "diff.relative=true", "diff.noprefix=true", "log.showSignature=true",
        "log.showRoot=false", "log.follow=true", "log.date=relative", "log.decorate=full", "log.diffMerges=combined",
        "log.diffMerges=off", "core.quotePath=true", "core.abbrev=4", "color.ui=always", "format.pretty=oneline",
        "i18n.logOutputEncoding=ISO-8859-1", "diff.orderFile=nowhere", "core.precomposeUnicode=true", "core.commentChar=:",
    ],
)  # fmt: skip
def test_a_teams_own_settings_change_nothing(repo: Repo, setting: str) -> None:
    repo.commit({"docs/ä.md": LONG}, "hinzugefügt")
    repo.git("checkout", "--quiet", "-b", "work")
    repo.commit({"docs/b.md": "b\n"}, "anderes")
    repo.git("checkout", "--quiet", "main")
    repo.commit({"docs/ä.md": None, "docs/ö.md": LONG}, "umbenannt")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "work")
    repo.commit({"docs/ö.md": LONG + "Mehr.\n"}, "vereint")
    repo.git("config", *setting.split("=", 1))
    history = repo.history("docs/ö.md", "docs/b.md")
    assert [(found.subject, found.path) for found in history.revisions(repo.file("docs/ö.md"))] == [
        ("vereint", "docs/ö.md"),
        ("umbenannt", "docs/ö.md"),
        ("hinzugefügt", "docs/ä.md"),
    ]
    assert [found.subject for found in history.revisions(repo.file("docs/b.md"))] == ["vereint"]
    history.close()


def test_a_work_tree_and_a_subfolder_lead_to_the_same_repository(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"docs/a.md": "one\n"}, "add")
    repo.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
    for folder in (repo.root / "docs", tmp_path / "tree" / "docs"):
        history = read_history(folder, [folder / "a.md"])
        assert [revision.subject for revision in history.revisions(folder / "a.md")] == ["add"]
        history.close()


def test_a_name_with_a_line_break_asks_for_one_object(repo: Repo) -> None:
    commit = repo.commit({"docs/a.md": "one\n"})
    history = repo.history("docs/a.md")
    assert history.find(f"{commit}\nHEAD") is None
    found = history.find("HEAD^{commit}")
    assert found is not None
    assert (found.id, found.kind) == (commit, "commit")
    history.close()


def trouble_of(folder: Path) -> Trouble:
    found = find_repository(folder)
    assert isinstance(found, Trouble)
    history = read_history(folder, [folder / "a.md"])
    assert history.trouble == found
    assert history.revisions(folder / "a.md") == ()
    assert history.head_date is None
    return found


def test_no_repository_is_trouble(tmp_path: Path) -> None:
    found = trouble_of(tmp_path)
    assert "no git repository" in found.message
    assert found.help.startswith("run `git init")


def test_a_repository_without_commits_is_trouble(repo: Repo) -> None:
    found = trouble_of(repo.root)
    assert "no commits" in found.message
    assert found.help == "run `git add --all && git commit`"


def test_a_shallow_clone_is_trouble(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a.md": "one\n"})
    repo.commit({"a.md": "two\n"})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "clone"))
    found = trouble_of(tmp_path / "clone")
    assert "shallow" in found.message
    assert found.help == "run `git fetch --unshallow`"


def test_a_partial_clone_is_trouble(repo: Repo, tmp_path: Path) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit({"a.md": "one\n"})
    repo.commit({"a.md": "two\n"})
    repo.git("clone", "--quiet", "--filter=blob:none", f"file://{repo.root}", str(tmp_path / "clone"))
    history = read_history(tmp_path / "clone", [tmp_path / "clone" / "a.md"])
    assert history.trouble is not None
    assert "partial" in history.trouble.message
    assert history.trouble.help.startswith("run `git fetch --refetch")
    history.close()


def test_git_that_is_not_installed_is_trouble(repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo.commit({"a.md": "one\n"})
    monkeypatch.setenv("PATH", str(tmp_path))
    found = trouble_of(repo.root)
    assert found.message == "git is not installed"


def test_a_folder_that_does_not_exist_is_trouble(tmp_path: Path) -> None:
    found = find_repository(tmp_path / "nowhere")
    assert isinstance(found, Trouble)
    assert found.help


def test_a_repository_of_another_user_is_trouble(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.commit({"a.md": "one\n"})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    found = trouble_of(repo.root)
    assert "another user" in found.message
    assert found.help == f"run `git config --global --add safe.directory {repo.root}`"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (b"committer Ana <a@b.c> 1767268800 +0100\n\nx", "2026-01-01T13:00:00+01:00"),
        (b"tree x\nauthor B <b@b.c> 5 +0000\ncommitter A 9 <a@b.c> 0 -0930\n\nx", "1969-12-31T14:30:00-09:30"),
        (b"committer Ana <a@b.c> 99999999999999999 +0000\n\n", None),
        (b"committer Ana <a@b.c> soon +0000\n\n", None),
        (b"committer Ana <a@b.c> 5 +9999\n\n", None),
        (b"committer x\n\n", None),
        (b"tree x\n\ncommitter Ana <a@b.c> 1767268800 +0100\n", None),
        (b"", None),
    ],
)
def test_the_date_of_a_commit_is_its_committers(line: bytes, date: str | None) -> None:
    found = commit_date(line)
    assert (found.isoformat() if found else None) == date
