"""The images that stand in Markdown, in every form in which they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from ...model import Block
from .inline import blank_unread

_ALT = r"!\[((?:[^\[\]]|\[[^\[\]]{0,500}\]){0,500})\]"
_INLINE = re.compile(rf"(?<!\\){_ALT}\(\s{{0,9}}(?:<([^<>\n]{{1,1000}})>|((?:[^\s()]|\([^\s()]{{0,200}}\)){{1,1000}}))")
_REFERENCE = re.compile(rf"(?<!\\){_ALT}(?:\[([^\[\]]{{0,500}})\])?(?!\()")
_TAG = re.compile(r"<img\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s(src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_SHOWN = r"(?:!\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])|<img\b[^<>]*>)(?:[ ]?\{[^{}\n]*\})?"
_PICTURES = re.compile(
    rf"\s*(?:(?:\[\s*{_SHOWN}\s*\](?:\([^()]*\)|\[[^\[\]]*\])|{_SHOWN}|</?a\b[^<>]*>)\s*)+", re.IGNORECASE
)
_DEFINITION = re.compile(r"^[ \t>*+\-\d.)]{0,40}\[([^\]\n]+)\]:[ \t]*\n?[ \t]*(?:<([^<>\n]+)>|(\S+))", re.MULTILINE)


class Image(NamedTuple):
    """An image: its target as it is written, its alternative text, its line, and whether it is an HTML tag."""

    target: str
    alt: str
    line: int
    is_tag: bool = False


def parse_images(blocks: Iterable[Block], definitions: Mapping[str, str]) -> Iterator[Image]:
    """The images in some blocks, in their order.

    Args:
        blocks: of one document.
        definitions: its targets by their labels, as `find_definitions` finds them.
    """
    for block in blocks:
        if block.kind != "code" and ("![" in block.source or "<img" in block.source.casefold()):
            for image in parse_inline_images(block.source, definitions):
                yield image._replace(line=block.start + image.line)


def parse_inline_images(source: str, definitions: Mapping[str, str]) -> list[Image]:
    """The images in a piece of Markdown, in their order; their lines count from 0."""
    found = sorted(_find_in(blank_unread(source), definitions))
    return [image._replace(line=source.count("\n", 0, at)) for at, image in found]


def is_pictures(source: str) -> bool:
    """Whether a piece of Markdown is nothing but images, with or without links around them."""
    found = _PICTURES.fullmatch(source)  # fails at the first sign of prose
    return found is not None and ("![" in source or "<img" in source.casefold())


def find_targets(text: str) -> Iterator[tuple[str, bool]]:
    """Whatever an image of a document may lead to, each once, and whether by an HTML tag; what stands in code is among it."""
    if "![" in text or "<img" in text.casefold():
        found = (image for _, image in _find_in(text, find_definitions(text)))
        yield from dict.fromkeys((image.target, image.is_tag) for image in found)


def find_definitions(text: str) -> dict[str, str]:
    """The targets that a document defines, such as `[map]: images/map.png`, by their folded labels.

    Which of several counts hangs on extensions and on where each stands: they are named together, and lead to no file.
    """
    found: dict[str, dict[str, None]] = {}
    for match in _DEFINITION.finditer(text):
        found.setdefault(_fold(match[1]), {})[match[2] or match[3]] = None
    return {label: " or ".join(targets) for label, targets in found.items()}


def _find_in(source: str, definitions: Mapping[str, str]) -> Iterator[tuple[int, Image]]:
    for match in _INLINE.finditer(source):
        yield match.start(), Image(match[2] or match[3], _words(match[1]), 0)
    for match in _REFERENCE.finditer(source):
        target = definitions.get(_fold(match[2] or match[1]))
        if target:
            yield match.start(), Image(target, _words(match[1]), 0)
    for match in _TAG.finditer(source):
        given = {name.lower(): next(filter(None, values), "") for name, *values in _ATTRIBUTE.findall(match[0])}
        if given.get("src"):
            yield match.start(), Image(given["src"], _words(unescape(given.get("alt", ""))), 0, is_tag=True)


def _fold(label: str) -> str:
    return _words(label).casefold()


def _words(text: str) -> str:
    return " ".join(text.split())
