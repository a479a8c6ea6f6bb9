"""Promises that are told by where they stand: in a cell, under an item, in a tab, in a note, in code, or unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.model import DocumentType, Verdict
from mkdocs_wb.parse.language.titles import fold_title
from mkdocs_wb.scope.taking import find_statements

from .conftest import Compare, Read
from .test_scope_adverse import CLEAR
from .test_scope_cases import DOCUMENTS
from .test_scope_retold import BY_MEANING

TABLE = "| Feature | Free | Paid |\n|---|---|---|\n"
PLANS = "| Plan | {} |\n|---|---|\n| Farm | $9 |"
FREE = "It is free."
CHANGED = [
    # heads and cells of a table
    (PLANS.format("Monthly"), PLANS.format("Yearly")),
    (PLANS.format("Price"), PLANS.format("Price from")),
    ("| A plan | Monthly |\n|---|---|\n| Farm | $9 |", "| Herd size | Yearly |\n|---|---|\n| Farm | $9 |"),
    (f"{TABLE}| Export | yes | no |", f"{TABLE.replace('Free | Paid', 'Paid | Free')}| Export | yes | no |"),
    (f"{TABLE}| Export | • | • |", f"{TABLE}| Export | - | • |"),
    (f"{TABLE}| Export | ● | ● |", f"{TABLE}| Export | ○ | ● |"),
    (f"{TABLE}| Export | ★ | ★★ |", f"{TABLE}| Export | ★ | ★★★ |"),
    # items within items
    ("- Vets:\n    - see maps\n- Owners:\n    - edit maps", "- Vets:\n    - edit maps\n- Owners:\n    - see maps"),
    ("- Free plan\n    - export\n- Paid plan\n    - alerts", "- Free plan\n- Paid plan\n    - export\n    - alerts"),
    ("- Now\n    - export\n    - print\n- Not yet\n    - alerts", "- Now\n    - export\n- Not yet\n    - print\n    - alerts"),
    # where one sentence ends and the next begins
    ("We share no data. With partners we share maps.", "We share no data with partners. We share maps."),
    ("It warns vets only. At night it warns owners.", "It warns vets. Only at night it warns owners."),
    ("You pay nothing. Until May it is a trial.", "You pay nothing until May. It is a trial."),
    ("It works offline. Unless you pay, ads are shown.", "It works offline unless you pay. Ads are shown."),
    # what is said is only asked
    ("It finds each deer.", "It finds each deer?"),
    ("- It finds each deer.", "- Does it find each deer?"),
    # tabs and notes
    (
        f'=== "Wales"\n\n    {FREE}\n\n=== "Fife"\n\n    It is paid.',
        f'=== "Fife"\n\n    {FREE}\n\n=== "Wales"\n\n    It is paid.',
    ),
    (
        "It is free.[^1] Alerts cost.[^2]\n\n[^1]: In the US.\n[^2]: In the EU.",
        "It is free.[^2] Alerts cost.[^1]\n\n[^1]: In the US.\n[^2]: In the EU.",
    ),
    # code
    ("```\nprice = 9 * seats\n```", "```\nprice = 9 / seats\n```"),
    ("```python\nif ready: sell()\n```", "```python\nif !ready: sell()\n```"),
    # what is written and not seen
    (FREE, f"<p hidden>{FREE}</p>"),
    (FREE, f'<p class="a" style="margin: 0; display:none">{FREE}</p>'),
    (FREE, f"<div hidden>\n\n{FREE}\n\n</div>"),
    (FREE, f"{{--{FREE}--}}"),
    (FREE, f"{{~~{FREE}~>It is paid.~~}}"),
    # what is shown when one points at it
    ('See [the map](m.md "open all day").', 'See [the map](m.md "open all night").'),
    ('See [the map][m].\n\n[m]: m.md "Free until May"', 'See [the map][m].\n\n[m]: m.md "Free until June"'),
    ("![Map](m.svg 'Room for two herds')", "![Map](m.svg 'Room for eight herds')"),
    ('The <abbr title="seats for 4">cabin</abbr>.', 'The <abbr title="seats for 8">cabin</abbr>.'),
    ('<input type="submit" value="Try it for 14 days">', '<input type="submit" value="Try it for 30 days">'),
    ('<input placeholder="Up to 4 herds">', '<input placeholder="Up to 9 herds">'),
    ('<a aria-label="Free for farms" href="m">go</a>', '<a aria-label="Free for all" href="m">go</a>'),
    ('Get [it](m.md){ .md-button title="2 weeks" }.', 'Get [it](m.md){ .md-button title="9 weeks" }.'),
    ("See [the map](m.md).", 'See [the map](m.md "Alerts for each farm are free of charge").'),
    # signs
    ("Export: :material-check:", "Export: :material-close:"),
    ("Export: :octicons-check-16:", "Export: :octicons-x-16:"),
    ("Export: :fontawesome-solid-circle-check:", "Export: :fontawesome-solid-circle-xmark:"),
    ("It is free ∀ farms.", "It is free ∃ farms."),
]  # fmt: skip
SAME = [
    (FREE, f"<p>{FREE}</p>"),
    (FREE, f'<p title="the hidden cost" class="hidden-xs">{FREE}</p>'),
    (FREE, f'<p aria-hidden="true">{FREE}</p>'),
    (FREE, "{++It is free.++}"),
    (FREE, "It is free{>> says who? <<}."),
    (FREE, ":material-leaf: It is free."),
    (FREE, "It is free :fontawesome-brands-x-twitter:."),
    (f"{TABLE}| Export | - | yes |", f"{TABLE}| Export | | yes |"),
    ("It is free.[^1]\n\n[^1]: In the US.", "It is free.[^us]\n\n[^us]: In the US."),
    ("- Vets:\n    - see maps\n- Owners", "- Vets:\n\n    - see maps\n\n- Owners"),
]


def stand(chunk: str) -> tuple[str, str]:
    """A document with a piece of Markdown in its solution, and one with it in an answer."""
    document = DOCUMENTS["en"]
    return document.replace("- It works without", f"{chunk}\n\n- It works without"), f"{document}\n{chunk}\n"


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_what_changes_by_its_place_or_sign_is_never_clear(compare: Compare, old: str, new: str) -> None:
    for before, after in zip(stand(old), stand(new), strict=True):
        assert compare(before, after).verdict not in CLEAR
        assert compare(after, before).verdict not in CLEAR


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_reads_the_same_is_clear(compare: Compare, old: str, new: str) -> None:
    for before, after in zip(stand(old), stand(new), strict=True):
        assert compare(before, after).verdict in CLEAR
        assert compare(after, before).verdict in CLEAR


def test_a_promise_that_is_hidden_is_removed(compare: Compare) -> None:
    for before, after in zip(stand(FREE), stand(f"<p hidden>{FREE}</p>"), strict=True):
        assert compare(before, after).verdict is Verdict.NARROWED


@pytest.mark.parametrize("charge", ["Fees apply to parcels.", "A mast is required.", "Parcels are taxed extra."])
def test_a_charge_that_is_gone_does_not_narrow(compare: Compare, charge: str) -> None:
    document = DOCUMENTS["en"]
    told = document.replace("- It lasts two years.", f"- It lasts two years.\n- {charge}")
    assert compare(told, document).verdict is Verdict.CREEP


EXAMPLES = Path(__file__).parents[2] / "example-site" / "docs" / "proposals"


@pytest.mark.parametrize(
    "text",
    [BY_MEANING, BY_MEANING.replace("Hook", "Works worldwide"), *(path.read_text() for path in EXAMPLES.glob("*.md"))],
)
def test_every_line_that_is_read_is_compared(read: Read, classic: DocumentType, text: str) -> None:
    proposal = read(text)
    said = {statement.line for statement in find_statements(proposal, classic).walk()}
    shown = [block for block in proposal.blocks if block.kind != "rule" and block.text.strip()]
    assert shown
    unsaid = [block.text for block in shown if said.isdisjoint(range(block.start, block.end + 1))]
    assert {fold_title(one.rstrip(":")) for one in unsaid} <= set(classic.aliases)
