"""What a page of ours has in its head: Open Graph for where its address is shared, the feed, and its rules for paper."""

from __future__ import annotations

from collections.abc import Sequence

from . import open_graph
from .open_graph import Told
from .paper import Anchor, write_rules
from .site import Href, Site


def insert_head(output: str, told: Told, site: Site, address: str, href: Href, anchors: Sequence[Anchor]) -> str:
    """A whole page with what is ours in its head.

    Args:
        output: the page.
        told: the proposal, as it is published, or the generated page.
        site: that it stands in.
        address: the page's own, in full; empty where the site's is not known.
        href: from the page.
        anchors: the page's headings.
    """
    head, end, body = output.partition("</head>")
    if not end:
        return output
    context = {
        "properties": open_graph.list_properties(told, head, site, address, href),
        "paper": write_rules(told, site, anchors),
    }
    return f"{head}{site.render('head.html', href, context)}{end}{body}"
