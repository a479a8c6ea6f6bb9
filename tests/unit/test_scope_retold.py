"""What may be told anew without promising anything else, each with its twin that does promise something."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import Verdict

from .conftest import Compare, Read

CLEAR = (Verdict.UNCHANGED, Verdict.EDITORIAL)
TEXT = """# Herd Map: never lose a deer again

## Summary

A siren comes with every gate of the farm.

## Hook

Every spring, fences give way at night. The search takes all day.

## Problem

Farmers walk for days and lose their deer in the hills.

## Testimonial

"This is amazing," said Bo Lind, a farmer.

## Chart

![Losses by month](chart.png)

## Solution

Herd Map shows the farmer where each deer of the herd is. It rings at night for the rider.

Beyond the old hills and the herd, Herd Map shows the river.

### Basic plan

The map of the whole valley comes with every collar.

### Farm plan

Vets see the fences of the farm on Herdlet.

## FAQ

### What does it cost?

Each collar costs nine dollars a month.

### Does it work abroad?

Yes, wherever an antenna stands.
"""
HOOK = "Every spring, fences give way at night. The search takes all day."


def edit(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def hook(said: str) -> str:
    return edit((HOOK, said))


RETOLD = {
    "a hook told anew": hook(
        "As a deer farmer, you are the one who walks. Every night you sift through hills and valleys while deer wander off."
    ),
    "a hook that wishes": hook("The search takes all day. There has to be a better way to search."),
    "a hook in other words": hook("Every spring, old fences give way at night. The tedious search takes all day."),
    "a hook of what most do": hook(f"{HOOK} Most farmers search the hills at night."),
    "a hook that is shorter": hook("Every spring, fences give way at night."),
    "a hook of the author's": hook(f"{HOOK} My own search in the hills was the worst."),
    "praise in other words": edit(("This is amazing", "I love it, what a great idea")),
    "a question of what happens": edit(("### What does it cost?", "### What happens?")),
    "praise besides": edit(('"This is amazing,"', '"So good!" "This is amazing,"')),
    "what a chart shows": edit(
        ("(chart.png)\n", "(chart.png)\n\nFigure 1. Riders and collars of the valley by month.\n")
    ),
    "a bare remark on its state": edit(("## Hook", "*Internal draft.*\n\n## Hook")),
    "a question asked otherwise": edit(("### What does it cost?", "### How much does each collar cost?")),
    "what is said elsewhere": edit(
        ("of the farm.\n\n## Hook", "of the farm. Herd Map shows the farmer where each deer of the herd is.\n\n## Hook")
    ),
    "that it is made up": edit(("## FAQ", "Note: this press release is a hypothetical example.\n\n## FAQ")),
    "and what it was written for": edit(
        ("## FAQ", "*This document is fictional. It was written for demonstration purposes.*\n\n## FAQ")
    ),
    "what it leads over from": edit(("Beyond the old hills and the herd", "Beyond the valley")),
    "where to ask in French": edit(("## FAQ", "Pour plus d'informations, contactez [votre contact].\n\n## FAQ")),
    "where to ask in Spanish": edit(("## FAQ", "Para más información, visite nuestro sitio web.\n\n## FAQ")),
    "a status": edit(("## Hook", "Status: shipped\n\n## Hook")),
}
ADDED = {
    "a hook with a figure": hook(f"{HOOK} The search takes 3 riders."),
    "a hook that offers": hook(f"{HOOK} Every farmer gets a map of the hills."),
    "a hook that says what will be": hook(f"{HOOK} The search will take a moment."),
    "a hook of ours": hook(f"{HOOK} We walk the hills at night."),
    "a hook with the product": hook(f"{HOOK} Herd Map walks the hills at night."),
    "a hook with the product by another word": hook(f"{HOOK} At night the app walks the hills."),
    "a hook with the product as it": hook(f"{HOOK} It walks the hills at night."),
    "a hook with another word in the place of one": hook("Every spring, fences give way at night. The rider takes all day."),
    "a hook of what comes early": hook(f"{HOOK} Riders search the hills early."),
    "a hook that costs": hook(f"{HOOK} A search of the hills costs a dollar."),
    "a hook with a name that no title has": edit((HOOK, f"{HOOK} At night Herdlet walks the hills.")),
    "a hook that is a thing": hook(f"{HOOK} At night the hook closes the fences."),
    "an answer below a background": edit(
        ("nine dollars a month.", "nine dollars a month.\n\n**Background**\n\nFarmers lose their deer in the hills.")
    ),
    "a hook in which a pain is over": hook(f"{HOOK} Farmers never lose their deer."),
    "a hook with less pain": hook(f"{HOOK} Farmers walk fewer days."),
    "a hook of what nobody spoke of": hook(f"{HOOK} Vaccines reach cattle on islands."),
    "a hook that repeats what is new": hook(f"{HOOK} Vaccines reach cattle on islands. Cattle on islands love vaccines."),
    "a hook that names what few words tell": hook(f"{HOOK} Riders hear of the search at home, before fences speak."),
    "praise with what it does": edit(("This is amazing", "I love it, and the siren calls the vet")),
    "praise by somebody else": edit(('"This is amazing," said Bo Lind', '"I love it," said Ana Ruiz')),
    "praise of what has to be": edit(("This is amazing", "This must be amazing")),
    "what a chart shows of more": edit(("(chart.png)\n", "(chart.png)\n\nFigure 1. Deer in 12 counties by month.\n")),
    "what a chart shows of the product": edit(("(chart.png)\n", "(chart.png)\n\nFigure 1. Deer that Herd Map finds by month.\n")),
    "a wish and its answer": hook(f"{HOOK} There has to be a better way, and farmers get one."),
    "the same outside the hook": edit(("for the rider.", "for the rider. The tedious search takes all day.")),
    "a question that narrows": edit(("### What does it cost?", "### What does it cost in winter?")),
    "a question of what the answer says not": edit(("### Does it work abroad?", "### Does it work on islands?")),
    "a question with no": edit(("### What does it cost?", "### What does no collar cost?")),
    "what another plan says": edit(
        ("on Herdlet.", "on Herdlet. The map of the whole valley comes with every collar.")
    ),
    "what an answer says": edit(("for the rider.", "for the rider. Each collar costs nine dollars a month.")),
    "what the problem says": edit(
        ("for the rider.", "for the rider. Farmers walk for days and lose their deer in the hills.")
    ),
    "what is said of something else": edit(("of the farm.\n\n## Hook", "of the farm. It rings at night for the rider.\n\n## Hook")),
    "a made up release that offers": edit(
        ("## FAQ", "This press release is a hypothetical example, and vets ride free.\n\n## FAQ")
    ),
    "a made up release with a date": edit(("## FAQ", "This release is a placeholder for the launch in May.\n\n## FAQ")),
    "an offer after it": edit(("## FAQ", "*This document is fictional. It was written for vets who ride.*\n\n## FAQ")),
    "what it leads over to": edit(("Beyond the old hills and the herd", "Beyond the radar")),
    "an offer in French": edit(("## FAQ", "Pour plus d'informations, commandez un collier.\n\n## FAQ")),
    "a status that offers": edit(("## Hook", "Status: shipped free\n\n## Hook")),
}  # fmt: skip
GONE = {
    "a hook of what nobody spoke of",
    "a hook that repeats what is new",
    "a hook that names what few words tell",
}  # what the world is like need not be told


@pytest.mark.parametrize("name", RETOLD)
def test_what_is_told_anew_promises_nothing_else(compare: Compare, name: str) -> None:
    assert RETOLD[name] != TEXT
    assert compare(TEXT, RETOLD[name]).verdict is Verdict.EDITORIAL


@pytest.mark.parametrize("name", ADDED)
def test_what_promises_in_passing_is_not_clear(compare: Compare, name: str) -> None:
    assert compare(TEXT, ADDED[name]).verdict is Verdict.CREEP
    assert name in GONE or compare(ADDED[name], TEXT).verdict not in CLEAR


NAMED = """# Questions about it (PR/FAQ)

