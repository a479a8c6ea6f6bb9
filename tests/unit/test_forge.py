"""Where a repository is shown, on the usual forges."""

from __future__ import annotations

import pytest

from mkdocs_wb.render.forge import find_forge


@pytest.mark.parametrize(
    ("repo", "commit", "comment"),
    [
        (
            "https://github.com/o/r",
            "https://github.com/o/r/commit/",
            "https://github.com/o/r/issues/new?title=A%20%26%20B&body=a.md",
        ),
        (
            "https://gitlab.example.com/g/o/r/",
            "https://gitlab.example.com/g/o/r/-/commit/",
            "https://gitlab.example.com/g/o/r/-/issues/new?issue%5Btitle%5D=A%20%26%20B&issue%5Bdescription%5D=a.md",
        ),
        ("https://bitbucket.org/o/r", "https://bitbucket.org/o/r/commits/", "https://bitbucket.org/o/r/commits/abc"),
        (
            "https://codeberg.org/o/r.git",
            "https://codeberg.org/o/r/commit/",
            "https://codeberg.org/o/r/issues/new?title=A%20%26%20B&body=a.md",
        ),
        ("https://dev.azure.com/o/p/_git/r", "https://dev.azure.com/o/p/_git/r/commit/", ""),
        ("https://code.example.com/github/r", "", ""),
        ("javascript:alert('github')", "", ""),
        ("", "", ""),
    ],
)
def test_commits_and_comments_have_their_addresses(repo: str, commit: str, comment: str) -> None:
    forge = find_forge(repo)
    assert (forge.commit_url, forge.comment_url("A & B", "a.md", "abc")) == (commit, comment)


@pytest.mark.parametrize(
    ("repo", "edit_uri", "commit"),
    [
        ("https://git.example.com/o/r", "-/edit/main/docs/", "https://git.example.com/o/r/-/commit/"),
        ("https://git.example.com/o/r", "_edit/main/docs/", "https://git.example.com/o/r/commit/"),
        ("https://git.example.com/o/r", "src/branch/main/docs/", "https://git.example.com/o/r/commit/"),
        (
            "https://git.example.com/o/r",
            "https://git.example.com/o/r/_edit/main/{path}",
            "https://git.example.com/o/r/commit/",
        ),
        ("https://git.example.com/o/r", "src/main/docs/{path}?mode=edit", "https://git.example.com/o/r/commits/"),
        (
            "https://code.example.com/projects/K/repos/r/browse",
            "",
            "https://code.example.com/projects/K/repos/r/commits/",
        ),
        ("https://tfs.example.com/all/p/_git/r", "?path=/docs/{path}", "https://tfs.example.com/all/p/_git/r/commit/"),
        ("https://o.visualstudio.com/p/_git/r", "", "https://o.visualstudio.com/p/_git/r/commit/"),
        ("https://github.com/o/r/tree/main/sub/docs", "", "https://github.com/o/r/commit/"),
        ("https://github.com/tree/r", "", "https://github.com/tree/r/commit/"),
        ("https://gitlab.com/g/sub/r/-/tree/main/docs/", "", "https://gitlab.com/g/sub/r/-/commit/"),
        ("https://codeberg.org/o/r/src/branch/main/docs", "", "https://codeberg.org/o/r/commit/"),
        ("https://git.example.com/o/r", "edit/main/docs/", ""),
        ("https://git.example.com/o/r", "blob/main/docs/", ""),
    ],
)
def test_a_forge_on_a_host_of_any_name_is_told_by_its_addresses(repo: str, edit_uri: str, commit: str) -> None:
    assert find_forge(repo, edit_uri).commit_url == commit


def test_where_no_commit_is_known_none_is_commented_on() -> None:
    assert find_forge("https://bitbucket.org/o/r").comment_url("A", "a.md", "") == ""


def test_a_title_is_cut_to_what_an_address_carries() -> None:
    assert len(find_forge("https://github.com/o/{r}").comment_url("🦌" * 300, "x" * 9000, "")) < 2500
