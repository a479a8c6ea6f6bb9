"""The parts of an FAQ that are told by who asks in them."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("For customers", "For leadership", ["external_faq", "internal_faq"]),
        ("For residents", "For the city", ["external_faq", "internal_faq"]),
        ("For hikers", "For the club", ["external_faq", "internal_faq"]),
        ("For leadership", "For hikers", ["internal_faq", "external_faq"]),
        ("Für Bürgerinnen und Bürger", "Für die Stadt", ["external_faq", "internal_faq"]),
        ("2.1 Extern", "2.2 Intern", ["external_faq", "internal_faq"]),
        ("Pricing", "Privacy", []),
    ],
)
@pytest.mark.parametrize("form", ["### {}", "**{}**"])
def test_two_groups_are_the_customers_and_the_others(
    read: Read, first: str, second: str, names: list[str], form: str
) -> None:
    groups = (f"{form.format(title)}\n\n**Is it so?**\n\nYes.\n\n" for title in (first, second))
    found = read(f"# Never lose a deer\n\n## FAQ\n\n{''.join(groups)}").elements
    assert [element.name for element in found if element.start > 3] == names


def test_of_more_groups_each_unknown_one_is_of_customers(read: Read) -> None:
    groups = "".join(f"### For {who}\n\n#### Is it so?\n\nYes.\n\n" for who in ("hikers", "riders", "runners"))
    found = read(f"# Never lose a deer\n\n## FAQ\n\n{groups}").questions
    assert [question.audience for question in found] == ["external"] * 3


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Questions from farmers", "external_faq"),
        ("What customers will ask", "external_faq"),
        ("FAQ — the listener's questions", "external_faq"),
        ("FAQ für Landwirte", "external_faq"),
        ("Вопросы от фермеров", "external_faq"),
        ("お客様FAQ", "external_faq"),
        ("외부용 자주 묻는 질문", "external_faq"),
        ("Questions from the board", "internal_faq"),
        ("What leadership will ask", "internal_faq"),
        ("Frequently Asked Questions — Internal (Product, Engineering & Finance Stakeholders)", "internal_faq"),
        ("Legal FAQ", "internal_faq"),
        ("사내용 FAQ", "internal_faq"),
        ("Questions you may have", "faq"),
        ("Technical questions", None),
        ("Farmers", None),
        ("What farmers get", None),
    ],
)
def test_a_heading_says_who_asks_in_any_words(read: Read, title: str, name: str | None) -> None:
    found = read(f"# Never lose a deer\n\nDeer are found.\n\n## {title}\n\n**Is it so?**\n\nYes.\n").elements
    named = {element.name for element in found if element.name.endswith("faq")}
    assert named - ({"faq"} if name != "faq" else set()) == ({name} if name else set())
