"""What the rules say, and do not say, of documents that their pages show no example of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mkdocs_wb.doctype.schema import read_document_type
from mkdocs_wb.doctype.validate import Violation
from mkdocs_wb.lifecycle import DEFAULT, Status
from mkdocs_wb.model import Baseline, Direction, Place, Problem, Scope, ScopeChange, Verdict
from mkdocs_wb.parse.language.period import parse_period
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.rules.check import read_rules
from mkdocs_wb.rules.subject import Related, Subject
from mkdocs_wb.rules.words import join_words, read_words
from mkdocs_wb.scope.undiffed import build_uncompared
from mkdocs_wb.settings import parse_settings

HEAD = "---\nowner: A\ncustomer: Deer farmers\n{more}---\n"
TODAY = date(2026, 6, 1)


def make_subject(text: str, settings: dict[str, Any] | None = None, **more: Any) -> Subject:
    """A document as rules see it; it has front matter if it gives none."""
    kind = read_document_type("classic")
    text = text if text.startswith("---\n") else HEAD.format(more="") + text
    proposal = parse_proposal(text.encode(), "proposals/here.md", kind)
    chosen = parse_settings(settings)
    given = proposal.front_matter.text("status") or DEFAULT
    status = chosen.lifecycle.find(given)
    own = Related(proposal.path, status, proposal.front_matter.texts("depends_on"))
    index = {proposal.id: (own,), **more.pop("others", {})}
    subject = Subject(proposal, kind, chosen, given, status, (), build_uncompared(Baseline(None)), index, TODAY)
    return replace(subject, **more)


def ask(rule: str, text: str, settings: dict[str, Any] | None = None, **more: Any) -> list[Problem]:
    """What one rule says of a document."""
    module = read_rules()[rule]
    return list(getattr(module, "gather", list)(list(module.check(make_subject(text, settings, **more)))))


def said(problems: list[Problem]) -> list[str]:
    return [problem.message for problem in problems]


def status_of(name: str) -> Status:
    status = parse_settings({}).lifecycle.find(name)
    assert status is not None
    return status


def test_without_readable_front_matter_nothing_is_said_about_its_keys() -> None:
    subject = make_subject("x")
    bare = replace(subject, proposal=parse_proposal(b"# T\n\nWords.\n", "a.md", subject.document_type))
    broken = replace(subject, proposal=parse_proposal(b"---\na: [\n---\n# T\n", "a.md", subject.document_type))
    silent = ["customer-named", "evidence-given", "front-matter-dates-in-order", "launch-passed", "outcome-missing"]
    for rule in [*silent, "relations-known", "goal-known", "status-approval-complete"]:
        assert list(read_rules()[rule].check(replace(bare, goals=frozenset()))) == []
        assert list(read_rules()[rule].check(replace(broken, goals=frozenset()))) == []


# --- sections

SECTIONS = [
    ("# T\n\n## Problem\n\n<!-- wb: the problem -->\n", ["Problem"]),
    ("# T\n\n**Problem:**\n\n**Solution:** It does.\n", ["Problem"]),
    ("# T\n\n## Problem\n\n### Details\n", ["Problem"]),
    ("# T\n\n## Customer experience\n\n![The map](map.png)\n", []),
    ("# T\n\n## Customer experience\n\n```\nrun\n```\n", []),
    ("# T\n\n## Solution\n\n“Nobody should search in the dark,” said Ana Ruiz, head of products.\n", []),
    ("# T\n\n## Press Release\n\n## Problem\n\nIt is lost.\n", []),
    ("# T\n\nWords.\n\n## FAQ\n\n### What does it cost?\n", []),
    ("# T\n\nWords.\n\n## FAQ\n", ["FAQ"]),
    ("# T\n\nWords.\n\n## FAQ\n\n### Customer FAQ\n\n### Internal FAQ\n", ["Customer FAQ", "Internal FAQ"]),
]


@pytest.mark.parametrize(("text", "titles"), SECTIONS)
def test_a_section_is_empty_where_it_has_neither_words_nor_a_picture(text: str, titles: list[str]) -> None:
    expected = [f"expected words in {title}, found none" for title in titles]
    assert said(ask("section-empty", text)) == expected


def test_many_empty_sections_are_one_finding_and_a_few_are_one_each() -> None:
    (found,) = ask("section-empty", "# T\n\n## Summary\n\n## Problem\n\n## Solution\n\n## Quote\n")
    assert found.message == "expected words in Summary, Problem, Solution, Quote, found none"
    few = said(ask("section-empty", "# T\n\n## Summary\n\n## Problem\n"))
    assert few == ["expected words in Summary, found none", "expected words in Problem, found none"]


FAQ = "# T\n\nWords.\n\n## FAQ\n\n### Why?\n\nBecause.\n\n"


@pytest.mark.parametrize(
    ("rest", "lines"),
    [
        ("## Problem\n\nIt is lost.\n", [15]),
        ("## Press Release\n\n### Problem\n\nIt is lost.\n", [15]),
        ("### Call to action\n\nOrder it.\n", [15]),
        ("### Customer quotes\n\n> “Good,” said Tom.\n", [15]),
        ("### Getting started\n\nOrder it.\n", []),
        ("### Testimonials\n\n#### Who said that?\n\nTom.\n", []),
        ("## Appendix\n\nFigures.\n", []),
        ("## The five customer questions\n\n### Who is the customer?\n\nA farmer.\n", []),
    ],
)
def test_a_section_of_the_release_comes_before_the_questions(rest: str, lines: list[int]) -> None:
    assert [problem.place.line for problem in ask("section-after-faq", FAQ + rest)] == lines


def test_the_five_questions_are_no_faq() -> None:
    text = (
        "# T\n\n## The five customer questions\n\n### Who is the customer?\n\nA farmer.\n\n## Problem\n\nIt is lost.\n"
    )
    assert ask("section-after-faq", text) == []


PLACEHOLDERS = [
    ("[City, Date] — Words.", ["[City, Date]"]),
    ("**[LOCATION] — [Month XX, 20XX]** Words.", ["[LOCATION]", "[Month XX, 20XX]"]),
    ("said [CEO Name], [Title] of [Company].", ["[CEO Name]", "[Title]", "[Company]"]),
    (r"said \[Your name\].", [r"\[Your name\]"]),
    ("See [insert the link here].", ["[insert the link here]"]),
    ("<insert a quote> and <COMPANY NAME>", ["<insert a quote>", "<COMPANY NAME>"]),
    ("The price is TBD.", ["TBD"]),
    ("TODO", ["TODO"]),
    ("- TODO: ask Henrik", ["TODO"]),
    ("It costs $XX on March XX, 2027 for X% of them.", ["$XX", "XX", "X%"]),
    ("*For …, who …*", ["For …, who …"]),
    ("*For deer farmers, who …*", ["who …"]),
    ("| Price | TBD |\n|---|---|\n| [Date] | 3 |", ["TBD", "[Date]"]),
    ("Lorem ipsum dolor sit amet.", ["Lorem ipsum"]),
    ("It works [HIGH CONFIDENCE], and [Redcar] agrees.", []),
    ("See [the price](https://example.com/TBD-1), [name][1], [date][] and [title].\n\n[title]: https://x", []),
    ("It says `[DATE]` and ``TODO``.", []),
    ("    [DATE]\n\n```\nTBD\n```", []),
    ("A note[^1] and [x] and [ ] and <br> and <b>bold</b>.\n\n[^1]: TODAY", []),
    ("The server answers 5XX, and the TODO list is long.", []),
    ("“It was […] a long night … and then day,” he said.", []),
    ("Write to ana@example.com or <ana@example.com>.", []),
    ("Press [Enter] or [Add to cart].", []),
    ("<!-- TODO: ask Henrik -->Words.", []),
]


@pytest.mark.parametrize(("text", "words"), PLACEHOLDERS)
def test_a_placeholder_is_what_waits_for_something(text: str, words: list[str]) -> None:
    found = said(ask("section-placeholder", f"# T\n\n{text}\n"))
    assert [message.split("“", 1)[1].removesuffix("”") for message in found] == words


def test_a_placeholder_is_at_its_line_and_column() -> None:
    text = "# T\n\nOne line,\nand **here** [a](b) [Date] and [City] and TBD\n"
    assert [tuple(problem.place) for problem in ask("section-placeholder", text)] == [(8, 21), (8, 32), (8, 43)]


def test_the_same_placeholder_is_named_once_and_counted() -> None:
    found = said(ask("section-placeholder", "# T\n\nTBD\n\n[Date]\n\nTBD, TBD\n"))
    assert found == [
        "expected what belongs here, found the placeholder “TBD”; and 2 more like it further on",
        "expected what belongs here, found the placeholder “[Date]”",
    ]


def test_the_front_matter_may_hold_placeholders() -> None:
    text = "---\nowner: TBD\ncustomer: [Deer farmers, '[Name]']\n---\n# T\n"
    assert [problem.place.line for problem in ask("section-placeholder", text)] == [2, 3]


def test_of_many_placeholders_the_fifth_counts_the_rest() -> None:
    words = ("TBD", "TBC", "XXX", "[Date]", "[City]", "[Name]", "[Title]", "[Price]", "[Company]")
    found = ask("section-placeholder", "# T\n\n" + " and ".join(words))
    assert len(found) == 5
    assert found[-1].message.endswith("; and 4 more like it further on")


# --- length


def test_a_headline_below_a_heading_of_its_own_is_measured_itself() -> None:
    text = "# PR\n\n## Headline\n\n" + "word " * 21 + "\n\n## Summary\n\nWords.\n"
    assert [problem.place.line for problem in ask("headline-length", text)] == [9]


def test_a_long_subheading_is_counted_in_words() -> None:
    found = said(ask("subheading-length", f"# T\n\n*{'word ' * 40}word*\n\nWords.\n"))
    assert found == ["expected a sub-heading of one sentence and at most 40 words, found 41 words"]


def test_the_length_of_a_release_is_said_in_pages_and_words() -> None:
    text = "# T\n\n" + "\n\n".join(["word " * 149] * 7) + FAQ.split("Words.")[1]
    assert said(ask("press-release-length", text)) == [
        "expected a press release of at most 1.5 pages (750 words), found 2.1 pages (1,043 words)"
    ]


@pytest.mark.parametrize(("words", "found"), [(750, 0), (751, 1)])
def test_a_page_and_a_half_is_allowed(words: int, found: int) -> None:
    assert len(ask("press-release-length", "# T\n\n" + "word " * words)) == found


LONG = "It is a sentence. " * 7


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{LONG}\n", [7]),
        (f"> {LONG}\n", [7]),
        (f"- {LONG}\n", []),
        (f"**Rollback.** {'It is a sentence. ' * 6}\n", []),
        (f"Words.\n\n## FAQ\n\n### Why?\n\n{LONG}\n", []),
        ("One. Two. Three. Four. Five. Six.\n", []),
        (f"{LONG}\n\n" * 2, [7, 9]),
    ],
)
def test_only_long_paragraphs_of_the_release_are_found(text: str, lines: list[int]) -> None:
    assert [problem.place.line for problem in ask("paragraph-length", f"# T\n\n{text}")] == lines


def test_of_many_long_paragraphs_the_third_counts_the_rest() -> None:
    found = ask("paragraph-length", "# T\n\n" + f"{LONG}\n\n" * 5)
    assert len(found) == 3
    assert found[-1].message.endswith("; and 2 more like it further on")


# --- words


@pytest.mark.parametrize(
    "text",
    [
        "## Quote\n\n“We built it so that nobody has to search in the dark.”\n\n— Ana Ruiz, head of products\n",
        "## Quote\n\n> We built it so that nobody has to search.\n>\n> — Ana Ruiz\n",
        "## Quote\n\n> We built it so that nobody has to search.\n> - Ana Ruiz from Ghent\n",
        "## Quote\n\n“We built it,” says Ana Ruiz. “It works.”\n",
        "## Quote\n\nAna Ruiz, head of products: “We built it so that nobody has to search.”\n",
        "## Quote: Ana Ruiz, head of products\n\n“We built it so that nobody has to search.”\n",
        "**Quote:** “Nobody should search for an animal in the dark.” — Ana Ruiz\n",
        "## Kundenstimme\n\n„Ich habe die ganze Lammzeit geschlafen“, sagt Jonas Bär, Schäfer.\n",
        "## Testimonial\n\n「とても助かりました」と農家の田中さんは述べました。\n",
        "## Quote\n\n",
        "“Nobody should search for an animal in the dark at all.”\n",
    ],
)
def test_a_quote_that_somebody_says_is_no_finding(text: str) -> None:
    assert ask("quote-attributed", f"# T\n\nWords.\n\n{text}") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("**Quote:** “Nobody should search for an animal in the dark.”\n", 9),
        ("## Testimonial\n\nThis changed everything on the farm, and for good.\n", 9),
        ("## Testimonials\n\n“I slept well for a week,” said Tom.\n\n“I did not have to search for once.”\n", 13),
    ],
)
def test_a_quote_that_nobody_says_is_found(text: str, line: int) -> None:
    assert [problem.place.line for problem in ask("quote-attributed", f"# T\n\nWords.\n\n{text}")] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Order the starter set at the farm shop.",
        "More at [the shop](https://example.com).",
        "More at ruralco.example.com, from Monday.",
        "Mail: ana@example.com",
        "`pip install deer`",
        "```\npip install deer\n```",
        "Our number is 707 555 0142.",
        "Farmers can order it from March on.",
        "It is available today in every feed store.",
        "Bestellen Sie die Halsbänder im Hofladen.",
        "Die Halsbänder sind ab März im Hofladen erhältlich.",
        "![Scan this](code.png)",
        "",
    ],
)
def test_a_call_to_action_that_can_be_followed_is_no_finding(text: str) -> None:
    assert ask("call-to-action-actionable", f"# T\n\nWords.\n\n## Call to action\n\n{text}\n") == []


@pytest.mark.parametrize("text", ["The future is bright.", "Farmers use it on 12 farms.", "We hope you like it."])
def test_a_call_to_action_that_calls_for_nothing_is_found(text: str) -> None:
    assert len(ask("call-to-action-actionable", f"# T\n\nWords.\n\n## Call to action\n\n{text}\n")) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The best collar there is, and a Revolutionary one.", ["The best", "Revolutionary"]),
        ("A world-class, game-changing, cutting edge app.", ["world-class", "game-changing", "cutting edge"]),
        ("The world’s first collar, **industry-leading**.", ["world’s first", "industry-leading"]),
        (
            "Ein revolutionäres, weltweit führendes Halsband, das beste.",
            ["revolutionäres", "weltweit führendes", "beste"],
        ),
        ("It follows the best practices and is one of the best sellers.", []),
        ("Use it best before June; at best it lasts, and it works best at night.", []),
        ("The app finds the best pasture and gives the best of both worlds.", []),
        ("First name, most important, the bestiary, our bestseller, a third-best.", []),
        ("Am besten öffnen Sie das bestehende Portal zum besten Zeitpunkt.", []),
        ("They called it “the best collar of all”.", []),
        ("It is state of the art; the `revolutionary` flag.", ["revolutionary"]),
        ("## Quote\n\n> The best collar there is.\n>\n> — Tom Hale\n", []),
        ("## FAQ\n\n### Is it the best?\n\nIt is revolutionary.\n", []),
    ],
)
def test_hard_superlatives_are_found_and_plain_phrases_are_not(text: str, words: list[str]) -> None:
    found = said(ask("superlatives", f"# T\n\nWords.\n\n{text}\n"))
    assert [message.split("“", 1)[1].removesuffix("”") for message in found] == words


def test_a_superlative_is_at_its_line_and_column() -> None:
    text = "# A revolutionary collar\n\nOne line\nand *revolutionary* [words](revolutionary) revolutionary\n"
    assert [tuple(problem.place) for problem in ask("superlatives", text)][:2] == [(5, 5), (8, 6)]


def test_of_many_superlatives_the_fifth_counts_the_rest() -> None:
    found = ask("superlatives", "# T\n\n" + "Unprecedented. " * 7)
    assert len(found) == 5
    assert found[-1].message.endswith("; and 2 more like it further on")


def test_letters_that_fold_into_two_are_no_reason_to_stop() -> None:
    assert ask("superlatives", "# T\n\nİstanbul has a revolutionary collar.\n") == []


def test_jargon_is_found_as_whole_words_in_any_case_once_each() -> None:
    text = "# T\n\nLpwan, LPWANs, LPWAN and machine\nlearning.\n\n## FAQ\n\n### LPWAN?\n\nYes.\n"
    found = ask("jargon", text, {"jargon": ["LPWAN", "machine learning", ""]})
    assert said(found) == [
        "expected words that the customer would use, found “Lpwan” (2 times)",
        "expected words that the customer would use, found “machine learning”",
    ]
    assert [tuple(problem.place) for problem in found] == [(7, 1), (7, 26)]


def test_nothing_is_jargon_that_is_not_listed() -> None:
    assert ask("jargon", "# T\n\nLPWAN\n") == []


@pytest.mark.parametrize(
    "customer", ["users", "All our users", "Everyone.", "[people, anyone]", "alle Kunden", "the public"]
)
def test_a_customer_that_is_everybody_is_found(customer: str) -> None:
    text = f"---\nowner: A\ncustomer: {customer}\n---\n# T\n"
    assert [tuple(problem.place) for problem in ask("customer-named", text)] == [(3, 11)]


@pytest.mark.parametrize(
    "customer", ["internal", "Deer farmers", "[users, Deer farmers]", "users of the map", "Schäfer", ""]
)
def test_a_customer_that_is_somebody_is_no_finding(customer: str) -> None:
    assert ask("customer-named", f"---\nowner: A\ncustomer: {customer}\n---\n# T\n") == []


def test_alternatives_are_words_and_no_patterns() -> None:
    assert join_words(["a.b*", "a c"]) in (r"a(?:\.b\w*|[\s-]+c)", r"a(?:[\s-]+c|\.b\w*)")


def test_every_list_of_words_has_english_and_german() -> None:
    words = read_words()
    assert words.superlatives.search("bahnbrechend") and words.superlatives.search("groundbreaking")
    assert {"everyone", "alle"} <= words.nobody
    assert {"date", "datum"} <= words.placeholders


# --- evidence and questions


@pytest.mark.parametrize(
    ("more", "line"), [("", 1), ("evidence: []\n", 4), ("evidence:\n", 4), ("evidence: much\n", None)]
)
def test_evidence_is_missed_where_its_key_stands(more: str, line: int | None) -> None:
    found = ask("evidence-given", HEAD.format(more=more) + "# T\n")
    assert [problem.place.line for problem in found] == ([line] if line else [])


FIVE = "# T\n\nWords.\n\n## The five customer questions\n\n{}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 0),
        ("### Who?\n\nA farmer.\n", 1),
        ("".join(f"### Question {n}?\n\nYes.\n\n" for n in range(5)), 0),
        ("".join(f"### Question {n}?\n\n" for n in range(5)), 0),
        ("".join(f"{n}. A farmer\n" for n in range(1, 6)), 0),
        ("1. A farmer\n2. Losses\n", 1),
        ("".join(f"**Question {n}?** Yes.\n\n" for n in range(5)), 0),
    ],
)
def test_five_answers_are_asked_for_where_the_section_is_begun(text: str, found: int) -> None:
    assert len(ask("customer-questions", FIVE.format(text))) == found


def questions(number: int, level: str = "###") -> str:
    return "".join(f"{level} Question {n}?\n\nYes.\n\n" for n in range(number))


@pytest.mark.parametrize(
    ("text", "customer", "found"),
    [
        ("# T\n\nWords.\n", "B", "found no FAQ"),
        ("# T\n\nWords.\n\n## FAQ\n\nNothing yet.\n", "B", "found none"),
        (f"# T\n\nWords.\n\n## FAQ\n\n{questions(2)}", "B", "found 2"),
        (f"# T\n\nWords.\n\n## FAQ\n\n{questions(3)}", "B", ""),
        ("# T\n\nWords.\n\n## FAQ\n", "B", ""),
        (
            f"# T\n\nWords.\n\n## FAQ\n\n### Customer FAQ\n\n{questions(3, '####')}",
            "internal",
            "stakeholders, found none",
        ),
        (f"# T\n\nWords.\n\n## FAQ\n\n### Internal FAQ\n\n{questions(3, '####')}", "internal", ""),
        (f"# T\n\nWords.\n\n## FAQ\n\n{questions(3)}", "internal", ""),
        (f"# T\n\nWords.\n\n## The five customer questions\n\n{questions(5)}", "B", "found no FAQ"),
        ("", "B", ""),
    ],
)
def test_an_faq_has_three_questions(text: str, customer: str, found: str) -> None:
    messages = said(ask("faq-size", f"---\nowner: A\ncustomer: {customer}\n---\n{text}"))
    assert len(messages) == bool(found)
    assert all(message.endswith(found) for message in messages)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("### How?\n\nA:\n\n### Why?\n\nBecause.\n", ["How?"]),
        ("**Q:** How?\n\n**A:** So.\n", []),
        ("### How?\n\n![So](so.png)\n", []),
        ("### How?\n\n![](so.png)\n\n### Why?\n\n```\nmake\n```\n", ["How?"]),
        ("### …?\n", []),
        ("- How?\n- Why?\n  Because.\n", ["How?"]),
    ],
)
def test_a_question_wants_an_answer(text: str, found: list[str]) -> None:
    messages = said(ask("faq-answered", f"# T\n\nWords.\n\n## FAQ\n\n{text}"))
    assert messages == [f"expected an answer to “{question}”, found none" for question in found]


def test_a_long_question_is_cut() -> None:
    text = f"# T\n\nWords.\n\n## FAQ\n\n### {'How ' * 40}?\n"
    assert len(said(ask("faq-answered", text))[0]) < 130


# --- dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-01", date(2026, 3, 1), date(2026, 3, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_is_the_days_it_covers(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13", "2026-02-30", "2026-Q5", "2026-1-1", "0000", "0000-00-00", "٢٠٢٦-99"]
)
def test_what_is_no_date_is_no_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Q2 2027", "2027-Q2"),
        ("2027 q3", "2027-Q3"),
        ("2027/4/1", "2027-04-01"),
        ("1.4.2027", "2027-04-01"),
        ("April 1, 2027", "2027-04-01"),
        ("1 Apr  2027", "2027-04-01"),
        ("April 2027", "2027-04"),
        ("4/2027", "2027-04"),
        ("4/15/2027", "2027-04-15"),
        ("4/1/2027", ""),
        ("4/4/2027", "2027-04-04"),
        ("2027.11", "2027-11"),
        ("2027年4月", "2027-04"),
        ("2027年4月1日", "2027-04-01"),
        ("2027-13-99", ""),
        ("next summer", ""),
        ("1/4/2027", ""),
    ],
)
def test_a_date_in_another_way_of_writing_is_proposed_in_ours(text: str, meant: str) -> None:
    wrong = (Violation(("front_matter", "target_launch"), None, "a date", f"“{text}”"),)
    (problem,) = ask("front-matter-valid", f"---\ntarget_launch: {text}\n---\n# T\n", violations=wrong)
    assert problem.message.partition("; ")[2] == (f"did you mean {meant}?" if meant else "")


APPROVED = "approvals: [{{date: {}}}, {{date: {}}}]\n"


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ("created: 2026-08-01\ntarget_launch: 2026-Q3\n", []),
        ("created: 2026-08-01\ntarget_launch: 2026-07\n", [5]),
        ("created: 2026\n" + APPROVED.format("2026-01-01", "2026-02-01"), []),
        ("created: 2026-02-02\n" + APPROVED.format("2026-02-01", "2026-03-01"), [5]),
        (APPROVED.format("2026-03-01", "2026-02-01"), [4]),
        (APPROVED.format("2026-03-01", "2026-04-01") + "target_launch: 2026-Q1\n", [5]),
        (APPROVED.format("2026-03-01", "2026-04-01") + "outcome: {date: 2026-03-31}\n", [5]),
        ("target_launch: 2026-Q3\noutcome: {date: 2026-05-01}\n", []),
        ("created: soon\ntarget_launch: 2026-02-30\noutcome: [x]\napprovals: [x, {by: A}]\n", []),
    ],
)
def test_dates_follow_each_other(more: str, lines: list[int]) -> None:
    text = HEAD.format(more=more) + "# T\n"
    assert [problem.place.line for problem in ask("front-matter-dates-in-order", text)] == lines


@pytest.mark.parametrize(
    ("status", "target", "found"),
    [
        ("building", "2026-05-31", 1),
        ("building", "2026-06-01", 0),
        ("building", "2026-Q2", 0),
        ("draft", "2026-Q1", 1),
        ("launched", "2026-Q1", 0),
        ("rejected", "2026-Q1", 0),
        ("superseded", "2026-Q1", 0),
    ],
)
def test_a_launch_has_passed_when_its_last_day_has(status: str, target: str, found: int) -> None:
    text = HEAD.format(more=f"status: {status}\ntarget_launch: {target}\n") + "# T\n"
    assert len(ask("launch-passed", text)) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("status: launched\ntarget_launch: 2025-Q3\n", 1),
        ("status: launched\ntarget_launch: 2025-12-03\n", 0),
        ("status: launched\napprovals: [{date: 2025-01-01}]\n", 1),
        ("status: launched\napprovals: [{date: 2025-01-01}]\ntarget_launch: 2026-05\n", 0),
        ("status: launched\n", 0),
        ("status: building\ntarget_launch: 2025-Q3\n", 0),
        ("status: launched\ntarget_launch: 2025-Q3\noutcome: {met: no}\n", 0),
    ],
)
def test_an_outcome_is_missed_half_a_year_after_the_launch(more: str, found: int) -> None:
    assert len(ask("outcome-missing", HEAD.format(more=more) + "# T\n")) == found


# --- status and scope


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("status: approved\napprovals: [{version: 1}]\n", ["an approver (`by`) and a date"]),
        ("status: approved\napprovals: [{by: A}]\n", ["a date"]),
        ("status: approved\napprovals: [{version: 1}, {by: A, date: 2026-01-01}]\n", []),
        ("status: in-review\napprovals: [{version: 1}]\n", []),
        ("status: approved\n", []),
    ],
)
def test_an_approval_lacks_what_it_does_not_name(more: str, found: list[str]) -> None:
    messages = said(ask("status-approval-complete", HEAD.format(more=more) + "# T\n"))
    assert messages == [f"expected {lacking} in the last approval, found none" for lacking in found]


def test_an_inferred_approval_is_said_to_be_inferred() -> None:
    text = HEAD.format(more="status: approved\n") + "# T\n"
    scope = build_uncompared(Baseline("inferred", "x", date="2026-01-02"))
    assert "of 2026-01-02 is inferred" in said(ask("status-approval-recorded", text, scope=scope))[0]


def test_approvers_are_compared_without_case() -> None:
    text = HEAD.format(more="status: approved\napprovals: [{by: [ana  ruiz, Tom Hale]}]\n") + "# T\n"
    found = ask("status-approver-allowed", text, {"approvers": ["Ana Ruiz", "Tom Hall"]})
    assert said(found) == ["expected an approver (Ana Ruiz, Tom Hall), found “Tom Hale”; did you mean “Tom Hall”?"]
    assert ask("status-approver-allowed", text) == []
    text = text.replace("ana  ruiz, Tom Hale", "Jose\u0301 Hall")
    assert ask("status-approver-allowed", text, {"approvers": ["Jos\u00e9 Hall"]}) == []


@pytest.mark.parametrize(
    ("before", "status", "found"),
    [
        ("draft", "approved", "expected a move from draft to in-review or withdrawn, found approved"),
        ("superseded", "draft", "expected a move from superseded to superseded, which is final, found draft"),
        ("approved", "building", ""),
        ("approved", "Approved", ""),
        ("approved", "nonsense", ""),
    ],
)
def test_a_status_moves_along_the_lifecycle(before: str, status: str, found: str) -> None:
    text = HEAD.format(more=f"status: {status}\n") + "# T\n"
    messages = said(ask("status-transition-allowed", text, before=status_of(before)))
    assert messages == ([found] if found else [])


@pytest.mark.parametrize(
    ("status", "updated", "found"),
    [
        ("draft", date(2025, 12, 2), 1),
        ("draft", date(2025, 12, 3), 0),
        ("in-review", date(2025, 1, 1), 1),
        ("building", date(2025, 1, 1), 0),
        ("draft", None, 0),
    ],
)
def test_a_draft_goes_stale_after_half_a_year(status: str, updated: date | None, found: int) -> None:
    assert len(ask("status-stale", HEAD.format(more=f"status: {status}\n") + "# T\n", updated=updated)) == found


def change(direction: Direction, line: int | None, *, acknowledged: bool = False) -> ScopeChange:
    return ScopeChange("promise-changed", direction, "summary", "a", "b", 1, line, f"{line or 0:012x}", acknowledged)


def test_open_changes_are_counted_at_the_first_of_them() -> None:
    changes = (
        change(Direction.ALTERS, 3, acknowledged=True),
        change(Direction.WIDENS, 9),
        change(Direction.ALTERS, 7),
        change(Direction.NONE, 4),
        change(Direction.NARROWS, None),
    )
    scope = Scope(Verdict.CREEP, Baseline("digest", "x", date="2026-01-02"), changes, growth=0.1)
    (found,) = ask("scope-accepted", "# T\n", scope=scope)
    assert found.place.line == 7
    assert "approved on 2026-01-02, found 2 changes since that widen or alter it" in found.message


def test_accepted_changes_are_no_finding() -> None:
    changes = (change(Direction.ALTERS, 3, acknowledged=True),)
    assert ask("scope-accepted", "# T\n", scope=Scope(Verdict.CREEP, Baseline("digest", "x"), changes)) == []


@pytest.mark.parametrize(
    ("amendment", "growth", "found"),
    [
        ("{fingerprint: 000000000003, date: 2026-02-01}", 0.1, 0),
        ("{fingerprint: 000000000004, date: 2026-02-01}", 0.1, 1),
        ("{fingerprint: 000000000004}", 0.1, 1),
        ("{fingerprint: 000000000004, date: 2026-01-02}", 0.1, 0),
        ("{fingerprint: nonsense, date: 2026-02-01}", 0.1, 0),
        ("nonsense", 0.1, 0),
        ("{fingerprint: 000000000004, date: 2026-02-01}", None, 0),
    ],
)
def test_an_amendment_speaks_of_a_change_since_the_approval(amendment: str, growth: float | None, found: int) -> None:
    text = HEAD.format(more=f"approvals: [{{date: 2026-01-02}}]\namendments: [{amendment}]\n") + "# T\n"
    scope = Scope(Verdict.CREEP, Baseline("digest", "x"), (change(Direction.ALTERS, 3),), growth=growth)
    assert len(ask("amendments-current", text, scope=scope)) == found


# --- relations and goals


def related(status: str, *depends_on: str) -> tuple[Related, ...]:
    return (Related("other.md", status_of(status), depends_on),)


def test_each_unknown_relation_is_at_its_place() -> None:
    text = HEAD.format(more="depends_on: [there, ther]\nsupersedes: xyz\nsuperseded_by:\n") + "# T\n"
    found = ask("relations-known", text, others={"there": related("draft")})
    assert [(tuple(problem.place), problem.message) for problem in found] == [
        ((4, 21), "expected the id of a proposal, found `ther`; did you mean “there”?"),
        ((5, 13), "expected the id of a proposal, found `xyz`"),
    ]


@pytest.mark.parametrize(
    ("depends_on", "circle"),
    [
        ("here", "here → here"),
        ("[c, b]", "here → b → here"),
        ("a", "here → a → b → here"),
        ("d", ""),
        ("nowhere", ""),
    ],
)
def test_a_circle_is_named(depends_on: str, circle: str) -> None:
    others = {"a": related("draft", "b"), "b": related("draft", "here"), "c": related("draft", "a")}
    others |= {"d": related("draft", "e"), "e": related("draft", "d")}
    text = HEAD.format(more=f"depends_on: {depends_on}\n") + "# T\n"
    found = said(ask("relations-acyclic", text, others=others))
    assert found == ([f"expected dependencies that end somewhere, found a circle: {circle}"] if circle else [])


@pytest.mark.parametrize(
    ("own", "other", "found"),
    [("approved", "rejected", 1), ("in-review", "withdrawn", 1), ("approved", "superseded", 0), ("approved", "draft", 0), ("withdrawn", "rejected", 0)],
)  # fmt: skip
def test_what_was_let_go_is_not_counted_on(own: str, other: str, found: int) -> None:
    text = HEAD.format(more=f"status: {own}\ndepends_on: [other, nowhere]\n") + "# T\n"
    assert len(ask("relations-approved", text, others={"other": related(other)})) == found


def test_a_goal_is_asked_for_only_where_there_is_a_strategy() -> None:
    text = HEAD.format(more="goals: [herd-safety, herd-savety]\n") + "# T\n"
    assert ask("goal-known", text) == []
    found = said(ask("goal-known", text, goals=frozenset({"herd-safety"})))
    assert found == ["expected a goal of the strategy, found `herd-savety`; did you mean “herd-safety”?"]


# --- all of them


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[Date] " * 3_000,
        "`" * 20_000,
        "` " * 10_000,
        "a." * 10_000,
        "1 " * 10_000,
        "“" * 20_000,
        "<" * 20_000,
        "## Problem\n\n" * 1_000,
        "revolutionary " * 3_000,
        "the " * 5_000 + "best",
        "X" * 20_000,
        "# " + "all " * 5_000,
    ],
    ids=range(13),
)
@pytest.mark.usefixtures("five_seconds")
def test_no_document_keeps_the_rules_busy(text: str) -> None:
    subject = make_subject(f"# T\n\n## Call to action\n\n{text}\n", {"jargon": ["the best"]})
    for module in read_rules().values():
        list(module.check(subject))


@pytest.mark.parametrize(
    ("more", "messages"),
    [
        ("staus: approved\n", ["expected the key `status`, found `staus`"]),
        ("Target-Launch: 2026\n", ["expected the key `target_launch`, found `Target-Launch`"]),
        ("staus: approved\nstatus: draft\n", []),
        ("owners: [B]\n", []),
        ("created_by: B\nsponsor: C\napproved: yes\n", []),
    ],
)
def test_a_key_is_misspelt_where_the_one_it_is_like_is_missing(more: str, messages: list[str]) -> None:
    assert said(ask("front-matter-key-known", HEAD.format(more=more) + "# T\n")) == messages


def test_a_key_that_the_schema_refuses_is_named_once_with_the_one_it_is_like() -> None:
    unknown = Violation(("front_matter", "staus"), None, "", "", is_unknown=True)
    unwritten = unknown._replace(path=("front_matter", "status"))
    text = HEAD.format(more="staus: approved\n") + "# T\n"
    assert said(ask("front-matter-key-known", text, violations=(unknown,))) == []
    (problem,) = ask("front-matter-valid", text, violations=(unknown, unwritten))
    assert problem.message == "expected no key `staus`, found one; did you mean “status”?"
    assert problem.place.line == 4


def test_a_missing_section_may_be_told_by_a_paragraph_that_is_in_none() -> None:
    missing = (Violation(("elements",), "problem", "", ""),)
    told = "Whoever walks the hills in the dark wants to be home before the night is over."
    text = f"""# Press release

