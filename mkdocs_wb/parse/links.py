"""The files that a Markdown text leads to: pictures, and whatever else it links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

_TARGETS = re.compile(
    r"\]\(\s*(?:<(?P<angled>[^>\n]*)>|(?P<inline>[^\s)]+))"
    r"|^ {0,3}\[[^\]\n]+\]:\s*(?:<(?P<defined_angled>[^>\n]*)>|(?P<defined>\S+))"
    r"|\b(?:src|href|srcset|poster|data)\s*=\s*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s>\"']+))",
    re.MULTILINE | re.IGNORECASE,
)
_IMAGES = re.compile(r"!\[([^\[\]]{0,500})\]\(\s{0,9}(?:<([^>\n]{1,1000})>|([^\s)]{1,1000}))")
_ABSOLUTE = re.compile(r"[a-z][a-z\d+.-]*:|//|/|#", re.IGNORECASE)


def find_links(path: str, text: str) -> Iterator[str]:
    """The files that a text leads to.

    Args:
        path: the text's own, with forward slashes, from a root.
        text: Markdown.

    Yields:
        Paths from the same root; those that lead out of it or to another host are left out.
    """
    for match in _TARGETS.finditer(text):
        found = resolve(path, next(group for group in match.groups() if group is not None))
        if found:
            yield found


def find_images(path: str, text: str) -> Iterator[tuple[str, str]]:
    """The images of a text that are files, with their alternative texts; their paths as `find_links` gives them."""
    for match in _IMAGES.finditer(text):
        found = resolve(path, match[2] or match[3])
        if found:
            yield found, " ".join(match[1].split())


def resolve(path: str, target: str) -> str:
    """The file that a link in the text at `path` leads to; empty where it leads out of the root or to another host."""
    target = unescape(target).strip()
    plain = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    if not plain or _ABSOLUTE.match(target):
        return ""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
    return "" if found.startswith("..") else found
