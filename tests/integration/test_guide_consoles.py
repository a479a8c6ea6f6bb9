"""What the guide shows of a terminal is what the terminal shows, and its JSON is what is printed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, proposal

EXAMPLE = ROOT / "example-site"
GUIDE = EXAMPLE / "docs" / "guide"
FARM_SHOP = "docs/proposals/farm-shop.md"
_BLOCK = re.compile(r"^```(console|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMIT = re.compile(r"\b[0-9a-f]{10}\b")
_ENVIRONMENT = {
    **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (
        ("NAME", "Tomás Echeverría"), ("EMAIL", "t@example.com"), ("DATE", "2026-11-25T12:00:00Z"))},
    "PYTHONPATH": str(ROOT),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "NO_COLOR": "1",
}  # fmt: skip


def run(folder: Path, *command: str) -> str:
    """What a command prints, wherever it prints it."""
    environment = {**os.environ, **_ENVIRONMENT}
    done = subprocess.run(command, cwd=folder, env=environment, text=True, check=False, stdout=-1, stderr=-2)
    return done.stdout


def wb(folder: Path, line: str) -> str:
    """The same of a line such as `wb check`, as a shell reads it."""
    return run(folder, "sh", "-c", f'wb() {{ {sys.executable} -m mkdocs_wb "$@"; }}; {line}')


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its history."""
    folder = tmp_path_factory.mktemp("consoles") / "example"
    subprocess.run([sys.executable, str(EXAMPLE / "replay.py"), str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture
def demo(example: Path, tmp_path: Path) -> Path:
    """A clone of it that a test may change."""
    run(tmp_path, "git", "clone", "--quiet", str(example), "demo")
    return tmp_path / "demo"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A repository as the page on getting started makes it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Our proposals\ntheme: material\nplugins: [search, wb]\n")
    run(tmp_path, "git", "init", "--quiet", "--initial-branch=main")
    return tmp_path


def blocks(page: str, language: str = "console") -> list[str]:
    text = (GUIDE / page).read_text(encoding="utf-8")
    return [found[2] for found in _BLOCK.finditer(text) if found[1] == language]


def shows(folder: Path, block: str) -> None:
    """Run the commands of a block and compare what they print: a line `…` stands for any lines."""
    command, _, quoted = block.partition("\n")
    printed, expected = (_COMMIT.sub("0" * 10, text) for text in (wb(folder, command.removeprefix("$ ")), quoted))
    parts = [re.escape(part) for part in re.split(r"^ *…\n", expected, flags=re.MULTILINE)]
    assert re.fullmatch(r"(?:.*\n)*?".join(parts), printed), f"{command} prints:\n{printed}"


def write_herd_map(folder: Path) -> None:
    (folder / "docs" / "proposals").mkdir(exist_ok=True)
    (folder / "docs" / "proposals" / "herd-map.md").write_text(proposal("in-review"), encoding="utf-8")
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "-m", "Ask")


def test_getting_started(fresh: Path) -> None:
    wb(fresh, "wb new herd-map")
    shows(fresh, blocks("start.md")[0])


@pytest.mark.parametrize("block", blocks("writing.md"))
def test_writing(demo: Path, block: str) -> None:
    shows(demo, block)


def test_approving(fresh: Path, demo: Path) -> None:
    approve, diff, move, shallow = blocks("approving.md")
    write_herd_map(fresh)
    shows(fresh, approve)
    run(fresh, "git", "commit", "--quiet", "--all", "-m", "Approve")
    shows(fresh, diff)
    shows(demo, move)
    run(demo, "git", "clone", "--quiet", "--depth=1", f"file://{demo}", "shallow")
    shows(demo / "shallow", shallow)


def test_scope(demo: Path) -> None:
    diff, budget, acknowledge, after = blocks("scope.md")
    shows(demo, diff)
    text = (GUIDE / "scope.md").read_text(encoding="utf-8").split("The **budget** is", 1)[1]
    options = yaml.safe_load(text.split("```yaml\n", 1)[1].split("```", 1)[0])["plugins"][0]["wb"]
    configuration = demo / "mkdocs.yml"
    kept = configuration.read_text(encoding="utf-8")
    configuration.write_text(
        kept.replace("- wb:\n", f"- wb:\n      scope: {json.dumps(options['scope'])}\n"), encoding="utf-8"
    )
    shows(demo, budget)
    configuration.write_text(kept, encoding="utf-8")
    shows(demo, acknowledge)
    shows(demo, after)


def _shorten(demo: Path) -> None:
    run(demo, "git", "checkout", "--quiet", "-b", "work")
    file = demo / FARM_SHOP
    file.write_text(
        file.read_text(encoding="utf-8").replace("within one day when", "within one hour when"), encoding="utf-8"
    )
    run(demo, "git", "commit", "--quiet", "--all", "-m", "Promise an hour")


def test_reviewing(demo: Path) -> None:
    _shorten(demo)
    shows(demo, blocks("reviewing.md")[0])


def test_new_and_a_wrong_option(fresh: Path) -> None:
    shows(fresh, blocks("command-line.md")[0])
    (fresh / "mkdocs.yml").write_text("plugins: [wb: {findngs: always}]\n")
    shows(fresh, blocks("configuration.md")[0])


def fits(quoted: Any, printed: Any) -> bool:
    """Whether a quotation is of what is printed: keys may be left out, and lists end early; `…` stands for any text."""
    if isinstance(quoted, dict) and isinstance(printed, dict):
        return all(key in printed and fits(value, printed[key]) for key, value in quoted.items())
    if isinstance(quoted, list) and isinstance(printed, list):
        return all(any(fits(one, other) for other in printed) for one in quoted)
    return bool(quoted == printed or (isinstance(quoted, str) and quoted.endswith("…")))


@pytest.mark.parametrize(
    ("index", "command", "prepare"),
    [
        (0, "wb check", None),
        (1, "wb diff farm-shop", None),
        (2, "wb review --base main", _shorten),
        (3, "wb inspect docs/proposals/prime.md", None),
    ],
)
def test_json(demo: Path, index: int, command: str, prepare: Callable[[Path], None] | None) -> None:
    if prepare:
        prepare(demo)
    quoted = json.loads(blocks("command-line.md", "json")[index])
    printed = json.loads(wb(demo, f"{command} --format json"))
    assert fits(quoted, printed), printed


def test_the_fingerprints_of_the_commands_are_those_of_the_example(demo: Path) -> None:
    known = [change["fingerprint"] for change in json.loads(wb(demo, "wb diff farm-shop --format json"))["changes"]]
    text = "".join(page.read_text(encoding="utf-8") for page in GUIDE.glob("*.md"))
    given = [
        word for found in re.findall(r"wb acknowledge farm-shop ([0-9a-f ]+) --by", text) for word in found.split()
    ]
    assert len(given) > 2
    assert [word for word in given if sum(one.startswith(word) for one in known) != 1] == []
