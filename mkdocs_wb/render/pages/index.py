"""The index: every proposal in one table."""

from __future__ import annotations

from collections.abc import Iterator

from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, even where there is no proposal yet."""
    yield GeneratedPage("index.md", "Portfolio", "portfolio.html", {"portfolio": site.portfolio}, tab="All proposals")
