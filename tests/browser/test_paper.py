"""A proposal and the views on paper, as Chromium prints them."""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import odd
from tests.browser.conftest import Open

WIDTH = 643  # A4 between its margins, in pixels


def print_pages(page: Page, form: str = "A4") -> list[str]:
    """The text of each page, on one line."""
    printed = PdfReader(io.BytesIO(page.pdf(format=form)))
    return [
        " ".join(sheet.extract_text().replace("\ufb01", "fi").replace("\ufb03", "ffi").split())
        for sheet in printed.pages
    ]


@pytest.mark.parametrize("form", ["A4", "Letter"])
def test_a_proposal_prints_its_release_and_then_its_questions_and_nothing_of_the_site(visit: Open, form: str) -> None:
    sheets = print_pages(visit().go("proposals/farm-shop/"), form)
    text = " ".join(sheets)
    order = [
        "Farm Shop: sold by Thursday",
        "Owner: Tomás",
        "Summary",
        "Testimonial",
        "FAQ",
        "Evidence",
        "Scope since approval",
    ]
    assert sorted(order, key=text.index) == order
    questions = next(n for n, sheet in enumerate(sheets) if "What if a customer does not come?" in sheet)
    assert questions > 0
    assert re.search(r"/ \d+ ?Farm Shop · Building · revision \w{10} of 2026-09-28 FAQ Customer FAQ", sheets[questions])
    for ours in ("All proposals", "Previous", "Still to do", "Revisions", "How it came about"):
        assert ours not in text


@pytest.mark.parametrize("theme", odd.THEMES)
def test_no_theme_prints_its_furniture(visit: Open, odd_site: odd.Built, theme: str) -> None:
    for path in ("proposals/deer/", "portfolio/decisions/"):
        text = " ".join(print_pages(visit(site=odd_site(theme)).go(path)))
        for furniture in (odd.NAME, "Table of contents", "Made with", "uilt with", "Search", "Edit", "¶"):
            assert furniture not in text


@pytest.mark.parametrize("form", ["A4", "Letter"])
def test_every_sheet_has_its_number_and_what_revision_it_is(visit: Open, form: str) -> None:
    sheets = print_pages(visit().go("proposals/deer-tracker/"), form)
    for number, sheet in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in sheet
        assert re.search(r"Deer Tracker · Building · revision \w{10} of 2026-10-05", sheet)


@pytest.mark.parametrize(
    "path",
    [
        "portfolio/",
        "portfolio/board/",
        "portfolio/roadmap/",
        "portfolio/numbers/",
        "portfolio/history/proposals/farm-shop/",
    ],
)
def test_no_sheet_of_a_view_is_empty(visit: Open, path: str) -> None:
    sheets = print_pages(visit().go(path))
    for sheet in sheets:
        assert "as of 2026-11-02" in sheet
        assert len(sheet) > 100


def test_a_printed_index_says_what_was_asked_for(visit: Open) -> None:
    page = visit().go("portfolio/?find=farm&status=building&status=approved")
    text = " ".join(print_pages(page))
    for asked in (" farm ", "Status: Approved", "Status: Building", "4 of 16 proposals"):
        assert asked in text
    for tool in ("Clear all", "Customer ▾", "Table", "↕"):
        assert tool not in text
    assert "Find by title" not in " ".join(print_pages(visit().go("portfolio/")))


def test_the_columns_of_the_board_stand_side_by_side_on_paper(visit: Open) -> None:
    page = visit(width=WIDTH).go("portfolio/board/")
    page.emulate_media(media="print")
    columns = page.locator(".wb-column").evaluate_all("found => found.map(e => e.getBoundingClientRect().top)")
    assert len(columns) == 5
    assert len(set(columns)) == 1


@pytest.mark.parametrize("theme", odd.THEMES)
def test_wide_tables_code_and_pictures_are_whole_on_paper(visit: Open, odd_site: odd.Built, theme: str) -> None:
    page = visit(width=WIDTH, site=odd_site(theme)).go("proposals/wide/")
    sheets = print_pages(page)
    text = "".join(sheets).replace(" ", "")
    for row in odd.CELLS:
        assert row[-1].split()[1] in text
    assert "argument_last" in text
    assert "Foldedanswersdo" in text
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    tall = page.get_by_alt_text("A tall picture").last.bounding_box()
    assert tall
    assert tall["height"] < 420


@pytest.mark.parametrize("theme", ["material", "mkdocs"])  # the third has no dark scheme
def test_a_dark_screen_prints_black_on_white(visit: Open, odd_site: odd.Built, theme: str) -> None:
    page = visit(scheme="dark", site=odd_site(theme)).go("proposals/wide/")
    odd.darken(page, theme)
    page.emulate_media(media="print")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    page.wait_for_function(
        "document.getAnimations().every(each => each.playState === 'finished')"
    )  # themes fade colours
    pale = page.locator("h1, h2, article p, .wb dd, .wb li, table td, table th, pre, code").evaluate_all(
        "found => found.filter(e => e.checkVisibility()).map(e => [e.tagName, getComputedStyle(e).color])"
        ".filter(([, colour]) => Math.max(...colour.match(/\\d+/g).slice(0, 3)) > 0x77)"
    )
    assert pale == []


def test_tracked_changes_are_told_apart_without_colour(visit: Open) -> None:
    page = visit().go("proposals/farm-shop/")
    page.emulate_media(media="print")
    for tag, line, weight in (("ins", "underline", "700"), ("del", "line-through", "400")):
        marked = page.locator(f".wb {tag}").first
        expect(marked).to_have_css("text-decoration-line", line)
        expect(marked).to_have_css("font-weight", weight)
        expect(marked).to_have_css("color", "rgb(0, 0, 0)")
        expect(marked).to_have_css("background-color", "rgba(0, 0, 0, 0)")
