"""The index: every proposal in one table."""

from __future__ import annotations

from collections.abc import Iterator

from ..generated import GeneratedPage
from ..index_row import make_row
from ..site import Site
from ..views import name_statuses, name_verdicts


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, even where there is no proposal yet."""
    context = {
        "groups": [
            (status, [make_row(entry, site) for entry in entries]) for status, entries in site.portfolio.groups()
        ],
        "statuses": name_statuses(site.lifecycle),
        "verdicts": name_verdicts(),
    }
    yield GeneratedPage("index.md", "Portfolio", "portfolio.html", context, tab="All proposals")
