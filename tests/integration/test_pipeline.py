"""The whole flow over a real repository."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timezone

from mkdocs_wb.history.history import Histories
from mkdocs_wb.pipeline import Pipeline, Source
from mkdocs_wb.settings import parse_settings
from tests.conftest import Site, proposal


def test_steps_are_the_revisions_at_which_the_status_changed(site: Site) -> None:
    for status in ("draft", "draft", "in-review", "in-review", "draft"):
        site.commit(f"Now {status}", {"proposals/a.md": proposal(status, f"tags: [t{site.ticks}]")})
    settings = parse_settings({})
    source = Source("proposals/a.md", site.docs / "proposals" / "a.md", (site.docs / "proposals" / "a.md").read_bytes())
    with closing(Histories(site.docs, [source.file])) as histories:
        entry = Pipeline(settings, site.root).run([source], histories, datetime.now(timezone.utc)).entries[0]
    assert [step.revision.subject for step in entry.steps] == ["Now draft", "Now in-review", "Now draft"]
    assert [step.status.name for step in entry.steps if step.status] == ["draft", "in-review", "draft"]
    assert len(entry.revisions) == 5
