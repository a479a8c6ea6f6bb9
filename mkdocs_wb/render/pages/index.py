"""The index: every proposal in one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model import Verdict
from ...portfolio.roadmap import build_roadmap
from ..generated import GeneratedPage
from ..index_row import make_row
from ..site import Site
from ..views import name_statuses, name_verdicts


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, even where there is no proposal yet."""
    groups = list(site.portfolio.groups())
    context = {
        "groups": [(status, [make_row(entry, site) for entry in entries]) for status, entries in groups],
        "drift": _count_drift(site),
        "overdue": len(build_roadmap(site.portfolio).overdue),
        "statuses": name_statuses(site.lifecycle),
        "verdicts": name_verdicts(),
    }
    yield GeneratedPage("index.md", "Portfolio", "portfolio.html", context, tab="All proposals")


def _count_drift(site: Site) -> list[tuple[Verdict, int]]:
    """How many of what was not let go have crept, or cannot be told, where any have."""
    alive = (entry for entry in site.portfolio.entries if not entry.closed)
    counted = Counter(entry.scope.verdict for entry in alive)
    return [(verdict, counted[verdict]) for verdict in (Verdict.CREEP, Verdict.UNKNOWN) if counted[verdict]]
