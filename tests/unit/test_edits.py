"""Two versions of a text, paragraph by paragraph."""

from __future__ import annotations

import pytest

from mkdocs_wb.scope.edits import mark_paragraphs, read_content

HEAD = "---\nstatus: draft\ntitle: Deer\ncustomer: [Farmers, Vets]\n---\n"


def marked(old: str, new: str) -> list[str]:
    """Each paragraph with what came in as {+…+} and what went as [-…-]."""
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return [
        "".join(signs[part.op].format(part.text) for part in runs)
        for runs in mark_paragraphs(read_content(old), read_content(new))
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("One.\n\nTwo.\n\nThree.\n", "One.\n\nTwo and more.\n\nThree.\n", ["Two{+ and more+}."]),
        ("One.\n", "One.\n\nTwo.\n\nThree.\n", ["{+Two.\n\nThree.+}"]),
        ("One.\n\nTwo.\n", "One.\n", ["[-Two.-]"]),
        ("One.\n\nTwo.\n\nThree.\n\nFour.", "Three.\n\nOne.\n\nTwo.\n\nFour.", []),
        ("One.\n\n\n \nTwo.", "One.\n\nTwo.", []),
        ("- One\n- Two\n- Three\n", "- Three\n- One\n- Four\n- Five\n", ["[-- Two-]", "{+- Four\n- Five+}"]),
        (
            "Two years.\n\n### Does it float?\n\nYes, on water.\n\n### Is it red?\n\nNo.\n",
            "About two years, not three.\n\n### Is it red?\n\nNo.\n",
            ["[-Two-]{+About two+} years{+, not three+}.", "[-### Does it float?\n\nYes, on water.-]"],
        ),
        ("鹿を追う。\n\n料金は九ドル。\n", "料金は十ドル。\n", ["[-鹿を追う。-]", "料金は[-九-]{+十+}ドル。"]),
        ("---\n\n***\n", "___\n", ["[----\n\n***-]", "{+___+}"]),
        ("", "", []),
    ],
)
def test_only_what_differs_is_shown(old: str, new: str, shown: list[str]) -> None:
    assert marked(old, new) == shown


def test_of_the_front_matter_what_is_promised_is_shown() -> None:
    new = HEAD.replace("draft", "approved").replace("Vets", "Hunters")
    assert marked(HEAD + "One.\n", new + "One.\n") == ["title: Deer\ncustomer: Farmers, [-Vets-]{+Hunters+}"]
