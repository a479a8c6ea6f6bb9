"""The questions of an FAQ."""

from __future__ import annotations

import pytest

from mkdocs_wb.parse.elements.questions import strip_answer_mark

from .conftest import Read


@pytest.mark.parametrize(
    "faq",
    [
        "### Does it hurt?\n\nNo. It is light.",
        "### Q: Does it hurt?\n\nNo. It is light.",
        "### Q1: Does it hurt?\n\nNo. It is light.",
        "### **Does it hurt?**\n\nNo. It is light.",
        "**Does it hurt?**\n\nNo. It is light.",
        "**Does it hurt?**\nNo. It is light.",
        "__Does it hurt?__\n\nNo. It is light.",
        "**Q: Does it hurt?**\n\nNo. It is light.",
        "**Q:** Does it hurt?\n\nNo. It is light.",
        "Q: Does it hurt?\nA: No. It is light.",
        "Q: Does it hurt?\n\nA: No. It is light.",
        "Q. Does it hurt?\n\nNo. It is light.",
        "Frage: Does it hurt?\n\nAntwort: No. It is light.",
        "- **Does it hurt?**\n  No. It is light.",
        "- **Does it hurt?**\n\n    No. It is light.",
        "1. **Does it\n   hurt?**\n   No. It is light.",
    ],
)
def test_a_question_is_a_heading_a_bold_line_or_marked(read: Read, faq: str) -> None:
    (question,) = read(f"# T\n\n## FAQ\n\n{faq}\n").questions
    assert question.text == "Does it hurt?"
    answer = " ".join(" ".join(strip_answer_mark(block.text) for block in question.answer).split())
    assert answer == "No. It is light."
    assert (question.start, question.end) == (5, 5 + faq.count("\n"))


@pytest.mark.parametrize(
    "faq",
    [
        "Does it hurt? No.",
        "**Not a question.**\n\nText.",
        "It does not hurt.\n\n- At all.",
        "```\n**Why?**\n```",
    ],
)
def test_what_is_not_marked_or_asked_is_no_question(read: Read, faq: str) -> None:
    assert read(f"# T\n\n## FAQ\n\n{faq}\n").questions == ()


@pytest.mark.parametrize(
    ("faq", "asked"),
    [
        ("Does it hurt?\n\nNo.\n\nDoes it rust?\n\nNo.", ["Does it hurt?", "Does it rust?"]),
        ("- Does it hurt?\n- Does it rust?", ["Does it hurt?", "Does it rust?"]),
        ("### Price\n\nNine dollars.\n\n### Rust\n\nNone.", ["Price", "Rust"]),
        ("> Does it hurt?\n\nNo.", ["Does it hurt?"]),
        ("| No. | Question | Answer |\n|---|---|---|\n| 1 | What it costs | Nine dollars. |", ["What it costs"]),
        ("| Plan | Price |\n|---|---|\n| Herd | Nine dollars. |", []),
        ("### Does it hurt?\n\nWould we sell it?\n\n### Price\n\nNine dollars.", ["Does it hurt?"]),
        ("Does it hurt?\n\nNo.\n\n### Price\n\nNine dollars.", ["Does it hurt?"]),
        ("- Does it hurt? No.\n- Does it rust? No.", ["Does it hurt?", "Does it rust?"]),
        ('"Does it hurt?"\n\nNo.\n\n"Does it rust?"\n\nNo.', ["Does it hurt?", "Does it rust?"]),
        ('**"Does it hurt?"**\n\nNo.', ["Does it hurt?"]),
        ('**What to ask?**\n\nFor example:\n\n- "Does it rust?"', ["What to ask?"]),
        ("**Q：痛くないですか**\n\nA：いいえ。", ["痛くないですか"]),
        ("Q1.痛くないですか\nA1.いいえ。", ["痛くないですか"]),
    ],
)
def test_weaker_forms_count_where_no_stronger_one_is_found(read: Read, faq: str, asked: list[str]) -> None:
    assert [question.text for question in read(f"# T\n\n## FAQ\n\n{faq}\n").questions] == asked


