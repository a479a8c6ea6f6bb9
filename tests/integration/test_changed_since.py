"""`wb check --changed-since`: what a change brought in, wherever it shows, and nothing that was there before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Site, proposal

HEAD = "---\nstatus: in-review\nowner: A\ncustomer: Deer farmers\n{more}---\n# Never lose a deer\n\n*For farmers.*\n\n"
BODY = "## Summary\n\n{summary}\n\n## Problem\n\nDeer stray.\n"


def write(summary: str = "A collar.", more: str = "") -> str:
    return HEAD.format(more=more) + BODY.format(summary=summary)


def brought_in(site: Site, *more: str, since: str = "HEAD") -> list[tuple[str, str]]:
    """The findings, as the file's name and the rule."""
    result = site.wb("check", "--changed-since", since, "--format", "json", *more)
    assert result.stdout, result.stderr
    found = json.loads(result.stdout)["findings"]
    return [(item["path"].rsplit("/", 1)[-1], item["rule"]) for item in found]


@pytest.fixture
def pair(site: Site) -> Site:
    """A proposal that depends on another."""
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal(more="depends_on: b"), "proposals/b.md": proposal()})
    return site


@pytest.mark.parametrize("how", ["move", "proposals", "exclude_docs", "docs_dir"])
def test_a_file_that_becomes_a_proposal_brings_in_all_its_findings(site: Site, how: str) -> None:
    excluded = {"exclude_docs": "other/"} if how == "exclude_docs" else {}
    site.configure({"proposals": ["proposals/*.md", "other/*.md"] if excluded else ["proposals/*.md"]}, **excluded)
    bad = proposal("nonsense")
    site.commit("Begin", {"proposals/good.md": proposal(), "other/proposals/elk.md": bad, "other/elk.md": bad})
    if how == "move":
        (site.docs / "other" / "elk.md").rename(site.docs / "proposals" / "elk.md")
    elif how == "docs_dir":
        site.configure({"proposals": ["proposals/*.md"]}, docs_dir="docs/other")
    else:
        site.configure({"proposals": ["proposals/*.md", "other/*.md"]})
    site.commit("Take it in")
    result = site.wb("check", "--changed-since", "HEAD~1", "--format", "json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert "status-known" in {finding["rule"] for finding in answer["findings"]}
    assert {Path(finding["path"]).name for finding in answer["findings"]} == {"elk.md"}


def test_a_target_that_is_deleted_is_told_where_it_is_named(pair: Site) -> None:
    (pair.docs / "proposals/b.md").unlink()
    assert brought_in(pair) == [("a.md", "relations-known")]
    pair.write({"proposals/a.md": proposal(more="depends_on: b\ntags: [x]")})
    assert brought_in(pair) == [("a.md", "relations-known")]


def test_it_does_not_matter_by_which_link_one_comes_to_the_repository(pair: Site, tmp_path: Path) -> None:
    (pair.docs / "proposals/b.md").unlink()
    link = tmp_path / "link"
    link.symlink_to(pair.root)
    assert brought_in(pair, "-f", str(link / "mkdocs.yml")) == [("a.md", "relations-known")]


def test_a_target_that_is_let_go_is_told_where_it_is_named(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal("in-review", "depends_on: b"), "proposals/b.md": proposal()})
    site.write({"proposals/b.md": proposal("withdrawn", "reason: Nobody came.")})
    assert brought_in(site) == [("a.md", "relations-approved")]


def test_a_second_holder_of_an_id_is_told_wherever_it_stands(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/b.md": proposal()})
    site.write({"proposals/a.md": proposal(more="id: b")})
    assert brought_in(site) == [("b.md", "id-unique")]


def test_a_target_that_was_missing_before_is_none_of_the_change(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal(more="depends_on: b"), "proposals/c.md": proposal()})
    (site.docs / "proposals/c.md").unlink()
    site.write({"proposals/a.md": proposal(more="depends_on: b\ntags: [x]")})
    assert brought_in(site) == []


def test_a_goal_that_is_taken_out_is_told_where_it_is_named(site: Site) -> None:
    site.configure()
    (site.root / "strategy.yml").write_text("goals: {safe: {title: Safe}, rich: {title: Rich}}\n")
    site.commit("Start", {"proposals/a.md": proposal(more="goals: [safe]"), "proposals/b.md": proposal()})
    (site.root / "strategy.yml").write_text("goals: {rich: {title: Rich}}\n")
    assert brought_in(site) == [("a.md", "goal-known")]


def test_what_a_changed_configuration_asks_for_is_brought_in(site: Site) -> None:
    site.configure({"rules": {"superlatives": False}})
    site.commit("Start", {"proposals/a.md": write("The best collar."), "proposals/b.md": write()})
    site.configure({"rules": {"superlatives": "error"}})
    assert brought_in(site) == [("a.md", "superlatives")]


