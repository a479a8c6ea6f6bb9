"""The decisions, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...portfolio.decisions import list_decisions
from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where something was decided."""
    decisions = list_decisions(site.portfolio.events)
    years = [(year, list(listed)) for year, listed in groupby(decisions, key=lambda one: one.event.when.year)]
    if years:
        yield GeneratedPage("decisions.md", "Decisions", "decisions.html", {"years": years}, tab="Decisions")
