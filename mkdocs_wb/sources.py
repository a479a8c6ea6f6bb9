"""Which files are proposals, and their bytes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from .configuration import Configuration
from .errors import WbError
from .history.log import SUFFIXES
from .real_paths import shown
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: as it is called in findings and links, where it is, and its bytes."""

    path: str
    file: Path
    data: bytes


class ProposalPattern:
    """Which paths below docs_dir are proposals: those that the globs match, save the portfolio's own page."""

    def __init__(self, settings: Settings, exclude: str = "") -> None:
        self._wanted = GitIgnoreSpec.from_lines(settings.proposals)
        self._excluded = GitIgnoreSpec.from_lines([".*", *exclude.splitlines()])
        self._index = settings.portfolio_index

    def matches(self, path: str) -> bool:
        """Whether a path with forward slashes is a proposal's."""
        return path != self._index and self._wanted.match_file(path) and not self._excluded.match_file(path)


def read_sources(configuration: Configuration) -> list[Source]:
    """The proposals of a site, sorted by path.

    Raises:
        WbError: none of the patterns matches a file, so that nothing would be checked and all would look well; a link
            leads to no file.
    """
    pattern = ProposalPattern(configuration.settings, configuration.exclude_docs)
    sources = []
    seen: set[str] = set()  # a link may lead back up
    for walked, folders, files in os.walk(configuration.docs_dir, followlinks=True):
        real = os.path.realpath(walked)
        folders[:] = [] if real in seen else sorted(name for name in folders if not name.startswith("."))
        files = [] if real in seen else files  # noqa: PLW2901
        seen.add(real)
        folder = Path(walked)
        below = folder.relative_to(configuration.docs_dir).as_posix()
        start = "" if below == "." else f"{below}/"
        for name in sorted(files):
            if not name.lower().endswith(SUFFIXES) or not pattern.matches(start + name):
                continue
            file = folder / name
            if file.is_file():
                sources.append(Source(start + name, file, file.read_bytes()))
            elif file.is_symlink():
                message = (
                    f"{Path(shown(file.parent), file.name).as_posix()}: the link leads nowhere; mend it, or take it out"
                )
                raise WbError(message)
    if not sources:
        patterns = ", ".join(configuration.settings.proposals)
        message = f"no proposals: nothing below {shown(configuration.docs_dir)} matches {patterns}; write one with `wb new ID`"
        raise WbError(message)
    return sorted(sources, key=lambda source: source.path)
