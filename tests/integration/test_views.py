"""The views of the portfolio in a real build: what each says, and when it is not there."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Site, proposal
from tests.integration.test_publishing import CANARY, divided, find_canary

STRATEGY = """\
direction: Farms spend their hours on animals.
markets: {farms: {title: Deer farms, value_proposition: Every animal in sight.}}
goals:
  herd-safety: {title: Fewer animals lost, why: They are the income., measure: Losses, horizon: 2027-Q4, market: farms, key_actions: [Collars]}
  nobody: {title: A goal that nobody serves}
"""


def text_of(folder: Path, view: str) -> str:
    """What a view says, tags left out; empty where there is no such view."""
    file = folder / "portfolio" / view / "index.html"
    if not file.is_file():
        return ""
    drawn = file.read_text().split('aria-label="Views of the portfolio"')[1].split("</article>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", drawn)).split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio in which every view has something to say; a day passes with each commit."""
    site = Site(tmp_path_factory.mktemp("views") / "repo")
    (site.root / "strategy.yml").write_text(STRATEGY)
    one, two = "goals: herd-safety\ntarget_launch: 2025-Q1", "target_launch: 2027-08"
    site.commit("Draft", {"proposals/a.md": proposal("draft", one), "proposals/b.md": proposal("draft", two)})
    site.commit("Review", {"proposals/a.md": proposal("in-review", one)})
    done = f"{one}\napprovals: [{{version: 1, date: 2026-01-20, by: [Ben Okoro]}}]"
    site.commit("Approve", {"proposals/a.md": proposal("approved", done)})
    site.commit("Write", {"proposals/c.md": proposal("in-review"), "proposals/d.md": proposal("approved")})
    told = "outcome: {date: 2026-02-03, met: partly, summary: No map yet.}"
    site.commit("Launch", {"proposals/d.md": proposal("launched", told)})
    site.commit("Let go", {"proposals/c.md": proposal("rejected", "reason: Too dear.")}, author="Cleo Dahl")
    successor = proposal("draft", "supersedes: c", title="title: New", owner="Lone Wolf")
    site.commit("Replace", {"proposals/e.md": successor})
    return site.build()


def test_the_board_has_a_column_for_each_status_with_the_days(built: Path) -> None:
    said = text_of(built, "board")
    assert "Draft 2 Deer Tracker" in said
    assert "Approved 1 Deer Tracker 12 days · Herd team" in said
    assert "Launched 1 Deer Tracker 6 days · Herd team" in said
    assert "Rejected" not in said


def test_the_roadmap_names_what_is_overdue_and_what_has_no_date(built: Path) -> None:
    said = text_of(built, "roadmap")
    assert said.index("Overdue") < said.index("2025-Q1") < said.index("2027") < said.index("No date yet")


def test_decisions_say_who_and_why(built: Path) -> None:
    said = text_of(built, "decisions")
    assert "Deer Tracker Approved by Ben Okoro" in said
    assert "Rejected by Cleo Dahl Too dear." in said


def test_an_outcome_says_whether_the_promise_was_met(built: Path) -> None:
    said = text_of(built, "outcomes")
    assert "Promises: 1 partly met." in said
    assert "Promise partly met No map yet." in said
    card = (built / "proposals" / "d" / "index.html").read_text()
    assert "Promise partly met</strong>" in card


def test_an_idea_that_was_let_go_has_its_reason_and_its_successor(built: Path) -> None:
    assert "Rejected by Cleo Dahl Too dear. In its place: New" in text_of(built, "let-go")


def test_the_strategy_shows_coverage_both_ways_and_a_page_for_each_goal(built: Path) -> None:
    said = text_of(built, "strategy")
    assert "Fewer animals lost" in said
    assert "A goal that nobody serves" in said
    assert "1 proposal" in said
    goal = next((built / "portfolio" / "goals").glob("*herd-safety*/index.html"))
    assert "They are the income." in goal.read_text()
    unserved = next((built / "portfolio" / "goals").glob("*nobody*/index.html"))
    assert "Nobody serves this goal." in unserved.read_text()


def test_numbers_stand_in_a_table_beside_each_picture(built: Path) -> None:
    html = (built / "portfolio" / "numbers" / "index.html").read_text()
    assert html.count("<svg") >= html.count("The same as a table") > 3
    assert html.count('role="img"') > 3


def test_a_link_leads_to_a_page_of_an_owner_only_where_there_is_one(built: Path) -> None:
    html = (built / "portfolio" / "board" / "index.html").read_text()
    assert 'href="../owners/herd-team/"' in html
    assert '<span dir="auto">Lone Wolf</span>' in html


