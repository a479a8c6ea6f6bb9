"""The board: what is under way, by status, with the days each has been there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..lifecycle import Lifecycle, Status
from ..model import Entry
from .portfolio import Portfolio
from .story import count_days, find_since


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal on the board; `days` in its present status, None where no revision shows them."""

    entry: Entry
    days: int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A status with its cards: those that wait longest first, of the launched the latest. None is no known status."""

    status: Status | None
    cards: tuple[Card, ...]


def build_board(portfolio: Portfolio, lifecycle: Lifecycle) -> tuple[Column, ...]:
    """A column for each status that is not closed, in the lifecycle's order; empty where nothing is under way."""
    placed: dict[Status | None, list[Card]] = {
        status: [] for status in lifecycle.statuses.values() if not status.closed
    }
    for entry in portfolio.entries:
        if not entry.closed:
            days = count_days(find_since(entry), portfolio.as_of)
            placed.setdefault(entry.status, []).append(Card(entry, days))
    columns = (Column(status, _order(status, cards)) for status, cards in placed.items())
    return tuple(columns) if any(placed.values()) else ()


def _order(status: Status | None, cards: Iterable[Card]) -> tuple[Card, ...]:
    latest_first = status is not None and status.launched
    sign = 1 if latest_first else -1
    return tuple(sorted(cards, key=lambda card: (card.days is None, sign * (card.days or 0))))
