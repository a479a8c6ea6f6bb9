"""The strategy and the proposals, both ways: who serves a goal, and who serves none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Entry
from ..strategy import Goal, Market, Strategy
from .portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Served:
    """A goal with the proposals that serve it, and those that did until they were let go."""

    goal: Goal
    entries: tuple[Entry, ...]
    let_go: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The goals by market, in the file's order; the proposals under way without a goal; the goals nobody knows.

    A market is None for the goals of none of them. `unknown` are names that proposals use and the strategy does not.
    """

    markets: tuple[tuple[Market | None, tuple[Served, ...]], ...]
    aimless: tuple[Entry, ...]
    unknown: Mapping[str, tuple[Entry, ...]]

    @property
    def served(self) -> tuple[Served, ...]:
        """Every goal."""
        return tuple(served for _, goals in self.markets for served in goals)


def build_coverage(portfolio: Portfolio, strategy: Strategy) -> Coverage:
    """Match the goals of the strategy with those that proposals name."""
    alive: dict[str, list[Entry]] = {}
    let_go: dict[str, list[Entry]] = {}
    aimless = []
    for entry in portfolio.entries:
        names = dict.fromkeys(entry.proposal.front_matter.texts("goals"))
        for name in names:
            (let_go if entry.closed else alive).setdefault(name, []).append(entry)
        if not names and not entry.closed:
            aimless.append(entry)
    goals = [
        Served(goal, tuple(alive.get(name, ())), tuple(let_go.get(name, ()))) for name, goal in strategy.goals.items()
    ]
    unknown = {name: tuple(entries) for name, entries in sorted(alive.items()) if name not in strategy.goals}
    return Coverage(tuple(_by_market(goals, strategy)), tuple(aimless), unknown)


def _by_market(goals: list[Served], strategy: Strategy) -> list[tuple[Market | None, tuple[Served, ...]]]:
    """Every market of the file, then those that only goals name, then what has none."""
    named = (Market(served.goal.market, served.goal.market) for served in goals if served.goal.market)
    markets = {**{market.name: market for market in named}, **strategy.markets}
    ordered = [*strategy.markets, *(name for name in markets if name not in strategy.markets)]
    found = [(markets[name], tuple(one for one in goals if one.goal.market == name)) for name in ordered]
    rest = tuple(one for one in goals if not one.goal.market)
    return [*found, *([(None, rest)] if rest else [])]
