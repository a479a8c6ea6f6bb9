"""What a site leaves out is told apart from what it publishes, or nothing is published."""

from __future__ import annotations

import pytest

from mkdocs_wb.doctype.schema import read_document_type
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.parse.redact import redact

SECRET = "Six hidden dollars."
HEAD = "---\ntitle: Deer\n---\n# Never lose a deer again\n\n## Summary\n\nThe app shows deer.\n\n"
ONE = "## Customer FAQ\n\n### How long?\n\nTwo years.\n\n"
TWO = "## FAQ\n\n### Customer FAQ\n\n#### How long?\n\nTwo years.\n\n"


def publish(body: str) -> str | None:
    kind = read_document_type("classic")
    found = redact(parse_proposal((HEAD + body).encode(), "a.md", kind, "prfaq"), kind, ["internal_faq"])
    return found.text if found else None


@pytest.mark.parametrize(
    "part",
    [
        "**Internal FAQ**\n\nQ: What does it cost?\nA: {}\n",
        "**Questions from leadership**\n\n{}\n",
        "**Vertraulich**\n\n{}\n",
        "**Q&A**\n\n{}\n",
        "Internal FAQ:\n\n{}\n",
        "<details><summary>Interne Fragen</summary>\n\n{}\n</details>\n",
        "<details markdown><summary>社内FAQ</summary>\n\n{}\n\n</details>\n",
        '??? note "Internal FAQ"\n\n    {}\n',
        '!!! question "For the board"\n\n    {}\n',
        '=== "Stakeholders"\n\n    {}\n',
        "/// details | Stakeholder FAQ\n\n{}\n\n///\n",
        "<h3>Skeptics</h3>\n<p>{}</p>\n",
        "<h2>社内FAQ</h2>\n\n{}\n",
        "## 社内向けよくある質問\n\n{}\n",
        "## Tough questions\n\n{}\n",
        "## For internal use only\n\n{}\n",
        "## InternalFAQ\n\n{}\n",
        "| Internal FAQ | |\n|---|---|\n| What does it cost? | {} |\n",
        "- Internal FAQ\n    - What does it cost?\n        - {}\n",
        "**Internal FAQ**\n\n### What does it cost?\n\n{}\n",
        "**Internal FAQ**\n\nQ: Why?\nA: So.\n\n---\n\n{}\n",
        "**Internal FAQ**\n\nQ: Why?\nA: So.\n\n#### Costs\n\n{}\n",
        '--8<-- "internal.md"\n\n{}\n',
        "{{% include 'internal.md' %}}\n\n{}\n",
        "<!-- {} The next part is ours. -->\n### Internal FAQ\n\n#### What does it cost?\n\nNothing.\n",
    ],
)
@pytest.mark.parametrize("before", [ONE, TWO])
def test_an_internal_part_is_never_published_in_whatever_form_it_begins(before: str, part: str) -> None:
    assert SECRET not in (publish(before + part.format(SECRET)) or "")


@pytest.mark.parametrize(
    "part",
    [
        "",
        "### What about the team?\n\n**Note:** it is small. **See below.**\n",
        "### Is it internal?\n\nNo.\n",
        "**Where?**\n\nHere.\n",
        "<details><summary>Does it rust?</summary>No.</details>\n",
        '!!! note "Good to know"\n\n    It floats.\n',
        "- It works with internal tools\n- Contact us\n",
        "## Appendix\n\nA table:\n\n| Part | Price |\n|---|---|\n| Collar | $9 |\n",
        "**Internal FAQ**\n\nQ: What does it cost?\nA: Nothing.\n\n## Appendix\n\nText.\n",
    ],
)
def test_what_is_for_customers_is_published(part: str) -> None:
    text = publish(ONE + part)
    assert text is not None
    assert "Two years." in text
    assert "Nothing." not in text


def test_what_stands_before_a_part_that_is_left_out_stays() -> None:
    text = publish(
        f"{TWO}See [all].\n\n[all]: https://example.com\n<!-- {SECRET} -->\n\n### Internal FAQ\n\n{SECRET}\n"
    )
    assert text is not None
    assert "[all]: https://example.com" in text
    assert SECRET not in text


@pytest.mark.parametrize(
    "notes",
    [
        "[^2]: By us.\n\n    {}\n",
        "[^2]:\n    By us.\n\n    - {}\n\n    ```\n    {}\n    ```\n",
        "[^2]: By us\n{}\n",
        '[costs]: https://example.com\n"{}"\n',
        "[costs]:\nhttps://example.com ({})\n",
        "[COSTS]: https://example.com '{}'\n",
    ],
)
def test_what_only_a_left_out_part_refers_to_goes_whole(notes: str) -> None:
    part = "### Internal FAQ\n\n#### What does it cost?\n\nThis.[^2] See [it][Costs].\n\n"
    text = publish(
        f"{TWO}Yes.[^1]\n\n{part}## Appendix\n\nText.\n\n{notes.format(SECRET, SECRET)}\n[^1]: More.\n\n    And more.\n"
    )
    assert text is not None
    assert SECRET not in text
    assert "And more." in text


def test_what_only_the_published_text_refers_to_stays_even_at_the_end_of_a_part_that_is_left_out() -> None:
    part = f"### Internal FAQ\n\n#### What does it cost?\n\n{SECRET}[^2] See [it][costs].\n\n"
    notes = f"[^1]: Taxes.\n\n    More taxes.\n\n[^2]: {SECRET}\n[all]: https://example.com/all\n[costs]: https://example.com/ours\n"
    text = publish(f"{TWO}Yes.[^1] See [all] and [costs].\n\n{part}{notes}")
    assert text is not None
    assert SECRET not in text
    assert "[^1]: Taxes.\n\n    More taxes." in text
    assert "[all]: https://example.com/all" in text
    assert "/ours" not in text  # both refer to it


@pytest.mark.usefixtures("five_seconds")
def test_many_definitions_are_looked_through_in_the_time_of_their_length() -> None:
    publish("".join(f"[a{n}]: https://example.com\n\n" for n in range(5_000)) + TWO + "### Internal FAQ\n\nText.\n")
