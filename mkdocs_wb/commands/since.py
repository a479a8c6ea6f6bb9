"""Where a branch began: its proposals as they were judged there, and which of today's a change may have reached."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from ..checkout import read_checkout
from ..configuration import Configuration
from ..doctype.schema import BUNDLED
from ..errors import WbError
from ..history.base import find_base
from ..history.changes import read_changes
from ..history.git import Trouble, find_repository
from ..history.history import History
from ..history.images import show_at
from ..lifecycle import Status
from ..model import Entry, Finding
from ..pipeline import Pipeline, open_pipeline
from ..review.findings import drop_known
from ..rules.subject import Index
from ..sources import Source
from .affected import find_touched, list_standings, read_affected

_UNKNOWN, _UNSIGNED = "baseline-known", "status-approver-allowed"
_WORD = re.compile(rb"""[\s/()<>\[\]{}"'|#?,;:=\\]+""")


class Since:
    """The point at which the present branch left a revision.

    Args:
        revision: a commit, tag or branch.
        configuration: today's; the one from there counts for what was there, if it can be read.
        pipeline: of today's configuration.
        folder: in the repository.

    Raises:
        WbError: the repository or the revision cannot be read; says what mends it.
    """

    def __init__(self, revision: str, configuration: Configuration, pipeline: Pipeline, folder: Path) -> None:
        repository = find_repository(folder)
        if isinstance(repository, Trouble):
            message = f"{repository.message}; {repository.help}"
            raise WbError(message)
        self.close = repository.close
        self._pipeline = pipeline
        self._root = repository.root.resolve()
        self._files = History(self._root, repository, None)
        self._fork = find_base(repository, revision).fork
        changes = read_changes(repository, self._fork)
        self._names = {change.new: change.old for change in changes if change.new}  # what is new leads to None
        self._gone = {change.old for change in changes if change.old}
        self._checkout = read_checkout(repository, self._fork, {})
        then = configuration
        self._then = pipeline
        with suppress(WbError):  # what could not be read there is judged as today
            found = self._checkout.configure(configuration.file, folder)
            self._then, then = (open_pipeline(found, self._checkout.read), found) if found else (pipeline, then)
        self._sources = self._checkout.find_sources([then])
        self._proposals: frozenset[str | None] = frozenset()
        self._is_set_up_anew = self._differs(configuration, then)

    def choose(self, everything: Iterable[Source], chosen: Iterable[Source]) -> Iterator[Source]:
        """Those that the change may have reached: it touches them, what they name or show, or how they are judged."""
        everything = list(everything)
        self._proposals = frozenset(map(self._name, (source.file for source in everything)))
        gone = [source for name, source in self._sources.items() if name in self._gone]
        added = [source for source in everything if self.touches(source)]
        touched = find_touched(list_standings(self._then, gone), list_standings(self._pipeline, added))
        others = self._list_others(added)
        for source in chosen:
            if (
                self._is_set_up_anew
                or self.touches(source)
                or not others.isdisjoint(_WORD.split(source.data))
                or read_affected(self._pipeline, source, touched)
            ):
                yield source

    def _list_others(self, added: Iterable[Source]) -> frozenset[bytes]:
        """The last words of the names of what else differs, as a document has them that shows or names such a file."""
        proposals = self._sources.keys() | {self._name(source.file) for source in added}
        names = [Path(name).name for name in {*self._names, *self._gone} - proposals if name]
        written = {os.fsencode(form) for name in names for form in (name, quote(name, errors="surrogateescape"))}
        return frozenset(_WORD.split(name)[-1] for name in written)

    def touches(self, source: Source) -> bool:
        """Whether the file itself differs, or is in no repository that could tell."""
        name = self._name(source.file)
        return name is None or name in self._names

    def find_status(self, source: Source) -> Status | None:
        """The status that a proposal had there; None for one that is new, or whose status meant nothing."""
        earlier = self._find(source)
        return self._then.status(self._then.read(earlier)) if earlier else None

    def drop_known(self, entry: Entry, source: Source, history: History, today: date) -> tuple[Finding, ...]:
        """The findings that were not there before. That what is touched cannot be compared is said again."""
        earlier = self._find(source)
        if earlier is None:
            return entry.findings
        old = self._then.read(earlier)
        baseline = self._then.baseline(old, earlier, history)
        scope = self._then.compare(old, show_at(baseline, old.text, self._fork, self._find_name(source), self._files))
        updated = history.find_updated(source.file)
        known = self._then.judge_compared(old, scope, self._index, today, None, updated.date() if updated else None)
        new = drop_known(entry.findings, entry.proposal, known.findings, old)
        why = {problem.rule for problem in entry.proposal.problems} if entry.proposal.is_unreadable else set()
        if entry.scope.baseline.unsigned:
            why.add(_UNSIGNED)
        again = {_UNKNOWN, *why} if self.touches(source) else set()
        return tuple(finding for finding in entry.findings if finding in new or finding.rule in again)

    def _find(self, source: Source) -> Source | None:
        """The same proposal as it was, under the path that it had; None for one that is new, or was none there."""
        name = self._find_name(source)
        is_new = name not in self._sources and self._name(source.file) in self._proposals
        if not name or is_new or not self._checkout.is_file(self._root / name):
            return None
        path = self._sources[name].path if name in self._sources else source.path
        return Source(path, source.file, self._checkout.read(self._root / name))

    def _find_name(self, source: Source) -> str:
        """The path from the repository's root that a file had there; empty where it had none."""
        name = self._name(source.file)
        return (self._names.get(name, name) if name is not None else None) or ""

    @cached_property
    def _index(self) -> Index:
        return self._then.glance(self._sources.values())

    def _name(self, file: Path) -> str | None:
        """A file's path from the repository's root; None where it is not in there."""
        real = file.resolve()
        return real.relative_to(self._root).as_posix() if real.is_relative_to(self._root) else None

    def _differs(self, now: Configuration, then: Configuration) -> bool:
        """Whether other files are proposals, or judged otherwise: by other settings, document types or goals."""
        own = [target for target in now.settings.types.values() if target not in BUNDLED]
        files = [now.folder / name for name in (*own, now.settings.strategy)]
        sides = [(one.settings, one.docs_dir, one.exclude_docs) for one in (now, then)]
        return sides[0] != sides[1] or any(
            _read(self._checkout.read, file) != _read(Path.read_bytes, file) for file in files
        )


def _read(read: Callable[[Path], bytes], file: Path) -> bytes | None:
    try:
        return read(file)
    except OSError:
        return None
