"""A proposal as a row of the index: what its cells say that the entry does not say in so many words."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Entry
from ..parse.language.period import Period, read_period
from .site import Site
from .views import shorten

_LONGEST = 200  # characters of a sub-heading that a card has room for


@dataclass(frozen=True, slots=True)
class IndexRow:
    """`goals` are names with titles; `year` is that of the proposal's first draft, empty where it is not known.

    `launch` is None where the target is no date; `summary` is the sub-heading.
    """

    entry: Entry
    summary: str
    goals: tuple[tuple[str, str], ...]
    type: str
    launch: Period | None
    year: str


def make_row(entry: Entry, site: Site) -> IndexRow:
    """The row of an entry."""
    front_matter = entry.proposal.front_matter
    known = site.strategy.goals if site.strategy else {}
    goals = front_matter.texts("goals")
    return IndexRow(
        entry,
        _summarize(entry),
        tuple((name, known[name].title if name in known else name) for name in goals),
        site.type_of(entry.proposal).title,
        read_period(front_matter, "target_launch"),
        _find_year(entry),
    )


def _summarize(entry: Entry) -> str:
    blocks = (block.text for element in entry.proposal.named("subheading") for block in element.blocks)
    return shorten(" ".join(blocks), _LONGEST)


def _find_year(entry: Entry) -> str:
    created = read_period(entry.proposal.front_matter, "created")
    if created:
        return str(created.first.year)
    return str(entry.revisions[-1].date.year) if entry.revisions else ""
