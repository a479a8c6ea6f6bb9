"""What the plugin puts on the pages of a real build."""

from __future__ import annotations

import gc
import json
import re
from pathlib import Path

import pytest

from tests.conftest import Site, proposal


def approve(site: Site, path: str, text: str) -> str:
    """Commit a proposal, and give the approvals block that names that revision."""
    revision = site.commit("Ask for a review", {path: text})
    return f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben Okoro], revision: {revision}}}"


def page(folder: Path, name: str) -> str:
    return (folder / name / "index.html").read_text()


def test_a_proposals_page_says_its_status_owner_customer_and_approval(site: Site) -> None:
    approval = approve(site, "proposals/deer.md", proposal("in-review"))
    site.commit("Approve", {"proposals/deer.md": proposal("approved", approval)})
    html = page(site.build(), "proposals/deer")
    card = html[html.index('<aside class="wb wb-card"') : html.index("</aside>")]
    for expected in (
        "Approved</span>",
        "Herd team",
        "Deer farmers in California",
        "2026-02-01",
        "Ben Okoro",
        "Scope unchanged",
    ):
        assert expected in card


def test_a_changed_figure_is_shown_as_tracked_change_with_its_words_alone(site: Site) -> None:
    approval = approve(site, "proposals/deer.md", proposal("in-review"))
    site.commit("Raise the price", {"proposals/deer.md": proposal("approved", approval, price="$19")})
    html = page(site.build(), "proposals/deer")
    assert re.findall(r"<del>.*?</span>(.*?)<span", html) == ["9"]
    assert re.findall(r"<ins>.*?</span>(.*?)<span", html) == ["19"]
    assert "Figure changed" in html
    assert 'data-wb-verdict="creep"' in html


def test_how_much_of_the_promise_still_stands_is_said_alike_everywhere(site: Site) -> None:
    approval = approve(site, "proposals/deer.md", proposal("in-review"))
    site.commit("Raise the price", {"proposals/deer.md": proposal("approved", approval, price="$19")})
    folder = site.build()
    kept = json.loads(site.wb("diff", "deer", "--format", "json").stdout)["kept"]
    assert 0.5 < kept < 1
    assert f", {int(kept * 100)}% still as promised" in site.wb("diff", "deer").stdout
    assert f"{int(kept * 100)}&#8239;% of what was approved still stands." in page(folder, "proposals/deer")
    assert json.loads((folder / "portfolio" / "proposals.json").read_text())["proposals"][0]["scope"]["kept"] == kept


def test_a_build_leaves_the_garbage_collector_as_it_was(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal()})
    site.build()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)


def test_withdrawn_promises_stay_out_of_the_search_index(site: Site) -> None:
    approval = approve(site, "proposals/deer.md", proposal("in-review", feature="- A zeppelin over the herd\n"))
    site.commit("Drop it", {"proposals/deer.md": proposal("approved", approval)})
    folder = site.build({"findings": "always"})
    assert "zeppelin" in page(folder, "proposals/deer")
    index = (folder / "search" / "search_index.json").read_text()
    assert "zeppelin" not in index
    assert "Revisions" not in index
    assert "Never lose a deer again" in index


def test_the_portfolio_lists_every_proposal_under_its_status(site: Site) -> None:
    site.commit(
        "Write", {"proposals/a.md": proposal("draft"), "proposals/deep/b.md": proposal("rejected", "reason: Too dear.")}
    )
    folder = site.build()
    html = page(folder, "portfolio")
    assert (
        html.index("Draft</span>")
        < html.index("../proposals/a/")
        < html.index("Rejected</span>")
        < html.index("../proposals/deep/b/")
    )
    data = json.loads((folder / "portfolio" / "proposals.json").read_text())
    assert [(item["id"], item["status"], item["url"]) for item in data["proposals"]] == [
        ("a", "draft", "proposals/a/"),
        ("b", "rejected", "proposals/deep/b/"),
    ]


def test_without_directory_urls_every_link_still_leads_to_a_file(site: Site) -> None:
    site.commit(
        "Write", {"index.md": "# Home", "proposals/a.md": proposal(), "proposals/deep/b.md": proposal("building")}
    )
    folder = site.build(use_directory_urls=False)
    for name in ("portfolio/index.html", "proposals/a.html", "proposals/deep/b.html"):
        html = folder / name
        targets = re.findall(r'href="([^"#:]+\.html)', html.read_text().split('class="wb ', 1)[1])
        assert len(targets) >= 2
        for target in targets:
            assert (html.parent / target).resolve().is_file(), (html, target)


def test_each_page_leads_back_and_on_to_its_neighbours(site: Site) -> None:
    texts = {f"proposals/{name}.md": proposal(title=f"title: {name}") for name in ("a", "b", "c")}
    texts["proposals/c.md"] = proposal(title=f"title: c {'and so on ' * 30}")
    site.commit("Write", texts)
    folder = site.build()
    nav = page(folder, "proposals/b").split('class="wb wb-neighbours"')[1]
    assert re.findall(r'href="([^"]+)"', nav)[:3] == ["../a/", "../../portfolio/", "../c/"]
    assert len(nav.split("Next</span>")[1].split("</a>")[0]) < 120
    assert 'rel="prev"' not in page(folder, "proposals/a").split("wb-neighbours")[1]


