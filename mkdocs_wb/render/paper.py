"""What a page has for paper alone: the words in its footer, and where the questions begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import Markup

from ..model import DocumentType, Entry, Proposal
from .open_graph import Told
from .site import Site
from .views import make_status_badge, shorten

Anchor = tuple[str, str]  # a heading's id, and its title
_LONGEST = 60


def write_rules(told: Told, site: Site, anchors: Iterable[Anchor]) -> Markup:
    """The rules of style that only this page has.

    Args:
        told: what is printed.
        site: that it stands in.
        anchors: the headings of the page.
    """
    rules = f":root{{--wb-footer:{_quote(write_footer(told, site))}}}"
    questions = find_questions(told.proposal, site.type_of(told.proposal), anchors) if isinstance(told, Entry) else ""
    if questions:
        rules += f"@media print{{[id={_quote(questions)}]{{break-before:page}}}}"
    return Markup(rules)  # noqa: S704  # nothing in it but what _quote lets through


def write_footer(told: Told, site: Site) -> str:
    """Title, status, revision and its day; of a page that is generated, its title and the site's day."""
    if not isinstance(told, Entry):
        return f"{shorten(told.title, _LONGEST)} · as of {site.portfolio.as_of.date()}"
    parts = [shorten(told.proposal.title, _LONGEST), make_status_badge(told).label]
    if told.revisions:
        newest = told.revisions[0]
        parts.append(f"revision {newest.commit[:10]} of {newest.date.date()}")
    return " · ".join(parts)


def find_questions(proposal: Proposal, document_type: DocumentType, anchors: Iterable[Anchor]) -> str:
    """The id of the heading with which the questions begin after the release; empty where no heading does."""
    release = proposal.named("press_release")
    asked = [element for element in proposal.elements if document_type.elements[element.name].faq]
    first = min(asked, key=lambda element: element.start, default=None)
    if first is None or not release or first.start <= release[0].start:
        return ""
    title = _fold(first.title)
    return next((id_ for id_, heading in anchors if title and _fold(unescape(heading)) == title), "")


def _fold(title: str) -> str:
    return " ".join(title.split()).casefold()


def _quote(text: str) -> str:
    """A string of CSS: whatever is no letter, digit or space of ASCII as its number, so that it ends nothing."""
    return '"' + re.sub(r"[^A-Za-z0-9 ]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
