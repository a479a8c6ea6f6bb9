"""Which revision brought each change in, and how much stood at each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ..history.branches import Branch
from ..history.git import GitError
from ..history.history import History
from ..history.images import is_committed
from ..history.since import find_since, read_versions
from ..model import Images, Proposal, Revision, Scope, ScopeChange, Stand, Version
from ..parse.source import parse_source
from ..scope.diff import diff_proposals
from ..scope.sentences import Sentences
from ..scope.trace import replace_changes, trace_changes, trace_image
from .reader import Reader

_MOST_STANDS = 40  # points of the trail: more than a small chart can show


@dataclass
class Tracing:
    """A comparison with the approved version, and the history since then.

    `scope` compares `proposal`, which stands in `file`; `history` was read for that file.
    """

    scope: Scope
    proposal: Proposal
    file: Path
    history: History
    reader: Reader

    def trace(self) -> Scope:
        """The comparison, in which each change says which revision brought it in, as far as the history tells."""
        if not self._is_told:
            return self.scope
        try:
            return self._look()
        except GitError:
            return self.scope

    def _look(self) -> Scope:
        since, before = self._since
        replaced = next(read_versions([before], self.history)) if before else None
        traced = self._look_in(self.scope, since, replaced)
        origins = {change.origin.commit: change.origin for change in traced.changes if change.origin}
        for origin in origins.values():
            for branch in self.history.find_branches(origin):
                traced = self._look_behind(traced, origin, branch)
        return replace_changes(traced, [self._trace_image(change) for change in traced.changes])

    def _look_in(self, scope: Scope, revisions: Sequence[Revision], before: Version | None) -> Scope:
        versions = read_versions(revisions, self.history)
        return trace_changes(scope, self.proposal.text, versions, before, self._sentences, self._compare)

    def _look_behind(self, scope: Scope, merge: Revision, branch: Branch) -> Scope:
        """The scope with who wrote on a branch what its merge brought in."""
        found = self.history.find(branch.before)
        before = Version(branch.revisions[-1], parse_source(found.data)[0]) if found else None
        behind = self._look_in(scope, branch.revisions, before)
        origins = zip(scope.changes, behind.changes, strict=True)
        better = [new if old.origin == merge and new.origin else old for old, new in origins]
        return replace_changes(scope, better)

    def _trace_image(self, change: ScopeChange) -> ScopeChange:
        """An image changed when its file last did, or since then the document shows it; another change stays as it is."""
        if not change.image:
            return change
        since, before = self._since
        replaced = next(read_versions([before], self.history)) if before else None
        shown = trace_image(change, read_versions(since, self.history), replaced)
        if change.new is None or shown.uncommitted:
            return shown
        files = self.scope.baseline.images.new.values()
        file = next((file for file in files if file.path == change.image), None)
        if file is None:  # it is at another host, and what became of it there is not known
            return shown
        if not is_committed(file, self.history):
            return replace(change, uncommitted=True)
        written = self.history.find_last(change.image)
        if written is None or (shown.origin is not None and shown.origin.date > written.date):
            return shown
        return replace(change, origin=written)

    def measure(self) -> tuple[Stand, ...]:
        """How long the proposal was at each revision since, and how much of it stood as approved; oldest first.

        The approved version is the first. Of many revisions some are taken, evenly, the newest among them.
        """
        if not self._is_told:
            return ()
        try:
            versions = list(read_versions(_thin(self._since[0]), self.history))
        except GitError:
            return ()
        texts = [(version.revision, self.reader.show(version)) for version in reversed(versions)]
        stands = [self._stand(None, self.scope.baseline.text or "")]
        stands += [self._stand(revision, text) for revision, text in texts if text is not None]
        stands.append(self._stand(None, self.proposal.text))  # where it is the newest revision's, it adds no bar
        return tuple(
            stand for n, stand in enumerate(stands)
            if n == 0 or (stand.words, stand.kept) != (stands[n - 1].words, stands[n - 1].kept)
        )  # fmt: skip

    @property
    def _is_told(self) -> bool:
        return bool(self.scope.changes) and self.scope.baseline.text is not None and self.history.trouble is None

    @cached_property
    def _since(self) -> tuple[tuple[Revision, ...], Revision | None]:
        return find_since(self.file, self.scope.baseline, self.history)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.reader.document_type, self.scope.baseline.text or "", self.proposal.text)

    @cached_property
    def _approved(self) -> Proposal | None:
        return self.reader.read(self.scope.baseline.text or "", self.scope.baseline.path)

    def _compare(self, version: Version) -> frozenset[str] | None:
        old, new = self._approved, self.reader.read(version.text, version.revision.path)
        if old is None or new is None:
            return None
        baseline = replace(self.scope.baseline, images=Images())  # these are told by their files
        changes = diff_proposals(old, new, self.reader.document_type, baseline).changes
        return frozenset(change.fingerprint for change in changes)

    def _stand(self, revision: Revision | None, text: str) -> Stand:
        approved = self._sentences.of(self.scope.baseline.text or "")
        counts = [(len(sentence.split()), sentence in approved) for sentence in self._sentences.of_body(text)]
        return Stand(revision, sum(words for words, _ in counts), sum(words for words, kept in counts if kept))


def _thin(revisions: Sequence[Revision]) -> Sequence[Revision]:
    """Some of many revisions, evenly, the first among them."""
    step = max(1, -(-len(revisions) // _MOST_STANDS))
    return revisions[::step]