def test_a_count_leads_to_the_index_that_shows_what_it_counts(built: Path) -> None:
    views = {
        "strategy": "?goal=herd-safety",
        "owners/herd-team": "?let-go=yes&amp;owner=Herd+team",
        "goals/herd-safety": "?let-go=yes&amp;goal=herd-safety",
        "roadmap": "?sort=launch",
        "let-go": "?let-go=yes&amp;sort=-updated&amp;status=rejected",
    }
    for view, address in views.items():
        html = (built / "portfolio" / view / "index.html").read_text()
        assert f'/{address}"' in html


def test_the_index_begins_with_how_things_stand(built: Path) -> None:
    assert "Numbers 2 draft 1 approved 1 launched 1 scope unknown 1 overdue" in text_of(built, ".")
    html = (built / "portfolio" / "index.html").read_text()
    for link in ("./?status=draft#wb-group-draft", "roadmap/#wb-overdue"):
        assert f'href="{link}"' in html
    assert 'id="wb-group-draft"' in html
    assert 'id="wb-overdue"' in (built / "portfolio" / "roadmap" / "index.html").read_text()


def test_of_one_quarter_what_has_come_furthest_stands_first_and_what_is_launched_last(site: Site) -> None:
    statuses = ["draft", "launched", "building", "in-review", "approved"]
    files = {
        f"proposals/{one}.md": proposal(one, "target_launch: 2027-Q1", title=f"title: Is {one}") for one in statuses
    }
    site.commit(
        "Write", {**files, "proposals/soon.md": proposal("draft", "target_launch: 2027-01", title="title: Soon")}
    )
    said = text_of(site.build(), "roadmap")
    order = ["Soon", "Is building", "Is approved", "Is in-review", "Is draft", "Is launched"]
    assert sorted(order, key=said.index) == order


def test_a_roadmap_of_centuries_begins_with_figures_and_folds_what_is_far(site: Site) -> None:
    years = [1969, *range(2027, 2031), 2400, 9999]
    files = {f"proposals/p{year}.md": proposal("draft", f"target_launch: {year}-Q4") for year in years}
    site.commit("Write", files)
    folder = site.build()
    said = text_of(folder, "roadmap")
    assert "1 overdue 1 in 2027 1 in 2028 1 in 2029 3 later" in said
    assert said.index("2030 to 9999") < said.index("2400 1 Q4 1") < said.index("9999 1 Q4 1")


def test_a_launch_that_is_no_date_is_as_wide_as_its_column(site: Site) -> None:
    told = ["2027-Q1", "spring, if the bank agrees"]
    site.write({f"proposals/p{n}.md": proposal("draft", f"target_launch: {text}") for n, text in enumerate(told)})
    html = (site.build() / "portfolio" / "index.html").read_text()
    cells = dict(re.findall(r'<td data-wb-label="Launch"([^>]*)>([^<]*)<', html))
    assert {text: "wb-date" in attributes for attributes, text in cells.items()} == {told[0]: True, told[1]: False}


def test_a_title_without_end_is_cut_short_in_lists(site: Site) -> None:
    title = "An endless title " * 18
    site.commit("Write", {"proposals/a.md": proposal("rejected", title=f"title: {title}")})
    folder = site.build()
    assert title.strip() in text_of(folder, ".")
    assert 100 < text_of(folder, "let-go").index("…") - text_of(folder, "let-go").index("An endless") < 150


def test_a_long_year_of_decisions_is_folded(site: Site) -> None:
    for n in range(23):
        site.commit(f"Let go {n}", {f"proposals/p{n}.md": proposal("draft")})
        site.commit(f"Let go {n}", {f"proposals/p{n}.md": proposal("rejected", "reason: Too dear.")})
    folder = site.build()
    said = text_of(folder, "decisions")
    assert said.count("Too dear.") == 23
    assert "2026 23 23 let go" in said
    assert "3 more" in said
    assert "2026 23 23 rejected" in text_of(folder, "let-go")


def test_a_proposal_that_was_approved_often_is_as_many_approvals(site: Site) -> None:
    listed = "".join(f"\n  - {{version: {n}, date: 2026-01-{n:02}, by: Ana}}" for n in range(1, 24))
    site.commit("Approve", {"proposals/a.md": proposal("approved", f"approvals:{listed}")})
    folder = site.build()
    assert "2026 23 23 approvals" in text_of(folder, "decisions")
    assert "In 2026, 23 approvals and 0 ideas let go." in text_of(folder, "numbers")


