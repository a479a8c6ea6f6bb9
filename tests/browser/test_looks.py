"""Colours that a team sets."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import odd
from tests.browser.conftest import Open, serve

SHEET = """\
body { --wb-review: rgb(1, 2, 3); --wb-line: rgb(4, 5, 6); }
[data-md-color-scheme="slate"] { --wb-review: rgb(7, 8, 9); }
"""


@pytest.mark.parametrize(("scheme", "colour"), [("light", "rgb(1, 2, 3)"), ("dark", "rgb(7, 8, 9)")])
def test_a_teams_colours_outweigh_ours(visit: Open, tmp_path: Path, scheme: str, colour: str) -> None:
    site = odd.write_portfolio(tmp_path / "repo")
    site.write({"team.css": SHEET})
    with serve(site.root / "site") as address:
        site.build(theme=odd.MATERIAL, extra_css=["team.css"], site_url=address)
        page = visit(scheme=scheme, site=address).go("portfolio/board/")
        expect(page.get_by_role("heading", name="In review")).to_have_css("color", colour)
        expect(page.locator(".wb-tiles > li").first).to_have_css("border-top-color", "rgb(4, 5, 6)")
