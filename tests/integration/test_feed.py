"""The feed of a real build: valid, dated by when things happened, the same from build to build."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import Site, proposal
from tests.integration.atom import ATOM, find_links, read_feed
from tests.integration.test_pages import approve

ADDRESS = "https://example.com/wb/"
HOSTILE = (
    "<script>alert(1)</script> & ]]> \" '",
    "\\a\\v\\0\\x1b[31m red \\uffff",
    "أيل لا يضيع \\u202e abc",
    "👨‍👩‍👧 鹿",
    "x" * 300,
    "{{ config }} {% raw %}",
)


def told(root: ElementTree.Element) -> list[tuple[str, str]]:
    """The day and the title of each entry."""
    entries = root.findall(f"{ATOM}entry")
    return [(one.findtext(f"{ATOM}updated", "")[:10], one.findtext(f"{ATOM}title", "")) for one in entries]


def feed(folder: Path) -> ElementTree.Element:
    return read_feed((folder / "portfolio" / "feed.xml").read_bytes())


def test_the_feed_tells_what_happened_by_the_day_it_happened(site: Site) -> None:
    approval = approve(site, "proposals/deer.md", proposal("in-review"))
    site.commit("Build", {"proposals/deer.md": proposal("building", approval), "proposals/b.md": proposal()})
    site.commit("Say more", {"proposals/deer.md": proposal("building", approval, price="$19")}, author="Cleo Dahl")
    done = f"{approval}\noutcome: {{date: 2026-01-10, met: partly, summary: No <b>map</b> yet.}}"
    site.commit("Launch", {"proposals/deer.md": proposal("launched", done, price="$19")})
    site.commit("Let go", {"proposals/b.md": proposal("rejected", "reason: Too dear.")})
    later = approval.replace("2026-02-01", "2026-01-05")
    site.commit("Correct", {"proposals/deer.md": proposal("launched", done.replace(approval, later), price="$19")})
    root = feed(site.build())
    assert told(root) == [
        ("2026-01-16", "Deer Tracker: Rejected"),
        ("2026-01-13", "Deer Tracker: Launched"),
        ("2026-01-10", "Deer Tracker: 1 change of scope"),
        ("2026-01-10", "Deer Tracker: Promise partly met"),
        ("2026-01-07", "Deer Tracker: Proposed"),
        ("2026-01-05", "Deer Tracker: Approved"),
        ("2026-01-04", "Deer Tracker: Proposed"),
    ]
    assert [one.text for one in root.iter(f"{ATOM}summary")] == ["Too dear.", "No <b>map</b> yet."]
    change = root.findall(f"{ATOM}entry")[2]
    assert change.findtext(f"{ATOM}author/{ATOM}name") == "Cleo Dahl"


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_hostile_texts_leave_the_feed_valid_and_its_links_lead_to_pages(site: Site, address: str) -> None:
    for number, text in enumerate(HOSTILE):
        quoted = text.replace('"', '\\"')
        more = f'id: "p{number}"\nreason: "{quoted}"\noutcome: {{date: 2026-01-03, met: yes, summary: "{quoted}"}}'
        rejected = proposal("rejected", more, title=f'title: "{quoted}"')
        site.commit("Write", {f"proposals/ä {number}.md": rejected}, author="<b>& Co")
    folder = site.build(site_url=address, site_name="A <b> & \x0b B", use_directory_urls=bool(address))
    root = feed(folder)
    assert len(root.findall(f"{ATOM}entry")) == 2 * len(HOSTILE)
    assert any("alert(1)</script> & ]]>" in title for _, title in told(root))
    assert [one for _, title in told(root) for one in title if ord(one) < 32] == []
    base = f"{address}portfolio/feed.xml" if address else f"file://{folder}/portfolio/feed.xml"
    for link in find_links(root, base):
        target = Path(
            re.sub("%C3%A4", "ä", link)
            .replace("%20", " ")
            .replace(address or "file://", f"{folder}/" if address else "")
        )
        assert (target / "index.html" if address and target.suffix != ".xml" else target).is_file(), link


def test_ids_stay_when_more_happens_and_two_builds_are_the_same(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal()})
    first = site.build(site_url=ADDRESS) / "portfolio" / "feed.xml"
    data = first.read_bytes()
    assert (site.build(site_url=ADDRESS) / "portfolio" / "feed.xml").read_bytes() == data
    before = [one.text for one in read_feed(data).iter(f"{ATOM}id")]
    (site.docs / "proposals" / "a.md").unlink()
    site.commit("Move", {"proposals/there/a.md": proposal()})
    changed = proposal("in-review", title="title: Another")
    site.commit("Go on", {"proposals/there/a.md": changed, "proposals/b.md": "# Another"})
    after = [one.text for one in feed(site.build(site_url=ADDRESS)).iter(f"{ATOM}id")]
    assert set(before) < set(after)
    assert not set(before) & {one.text for one in feed(site.build(site_url="https://example.org/")).iter(f"{ATOM}id")}


def test_what_is_dated_ahead_has_not_happened(site: Site) -> None:
    more = "approvals: [{version: 1, date: 9999-12-31, by: [Ben]}, {version: 2, date: 2026-01-03, by: [Ben]}]"
    site.commit("Write", {"proposals/a.md": proposal("approved", more)})
    assert [title for _, title in told(feed(site.build()))] == ["Deer Tracker: Approved, version 2"]


def test_the_feed_ends_after_a_hundred_entries_the_newest_first(site: Site) -> None:
    site.commit("Write", {f"proposals/{number}.md": proposal() for number in range(99)})
    site.commit("More", {"proposals/new.md": proposal(), "proposals/0.md": proposal("in-review")})
    days = [day for day, _ in told(feed(site.build()))]
    assert len(days) == 100
    assert days == sorted(days, reverse=True)
    assert len({*days[:2]}) == len({*days[2:]}) == 1
    assert days[1] > days[2]


def test_a_portfolio_without_git_or_proposals_has_a_valid_feed(site: Site) -> None:
    site.write({"index.md": "# Home"})
    assert told(feed(site.build())) == []
    site.write({"proposals/a.md": proposal("launched", "outcome: {date: 2026-01-03, met: no}")})
    assert told(feed(site.build())) == [("2026-01-03", "Deer Tracker: Promise not met")]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_the_head_of_our_pages_names_the_feed_and_the_index_leads_to_it(site: Site, theme: str) -> None:
    site.commit("Write", {"index.md": "# Home", "proposals/deep/a.md": proposal()})
    folder = site.build(theme={"name": theme}, site_name='A "B" & C')
    named = '<link rel="alternate feed" type="application/atom+xml" title="A &#34;B&#34; &amp; C: proposals" href="{}">'
    assert named.format("../../../portfolio/feed.xml") in (folder / "proposals/deep/a/index.html").read_text()
    index = (folder / "portfolio/index.html").read_text()
    assert named.format("../portfolio/feed.xml") in index or named.format("feed.xml") in index
    assert re.search(r'<a href="[./portfolio]*feed.xml">', index)
    assert "feed.xml" not in (folder / "index.html").read_text()
