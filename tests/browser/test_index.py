"""The index of the portfolio: what one can ask of it, and that the address says so."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open, find_violations
from tests.conftest import Site, proposal

HOSTILE = "</script><img src=x onerror=alert(1)>"
OWNERS = ["A & B, #1?=%+", "Zoë Ångström", HOSTILE, "山田 太郎"]
LONG = " ".join(["Weidezaunüberwachungsgerätefernsteuerung"] * 7)
TITLES = {
    "hostile": HOSTILE,
    "long": LONG,
    "rtl": "متتبع القطيع",
    "wide": "ＡＢＣ カメラ",
    "accent": "Crème Brûlée",
    "ten": "Pen 10",
    "two": "Pen 2",
}


def write(site: Site, *, many: int = 0) -> None:
    """Proposals of every kind; `many` more that differ in nothing but their number."""
    statuses = ["draft", "in-review", "approved", "rejected"]
    files: dict[str, str | bytes] = {}
    for n, (name, title) in enumerate(TITLES.items()):
        tags = '["a, b", "c&d#e"]' if n % 2 else "[plain]"
        more = f"tags: {tags}\ngoals: [g{n % 2}]\ncreated: {2020 + n}-01-01\ntarget_launch: {2030 - n}\n"
        text = proposal(statuses[n % 4], more.strip(), title=f"title: '{title}'", owner=f"'{OWNERS[n % 4]}'")
        files[f"proposals/{name}.md"] = text
    for n in range(many):
        files[f"proposals/many/m{n:04}.md"] = f"---\ntitle: Many {n}\nstatus: draft\ncustomer: Crowd\n---\n# Many\n"
    site.write({"index.md": "# Home", **files})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Site(tmp_path_factory.mktemp("index") / "repo")
    write(site, many=450)
    palette = [{"media": f"(prefers-color-scheme: {name})", "scheme": scheme} for name, scheme in SCHEMES.items()]
    features = ["navigation.instant"]
    return site.build(theme={"name": "material", "font": False, "palette": palette, "features": features})


SCHEMES = {"light": "default", "dark": "slate"}
Look = Callable[..., Page]


@pytest.fixture
def look(browser: Browser, folder: Path) -> Iterator[Look]:
    """Open the index from its file; at the end nothing may have been said."""
    said: list[str] = []
    opened: list[Page] = []

    def start(address: str = "", width: int = 1280, scheme: str = "light", site: Path = folder) -> Page:
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
        )
        page.set_default_timeout(6000)
        opened.append(page)
        page.on("pageerror", lambda error: said.extend([str(error)] * ("wb.js" in (error.stack or ""))))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(f"{(site / 'portfolio' / 'index.html').as_uri()}{address}")
        return page

    yield start
    for page in opened:
        page.close()
    assert said == []


def titles(page: Page) -> list[str]:
    return page.locator(".wb-table tbody th[scope=row]").all_inner_texts()


def found(page: Page) -> str:
    return page.locator("[data-wb-found]").inner_text()


def search(page: Page, text: str) -> None:
    page.get_by_role("searchbox", name="Find proposals").fill(text)


def asked(page: Page) -> str:
    return str(page.evaluate("location.search"))


def press(page: Page, facet: str) -> None:
    page.locator(".wb-facet button", has_text=re.compile(rf"^{facet}")).click()


def choose(page: Page, facet: str, value: str) -> None:
    panel = page.get_by_role("group", name=facet, exact=True)
    if not panel.is_visible():
        press(page, facet)
    panel.get_by_text(value, exact=True).click()


def counts(page: Page, facet: str) -> dict[str, str]:
    press(page, facet)
    items = page.get_by_role("group", name=facet, exact=True).locator("li")
    return {item.locator("bdi").inner_text(): item.locator(".wb-count").inner_text() for item in items.all()}


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("creme brulee", TITLES["accent"]),
        ("BRÛLÉE crème", TITLES["accent"]),
        ("abc カメラ", TITLES["wide"]),
        ("ｃｒｅｍｅ", TITLES["accent"]),
        ("القطيع", TITLES["rtl"]),
        ("pen angstrom", TITLES["ten"]),
        ("<img", TITLES["hostile"]),
    ],
)
def test_words_find_a_title_or_an_owner_whatever_their_case_width_and_accents(
    look: Look, words: str, title: str
) -> None:
    page = look("?let-go=yes")
    search(page, words)
    assert title in titles(page)
    assert len(titles(page)) < 4


def test_every_word_must_match(look: Look) -> None:
    page = look()
    search(page, "pen zebra")
    expect(page.get_by_text("No proposal matches.")).to_be_visible()
    assert found(page) == "0 of 457 proposals"


def test_the_number_found_is_said_aloud_once_one_stops_typing(look: Look) -> None:
    page = look()
    status = page.locator(".wb [role=status]")
    expect(status).to_have_text("")
    search(page, "pen")
    expect(status).to_have_text("2 of 457 proposals")


def test_a_search_is_in_the_address_and_one_step_back(look: Look) -> None:
    page = look()
    page.get_by_role("searchbox", name="Find proposals").press_sequentially("pen 10")
    assert asked(page) == "?find=pen+10"
    page.go_back()
    assert asked(page) == ""
    expect(page.get_by_role("searchbox", name="Find proposals")).to_have_value("")
    page.go_forward()
    assert titles(page) == ["Pen 10"]


def test_values_of_one_facet_widen_and_facets_narrow(look: Look) -> None:
    page = look()
    choose(page, "Customer", "Deer farmers in California")
    assert found(page) == "6 of 457 proposals"
    choose(page, "Status", "Draft")
    assert found(page) == "2 of 457 proposals"
    choose(page, "Status", "In review")
    assert found(page) == "4 of 457 proposals"
    assert asked(page) == "?status=draft&status=in-review&customer=Deer+farmers+in+California"
    before = titles(page)
    page.reload()
    assert titles(page) == before
    page.go_back()
    assert found(page) == "2 of 457 proposals"
    page.get_by_role("button", name="Remove Status: Draft").click()
    assert found(page) == "6 of 457 proposals"


def test_a_value_counts_what_choosing_it_would_find(look: Look) -> None:
    page = look("?status=draft&customer=deer+farmers+in+california")
    assert counts(page, "Status") == {"Draft": "2", "In review": "2", "Approved": "2", "Rejected": "1"}
    assert counts(page, "Customer") == {"Crowd": "450", "Deer farmers in California": "2"}
    assert counts(page, "Tag") == {"plain": "2", "a, b": "0", "c&d#e": "0"}
    search(page, "many 44")
    assert counts(page, "Customer") == {"Crowd": "14", "Deer farmers in California": "0"}


def test_a_figure_leads_to_what_it_counts(visit: Open) -> None:
    page = visit().go("portfolio/")
    page.evaluate("window.isTheSame = true")
    page.get_by_role("link", name="2 in review").click()
    assert found(page) == "2 of 16 proposals"
    assert page.url.endswith("portfolio/?status=in-review")
    expect(page.locator(".wb [role=status]")).to_have_text("2 of 16 proposals")
    page.go_back()
    assert found(page) == "13 of 16 proposals"
    assert page.evaluate("window.isTheSame")


def test_what_was_let_go_is_shown_when_it_is_asked_for(look: Look) -> None:
    page = look("?customer=Deer+farmers+in+California")
    assert TITLES["wide"] not in titles(page)
    page.get_by_label("Let go").check()
    assert TITLES["wide"] in titles(page)
    assert "let-go=yes" in asked(page)
    assert titles(look("?status=rejected")) == [TITLES["wide"]]


def test_a_link_within_the_page_leaves_what_is_asked_as_it_is(look: Look) -> None:
    page = look("?find=pen")
    page.get_by_role("button", name="Cards").click()
    page.evaluate("location.hash = 'portfolio'")
    assert titles(page) == ["Pen 10", "Pen 2"]
    page.go_back()
    page.go_back()
    assert asked(page) == "?find=pen"
    expect(page.get_by_role("button", name="Table")).to_have_attribute("aria-pressed", "true")


def test_a_search_that_finds_only_what_was_let_go_says_so(look: Look) -> None:
    page = look("?find=abc")
    expect(page.get_by_text("Nothing under way.")).to_be_visible()
    page.get_by_role("button", name="Show 1 that was let go").click()
    assert titles(page) == [TITLES["wide"]]


@pytest.mark.parametrize("column", ["Proposal", "Customer", "Owner", "Launch", "Scope", "Updated"])
def test_every_column_sorts_both_ways_with_what_is_empty_at_the_end(look: Look, column: str) -> None:
    page = look("?find=deer")
    page.get_by_role("columnheader", name=column).get_by_role("button").click()
    once = titles(page)
    assert page.locator(".wb-group").count() == 0
    head = page.locator("th[aria-sort]")
    expect(head).to_have_text(column)
    first = head.get_attribute("aria-sort")
    head.get_by_role("button").click()
    assert {first, head.get_attribute("aria-sort")} == {"ascending", "descending"}
    assert sorted(titles(page)) == sorted(once)
    page.go_back()
    assert titles(page) == once


def test_numbers_in_titles_sort_as_numbers(look: Look) -> None:
    assert titles(look("?sort=title&find=pen")) == ["Pen 2", "Pen 10"]
    assert titles(look("?sort=-title&find=pen")) == ["Pen 10", "Pen 2"]


def test_a_launch_sorts_by_its_date_and_without_one_last(look: Look) -> None:
    assert titles(look("?sort=launch"))[:2] == ["Pen 2", "Pen 10"]
    assert titles(look("?sort=-launch"))[0] == HOSTILE


def test_cards_show_what_each_is_for(look: Look) -> None:
    page = look("?find=pen")
    summary = page.get_by_text("For deer farmers with more land than they can walk.").first
    expect(summary).to_be_hidden()
    page.get_by_role("button", name="Cards").click()
    expect(summary).to_be_visible()
    assert asked(page) == "?find=pen&view=cards"
    page.get_by_label("Sort by").select_option("Proposal")
    assert titles(page) == ["Pen 2", "Pen 10"]
    page.get_by_role("button", name="Ascending").click()
    assert titles(page) == ["Pen 10", "Pen 2"]


def test_a_phone_can_sort_too(look: Look) -> None:
    page = look("?find=pen", width=320)
    page.get_by_label("Sort by").select_option("Launch")
    assert titles(page) == ["Pen 2", "Pen 10"]
    expect(page.locator("tbody tr").first).to_contain_text("Deer farmers in California")
    expect(page.get_by_text("PR/FAQ, classic form").first).to_be_hidden()


def test_columns_do_not_lie_over_each_other(look: Look) -> None:
    for address in ("", "?sort=title"):
        cells = look(address, width=800).locator("thead th:visible").all()
        places = [cell.bounding_box() for cell in cells]
        ends = [(place["x"], place["x"] + place["width"]) for place in places if place]
        assert len(ends) >= 6
        assert all(left[1] <= right[0] + 1 for left, right in itertools.pairwise(ends))
        assert min(end - start for start, end in ends) > 60


def test_it_works_by_keyboard_alone(look: Look) -> None:
    page = look()
    box = page.get_by_role("searchbox", name="Find proposals")
    box.focus()
    page.keyboard.type("pen")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel = page.get_by_role("group", name="Status")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Remove Status: In review")).to_be_visible()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent").startswith("Status")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(panel).to_be_hidden()
    page.get_by_role("button", name="Remove Status: In review").focus()
    page.keyboard.press("Enter")
    expect(box).to_be_focused()


def test_enter_leads_from_the_search_to_the_first_that_it_finds(look: Look) -> None:
    page = look()
    box = page.get_by_role("searchbox", name="Find proposals")
    box.press_sequentially("pen 2")
    box.press("Enter")
    expect(page.get_by_role("link", name="Pen 2")).to_be_focused()
    assert asked(page) == "?find=pen+2"
    box.fill("nothing of the kind")
    box.press("Enter")
    expect(box).to_be_focused()


def test_the_focus_is_not_lost_with_the_column_that_grouping_does_without(look: Look) -> None:
    page = look("?sort=title&find=pen")
    page.get_by_role("columnheader", name="Status").get_by_role("button").press("Enter")
    expect(page.locator(".wb-group").first).to_be_visible()
    expect(page.get_by_role("columnheader", name="Proposal").get_by_role("button")).to_be_focused()


@pytest.mark.parametrize("owner", OWNERS)
def test_any_value_makes_the_way_through_the_address(look: Look, owner: str) -> None:
    page = look("?let-go=yes")
    choose(page, "Owner", owner)
    assert f"owner={quote_plus(owner)}" in asked(page).replace("*", "%2A")
    before = titles(page)
    assert 0 < len(before) < 4
    page.reload()
    assert titles(page) == before
    expect(page.get_by_role("button", name=f"Remove Owner: {owner}")).to_be_visible()
    assert page.locator(".wb img").count() == 0


def test_what_the_address_asks_and_nobody_has_can_be_taken_out(look: Look) -> None:
    page = look(f"?owner={quote_plus(HOSTILE + '!')}&sort=nothing&view=3&h=kept")
    assert titles(page) == []
    page.get_by_role("button", name="Remove Owner").click()
    assert asked(page) == "?h=kept"
    assert len(titles(page)) == 60
    assert page.locator(".wb img").count() == 0


def test_a_long_list_is_drawn_in_parts_and_printed_whole(look: Look) -> None:
    page = look()
    assert len(titles(page)) == 60
    assert re.match(r"Draft 45\d", page.locator(".wb-group").first.inner_text())
    page.get_by_role("button", name="Show 100 more of 396").click()
    assert len(titles(page)) == 160
    assert page.evaluate("document.activeElement.textContent") == titles(page)[60]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(titles(page)) == 456
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert len(titles(page)) == 60


def test_a_long_list_does_not_wait_for_its_script_and_is_whole_if_that_never_comes(
    browser: Browser, folder: Path
) -> None:
    page = browser.new_page()
    page.route("**/wb.js", lambda route: route.abort())
    page.goto((folder / "portfolio" / "index.html").as_uri())
    shown = page.locator("tbody tr:visible")
    assert 60 <= shown.count() < 100
    expect(shown).to_have_count(457 + 4, timeout=8000)
    page.close()


ASKED = ["?let-go=yes&find=a", "?view=cards&tag=plain&status=draft&status=approved", "?sort=owner&find=pen"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", ASKED)
def test_axe_finds_nothing_in_what_is_asked(look: Look, scheme: str, address: str) -> None:
    page = look(address, scheme=scheme)
    page.locator(".wb-facet button", has_text="Owner").click()
    assert find_violations(page) == []


@pytest.mark.parametrize("address", ASKED)
@pytest.mark.parametrize("width", [320, 800])
def test_nothing_of_it_is_wider_than_the_screen(look: Look, address: str, width: int) -> None:
    page = look(address, width=width)
    facets = page.locator(".wb-facet button:visible")
    for n in range(facets.count()):
        facets.nth(n).click()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        wide = f"[...document.querySelectorAll('.wb *')].filter(e => e.getBoundingClientRect().right > {width} + 1)"
        assert page.evaluate(f"{wide}.length") == 0


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_at_home_in_other_themes(look: Look, tmp_path: Path, theme: str, width: int) -> None:
    site = Site(tmp_path / "repo")
    write(site)
    site.write({"portfolio/index.md": "# Plans\n\nOurs.\n\n<!-- wb:portfolio -->\n"})
    page = look("?find=pen", width=width, site=site.build(theme={"name": theme}, use_directory_urls=False))
    expect(page.get_by_text("Ours.")).to_be_visible()
    assert titles(page) == ["Pen 10", "Pen 2"]
    choose(page, "Status", "In review")
    assert titles(page) == ["Pen 10"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert find_violations(page) == []


def test_without_scripts_it_is_complete(visit: Open) -> None:
    page = visit(scripts=False).go("portfolio/")
    assert len(titles(page)) == 16
    assert [head.split()[0] for head in page.locator(".wb-group").all_inner_texts()][:3] == ["Draft", "In", "Approved"]
    expect(page.get_by_role("link", name="Collar One")).to_be_visible()
    page.get_by_role("link", name="2 building").click()
    expect(page.locator("#wb-group-building")).to_be_in_viewport()


def test_views_link_to_what_they_count_and_back_works_under_instant_navigation(visit: Open) -> None:
    page = visit().go("portfolio/owners/nadia-brandt/")
    page.get_by_role("link", name="3 proposals").click()
    expect(page.get_by_role("button", name="Remove Owner: Nadia Brandt")).to_be_visible()
    assert titles(page) == ["Airbnb Experiences", "Kindle", "Prime"]
    search(page, "kin")
    assert titles(page) == ["Kindle"]
    page.get_by_role("navigation", name="Views").get_by_role("link", name="All proposals").click()
    expect(page.locator("[data-wb-found]")).to_have_text("13 of 16 proposals")
    page.go_back()
    assert titles(page) == ["Kindle"]
    page.get_by_role("link", name="Kindle").click()
    expect(page.locator("h1")).to_contain_text("Kindle")
    page.go_back()
    expect(page.locator("[data-wb-found]")).to_have_text("1 of 16 proposals")
    page.go_back()
    expect(page.locator("[data-wb-found]")).to_have_text("3 of 16 proposals")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Nadia Brandt")


def test_the_sites_own_search_keeps_its_key(visit: Open) -> None:
    page = visit().go("portfolio/")
    page.keyboard.press("/")
    expect(page.locator("input.md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    box = page.get_by_role("searchbox", name="Find proposals")
    box.press_sequentially("a/s")
    expect(box).to_have_value("a/s")


@pytest.mark.parametrize("label", ["Scope creep +38\u202f%", "Scope creep +167\u202f%", "Scope creep +4,822\u202f%"])
def test_the_figure_of_a_badge_in_the_table_is_whole(visit: Open, label: str) -> None:
    page = visit().go("portfolio/")
    badge = page.locator(".wb-table .wb-badge--scope").first
    badge.evaluate("(e, label) => { e.textContent = label }", label)
    assert badge.evaluate("e => e.scrollWidth <= e.clientWidth")
