"""Releases in many forms and languages, and without any markup: each beside what a careful reader sees in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.doctype.schema import read_document_type
from mkdocs_wb.parse.proposal import parse_proposal

FOLDER = Path(__file__).parent / "forms"
NAMES = sorted(file.stem for file in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_a_release_is_read_as_a_person_would(name: str) -> None:
    proposal = parse_proposal((FOLDER / f"{name}.md").read_bytes(), f"{name}.md", read_document_type("classic"))
    seen = [f"{element.start}-{element.end} {element.name} {element.found_by}" for element in proposal.elements]
    seen += [f"{question.start}-{question.end} question: {question.text}" for question in proposal.questions]
    expected = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert len(expected) > 5
    assert seen == expected


def test_every_document_has_its_expectation() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.txt")) == NAMES
    assert len(NAMES) >= 4
