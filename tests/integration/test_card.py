"""The card below a proposal's title, on the pages of a real build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Site, proposal

PIXEL = b"\x89PNG\r\n\x1a\n"


def card(folder: Path, name: str) -> str:
    html = (folder / "proposals" / name / "index.html").read_text()
    return html[html.index('<aside class="wb wb-card"') : html.index("</aside>")]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_way_of_a_proposal_marks_where_it_is(site: Site) -> None:
    site.commit("Draft", {"proposals/deer.md": proposal()})
    site.commit("Ask", {"proposals/deer.md": proposal("in-review")})
    site.commit("Wait", {"index.md": "# Home"})
    html = card(site.build(), "deer")
    [current] = re.findall(r'<li data-wb-reached="current" aria-current="step">(.*?)</li>', html, re.DOTALL)
    assert plain(current) == "In review 2026-01-07 3 days"
    assert re.findall(r'data-wb-reached="(\w+)"', html) == ["done", "current", "ahead", "ahead", "ahead"]


def test_one_that_was_let_go_says_why(site: Site) -> None:
    site.commit("Draft", {"proposals/deer.md": proposal()})
    site.commit("Reject", {"proposals/deer.md": proposal("rejected", "reason: Too <b>dear</b>.")})
    html = card(site.build(), "deer")
    assert re.findall(r'wb-step">(\w+)<', html) == ["Draft", "Rejected"]
    assert "Too &lt;b&gt;dear&lt;/b&gt;." in html


def test_relations_are_links_with_their_status_and_ids_of_nobody_are_text(site: Site) -> None:
    more = "depends_on: [antenna, nobody]\nsupersedes: old"
    texts = {
        "proposals/deer.md": proposal(more=more),
        "proposals/antenna.md": proposal("in-review", title="title: Antenna & mast"),
        "proposals/old.md": proposal("superseded", title="title: Old collar"),
    }
    site.commit("Write", texts)
    folder = site.build()
    html = card(folder, "deer")
    assert '<a href="../antenna/">Antenna &amp; mast</a> <span class="wb-quiet">In review</span>' in html
    assert "Supersedes Old collar Superseded" in plain(html)
    assert re.search(r'<dd dir="auto">\s*nobody\s*</dd>', html)
    assert "Needed by Deer Tracker Draft" in plain(card(folder, "antenna"))
    assert "Superseded by Deer Tracker Draft" in plain(card(folder, "old"))


def test_nothing_tells_of_a_relation_to_what_is_withheld(site: Site) -> None:
    secret = proposal("in-review", "private: true\ndepends_on: deer", title="title: CANARY-8120 plan")
    linking = proposal(more="depends_on: CANARY-8120\nsupersedes: [CANARY-8120]")
    site.commit("Write", {"proposals/deer.md": linking})
    site.commit("Write more", {"proposals/CANARY-8120.md": secret})
    html = (site.build({"findings": "always"}) / "proposals" / "deer" / "index.html").read_text()
    assert "CANARY" not in html


def test_goals_have_the_titles_of_the_strategy(site: Site) -> None:
    (site.root / "strategy.yml").write_text("goals: {safety: {title: No deer is lost}}\n")
    site.commit("Write", {"proposals/deer.md": proposal(more="goals: [safety, other]")})
    assert "Goals No deer is lost other" in plain(card(site.build(), "deer"))


def test_evidence_is_counted_in_the_card_and_told_after_the_text(site: Site) -> None:
    evidence = (
        "evidence:\n  - {kind: behavioral, source: 31 <searches>, finding: 22 went wrong}\n"
        "  - {kind: behavioral, source: Logs}\n  - {finding: They asked}\n  - nonsense\n  - {kind: subjective}"
    )
    site.commit("Write", {"proposals/deer.md": proposal(more=evidence)})
    folder = site.build()
    assert "Evidence behavioral × 2 other" in plain(card(folder, "deer"))
    html = (
        (folder / "proposals" / "deer" / "index.html").read_text().split('id="wb-evidence"')[1].split("</section>")[0]
    )
    assert plain("<" + html).endswith("Behavioral 22 went wrong 31 &lt;searches&gt; Behavioral Logs Other They asked")


def test_the_pictures_of_the_experience_are_shown_where_the_site_has_them(site: Site) -> None:
    experience = "## Customer experience\n\n![The map](map.png)\n\n![](https://example.com/x.png) ![gone](gone.png)\n"
    text = proposal().replace("## Quote", f"{experience}\n## Quote")
    site.commit("Write", {"proposals/deer.md": text, "proposals/map.png": PIXEL})
    images = re.findall(r"<img [^>]+>", card(site.build(), "deer"))
    assert images == ['<img src="../map.png" alt="The map" loading="lazy">']


def test_a_launch_says_what_came_of_it(site: Site) -> None:
    outcome = "outcome: {date: 2026-03-01, met: no, summary: No farm bought it.}"
    site.commit("Write", {"proposals/deer.md": proposal("launched", outcome)})
    assert "Promise not met 2026-03-01 No farm bought it." in plain(card(site.build(), "deer"))


def test_it_is_edited_and_commented_on_where_the_repository_is(site: Site) -> None:
    site.commit("Write", {"proposals/deer.md": proposal(title='title: "A <b> & \\" c"')})
    html = card(site.build(repo_url="https://github.com/o/r"), "deer")
    assert '<a href="https://github.com/o/r/edit/master/docs/proposals/deer.md">Edit</a>' in html
    assert "issues/new?title=A%20%3Cb%3E%20%26%20%22%20c&amp;body=docs%2Fproposals%2Fdeer.md" in html
    assert "Comment" not in card(site.build(), "deer")


ODD = {
    "a list of owners": ("owner: [Ana, Ben]", "Owner Ana Ben"),
    "an owner that is a number": ("owner: 0123", "Owner 0123"),
    "an owner that is a mapping": ("owner: {a: b}", "Target"),
    "a year of long ago": ("created: 0001-01-01\ntarget_launch: 0001-Q1", "Created 0001-01-01"),
    "a year far ahead": ("created: 2026-01-01\ntarget_launch: 9999-12-31", "Target launch 9999-12-31"),
    "an outcome that is a text": ("outcome: fine", "Customer"),
    "evidence that is a text": ("evidence: fine", "Customer"),
    "relations that are mappings": ("depends_on: {a: b}\nsupersedes: [{a: b}, 3]", "Supersedes 3"),
    "a customer in a script from right to left": ("customer: مربو الغزلان", "Customer مربو الغزلان"),
    "tags that are numbers": ("tags: [1, 2.0, yes]", "Tags 1 2.0 yes"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_front_matter_still_makes_a_right_card(site: Site, name: str) -> None:
    more, expected = ODD[name]
    text = f"---\nstatus: approved\ntarget_launch: 2027\ncustomer: Farmers\n{more}\n---\n# Deer\n\nText.\n"
    site.commit("Write", {"proposals/deer.md": text})
    shown = plain(card(site.build(), "deer"))
    assert expected in shown
    assert "Approved" in shown


TITLES = [
    "<img src=x onerror=alert(1)>",
    "🦌 deer 👩‍🌾",
    "متتبع الغزلان",
    "A very long title " * 17,
    "&amp; &lt;",
    "{{ x }}",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_text_on_every_page(site: Site, title: str) -> None:
    quoted = title.replace('"', '\\"')
    texts = {
        "proposals/a.md": proposal(title=f'title: "{quoted}"', more="depends_on: b"),
        "proposals/b.md": proposal(more="depends_on: a"),
        "index.md": "# Home",
    }
    site.commit("Write", texts)
    folder = site.build({"findings": "always"}, repo_url="https://github.com/o/r", nav=["index.md", "proposals/a.md"])
    escaped = title.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert escaped in card(folder, "b")
    for file in folder.rglob("*.html"):
        assert "<img src=x" not in file.read_text(), file
