"""Which owners, customers and goals have a page, and where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Entry
from ..portfolio.coverage import Coverage, Served
from ..portfolio.groups import build_groups, has_something_to_say
from ..portfolio.portfolio import Portfolio
from .slug import make_slug

_FOLDERS = {"owner": "owners", "customer": "customers", "goals": "goals"}


@dataclass(frozen=True, slots=True)
class GroupPage:
    """The page of an owner, a customer or a goal.

    `path` is its source path below the portfolio's folder; `served` is set for a goal of the strategy.
    """

    path: str
    name: str
    entries: tuple[Entry, ...]
    served: Served | None = None


def build_group_pages(portfolio: Portfolio, coverage: Coverage | None) -> Mapping[str, Mapping[str, GroupPage]]:
    """The pages by the front matter's key, and by the name: of a goal as the strategy writes it, else folded.

    Every goal of the strategy has one; a goal that it does not know has none. Without a strategy goals are groups like
    the others.
    """
    found: dict[str, Mapping[str, GroupPage]] = {}
    for key, folder in _FOLDERS.items():
        pages: dict[str, GroupPage] = {}
        taken: set[str] = set()
        for name, title, entries, served in _list(portfolio, coverage, key):
            slug = make_slug(title, taken)
            taken.add(slug)
            pages[name] = GroupPage(f"{folder}/{slug}.md", title, entries, served)
        found[key] = pages
    return found


def _list(
    portfolio: Portfolio, coverage: Coverage | None, key: str
) -> list[tuple[str, str, tuple[Entry, ...], Served | None]]:
    if key == "goals" and coverage is not None:
        return [(one.goal.name, one.goal.name, one.entries + one.let_go, one) for one in coverage.served]
    total = len(portfolio.entries)
    groups = build_groups(portfolio.entries, key).items()
    return [(folded, group.name, group.entries, None) for folded, group in groups if has_something_to_say(group, total)]
