"""Bad input is a finding with its place, or one clear line: never a traceback, and nothing is lost."""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from tests.conftest import Site, proposal

EVIL = "<script>alert('wb')</script><img src=x onerror=alert(1)>"

# What it is: the file, the rule that reports it, the line.
BAD_FILES: dict[str, tuple[str | bytes, str, int]] = {
    "no front matter": ("# A\n", "front-matter-present", 1),
    "a list": ("---\n- a\n- b\n---\n# A\n", "front-matter-syntax", 2),
    "invalid YAML": ("---\nowner: x\ntitle: [a\n---\n# A\n", "front-matter-syntax", 4),
    "a tab": ("---\nowner:\n\t- x\n---\n# A\n", "front-matter-syntax", 3),
    "no closing line": ("---\nowner: x\n\n# A\n", "front-matter-syntax", 1),
    "a date that is none": ("---\nowner: x\ncustomer: y\ncreated: 2026-13-99\n---\n# A\n", "front-matter-valid", 4),
    "an unknown status": ("---\nowner: x\ncustomer: y\nstatus: aproved\n---\n# A\n", "status-known", 4),
    "an empty file": ("", "front-matter-present", 1),
    "a binary file": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "source-readable", 1),
    "a pointer of Git LFS": (
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12\n",
        "source-readable",
        1,
    ),
    "not UTF-8": ("---\nowner: J\xe4ger\ncustomer: y\n---\n# A\n".encode("latin-1"), "source-readable", 2),
    "a duplicate key": ("---\nowner: x\nowner: y\ncustomer: z\n---\n# A\n", "front-matter-duplicate-key", 3),
    "deep brackets": ("---\nowner: " + "[" * 30_000 + "]" * 30_000 + "\n---\n# A\n", "front-matter-syntax", 2),
    "an approval of a wrong kind": ("---\nowner: x\ncustomer: y\napprovals: yes\n---\n# A\n", "front-matter-valid", 4),
}


@pytest.mark.parametrize("name", ["a binary file", "an empty file", "not UTF-8"])
def test_of_a_file_that_is_no_text_one_thing_is_said(site: Site, name: str) -> None:
    content, rule, _line = BAD_FILES[name]
    site.configure()
    site.write({"proposals/bad.md": content})
    answer = json.loads(site.wb("check", "--format", "json").stdout)
    assert [item["rule"] for item in answer["findings"]] == [rule]


@pytest.mark.parametrize("target", ["nowhere.md", "bad.md"])
def test_a_link_that_leads_nowhere_is_one_clear_line(site: Site, target: str) -> None:
    site.configure()
    site.write({"proposals/good.md": proposal()})
    (site.docs / "proposals" / "bad.md").symlink_to(target)
    result = site.wb("check")
    assert result.exit_code == 2
    assert "bad.md: the link leads nowhere" in result.stderr
    assert result.stderr.count("\n") == 0


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_a_finding_at_its_line_and_the_site_is_built(site: Site, name: str) -> None:
    content, rule, line = BAD_FILES[name]
    site.commit("Write", {"index.md": "# Home", "proposals/bad.md": content, "proposals/good.md": proposal()})
    folder = site.build({"findings": "always"})
    answer = json.loads(site.wb("check", "--format", "json").stdout)
    found = [(item["path"], item["rule"], item["line"]) for item in answer["findings"]]
    assert ("docs/proposals/bad.md", rule, line) in found
    assert answer["proposals"] == 2
    assert (folder / "proposals" / "bad" / "index.html").is_file()
    assert "../proposals/good/" in (folder / "portfolio" / "index.html").read_text()


def test_crlf_and_a_byte_order_mark_are_no_finding(site: Site) -> None:
    text = b"\xef\xbb\xbf" + proposal().replace("\n", "\r\n").encode()
    site.commit("Write", {"proposals/a.md": text})
    site.configure()
    result = site.wb("check", "--format", "json")
    assert [item for item in json.loads(result.stdout)["findings"] if item["severity"] == "error"] == []
    assert "Never lose a deer again" in (site.build() / "proposals" / "a" / "index.html").read_text()


@pytest.mark.parametrize("written", ["id: deer", '"id": deer', "!!str id: deer", "? id\n: deer"])
def test_two_proposals_of_one_id_are_both_shown_and_one_is_named(site: Site, written: str) -> None:
    site.configure()
    site.commit("Write", {"proposals/a.md": proposal(more=written), "proposals/b.md": proposal(more="id: deer")})
    result = site.wb("check", "--format", "json")
    [finding] = [item for item in json.loads(result.stdout)["findings"] if item["severity"] == "error"]
    assert (finding["rule"], finding["path"], finding["line"]) == ("id-unique", "docs/proposals/b.md", 6)
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "key",
    ["title", "owner", "customer", "id", "status", "tags", "created", "description", "author", "reason", "subtitle"],
)
def test_markup_in_front_matter_is_text_wherever_it_appears(site: Site, key: str) -> None:
    text = "---\n" + f"{key}: {json.dumps(EVIL)}\n" + "# x\n---\n# A\n\nText.\n"
    site.commit("Write", {"index.md": "# Home", "proposals/a.md": text})
    folder = site.build({"findings": "always"}, nav=[{"Home": "index.md"}, "proposals/a.md"])
    for file in folder.rglob("*.html"):
        assert "<script>alert" not in file.read_text(), file
        assert "<img src=x" not in file.read_text(), file


