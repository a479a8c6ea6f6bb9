"""The example portfolio, replayed, built and served; a real browser to look at it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import odd
from tests.conftest import ROOT

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


_missing: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for message in _missing:
        terminalreporter.section("no browser", sep="!", red=True, bold=True)
        terminalreporter.write_line(message)


def _start(start: Callable[..., Browser]) -> Browser | None:
    """A browser of the machine, else Playwright's own, fetched where that is possible; None where none can be had."""
    installed = next(filter(None, map(shutil.which, _NAMES)), None)
    if installed:
        return start(executable_path=installed, args=_QUIET)
    fetched = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=600)
    return start(args=_QUIET) if fetched.returncode == 0 else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = _start(playwright.chromium.launch)
        if found is None:
            message = "NO BROWSER: neither Chromium nor Chrome is on this machine, and none could be fetched; nothing was looked at"
            if os.environ.get("CI"):
                pytest.fail(message)
            _missing.append(message)
            pytest.skip(message)
        yield found
        found.close()


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, also one that does not exist yet."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the example is served."""
    target = tmp_path_factory.mktemp("example") / "demo"
    subprocess.run([sys.executable, str(ROOT / "example-site" / "replay.py"), str(target)], check=True)
    with serve(target / "site") as url:
        config = target / "served.yml"
        config.write_text(yaml.safe_dump({"INHERIT": "mkdocs.yml", "site_url": url}))
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
        subprocess.run(build, check=True, env=environment)
        yield url


@pytest.fixture(scope="session")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[odd.Built]:
    """Where the odd portfolio is served in a theme; it is built when first asked for."""
    addresses: dict[str, str] = {}
    with ExitStack() as stack:

        def build(theme: str) -> str:
            if theme not in addresses:
                site = odd.write_portfolio(tmp_path_factory.mktemp(theme) / "repo")
                addresses[theme] = stack.enter_context(serve(site.root / "site"))
                site.build(
                    {"findings": "always"},
                    site_name=odd.NAME,
                    theme=odd.THEMES[theme],
                    site_url=addresses[theme],
                    repo_url="https://codeberg.org/rural/deer",
                    edit_uri="_edit/main/docs/",
                    markdown_extensions=odd.EXTENSIONS,
                )
            return addresses[theme]

        yield build


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.wb details').forEach(one => one.open = true)")


def find_violations(page: Page) -> list[tuple[str, str]]:
    """What axe objects to in what we draw: the rule, and the first place."""
    found = Axe().run(page, context={"include": [[".wb"]]}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


class Visit:
    """A page, and what went wrong and was asked for while it was open."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.said: list[str] = []
        self.foreign: list[str] = []
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.said.append(text)

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(url)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page

    def walk(self, paths: Iterable[str]) -> Iterator[tuple[str, Page]]:
        """Each of many pages as soon as it is drawn, without half a second of silence first; the last one is heard out."""
        for path in paths:
            self.page.goto(self.address + path, wait_until="load")
            yield path, self.page
        self.page.wait_for_load_state("networkidle")


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Open the example, or another site; at the end nothing may have gone wrong or been asked of another host."""
    visits: list[Visit] = []

    def start(width: int = 1280, scheme: str = "light", *, scripts: bool = True, site: str = address) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
        )
        visits.append(Visit(context, site))
        return visits[-1]

    yield start
    for opened in visits:
        opened.page.context.close()
        assert opened.said == []
        assert opened.foreign == []
