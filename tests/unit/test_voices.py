"""Who is quoted: somebody of those who build it, or somebody who uses it."""

from __future__ import annotations

import pytest

from mkdocs_wb.doctype.schema import parse_document_type
from mkdocs_wb.parse.proposal import parse_proposal

from .conftest import Read

RELEASE = "# Herd Finder finds deer\n\nDavis, June 1, 2026 — Rural Co. launches Herd Finder.\n\n"
BOTH = """\
## Quotes

"The herd was never lost; we were," said Ana Ruiz, director at Rural Co.

"I slept through May," said Bo Lind, a deer farmer in Napa.
"""


def test_under_quotes_each_voice_is_what_its_speaker_is(read: Read) -> None:
    voices = [(element.name, element.start) for element in read(RELEASE + BOTH).elements if element.start > 4]
    assert voices == [("quote", 7), ("testimonial", 9)]


def test_under_a_heading_that_says_whose_they_are_all_are_theirs(read: Read) -> None:
    for title, name in (("Leadership quotes", "quote"), ("Testimonials", "testimonial")):
        found = read(RELEASE + BOTH.replace("Quotes", title)).elements
        assert [element.name for element in found if element.start > 4] == [name, name]


def test_a_type_that_knows_quotes_alone_keeps_them() -> None:
    elements = {name: {"wb": {"parent": "press_release"}} for name in ("quote", "summary")}
    schema = {"properties": {"elements": {"properties": {"press_release": {}, **elements}}}}
    found = parse_proposal((RELEASE + BOTH).encode(), "a.md", parse_document_type(schema, "a")).elements
    assert [element.name for element in found if element.start > 4] == ["quote", "quote"]


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("Dee Alvarez, crew leader, Napa Trail Club", "testimonial"),
        ("Dee Alvarez, crew leader, Rural Co.", "quote"),
        ("Dee Alvarez, VP, Engineering", "quote"),
        ("*CISO, Fortune 500 Financial Services Company*", "testimonial"),
        ("Head of IT at a mid-sized hospital", "testimonial"),
        ("Platform lead, e-commerce retailer", "testimonial"),
        ("Leiterin IT, eines mittelständischen Verlags", "testimonial"),
        ("CTO, Rural Co., a small company in Leeds", "quote"),
        ("CEO of the company", "quote"),
        ("Director, our hospital", "quote"),
    ],
)
def test_a_signature_may_end_with_whom_the_speaker_works_for(read: Read, signature: str, name: str) -> None:
    found = read(f"{RELEASE}> We found the herd before lunch.\n>\n> — {signature}\n").elements
    assert [element.name for element in found if element.start == 5] == [name]


def test_a_quotation_may_stand_in_raw_html(read: Read) -> None:
    text = f'{RELEASE}<blockquote>\n"I slept through May," said Bo Lind, a deer farmer in Napa.\n</blockquote>\n'
    assert [(element.start, element.end) for element in read(text).named("testimonial")] == [(5, 7)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Quote — Farmer", "testimonial"),
        ("Quote from a farmer", "testimonial"),
        ("Player quotes from the world of deer and hills", "testimonial"),
        ("Quote — Rural Co.", "quote"),
        ("Stimme einer Bäuerin", "testimonial"),
        ("What leaders say", "quote"),
        ("What farmers say", "testimonial"),
    ],
)
def test_a_title_tells_whose_a_quote_is(read: Read, title: str, name: str) -> None:
    found = read(f'{RELEASE}## {title}\n\n"The herd is where it should be." Kim Roe\n').elements
    assert [element.name for element in found if element.start == 5] == [name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("> I wrote this in a barn. — @mkrall, author", "quote"),
        ("> It found my herd in a night. — a farmer in Napa", "testimonial"),
        ("— Мы нашли стадо до обеда, — сказала Ольга, директор.", "quote"),
        ("— It is a collar, — and a map.", None),
        ("> It is a collar — a small one.", None),
    ],
)
def test_a_voice_may_have_dashes_in_the_place_of_quotation_marks(read: Read, line: str, name: str | None) -> None:
    found = [element.name for element in read(f"{RELEASE}{line}\n").elements if element.start == 5]
    assert [one for one in found if one in ("quote", "testimonial")] == ([name] if name else [])


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (
            '"We mapped the herd in a week," said Lee Roe, director of risk at early adopter Horizon Farms.',
            "testimonial",
        ),
        ('"We mapped the herd in a week," said Lee Roe, director of risk at Rural Co.', "quote"),
        ('***"With Herd Finder nobody searches in the dark any more."***\n\n_Lee Roe, head of products_', "quote"),
        ('**"With Herd Finder nobody searches in the dark any more."**\n\nLee Roe, head of products', "quote"),
        ('**"With Herd Finder nobody searches in the dark any more."**\n\nLee Roe has kept deer for years.', ""),
        ("5言語で動く「群れをもう二度と見失わない」という約束を、一つの地図にまとめます。", ""),
        ("「もう夜の山を探し歩かなくて済みます」と農家の山田さんは語ります。", "testimonial"),
    ],
)
def test_who_speaks_is_told_by_where_they_work_and_by_the_line_below(read: Read, paragraphs: str, name: str) -> None:
    found = read(f"{RELEASE}{paragraphs}\n\nIt costs $9.\n").elements
    assert [element.name for element in found if element.name in ("quote", "testimonial")] == ([name] if name else [])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Words from farmers", "testimonial"),
        ("Stimmen der Kunden", "testimonial"),
        ("Отзыв фермера", "testimonial"),
        ("導入者の声", "testimonial"),
        ("사용자의 목소리", "testimonial"),
        ("Voz del cliente", "testimonial"),
        ("Farmer quote", "testimonial"),
        ("Statement from the CEO", "quote"),
        ("Statement der Geschäftsführung", "quote"),
        ("担当者の声", "quote"),
        ("Mot du fondateur", "quote"),
        ("Instant messages for farmers", None),
        ("Voice control for members", None),
        ("Customer problem statement", "problem"),
    ],
)
@pytest.mark.parametrize("form", ["## {}\n\n", "**{}:** "])
def test_a_title_says_who_speaks_in_its_own_words(read: Read, title: str, name: str | None, form: str) -> None:
    found = read(f"{RELEASE}{form.format(title)}The herd is where it should be.\n").elements
    named = [element.name for element in found if element.start == 5 and element.found_by in ("heading", "label")]
    if title.startswith("Customer") and form.startswith("*"):
        name = None  # a label has no words of its own beside the element's name
    assert named == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We could not see it before," said a hospital IT director.', "testimonial"),
        ('"We could not see it before," said a director of Rural Co. on Monday.', "quote"),
        ('"I kept losing my own deer," said Kim Roe, who built Herd Finder.', "quote"),
        ('For Kim Roe, a farm manager, it is all one.\n\n"My nights are short," says Kim.', "testimonial"),
        ('Kim Roe sends it.\n\n"The nights are short," says Kim.', "quote"),
    ],
)
def test_who_has_no_name_or_was_told_of_before_uses_it(read: Read, text: str, name: str) -> None:
    found = read(f"{RELEASE}{text}\n").elements
    assert [element.name for element in found if element.name in ("quote", "testimonial")] == [name]
