"""proposals.json: the portfolio for machines."""

from __future__ import annotations

import json

from ..portfolio.portfolio import Portfolio
from .site import Href


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
                "kept": entry.scope.kept,
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
