"""The strategy file: the direction, the markets, and the goals that proposals name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .errors import WbError
from .real_paths import shown


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
        root = yaml.compose(read(file), Loader=yaml.BaseLoader)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        message = f"{shown(file)}: cannot be read: {error.strerror or error}"
        raise WbError(message) from error
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = shown(file) if mark is None else f"{shown(file)}:{mark.line + 1}"
        message = f"{place}: invalid YAML: {getattr(error, 'problem', None) or str(error).splitlines()[0]}"
        raise WbError(message) from error
    top = _Part(shown(file), "", root or yaml.MappingNode("", []))
    markets = {name: _market(name, part) for name, part in top.inner("markets").items()}
    goals = {name: _goal(name, part) for name, part in top.inner("goals").items()}
    return Strategy(top.text("direction"), markets, goals)


def _market(name: str, part: _Part) -> Market:
    return Market(name, part.text("title") or name, part.text("value_proposition"))


def _goal(name: str, part: _Part) -> Goal:
    texts = {key: part.text(key) for key in ("why", "measure", "horizon", "market")}
    return Goal(name, part.text("title") or name, **texts, key_actions=part.texts("key_actions"))


class _Part:
    """A mapping of the file, and how it is called there; what is absent or left empty is empty."""

    def __init__(self, file: str, name: str, node: yaml.Node) -> None:
        self._file, self._name = file, name
        self.values: dict[str, yaml.Node] = {}
        if not _is_empty(node):
            if not isinstance(node, yaml.MappingNode):
                raise self._fail(name, "a mapping" if name else "the keys direction, markets and goals", node)
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise self._fail(name, "a name as key", key)
                if key.value in self.values:
                    raise self._fail(name, "each key once", key, f"{key.value} again")
                self.values[key.value] = value

    def inner(self, key: str) -> dict[str, _Part]:
        """The mappings in a mapping."""
        part = _Part(self._file, self.join(key), self.values[key]) if key in self.values else None
        return {name: _Part(self._file, part.join(name), node) for name, node in part.values.items()} if part else {}

    def text(self, key: str) -> str:
        node = self.values.get(key)
        return "" if node is None or _is_empty(node) else self._text(self.join(key), node)

    def texts(self, key: str) -> tuple[str, ...]:
        node = self.values.get(key)
        if node is None or _is_empty(node):
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(self._text(self.join(key), item) for item in items)

    def _text(self, name: str, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._fail(name, "a text", node)
        return str(node.value).strip()

    def join(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _fail(self, name: str, expected: str, node: yaml.Node, found: str = "") -> WbError:
        found = found or _describe(node)
        place = f"{name}: " if name else ""
        return WbError(f"{self._file}:{node.start_mark.line + 1}: {place}expected {expected}, found {found}")


def _is_empty(node: yaml.Node) -> bool:
    """Whether nothing is given: `goals:`, or a tilde."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")


def _describe(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return f"the text {node.value[:40]!r}"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
