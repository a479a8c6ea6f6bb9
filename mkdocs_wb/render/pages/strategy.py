"""The strategy: the direction, the markets and their goals, and what serves them."""

from __future__ import annotations

from collections.abc import Iterator

from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where the team has a strategy."""
    if site.strategy is not None and site.coverage is not None:
        markets = (f"{market.title}: {market.value_proposition}" for market in site.strategy.markets.values())
        searched = " ".join([site.strategy.direction, *markets])
        context = {"strategy": site.strategy, "coverage": site.coverage}
        yield GeneratedPage("strategy.md", "Strategy", "strategy.html", context, tab="Strategy", searched=searched)
