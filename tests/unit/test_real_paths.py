"""Where a file is, links followed, is what the system says."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.real_paths import RealPaths


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
