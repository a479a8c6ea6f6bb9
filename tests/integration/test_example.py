"""The example site: its broken exhibit gets exactly the findings that stand beside it, the others none that fail."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.atom import ATOM, read_feed
from tests.integration.test_data import read_data

EXAMPLE = ROOT / "example-site"
BROKEN = EXAMPLE / "broken"


def wb(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs_wb", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("example") / "demo"
    subprocess.run([sys.executable, str(EXAMPLE / "replay.py"), str(target)], check=True, capture_output=True)
    return target


def test_the_broken_exhibit_gets_exactly_its_expected_findings() -> None:
    result = wb(BROKEN, "check")
    assert result.stdout == (BROKEN / "expected.txt").read_text()
    assert result.returncode == 2  # its approval leads nowhere, too
    assert result.stdout.count("error[") > 8


def test_the_examples_feed_and_data_are_valid(demo: Path) -> None:
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=demo, check=True)
    data, _ = read_data(demo / "site")
    assert len(data["proposals"]) == 16
    feed = read_feed((demo / "site" / "portfolio" / "feed.xml").read_bytes())
    kinds = {category.get("term") for category in feed.iter(f"{ATOM}category")}
    assert kinds >= {"proposed", "moved", "approved", "launched", "let-go", "scope-changed", "outcome"}


def test_no_proposal_of_the_example_fails(demo: Path) -> None:
    result = wb(demo, "check")
    assert result.returncode == 0, result.stdout
    assert "16 proposals" in result.stdout


@pytest.mark.parametrize(
    ("name", "verdict", "kinds"),
    [
        ("deer-tracker", "Only editorial changes", {"Reworded"}),
        ("herd-health-alerts", "Scope creep", {"Figure changed"}),
        ("farm-shop", "Scope creep", {"Promise added", "Commitment hardened", "Question added"}),
        ("antenna-loan", "Narrowed", {"Promise removed", "Commitment softened", "Question removed"}),
        ("fence-watch", "Unchanged", set()),
        ("collar-two", "Unchanged", set()),
        ("vet-portal", "Not approved", set()),
    ],
)
def test_what_became_of_the_examples_promises(demo: Path, name: str, verdict: str, kinds: set[str]) -> None:
    result = wb(demo, "diff", name)
    assert result.stdout.startswith(verdict)
    shown = {
        line.split(": ", 1)[1].split("  ")[0] for line in result.stdout.splitlines() if re.match(r"  (?:was )?\d", line)
    }
    assert shown == kinds


def test_the_example_has_every_status(demo: Path) -> None:
    texts = [path.read_text() for path in (demo / "docs" / "proposals").glob("*.md")]
    assert len(texts) == 16
    for status in ("draft", "in-review", "approved", "building", "launched", "rejected", "withdrawn", "superseded"):
        assert any(f"\nstatus: {status}\n" in text for text in texts), status


def test_two_replays_are_one_history(demo: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    subprocess.run([sys.executable, str(EXAMPLE / "replay.py"), str(again)], check=True, capture_output=True)
    heads = {
        subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, check=True).stdout
        for folder in (demo, again)
    }
    assert len(heads) == 1
