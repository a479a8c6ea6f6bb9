"""Every kind of page that we draw, in every theme: for those who read it otherwise, on a phone, or by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import odd
from tests.browser.conftest import Open, find_violations, serve, unfold

LOOKS = [*((theme, "light") for theme in odd.THEMES), ("material", "dark"), ("mkdocs", "dark")]
FOCUSABLE = ".wb :is(a[href], button, summary, input, select, [tabindex='0'])"


@pytest.mark.parametrize(("theme", "scheme"), LOOKS)
def test_axe_finds_nothing_in_what_we_draw_in_any_theme(
    visit: Open, odd_site: odd.Built, theme: str, scheme: str
) -> None:
    opened = visit(scheme=scheme, site=odd_site(theme))
    for path, page in opened.walk(odd.PAGES):
        if scheme == "dark":
            odd.darken(page, theme)
        unfold(page)
        assert page.locator(".wb").count()
        assert find_violations(page) == [], path


@pytest.mark.parametrize("number", [0, 1])
def test_every_page_of_a_portfolio_that_only_begins_is_right(visit: Open, tmp_path: Path, number: int) -> None:
    site = odd.write_beginning(tmp_path / "repo", number)
    with serve(site.root / "site") as address:
        folder = site.build({"findings": "always"}, theme=odd.MATERIAL, site_url=address)
        paths = [f"{file.parent.relative_to(folder)}/" for file in folder.rglob("index.html")]
        drawn = [path for path in sorted(paths) if path.startswith(("portfolio/", "proposals/"))]
        assert len(drawn) == (4, 11)[number]
        opened = visit(320, "dark", site=address)
        for path, page in opened.walk(drawn):
            unfold(page)
            said = page.locator("article").inner_text()
            assert len(said.split()) > 11, path
            assert not re.search(r"\b(None|nan|undefined)\b|1 (proposals|days|ideas)\b", said), said
            assert find_violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") == 320, path


@pytest.mark.parametrize("theme", odd.THEMES)
def test_nothing_that_we_draw_is_wider_than_a_phone_in_any_theme(visit: Open, odd_site: odd.Built, theme: str) -> None:
    opened = visit(width=320, site=odd_site(theme))
    for path, page in opened.walk(odd.PAGES):
        unfold(page)
        wide = page.evaluate(
            """[...document.querySelectorAll('.wb, .wb *')].filter(e =>
                 e.getBoundingClientRect().right > 321 && !e.parentElement.closest('.wb-scroll, .wy-table-responsive, svg')
               ).map(e => e.outerHTML.slice(0, 90))"""
        )
        assert wide == [], path
        if theme == "material":
            assert page.evaluate("document.documentElement.scrollWidth") == 320, path


@pytest.mark.parametrize(
    "path",
    ["proposals/deer/", "portfolio/", "portfolio/board/", "portfolio/numbers/", "portfolio/history/proposals/deer/"],
)
@pytest.mark.parametrize("theme", odd.THEMES)
def test_the_tab_key_goes_through_everything_in_order_and_one_sees_where(
    visit: Open, odd_site: odd.Built, theme: str, path: str
) -> None:
    page = visit(site=odd_site(theme)).go(path)
    all_of_it = page.locator(FOCUSABLE).evaluate_all(
        "found => (window.reachable = found.filter(e => e.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"
        " && !e.closest('details:not([open]) > :not(summary)'))).map((_, n) => n)"
    )
    walked: list[int] = []
    page.evaluate("document.querySelector('.wb').setAttribute('tabindex', '-1')")
    page.evaluate("document.querySelector('.wb').focus()")
    for _ in range(4 * len(all_of_it)):  # the theme's own links stand between ours
        page.keyboard.press("Tab")
        number, outline = page.evaluate(
            "[window.reachable.indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]"
        )
        if number >= 0:
            walked.append(number)
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")
        if len(walked) == len(all_of_it):
            break
    assert len(all_of_it) > 5
    assert walked == all_of_it


def test_what_is_folded_opens_by_keyboard(visit: Open, odd_site: odd.Built) -> None:
    page = visit(site=odd_site("material")).go("portfolio/history/proposals/deer/")
    fold = page.locator(".wb details").first
    fold.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")


@pytest.mark.parametrize("path", ["proposals/deer/", "portfolio/", "portfolio/board/"])
def test_nothing_of_ours_moves(visit: Open, odd_site: odd.Built, path: str) -> None:
    page = visit(site=odd_site("material")).go(path)
    moving = page.locator(".wb, .wb *").evaluate_all(
        """found => found.filter(e => {
             const style = getComputedStyle(e);
             return style.animationName !== 'none' || style.scrollBehavior !== 'auto'
               || /transform|height|width|top|left|margin|all/.test(style.transitionProperty) && parseFloat(style.transitionDuration) > 0;
           }).map(e => e.outerHTML.slice(0, 90))"""
    )
    assert moving == []
