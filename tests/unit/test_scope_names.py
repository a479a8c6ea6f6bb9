"""What only is called otherwise or found elsewhere, and what reads alike and promises something else."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import Verdict

from .conftest import Compare

CLEAR = (Verdict.UNCHANGED, Verdict.EDITORIAL)
Pair = tuple[str, str]


def change(text: str, *pairs: Pair) -> Pair:
    """A text, and the same with some of its words in the place of others wherever they stand."""
    new = text
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after)
    return text, new


def name(text: str, one: str, other: str) -> Pair:
    """The same text with two names for `{}`."""
    return text.replace("{}", one), text.replace("{}", other)


MARKED = """## Headline

herdlet™

## Quote

"With herdlet, no deer is lost," said Ana Ruiz.

## Call to action

Go to herdlet.com. It is free.
"""
ANNOUNCED = """# Rural Co. launches {}, a collar for deer

Today, Rural Co. announced {}.

## Solution

{} shows each deer. {}'s map rings in Slack. No vet leaves Slack, for Slack keeps the calls.
"""
SUBJECT = """# {} finds deer at night

## Summary

Today we announce {}. {} is a collar.

## Solution

{} rings.
"""
BLANK = """## Headline

{} is a map of the hill!

## Summary

With {}, no deer is lost. It runs on Android.
"""
TYPED = """# For immediate release

**Rural Herd Operating System launches on npm**

The **Rural Herd Operating System** (Herd OS) is on npm as `rural-herd-os`. Any rural farm may use it.

Herd OS plans. Run `npx rural-herd-os plan`. Get `rural-herd-os` today.

The Rural Herd Operating System is an open framework.
"""
HERD_OS = (
    ("**Rural Herd Operating System launches", "**HerdOS launches"),
    ("**Rural Herd Operating System** (Herd OS)", "**HerdOS**"),
    ("rural-herd-os", "herdos"),
    ("Herd OS", "HerdOS"),
)
UNNAMED = """# {}

## Summary

{} draws the herd for farmers.

## Testimonial

With the help of {}, I sleep. Nobody pays ______ a month.
"""
OWNED = """# reedy: dates in the terminal

## Solution

`marsh/reedy` asks for a day. Actions in marsh/reedy build it. It reads `vault/keys`, and `vault/keys` rings.

## Call to action

    brew install marsh/tap/reedy
    winget install marsh.reedy
"""
PLACED = """# Herdlet: never lose one

## Solution

It rings (probes/radio.md). Terms are in docs/specs/terms.md. It writes report.pdf for 9999 deer.

## Call to action

Run `install-linux.sh`. At "Listening on port 9999" open http://localhost:9999/map or localhost:9999.

Pay 9iQLts25aPXRMn4CBxSm5H6kCnFDMKijsZSBebAnjXxb.
"""
GERMAN = """# Rural AG stellt {} vor

## Lösung

