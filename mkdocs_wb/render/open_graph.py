"""What a page says of itself where its address is shared: Open Graph."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from ..model import Entry, Proposal
from ..parse.markdown.links import find_images, resolve
from .generated import GeneratedPage
from .site import Href, Site
from .views import shorten

_LONGEST = 200
_DATELINE = re.compile(r"^.{1,80}? (?:[—–]|--?) ")
_GIVEN = re.compile(r"<meta\s[^>]*?(?:property|name)\s*=\s*[\"']?((?:og|article|twitter):[\w:]+)", re.IGNORECASE)

Told = Entry | GeneratedPage


def list_properties(told: Told, head: str, site: Site, address: str, href: Href) -> dict[str, str]:
    """The properties that have a value and that the page's head does not give yet.

    Args:
        told: the proposal, as it is published, or the generated page.
        head: of the page, as the theme wrote it.
        site: that the page stands in.
        address: the page's own, in full; empty where the site's is not known.
        href: from the page.
    """
    given = {name.lower() for name in _GIVEN.findall(head)}
    listed = {
        "og:site_name": site.name,
        "og:url": address,
        "twitter:card": "summary",
        **(_tell_proposal(told, address, href) if isinstance(told, Entry) else _tell_page(told)),
    }
    return {name: " ".join(value.split()) for name, value in listed.items() if value and name not in given}


def _tell_proposal(entry: Entry, address: str, href: Href) -> dict[str, str]:
    image, text = _find_image(entry.proposal, address, href)
    return {
        "og:title": entry.proposal.title,
        "og:type": "article",
        "og:description": describe(entry.proposal),
        "article:modified_time": entry.revisions[0].date.isoformat() if entry.revisions else "",
        "og:image": image,
        "og:image:alt": text,
    }


def _tell_page(page: GeneratedPage) -> dict[str, str]:
    return {"og:title": page.title, "og:type": "website"}


def describe(proposal: Proposal) -> str:
    """The first words of the summary after its dateline, else the sub-heading; empty where there is neither."""
    found = [*proposal.named("summary"), *proposal.named("subheading")]
    first = next((block for element in found for block in element.content if block.kind == "paragraph"), None)
    if first is None:
        return ""
    text = " ".join(first.text.split())
    if any(dateline.start == first.start for dateline in proposal.named("dateline")):
        text = _DATELINE.sub("", text)
    return shorten(text, _LONGEST)


def _find_image(proposal: Proposal, address: str, href: Href) -> tuple[str, str]:
    """The address of the picture that the front matter names, else of the first that the text shows."""
    named = proposal.front_matter.text("image")
    if re.match(r"https?://", named):
        return named, ""
    shown = find_images(proposal.path, "\n\n".join(block.source for block in proposal.blocks if block.kind != "code"))
    candidates = [(resolve(proposal.path, named), ""), (resolve("", named), ""), *shown]
    for path, text in candidates:
        link = href(path) if path and address else ""
        if link:
            return urljoin(address, link), text
    return "", ""
