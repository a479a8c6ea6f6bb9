"""The histories of the files of a site, which may lie in several repositories."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from .git import find_root
from .history import History, read_history


class Histories:
    """The histories of files that may lie in several repositories: one may be a submodule of another."""

    def __init__(self, folder: Path, files: Iterable[Path]) -> None:
        self._homes: dict[Path, Path] = {}
        groups: dict[Path, list[Path]] = {self._home(folder / "x"): []}
        for file in files:
            groups.setdefault(self._home(file), []).append(file)
        self._histories = {home: read_history(home, members) for home, members in groups.items()}
        self._own = self._histories[self._home(folder / "x")]

    @property
    def head_date(self) -> datetime | None:
        """When the last commit was made in the repository of the folder."""
        return self._own.head_date

    def of(self, file: Path) -> History:
        """The history that a file has its revisions in."""
        return self._histories[self._home(file)]

    def state(self) -> tuple[tuple[object, ...], ...]:
        """What is found hangs on this and on the files' bytes: as long as it is the same, so is that."""
        return tuple(
            (home, history.trouble, history.gap, *history.list_refs()) for home, history in self._histories.items()
        )

    def silence(self, commits: Collection[str] | None = None) -> None:
        """Forget the messages of some commits, or of all."""
        for history in self._histories.values():
            history.silence(commits)

    def close(self) -> None:
        """Let every git go."""
        for history in self._histories.values():
            history.close()

    def _home(self, file: Path) -> Path:
        """The root of the work tree that a file is in, looked for once for each folder."""
        folder = file.parent
        if folder not in self._homes:
            self._homes[folder] = find_root(file)
        return self._homes[folder]
