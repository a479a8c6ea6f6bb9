"""What the nouns know of themselves."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import DocumentType, Severity
from mkdocs_wb.parse.proposal import parse_proposal


@pytest.mark.parametrize(
    ("path", "yaml", "name"),
    [
        ("proposals/deer-tracker.md", "", "deer-tracker"),
        ("proposals/deer-tracker/index.md", "", "deer-tracker"),
        ("proposals/deer-tracker/README.md", "", "deer-tracker"),
        ("index.md", "", "index"),
        ("proposals/v1.2.md", "", "v1.2"),
        ("proposals/a.md", "id: 0123", "0123"),
        ("proposals/a.md", "id: [x]", "a"),
        ("proposals/a.md", "id:", "a"),
    ],
)
def test_an_id_is_given_or_the_files(classic: DocumentType, path: str, yaml: str, name: str) -> None:
    assert parse_proposal(f"---\n{yaml}\n---\n".encode(), path, classic).id == name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Deer Tracker\n---\n# Never lose a deer\n", "Deer Tracker"),
        ("---\ntitle:\n---\n# Never lose a deer\n", "Never lose a deer"),
        ("# Never *lose* a deer\n", "Never lose a deer"),
        ("text\n", "a"),
    ],
)
def test_a_title_is_given_or_the_headline_or_the_id(classic: DocumentType, text: str, title: str) -> None:
    assert parse_proposal(text.encode(), "a.md", classic).title == title


def test_severities_have_an_order() -> None:
    weights = [severity.weight for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.OFF)]
    assert weights == [3, 2, 1, 0]


def test_a_proposal_can_be_remembered_by(classic: DocumentType) -> None:
    one, other = (parse_proposal(b"---\ntags: [a]\n---\n# Title\n", "a.md", classic) for _ in range(2))
    assert {one: "known"}.get(other) is None
