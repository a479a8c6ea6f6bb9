"""Which part of a document is which element, and how that was found."""

from __future__ import annotations

import pytest

from mkdocs_wb.doctype.schema import parse_document_type, read_document_type
from mkdocs_wb.model import DocumentType
from mkdocs_wb.parse.language.language import read_language
from mkdocs_wb.parse.language.titles import fold_title
from mkdocs_wb.parse.measure import measure
from mkdocs_wb.parse.proposal import parse_proposal

from .conftest import Read

Rows = list[tuple[str, int, int, str]]


@pytest.mark.parametrize(
    ("title", "folded"),
    [
        ("Problem", "problem"),
        ("  The   PROBLEM: ", "problem"),
        ("1. Problem", "problem"),
        ("1.2 Unser Ansatz", "ansatz"),
        ("2) The Problem", "problem"),
        ("IV. Problem", "problem"),
        ("Part 2: Problem", "problem"),
        ("Teil 1 – Das Problem", "problem"),
        ("Our solution", "solution"),
        ("Unsere Lösung", "lösung"),
        ("🦌 Problem 🦌", "problem"),
        ("Customer’s Job-to-be-Done", "customer's job to be done"),
        ("Q&A", "q&a"),
        ("3D view", "3d view"),
        ("2026 Problem", "2026 problem"),
        ("Mix. Problem", "mix. problem"),
        ("Appendix: Notes", "appendix: notes"),
        ("Your solution", "your solution"),
        ("Step 2. Overview", "step 2. overview"),
        ("Solution paragraph(s):", "solution paragraph"),
        ("", ""),
        ("???", ""),
    ],
)
def test_titles_meet_their_aliases_without_numbering_article_and_case(title: str, folded: str) -> None:
    assert fold_title(title) == folded


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("## Problem", "problem"),
        ("### the problem", "problem"),
        ("## 2. Problem statement", "problem"),
        ("## Problem ##", "problem"),
        ("## **Problem**", "problem"),
        ("## Problem: deer stray", "problem"),
        ("## Problem – deer stray", "problem"),
        ("## Problem | draft", "problem"),
        ("Problem\n-------", "problem"),
        ("## Das Problem", "problem"),
        ("## Die Lösung", "solution"),
        ("## Zusammenfassung", "summary"),
        ("## Zitat der Leitung", "quote"),
        ("## Kundenstimmen", "testimonial"),
        ("## So funktioniert es", "customer_experience"),
        ("## Call to Action", "call_to_action"),
        ("## Customer’s Job-to-be-Done", "customer_experience"),
        ("## FAQs", "faq"),
        ("## Häufig gestellte Fragen", "faq"),
        ("## Frequently Asked Questions (FAQ)", "faq"),
        ("## External FAQ", "external_faq"),
        ("## Interne Fragen", "internal_faq"),
        ("## 課題", "problem"),
        ("## 해결책", "solution"),
        ("## Проблема", "problem"),
        ("## Press Release", "press_release"),
        ("## How Herd Finder works", "customer_experience"),
        ("## How the collar helps", "solution"),
    ],
)
def test_headings_are_recognised_by_alias(read: Read, heading: str, name: str) -> None:
    proposal = read(f"# Never lose a deer\n\n{heading}\n\nDeer stray at night.\n")
    (element,) = proposal.named(name)
    assert element.found_by == "heading"
    assert measure(element).words == 4


