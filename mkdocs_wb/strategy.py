"""The strategy file: the direction, the markets, and the goals that proposals name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .errors import WbError


@dataclass(frozen=True, slots=True)
class Goal:
    """What the organisation wants to reach, how it is measured, until when, and for which market."""

    name: str
    title: str
    why: str = ""
    measure: str = ""
    horizon: str = ""
    market: str = ""
    key_actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Market:
    """Whom the organisation serves, and with what value."""

    name: str
    title: str
    value_proposition: str = ""


@dataclass(frozen=True, slots=True)
class Strategy:
    """The file, read."""

    direction: str = ""
    markets: Mapping[str, Market] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)


def read_strategy(file: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> Strategy | None:
    """Read a strategy file; None where there is none.

    Args:
        file: its path.
        read: gives a file's content, or raises an OSError.

    Raises:
        WbError: it is there and is not YAML of the expected shape; names the file and the place.
    """
    try:
        data = yaml.load(read(file), Loader=yaml.BaseLoader)  # noqa: S506  # scalars stay text: 2026-Q4, 2026-10-01
    except (FileNotFoundError, NotADirectoryError):
        return None
    except yaml.YAMLError as error:
        message = f"{file}: invalid YAML: {getattr(error, 'problem', None) or error}"
        raise WbError(message) from error
    if not isinstance(data, dict):
        message = f"{file}: expected the keys direction, markets and goals, found no mapping"
        raise WbError(message)
    markets = {
        name: Market(name, _text(item, "title") or name, _text(item, "value_proposition"))
        for name, item in _entries(file, data, "markets")
    }
    goals = {name: _goal(name, item) for name, item in _entries(file, data, "goals")}
    return Strategy(_text(data, "direction"), markets, goals)


def _entries(file: Path, data: Mapping[str, Any], key: str) -> list[tuple[str, Mapping[str, Any]]]:
    entries = data.get(key) or {}
    if not isinstance(entries, dict) or not all(isinstance(item, dict) for item in entries.values()):
        message = f"{file}: {key}: expected a mapping from a name to its title and the rest"
        raise WbError(message)
    return [(str(name), item) for name, item in entries.items()]


def _goal(name: str, item: Mapping[str, Any]) -> Goal:
    texts = {key: _text(item, key) for key in ("why", "measure", "horizon", "market")}
    actions = item.get("key_actions")
    listed = tuple(str(action) for action in actions) if isinstance(actions, list) else ()
    return Goal(name, _text(item, "title") or name, **texts, key_actions=listed)


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""
