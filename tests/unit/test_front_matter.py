"""The front matter: values as written, and where each of them stands."""

from __future__ import annotations

from typing import Any

import frontmatter
import pytest

from mkdocs_wb.model import FrontMatter, Place, Problem, Scalar
from mkdocs_wb.parse.matter.front_matter import parse_front_matter, peek_word
from mkdocs_wb.parse.source import parse_source

NESTED = """\
---
title: Deer Tracker
goals: [herd, "lamb care"]
approvals:
  - version: 1
    by:
      - Ana
      - Ben
  - {version: 2, digest: "wb1:00"}
outcome:
    met:   yes
---
# Deer Tracker
"""


def block(yaml: str) -> tuple[FrontMatter, str, tuple[Problem, ...]]:
    return parse_front_matter(f"---\n{yaml}\n---\n# Title\n")


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), (2, 1), (2, 8)),
        (("goals",), (3, 1), (3, 8)),
        (("goals", 1), None, (3, 15)),
        (("approvals",), (4, 1), (5, 3)),
        (("approvals", 0, "version"), (5, 5), (5, 14)),
        (("approvals", 0, "by"), (6, 5), (7, 7)),
        (("approvals", 0, "by", 1), None, (8, 9)),
        (("approvals", 1), None, (9, 5)),
        (("approvals", 1, "version"), (9, 6), (9, 15)),
        (("approvals", 1, "digest"), (9, 18), (9, 26)),
        (("outcome", "met"), (11, 5), (11, 12)),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_keys_and_values_have_their_line_and_column(
    path: tuple[str | int, ...], key: tuple[int, int] | None, value: tuple[int, int]
) -> None:
    read, _, problems = parse_front_matter(NESTED)
    assert problems == ()
    assert read.places[path] == Place(*value)
    assert read.keys.get(path) == (Place(*key) if key else None)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_only_line_feeds_count_as_lines(sign: str) -> None:
    read, _, _ = block(f'title: "a{sign}b"\nstatus: draft')
    assert read.keys[("status",)] == Place(3)


def test_the_place_of_what_is_not_there_is_its_nearest_parent() -> None:
    read, _, _ = parse_front_matter(NESTED)
    assert read.place("approvals", 1, "revision") == Place(9, 5)
    assert read.place("owner") == Place(1)


def test_the_block_ends_at_its_closing_line() -> None:
    read, body, _ = parse_front_matter(NESTED)
    assert read.end == 12
    assert body == "# Deer Tracker\n"


@pytest.mark.parametrize(
    ("written", "text", "native"),
    [
        ("0123", "0123", 123),
        ("1_000", "1_000", 1000),
        ("-4", "-4", -4),
        ("3.50", "3.50", 3.5),
        ("0x1F", "0x1F", "0x1F"),
        ("12:30", "12:30", "12:30"),
        ("off", "off", False),
        ("No", "No", False),
        ("yes", "yes", True),
        ("TRUE", "TRUE", True),
        ("~", "~", None),
        ("null", "null", None),
        ("", "", None),
        ("2026-09-01", "2026-09-01", "2026-09-01"),
        ("2026-Q3", "2026-Q3", "2026-Q3"),
        ("2026-13-99", "2026-13-99", "2026-13-99"),
        ("'off'", "off", "off"),
        ('"12"', "12", "12"),
        ("!!python/object:os.system ls", "ls", "ls"),
        ("!secret key", "key", "key"),
        (".inf", ".inf", ".inf"),
        ("Jäger", "Jäger", "Jäger"),
    ],
)
def test_a_scalar_stays_what_was_written(written: str, text: str, native: object) -> None:
    read, _, problems = block(f"value: {written}")
    value = read.values["value"]
    assert problems == ()
    assert isinstance(value, Scalar)
    assert (str(value), value.native, type(value.native)) == (text, native, type(native))


def test_a_number_of_ten_thousand_digits_is_text() -> None:
    read, _, _ = block("value: " + "9" * 10_000)
    assert read.values["value"] == "9" * 10_000


def test_an_empty_value_is_absent_for_get_text_and_texts() -> None:
    read, _, _ = block("owner:\ncustomer: ' Deer farmers '\ntags: [iot, 3, {a: b}, ' ']")
    assert read.get("owner") is None
    assert (read.text("owner"), read.text("customer"), read.text("tags")) == ("", "Deer farmers", "")
    assert (read.texts("owner"), read.texts("customer")) == ((), ("Deer farmers",))
    assert read.texts("tags") == ("iot", "3")


