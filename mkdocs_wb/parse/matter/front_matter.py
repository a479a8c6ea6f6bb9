"""The front matter: split as MkDocs splits it, composed by libyaml, with the place of every key.

The YAML is composed into nodes and never constructed: scalars stay the text their author wrote, no tag makes an
object, and a value's place is the node's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from ...model import FrontMatter, Place, Problem, Scalar

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The pattern of mkdocs.utils.meta, except that the block may be empty and may end the file.
_BLOCK = re.compile(r"-{3}[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)")
_OPENING = re.compile(r"-{3}[ \t]*\n")

_SYNTAX = "front-matter-syntax"
_DUPLICATE = "front-matter-duplicate-key"
_DEEPEST = 40
_LARGEST = 5_000
_LONGEST = 1_000_000  # signs, after aliases are written out
_LONGEST_NUMBER = 300
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")
_TRUE = {"true", "yes", "on"}
_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9]*)?")


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Split a document: the YAML between its two fences (None without front matter), the body, the block's last line.

    A first `---` that opens no YAML mapping or list (a rule above a title) belongs to the body.
    """
    match = _BLOCK.match(text)
    if match is None:
        return None, text, 0
    return match["yaml"], text[match.end() :], match["yaml"].count("\n") + 2


def peek_word(data: bytes, key: str) -> str:
    """The value of a top-level key, where that is certain without composing the YAML: one plain word on its only line.

    Args:
        data: a file's bytes.
        key: of ASCII letters.

    Returns:
        The word; empty where only `parse_front_matter` can tell.
    """
    head = data[: max(data.find(b"\n---", 3), 0)] if data.startswith(b"---") else b""
    name = key.encode()
    found = re.search(rb"^%b: ([A-Za-z][A-Za-z-]*)[ \t]*\r?$" % name, head + b"\n", re.MULTILINE)
    return found[1].decode() if found and head.count(name) == 1 else ""


def parse_front_matter(text: str) -> tuple[FrontMatter, str, tuple[Problem, ...]]:
    """Read the front matter of a document.

    Args:
        text: the whole document, with LF line breaks.

    Returns:
        The front matter, the body that follows it, and what was wrong with it. Never raises for anything written
        in the document.
    """
    source, body, end = split_front_matter(text)
    if source is None:
        if _OPENING.match(text) and re.match(r"[\w-]+:(?:\s|$)", text.split("\n", 2)[1]):
            message = "expected a line of --- that closes the front matter, found the end of the file"
            return FrontMatter(), text, (Problem(_SYNTAX, Place(1), message, "add a line of --- after the last key"),)
        return FrontMatter(), text, ()
    front_matter, problems, is_line = _read(source, end)
    return (FrontMatter(), text, ()) if is_line and body.strip() else (front_matter, body, problems)


@lru_cache(maxsize=64)  # of a document the index, the digest and its versions ask for the same in turn
def _read(source: str, end: int) -> tuple[FrontMatter, tuple[Problem, ...], bool]:
    """What stands between the fences, and whether that is but a line of text, which two rules may enclose in a body."""
    nothing = FrontMatter(end=end)
    if problem := _too_deep(source):
        return nothing, (problem,), False
    try:
        root = yaml.compose(source, Loader=_Loader)
    except yaml.YAMLError as error:
        return nothing, (_describe(error, source),), False
    except ValueError as error:  # a character that is no Unicode scalar
        return nothing, (Problem(_SYNTAX, Place(2), f"expected YAML, found {error}", ""),), False
    if root is None:  # empty, or comments alone
        return nothing, (), False
    if not isinstance(root, yaml.MappingNode):
        found = "a list" if isinstance(root, yaml.SequenceNode) else "a single value"
        message = f"expected keys and values such as `status: draft`, found {found}"
        problem = Problem(_SYNTAX, Place(2), message, "write one `key: value` on each line between the two ---")
        return nothing, (problem,), isinstance(root, yaml.ScalarNode)
    reading = _Reading(source)
    values = reading.mapping(root, ())
    problems = tuple(sorted(reading.problems, key=lambda problem: problem.place))
    return FrontMatter(values, reading.places, reading.keys, end), problems, False


