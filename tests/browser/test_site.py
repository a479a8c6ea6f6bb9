"""The published portfolio as its readers meet it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, find_violations, unfold

PAGES = [
    "portfolio/",
    "proposals/deer-tracker/",
    "proposals/farm-shop/",
    "proposals/weidewacht/",
    "proposals/grazing-planner/",
    "proposals/antenna-loan/",
    "portfolio/history/proposals/farm-shop/",
]
_SAID = ("kind", "who", "words", "accept")  # of a change, as a phone has it from the top down


def test_a_crept_proposal_shows_its_badge_and_its_tracked_changes(visit: Open) -> None:
    page = visit().go("proposals/farm-shop/")
    badge = page.locator(".wb-badge--scope")
    expect(badge).to_contain_text("Scope creep")
    badge.click()
    expect(page.locator("#wb-scope")).to_be_in_viewport()
    inserted = page.locator(".wb ins").first
    assert inserted.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert page.locator(".wb del").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"


def test_one_can_walk_from_proposal_to_proposal_and_back(visit: Open) -> None:
    page = visit().go("portfolio/")
    page.get_by_role("link", name="Deer Tracker").click()
    expect(page.locator("h1")).to_contain_text("Deer Tracker")
    page.locator(".wb-neighbours .wb-next").click()
    expect(page.locator("h1")).to_contain_text("Farm Shop")
    page.locator(".wb-trail a").click()
    expect(page.locator("h1")).to_contain_text("Portfolio")
    page.get_by_role("columnheader", name="Owner").get_by_role(
        "button"
    ).click()  # the script ran again after the instant navigation
    assert page.locator("th[aria-sort]").count() == 1


def test_the_search_finds_what_is_promised_and_nothing_of_what_was_withdrawn(visit: Open) -> None:
    page = visit().go("proposals/antenna-loan/")
    texts = "e => [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join('')"
    withdrawn = [deleted.evaluate(texts) for deleted in page.locator(".wb del").all()]
    promise = max(withdrawn, key=len)
    assert len(promise) > 40
    index = page.request.get(page.url.split("proposals/")[0] + "search/search_index.json").text()
    assert promise.split("\n")[0] not in index
    assert "Antenna" in index


def test_one_can_go_from_a_change_to_how_it_came_about(visit: Open) -> None:
    page = visit().go("proposals/farm-shop/")
    change = page.locator(".wb-change", has_text="Gift vouchers")
    expect(change.locator(".wb-margin")).to_contain_text("Tomás Echeverría, 2026-03-09")
    command = change.locator(".wb-accept code")
    expect(command).to_be_hidden()
    change.get_by_text("accept", exact=True).click()
    expect(command).to_have_text("wb acknowledge farm-shop 049033fa97c1 --by NAME --reason TEXT")
    words, answer = change.locator(".wb-words").bounding_box(), command.bounding_box()
    assert words and answer and answer["x"] > words["x"] + words["width"]  # in the margin: the words stay one text
    page.get_by_role("link", name="How it came about").click()
    edit = page.locator("details", has_text="add gift vouchers")
    expect(edit.locator("ins")).to_be_hidden()
    edit.locator("summary").click()
    expect(edit.locator("ins")).to_contain_text("Gift vouchers")
    page.locator(".wb-trail a").click()
    expect(page.locator("h1")).to_contain_text("Farm Shop")


def test_on_a_phone_who_changed_it_stands_above_the_words_and_how_to_accept_it_below(visit: Open) -> None:
    page = visit(width=320).go("proposals/farm-shop/")
    change = page.locator(".wb-change", has_text="Gift vouchers")
    boxes = [change.locator(f".wb-{name}").bounding_box() for name in _SAID]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 4
    assert tops == sorted(tops)
    sizes = [change.locator(f".wb-{name}").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") for name in _SAID]
    assert min(sizes) > 12
    page.locator('a[href$="#wb-newest"]').click()
    expect(page.locator("#wb-newest")).to_be_in_viewport()


def test_the_chart_says_in_words_what_it_shows(visit: Open) -> None:
    page = visit().go("proposals/farm-shop/")
    expect(page.get_by_role("img", name="words were approved")).to_be_visible()
    page.get_by_text("figures of 4 versions").click()
    expect(page.get_by_role("cell").first).to_be_visible()


def test_a_phone_leads_to_each_column_of_the_board(visit: Open) -> None:
    page = visit(width=320).go("portfolio/board/")
    page.get_by_role("link", name="2 building").click()
    expect(page.get_by_role("heading", name="Building")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.get_by_role("link", name="2 building")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_we_draw(visit: Open, path: str, scheme: str) -> None:
    page = visit(scheme=scheme).go(path)
    assert page.locator("body").get_attribute("data-md-color-scheme") == ("slate" if scheme == "dark" else "default")
    unfold(page)
    assert find_violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_needs_no_sideways_scrolling(visit: Open, path: str) -> None:
    page = visit(width=320).go(path)
    page.evaluate("document.querySelectorAll('.wb details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    wide = page.evaluate(
        "[...document.querySelectorAll('.wb *')].filter(e => e.getBoundingClientRect().right > 321).length"
    )
    assert wide == 0