@pytest.mark.parametrize(
    ("yaml", "places"),
    [
        ("status: draft\nowner: A\nstatus: approved", [(4, 1)]),
        ("outcome:\n  met: yes\n  met: no", [(4, 3)]),
        ("approvals:\n  - {by: A, by: B}", [(3, 13)]),
        ("a: 1\na: 2\na: 3", [(3, 1), (4, 1)]),
        ("approvals:\n  - by: A\n  - by: B", []),
    ],
)
def test_a_key_that_stands_twice_is_reported_at_its_second_place(yaml: str, places: list[tuple[int, int]]) -> None:
    _, _, problems = block(yaml)
    assert [problem.place for problem in problems] == [Place(*place) for place in places]
    assert {problem.rule for problem in problems} <= {"front-matter-duplicate-key"}


def test_the_last_of_two_equal_keys_counts() -> None:
    read, _, (problem,) = block("status: draft\nstatus: approved")
    assert read.text("status") == "approved"
    assert read.keys[("status",)] == Place(3)
    assert "first on line 2" in problem.message


@pytest.mark.parametrize(
    ("yaml", "place", "says"),
    [
        ("- a\n- b", (2, 1), "a list"),
        ("\tstatus: draft", (2, 1), "a tab"),
        ("outcome:\n\tmet: yes", (3, 1), "a tab"),
        ("title: Deer Tracker: the herd", (2, 20), "second colon"),
        ("status: draft\ngoals: [a, b", (4, 1), "expected YAML"),
        ("status: draft\nowner: @ana", (3, 8), "expected YAML"),
        ('title: "Deer', (3, 1), "expected YAML"),
        ("a: b\n  c: d", (3, 4), "second colon"),
        ("? [a, b]\n: c", (2, 3), "a list or a mapping"),
        ("{a: b}: c", (2, 1), "a list or a mapping"),
        ("a: *nowhere", (2, 4), "expected YAML"),
        ("a: b\nc: \x07", (3, 4), "control characters"),
    ],
)
def test_what_is_no_mapping_of_names_is_a_syntax_problem_at_its_place(
    yaml: str, place: tuple[int, int], says: str
) -> None:
    _, body, problems = block(yaml)
    assert [(problem.rule, problem.place) for problem in problems] == [("front-matter-syntax", Place(*place))]
    assert says in problems[0].message
    assert body == "# Title\n"


def test_unreadable_front_matter_is_still_cut_from_the_body() -> None:
    read, body, problems = block("title: [")
    assert (read.end, dict(read.values), body, len(problems)) == (3, {}, "# Title\n", 1)


@pytest.mark.parametrize("text", ["---\n---\n# Title\n", "---\n\n---\n# Title\n", "--- \n  \n...\n# Title\n"])
def test_an_empty_block_has_no_keys_and_no_problem(text: str) -> None:
    read, body, problems = parse_front_matter(text)
    assert (dict(read.values), body, problems) == ({}, "# Title\n", ())
    assert read.end == text.count("\n") - 1


def test_a_block_of_comments_is_not_called_a_single_value() -> None:
    _, _, problems = block("# status: draft")
    assert not any("single value" in problem.message for problem in problems)


def test_a_block_may_end_the_file() -> None:
    read, body, problems = parse_front_matter("---\nstatus: draft\n---")
    assert (read.text("status"), read.end, body, problems) == ("draft", 3, "", ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Title\n",
        "---\n# Title\n",
        "----\nstatus: draft\n----\n",
        "\n---\nstatus: draft\n---\n",
        "---\nJust a line between two rules\n---\n# Title\n",
        "---\n\n# Title\n\nText.\n",
    ],
)
def test_a_document_without_front_matter_is_all_body(text: str) -> None:
    assert parse_front_matter(text) == (FrontMatter(), text, ())


def test_a_single_value_before_an_empty_body_is_a_problem() -> None:
    _, _, (problem,) = parse_front_matter("---\ndraft\n---\n")
    assert (problem.rule, problem.place) == ("front-matter-syntax", Place(2))


def test_a_block_that_is_never_closed_is_a_problem_and_stays_in_the_body() -> None:
    text = "---\nstatus: draft\n# Title\n"
    read, body, (problem,) = parse_front_matter(text)
    assert (read.end, body, problem.place) == (0, text, Place(1))
    assert "closes the front matter" in problem.message


def test_an_alias_stands_for_its_value() -> None:
    read, _, problems = block("owner: &who [Ana]\napprovals: [{by: *who}]")
    assert problems == ()
    assert read.values["approvals"] == [{"by": ["Ana"]}]


