"""The pages: what is put around a proposal, and the portfolio."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import Environment

from ..history.baseline import read_approvals
from ..lifecycle import Lifecycle
from ..model import DocumentType, Verdict
from ..portfolio.portfolio import Portfolio
from . import views

Href = Callable[[str], str]
PORTFOLIO_MARK = "<!-- wb:portfolio -->"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The HTML around a proposal's own text, and the headings it adds to the table of contents (id, title)."""

    before: str
    after: str
    headings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Renderer:
    """Draws one portfolio.

    `commit_url` is what a commit's hash is appended to, empty where no forge is known; `with_findings` says whether
    findings are shown.
    """

    environment: Environment
    portfolio: Portfolio
    lifecycle: Lifecycle
    with_findings: bool
    commit_url: str = ""

    def render_proposal(
        self, position: int, document_type: DocumentType, href: Href, portfolio_path: str
    ) -> Surroundings:
        """What is put around the proposal at a position of the portfolio.

        Args:
            position: its index in the portfolio.
            document_type: what names its elements.
            href: from a source path to a link from this page.
            portfolio_path: the source path of the portfolio's page.
        """
        entry = self.portfolio.entries[position]
        approvals = read_approvals(entry.proposal.front_matter)
        findings = entry.findings if self.with_findings else ()
        context = {
            "entry": entry,
            "scope": entry.scope,
            "status": views.make_status_badge(entry),
            "badge": views.make_scope_badge(entry.scope),
            "facts": list(views.list_facts(entry, approvals[-1] if approvals else None)),
            "findings": findings,
            "portfolio": href(portfolio_path),
            "neighbours": [
                near and (near.proposal.title, href(near.proposal.path)) for near in self.portfolio.neighbours(position)
            ],
            "element": lambda name: views.name_element(name, document_type),
            "views": views,
            "commit_url": self.commit_url,
        }
        sections = [
            ("wb-scope", "Scope since approval", "scope.html", entry.scope.verdict is not Verdict.NOT_APPROVED),
            ("wb-findings", "Still to do", "findings.html", bool(findings)),
            ("wb-history", "Revisions", "history.html", bool(entry.revisions)),
        ]
        shown = [(id_, title, name) for id_, title, name, wanted in sections if wanted]
        parts = [self._render(name, id_=id_, title=title, **context) for id_, title, name in shown]
        after = "\n".join([*parts, self._render("neighbours.html", **context)])
        return Surroundings(
            self._render("header.html", **context), after, tuple((id_, title) for id_, title, _ in shown)
        )

    def render_portfolio(self, href: Href, data: str) -> str:
        """The portfolio's table.

        Args:
            href: from a source path to a link from this page.
            data: the source path of proposals.json.
        """
        return self._render(
            "portfolio.html",
            portfolio=self.portfolio,
            lifecycle=self.lifecycle,
            href=href,
            data=href(data),
            views=views,
            with_findings=self.with_findings,
        )

    def _render(self, template: str, **context: object) -> str:
        return self.environment.get_template(template).render(context)


def insert_header(content: str, header: str) -> str:
    """Put the header card under the page's title, or first where the page draws none itself."""
    before, title_end, after = content.partition("</h1>")
    return f"{before}{title_end}\n{header}{after}" if title_end else f"{header}{content}"


def find_commit_url(repo_url: str) -> str:
    """What a commit's hash is appended to on the usual forges; empty where the forge is not known."""
    if not re.match(r"https?://", repo_url):
        return ""
    host = repo_url.split("/")[2]
    paths = {"github": "commit", "gitlab": "-/commit", "bitbucket": "commits", "codeberg": "commit", "gitea": "commit"}
    path = next((path for forge, path in paths.items() if forge in host), "")
    return f"{repo_url.rstrip('/')}/{path}/" if path else ""


def render_data(portfolio: Portfolio, url: Href) -> str:
    """proposals.json: one object a proposal, in the portfolio's order.

    Args:
        portfolio: what to write.
        url: from a source path to the page's address from the site's root.
    """
    proposals = [
        {
            "id": entry.proposal.id,
            "type": entry.proposal.type,
            "title": entry.proposal.title,
            "status": entry.status.name if entry.status else None,
            "stage": entry.status.stage.value if entry.status else None,
            "owner": list(entry.proposal.front_matter.texts("owner")),
            "customer": list(entry.proposal.front_matter.texts("customer")),
            "goals": list(entry.proposal.front_matter.texts("goals")),
            "tags": list(entry.proposal.front_matter.texts("tags")),
            "created": entry.proposal.front_matter.text("created") or None,
            "target_launch": entry.proposal.front_matter.text("target_launch") or None,
            "scope": {
                "verdict": entry.scope.verdict.value,
                "growth": entry.scope.growth,
                "changes": len(entry.scope.changes),
            },
            "approved": {
                "revision": entry.scope.baseline.revision or None,
                "date": entry.scope.baseline.date or None,
                "by": list(entry.scope.baseline.by),
            }
            if entry.scope.baseline.source
            else None,
            "updated": entry.revisions[0].date.isoformat() if entry.revisions else None,
            "path": entry.proposal.path,
            "url": url(entry.proposal.path),
        }
        for entry in portfolio.entries
    ]
    text = json.dumps({"as_of": portfolio.as_of.isoformat(), "proposals": proposals}, indent=1, ensure_ascii=True)
    return f"{text}\n"