**{full} (`{short}`)**

`{short}` tells the riders where deer are. A map of the herd is in `{short}`.

## Solution

{other} works at night. Run `{short} install` to begin. Our map system knows every herd of rural Napa.
"""


def named(full: str, short: str, other: str) -> str:
    return NAMED.format(full=full, short=short, other=other)


FORKED = named("Rural Herd Map System", "rural-herd-map", "Herd Map")
SAME_NAME = {
    "what it stands for": named("HerdMap", "herdmap", "HerdMap"),
    "the same in two words": named("HerdMap", "herdmap", "Herdmap"),
}
OTHER_NAME = {
    "of an ordinary word": named("Market", "market", "Market"),
    "of another animal": named("SheepMap", "sheepmap", "SheepMap").replace("deer", "sheep").replace("herd", "flock"),
    "in one place only": FORKED.replace("Run `rural-herd-map", "Run `herdmap"),
    "of one that is no system": named("Rural Herd Zoo", "rural-herd-zoo", "Rural Herd Zoo"),
}


@pytest.mark.parametrize("new", SAME_NAME.values(), ids=SAME_NAME)
def test_a_name_in_the_first_bold_line_may_be_another(compare: Compare, new: str) -> None:
    assert compare(FORKED, new).verdict in CLEAR


@pytest.mark.parametrize("new", OTHER_NAME.values(), ids=OTHER_NAME)
def test_another_product_there_is_not_clear(compare: Compare, new: str) -> None:
    assert compare(FORKED, new).verdict not in CLEAR


def test_a_command_may_be_another_that_is_no_word(compare: Compare) -> None:
    old = named("Rural Herd Map", "rural-herd-map", "`rural-herd-map`")
    assert compare(old, named("Herdlet", "herdlet", "`herdlet`")).verdict in CLEAR
    assert compare(old, named("Market", "market", "`market`")).verdict not in CLEAR


def test_a_name_that_is_explained_as_another_is_not_clear(compare: Compare) -> None:
    old, new = named("Cattle Ring", "herdfinder", "HerdFinder"), named("Sheep Ring", "herdminder", "HerdMinder")
    assert compare(old, new).verdict not in CLEAR
    assert compare(old, new.replace("Sheep Ring", "Cattle Ring")).verdict in CLEAR


BOLD_JAPANESE = (
    "# プレスリリース\n\n> **「{0}」を公開**\n\n「{0}」は{1}の群れを見せる。\n\n「{0}」は鳴る。\n\nマップは無料。\n"
)


def test_a_japanese_name_in_a_bold_line_may_be_another(compare: Compare) -> None:
    old, new = BOLD_JAPANESE.format("鹿マップ", "鹿"), BOLD_JAPANESE.format("群れマップ", "鹿")
    assert compare(old, new).verdict in CLEAR
    assert compare(old, BOLD_JAPANESE.format("羊マップ", "羊")).verdict not in CLEAR


BY_MEANING = """# Predicting Flight Delays Before You Pack

