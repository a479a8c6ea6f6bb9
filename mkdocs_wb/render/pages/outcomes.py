"""The outcomes: what was launched, and whether it was what the press release promised."""

from __future__ import annotations

from collections.abc import Iterator

from ...portfolio.outcomes import list_outcomes
from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where something was launched."""
    outcomes = list_outcomes(site.portfolio)
    if outcomes.waiting or outcomes.told:
        yield GeneratedPage("outcomes.md", "Outcomes", "outcomes.html", {"outcomes": outcomes}, tab="Outcomes")
