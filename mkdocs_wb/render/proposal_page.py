"""What is put around a proposal's own text."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Verdict
from ..parse.matter.outcome import read_outcome
from ..portfolio.milestones import find_milestones
from ..portfolio.story import count_days, find_since
from . import card, views
from .pages.history import history_path
from .paper import Anchor
from .scope_view import view_scope
from .site import Href, Site


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The HTML around a proposal's own text, and the headings it adds to the table of contents (id, title)."""

    before: str
    after: str
    headings: tuple[Anchor, ...]


def render_proposal(site: Site, position: int, href: Href, *, edit_url: str = "") -> Surroundings:
    """What is put around a proposal.

    Args:
        site: that the page stands in.
        position: the proposal's in the portfolio.
        href: from the page.
        edit_url: where its file is edited.
    """
    entry = site.portfolio.entries[position]
    proposal = entry.proposal
    kind = site.type_of(proposal)
    told = entry.findings if site.with_findings else ()
    findings = sorted(told, key=lambda finding: -finding.severity.weight)
    evidence = card.read_evidence(proposal.front_matter)
    commit, file = (entry.revisions[0].commit, entry.revisions[0].path) if entry.revisions else ("", proposal.path)
    context = {
        "entry": entry,
        "scope": entry.scope,
        "status": views.make_status_badge(entry),
        "milestones": find_milestones(entry, site.lifecycle),
        "days": count_days(find_since(entry), site.portfolio.as_of),
        "badge": views.make_scope_badge(entry.scope),
        "facts": list(card.list_facts(entry, site, href)),
        "reason": proposal.front_matter.text("reason"),
        "outcome": read_outcome(proposal.front_matter),
        "evidence": evidence,
        "pictures": card.find_pictures(entry, href),
        "edit_url": edit_url,
        "comment_url": site.forge.comment_url(proposal.title, f"{file}\n\n", commit),
        "findings": findings,
        "neighbours": [
            near and (near.proposal.title, href(near.proposal.path)) for near in site.portfolio.neighbours(position)
        ],
        "told": view_scope(entry, kind),
        "past": href(site.folder + history_path(entry)) if entry.past else "",
    }
    sections = [
        ("wb-evidence", "Evidence", "evidence.html", bool(evidence)),
        ("wb-scope", "Scope since approval", "scope.html", entry.scope.verdict is not Verdict.NOT_APPROVED),
        ("wb-findings", "Still to do", "findings.html", bool(findings)),
        ("wb-history", "Revisions", "history.html", bool(entry.revisions)),
    ]
    shown = [(id_, title, name) for id_, title, name, wanted in sections if wanted]
    parts = [site.render(name, href, {"id_": id_, "title": title, **context}) for id_, title, name in shown]
    after = "\n".join([*parts, site.render("neighbours.html", href, context)])
    headings = tuple((id_, title) for id_, title, _ in shown)
    return Surroundings(site.render("header.html", href, context), after, headings)


def insert_header(content: str, header: str) -> str:
    """Put the header card under the page's title, or first where the page draws none itself."""
    before, title_end, after = content.partition("</h1>")
    return f"{before}{title_end}\n{header}{after}" if title_end else f"{header}{content}"
