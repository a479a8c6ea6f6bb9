"""How each version stood to what was approved by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..history.history import History
from ..history.images import read_images_at
from ..model import Approval, Baseline, Images, Proposal, Revision, Scope, Verdict, Version
from ..parse.approvals import read_approvals
from ..parse.digest import build_digest
from ..scope.diff import diff_proposals
from ..scope.edits import Content
from ..scope.sentences import read_head, split_head
from .reader import Reader

_Standing = tuple[Verdict, float | None] | tuple[None, None]
_Files = frozenset[tuple[str, str]]


def _freeze(images: Images) -> _Files:
    """The present side as a key: targets and digests."""
    return frozenset((target, file.digest) for target, file in images.new.items())


class Standings:
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