@pytest.mark.parametrize(
    "heading",
    [
        "## Problematic",
        "##",
        "## Is it a problem?",
        "## In a sentence of so many words the problem is only one of them",
        "## How works",
        "## Why the old and the new collar of a deer matters",
    ],
)
def test_other_headings_are_not(read: Read, heading: str) -> None:
    proposal = read(f"# Never lose a deer\n\n{heading}\n\nDeer stray at night.\n")
    assert proposal.named("problem") == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        "**Problem:** Deer stray at night.",
        "**Problem**: Deer stray at night.",
        "**Problem** Deer stray at night.",
        "__The problem:__ Deer stray at night.",
        "Problem: Deer stray at night.",
        "Problem:\nDeer stray at night.",
        "**Problem**\n\nDeer stray at night.",
        "**Problem:**\nDeer stray at night.",
        "- **Problem:** Deer stray at night.",
        "**1. Problem:** Deer stray at night.",
        "**Das Problem:** Deer stray at night.",
        "> **Problem:** Deer stray at night.",
    ],
)
def test_labels_are_recognised_bold_or_plain_on_their_own_line_or_run_in(read: Read, paragraph: str) -> None:
    proposal = read(f"# Never lose a deer\n\nA summary.\n\n{paragraph}\n")
    (element,) = proposal.named("problem")
    assert element.found_by == "label"
    assert element.start == 5
    assert " ".join(" ".join(block.text for block in element.blocks).split()) == "Deer stray at night."


def test_a_label_without_a_colon_leaves_the_colons_that_follow_it(read: Read) -> None:
    (element,) = read("# T\n\nA summary.\n\n**Problem** At 12:30 deer stray.\n").named("problem")
    assert element.blocks[0].text.strip() == "At 12:30 deer stray."


@pytest.mark.parametrize(
    "paragraph",
    [
        "The problem is: deer stray.",
        "Note: this is the problem.",
        "Problem solved: deer stay.",
        "Problems:none",
        "**A problem that lasts** is one.",
        "At 12:30 the problem: nobody is there.",
    ],
)
def test_a_sentence_with_a_colon_is_no_label(read: Read, paragraph: str) -> None:
    assert read(f"# Never lose a deer\n\nA summary.\n\n{paragraph}\n").named("problem") == ()


FUSED = """\
# Never lose a deer

Summary: A collar tells all.
It is small.
Problem: Deer stray.
**Solution:** The map shows them.
It does so at night.
"""


def test_a_table_of_contents_names_no_element(read: Read) -> None:
    text = (
        "# T\n\n1. Press Release\n2. FAQ\n3. Appendix\n\n## Press Release\n\nDeer stray.\n\n## FAQ\n\n### Why?\n\nSo.\n"
    )
    assert [(element.name, element.start) for element in read(text).elements if element.name == "faq"] == [("faq", 11)]


def test_labels_fused_into_one_paragraph_are_cut_apart(read: Read) -> None:
    rows = [row for row in table(read, FUSED) if row[3] == "label"]
    assert rows == [("summary", 3, 4, "label"), ("problem", 5, 5, "label"), ("solution", 6, 7, "label")]


def test_a_label_reaches_to_the_next_label_heading_or_rule(read: Read) -> None:
    text = "# T\n\n**Problem:** a\n\nb\n\n**Solution:** c\n\n- d\n\n---\n\ne\n\n**Quote:** f\n\n## Other\n\ng\n"
    rows = [row for row in table(read, text) if row[3] == "label"]
    assert rows == [("problem", 3, 5, "label"), ("solution", 7, 9, "label"), ("quote", 15, 15, "label")]


def test_an_unknown_bold_line_ends_a_labelled_element(read: Read) -> None:
    text = "# T\n\n**Problem:** a\n\n**Something else**\n\nb\n"
    assert ("problem", 3, 3, "label") in table(read, text)


def test_a_heading_reaches_to_the_next_of_its_level_or_above(read: Read) -> None:
    text = "# T\n\n## Problem\n\na\n\n### Detail\n\nb\n\n## Solution\n\nc\n\n# Other\n\nd\n"
    rows = [row for row in table(read, text) if row[3] == "heading"]
    assert rows == [("problem", 3, 9, "heading"), ("solution", 11, 13, "heading")]


