"""A site opened from the disk, and one whose pages replace each other without being loaded."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser import odd
from tests.browser.conftest import Open

# The offline plugin fetches this from elsewhere, where a team has no copy of its own.
SHIM = "assets/iframe-worker.js"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The odd portfolio as Material's offline plugin builds it."""
    site = odd.write_portfolio(tmp_path_factory.mktemp("offline") / "repo")
    site.write({SHIM: ""})
    return site.build(
        {"findings": "always"},
        theme=odd.MATERIAL,
        plugins=["search", "offline", {"wb": {"findings": "always"}}],
        extra={"polyfills": [SHIM]},
        markdown_extensions=odd.EXTENSIONS,
    )


@pytest.mark.parametrize("path", odd.PAGES)
def test_every_link_of_ours_leads_to_a_file_on_the_disk(visit: Open, disk: Path, path: str) -> None:
    file = f"{path}index.html" if path == "portfolio/" else f"{path.rstrip('/')}.html"
    page = visit(site=disk.as_uri() + "/").go(file)
    links = page.locator(".wb a[href]").evaluate_all("found => found.map(link => link.href)")
    assert links
    ours = {unquote(urlsplit(link).path) for link in links if link.startswith("file:")}
    assert [link for link in ours if not Path(link).is_file()] == []


def test_the_portfolio_works_from_the_disk(visit: Open, disk: Path) -> None:
    page = visit(site=disk.as_uri() + "/").go("portfolio/index.html")
    page.get_by_role("button", name="Updated").click()
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    page.get_by_role("link", name="Deer Tracker").first.click()
    expect(page.locator(".wb-card")).to_have_css("border-top-style", "solid")
    page.get_by_role("link", name="How it came about").click()
    expect(page.locator("h1")).to_contain_text("History of Deer Tracker")


def test_a_page_that_replaces_another_has_its_own_footer_and_address(visit: Open, odd_site: odd.Built) -> None:
    page = visit(site=odd_site("material")).go("portfolio/")
    page.evaluate("window.isTheSame = true")
    page.get_by_role("link", name="Wide things").first.click()
    expect(page.locator("h1")).to_contain_text("Wide things on narrow paper")
    page.wait_for_url("**/proposals/wide/")
    assert page.evaluate("window.isTheSame")
    footer = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--wb-footer')")
    assert "Wide things" in footer
    shared = page.locator("meta[property='og:url']").evaluate_all("found => found.map(one => one.content)")
    assert shared == [page.url]


def test_tags_of_proposals_are_in_the_index_of_tags(visit: Open, tmp_path: Path) -> None:
    site = odd.write_portfolio(tmp_path / "repo")
    site.write({"tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    folder = site.build(theme=odd.MATERIAL, plugins=["search", "tags", "wb"], use_directory_urls=False)
    page = visit(site=folder.as_uri() + "/").go("tags.html")
    page.locator("article").get_by_role("link", name="Wide things").first.click()
    expect(page.locator(".wb-card")).to_be_visible()
