"""The files that a Markdown text leads to: pictures, and whatever else it links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import unquote

from .images import find_definitions, find_targets, parse_inline_images

_TARGETS = re.compile(
    r"\]\(\s*(?:<(?P<angled>[^>\n]*)>|(?P<inline>[^\s)]+))"
    r"|^ {0,3}\[[^\]\n]+\]:\s*(?:<(?P<defined_angled>[^>\n]*)>|(?P<defined>\S+))"
    r"|\b(?P<attribute>src|href|srcset|poster|data)\s*=\s*(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s>\"']+))",
    re.MULTILINE | re.IGNORECASE,
)
_MENTION = re.compile(r"[^\s()<>\"'`|\[\]{},=]{1,300}\.[A-Za-z0-9]{1,5}(?![A-Za-z0-9])")
_FORMS = [name for name in _TARGETS.groupindex if name != "attribute"]
_SIGNS = ("](", "]:", "=")  # of which every target has one
_ABSOLUTE = re.compile(r"[a-z][a-z\d+.-]*:|//|/|#", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z\d+.-]*:|//", re.IGNORECASE)


def find_links(path: str, text: str) -> Iterator[str]:
    """The files that a text leads to.

    Args:
        path: the text's own, with forward slashes, from a root.
        text: Markdown.

    Yields:
        Paths from the same root; those that lead out of it or to another host are left out.
    """
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _TARGETS.finditer(text):
        attribute = (match["attribute"] or "").lower()
        target = next(filter(None, match.group(*_FORMS)), "")
        parts = [part.split()[0] for part in target.split(",") if part.strip()]
        for one in parts if attribute == "srcset" else [target]:
            yield from _find_places(path, one, is_tag=bool(attribute))


def find_mentions(path: str, text: str) -> Iterator[str]:
    """Whatever a text may lead to: its links, and every word that looks like the name of a file, in code and front matter too."""
    yield from find_links(path, text)
    for match in _MENTION.finditer(text):
        yield from _find_places(path, match[0], is_tag=True)


def _find_places(path: str, target: str, *, is_tag: bool) -> Iterator[str]:
    """The files that a target may mean: an HTML tag may also start from the folder that its page becomes."""
    rooted = target.startswith("/") and not target.startswith("//")
    starts = [""] if rooted else [path, f"{path.rpartition('.')[0]}/page"] if is_tag else [path]
    yield from filter(None, (resolve(start, target.lstrip("/") if rooted else target) for start in starts))


def find_images(path: str, text: str) -> Iterator[tuple[str, str]]:
    """The images of a text that are files, with their alternative texts; their paths as `find_links` gives them."""
    for image in parse_inline_images(text, find_definitions(text)):
        found = "" if image.is_tag else resolve(path, image.target)
        if found:
            yield found, image.alt


def find_image_places(paths: Sequence[str], text: str) -> dict[str, list[str]]:
    """Where the images of a text may be: each target, as written, that can be a file, and the paths that it may mean.

    Args:
        paths: under which the text is known.
        text: Markdown. An HTML tag in it may also start from the folder that its page becomes.
    """
    found: dict[str, list[str]] = {}
    for target, is_tag in find_targets(text):
        starts = [start for path in paths for start in (path, *([f"{path.rpartition('.')[0]}/page"] if is_tag else []))]
        places = [place for start in starts if (place := resolve(start, target))]
        if places:
            found[target] = places
    return found


def leads_elsewhere(target: str) -> bool:
    """Whether a target is at another host, or is the content itself."""
    return _ELSEWHERE.match(unescape(target).strip()) is not None


def resolve(path: str, target: str) -> str:
    """The file that a link in the text at `path` leads to; empty where it leads out of the root or to another host."""
    target = unescape(target).strip()
    plain = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    if not plain or _ABSOLUTE.match(target):
        return ""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
    return found if found.isprintable() and not found.startswith("..") else ""
