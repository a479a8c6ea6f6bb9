"""Where files are, links followed."""

from __future__ import annotations

import os
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


def find_root(folder: Path) -> Path:
    """The nearest folder upward that is a repository's; the folder itself where none is."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)


def shown(path: Path) -> str:
    """A path as a person would type it from where they stand; as it is where that is another repository."""
    here, real = Path.cwd(), path.resolve()
    return Path(os.path.relpath(real, here)).as_posix() if real.is_relative_to(find_root(here)) else str(path)