def test_an_element_that_stands_twice_is_there_twice(read: Read) -> None:
    text = "# T\n\n## Quote\n\na\n\n## Problem\n\nb\n\n## Quote\n\nc\n"
    assert [(element.start, element.end) for element in read(text).named("quote")] == [(3, 5), (11, 13)]


NESTED = """\
## Press Release

### Never lose a deer

*For deer farmers.*

### Problem

Deer stray.

## FAQ

### Customer FAQ

#### Does it hurt?

No.

### Internal FAQ

#### What does it cost?

Little.
"""


def test_elements_stand_within_one_another_and_own_only_their_own_blocks(read: Read) -> None:
    proposal = read(NESTED)
    assert table(read, NESTED) == [
        ("press_release", 1, 9, "heading"),
        ("headline", 3, 3, "pattern"),
        ("subheading", 5, 5, "pattern"),
        ("problem", 7, 9, "heading"),
        ("faq", 11, 23, "heading"),
        ("external_faq", 13, 17, "heading"),
        ("internal_faq", 19, 23, "heading"),
    ]
    faq, external = proposal.named("faq")[0], proposal.named("external_faq")[0]
    assert (faq.start, faq.end) == (11, 23)
    assert (external.start, external.end) == (13, 17)
    assert faq.blocks == ()
    assert [block.text for block in external.blocks] == ["Does it hurt?", "No."]
    assert measure(faq).words == measure(external).words + measure(proposal.named("internal_faq")[0]).words


@pytest.mark.parametrize(
    ("text", "title", "found_by"),
    [
        ("# Never lose a deer\n", "Never lose a deer", "pattern"),
        ("## Never lose a deer\n\n## Problem\n\na\n", "Never lose a deer", "pattern"),
        ("## Never lose a deer\n\n# Background\n", "Never lose a deer", "pattern"),
        ("# Press Release\n\n## Never lose a deer\n", "Never lose a deer", "pattern"),
        ("# PR/FAQ: Deer Tracker\n\n## Never lose a deer\n", "Never lose a deer", "pattern"),
        ("# PR-FAQ\n\n# Never lose a deer\n", "Never lose a deer", "pattern"),
        ("# Press Release: Never lose a deer\n\nA collar tells.\n", "Never lose a deer", "pattern"),
        ("# Press Release\n\n**Never lose a deer**\n\nA collar tells.\n", "Never lose a deer", "pattern"),
        ("# Press Release\n\nNever lose a deer\n\nA collar tells.\n", "Never lose a deer", "pattern"),
        ("Never lose a deer\n=================\n", "Never lose a deer", "pattern"),
        ("# A\n\n# B\n", "A", "pattern"),
        ("#\n\n# B\n", "B", "pattern"),
        ("# T\n\n## Headline\n\nNever lose a deer\n", "Headline", "heading"),
    ],
)
def test_the_headline_is_the_first_heading_that_names_nothing_else(
    read: Read, text: str, title: str, found_by: str
) -> None:
    (headline,) = read(text).named("headline")
    assert (headline.title, headline.found_by) == (title, found_by)


def test_a_title_that_tells_something_is_the_headline_of_a_release_without_one(read: Read) -> None:
    release = "\n\n## Press Release\n\nA collar tells all.\n"
    assert [element.start for element in read(f"# Collars find a lost deer{release}").named("headline")] == [1]
    assert read(f"# Herd Finder{release}").named("headline") == ()
    assert read(f"# Collars for a herd: PR/FAQ{release}").named("headline") == ()


def test_a_document_of_named_headings_alone_has_no_headline(read: Read) -> None:
    assert read("## Problem\n\na\n").named("headline") == ()


@pytest.mark.parametrize("line", ["*For deer farmers.*", "**For deer farmers.**", "_For deer farmers,\nwho walk._"])
def test_an_emphasised_paragraph_under_the_headline_is_the_subheading(read: Read, line: str) -> None:
    (element,) = read(f"# Never lose a deer\n\n{line}\n\nA summary.\n").named("subheading")
    assert (element.start, element.found_by) == (3, "pattern")


