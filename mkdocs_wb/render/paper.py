"""What a printed page is told of its proposal: the words in its footer, and where the questions begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import Markup

from ..model import DocumentType, Entry, Proposal
from .views import make_status_badge

Anchor = tuple[str, str]  # a heading's id, and its title
_LONGEST = 60


def write_rules(entry: Entry, document_type: DocumentType, anchors: Iterable[Anchor]) -> Markup:
    """The rules of style that only this page has.

    Args:
        entry: what is printed.
        document_type: of its proposal.
        anchors: the headings that its page has.
    """
    rules = f":root{{--wb-footer:{_quote(write_footer(entry))}}}"
    questions = find_questions(entry.proposal, document_type, anchors)
    if questions:
        rules += f"@media print{{[id={_quote(questions)}]{{break-before:page}}}}"
    return Markup(rules)  # noqa: S704  # nothing in it but what _quote lets through


def write_footer(entry: Entry) -> str:
    """Title, status, revision and its day."""
    title = " ".join(entry.proposal.title.split())
    parts = [title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…", make_status_badge(entry).label]
    if entry.revisions:
        newest = entry.revisions[0]
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