def test_markup_in_messages_and_names_of_git_is_text(site: Site) -> None:
    site.commit(
        f'Fix {EVIL} {{{{ config }}}} --8<-- "../mkdocs.yml"', {"proposals/a.md": proposal()}, author="E <b>vil</b>"
    )
    html = (site.build(markdown_extensions=["pymdownx.snippets"]) / "proposals" / "a" / "index.html").read_text()
    assert "<script>alert" not in html
    assert "{{ config }}" in html
    assert "E b" in html or "E &lt;b&gt;" in html


def test_metadata_that_stops_mkdocs_does_not(site: Site) -> None:
    more = "tags: iot\ntemplate: nowhere.html\nicon: no/such\nsearch: 3\nhide: 7"
    site.commit("Write", {"proposals/a.md": proposal(more=more)})
    html = (site.build(plugins=["search", "tags", "wb"]) / "proposals" / "a" / "index.html").read_text()
    assert "iot" in html


def test_without_git_an_approved_proposal_is_unknown_and_says_what_to_do(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": proposal("approved"), "proposals/b.md": proposal()})
    result = site.wb("check", "--format", "json")
    assert result.exit_code == 2
    [finding] = [item for item in json.loads(result.stdout)["findings"] if item["severity"] == "error"]
    assert finding["rule"] == "baseline-known"
    assert "git init" in finding["help"]
    assert "Scope unknown" in (site.build() / "proposals" / "a" / "index.html").read_text()


def test_a_repository_without_commits_is_said_so(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": proposal("approved")})
    site.git("init", "--quiet")
    result = site.wb("check")
    assert result.exit_code == 2
    assert "no commits yet" in result.stdout


def test_a_shallow_clone_is_unknown_and_names_the_command_that_mends_it(site: Site, tmp_path: Path) -> None:
    site.configure()
    site.commit("Approve", {"proposals/a.md": proposal("approved")})
    site.commit("Widen", {"proposals/a.md": proposal("approved", price="$19")})
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{site.root}", str(clone)], check=True)
    shallow = Site.__new__(Site)
    shallow.root, shallow.docs, shallow.ticks = clone, clone / "docs", 0
    result = shallow.wb("diff", "a", "--format", "json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["verdict"] == "unknown"
    assert "git fetch --unshallow" in shallow.wb("check").stdout


def test_an_approved_revision_that_does_not_exist_is_unknown(site: Site) -> None:
    site.configure()
    more = "approvals:\n  - {version: 1, date: 2026-01-01, by: [Ana], revision: v9.9}"
    site.commit("Write", {"proposals/a.md": proposal("approved", more)})
    result = site.wb("diff", "a", "--format", "json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["verdict"]) == (2, "unknown")
    assert "v9.9 does not exist" in answer["baseline"]["problem"]


def test_a_folder_without_proposals_is_one_clear_line(site: Site) -> None:
    site.configure()
    result = site.wb("check")
    assert result.exit_code == 2
    assert "no proposals: nothing below docs matches" in result.stderr


def test_an_unknown_option_is_named_with_its_nearest(site: Site) -> None:
    site.configure({"propsals": ["x/*.md"]})
    site.write({"proposals/a.md": proposal()})
    result = site.wb("check")
    assert result.exit_code == 2
    assert "propsals: there is no such option; did you mean “proposals”?" in result.stderr
    with pytest.raises((Abort, ConfigurationError, PluginError, SystemExit)):
        site.build({"propsals": ["x/*.md"]})


def test_git_that_is_not_installed_is_said_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.configure()
    site.commit("Approve", {"proposals/a.md": proposal("approved")})
    empty = site.root.parent / "empty"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))
    assert shutil.which("git") is None
    result = site.wb("check")
    assert result.exit_code == 2
    assert "git is not installed" in result.stdout


def test_a_build_that_fails_leaves_no_git_and_no_proposals_behind(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    approval = "approvals: [{version: 1, date: 2026-01-03, by: Ben}]"
    site.commit("Approve", {"proposals/deer.md": proposal("approved", approval)})
    site.commit("Raise", {"proposals/deer.md": proposal("approved", approval, price="$19")})
    theme = site.root / "overrides"
    theme.mkdir()
    (theme / "main.html").write_text("{{ 1 / 0 }}")
    monkeypatch.setattr(subprocess, "Popen", Recorded)
    with pytest.raises(ZeroDivisionError):
        site.build(theme={"name": "material", "custom_dir": str(theme)})
    assert started
    assert [process.args for process in started if process.poll() is None] == []
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("approve", "docs/proposals/a.md", "--by", "Ana"),
            "docs/proposals/a.md: no proposal has this id; that file's id is a",
        ),
        (("diff", "docs/proposals/a.md"), "docs/proposals/a.md: no proposal has this id; that file's id is a"),
        (("diff", "docs", "docs/proposals/a.md"), "docs: expected a file, found a folder"),
        (("diff", "docs/proposals/a.md", "b.md"), "b.md: expected a file, found none of that name"),
    ],
)
def test_a_path_in_the_place_of_an_id_and_a_folder_in_that_of_a_file_are_said(
    site: Site, arguments: tuple[str, ...], says: str
) -> None:
    site.configure()
    site.commit("Write", {"proposals/a.md": proposal("in-review")})
    result = site.wb(*arguments)
    assert (result.exit_code, result.stderr) == (2, says)


def test_a_document_that_cannot_be_read_is_unknown_for_its_own_reason(site: Site) -> None:
    site.configure()
    site.commit("Write", {"proposals/a.md": "---\ntitle: Füchse\n---\n# A\n".encode("latin-1")})
    answer = site.wb("diff", "a")
    assert answer.exit_code == 2
    assert "line 2: expected text in UTF-8, found the byte 0xfc" in answer.stdout
    assert "help: save the file as UTF-8" in answer.stdout
