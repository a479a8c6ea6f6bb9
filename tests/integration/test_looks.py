"""What a team draws itself."""

from __future__ import annotations

import gzip
from pathlib import Path

import mkdocs_wb
from mkdocs_wb.render.assets import read_script, read_style
from tests.browser import odd
from tests.conftest import ROOT

TEMPLATES = {path.name for path in (Path(mkdocs_wb.__file__).parent / "render" / "templates").iterdir()}
# What others include or import, and so is drawn only where they are ours.
PARTS = {"macros.html", "changes.html", "sizes.html"}
FRAMES = {"page.html", "portfolio.html"}


def test_a_team_can_override_any_template(tmp_path: Path) -> None:
    site = odd.write_portfolio(tmp_path / "repo")
    folder = site.root / "overrides" / "wb"
    folder.mkdir(parents=True)
    for name in TEMPLATES - PARTS - FRAMES:
        (folder / name).write_text(f"<p>OURS {name}</p>")
    built = site.build({"findings": "always"}, theme={"name": "material", "custom_dir": "overrides"})
    drawn = "".join(path.read_text() for path in built.rglob("*") if path.suffix in (".html", ".xml", ".svg"))
    assert {name for name in TEMPLATES - PARTS - FRAMES if f"<p>OURS {name}</p>" not in drawn} == set()
    for name in FRAMES:
        (folder / name).write_text(f"<p>OURS {name}</p>")
    index = site.build(theme={"name": "material", "custom_dir": "overrides"}) / "portfolio" / "index.html"
    assert "<p>OURS page.html</p>" in index.read_text()


def test_the_guide_names_every_template() -> None:
    guide = (ROOT / "example-site" / "docs" / "guide" / "publishing.md").read_text("utf-8")
    assert {name for name in TEMPLATES if f"`{name}`" not in guide} == set()


def test_style_and_script_are_small() -> None:
    assert 10_000 < sum(len(gzip.compress(text.encode())) for text in (read_style(), read_script())) < 20_000
