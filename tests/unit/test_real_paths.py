"""Where a file is, links followed, is what the system says."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.real_paths import RealPaths, shown


@pytest.mark.parametrize(
    "name", ["plain/a.md", "linked/a.md", "plain/link.md", "linked/link.md", "plain/gone.md", "linked/.."]
)
def test_it_is_what_the_system_says(tmp_path: Path, name: str) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.md").touch()
    (tmp_path / "elsewhere.md").touch()
    (tmp_path / "plain" / "link.md").symlink_to("../elsewhere.md")
    (tmp_path / "linked").symlink_to("plain", target_is_directory=True)
    real = RealPaths()
    real.of(tmp_path / "linked" / "other.md")  # the folder is known from then on
    assert real.of(tmp_path / name) == (tmp_path / name).resolve()


def test_a_message_names_a_file_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, elsewhere = tmp_path / "repo" / "docs" / "proposals", tmp_path / "other" / "a.md"
    here.mkdir(parents=True)
    (tmp_path / "repo" / ".git").mkdir()
    monkeypatch.chdir(here)
    assert shown(tmp_path / "repo" / "mkdocs.yml") == "../../mkdocs.yml"
    assert shown(here / "a.md") == "a.md"
    assert shown(elsewhere) == str(elsewhere)