{} zeigt jedes Reh. {}s Karte läuft offline. Meldungen gehen an Slack, und Slack merkt sie sich. Slack ruft an.
"""

CALLED_OTHERWISE = {
    "a mark in small letters": change(MARKED, ("herdlet™", "Antler"), ("herdlet", "Antler")),
    "announced": name(ANNOUNCED, "Herdlet", "Antler"),
    "announced, of two words": name(ANNOUNCED.replace("each deer", "each deer on a map"), "Deer Map", "Antler"),
    "who does it in the title": name(SUBJECT, "Herdlet", "Antler"),
    "in full, in short and typed": change(TYPED, *HERD_OS),
    "a template's name": name(UNNAMED, "[App Name]", "Herdlet"),
    "a template's name that a site fills": (
        BLANK.replace("{} is", "Product Name is").replace("{}", "______"),
        BLANK.replace("{}", "Herd.ly"),
    ),
    "a template's title": name(UNNAMED.replace("{} draws", "...... draws"), "Project Name", "Herdlet"),
    "a blank": (
        UNNAMED.replace("help of {}", "help of _______").replace("{}", "Herdlet"),
        UNNAMED.replace("{}", "Herdlet"),
    ),
    "a template's title that goes": (
        UNNAMED.replace("# {}", "# Project Name\n\n# Herdlet").replace("{}", "Herdlet"),
        UNNAMED.replace("{}", "Herdlet"),
    ),
    "the owner of all paths": change(OWNED, ("marsh", "fenland")),
    "the day in a path": change(PLACED, ("radio.md", "radio-2026-07-22.md")),
    "the folder of a document": change(PLACED, ("docs/specs/", "legal/")),
    "a local port": change(PLACED, ("port 9999", "port 3000"), ("localhost:9999", "localhost:3000")),
    "in German": name(GERMAN, "Weidewart", "Hirtenblick"),
}

OTHER_PROMISES = {
    "a mark in one place": change(MARKED, ("herdlet,", "Antler,"), ("herdlet™", "Antler")),
    "a mark that claims": change(MARKED, ("herdlet™", "Herdlet Unlimited"), ("herdlet,", "Herdlet Unlimited,")),
    "a common noun as a mark": change(MARKED, ("herdlet", "herd")),
    "one of the places": change(ANNOUNCED.replace("{}", "Herdlet"), ("Herdlet shows", "Antler shows")),
    "a name that claims": name(ANNOUNCED, "HerdMap", "FreeHerd"),
    "a figure in the name": name(ANNOUNCED, "Deer24", "Deer7"),
    "what the product is for, beside its name": name("# Herdlet - {}\n\n## Solution\n\nIt covers {}. {} has deer. All of {}.\n", "Texas", "Oregon"),
    "the company, with a site": name("# {} helps farmers sleep\n\n## Solution\n\nHerdlet rings. {} builds it. Go to {}.com.\n", "Ruralco", "Pastureco"),
    "the company": change(ANNOUNCED.replace("{}", "Herdlet"), ("Rural Co.", "Pasture Inc.")),
    "the company, in a title of its own": change(
        ANNOUNCED.replace("# Rural Co. launches {}, a", "# Ruralco: a").replace("Rural Co.", "Ruralco").replace("{}", "Herdlet"),
        ("Ruralco", "Pastureco"),
    ),
    "a partner": change(ANNOUNCED.replace("{}", "Herdlet"), ("Slack", "Teams")),
    "a partner in the title": name("# Introducing {} sync\n\n## Summary\n\nToday we launch {} sync. {} gets it. {} rings.\n", "Acmechat", "Otherchat"),
    "a partner's part of the title": name("# Herdlet: {}\n\n## Solution\n\nIt works with {}. {} rings. {} calls.\n", "Slack", "Teams"),
    "a platform in the title": name("# Introducing {} for deer\n\n## Solution\n\n{} rings. {} shows. {} maps.\n", "Android", "Windows"),
    "another place": name(SUBJECT.replace("announce {}. {} is a collar", "help {}. {} has deer").replace("finds deer", "farms sleep"), "Texas", "Oregon"),
    "the bot of a partner": name(SUBJECT.replace("finds deer", "bots find deer").replace("rings", "bots ring"), "Slack", "Teams"),
    "product and partner swapped": change(
        ANNOUNCED.replace("{}", "Herdlet"), ("Herdlet", "@"), ("Slack", "Herdlet"), ("@", "Slack")
    ),
    "a competitor's name": (
        ANNOUNCED.replace("each deer", "what Antler hides").replace("{}", "Herdlet"),
        ANNOUNCED.replace("each deer", "what Herdlet hides").replace("{}", "Antler"),
    ),
    "another package in one command": change(TYPED, *HERD_OS, ("npx herdos", "npx flockos")),
    "a package's option": change(TYPED, *HERD_OS, ("herdos plan", "herdos plan --paid")),
    "the registry": change(TYPED, ("npm", "PyPI")),
    "a blank that is filled by another": change(UNNAMED.replace("{}", "Herdlet"), ("of Herdlet", "of our vets")),
    "a blank that is a price": change(UNNAMED.replace("{}", "Herdlet"), ("pays ______", "pays $9")),
    "a placeholder and a claim": name(UNNAMED, "Project Name", "Herdlet Free"),
    "a template's name, and another claim": (
        BLANK.replace("{} is a map", "Product Name is a plan").replace("{}", "______"),
        BLANK.replace("{}", "Herd.ly"),
    ),
    "a template's name, and what it runs on": (
        BLANK.replace("{} is", "Product Name is").replace("{}", "______"),
        BLANK.replace("{}", "Herd.ly").replace("Android", "Herd.ly phones"),
    ),
    "a partner's placeholder": change("# Herdlet\n\n## Solution\n\nIt rings with [Partner Name] at night.\n", ("[Partner Name]", "Acmechat")),
    "the owner in one path": change(OWNED, ("marsh/tap", "fenland/tap")),
    "the owner in the only path": change("# reedy: dates\n\n## Solution\n\nRun `npx marsh/reedy`.\n", ("marsh", "fenland")),
    "an owner who stays elsewhere": change(OWNED.replace("build it", "of marsh build it"), ("marsh/", "fenland/"), ("marsh.", "fenland.")),
    "the owner, and a tool": change(OWNED, ("tap/reedy", "tap/sedge"), ("marsh", "fenland")),
    "the owner of something else": change(OWNED, ("vault/", "safe/")),
    "who it is by": change(OWNED.replace("build it", "build it. Marsh answers"), ("marsh", "fenland"), ("Marsh", "Fenland")),
    "what is in a folder": change(OWNED.replace("marsh", "linux"), ("linux", "windows")),
    "a platform in a path": change(PLACED, ("install-linux", "install-windows")),
    "a format": change(PLACED, ("report.pdf", "report.html")),
    "another document": change(PLACED, ("terms.md", "sla.md")),
    "a tier": change(PLACED.replace("terms.md", "tier-1.md"), ("tier-1", "tier-2")),
    "a language in a path": change(PLACED.replace("specs/terms", "de/terms"), ("docs/de", "docs/fr")),
    "a port in one place": change(PLACED, ("port 9999", "port 3000")),
    "a port in the browser": change(PLACED, ("localhost:9999", "localhost:3000")),
    "a port and a figure": change(PLACED, ("9999", "3000")),
    "a port elsewhere": change(PLACED.replace("localhost", "maps.example"), (":9999", ":3000"), ("port 9999", "port 3000")),
    "two ports swapped": change(
        PLACED.replace("or localhost:9999", "or localhost:4000"), ("9999", "@"), ("4000", "9999"), ("@", "4000")
    ),
    "who is paid": change(PLACED, ("9iQLts25aPXRMn4CBxSm5H6kCnFDMKijsZSBebAnjXxb", "7nBnhr1cnefK977Xgz8cFvbyJdRRfcaqRs9EjcNpqU9A")),
    "a partner, in German": change(GERMAN.replace("{}", "Weidewart"), ("Slack", "Teams")),
    "one place, in German": change(GERMAN.replace("{}", "Weidewart"), ("Weidewarts", "Hirtenblicks")),
}  # fmt: skip


@pytest.mark.parametrize("pair", CALLED_OTHERWISE.values(), ids=CALLED_OTHERWISE)
def test_what_is_only_called_otherwise_promises_the_same(compare: Compare, pair: Pair) -> None:
    old, new = pair
    assert old != new
    assert compare(old, new).verdict in CLEAR
    assert compare(new, old).verdict in CLEAR


@pytest.mark.parametrize("pair", OTHER_PROMISES.values(), ids=OTHER_PROMISES)
def test_another_thing_by_another_name_is_not_clear(compare: Compare, pair: Pair) -> None:
    old, new = pair
    assert old != new
    assert compare(old, new).verdict not in CLEAR
    assert compare(new, old).verdict not in CLEAR