@dataclass(slots=True)
class _Reading:
    """One pass over the nodes: values, places and what was wrong."""

    source: str
    places: dict[tuple[str | int, ...], Place] = field(default_factory=dict)
    keys: dict[tuple[str | int, ...], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    open: set[int] = field(default_factory=set)
    length: int = 0
    has_odd_breaks: bool = field(init=False)

    def __post_init__(self) -> None:
        self.has_odd_breaks = _ODD_BREAKS.search(self.source) is not None

    def place(self, node: yaml.Node) -> Place:
        """Where a node stands. YAML breaks lines at signs at which no editor does, so the lines are counted anew there."""
        if not self.has_odd_breaks:
            return _place(node)
        mark: Any = node.start_mark
        before = self.source[: mark.index]
        return Place(before.count("\n") + 2, mark.index - (before.rfind("\n") + 1) + 1)

    def mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                message = "expected a name as key, found a list or a mapping"
                self.problems.append(Problem(_SYNTAX, self.place(key_node), message, "write `key: value`"))
                continue
            key = key_node.value
            here = (*path, key)
            if here in self.keys:
                first = self.keys[here].line
                message = f"expected each key once, found `{key}` again (first on line {first}); the last one counts"
                problem = Problem(_DUPLICATE, self.place(key_node), message, f"remove one of the two `{key}` lines")
                self.problems.append(problem)
            self.keys[here] = self.place(key_node)
            values[key] = self.value(value_node, here)
        return values

    def value(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        self.places[path] = self.place(node)
        if isinstance(node, yaml.ScalarNode):
            self.length += len(node.value)
            if self.length < _LONGEST:
                return Scalar(node.value, _native(node))
        if (
            id(node) in self.open or len(self.places) > _LARGEST or self.length >= _LONGEST
        ):  # an alias to itself, or aliases that multiply
            message = "expected a short front matter, found aliases (`*name`) that repeat without end"
            if not any(problem.message == message for problem in self.problems):
                self.problems.append(Problem(_SYNTAX, self.place(node), message, "write the values out"))
            return Scalar("", None)
        self.open.add(id(node))
        result: Any
        if isinstance(node, yaml.MappingNode):
            result = self.mapping(node, path)
        else:
            result = [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        self.open.discard(id(node))
        return result


def _native(node: yaml.ScalarNode) -> object:
    """The boolean, number or null that a plain scalar stands for; its text where it stands for itself."""
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.casefold() in _TRUE
    if kind in ("int", "float") and len(node.value) < _LONGEST_NUMBER and _NUMBER.fullmatch(node.value):
        number = node.value.replace("_", "")
        return float(number) if kind == "float" else int(number)
    return node.value


def _place(node: yaml.Node | yaml.Event) -> Place:
    mark: Any = node.start_mark  # always set by a parser, whatever the stubs say
    return Place(mark.line + 2, mark.column + 1)


def _too_deep(source: str) -> Problem | None:
    """Deep nesting overflows libyaml's composer, so it is measured on the event stream first where it could occur."""
    if (
        sum(source.count(sign) for sign in "[{?") + len(re.findall(r"- |-\n", source)) < _DEEPEST
        and len(source) < 2_000
    ):
        return None
    depth = 0
    try:
        for event in parse_events(source):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    message = f"expected at most {_DEEPEST} levels of nesting, found more"
                    return Problem(_SYNTAX, _place(event), message, "flatten the front matter")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None  # the composer meets the same error and says it
    return None


def parse_events(source: str) -> Iterator[yaml.Event]:
    """The YAML events of a block, each with its marks.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    return yaml.parse(source, Loader=_Loader)


def _describe(error: yaml.YAMLError, source: str) -> Problem:
    """What libyaml found, at its place, with the usual cause where it can be told."""
    mark = getattr(error, "problem_mark", None)
    before = source[: getattr(error, "position", None) or 0]  # of a sign that YAML does not allow
    place = Place(before.count("\n") + 2, len(before) - (before.rfind("\n") + 1) + 1)
    place = Place(mark.line + 2, mark.column + 1) if mark else place
    lines = source.split("\n")
    text = lines[place.line - 2] if place.line - 2 < len(lines) else ""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if text[: len(text) - len(text.lstrip())].count("\t") or "\t" in text[place.column - 1 : place.column]:
        return Problem(_SYNTAX, place, "expected spaces, found a tab", "YAML is indented with spaces; replace the tab")
    if "mapping values are not allowed" in problem:
        message = "expected one `key: value`, found a second colon"
        return Problem(_SYNTAX, place, message, "put the value in quotes")
    return Problem(_SYNTAX, place, f"expected YAML, found: {problem}", "put a value with special signs in quotes")
