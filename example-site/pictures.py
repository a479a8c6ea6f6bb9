"""Take the pictures of the guide and the README from the example as it is built: `python pictures.py SITE`."""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).parent / "docs" / "images"
SIZE = (1280, 860)
# Each picture: the page, and the part of it that is meant; empty for what a window shows.
PICTURES = {
    "portfolio.png": ("portfolio/", ""),
    "proposal.png": ("proposals/farm-shop/", ""),
    "scope.png": ("proposals/farm-shop/", "section:has(> #wb-scope)"),
    "board.png": ("portfolio/board/", ""),
}
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def take(page: Page, address: str, part: str, file: Path) -> None:
    """One picture, without what moves or blinks."""
    page.goto(address, wait_until="networkidle")
    if part:
        page.add_style_tag(content=".md-header { display: none; }")  # it would lie over the part
    (page.locator(part).first if part else page).screenshot(path=file, animations="disabled")


def main(site: Path) -> None:
    """All pictures, of the site in a folder."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = next(filter(None, map(shutil.which, _NAMES)), None)
        with playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]) as chromium:
            page = chromium.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
            for name, (path, part) in PICTURES.items():
                take(page, f"http://127.0.0.1:{server.server_port}/{path}", part, IMAGES / name)
        server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
