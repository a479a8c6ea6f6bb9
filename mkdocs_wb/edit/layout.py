"""How a block of YAML is written: where each value begins and ends, and in which style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..parse.matter.front_matter import parse_events


@dataclass(slots=True)
class Node:
    """A value as it is written.

    `start` and `end` are offsets in the source; what a block collection has last ends it, so that the comments behind
    it are no part of it. `style` is `flow` or `block`; of a scalar its quotes, `|`, `>` or nothing. `is_marked` says
    whether it has an anchor or a tag, or is an alias. `children` of a mapping are its keys and values in turn.
    """

    kind: str
    start: int
    end: int
    style: str = ""
    text: str = ""
    is_marked: bool = False
    children: list[Node] = field(default_factory=list)

    @property
    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """The keys of a mapping with their values."""
        return zip(self.children[::2], self.children[1::2], strict=True)

    @property
    def is_null(self) -> bool:
        """Whether nothing is written, or one of YAML's words for it."""
        return self.kind == "scalar" and not self.style and self.text.casefold() in ("", "~", "null")


def parse_layout(source: str) -> Node | None:
    """The layout of a block that the reader could read; None where it is empty or has comments alone."""
    document = Node("document", 0, 0)
    open_nodes = [document]
    for event in parse_events(source):
        if isinstance(event, yaml.CollectionEndEvent):
            node = open_nodes.pop()
            node.end = _offset(event.end_mark) if node.style == "flow" else node.children[-1].end
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event)
            open_nodes[-1].children.append(node)
            if isinstance(event, yaml.CollectionStartEvent):
                open_nodes.append(node)
    return document.children[0] if document.children else None


def find_value(root: Node | None, key: str) -> tuple[Node, Node] | None:
    """A top-level key with its value."""
    pairs = root.pairs if root is not None else iter(())
    return next((pair for pair in pairs if pair[0].text == key), None)


def _node(event: Any) -> Node:
    start, end = _offset(event.start_mark), _offset(event.end_mark)
    if isinstance(event, yaml.AliasEvent):
        return Node("alias", start, end, is_marked=True)
    is_marked = event.anchor is not None or event.tag is not None
    if isinstance(event, yaml.ScalarEvent):
        return Node("scalar", start, end, event.style or "", event.value, is_marked)
    kind = "list" if isinstance(event, yaml.SequenceStartEvent) else "mapping"
    return Node(kind, start, end, "flow" if event.flow_style else "block", is_marked=is_marked)


def _offset(mark: Any) -> int:
    return int(mark.index)
