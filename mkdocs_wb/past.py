"""What became of a proposal since it was approved, from its history."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from .history.branches import Branch
from .history.git import GitError
from .history.history import History
from .history.images import is_committed, read_images_at
from .history.since import find_since, read_versions
from .model import (
    Approval,
    Baseline,
    DocumentType,
    Edit,
    Images,
    Past,
    Proposal,
    Revision,
    Scope,
    ScopeChange,
    Stand,
    Verdict,
    Version,
)
from .parse.approvals import read_approvals
from .parse.digest import build_digest
from .parse.left_out import LeftOut
from .parse.redact import redact
from .parse.source import parse_source
from .scope.diff import diff_proposals
from .scope.edits import Content, mark_paragraphs, read_content
from .scope.sentences import Sentences, read_head, split_head
from .scope.trace import replace_changes, trace_changes, trace_image

_MOST_STANDS = 40  # points of the trail: more than a small chart can show
_MOST_EDITS = 100


class Flow(Protocol):
    """What reads documents by a configuration."""

    parse: Callable[[bytes, str], Proposal]

    def type_of(self, proposal: Proposal) -> DocumentType:
        """The document type that a proposal was read as."""

    def retype(self, version: Proposal, type_name: str) -> Proposal:
        """A version as a document of another type."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads versions of a `proposal` as a site may show them: without the elements that it leaves out.

    `left_out` is what stands in those elements in any version; None where there are none.
    """

    flow: Flow
    proposal: Proposal
    leave_out: Collection[str] = ()
    left_out: LeftOut | None = None

    @property
    def document_type(self) -> DocumentType:
        """The present one; a version may have been of another."""
        return self.flow.type_of(self.proposal)

    def read(self, text: str, path: str) -> Proposal | None:
        """A version; None where what is left out cannot be told apart in it, or stands in another place."""
        return self.redact(self.flow.parse(text.encode("utf-8", errors="replace"), path))

    def redact(self, version: Proposal) -> Proposal | None:
        """The same of a version that was read as it is; it is compared as what the proposal is now."""
        shown = redact(version, self.flow.type_of(version), self.leave_out)
        if shown is not None:
            shown = redact(self.flow.retype(shown, self.proposal.type), self.document_type, self.leave_out)
        tells = shown is not None and self.left_out is not None and self.left_out.is_told_in(shown.blocks)
        return None if tells else shown

    def show(self, version: Version) -> str | None:
        """The text of a version; None where it cannot be shown."""
        if not self.leave_out:
            return version.text
        shown = self.read(version.text, version.revision.path)
        return shown.text if shown else None


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


def build_past(
    approvals: Sequence[Scope], proposal: Proposal, revisions: Sequence[Revision], history: History, reader: Reader
) -> Past:
    """Each approved version against the present one, and each version against the one before.

    Args:
        approvals: the comparisons with each approved version, newest first.
        proposal: as it stands now.
        revisions: of its file, newest first.
        history: that has them.
        reader: of its versions.
    """
    told = revisions[: _MOST_EDITS + 1]
    try:
        versions = list(read_versions(told, history))
    except GitError:
        return Past(tuple(approvals), (), len(revisions))
    shown = [(version, read_content(text)) for version in versions if (text := reader.show(version)) is not None]
    now = read_content(proposal.text)
    signed = read_approvals(proposal.front_matter)
    standings = _Standings(approvals, revisions, history, reader, now, signed)
    edits = [
        Edit(new.revision, mark_paragraphs(before, content), *standings.of(new, content))
        for (new, content), (_, before) in pairwise(shown)
    ]
    uncommitted = mark_paragraphs(shown[0][1], now) if shown else ()
    if uncommitted:
        edits.insert(0, Edit(None, uncommitted, *standings.now))
    if shown and len(told) == len(revisions):
        first, content = shown[-1]
        edits.append(Edit(first.revision, (), *standings.of(first, content)))  # it is no edit of another
    return Past(tuple(approvals), tuple(edits), max(0, len(revisions) - len(told)))


_Standing = tuple[Verdict, float | None] | tuple[None, None]
_Files = frozenset[tuple[str, str]]


def _freeze(images: Images) -> _Files:
    """The present side as a key: targets and digests."""
    return frozenset((target, file.digest) for target, file in images.new.items())


class _Standings:
    """How versions stood to the one that was approved by then. One whose content is the last one's is not compared."""

    def __init__(
        self,
        approvals: Sequence[Scope],
        revisions: Sequence[Revision],
        history: History,
        reader: Reader,
        now: Content,
        signed: Sequence[Approval],
    ) -> None:
        self.now: _Standing = (approvals[0].verdict, approvals[0].growth) if approvals else (None, None)
        self._places = {(revision.commit, revision.path): n for n, revision in enumerate(revisions)}
        self._baselines = [(at, scope.baseline) for scope in approvals if (at := self._place(scope.baseline)) >= 0]
        known = zip(reversed(signed), approvals, strict=False) if len(signed) == len(approvals) else ()
        self._recorded = {
            _name(approval): (at, scope.baseline)
            for approval, scope in known
            if (at := self._place(scope.baseline)) >= 0
        }
        self._history = history
        self._reader = reader
        self._approved: dict[str, Proposal | None] = {}
        self._known: dict[tuple[str, Content, _Files], _Standing] = {}
        if self._baselines and self._baselines[0][1] is approvals[0].baseline:
            baseline = approvals[0].baseline
            self._known[baseline.revision, now, _freeze(baseline.images)] = self.now

    def of(self, version: Version, content: Content) -> _Standing:
        """The verdict and the growth; None where nothing was approved by then."""
        place = self._places[version.revision.commit, version.revision.path]
        at, baseline = self._find_baseline(version, place)
        if baseline is None:
            return None, None
        if at == place:
            return Verdict.UNCHANGED, 0.0
        if not _is_readable(version.text):
            return Verdict.UNKNOWN, None
        baseline = replace(baseline, images=self._read_images(baseline, version))
        key = (baseline.revision, content, _freeze(baseline.images))
        if key not in self._known:
            same = self._has_approved_content(baseline, version)
            self._known[key] = (Verdict.UNCHANGED, 0.0) if same else self._compare(baseline, version)
        return self._known[key]

    def _find_baseline(self, version: Version, place: int) -> tuple[int, Baseline | None]:
        """Where the approval that a version records last leads; without one, the newest approved version up to it.

        An approved text often stands a while before its approval is written down: until then the one before it counts.
        """
        own = read_approvals(read_head(split_head(version.text)[0])[0])
        recorded = self._recorded.get(_name(own[-1])) if own else None
        return recorded or next((pair for pair in self._baselines if pair[0] >= place), (-1, None))

    def _has_approved_content(self, baseline: Baseline, version: Version) -> bool:
        """Whether the digests say so already: most versions with another status have the same content."""
        if self._reader.leave_out or baseline.text is None or baseline.images.old != baseline.images.new:
            return False
        return _is_readable(baseline.text) and _find_digest(version.text) == _find_digest(baseline.text)

    def _read_images(self, baseline: Baseline, version: Version) -> Images:
        revision = version.revision
        return Images(
            baseline.images.old, read_images_at(version.text, revision.commit, [revision.path], self._history)
        )

    def _place(self, baseline: Baseline) -> int:
        return self._places.get((baseline.revision, baseline.path), -1)

    def _compare(self, baseline: Baseline, version: Version) -> _Standing:
        new = self._reader.read(version.text, version.revision.path)
        if baseline.revision not in self._approved:
            self._approved[baseline.revision] = self._reader.read(baseline.text or "", baseline.path)
        old = self._approved[baseline.revision]
        if old is None or new is None or old.is_unreadable or new.is_unreadable or baseline.text is None:
            return Verdict.UNKNOWN, None
        if old.digest == new.digest and baseline.images.old == baseline.images.new:
            return Verdict.UNCHANGED, 0.0
        scope = diff_proposals(old, new, self._reader.document_type, baseline)
        return scope.verdict, scope.growth


def _name(approval: Approval) -> tuple[str, ...]:
    return approval.version, approval.digest, approval.revision, approval.snapshot


def _is_readable(text: str) -> bool:
    return read_head(split_head(text)[0])[1]


def _find_digest(text: str) -> str:
    """The digest of a version, without reading it whole."""
    head, body = split_head(text)
    return build_digest(read_head(head)[0], body)
