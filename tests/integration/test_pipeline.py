"""The whole flow over a real repository."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timezone
from typing import Any

from mkdocs_wb.history.histories import Histories
from mkdocs_wb.pipeline import Pipeline
from mkdocs_wb.publication import Publication, Run
from mkdocs_wb.settings import parse_settings
from mkdocs_wb.sources import Source
from tests.conftest import Site, proposal


def run(site: Site, block: dict[str, Any] | None = None) -> Run:
    """What a site would be made of now."""
    files = sorted((site.docs / "proposals").rglob("*.md"))
    sources = [Source(file.relative_to(site.docs).as_posix(), file, file.read_bytes()) for file in files]
    with closing(Histories(site.docs, files)) as histories:
        return Publication(Pipeline(parse_settings(block), site.root)).run(
            sources, histories, datetime.now(timezone.utc)
        )


def test_steps_are_the_revisions_at_which_the_status_changed(site: Site) -> None:
    for status in ("draft", "draft", "in-review", "in-review", "draft"):
        site.commit(f"Now {status}", {"proposals/a.md": proposal(status, f"tags: [t{site.ticks}]")})
    entry = run(site).portfolio.entries[0]
    assert [step.revision.subject for step in entry.steps] == ["Now draft", "Now in-review", "Now draft"]
    assert [step.status.name for step in entry.steps if step.status] == ["draft", "in-review", "draft"]
    assert len(entry.revisions) == 5


def test_a_relation_to_a_withheld_proposal_is_dropped_and_so_are_findings_that_name_it(site: Site) -> None:
    related = "id: open\ndepends_on: [plan, other]\nsupersedes: plan"
    site.commit(
        "Write",
        {
            "proposals/plan.md": proposal("rejected", "private: true"),
            "proposals/open.md": proposal("approved", related),
        },
    )
    shown = run(site)
    (entry,) = shown.portfolio.entries
    assert entry.proposal.front_matter.texts("depends_on") == ("other",)
    assert entry.proposal.front_matter.texts("supersedes") == ()
    assert not any("plan" in finding.message for finding in entry.findings)
    assert any("plan" in finding.message for finding in shown.findings)
    assert shown.withheld == {"proposals/plan.md"}
