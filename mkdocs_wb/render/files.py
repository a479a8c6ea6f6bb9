"""The files of a site that are no pages: style, script, data, feed and badges."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .assets import read_script, read_style
from .badge import render_badge
from .data import render_data, render_schema
from .feed import render_feed
from .site import Href, Site

STYLE, SCRIPT = "assets/wb/wb.css", "assets/wb/wb.js"
HOME = "index.html"
_LEADS_ON = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{name}</title>
<meta http-equiv="refresh" content="0; url={address}">
<p><a href="{address}">Portfolio</a></p>
</html>
"""


def build_files(site: Site, url: Href, *, has_home: bool = True) -> Iterator[tuple[str, str]]:
    """Each file's path and content.

    Args:
        site: what to write of.
        url: from a source path to the page's address from the site's root.
        has_home: whether the team has a home page; else one leads on to the portfolio.
    """
    if not has_home:
        yield HOME, _LEADS_ON.format(name=escape(site.name), address=escape(url(site.index)))
    yield STYLE, read_style()
    yield SCRIPT, read_script()
    yield site.data, render_data(site, url)
    yield site.schema, render_schema(site)
    yield site.feed, render_feed(site, url)
    for entry in site.portfolio.entries:
        yield site.badges[entry.proposal.path], render_badge(entry)
