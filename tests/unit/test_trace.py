"""What versions tell of changes, and what they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from mkdocs_wb.model import DocumentType, Revision, Scope, ScopeChange, Version
from mkdocs_wb.scope.sentences import Sentences
from mkdocs_wb.scope.trace import trace_changes

from .conftest import Compare

OLD = "## Solution\n\nThe collar finds every deer of the herd.\n\nThe app shows where it is.\n"
NEW = "## Solution\n\nThe app shows where it is.\n\nThe collar finds every deer of the herd.\n"


def version(number: int, text: str) -> Version:
    date = datetime(2026, 1, number, tzinfo=timezone.utc)
    return Version(Revision(f"{number:040x}", "a.md", "b", "Ana", date, "edit"), text)


def trace(scope: Scope, now: str, texts: list[str], classic: DocumentType, told: frozenset[str]) -> list[ScopeChange]:
    """The changes, traced through versions that are given newest first."""
    versions = [version(len(texts) - n, text) for n, text in enumerate(texts)]
    sentences = Sentences(classic, scope.baseline.text or "", now)
    return list(
        trace_changes(
            scope, now, versions, version(31, OLD), sentences, lambda one: told if one.text == NEW else frozenset()
        ).changes
    )


def test_a_comparison_is_asked_a_limited_number_of_times_and_then_nothing_is_claimed(
    compare: Compare, classic: DocumentType
) -> None:
    scope = compare(OLD, NEW)
    (moved,) = scope.changes
    assert moved.kind == "moved"
    told = frozenset([moved.fingerprint])
    (few,) = trace(scope, NEW, [NEW] * 20, classic, told)
    (many,) = trace(scope, NEW, [NEW] * 30, classic, told)
    assert few.origin == version(1, NEW).revision
    assert (many.origin, many.uncommitted) == (None, False)


@pytest.mark.parametrize("texts", [[NEW], []])
def test_an_image_is_in_no_version_of_the_text(compare: Compare, classic: DocumentType, texts: list[str]) -> None:
    scope = compare(OLD, NEW)
    image = replace(scope.changes[0], kind="image-changed", old="map.png (aaaa)", new="map.png (bbbb)")
    with_image = replace(scope, changes=(image,), passages={})
    (found,) = trace(with_image, NEW, texts, classic, frozenset())
    assert (found.origin, found.uncommitted) == (None, False)


def test_sentences_are_known_again_whatever_surrounds_them(classic: DocumentType) -> None:
    sentences = Sentences(classic, "", "")
    said = sentences.of("---\ncustomer: Farmers\n---\n**Q: Does it [work](x.md)?**\nA: It *works*,\n“always”.\n")
    assert {"Does it work?", 'It works, "always".', "front_matter\nFarmers"} <= said
    assert sentences.of_side("Farmers", "front_matter") <= said
    assert not sentences.of_side("Farmers", "summary") <= said
    assert sentences.of_side(None, "summary") == frozenset()
