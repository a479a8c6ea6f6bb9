"""What holds for any text: tracked changes are exact, and what is no change is never reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_wb.doctype.schema import read_document_type
from mkdocs_wb.model import Baseline, Scope, Verdict
from mkdocs_wb.parse.language.words import split_sentences
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.scope.align import find_moved
from mkdocs_wb.scope.diff import diff_proposals
from mkdocs_wb.scope.language.meaning import normalise
from mkdocs_wb.scope.language.words import mark_words

CLASSIC = read_document_type("classic")
few = settings(max_examples=60)

anything = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=80)
sentences = st.lists(
    st.sampled_from([
        "Deer stray at night.",
        "It costs $9 a month.",
        "The farmer's map shows 1,000 deer - and “all” fences.",
        "Will it rain?",
        "Nobody - not even Ana - sees them.",
        "„Die Herde“ steht am 3. März im Tal.",
        'She said: "It works."',
        "鹿を失わない。",
        "The map will not lie…",
        "Dr. Ruiz agrees, e.g. at dawn.",
    ]),
    min_size=1,
    max_size=6,
)  # fmt: skip
titles = st.sampled_from(["Problem", "Solution", "Quote", "FAQ", "Something else", "Das Problem", "Internal FAQ"])
parts = st.one_of(
    sentences.map(" ".join),
    sentences.map(lambda items: "\n".join(f"- {item}" for item in items)),
    sentences.map(lambda items: "> " + " ".join(items)),
    titles.map("## {}".format),
    st.just("### Does it hurt?"),
    st.just("**Problem:** Deer stray."),
    st.just("| a | b |\n|---|---|\n| c | d |"),
    st.just("```\ncode # x\n```"),
    st.just("---"),
)
documents = st.lists(parts, max_size=8).map(lambda blocks: "\n\n".join(["# Never lose a deer", *blocks]) + "\n")
FRONT = "---\ntitle: Deer\ncustomer: Farmers\n---\n"


def compare(old: bytes, new: bytes) -> Scope:
    before, after = (parse_proposal(data, "a.md", CLASSIC) for data in (old, new))
    return diff_proposals(before, after, CLASSIC, Baseline("file", ""))


@few
@given(anything, anything)
def test_tracked_changes_reconstruct_both_texts(old: str, new: str) -> None:
    marked = mark_words(old, new)
    assert "".join(part.text for part in marked if part.op != "insert") == old
    assert "".join(part.text for part in marked if part.op != "delete") == new
    assert all(part.text for part in marked)


@few
@given(sentences, sentences)
def test_tracked_sentences_reconstruct_both_texts(old: list[str], new: list[str]) -> None:
    left, right = " ".join(old), "  ".join(new)
    marked = mark_words(left, right)
    assert "".join(part.text for part in marked if part.op != "insert") == left
    assert "".join(part.text for part in marked if part.op != "delete") == right


@few
@given(documents, documents)
def test_tracked_documents_reconstruct_both_texts(old: str, new: str) -> None:
    for left, right in ((old, new), (f"{old}\0. {new}", f"{new}\0. {old}"), (old * 9, (new + old) * 9)):
        marked = mark_words(left, right)
        assert "".join(part.text for part in marked if part.op != "insert") == left
        assert "".join(part.text for part in marked if part.op != "delete") == right


@few
@given(st.one_of(documents, anything))
def test_a_proposal_compared_with_itself_is_unchanged(text: str) -> None:
    scope = compare(text.encode(), text.encode())
    assert (scope.verdict, scope.changes, scope.growth) == (Verdict.UNCHANGED, (), 0.0)


@few
@given(documents, st.integers(0, 3))
def test_rewrapping_changes_nothing(text: str, every: int) -> None:
    lines = [rewrap(line, every) if re.match(r"\w|“|„", line) else line for line in text.split("\n")]
    assert compare((FRONT + text).encode(), (FRONT + "\n".join(lines)).encode()).changes == ()


@few
@given(documents)
def test_other_quotes_dashes_and_marks_change_nothing(text: str) -> None:
    signs = str.maketrans({"“": '"', "”": '"', "„": "»", "'": "’", "…": "\u2026"})
    other = text.translate(signs).replace(" - ", " – ").replace("a map", "a *map*")
    assert compare((FRONT + text).encode(), (FRONT + other).encode()).changes == ()


@few
@given(documents)
def test_line_breaks_and_byte_order_marks_change_nothing(text: str) -> None:
    old = (FRONT + text).encode()
    new = b"\xef\xbb\xbf" + old.replace(b"\n", b"\r\n")
    assert compare(old, new).changes == ()


SECTIONS = (
    ("Problem", "Deer stray at night, and nobody sees them leave."),
    ("Solution", "The collar shows 1,000 deer.\n\n- It works without a network.\n- It will warn the farmer at once."),
    ("Quote", '> "Nobody should search in the dark," said Ana Ruiz, head of products.'),
    ("Call to action", "Order the starter set for $9 at the farm shop."),
    ("FAQ", "### Does it hurt?\n\nNo. It is light.\n\n### How long does the battery last?\n\nTwo years in the field."),
    ("Internal FAQ", "### What does it cost us?\n\nNot more than $4 for each collar."),
)  # fmt: skip
TEILE = (
    ("Problem", "Tiere laufen nachts davon, und niemand sieht sie gehen."),
    ("Lösung", "Das Halsband zeigt 1.000 Tiere.\n\n- Es läuft ohne Netz.\n- Es wird den Bauern sofort warnen."),
    ("Handlungsaufforderung", "Bestellen Sie das Paket für 9 € im Hofladen."),
    ("FAQ", "### Tut es weh?\n\nNein. Es ist leicht.\n\n### Wie lange hält der Akku?\n\nZwei Jahre auf der Weide."),
)


def arrange(sections: tuple[tuple[str, str], ...], order: Sequence[int]) -> str:
    return FRONT + "# Never lose a deer\n\n" + "\n\n".join("## {}\n\n{}".format(*sections[n]) for n in order) + "\n"


@few
@given(st.sampled_from([SECTIONS, TEILE]), st.data())
def test_elements_in_another_order_are_never_creep(sections: tuple[tuple[str, str], ...], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(sections))))
    scope = compare(arrange(sections, range(len(sections))).encode(), arrange(sections, order).encode())
    assert scope.verdict in (Verdict.UNCHANGED, Verdict.EDITORIAL)
    assert (scope.growth, scope.kept) == (0.0, 1.0)


@few
@given(
    documents, documents, st.sampled_from(["b.md", "proposals/live/deer-tracker.md", "x/index.md", "größer.markdown"])
)
def test_a_verdict_is_the_same_under_any_file_name_and_with_any_line_breaks(old: str, new: str, name: str) -> None:
    expected = compare(old.encode(), new.encode())
    before = parse_proposal(old.encode().replace(b"\n", b"\r\n"), "a.md", CLASSIC)
    after = parse_proposal(b"\xef\xbb\xbf" + new.encode().replace(b"\n", b"\r"), name, CLASSIC)
    found = diff_proposals(before, after, CLASSIC, Baseline("file", ""))
    assert (found.verdict, found.changes, found.growth) == (expected.verdict, expected.changes, expected.growth)


@few
@given(documents, documents)
def test_changes_are_consistent_whatever_is_compared(old: str, new: str) -> None:
    scope = compare(old.encode(), new.encode())
    shown = [passage.change for group in scope.passages.values() for passage in group if passage.change]
    assert list(scope.changes) == shown
    for change in scope.changes:
        assert (change.old is None) == (change.old_line is None)
        assert (change.new is None) == (change.new_line is None)
        assert change.old_line is None or 1 <= change.old_line <= old.count("\n") + 1
        assert change.new_line is None or 1 <= change.new_line <= new.count("\n") + 1
    assert (scope.verdict is Verdict.UNCHANGED) == (not scope.changes)
    assert scope.kept is not None
    assert 0 <= scope.kept <= 1
    assert scope.verdict not in (Verdict.UNCHANGED, Verdict.EDITORIAL) or scope.kept == 1


@few
@given(anything)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@few
@given(anything)
def test_sentences_are_the_text_without_its_white_space(text: str) -> None:
    found = split_sentences(text)
    assert "".join("".join(sentence.split()) for _, sentence in found) == "".join(text.split())
    assert [offset for offset, _ in found] == sorted(offset for offset, _ in found)


@few
@given(st.permutations(range(7)))
def test_what_is_left_after_the_moved_is_in_order_and_as_long_as_can_be(order: list[int]) -> None:
    pairs = list(zip(order, range(7), strict=True))
    moved = find_moved(pairs)
    kept = [old for old, new in pairs if new not in moved]
    assert kept == sorted(kept)
    longest = [1] * 7
    for index, value in enumerate(order):
        longest[index] = 1 + max((longest[n] for n in range(index) if order[n] < value), default=0)
    assert len(kept) == max(longest)


def rewrap(line: str, every: int) -> str:
    """A paragraph with a line break after every so many words, where none makes a block of its own."""
    words = line.split(" ")
    result = words[0]
    for index, word in enumerate(words[1:], 1):
        plain = re.match(r"[A-Za-z]", word) and not word.endswith(":")
        result += ("\n" if every and index % every == 0 and plain else " ") + word
    return result
