"""All proposals together."""

from __future__ import annotations

from datetime import datetime, timezone

from mkdocs_wb.lifecycle import Lifecycle
from mkdocs_wb.model import Baseline, DocumentType, Entry, Scope, Verdict
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.portfolio.portfolio import Portfolio, build_portfolio

NOW = datetime(2026, 3, 1, tzinfo=timezone.utc)
SCOPE = Scope(Verdict.NOT_APPROVED, Baseline(None))
LIFECYCLE = Lifecycle()


def portfolio(classic: DocumentType, *rows: tuple[str, str, str]) -> Portfolio:
    entries = []
    for path, status, title in rows:
        proposal = parse_proposal(f"---\ntitle: {title}\n---\n".encode(), path, classic)
        entries.append(Entry(proposal, LIFECYCLE.find(status), SCOPE))
    return build_portfolio(entries, LIFECYCLE, NOW)


def test_proposals_stand_by_status_then_title_then_path(classic: DocumentType) -> None:
    built = portfolio(
        classic,
        ("z.md", "nonsense", "A"),
        ("a.md", "launched", "A"),
        ("c.md", "draft", "Beta"),
        ("b.md", "draft", "Alpha"),
        ("d.md", "draft", "alpha"),
        ("e.md", "approved", "A"),
    )
    assert [entry.proposal.path for entry in built.entries] == ["b.md", "d.md", "c.md", "e.md", "a.md", "z.md"]


def test_groups_have_one_status_each_and_no_status_comes_last(classic: DocumentType) -> None:
    built = portfolio(
        classic, ("a.md", "?", "A"), ("b.md", "draft", "B"), ("c.md", "rejected", "C"), ("d.md", "draft", "D")
    )
    groups = [(status.name if status else None, len(entries)) for status, entries in built.groups()]
    assert groups == [("draft", 2), ("rejected", 1), (None, 1)]


def test_neighbours_are_those_before_and_after(classic: DocumentType) -> None:
    built = portfolio(classic, ("a.md", "draft", "A"), ("b.md", "draft", "B"), ("c.md", "draft", "C"))
    first, second, third = built.entries
    assert [built.neighbours(n) for n in range(3)] == [(None, second), (first, third), (second, None)]


def test_one_alone_has_no_neighbours_and_none_are_a_portfolio_too(classic: DocumentType) -> None:
    assert portfolio(classic, ("a.md", "draft", "A")).neighbours(0) == (None, None)
    assert list(portfolio(classic).groups()) == []
