"""Where files are, links followed."""

from __future__ import annotations

from pathlib import Path


class RealPaths:
    """What files lead to. A folder is looked up once, however many of its files are asked for."""

    def __init__(self) -> None:
        self._folders: dict[Path, Path] = {}

    def of(self, file: Path) -> Path:
        """A file's path without links in it."""
        if file.is_symlink() or not file.name or file.name == "..":
            return file.resolve()
        folder = file.parent
        if folder not in self._folders:
            self._folders[folder] = folder.resolve()
        return self._folders[folder] / file.name
