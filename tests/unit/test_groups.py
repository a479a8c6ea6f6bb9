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
