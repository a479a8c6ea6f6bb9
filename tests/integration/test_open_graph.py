"""What a page says of itself where its address is shared."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.conftest import Site, proposal

ADDRESS = "https://example.com/wb/"
EVIL = '"><script>alert(1)</script> & more'


def properties(folder: Path, name: str) -> list[tuple[str, str]]:
    head = (folder / name / "index.html").read_text().split("</head>")[0]
    found = re.findall(r'<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)">', head)
    return [(key, html.unescape(value)) for key, value in found]


def test_a_proposal_says_its_title_summary_day_and_address(site: Site) -> None:
    site.commit("Write", {"proposals/deer.md": proposal()})
    assert properties(site.build(site_url=ADDRESS), "proposals/deer") == [
        ("og:site_name", "Test"),
        ("og:url", f"{ADDRESS}proposals/deer/"),
        ("twitter:card", "summary"),
        ("og:title", "Deer Tracker"),
        ("og:type", "article"),
        ("og:description", "The app shows a farmer where each of 1,000 deer is. It costs $9 a month."),
        ("article:modified_time", "2026-01-04T00:00:00+00:00"),
    ]


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_every_theme_has_them_once_and_without_an_address_none_is_made_up(site: Site, theme: str) -> None:
    text = proposal(title=f"title: '{EVIL}'").replace("The app shows", f"{EVIL} shows")
    site.commit("Write", {"proposals/deer.md": text, "index.md": "# Home"})
    folder = site.build(theme={"name": theme})
    found = properties(folder, "proposals/deer")
    assert dict(found)["og:title"] == EVIL
    assert "& more shows" in dict(found)["og:description"]
    assert "og:url" not in dict(found)
    assert len(found) == len(dict(found))
    assert dict(properties(folder, "portfolio"))["og:title"] == "Portfolio"
    assert properties(folder, "") == []


def test_what_the_theme_says_already_is_not_said_again(site: Site) -> None:
    overrides = site.root / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text(
        '{% extends "base.html" %}{% block extrahead %}<meta property="og:title" content="Theirs">{% endblock %}'
    )
    site.commit("Write", {"proposals/deer.md": proposal()})
    found = properties(site.build(theme={"name": "material", "custom_dir": str(overrides)}), "proposals/deer")
    assert [value for key, value in found if key == "og:title"] == ["Theirs"]
    assert dict(found)["og:type"] == "article"


@pytest.mark.parametrize(
    ("more", "body", "image"),
    [
        ("image: map.png", "", ("proposals/map.png", "")),
        ("image: images/herd.png", "![x](map.png)", ("images/herd.png", "")),
        ("", "![gone](gone.png) ![A map](map.png)", ("proposals/map.png", "A map")),
        ("", "![far](https://elsewhere.example/x.png)", None),
        ("image: gone.png", "", None),
    ],
)
def test_the_picture_is_one_that_the_site_has(site: Site, more: str, body: str, image: tuple[str, str] | None) -> None:
    text = proposal(more=more).replace("## Problem", f"{body}\n\n## Problem")
    pictures = {"proposals/map.png": b"\x89PNG", "images/herd.png": b"\x89PNG"}
    site.commit("Write", {"proposals/deer.md": text, **pictures})
    found = dict(properties(site.build(site_url=ADDRESS), "proposals/deer"))
    assert found.get("og:image") == (ADDRESS + image[0] if image else None)
    assert found.get("og:image:alt", "") == (image[1] if image else "")


def test_a_long_summary_is_cut_at_a_word_and_its_dateline_left_out(site: Site) -> None:
    long = proposal().replace("The app shows", f"**DAVIS, 2 March 2027** — The app {'really ' * 60}shows")
    site.commit("Write", {"proposals/deer.md": long, "proposals/ja.md": "# 鹿\n\n## Summary\n\n" + "鹿を追跡" * 90})
    folder = site.build()
    described = dict(properties(folder, "proposals/deer"))["og:description"]
    assert described.startswith("The app really")
    assert described.endswith("really…")
    assert len(described) <= 201
    assert len(dict(properties(folder, "proposals/ja"))["og:description"]) == 201


def test_nothing_tells_of_an_element_that_is_left_out(site: Site) -> None:
    site.commit("Write", {"proposals/deer.md": proposal().replace("The app shows", "CANARY-55 shows")})
    page = (
        site.build({"publish": {"leave_out": {"elements": ["summary"]}}}) / "proposals" / "deer" / "index.html"
    ).read_text()
    assert "CANARY-55" not in page
    assert "og:title" in page
