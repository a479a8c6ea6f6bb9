"""The feed: what happened to the proposals, and when, as Atom (RFC 4287)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from ..parse.matter.outcome import read_outcome
from ..portfolio.decisions import Decision, gather_accepted, is_decision
from ..portfolio.portfolio import Portfolio
from ..portfolio.story import Event, EventKind
from .site import Href, Site
from .views import count_noun, make_status_label, name_decision, name_met
from .xml import keep_legal

_MOST = 100


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that happened: `id` is the same in every build, `kind` what a reader may filter by."""

    id: str
    kind: str
    title: str
    when: datetime
    by: tuple[str, ...]
    summary: str
    link: str


def render_feed(site: Site, url: Href) -> str:
    """The feed, the newest first. Without the site's address its links are relative to where it lies.

    Args:
        site: whose portfolio to tell of.
        url: from a source path to the page's address from the site's root.
    """
    root = site.address or "../" * site.feed.count("/")

    def link(path: str) -> str:
        return root + url(path)

    entries = tuple(islice(_list_entries(site, link), _MOST))
    updated = entries[0].when if entries else site.portfolio.as_of
    itself = f"{site.address}{site.feed}" if site.address else ""
    name = keep_legal(site.name) or "Portfolio"
    context = {"id": _make_id(site), "name": name, "entries": entries, "updated": updated, "itself": itself}
    return f"{site.render('feed.xml', link, context)}\n"


def _list_entries(site: Site, link: Href) -> Iterator[FeedEntry]:
    seen: Counter[tuple[str, ...]] = Counter()
    for told in gather_accepted(_list_past_events(site.portfolio)):
        event = told.event
        proposal = event.entry.proposal
        status = event.status.name if event.status else ""
        key = (proposal.id, event.kind.value, status, event.when.isoformat())
        seen[key] += 1
        yield FeedEntry(
            id=_make_id(site, *key, str(seen[key])),
            kind=event.kind.value,
            title=f"{keep_legal(proposal.title)}: {_say(told)}",
            when=event.when,
            by=tuple(filter(None, map(keep_legal, event.by))),
            summary=keep_legal(event.text),
            link=link(proposal.path) + ("#wb-scope" if event.kind is EventKind.SCOPE_CHANGED else ""),
        )


def _list_past_events(portfolio: Portfolio) -> Iterator[Event]:
    """The events without those that the front matter dates ahead: they would stay at the top for years."""
    today = portfolio.as_of.date()
    return (event for event in portfolio.events if event.revision is not None or event.when.date() <= today)


def _say(told: Decision) -> str:
    """What happened, in a few words."""
    event = told.event
    if is_decision(event):
        return name_decision(told).label
    if event.kind is EventKind.SCOPE_CHANGED:
        return f"{count_noun(event.changes, 'change')} of scope"
    if event.kind is EventKind.OUTCOME:
        outcome = read_outcome(event.entry.proposal.front_matter)
        return name_met(outcome.met).label if outcome and outcome.met else "Outcome"
    if event.kind is EventKind.PROPOSED:
        return "Proposed"
    return make_status_label(event.status).label


def _make_id(site: Site, *names: str) -> str:
    """An id that is the same in every build of this site, and in no other site."""
    text = "\n".join([site.address or site.name, site.feed, *names])
    return uuid5(NAMESPACE_URL, keep_legal(text)).urn