## Never lose a deer

Leeds, May 4, 2027 — Rural Co. today opened the map to all farms.

**Solution:** The collar shows each deer on a map.

“It works at night and in the rain,” said Bo Lind, a farmer.

{told}

## Getting started

Visit https://deer.example to order.
"""
    (problem,) = ask("section-unnamed", text, violations=missing)
    assert problem.place.line == HEAD.count("\n") + text[: text.index(told)].count("\n") + 1
    assert problem.message == "expected a heading or a label that names Problem, found none"
    assert problem.help == "put a heading above the lines that tell it"
    assert not ask("section-required", text, violations=missing)
    assert ask("section-unnamed", text.replace(told, f"> {told}"), violations=missing)
    for nowhere in ("It is late.", f"**Customer experience:** {told}", f"“{told}” said Bo Lind, a farmer."):
        without = text.replace(told, nowhere)
        assert not ask("section-unnamed", without, violations=missing)
        assert said(ask("section-required", without, violations=missing)) == ["expected Problem, found no such section"]


def test_a_superlative_may_be_of_a_name() -> None:
    text = "# Deer\n\n## Summary\n\n*The Best Herd Yet* opens today. With The Best Herd Yet nobody searches.\n"
    assert not ask("superlatives", text)
    assert len(ask("superlatives", text.replace("With The Best Herd Yet", "With it"))) == 1
    assert len(ask("superlatives", text.replace("The Best Herd", "the best herd"))) == 2
    assert not ask("superlatives", "# Deer\n\n## Summary\n\nThe ultimate measure is sleep.\n")


def test_a_note_on_the_document_is_no_section() -> None:
    missing = (Violation(("elements",), "problem", "", ""),)
    note = "> ⚠️ This is a draft of the press release for the launch, and nothing in it is decided or promised yet."
    assert not ask("section-unnamed", f"{note}\n\n## Summary\n\nA collar.\n", violations=missing)


def test_what_is_said_of_the_document_is_no_section_that_lacks_a_name() -> None:
    missing = (Violation(("elements",), "solution", "", ""),)
    about = "This text is written as if the product were out already; nothing in it is decided before the summer."
    told = "A collar sends the place of its deer to a map, which the farmer opens on a phone."
    text = f"# PR/FAQ: deer\n\n{about}\n\n# Press release\n\n## Never lose a deer\n\n## Problem\n\nDeer stray.\n\n## More\n\n{told}\n"
    (problem,) = ask("section-unnamed", text, violations=missing)
    assert (problem.place.line, problem.help) == (17, "if “More” (line 17) tells it, rename it")


@pytest.mark.parametrize("name", ["headline", "subheading", "quote", "call_to_action", "testimonial"])
def test_what_has_a_form_of_its_own_is_missing_where_no_text_has_it(name: str) -> None:
    missing = (Violation(("elements",), name, "", ""),)
    text = "# Deer\n\nWhoever walks the hills in the dark wants to be home before the night is over.\n"
    assert ask("section-required", text, violations=missing)
    assert not ask("section-unnamed", text, violations=missing)


def test_another_document_type_names_its_sections() -> None:
    missing = (Violation(("elements",), "external_faq", "", ""), Violation(("elements",), "decision", "", ""))
    text = "# Deer\n\nWhoever walks the hills in the dark wants to be home before the night is over.\n"
    assert ask("section-required", text, violations=missing)
    assert not ask("section-unnamed", text, violations=missing)


def test_a_missing_section_may_be_there_under_a_misspelt_name() -> None:
    missing = (Violation(("elements",), "problem", "", ""),)
    (problem,) = ask("section-required", "# Never lose a deer\n\n## Probelm\n\nDeer stray.\n", violations=missing)
    assert problem.message == "expected Problem, found no such section; did you mean Problem by “Probelm”?"
    assert problem.place.line == 7
    for title in ("Program", "A probelm that is told in a whole sentence", "Prob"):
        (problem,) = ask("section-required", f"# Never lose a deer\n\n## {title}\n\nText.\n", violations=missing)
        assert "did you mean" not in problem.message


def test_a_missing_section_may_be_there_under_a_name_of_its_own() -> None:
    text = (
        "# Never lose a deer\n\nA collar.\n\n## So lösen wir es\n\nText.\n\n"
        "## FAQ\n\n### Why?\n\nSo.\n\n## Appendix\n\nText.\n"
    )
    solution, problem = (Violation(("elements",), name, "", "") for name in ("solution", "problem"))
    (found,) = ask("section-required", text, violations=(solution,))
    assert found.help.endswith("; if “So lösen wir es” (line 9) is it, call it Solution")
    more = "".join(f"## {name}\n\nText.\n\n" for name in ("One", "Two", "Three"))
    (found,) = ask("section-required", text.replace("## FAQ", f"{more}## FAQ"), violations=(problem, solution))
    assert found.help.endswith(
        "; if “So lösen wir es” (line 9), “One” (line 13) or “Two” (line 17) is one of them, rename it"
    )
    (found,) = ask("section-required", text, violations=(Violation(("elements",), "testimonial", "", ""),))
    assert found.help == "add it under a heading or a bold label"
    (found,) = ask("section-required", "# Never lose a deer\n\nA collar.\n", violations=(problem, solution))
    assert found.help == "add a heading or a bold label for each"


IGNORED = "# T\n\n<!-- wb:ignore {rule}: it is so -->\nThe best collar.\n"


@pytest.mark.parametrize(
    ("rule", "asked", "messages"),
    [
        ("superlatives", {"superlatives": (7,)}, []),
        ("superlatives", {"superlatives": (9,)}, ["expected a place where superlatives would speak, found none"]),
        ("superlatives", {"superlatives": ()}, ["expected a place where superlatives would speak, found none"]),
        ("superlatives", {}, []),
        ("status-transition-allowed", {"status-transition-allowed": ()}, []),
        ("superlative", {}, ["expected the name of a rule to ignore, found “superlative”; did you mean “superlatives”?"]),
    ],
)  # fmt: skip
def test_a_comment_that_ignores_nothing_is_said_so(
    rule: str, asked: dict[str, tuple[int, ...]], messages: list[str]
) -> None:
    found = {name: [Problem(name, Place(line), "x", "") for line in lines] for name, lines in asked.items()}
    assert said(ask("ignore-used", IGNORED.format(rule=rule), asked=found)) == messages
    assert ask("ignore-used", IGNORED.format(rule=rule).replace(": it is so", ""), asked=found) == [] or not asked


def test_a_key_without_a_value_is_told_from_a_missing_one() -> None:
    missing = tuple(Violation(("front_matter",), key, "", "") for key in ("owner", "reason"))
    found = ask("front-matter-required", "---\nowner:\ncustomer: B\n---\n# T\n", violations=missing)
    assert [(problem.message, problem.place.line) for problem in found] == [
        ("expected a value of `owner`, found none", 2),
        ("expected the key `reason`, found none", 1),
    ]


@pytest.mark.parametrize(
    ("customer", "is_somebody"),
    [
        ("すべてのユーザー", False),
        ("お客様", False),
        ("北海道の鹿の牧場主", True),
        ("모든 사용자", False),
        ("고객", False),
        ("제주도의 목장 주인", True),
        ("все пользователи", False),
        ("Наши клиенты", False),
        ("Оленеводы Якутии", True),
        ("users and customers", False),
        ("our customers, partners & everyone", True),
        ("Kunden oder Nutzer", False),
        ("users and deer farmers", True),
    ],
)
def test_nobody_is_told_in_every_language_and_in_company(customer: str, is_somebody: bool) -> None:
    found = ask("customer-named", f"---\nowner: A\ncustomer: {customer}\n---\n# T\n")
    assert (found == []) is is_somebody


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It costs ??? a month.", ["???"]),
        ("It saves ___ hours, said _____.", ["___", "_____"]),
        ("It saves \\_\\_\\_ hours.", ["\\_\\_\\_"]),
        ("Really??? Yes!!!", []),
        ("It is ___bold and italic___ here.", []),
        ("One.\n\n___\n\nTwo.", []),
        ("What is it??", []),
    ],
)
def test_a_blank_to_be_filled_in_is_a_placeholder(text: str, words: list[str]) -> None:
    found = said(ask("section-placeholder", f"# T\n\n## Solution\n\n{text}\n"))
    assert found == [f"expected what belongs here, found the placeholder “{word}”" for word in words]


@pytest.mark.parametrize(
    ("rule", "title", "text", "expected"),
    [
        ("superlatives", "Solution", "世界初の首輪です。", True),
        ("superlatives", "Solution", "この革命的な首輪です。", True),
        ("superlatives", "Solution", "世界の首輪です。", False),
        ("superlatives", "Solution", "세계 최초의 목걸이입니다.", True),
        ("superlatives", "Solution", "Революционное приложение.", True),
        ("superlatives", "Solution", "Приложение для фермеров.", False),
        ("call-to-action-actionable", "Call to action", "店舗でご注文ください。", False),
        ("call-to-action-actionable", "Call to action", "未来は明るい。", True),
        ("call-to-action-actionable", "Call to action", "웹사이트에서 신청하세요.", False),
        ("call-to-action-actionable", "Call to action", "미래는 밝다.", True),
        ("call-to-action-actionable", "Call to action", "Закажите набор на сайте.", False),
        ("call-to-action-actionable", "Call to action", "Будущее прекрасно.", True),
        ("call-to-action-actionable", "Call to action", "Available in all stores from 1 May.", False),
        ("call-to-action-actionable", "Call to action", "Pick one up at the farm shop.", False),
        ("section-placeholder", "Solution", "発売日は［日付］ではなく [日付] です。", True),
        ("section-placeholder", "Solution", "출시일은 [날짜] 입니다.", True),
        ("section-placeholder", "Solution", "The price is tbd.", True),
        ("section-placeholder", "Solution", "The price is [to be decided].", True),
    ],
)
def test_rules_know_the_words_of_every_language(rule: str, title: str, text: str, expected: bool) -> None:
    assert bool(ask(rule, f"# T\n\n## {title}\n\n{text}\n")) is expected


CONFLICT = "<<<<<<< HEAD\nIt costs $9.\n=======\nIt costs $12.\n>>>>>>> prices\n"


def test_each_place_of_a_merge_is_named_in_the_front_matter_as_well() -> None:
    text = f"---\nowner: A\n{CONFLICT}---\n# A\n\n{CONFLICT}"
    assert [problem.place.line for problem in ask("source-merged", text)] == [3, 11]


@pytest.mark.parametrize(
    "text",
    [
        f"# A\n\n```\n{CONFLICT}```\n",
        "# A\n\nPrice\n=======\n\n>>>>>>> a deep quotation\n",
        CONFLICT.replace(">>>>>>> prices\n", ""),
    ],
)
def test_what_only_looks_like_a_merge_is_none(text: str) -> None:
    assert not list(ask("source-merged", text))


def test_a_quotation_set_apart_without_a_speaker_is_told_and_a_motto_is_not() -> None:
    release = "# Never lose a deer\n\nThe app shows each animal.\n\n> {}\n\n## FAQ\n"
    alone = release.format('"I used to walk the hills for days, and now I sleep."')
    assert [problem.place.line for problem in ask("quote-attributed", alone)] == [9]
    for quoted in ('"Never lose a deer again"', '"I used to walk the hills for days," said Tom Hale, a farmer.'):
        assert not list(ask("quote-attributed", release.format(quoted)))


def test_guidance_of_the_outline_is_told_once_and_not_in_code() -> None:
    guidance = "Describe the problem your product solves."
    text = f"# T\n\n## Problem\n\n> {guidance}\n> Herds stray.\n\n## Solution\n\n> Describe how your product elegantly solves it.\n"
    (problem,) = ask("section-placeholder", text)
    assert problem.place.line == 9
    assert problem.message.endswith("found guidance of a template; and 1 more like it further on")
    assert not list(ask("section-placeholder", f"# T\n\n```\n{guidance}\n```\n"))
