"""The ideas that were let go, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from ...portfolio.decisions import list_let_go
from ..generated import GeneratedPage
from ..site import Site


def build(site: Site) -> Iterator[GeneratedPage]:
    """The page, where an idea was let go. A search finds it by their titles and reasons: somebody may ask again."""
    ideas = list_let_go(site.portfolio)
    if ideas:
        searched = " ".join(f"{idea.entry.proposal.title}: {idea.reason}" for idea in ideas)
        context = {
            "ideas": ideas,
            "closed": tuple(dict.fromkeys(idea.entry.status.name for idea in ideas if idea.entry.status)),
        }
        yield GeneratedPage("let-go.md", "Ideas let go", "let_go.html", context, tab="Let go", searched=searched)
