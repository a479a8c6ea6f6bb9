"""What `wb new` writes is what the reader finds."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from mkdocs_wb.doctype.schema import BUNDLED, parse_document_type, read_document_type
from mkdocs_wb.doctype.template import render_template
from mkdocs_wb.history.histories import Histories
from mkdocs_wb.model import Severity
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.pipeline import Pipeline
from mkdocs_wb.publication import Publication
from mkdocs_wb.settings import parse_settings
from mkdocs_wb.sources import Source

TITLE = 'Deer: "Tracker" – 鹿 #1'
SCHEMA = "../schema.json"


def written(kind: str, title: str = TITLE, *, named: bool = False) -> str:
    return render_template(read_document_type(kind), "prfaq", title, date(2026, 3, 1), SCHEMA, named=named)


@pytest.mark.parametrize("kind", BUNDLED)
def test_every_element_of_a_template_is_found(kind: str) -> None:
    proposal = parse_proposal(written(kind).encode(), "new.md", read_document_type(kind))
    expected = set(read_document_type(kind).elements) - {"dateline"}
    assert {element.name for element in proposal.elements} == expected
    assert proposal.problems == ()


@pytest.mark.parametrize("kind", BUNDLED)
def test_a_template_has_no_error_as_a_draft(tmp_path: Path, kind: str) -> None:
    pipeline = Pipeline(parse_settings({"types": {"prfaq": kind}}), tmp_path)
    file = tmp_path / "new.md"
    source = Source("new.md", file, written(kind).encode())
    nowhere = Histories(tmp_path, [file])
    (entry,) = Publication(pipeline).run([source], nowhere, datetime(2026, 3, 1, tzinfo=timezone.utc)).portfolio.entries
    assert [finding for finding in entry.findings if finding.severity is Severity.ERROR] == []
    assert entry.status is not None
    assert entry.status.name == "draft"


@pytest.mark.parametrize("title", [TITLE, "off", "0123", "- a", "a\\b", "Jäger's „Wild“", "{{ x }}", "*a*"])
def test_the_title_is_read_back_as_it_was_given(title: str) -> None:
    proposal = parse_proposal(written("classic", title).encode(), "new.md", read_document_type("classic"))
    assert proposal.front_matter.text("title") == title
    assert proposal.front_matter.text("created") == "2026-03-01"


@pytest.mark.parametrize("named", [True, False])
def test_the_type_is_written_where_it_is_not_the_default(named: bool) -> None:
    assert ("type: prfaq\n" in written("classic", named=named)) is named


def test_guidance_stands_in_comments_alone() -> None:
    kind = read_document_type("classic")
    proposal = parse_proposal(written("classic").encode(), "new.md", kind)
    seen = " ".join(block.text for block in proposal.blocks)
    assert [element.name for element in kind.elements.values() if element.guidance in seen] == []
    assert written("classic").count("<!-- wb: ") == len(kind.elements) - 2


def test_a_type_of_ones_own_has_its_elements_in_order() -> None:
    elements = {"context": {}, "decision": {"title": "What we do", "wb": {"guidance": "Say it."}}}
    kind = parse_document_type({"properties": {"elements": {"properties": elements}}}, "adr")
    text = render_template(kind, "adr", "ADR 1", date(2026, 3, 1), SCHEMA, named=True)
    assert text.index("## Context") < text.index("## What we do") < text.index("<!-- wb: Say it. -->")
    assert [element.name for element in parse_proposal(text.encode(), "adr.md", kind).elements] == list(elements)


def test_an_editor_is_told_of_the_schema() -> None:
    assert f"$schema={SCHEMA}\n" in written("classic").split("---")[1]
