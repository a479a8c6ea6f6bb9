"""A portfolio of what nobody expects, built in any theme."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.conftest import Site, proposal

Built = Callable[[str], str]  # from a theme to the address of the site in it
MATERIAL: dict[str, Any] = {
    "name": "material",
    "font": False,
    "features": ["navigation.instant"],
    "palette": [
        {
            "media": f"(prefers-color-scheme: {media})",
            "scheme": scheme,
            "toggle": {"icon": "material/brightness-4", "name": media},
        }
        for media, scheme in (("light", "default"), ("dark", "slate"))
    ],
}
THEMES: dict[str, dict[str, Any]] = {
    "material": MATERIAL,
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
}
NAME = "A site of oddities"
EXTENSIONS: list[Any] = [{"toc": {"permalink": True}}, "tables", "fenced_code", "md_in_html"]

URL = "https://example.com/" + "a-very-long-path-without-a-break/" * 8
TITLE = "<img src=x onerror=alert(1)> 🦌 متتبع الغزلان " + "and on and on " * 18
CELLS = [[f"value {row}.{column} unbreakableword" for column in range(11)] for row in range(12)]

_WIDE = f"""\
---
title: Wide things
status: in-review
owner: [Ana Ruiz, Benedikt Obermüller-Schwarzenberger, "0123"]
customer: Everyone who ever printed a table
created: 0001-01-01
target_launch: 9999-12-31
tags: [print, wide]
goals: [safety]
depends_on: [deer, nobody-at-all]
evidence:
  - {{kind: behavioral, source: "{URL}", finding: "31 of 40 <searches> failed"}}
  - {{kind: qualitative, source: 14 visits, finding: They asked}}
---
# Wide things on narrow paper

*For everyone who has to print a table of eleven columns.*

## Summary

Today a table fits. See {URL} for more.

## Problem

{"|".join(f"Column {column}" for column in range(11))}
{"|".join(["---"] * 11)}
{chr(10).join("|".join(row) for row in CELLS)}

## Solution

```
{"x = function_with_a_long_name(argument_one, argument_two, argument_three, argument_four, argument_five, argument_last)"}
```

And `{"code_without_any_break_" * 8}` too.

## Customer experience

![A wide picture](wide.png)

![A tall picture](tall.png)

## FAQ

<details markdown><summary>Does it fit?</summary>

Folded answers do, too.

</details>
"""
_TITLED = f"""\
---
title: "{TITLE}"
status: approved
owner: 7
customer: مربو الغزلان في كاليفورنيا
target_launch: 1969-Q4
---
# متتبع الغزلان 🦌

## Summary

التطبيق يظهر للمزارع مكان كل غزال.
"""
_JAPANESE = """\
---
title: 鹿追跡アプリケーション広大な土地を持つ酪農家のための群れの健康管理と位置確認システム
status: building
owner:
customer: カリフォルニアの鹿農家と非常に長い名前を持つ農業協同組合連合会の会員の皆様
---
# 鹿を二度と見失わない

## 概要

アプリは各鹿の位置を農家に示します。料金は月額九ドルです。これは長い文章で、空白がありません。
"""
_GERMAN = """\
---
title: Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung
status: rejected
reason: Die Rechtsschutzversicherungsgesellschaft für Grundstücksverkehrsgenehmigungszuständigkeitsübertragungen lehnt ab.
owner: Bundesausbildungsförderungsgesetzänderungsausschuss
customer: Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz
tags: [Kraftfahrzeughaftpflichtversicherung]
goals: [Arbeiterunfallversicherungsgesetz]
---
# Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz

## Zusammenfassung

Die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft zeigt alles.
"""
_STRATEGY = """\
direction: Nobody searches in the dark.
markets: {farms: {title: Farms, value_proposition: Every animal in sight.}}
goals:
  safety: {title: No deer is lost, why: It hurts., measure: Deer lost a year, horizon: 2027-Q4, market: farms, key_actions: [Collars]}
  lonely: {title: A goal that nobody serves}
"""
# One page of every kind that we draw.
PAGES = [
    "proposals/deer/",
    "proposals/wide/",
    "proposals/titled/",
    "proposals/ja/",
    "proposals/de/",
    "proposals/plain/",
    "proposals/launched/",
    "portfolio/",
    "portfolio/board/",
    "portfolio/roadmap/",
    "portfolio/decisions/",
    "portfolio/outcomes/",
    "portfolio/let-go/",
    "portfolio/strategy/",
    "portfolio/numbers/",
    "portfolio/owners/herd-team/",
    "portfolio/customers/deer-farmers-in-california/",
    "portfolio/goals/safety/",
    "portfolio/goals/lonely/",
    "portfolio/history/proposals/deer/",
]


def write_portfolio(root: Path) -> Site:
    """A repository with a proposal that crept, one that was launched, and the odd ones."""
    site = Site(root)
    review = site.commit("Ask for a review", {"proposals/deer.md": proposal("in-review")})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben Okoro, Cleo Ito], revision: {review}}}\ngoals: safety"
    site.commit("Approve", {"proposals/deer.md": proposal("approved", approval)})
    site.commit("Build", {"proposals/deer.md": proposal("building", approval)})
    crept = proposal("building", approval, price="$19", feature="- A zeppelin over the herd\n- A second map\n")
    site.commit("Raise <b>the price</b>", {"proposals/deer.md": crept})
    outcome = "outcome: {date: 2026-03-01, met: partly, summary: Half of it.}\nsupersedes: plain"
    site.commit("Launch", {"proposals/launched.md": proposal("launched", outcome, title="title: Mast & Co.")})
    (site.root / "strategy.yml").write_text(_STRATEGY)
    texts = {"wide": _WIDE, "titled": _TITLED, "ja": _JAPANESE, "de": _GERMAN, "plain": "Only a line.\n"}
    site.commit("Write", {f"proposals/{name}.md": text for name, text in texts.items()})
    far = {
        f"far-{year}": f"---\nstatus: draft\ntarget_launch: {year}-Q1\n---\n# Far {year}\n"
        for year in range(2027, 2031)
    }
    site.commit("Plan", {f"proposals/{name}.md": text for name, text in far.items()})
    pictures = {"wide": draw(1600, 500), "tall": draw(400, 1600)}
    site.commit("Draw", {f"proposals/{name}.png": data for name, data in pictures.items()})
    site.commit("Welcome", {"index.md": "# Home\n\nText."})
    return site


def write_beginning(root: Path, number: int) -> Site:
    """A repository with a strategy, and with none or one proposal; what it can have, the one has."""
    site = Site(root)
    (site.root / "strategy.yml").write_text(_STRATEGY)
    site.commit("Welcome", {"index.md": "# Home\n\nText."})
    if number:
        for status in ("draft", "in-review", "approved", "launched"):
            more = "goals: safety\ntarget_launch: 2026-Q1"
            if status == "launched":
                more += "\noutcome: {date: 2026-03-01, met: partly, summary: Half of it.}"
            site.commit(status, {"proposals/deer.md": proposal(status, more)})
    return site


def darken(page: Page, theme: str) -> None:
    """See to it that a page which was opened with the dark scheme is dark."""
    if theme == "mkdocs":
        page.evaluate("document.documentElement.dataset.bsTheme = 'dark'")
    else:
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def draw(width: int, height: int) -> bytes:
    """A grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
