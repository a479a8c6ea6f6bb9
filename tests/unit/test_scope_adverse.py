"""Edits that look like another wording and promise another thing: none of them may be called clear."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from mkdocs_wb.model import Verdict

from .conftest import Compare
from .test_scope_cases import DOCUMENTS, FOLDER, REPLACED

CLEAR = (Verdict.UNCHANGED, Verdict.EDITORIAL)
VOICES = {
    "en": '## Quote\n\n"{}" said Ana Ruiz, head of products.\n\n## FAQ',
    "de": "## Zitat\n\n„{}“ sagte Ana Ruiz, Leiterin der Produkte.\n\n## FAQ",
}


def rows() -> list[tuple[str, ...]]:
    with (FOLDER / "adverse.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    found = [tuple(line) for line in lines if not line[0].startswith("#")]
    assert len(found) == len(set(found)) > 200
    return found


def places(language: str, sentence: str) -> Iterator[str]:
    """A sentence as one of the solution, an item, a quote, an answer and the headline."""
    document, shown = DOCUMENTS[language], REPLACED[language]
    yield document.replace(shown, sentence)
    yield document.replace(shown, f"{shown}\n\n- {sentence}\n")
    yield document.replace("## FAQ", VOICES[language].format(sentence))
    yield f"{document}\n{sentence}\n"
    headline = next(line for line in document.split("\n") if line.startswith("# "))
    yield document.replace(headline, f"# {sentence.rstrip('.')}")


@pytest.mark.parametrize(("language", "old", "new"), rows())
def test_what_only_looks_like_another_wording_is_never_clear(
    compare: Compare, language: str, old: str, new: str
) -> None:
    for before, after in zip(places(language, old), places(language, new), strict=True):
        assert compare(before, after).verdict not in CLEAR
        assert compare(after, before).verdict not in CLEAR
