"""A page for each goal, owner and customer that has something to say."""

from __future__ import annotations

from collections.abc import Iterator

from ...portfolio.portfolio import group_by_status
from ..generated import GeneratedPage
from ..group_pages import GroupPage
from ..site import Site
from ..views import name_customers


def build(site: Site) -> Iterator[GeneratedPage]:
    """The pages; those of the strategy's goals belong to the strategy, the others to the index."""
    for key, kind in (("goals", "Goal"), ("owner", "Owner"), ("customer", "Customer")):
        for page in site.groups[key].values():
            parent = "strategy.md" if page.served else "index.md"
            context: dict[str, object] = {
                "kind": kind,
                "served": page.served,
                "market": _market(site, page),
                "entries": page.entries,
                "wanted": {key.removesuffix("s"): page.name},
                "statuses": list(group_by_status(page.entries)),
            }
            yield GeneratedPage(
                page.path, _title(key, page), "group.html", context, parent=parent, searched=_searched(page)
            )


def _title(key: str, page: GroupPage) -> str:
    if page.served is not None:
        return page.served.goal.title
    return name_customers((page.name,))[0] if key == "customer" else page.name


def _market(site: Site, page: GroupPage) -> str:
    name = page.served.goal.market if page.served else ""
    known = site.strategy.markets.get(name) if site.strategy else None
    return known.title if known else name


def _searched(page: GroupPage) -> str:
    goal = page.served.goal if page.served else None
    return " ".join([goal.why, goal.measure, *goal.key_actions]) if goal else ""