def test_a_configuration_that_could_not_be_read_before_brings_nothing_in(site: Site) -> None:
    (site.root / "mkdocs.yml").write_text("plugins: [wb: {rules: nonsense}]\n")
    site.commit("Start", {"proposals/a.md": write("The best collar.")})
    site.configure()
    assert brought_in(site) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("The best collar is here.", "The best collar is here, and red.", []),
        ("The best collar is here.", "A line.\n\nThe best collar is here.", []),
        ("The best collar is here.", "The best collar is here.\n\nThe best app of them all.", ["superlatives"]),
        ("Seven. Are. Too. Many. For. One. Paragraph. " * 3, "Six. Are. Too. Many. For. One. " * 3, []),
        ("Seven. Are. Too. Many. For. One. Paragraph. ", "Now. Are. Too. Many. For. One. Paragraph. More." * 2, ["paragraph-length"]),
        ("Farmers. Walk. " * 8, "Short.\n\n" + "Wholly. Other. " * 6, ["paragraph-length"]),
        ("word " * 900, "word " * 890, []),
        ("word " * 900, "word " * 910, ["press-release-length"]),
    ],
)  # fmt: skip
def test_an_edit_brings_in_only_what_was_not_there(site: Site, before: str, after: str, said: list[str]) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": write(before)})
    site.write({"proposals/a.md": write(after)})
    assert [rule for _, rule in brought_in(site)] == said


def test_questions_that_are_fewer_than_asked_for_are_told_when_they_become_fewer(site: Site) -> None:
    faq = "\n## FAQ\n\n{}"
    one, two = "### Who?\n\nWe.\n\n", "### Who?\n\nWe.\n\n### When?\n\nNow.\n\n"
    site.configure()
    site.commit("Start", {"proposals/a.md": write()})
    site.write({"proposals/a.md": write() + faq.format(one)})
    assert brought_in(site) == []
    site.commit("One")
    site.write({"proposals/a.md": write() + faq.format(two)})
    assert brought_in(site) == []
    site.commit("More")
    site.write({"proposals/a.md": write() + faq.format(one)})
    assert brought_in(site) == [("a.md", "faq-size")]


def test_of_a_promise_that_changed_before_only_more_changes_are_told(site: Site) -> None:
    site.configure()
    site.commit("Approve", {"proposals/a.md": proposal("approved")})
    shop = "- A map of the herd\n- A shop for venison\n"
    site.commit("Widen", {"proposals/a.md": proposal("approved", feature=f"{shop}- A phone for every deer\n")})
    site.write({"proposals/a.md": proposal("approved", feature=shop)})
    assert brought_in(site) == []
    site.write({"proposals/a.md": proposal("approved", feature=f"{shop}- A phone for every deer\n- A flight home\n")})
    assert brought_in(site) == [("a.md", "scope-accepted")]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("map.png", "map.png"),
        ("img/my map.png", "img/my%20map.png"),
        ("my map.png", "<my map.png>"),
        ("Überblick.png", "Überblick.png"),
        ("Überblick.png", "%C3%9Cberblick.png"),
    ],
)
def test_a_picture_that_was_approved_and_is_drawn_anew_is_told(site: Site, name: str, target: str) -> None:
    site.configure()
    text = proposal("approved", feature=f"- A map of the herd\n\n![map]({target})\n")
    site.commit("Approve", {"proposals/a.md": text, "proposals/b.md": proposal("approved"), f"proposals/{name}": b"1"})
    site.write({f"proposals/{name}": b"2"})
    assert brought_in(site) == [("a.md", "scope-accepted")]


def test_an_unknown_version_is_told_of_what_is_touched_and_of_nothing_else(site: Site) -> None:
    site.configure()
    lost = "approvals:\n  - {version: 1, date: 2026-01-02, by: A, digest: wb1:" + "0" * 64 + "}"
    site.commit(
        "Start", {"proposals/a.md": proposal("approved", lost), "proposals/b.md": proposal(more="depends_on: a")}
    )
    assert site.wb("check", "--changed-since", "HEAD").exit_code == 0
    site.write({"proposals/a.md": proposal("approved", lost + "\ntags: [x]")})
    assert brought_in(site) == [("a.md", "baseline-known")]
    assert site.wb("check", "--changed-since", "HEAD").exit_code == 2


def test_what_cannot_be_read_is_told_as_long_as_it_is_touched(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal(title="title: @deer")})
    site.commit("Edit", {"proposals/a.md": proposal(title="title: @deer", price="$19")})
    assert brought_in(site, since="HEAD~1") == [("a.md", "front-matter-syntax")]
