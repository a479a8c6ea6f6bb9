"""Any two revisions of a proposal, compared in real repositories."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site, proposal

FILE = "proposals/deer.md"


def compare(site: Site, *arguments: str) -> dict[str, Any]:
    return json.loads(site.wb("diff", "deer", *arguments, "--format", "json").stdout)  # type: ignore[no-any-return]


def said(found: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    return [(change["kind"], change["new"], change["commit"]) for change in found["changes"]]


@pytest.fixture
def raised(site: Site) -> list[str]:
    """Three commits of a draft, at $9, $19 and $29, the second under another name than the third; their hashes."""
    site.configure()
    first = site.commit("Write", {"proposals/ideas/deer.md": proposal()})
    second = site.commit("Raise", {"proposals/ideas/deer.md": proposal(price="$19")}, author="Zoë Müller")
    site.git("mv", "docs/proposals/ideas/deer.md", f"docs/{FILE}")
    return [first, second, site.commit("Move and raise", {FILE: proposal(price="$29")})]


def test_the_present_text_is_compared_with_a_revision(site: Site, raised: list[str]) -> None:
    found = compare(site, "--from", raised[0])
    assert (found["verdict"], said(found)) == ("creep", [("figure-changed", "It costs $29 a month.", raised[2])])
    baseline = found["baseline"]
    assert (baseline["source"], baseline["revision"]) == ("revision", raised[0])
    assert (baseline["path"], baseline["date"]) == ("docs/proposals/ideas/deer.md", "2026-01-04")
    site.write({FILE: proposal(price="$39")})
    assert [change["uncommitted"] for change in compare(site, "--from", "HEAD")["changes"]] == [True]
    assert site.wb("diff", "deer", "--from", "HEAD").stdout.startswith("Scope creep since HEAD, ")


def test_two_revisions_are_compared_whatever_stands_in_the_work_tree(site: Site, raised: list[str]) -> None:
    site.write({FILE: proposal(price="$39")})
    found = compare(site, "--from", "HEAD~2", "--to", "HEAD~1")
    assert said(found) == [("figure-changed", "It costs $19 a month.", raised[1])]
    assert found["changes"][0]["author"] == "Zoë Müller"
    back = compare(site, "--from", "HEAD", "--to", raised[0])
    assert said(back) == [("figure-changed", "It costs $9 a month.", None)]
    assert compare(site, "--from", "HEAD", "--to", "HEAD")["verdict"] == "unchanged"
    assert site.wb("diff", "deer", "--from", "HEAD~2", "--to", "HEAD~1").stdout.startswith(
        "Scope creep from HEAD~2 to HEAD~1, "
    )


def test_a_revision_may_be_a_branch_a_tag_or_a_branch_of_a_remote(site: Site, raised: list[str]) -> None:
    site.git("tag", "-a", "v1", "-m", "first", raised[0])
    site.git("branch", "cheap", raised[0])
    site.git("update-ref", "refs/remotes/origin/older", raised[0])
    for name in ("v1", "cheap", "older", raised[0][:9]):
        assert compare(site, "--from", name)["baseline"]["revision"] == raised[0]


def test_images_are_those_of_the_revisions(site: Site) -> None:
    site.configure()
    text = proposal(feature="- A map\n\n![The map](map.png)\n")
    first = site.commit("Write", {FILE: text, "proposals/map.png": b"\0one"})
    drawn = site.commit("Draw", {"proposals/map.png": b"\0two"})
    site.commit("Draw", {"proposals/map.png": b"\0one"})
    assert compare(site, "--from", first)["verdict"] == "unchanged"
    found = compare(site, "--from", first, "--to", drawn)
    assert [(change["kind"], change["commit"]) for change in found["changes"]] == [("image-changed", drawn)]
    site.write({"proposals/map.png": b"\0three"})
    assert [change["kind"] for change in compare(site, "--from", first)["changes"]] == ["image-changed"]


def test_the_settings_decide_the_exit_code(site: Site, raised: list[str]) -> None:
    assert site.wb("diff", "deer", "--from", raised[0]).exit_code == 0
    site.configure({"scope": {"fail_on": ["creep"]}})
    assert site.wb("diff", "deer", "--from", raised[0]).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["deer", "--from", "nowhere"], "nowhere: there is no such revision here; there is no remote "),
        (["deer", "--from", "HEAD", "--to", "nowhere"], "nowhere: there is no such revision here; there is no remote "),
        (["deer", "--from", "--output=evil"], "--output=evil: there is no such revision here; there is no remote "),
        (
            ["deer", "--from", "HEAD", "--to", "--exec=evil"],
            "--exec=evil: there is no such revision here; there is no remote ",
        ),
        (["deer", "--from", "HEAD:docs"], "HEAD:docs: there is no such revision here; there is no remote "),
        (["deer", "--from", "HEAD~1..HEAD"], "HEAD~1..HEAD: there is no such revision here; there is no remote "),
        (["deer", "--from", " "], "--from: expected a commit, tag or branch, found nothing"),
        (["deer", "--to", "HEAD"], "--from and --to: expected an ID, and --from REV where --to REV is given"),
        (["a.md", "b.md", "--from", "HEAD"], "--from and --to: expected an ID, and --from REV"),
        (["dear", "--from", "HEAD"], "dear: no proposal has this id; did you mean “deer”?"),
    ],
)
def test_what_cannot_be_compared_is_one_line_that_says_what_to_do(
    site: Site, raised: list[str], arguments: list[str], message: str
) -> None:
    assert raised
    result = site.wb("diff", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert "\n" not in result.stderr
    assert not list(site.root.glob("**/*evil*"))


def test_a_revision_before_the_file_names_the_first_that_has_it(site: Site) -> None:
    site.configure()
    site.commit("Start")
    site.write({FILE: proposal()})
    result = site.wb("diff", "deer", "--from", "HEAD")
    assert (result.exit_code, result.stderr) == (
        2, "HEAD: does not have docs/proposals/deer.md under any name that it had up to now; commit it first",
    )  # fmt: skip
    first = site.commit("Write")
    assert site.wb("diff", "deer", "--from", "HEAD~1").stderr.endswith(f"; its first revision is {first[:10]}")


def test_without_a_repository_or_with_a_part_of_one_it_says_what_mends_it(site: Site, tmp_path: Path) -> None:
    site.configure()
    site.write({FILE: proposal()})
    result = site.wb("diff", "deer", "--from", "HEAD")
    assert (result.exit_code, result.stderr) == (
        2, "HEAD: the proposals are in no git repository; run `git init && git add --all && git commit`",
    )  # fmt: skip
    site.commit("Write")
    site.commit("Raise", {FILE: proposal(price="$19")})
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", site.root.as_uri(), str(clone)], check=True)
    site.root = clone
    result = site.wb("diff", "deer", "--from", "HEAD")
    assert result.exit_code == 2
    assert result.stderr.endswith("; run `git fetch --unshallow`")


def test_a_version_that_cannot_be_read_is_unknown(site: Site) -> None:
    site.configure()
    site.commit("Write", {FILE: b"---\ntitle: [\n---\n# T\n"})
    site.commit("Mend", {FILE: proposal()})
    result = site.wb("diff", "deer", "--from", "HEAD~1")
    assert result.exit_code == 2
    assert result.stdout.startswith("Unknown: there is nothing it could be compared with\n")