@pytest.mark.parametrize(
    ("faq", "asked"),
    [
        ("### 1. Does it hurt?\n\nNo.\n\n### 2. The worst case\n\nIt rusts.", ["Does it hurt?", "The worst case"]),
        ("### Does it hurt?\n\nNo.\n\n### What could rust\n\nAll.", ["Does it hurt?", "What could rust"]),
        ("### Does it hurt?\n\nNo.\n\n### 2. Notes\n\nNone.", ["Does it hurt?"]),
        ("### Does it hurt?\n\nNo.\n\n#### Why not\n\nIt is light.", ["Does it hurt?"]),
    ],
)
def test_a_heading_between_questions_may_lack_its_question_mark(read: Read, faq: str, asked: list[str]) -> None:
    assert [question.text for question in read(f"# T\n\n## FAQ\n\n{faq}\n").questions] == asked


@pytest.mark.parametrize("faq", ["**Does it hurt?** No. It is light.", "Q: Does it hurt? No. It is light."])
def test_a_question_may_be_answered_on_its_own_line(read: Read, faq: str) -> None:
    (question,) = read(f"# T\n\n## FAQ\n\n{faq}\n").questions
    assert question.text == "Does it hurt?"
    assert [block.text for block in question.answer] == ["No. It is light."]


def test_questions_outside_an_faq_are_rhetoric(read: Read) -> None:
    assert read("# T\n\n## Problem\n\n### Who has not lost a deer?\n\nNobody.\n\n**Why?**\n\nSo.\n").questions == ()


FAQ = """\
# T

## FAQ

### Customer FAQ

#### Does it hurt?

No.

It is light.

- As a feather.

#### Does it rust?

### Internal FAQ

#### What does it cost?

Little.

---

### Anything else?

No.

## Other

### Is this one?

No.
"""


def test_a_question_belongs_to_the_innermost_faq_and_has_its_audience(read: Read) -> None:
    assert [
        (question.text, question.element, question.audience, question.start, question.end)
        for question in read(FAQ).questions
    ] == [
        ("Does it hurt?", "external_faq", "external", 7, 13),
        ("Does it rust?", "external_faq", "external", 15, 15),
        ("What does it cost?", "internal_faq", "internal", 19, 21),
        ("Anything else?", "faq", None, 25, 27),
    ]


def test_an_faq_that_has_one_part_is_that_part(read: Read) -> None:
    proposal = read("# T\n\n## Customer FAQ\n\n### Does it hurt?\n\nNo.\n")
    assert [question.element for question in proposal.questions] == ["external_faq"]
    assert [element.blocks for element in proposal.named("faq")] == [()]


def test_a_deeper_heading_belongs_to_the_answer(read: Read) -> None:
    (question,) = read("# T\n\n## FAQ\n\n### Why?\n\nSo.\n\n#### Detail\n\nMore.\n\n### Group\n\nText.\n").questions
    assert (question.start, question.end) == (5, 11)


def test_questions_in_other_scripts_are_found(read: Read) -> None:
    (question,) = read("# 鹿\n\n## よくある質問\n\n### 痛いですか？\n\nいいえ。\n").questions
    assert question.text == "痛いですか？"


@pytest.mark.parametrize(
    ("text", "bare"),
    [("A: No.", "No."), ("Antwort: Nein.", "Nein."), ("A2. No.", "No."), ("A deer: no.", "A deer: no.")],
)
def test_the_mark_of_an_answer_is_cut(text: str, bare: str) -> None:
    assert strip_answer_mark(text) == bare


def test_questions_marked_on_lines_of_one_paragraph_are_several(read: Read) -> None:
    questions = read("# T\n\n## FAQ\n\nQ: Does it hurt?\nA: No.\nQ: Does it rust?\nA: Never.\n").questions
    assert [(question.text, question.start, question.end) for question in questions] == [
        ("Does it hurt?", 5, 6),
        ("Does it rust?", 7, 8),
    ]