@pytest.mark.parametrize(
    "yaml",
    [
        "a: &x [*x]",
        "a: &x {b: *x}",
        "a: &x [[*x, *x], *x]",
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)),
    ],
    ids=["list in itself", "mapping in itself", "thrice in itself", "ten to the tenth"],
)
def test_aliases_without_end_are_one_problem(yaml: str) -> None:
    read, _, problems = block(yaml)
    assert [problem.rule for problem in problems] == ["front-matter-syntax"]
    assert "aliases" in problems[0].message
    assert len(read.places) < 50_000


@pytest.mark.parametrize(
    "yaml",
    [
        "a: " + "[" * 30_000,
        "a: " + "[" * 30_000 + "]" * 30_000,
        "a: " + "{b: " * 30_000 + "}" * 30_000,
        "- " * 30_000 + "a",
        "a:\n" + "- " * 30_000 + "b",
        "? " * 30_000 + "a",
        "\n".join(" " * depth + "a:" for depth in range(1_000)),
        "a: " + "[" * 41 + "]" * 41,
    ],
    ids=["open", "closed", "braces", "root dashes", "dashes", "explicit keys", "indents", "just too deep"],
)
def test_deep_nesting_is_a_problem_and_no_crash(yaml: str) -> None:
    read, body, problems = block(yaml)
    assert (dict(read.values), body) == ({}, "# Title\n")
    assert [problem.rule for problem in problems] == ["front-matter-syntax"]


def test_ordinary_nesting_is_read() -> None:
    read, _, problems = block("a: " + "[" * 30 + "]" * 30)
    assert problems == ()
    assert isinstance(read.values["a"], list)


def test_many_entries_are_not_taken_for_deep_ones() -> None:
    read, _, problems = block("goals:\n" + "\n".join(f"  - goal-{n}" for n in range(1_000)))
    assert problems == ()
    assert len(read.texts("goals")) == 1_000


def test_keys_are_text_whatever_yaml_makes_of_them() -> None:
    read, _, problems = block("1: a\ntrue: b\n2026-01-01: c\nnull: d\n'': e")
    assert problems == ()
    assert list(read.values) == ["1", "true", "2026-01-01", "null", ""]


def test_a_byte_order_mark_and_windows_line_breaks_change_nothing() -> None:
    text, _ = parse_source(b"\xef\xbb\xbf" + NESTED.replace("\n", "\r\n").encode())
    assert parse_front_matter(text) == parse_front_matter(NESTED)


ORDINARY = [
    "---\ntitle: Deer Tracker\nstatus: draft\n---\n\n# Deer Tracker\n\nText.\n",
    "---\ntitle: 'It''s here'\nnote: \"a\\tb\"\n---\nText\n",
    "---\ntags: [iot, farm]\ngoals:\n  - herd\n  - 'lamb: care'\n---\nText\n",
    "---\nowner: {name: Ana, team: Herd}\n---\nText\n",
    "---\nsummary: >\n  Folded\n  lines.\nreason: |\n  Kept\n  lines.\n---\nText\n",
    "---\n# a comment\ntitle: A # another\nempty:\n---\nText\n",
    "---\ntitle: A\n---\nText\n---\nmore: text\n---\n",
    "---\nevidence:\n  - kind: behavioral\n    source: visits\n  - kind: subjective\n---\n",
    "---\ntitle: Jäger – „Wild“ 鹿\n---\nÄ\n",
    "---\nbase: &b {x: one}\nother: *b\n---\nText\n",
    "---\n'quoted key': a\n\"another\": b\nkey with blanks: c\n---\nText\n",
    "# No front matter\n\nText\n",
    "---\ntitle: A\n---",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_documents_read_as_python_frontmatter_reads_them(text: str) -> None:
    theirs = frontmatter.loads(text)
    ours, body, problems = parse_front_matter(text)
    assert problems == ()
    assert plain(ours.values) == theirs.metadata
    assert body.strip() == theirs.content.strip()


def plain(value: Any) -> Any:
    """The values as YAML would have them."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.native


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("---\nstatus: in-review\n---\n", "in-review"),
        ("---\r\ntitle: x\r\nstatus: draft  \r\n---\r\n", "draft"),
        ("---\nstatus: draft # not yet\n---\n", ""),
        ("---\nstatus: draft\nstatus: approved\n---\n", ""),
        ('---\n"status": draft\n---\n', ""),
        ("---\nreason: >\n  status: approved\nstatus: draft\n---\n", ""),
        ("---\nstatus: 'draft'\n---\n", ""),
        ("---\ntitle: x\n---\nstatus: draft\n", ""),
        ("status: draft\n", ""),
        ("", ""),
    ],
)
def test_a_word_is_peeked_at_only_where_it_is_certain(text: str, word: str) -> None:
    assert peek_word(text.encode(), "status") == word