def test_proposals_stay_out_of_the_automatic_navigation_but_the_portfolio_is_in_it(site: Site) -> None:
    site.commit("Write", {"index.md": "# Home", "proposals/a.md": proposal()})
    home = (site.build() / "index.html").read_text()
    assert 'href="portfolio/"' in home
    assert 'href="proposals/a/"' not in home


def test_the_portfolio_is_a_page_of_the_automatic_navigation_and_no_section(site: Site) -> None:
    site.commit("Write", {"index.md": "# Home", "about/us.md": "# Us", "proposals/a.md": proposal()})
    for folder in ("portfolio/", "about/ideas/", "about/"):
        home = (site.build({"portfolio": folder}) / "index.html").read_text()
        nav = home[home.index("md-nav--primary") : home.index("md-content")]
        assert f'href="{folder}"' in nav
        labels = re.findall(r'<label class="md-nav__link"[^>]*>(.*?)</label>', nav, re.DOTALL)
        assert [re.sub(r"<[^>]+>|\s", "", label) for label in labels] == ["About"]


def test_a_nav_of_the_teams_own_is_left_alone(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.commit("Write", {"index.md": "# Home", "proposals/a.md": proposal("launched"), "proposals/b.md": proposal()})
    folder = site.build(nav=[{"Home": "index.md"}, {"Deer": "proposals/a.md"}])
    home = (folder / "index.html").read_text()
    assert 'href="proposals/a/"' in home
    assert "md-status--launched" in home
    assert 'href="portfolio/"' not in home
    assert "not included in the" not in caplog.text


def test_a_page_of_the_teams_own_at_the_portfolios_place_gets_the_table_at_its_mark(site: Site) -> None:
    own = "# What we propose\n\nWelcome.\n\n<!-- wb:portfolio -->\n\nGoodbye.\n"
    site.commit("Write", {"portfolio/index.md": own, "proposals/a.md": proposal()})
    html = page(site.build(), "portfolio")
    assert html.index("Welcome.") < html.index("wb-table") < html.index("Goodbye.")


@pytest.mark.parametrize(("option", "shown"), [("always", True), ("never", False), ("serve", False)])
def test_findings_are_shown_where_the_team_wants_them(site: Site, option: str, shown: bool) -> None:
    site.commit("Write", {"proposals/a.md": "---\nowner: x\n---\n# A\n"})
    assert ('id="wb-findings"' in page(site.build({"findings": option}), "proposals/a")) is shown


def test_strict_builds_fail_on_errors_and_only_on_them(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.commit("Write", {"proposals/a.md": proposal("in-review", title="title: [")})
    site.build()
    warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(warnings) == 1
    assert "proposals/a.md:" in warnings[0]
    assert "[front-matter-syntax]" in warnings[0]


def test_the_revision_history_follows_a_rename(site: Site) -> None:
    site.commit("Draft it", {"proposals/drafts/deer.md": proposal()}, author="Zoë Müller")
    site.git("mv", "docs/proposals/drafts/deer.md", "docs/proposals/deer.md")
    site.commit("Move it")
    html = page(site.build(), "proposals/deer").split('id="wb-history"')[1]
    assert html.index("Move it") < html.index("Draft it") < html.index("Zoë Müller")


def test_two_builds_of_one_commit_are_the_same_to_the_byte(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    site.commit("Write", {"index.md": "# Home", "proposals/a.md": proposal("approved"), "proposals/b.md": proposal()})
    first = {path: path.read_bytes() for path in site.build().rglob("*") if path.is_file() and path.suffix != ".gz"}
    second = {path: path.read_bytes() for path in site.build().rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert first == second
    assert len(first) > 10


def test_an_inferred_approval_is_said_to_be_inferred(site: Site) -> None:
    site.commit("Approve", {"proposals/a.md": proposal("approved")})
    site.commit(
        "Widen", {"proposals/a.md": proposal("approved", feature="- A map of the herd\n- A shop for venison\n")}
    )
    html = page(site.build(), "proposals/a")
    assert "no approval is recorded" in html
    assert "A shop for venison" in html.split('id="wb-scope"')[1]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_mkdocs_own_themes_build_too(site: Site, theme: str) -> None:
    site.commit("Write", {"index.md": "# Home", "proposals/a.md": proposal("approved")})
    folder = site.build(theme={"name": theme})
    assert "wb-table" in page(folder, "portfolio")
    assert "wb-card" in page(folder, "proposals/a")


def test_the_gravest_findings_stand_first(site: Site) -> None:
    text = proposal("approved", "approvals: [{version: 1, date: 2026-02-01, by: Ben, revision: deadbeef}]")
    site.commit("Write", {"proposals/deer.md": text})
    html = (site.build({"findings": "always"}) / "proposals" / "deer" / "index.html").read_text()
    told = re.findall(r'data-wb-severity="(\w+)"', html)
    assert "error" in told
    assert told == sorted(told, key=["error", "warning", "info"].index)


def test_a_site_without_a_home_page_leads_from_there_to_the_portfolio(site: Site) -> None:
    site.write({"proposals/a.md": proposal()})
    home = (site.build(site_name="Herds & co") / "index.html").read_text()
    assert '<meta http-equiv="refresh" content="0; url=portfolio/">' in home
    assert "<title>Herds &amp; co</title>" in home


@pytest.mark.parametrize("name", ["index.md", "README.md", "index.html"])
def test_a_home_page_of_the_teams_own_stays(site: Site, name: str) -> None:
    site.write({"proposals/a.md": proposal(), name: "Our own home"})
    assert "Our own home" in (site.build() / "index.html").read_text()
