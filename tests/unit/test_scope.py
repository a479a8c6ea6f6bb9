"""The scope comparison: the kind of each change, the verdict over all, and what is no change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mkdocs_wb.doctype.schema import parse_document_type, read_document_type
from mkdocs_wb.model import Baseline, Direction, DocumentType, Scope, ScopeChange, Verdict
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.scope.diff import build_fingerprint, diff_proposals
from mkdocs_wb.scope.kinds import KINDS, judge
from mkdocs_wb.scope.undiffed import build_uncompared

from .conftest import Compare, Read

HEAD = "---\ntitle: Deer Tracker\ncustomer: Deer farmers\ntarget_launch: 2026-Q3\n---\n"
BODY = """\
# Never lose a deer again

*For deer farmers with more land than they can walk.*

## Problem

A farmer loses twelve deer a year. Nobody sees them leave.

## Solution

The collar tells the farmer where each deer is. {sentence}

- It works without a network.
- It lasts two years.

## FAQ

### Does it hurt the animal?

No. It is as light as a feather.

### How long does the battery last?

Two years in the field.

### Does it work abroad?

Wherever an antenna stands.
"""
TEXT = HEAD + BODY.format(sentence="The map shows the herd.")


def with_sentence(sentence: str) -> str:
    return HEAD + BODY.format(sentence=sentence)


def kinds(scope: Scope) -> list[str]:
    return [change.kind for change in scope.changes]


SENTENCES: list[tuple[str, str, str | None]] = [
    # nothing changes
    ("It costs $9 a month.", "It costs $9 a month.", None),
    ("The app is free.", "The **app** is *free*.", None),
    ("See the [guide](a.md).", "See the [guide](b.md).", None),
    ("It runs `offline` too.", "It runs offline too.", None),
    ('Ana said: "It works."', "Ana said: “It works.”", None),
    ("It’s Ana's collar.", "It's Ana’s collar.", None),
    ("Light - and cheap.", "Light — and cheap.", None),
    ("Light – and cheap.", "Light -- and cheap.", None),
    ("Wait…", "Wait...", None),
    ("It covers 1,000 deer.", "It covers 1000 deer.", None),
    ("It covers 1000 deer.", "It covers one thousand deer.", None),
    ("It covers 2 million deer.", "It covers 2,000,000 deer.", None),
    ("Es sind 1.000 Tiere.", "Es sind eintausend Tiere.".replace("eintausend", "ein tausend"), None),
    ("Es sind 2 Millionen Tiere.", "Es sind zwei Millionen Tiere.", None),
    ("Er sagt: „Es geht.“", "Er sagt: »Es geht.«", None),
    ("It takes 2.5 hours.", "It takes 2,5 hours.", None),
    ("Café und Öl.", "Cafe\u0301 und O\u0308l.", None),
    # figures
    ("It costs $9 a month.", "It costs $19 a month.", "figure-changed"),
    ("It costs $9 a month.", "It costs €9 a month.", "figure-changed"),
    ("It launches in Q3 2026.", "It launches in Q4 2026.", "figure-changed"),
    ("It saves 20 % of the time.", "It saves 30 % of the time.", "figure-changed"),
    ("It starts on 2026-03-01.", "It starts on 2026-04-01.", "figure-changed"),
    ("It starts on 1 March 2026.", "It starts on 2 March 2026.", "figure-changed"),
    ("It covers two herds.", "It covers three herds.", "figure-changed"),
    ("It covers 10 herds.", "It covers twelve herds.", "figure-changed"),
    ("It answers in 1.5 seconds.", "It answers in 15 seconds.", "figure-changed"),
    ("Es kostet 9 Euro im Monat.", "Es kostet 19 Euro im Monat.", "figure-changed"),
    ("Es beginnt am 3. März.", "Es beginnt am 4. März.", "figure-changed"),
    ("Der Akku hält zwei Jahre.", "Der Akku hält drei Jahre.", "figure-changed"),
    ("It starts in the first half, H1.", "It starts in the first half, H2.", "figure-changed"),
    # what is promised
    ("The map works offline.", "The map does not work offline.", "promise-changed"),
    ("The map works offline.", "The map never works offline.", "promise-changed"),
    ("It runs with a cable.", "It runs without a cable.", "promise-changed"),
    ("The map shows the herd at night.", "The map shows the herd at noon.", "promise-changed"),
    ("The map shows deer to farmers.", "The map shows deer to farmers and rangers.", "promise-added"),
    ("The map shows deer, sheep and goats.", "The map shows deer and goats.", "promise-removed"),
    ("Die Karte zeigt die Herde.", "Die Karte zeigt die Herde nicht.", "promise-changed"),
    ("Es gibt eine Gebühr im Monat.", "Es gibt keine Gebühr im Monat.", "promise-changed"),
    ("Die Karte zeigt die Herde bei Nacht.", "Die Karte zeigt die Herde bei Regen.", "promise-changed"),
    ("The map shows the herd before dawn.", "The map shows the herd after dawn.", "promise-changed"),
    # how firmly
    ("The map will show the herd.", "The map may show the herd.", "commitment-softened"),
    ("The map must show the herd.", "The map should show the herd.", "commitment-softened"),
    ("The map shows the herd.", "The map may show the herd.", "commitment-softened"),
    ("The map might show the herd.", "The map will show the herd.", "commitment-hardened"),
    ("The map could show the herd.", "The map shows the herd.", "commitment-hardened"),
    ("The map should show the herd.", "The map must show the herd.", "commitment-hardened"),
    ("Die Karte wird die Herde zeigen.", "Die Karte könnte die Herde zeigen.", "commitment-softened"),
    ("Die Karte soll die Herde zeigen.", "Die Karte muss die Herde zeigen.", "commitment-hardened"),
    ("Die Karte kann die Herde zeigen.", "Die Karte wird die Herde zeigen.", "commitment-hardened"),
    # only the words
    ("The map shows the herd at night.", "At night the map shows the herd.", "reworded"),
    ("The map shows the herd.", "The map shwos the herd.", "reworded"),
    ("The map shows the fences.", "The map shows a fence.", "reworded"),
    ("The map shows an animal.", "The map shows animals.", "reworded"),
    ("The map sends a notification.", "The map sends notifications.", "reworded"),
    ("The map shows the herd.", "The map is showing the herd.", "reworded"),
    ("The map shows the herd.", "The Map shows the herd!", "reworded"),
    ("The map will show the herd.", "The map shall show the herd.", "reworded"),
    ("Die Karte zeigt die Herde bei Nacht.", "Bei Nacht zeigt die Karte die Herde.", "reworded"),
    ("Die Karte zeigt den Zaun.", "Die Karte zeigte den Zaun.".replace("zeigte", "zegt"), "reworded"),
    ("The map doesn't need a network.", "The map does not need a network.", "reworded"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), SENTENCES)
def test_a_changed_sentence_has_its_kind(compare: Compare, old: str, new: str, kind: str | None) -> None:
    scope = compare(with_sentence(old), with_sentence(new))
    assert kinds(scope) == ([kind] if kind else [])
    for change in scope.changes:
        assert change.direction is KINDS[change.kind].direction
        assert (change.element, change.old_line, change.new_line) == ("solution", 16, 16)


# The change of one text into another, with the element it is in and its lines.
EDITS: list[tuple[str, str, list[tuple[str, str, int | None, int | None]]]] = [
    (" The map shows the herd.", " The map shows the herd. It opens gates.", [("promise-added", "solution", None, 16)]),
    (" The map shows the herd.", "", [("promise-removed", "solution", 16, None)]),
    ("- It lasts two years.\n", "- It lasts two years.\n- It opens gates.\n", [("promise-added", "solution", None, 20)]),
    ("- It lasts two years.\n", "", [("promise-removed", "solution", 19, None)]),
    ("customer: Deer farmers", "customer: Deer farmers and zoos", [("audience-changed", "front_matter", 3, 3)]),
    ("customer: Deer farmers", "customer: [Deer farmers]", []),
    ("target_launch: 2026-Q3", "target_launch: 2027", [("figure-changed", "front_matter", 4, 4)]),
    ("title: Deer Tracker", "title: Deer Trackr", [("reworded", "front_matter", 2, 2)]),
    ("*For deer farmers with more land than they can walk.*", "*For zoos with more land than they can walk.*", [("audience-changed", "subheading", 8, 8)]),
    ("## FAQ", "## Customer experience\n\nThe farmer opens the app at dawn.\n\n## FAQ", [("element-added", "customer_experience", None, 23)]),
    ("## Problem\n\nA farmer loses twelve deer a year. Nobody sees them leave.\n\n", "", [("element-removed", "problem", 12, None)]),
    ("### Does it work abroad?", "### What does it cost?\n\nNine dollars.\n\n### Does it work abroad?", [("question-added", "faq", None, 31)]),
    ("### How long does the battery last?\n\nTwo years in the field.\n\n", "", [("question-removed", "faq", 27, None)]),
    ("Wherever an antenna stands.", "Wherever an antenna stands. We ship it.", [("answer-changed", "faq", None, 33)]),
    ("No. It is as light as a feather.", "No.", [("promise-removed", "faq", 25, None)]),
    ("Wherever an antenna stands.", "An antenna stands wherever.", [("reworded", "faq", 33, 33)]),
    ("### Does it hurt the animal?", "### Does it hurt the animals?", [("reworded", "faq", 23, 23)]),
    ("A farmer loses twelve deer a year. Nobody sees them leave.", "Nobody sees them leave. A farmer loses twelve deer a year.", [("moved", "problem", 12, 12)]),
    ("## Problem", "## The Problem", []),
    ("## Problem", "### Problem", []),
    ("## Problem", "**Problem**", []),
    ("# Never lose a deer again", "Never lose a deer again\n=======================", []),
    ("- It works without a network.\n- It lasts two years.", "1. It works without a network.\n2. It lasts two years.", []),
    ("- It works without a network.\n- It lasts two years.", "* It works without a network.\n\n* It lasts two years.", []),
    ("title: Deer Tracker", "title: Deer Tracker\nstatus: approved\ntags: [a]\nowner: Ana\napprovals: [{by: Ana}]", []),
    ("Two years in the field.", "**A:** Two years in the field.", []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "changes"), EDITS)
def test_an_edited_document_has_these_changes(
    compare: Compare, old: str, new: str, changes: list[tuple[str, str, int | None, int | None]]
) -> None:
    assert TEXT.count(old) == 1
    scope = compare(TEXT, TEXT.replace(old, new))
    assert [(item.kind, item.element, item.old_line, item.new_line) for item in scope.changes] == changes


def test_every_kind_but_pictures_is_shown_here() -> None:
    shown = {kind for _, _, kind in SENTENCES} | {row[0] for _, _, changes in EDITS for row in changes}
    assert set(KINDS) - shown == {"image-changed"}


def test_a_sentence_that_stands_in_another_element_has_moved(compare: Compare) -> None:
    sentence = "Nobody sees them leave."
    old = TEXT.replace(sentence, sentence + " The night is long.")
    new = old.replace(" " + sentence, "").replace("The map shows the herd.", f"The map shows the herd. {sentence}")
    scope = compare(old, new)
    assert [(change.kind, change.element) for change in scope.changes] == [("moved", "solution")]
    assert scope.verdict is Verdict.EDITORIAL


def test_questions_that_change_places_have_moved(compare: Compare) -> None:
    first = "### Does it hurt the animal?\n\nNo. It is as light as a feather.\n\n"
    new = TEXT.replace(first, "") + "\n" + first
    scope = compare(TEXT, new)
    assert kinds(scope) == ["moved"]
    assert scope.verdict is Verdict.EDITORIAL


def test_each_question_of_a_new_faq_is_weighed_by_itself(compare: Compare) -> None:
    without = TEXT.split("## FAQ")[0]
    came, went = compare(without, TEXT), compare(TEXT, without)
    assert [(c.kind, c.element, c.new_line) for c in came.changes] == [
        ("question-added", "faq", n) for n in (23, 27, 31)
    ]
    assert [(c.kind, c.element, c.old_line) for c in went.changes] == [
        ("question-removed", "faq", n) for n in (23, 27, 31)
    ]


def test_a_question_that_goes_to_the_internal_ones_has_moved(compare: Compare) -> None:
    new = TEXT.replace("### Does it work abroad?", "### Internal FAQ\n\n#### Does it work abroad?")
    scope = compare(TEXT, new)
    assert kinds(scope) == ["moved"]
    assert scope.changes[0].element == "internal_faq"


def test_a_question_that_moves_and_answers_otherwise_is_both(compare: Compare) -> None:
    new = TEXT.replace("### Does it work abroad?", "### Internal FAQ\n\n#### Does it work abroad?")
    scope = compare(TEXT, new.replace("Wherever an antenna stands.", "Nowhere yet, sadly, but soon."))
    assert set(kinds(scope)) == {"moved", "answer-changed"}


def test_a_renamed_element_has_moved_sentences_and_no_more(compare: Compare) -> None:
    scope = compare(TEXT, TEXT.replace("## Problem", "## Customer experience"))
    assert set(kinds(scope)) == {"moved"}


def test_text_in_no_element_is_watched_too(compare: Compare) -> None:
    loose = "\n## Appendix\n\nWe also build drones for the whole county.\n"
    scope = compare(TEXT, TEXT + loose)
    assert scope.verdict is Verdict.CREEP
    assert any("drones" in (change.new or "") for change in scope.changes)


def test_an_element_without_scope_is_not_watched() -> None:
    elements = {"decision": {}, "notes": {"wb": {"scope": False}}}
    adr = parse_document_type({"properties": {"elements": {"properties": elements}}}, "adr")
    old, new = (
        parse_proposal(f"## Decision\n\nWe do.\n\n## Notes\n\nMet on day {day}.\n".encode(), "a.md", adr)
        for day in (1, 2)
    )
    assert diff_proposals(old, new, adr, Baseline("file", "")).verdict is Verdict.UNCHANGED


def change(kind: str) -> ScopeChange:
    return ScopeChange(kind, KINDS[kind].direction, "solution", "a", "b", 1, 1, "0" * 12)


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ([], "unchanged"),
        (["moved"], "editorial"),
        (["reworded", "moved"], "editorial"),
        (["promise-removed"], "narrowed"),
        (["commitment-softened", "reworded"], "narrowed"),
        (["question-removed", "element-removed"], "narrowed"),
        (["promise-added"], "creep"),
        (["figure-changed", "moved"], "creep"),
        (["promise-removed", "commitment-hardened"], "creep"),
        (["answer-changed"], "creep"),
        (["audience-changed"], "creep"),
        (["image-changed"], "creep"),
    ],
)
def test_the_verdict_is_that_of_the_worst_direction(found: list[str], verdict: str) -> None:
    assert judge([change(kind) for kind in found]).value == verdict


def test_the_directions_are_the_contracts() -> None:
    by_direction = {direction: {k for k, row in KINDS.items() if row.direction is direction} for direction in Direction}
    assert by_direction == {
        Direction.WIDENS: {"promise-added", "commitment-hardened", "question-added", "element-added"},
        Direction.NARROWS: {"promise-removed", "commitment-softened", "question-removed", "element-removed"},
        Direction.ALTERS: {"promise-changed", "figure-changed", "audience-changed", "answer-changed", "image-changed"},
        Direction.NONE: {"reworded", "moved"},
    }


@pytest.mark.parametrize(
    ("baseline", "verdict"),
    [(Baseline(None), "not-approved"), (Baseline("digest", problem="gone"), "unknown"), (Baseline(None, problem="x"), "unknown")],
)  # fmt: skip
def test_what_was_not_compared_is_never_clean(baseline: Baseline, verdict: str) -> None:
    scope = build_uncompared(baseline)
    assert (scope.verdict.value, scope.growth, scope.changes) == (verdict, None, ())


def test_fingerprints_survive_edits_elsewhere(compare: Compare) -> None:
    new = TEXT.replace("without a network", "with a network")
    (before,) = compare(TEXT, new).changes
    longer = "Extra line.\n\n## Problem".join(new.split("## Problem")).replace("Two years in the field.", "Ten years.")
    after = [found for found in compare(TEXT, longer).changes if found.new == before.new]
    assert [(found.fingerprint, found.new_line) for found in after] == [(before.fingerprint, 20)]


def test_fingerprints_ignore_wrapping_and_quotes_and_heed_kind_element_and_words() -> None:
    base = build_fingerprint("promise-added", "solution", None, "It's 1,000 deer.")
    assert base == build_fingerprint("promise-added", "solution", "", "It’s  1000\ndeer.")
    others = [
        build_fingerprint("promise-removed", "solution", None, "It's 1,000 deer."),
        build_fingerprint("promise-added", "problem", None, "It's 1,000 deer."),
        build_fingerprint("promise-added", "solution", None, "It's 1,001 deer."),
        build_fingerprint("promise-added", "solution", "It's 1,000 deer.", None),
    ]
    assert len({base, *others}) == 5
    assert len(base) == 12
    assert set(base) <= set("0123456789abcdef")


def test_what_is_acknowledged_stays_in_the_verdict(read: Read, classic: DocumentType) -> None:
    old, new = read(TEXT), read(TEXT.replace("$9", "$19").replace("without a network", "with a network") + "\nMore.\n")
    scope = diff_proposals(old, new, classic, Baseline("file", ""))
    fingerprint = scope.changes[0].fingerprint
    accepted = diff_proposals(old, new, classic, Baseline("file", ""), {fingerprint})
    assert accepted.verdict is scope.verdict is Verdict.CREEP
    assert [found.acknowledged for found in accepted.changes] == [
        found.fingerprint == fingerprint for found in scope.changes
    ]
    assert tuple(replace(found, acknowledged=False) for found in accepted.changes) == scope.changes


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        ("One two three four five.", "One two three four five.", 0),
        ("One two three four five.", "One two three four five. Six seven eight nine.", 4),
        ("The map shows the herd at night.", "The map shows the herd at noon.", 1),
        ("Five of them may come.", "Five of them will come.", 1),
        ("It costs $9 a month.", "It costs $19 a month.", 1),
        ("Apples fall. Night comes over the hills.", "Apples fall.", 0),
        ("The map shows the herd at night.", "At night the map shows the herd.", 0),
    ],
)
def test_growth_is_words_added_to_those_approved(compare: Compare, old: str, new: str, added: int) -> None:
    scope = compare(f"# T\n\n## Solution\n\n{old}\n", f"# T\n\n## Solution\n\n{new}\n")
    assert scope.growth == round(added / (1 + words(old)), 4)


def test_growth_from_nothing_is_whole(compare: Compare) -> None:
    assert compare("", "# T\n\n## Solution\n\nIt opens gates.\n").growth == 1.0
    assert compare("", "").growth == 0.0


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("One two three four five.", "One two three four five. Six seven eight nine.", 0),
        ("The map shows the herd at night.", "At night the map shows the herd.", 0),
        ("The map shows the herd at night.", "The maps show the herd at night.", 0),
        ("It works offline. It costs $9 a month.", "It costs $9 a month. It works offline.", 0),
        ("It works offline. It costs $9 a month.", "It works offline. It costs $19 a month.", 5),
        ("It works offline. It costs $9 a month.", "It does not work offline. It costs $9 a month.", 3),
        ("It works offline. It costs $9 a month.", "It works offline.", 5),
        ("Five of them will come. It works offline.", "Five of them may come. It works offline.", 5),
        ("The map shows the herd.", "Vouchers last five years.", 5),
    ],
)
def test_kept_is_the_approved_words_whose_sentence_still_stands(
    compare: Compare, old: str, new: str, gone: int
) -> None:
    scope = compare(f"# T\n\n## Solution\n\n{old}\n", f"# T\n\n## Solution\n\n{new}\n")
    assert scope.kept == round(1 - gone / (1 + words(old)), 4)


def test_a_question_that_is_gone_takes_its_answer_along(compare: Compare) -> None:
    asked = "\n\n## FAQ\n\n### Does it hurt?\n\nNo. It is light.\n"
    assert compare(f"# One two three four{asked}", "# One two three four\n").kept == 0.3636


def test_what_is_lost_is_never_rounded_away(compare: Compare) -> None:
    old = "# T\n\n## Solution\n\n" + "\n\n".join(f"Paragraph {n} says what sets it apart." for n in range(200))
    scope = compare(f"{old}\n\nCheap.", old)
    assert scope.kept == 0.9993
    assert scope.kept_percent == 99
    assert compare(old, old).kept_percent == 100
    assert build_uncompared(Baseline(None)).kept_percent is None


def test_passages_show_the_changed_elements_in_order(compare: Compare) -> None:
    new = TEXT.replace("twelve deer", "ten deer").replace("Two years in the field.", "Two years.")
    scope = compare(TEXT, new)
    assert list(scope.passages) == ["problem", "faq"]
    first, second = scope.passages["problem"]
    assert [(part.op, part.text) for part in first.marked] == [
        ("equal", "A farmer loses "),
        ("delete", "twelve"),
        ("insert", "ten"),
        ("equal", " deer a year."),
    ]
    assert (first.change in scope.changes, second.change) == (True, None)


def test_types_other_than_the_classic_are_compared(read: Read) -> None:
    scope = diff_proposals(read(TEXT), read(TEXT), read_document_type("bryar-carr"), Baseline("file", ""))
    assert scope.verdict is Verdict.UNCHANGED
