"""How soon the index answers: from a key or a click to the next frame that the browser has painted, as it says itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from .table import Row

_AT_ONCE = 100.0  # ms: what people take for an immediate answer
_LEAST = 16.0  # ms: what is faster than a frame is not told
_PAUSE = 400  # ms: until everything that an action set off is over
_OBSERVE = """
window.answers = [];
const note = (list) => list.getEntries().forEach((entry) => window.answers.push(entry.duration));
new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16 });
"""


def measure_answers(index: Path, number: int, runs: int) -> list[Row]:
    """A row for each thing that one can do to an index.

    Args:
        index: the built page.
        number: how many proposals it lists.
        runs: how often each is done; the median counts, and the slowest is told beside it.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(_OBSERVE)
        page.goto(index.as_uri())
        page.wait_for_timeout(2_000)
        taken: dict[str, list[float]] = {}
        for _ in range(runs):
            for what, act in _list_actions(page):
                taken.setdefault(what, []).append(_measure(page, act))
        browser.close()
    return [
        Row(
            f"index, N={number}: {what}",
            f"a tenth of a second; the slowest took {max(times):.0f} ms",
            _AT_ONCE,
            median(times),
            1.0,
            "ms",
            str(len(times)),
        )
        for what, times in taken.items()
    ]


def _measure(page: Page, act: Callable[[], None]) -> float:
    page.evaluate("window.answers.length = 0")
    act()
    page.wait_for_timeout(_PAUSE)
    answers: list[float] = page.evaluate("window.answers")
    return max([_LEAST, *answers])


def _list_actions(page: Page) -> Iterator[tuple[str, Callable[[], None]]]:
    """What is done, in an order that ends where it began."""
    page.get_by_role("searchbox", name="Find proposals").focus()
    for letter in "beacon":
        yield "a letter typed", lambda letter=letter: page.keyboard.press(letter)  # type: ignore[misc]
    for _ in "beacon":
        yield "a letter deleted", lambda: page.keyboard.press("Backspace")
    for facet in ("Status", "Owner", "Customer"):
        yield "a facet opened", page.locator(".wb-facet button", has_text=facet).first.click
        value = page.locator(".wb-panel:visible label").first
        yield "a value chosen", value.click
        yield "a value taken out", value.click
        page.keyboard.press("Escape")
    for head in page.locator(".wb-table thead button:visible").all():
        yield "sorted by a column", head.click
        yield "sorted the other way", head.click
    yield "as cards", page.get_by_role("button", name="Cards").click
    yield "as a table", page.get_by_role("button", name="Table").click
    yield "what was let go", page.get_by_label("Let go").click
    yield "more of the list", page.locator(".wb-further:visible").click
    page.get_by_label("Let go").click()
    page.get_by_label("Sort by").evaluate(
        "select => { select.value = 'status'; select.dispatchEvent(new Event('change')); }"
    )
