"""Links that would tell of what a site leaves out: their words stay, their addresses go."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

_LINK = re.compile(
    r"<a\b(?P<start>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)\bhref\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s<>]+))"
    r"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>(?P<words>.*?)</a\s*>",
    re.DOTALL | re.IGNORECASE,
)
_END = re.compile(r"</a\s*>", re.IGNORECASE)

LeadsNowhere = Callable[[str, str], bool]  # whether a link to an address in the site, with its fragment, is to go


def drop_links(content: str, address: str, site: str, leads_nowhere: LeadsNowhere) -> str:
    """The HTML of a page without some links.

    Args:
        content: the page.
        address: its own, from the site's root.
        site: where the site is published; may be empty.
        leads_nowhere: says of an address from the site's root, and the fragment behind it, whether it is to go.
    """

    def keep(match: re.Match[str]) -> str:
        target = unescape(match["double"] or match["single"] or match["bare"] or "")
        inside = target.removeprefix(site) if site else target
        try:
            parts = urlsplit(urljoin(f"/{address}", inside if inside == target else f"/{inside}"))
        except ValueError:  # an address that is none
            return match[0]
        is_ours = not parts.scheme and not parts.netloc
        return (
            match["words"] if is_ours and leads_nowhere(unquote(parts.path)[1:], unquote(parts.fragment)) else match[0]
        )

    end = max((match.end() for match in _END.finditer(content)), default=0)  # behind it no link is ever closed
    return _LINK.sub(keep, content[:end]) + content[end:]


def has_anchor(content: str, name: str) -> bool:
    """Whether the HTML of a page has a place of this name, or will have: ours come last."""
    return (
        name.startswith("wb-")
        or re.search(rf"\b(?:id|name)\s*=\s*[\"']?{re.escape(name)}[\"'\s>]", content) is not None
    )
