"""What a branch changes of the configuration that it is judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ..settings import Settings

_PARTS = ("scope", "publish")  # told by their own options


def list_changed(base: Settings, head: Settings) -> tuple[str, ...]:
    """The options, as `scope.budget`, whose values differ."""
    return tuple(_differ(base, head, ""))


def _differ(base: Any, head: Any, prefix: str) -> Iterator[str]:
    for item in fields(base):
        old, new = getattr(base, item.name), getattr(head, item.name)
        if old == new:
            continue
        if item.name in _PARTS and is_dataclass(old):
            yield from _differ(old, new, f"{item.name}.{'leave_out.' if item.name == 'publish' else ''}")
        else:
            yield f"{prefix}{item.name}"
