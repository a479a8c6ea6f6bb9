"""How proposals stand to one another."""

from __future__ import annotations

from mkdocs_wb.model import Baseline, DocumentType, Entry, Scope, Verdict
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.portfolio.relations import build_relations

SCOPE = Scope(Verdict.NOT_APPROVED, Baseline(None))


def related(classic: DocumentType, **texts: str) -> dict[str, list[tuple[str, str, bool]]]:
    """The relations of each of some proposals, named by their files' stems: kind, id, whether it leads somewhere."""
    paths = {name: f"proposals/{name}.md" for name in texts}
    entries = [Entry(parse_proposal(text.encode(), paths[name], classic), None, SCOPE) for name, text in texts.items()]
    found = build_relations(entries)
    return {
        name: [(one.kind.value, one.id, one.entry is not None) for one in found[path]]
        for name, path in paths.items()
        if path in found
    }


def test_a_relation_is_seen_from_both_ends(classic: DocumentType) -> None:
    assert related(
        classic,
        a="---\ndepends_on: [b, c]\n---\n# A\n",
        b="---\nsuperseded_by: c\n---\n# B\n",
        c="# C\n",
        d="# D\n",
    ) == {
        "a": [("depends-on", "b", True), ("depends-on", "c", True)],
        "b": [("superseded-by", "c", True), ("needed-by", "a", True)],
        "c": [("supersedes", "b", True), ("needed-by", "a", True)],
    }


def test_what_both_say_is_said_once(classic: DocumentType) -> None:
    found = related(classic, a="---\nsuperseded_by: b\n---\n", b="---\nsupersedes: a\n---\n")
    assert found == {"a": [("superseded-by", "b", True)], "b": [("supersedes", "a", True)]}


def test_an_id_that_nobody_has_leads_nowhere_and_ones_own_is_none(classic: DocumentType) -> None:
    assert related(classic, a="---\ndepends_on: [nobody, a, nobody]\n---\n") == {"a": [("depends-on", "nobody", False)]}


def test_a_link_in_the_text_is_a_relation_unless_the_front_matter_says_more(classic: DocumentType) -> None:
    linking = "# A\n\nSee [B](b.md#faq), [C](../proposals/c.md), [A](a.md), [home](../index.md).\n\n    [D](d.md)\n"
    found = related(classic, a=f"---\ndepends_on: c\n---\n{linking}", b="# B\n", c="# C\n", d="# D\n")
    assert found == {
        "a": [("depends-on", "c", True), ("links-to", "b", True)],
        "b": [("linked-from", "a", True)],
        "c": [("needed-by", "a", True)],
    }


def test_two_proposals_of_one_id_are_both_meant(classic: DocumentType) -> None:
    found = related(classic, a="---\ndepends_on: deer\n---\n", b="---\nid: deer\n---\n", c="---\nid: deer\n---\n")
    assert found["a"] == [("depends-on", "deer", True), ("depends-on", "deer", True)]
    assert found["b"] == found["c"] == [("needed-by", "a", True)]
