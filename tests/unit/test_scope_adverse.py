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


def cases(name: str) -> list[tuple[str, ...]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    found = [tuple(line) for line in lines if not line[0].startswith("#")]
    assert len(found) == len(set(found)) > 30
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


@pytest.mark.parametrize(("language", "old", "new"), cases("adverse.tsv"))
def test_what_only_looks_like_another_wording_is_never_clear(
    compare: Compare, language: str, old: str, new: str
) -> None:
    for before, after in zip(places(language, old), places(language, new), strict=True):
        assert compare(before, after).verdict not in CLEAR
        assert compare(after, before).verdict not in CLEAR


PAINS = {"en": "A farmer loses twelve deer a year.", "de": "Ein Bauer verliert zwölf Tiere im Jahr."}
TODAY = cases("today.tsv")
PARTS = cases("parts.tsv")


@pytest.mark.parametrize(("language", "same", "old", "new"), TODAY)
def test_a_problem_says_who_has_which_pain(compare: Compare, language: str, same: str, old: str, new: str) -> None:
    document, shown = DOCUMENTS[language], PAINS[language]
    assert shown in document
    before, after = (document.replace(shown, sentence) for sentence in (old, new))
    for scope in (compare(before, after), compare(after, before)):
        assert (scope.verdict in CLEAR) is (same == "yes")
        assert {change.element for change in scope.changes} == {"problem"}


@pytest.mark.parametrize(("language", "verdict", "old", "new"), PARTS)
def test_a_part_of_a_sentence_that_is_gone_narrows_where_it_limited_nothing(
    compare: Compare, language: str, verdict: str, old: str, new: str
) -> None:
    for before, after in zip(places(language, old), places(language, new), strict=True):
        assert compare(before, after).verdict.value == verdict
        assert compare(after, before).verdict is Verdict.CREEP