## Hook
You check the board, and the gate has changed again. Somewhere in the terminal a family is missing a wedding. Airlines blame the weather, and travelers are left guessing.

## Problem Statement
Flight delays cost travelers time and money. Existing apps only report a delay once the airline announces it, which is far too late to rebook. Frequent flyers have no way to compare routes by how reliable they are.

## Solution Description
This project trains a model on ten years of public flight records and predicts the chance of a delay for any route and hour. Travelers enter a flight number and see a risk score with the main reasons behind it.
"""


def test_a_heading_above_what_its_meaning_alone_names_is_read(compare: Compare, read: Read) -> None:
    assert [element.title for element in read(BY_MEANING).named("summary")] == ["Hook"]
    other = BY_MEANING.replace("## Hook", "## Works worldwide")
    assert compare(BY_MEANING, other).verdict not in CLEAR
    assert compare(other, BY_MEANING).verdict not in CLEAR
    assert (
        compare(BY_MEANING, BY_MEANING.replace(" Somewhere in the terminal a family is missing a wedding.", "")).verdict
        in CLEAR
    )
    assert (
        compare(BY_MEANING, BY_MEANING.replace("left guessing.", "left guessing. It gets boats.")).verdict not in CLEAR
    )


def test_the_target_of_a_chart_at_the_end_changes_nothing(compare: Compare) -> None:
    old = TEXT.partition("## FAQ")[0] + "## Chart\n\n![Herd chart](TBD)\n"
    new = old.replace("(TBD)", "(https://charts.example/herd.png)")
    assert compare(old, new).verdict in CLEAR
    assert compare(old, new.replace("Herd chart", "Herd chart of 12 farms")).verdict not in CLEAR