def test_a_portfolio_of_one_draft_has_only_the_views_that_say_something(site: Site) -> None:
    site.write({"proposals/a.md": proposal()})
    folder = site.build()
    views = {path.name for path in (folder / "portfolio").iterdir() if path.is_dir()}
    assert views.isdisjoint({"decisions", "outcomes", "let-go", "strategy"})
    assert "Deer Tracker" in text_of(folder, "board")


def test_many_proposals_without_a_goal_are_summed_up(site: Site) -> None:
    (site.root / "strategy.yml").write_text(STRATEGY)
    files = {f"proposals/p{n}.md": proposal("draft" if n < 7 else "in-review") for n in range(9)}
    site.write(dict(files))
    assert "Proposals that serve no goal 9 7 draft, 2 in review" in text_of(site.build(), "strategy")


def test_what_was_launched_is_unfolded_where_the_roadmap_has_nothing_else(site: Site) -> None:
    site.write({"proposals/a.md": proposal("launched", "target_launch: 2020-Q1")})
    roadmap = Path("portfolio", "roadmap", "index.html")
    assert '<details class="wb-more" open>' in (site.build() / roadmap).read_text()
    site.write({"proposals/b.md": proposal("draft", "target_launch: 2030-Q1")})
    assert '<details class="wb-more"><summary>Launched before: 1<' in (site.build() / roadmap).read_text()


def test_no_proposal_leaves_the_index_alone(site: Site) -> None:
    site.write({"index.md": "# Home"})
    folder = site.build()
    assert [path.name for path in (folder / "portfolio").iterdir() if path.is_dir()] == []


HOSTILE = [
    "title: '<script>alert(1)</script>'",
    'title: "{{ config }} 🦌 \\u202eabc"',
    f"title: {'long ' * 60}",
    "owner: [1, [2], null]",
    "owner: {a: b}",
    "target_launch: 0001-01-01",
    "target_launch: 9999-Q4",
    "goals: ['../../x', '<b>', CON]",
    "outcome: {date: [1], met: {a: b}, summary: 7}",
    "outcome: fine",
    "supersedes: a",
    "customer: ''",
]


@pytest.mark.parametrize("line", HOSTILE)
@pytest.mark.parametrize("status", ["draft", "launched", "rejected"])
def test_hostile_values_leave_every_view_whole(site: Site, line: str, status: str) -> None:
    key = line.partition(":")[0]
    base = "\n".join(row for row in proposal(status).split("\n") if not row.startswith(f"{key}:"))
    text = base.replace("---\n", f"---\n{line}\n", 1)
    (site.root / "strategy.yml").write_text(STRATEGY)
    site.commit("Write", {"proposals/a.md": text, "proposals/b.md": text.replace("---\n", "---\nid: b\n", 1)})
    folder = site.build({"findings": "always"})
    for file in (folder / "portfolio").rglob("*.html"):
        html = file.read_text()
        assert "<script>alert" not in html
        assert "</article>" in html
    assert not (folder.parent / "x").exists()


def test_what_is_left_out_is_in_no_view(site: Site) -> None:
    (site.root / "strategy.yml").write_text(STRATEGY)
    secret = f"private: true\ngoals: herd-safety\nreason: {CANARY}\ntarget_launch: 2027-Q1\noutcome: {{met: no, date: 2026-01-09, summary: {CANARY}}}"
    amended = f"amendments: [{{fingerprint: aaaaaaaaaaaa, date: 2026-01-09, by: {CANARY}, reason: {CANARY}}}]"
    for status in ("draft", "approved", "launched", "rejected"):
        site.commit(
            f"Now {CANARY} {status}",
            {
                "index.md": "# Home",
                f"proposals/{CANARY}.md": proposal(status, f"{secret}\n{amended}", owner=CANARY),
                "proposals/twin.md": proposal(status, secret, owner=CANARY),
                "proposals/open.md": divided(f"id: open\nsupersedes: {CANARY}\ntags: [{status}]"),
            },
            author="Ana Ruiz",
        )
    leave_out = {"publish": {"leave_out": {"elements": ["internal_faq"]}}, "findings": "always"}
    folder = site.build(leave_out, markdown_extensions=["footnotes"])
    assert find_canary(folder) == []
    assert (folder / "portfolio" / "numbers").is_dir()
    assert (folder / "portfolio" / "history").is_dir()