@pytest.mark.parametrize(
    "line", ["For deer farmers.", "*For* deer farmers.", "> *For deer farmers.*", "- *For farmers.*"]
)
def test_another_paragraph_is_not(read: Read, line: str) -> None:
    assert read(f"# Never lose a deer\n\n{line}\n").named("subheading") == ()


def test_the_first_free_paragraph_is_the_summary_by_position(read: Read) -> None:
    text = "# T\n\n*For deer farmers.*\n\nA collar tells all.\n\n## FAQ\n\n### Why?\n\nSo.\n"
    assert table(read, text) == [
        ("press_release", 1, 5, "position"),
        ("headline", 1, 1, "pattern"),
        ("subheading", 3, 3, "pattern"),
        ("summary", 5, 5, "position"),
        ("faq", 7, 11, "heading"),
    ]


def test_a_bold_title_with_a_colon_in_it_describes_nothing(read: Read) -> None:
    found = read("**Pebble: a bell one feels**\n\n*For people who cannot hear*\n\nIt hums in the pocket.\n").elements
    assert [(element.name, element.start) for element in found[1:3]] == [("headline", 1), ("subheading", 3)]


def test_emphasised_lines_below_one_another_are_headline_and_subheading(read: Read) -> None:
    text = "# PR/FAQ\n\n## Press Release\n\n**Never lose a deer**\n*For deer farmers*\n\nA collar tells all.\n"
    found = {element.name: element.start for element in read(text).elements}
    assert (found["headline"], found["subheading"], found["summary"]) == (5, 6, 8)


def test_a_picture_above_the_title_is_no_headline(read: Read) -> None:
    text = "# PR/FAQ\n\n## Press Release\n\n[![logo](a.png)](b)\n\n### Never lose a deer\n\nA collar tells all.\n"
    assert [element.start for element in read(text).named("headline")] == [7]


def test_the_words_about_the_company_are_no_call_to_action(read: Read) -> None:
    about = "About Rural Co.\nRural Co. sells fences.\n\nContact: press@rural.example\n"
    release = (
        "# Never lose a deer\n\nA collar tells all.\n\nIt sees each deer.\n\nIt ships on March 9. Bring a photo.\n\n"
    )
    assert [element.start for element in read(release + about).named("call_to_action")] == [7]


@pytest.mark.parametrize(
    "line",
    [
        "DAVIS, Calif. — June 1, 2026 — A collar tells all.",
        "(Davis, California; 1 June 2026) A collar tells all.",
        "ZÜRICH (2026-06-15). A collar tells all.",
        "BERLIN, 3. März 2026 – A collar tells all.",
        "**Summary:** DAVIS, Calif. — June 1, 2026 — A collar tells all.",
        "Fürth, 12. Mai 2026. A collar tells all.",
        "MINNEAPOLIS--(BUSINESS WIRE, June 1, 2026)--A collar tells all.",
        "**Davis, CA | March 3, 2027** | Today deer can be found. The app shows them.",
        "Davis, California, USA – Today deer can be found. The app shows them.",
        "2027年3月3日、鹿は見つかる。アプリが示す。",
        "【2027年3月3日】鹿は見つかる。アプリが示す。",
    ],
)
def test_a_dateline_is_a_place_or_a_date_before_the_summary(read: Read, line: str) -> None:
    found = [(element.name, element.start) for element in read(f"# Never lose a deer\n\n{line}\n").elements]
    assert ("dateline", 3) in found
    assert ("summary", 3) in found


@pytest.mark.parametrize("line", ["(Not yet in 2026) it works.", "GDPR (2016) applies.", "The collar (new) — a first."])
def test_other_words_in_parentheses_are_no_dateline(read: Read, line: str) -> None:
    found = read(f"# Never lose a deer\n\n{line}\n").named("dateline")
    assert not found


