"""The board: what is under way, by status."""

from __future__ import annotations

from collections.abc import Iterator

from ...portfolio.board import build_board
from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where something is under way."""
    columns = build_board(site.portfolio, site.lifecycle)
    if columns:
        yield GeneratedPage("board.md", "Board", "board.html", {"columns": columns}, tab="Board")
