"""Pairs of texts with the kind of change between them, one a row: every kind, in English and German at least.

`scope/sentences.tsv` puts a sentence in the place of one in `scope/document.en.md` or `.de.md`; `scope/documents.tsv`
exchanges any part of these. `-` is no change, `\\n` a line break.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mkdocs_wb.model import Direction, Scope
from mkdocs_wb.scope.kinds import KINDS, judge

from .conftest import Compare

FOLDER = Path(__file__).parent / "scope"
DOCUMENTS = {language: (FOLDER / f"document.{language}.md").read_text("utf-8") for language in ("en", "de")}
REPLACED = {"en": "The map shows the herd.", "de": "Die Karte zeigt die Herde."}
UNSPACED = ("ja", "zh")  # what has no blank after a sentence is a paragraph of its own


def rows(name: str) -> list[tuple[str, ...]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    found = [tuple(cell.replace("\\n", "\n") for cell in line) for line in lines if not line[0].startswith("#")]
    assert len(found) == len(set(found)) > 50
    return found


def listed(scope: Scope, *, places: bool) -> str:
    return "+".join(f"{one.kind}@{one.element}" if places else one.kind for one in scope.changes) or "-"


SENTENCES = rows("sentences.tsv")
EDITS = rows("documents.tsv")


@pytest.mark.parametrize(("language", "kind", "old", "new"), SENTENCES)
def test_a_sentence_in_the_place_of_another_is_this_change(
    compare: Compare, language: str, kind: str, old: str, new: str
) -> None:
    base = "de" if language == "de" else "en"
    wrapped = (f"\n\n{text}\n\n" if language in UNSPACED else text for text in (old, new))
    scope = compare(*(DOCUMENTS[base].replace(REPLACED[base], text) for text in wrapped))
    assert listed(scope, places=False) == kind
    assert {change.element for change in scope.changes} <= {"solution"}


@pytest.mark.parametrize(("language", "changes", "old", "new"), EDITS)
def test_an_edit_of_a_document_is_these_changes(
    compare: Compare, language: str, changes: str, old: str, new: str
) -> None:
    text = DOCUMENTS[language]
    assert text.count(old) == 1
    scope = compare(text, text.replace(old, new))
    assert listed(scope, places=True) == changes
    assert scope.verdict is judge(scope.changes)


@pytest.mark.parametrize(
    "row", [row for row in SENTENCES if KINDS.get(row[1], KINDS["moved"]).direction is Direction.NONE]
)
def test_what_is_no_change_of_scope_is_none_backwards(compare: Compare, row: tuple[str, ...]) -> None:
    language, _kind, old, new = row
    base = "de" if language == "de" else "en"
    scope = compare(*(DOCUMENTS[base].replace(REPLACED[base], text) for text in (new, old)))
    assert {change.direction for change in scope.changes} <= {Direction.NONE}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_kind_is_shown_in_each_language(language: str) -> None:
    shown = {row[1] for row in SENTENCES if row[0] == language}
    shown |= {part.split("@")[0] for row in EDITS if row[0] == language for part in row[1].split("+")}
    assert set(KINDS) - shown == {"image-changed"}