def test_a_named_summary_wins_over_the_position(read: Read) -> None:
    text = "# T\n\nA line.\n\n## Summary\n\nA collar tells all.\n"
    assert [row for row in table(read, text) if row[0] == "summary"] == [("summary", 5, 7, "heading")]


def test_elements_are_measured_in_words_sentences_and_paragraphs(read: Read) -> None:
    text = "# T\n\n## Problem\n\nDeer stray. Nobody sees it.\n\n- A fence\n- A dog\n\n```\nno words\n```\n\nSo be it.\n"
    (problem,) = read(text).named("problem")
    assert measure(problem) == (12, 5, 2)


def test_lines_count_the_front_matter(read: Read) -> None:
    proposal = read("---\nstatus: draft\n---\n\n# T\n\n## Problem\n\nDeer\nstray.\n\n")
    (problem,) = proposal.named("problem")
    assert (problem.start, problem.end) == (7, 10)


@pytest.mark.parametrize("text", ["", "\n", "---\nstatus: draft\n---\n", "<div>\n", "- \n", "> \n", "\ufeff"])
def test_nearly_nothing_has_no_elements(read: Read, text: str) -> None:
    assert read(text).elements == ()


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Q: Why?", "question"),
        ("**Q:** Why?", "question"),
        ("**Q1.** Why?", "question"),
        ("Frage: Warum?", "question"),
        ("F: Warum?", "question"),
        ("A: So.", "answer"),
        ("**A:** So.", "answer"),
        ("Antwort: Darum.", "answer"),
        ("Q", None),
        ("A collar: it tells.", None),
        ("Quality: high", None),
        ("Fine: so be it", None),
    ],
)
def test_question_and_answer_marks_are_known(line: str, mark: str | None) -> None:
    language = read_language()
    found = {"question": language.question.match(line), "answer": language.answer.match(line)}
    assert [name for name, match in found.items() if match] == ([mark] if mark else [])


def test_nothing_is_found_that_the_type_does_not_have() -> None:
    schema = {"properties": {"elements": {"properties": {"decision": {"title": "Decision"}}}}}
    adr = parse_document_type(schema, "adr")
    proposal = parse_proposal(b"# ADR 1\n\nText.\n\n## Decision\n\nWe do.\n\n## Problem\n\nNone.\n", "adr.md", adr)
    assert [element.name for element in proposal.elements] == ["decision"]


@pytest.mark.parametrize("unit", ["## Problem\n", "## a\n", "**Problem:** a\n\n", "Problem: a\n", "# FAQ\n\n## a?\n"])
def test_thousands_of_elements_are_read(read: Read, unit: str) -> None:
    read(unit * 1_500)


@pytest.mark.usefixtures("five_seconds")
@pytest.mark.parametrize("unit", ["## Problem\n", "[a](x\n\n", "# FAQ\n\n<details><summary>x\n\n"])
def test_two_hundred_kilobytes_of_elements_are_read(read: Read, unit: str) -> None:
    read(unit * (200_000 // len(unit)))


def test_the_bundled_types_know_each_alias_in_its_language(read: Read) -> None:
    kind: DocumentType = read_document_type("classic")
    missed = [
        alias
        for alias, name in kind.aliases.items()
        if not any(element.name == name for element in read(f"# T\n\ntext\n\n## {alias}\n\ntext\n").elements)
    ]
    assert missed == []


def table(read: Read, text: str) -> Rows:
    """Each element's name, lines and how it was found, in the order of the file."""
    return [(element.name, element.start, element.end, element.found_by) for element in read(text).elements]


def test_a_label_of_many_items_names_no_section(read: Read) -> None:
    one = "{}. **A way**\n   - Status: common\n   - Problem: it fails at night\n\n"
    text = "# Never lose a deer\n\nA collar for deer.\n\n## What there is\n\n"
    assert not read(text + "".join(one.format(n) for n in range(1, 4))).named("problem")
    assert len(read(text + one.format(1)).named("problem")) == 1
