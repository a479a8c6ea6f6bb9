"""The roadmap: what is to be launched when."""

from __future__ import annotations

from collections.abc import Iterator

from ...portfolio.roadmap import build_roadmap
from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where anything has a target."""
    roadmap = build_roadmap(site.portfolio)
    if roadmap.earlier or roadmap.overdue or roadmap.years:
        yield GeneratedPage("roadmap.md", "Roadmap", "roadmap.html", {"roadmap": roadmap}, tab="Roadmap")
