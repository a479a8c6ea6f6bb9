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
        target = unescape(next(group for group in match.groups() if group is not None)).strip()
        plain = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
        if not plain or _ABSOLUTE.match(target):
            continue
        found = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
        if not found.startswith(".."):
            yield found
