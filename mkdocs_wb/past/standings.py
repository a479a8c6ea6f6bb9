"""How each version stood to what was approved by then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ..history.history import History
from ..history.images import read_images_at
from ..model import Approval, Baseline, Images, Proposal, Scope, Verdict, Version
from ..parse.digest import build_digest
from ..parse.matter.approvals import read_approvals
from ..scope.diff import diff_proposals
from ..scope.edits import Content
from ..scope.sentences import read_head, split_head
from .reader import Reader

_Standing = tuple[Verdict, float | None] | tuple[None, None]
_Files = frozenset[tuple[str, str]]
_Key = tuple[str, str, str]


def _freeze(images: Images) -> _Files:
    """The present side as a key: targets and digests."""
    return frozenset((target, file.digest) for target, file in images.new.items())


class Standings:
    """How versions stood to the one that was approved by then. One whose content is the last one's is not compared.

    Args:
        approvals: the comparisons of the present version, newest first; they lead to what `signed` names.
        signed: the approvals that it records, in its order.
        versions: of its file, newest first.
        now: its content.
        find: the version that an approval names which it does not record any more.
    """

    def __init__(
        self,
        approvals: Sequence[Scope],
        signed: Sequence[Approval],
        versions: Sequence[Version],
        now: Content,
        find: Callable[[Approval], Baseline],
        history: History,
        reader: Reader,
    ) -> None:
        self.now: _Standing = (approvals[0].verdict, approvals[0].growth) if approvals else (None, None)
        known = zip(reversed(signed), approvals, strict=False) if len(signed) == len(approvals) else ()
        self._baselines = {_name(approval): scope.baseline for approval, scope in known}
        self._find = find
        self._approvals = _carry(versions)
        self._inferred = approvals[0].baseline if approvals and not signed else None
        self._since = _list_since(self._inferred, versions) if self._inferred else frozenset()
        self._history = history
        self._reader = reader
        self._approved: dict[_Key, Proposal | None] = {}
        self._known: dict[tuple[_Key, Content, _Files], _Standing] = {}
        if approvals:
            baseline = approvals[0].baseline
            self._known[_key(baseline), now, _freeze(baseline.images)] = self.now

    def of(self, version: Version, content: Content) -> _Standing:
        """The verdict and the growth; None where nothing was approved by then."""
        baseline = self._find_baseline(version)
        if baseline is None:
            return None, None
        if baseline.text is None or not _is_readable(version.text):
            return Verdict.UNKNOWN, None
        if (baseline.revision, baseline.path) == (version.revision.commit, version.revision.path):
            return Verdict.UNCHANGED, 0.0
        baseline = replace(baseline, images=self._read_images(baseline, version))
        key = (_key(baseline), content, _freeze(baseline.images))
        if key not in self._known:
            same = self._has_approved_content(baseline, version)
            self._known[key] = (Verdict.UNCHANGED, 0.0) if same else self._compare(baseline, version)
        return self._known[key]

    def _find_baseline(self, version: Version) -> Baseline | None:
        """Where the last approval leads that was recorded by then: a text often stands a while before it is approved."""
        place = (version.revision.commit, version.revision.path)
        approval = self._approvals.get(place)
        if approval is None:
            return self._inferred if place in self._since else None
        if _name(approval) not in self._baselines:
            self._baselines[_name(approval)] = self._find(approval)
        return self._baselines[_name(approval)]

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

    def _compare(self, baseline: Baseline, version: Version) -> _Standing:
        new = self._reader.read(version.text, version.revision.path)
        key = _key(baseline)
        if key not in self._approved:
            self._approved[key] = self._reader.read(baseline.text or "", baseline.path)
        old = self._approved[key]
        if old is None or new is None or old.is_unreadable or new.is_unreadable or baseline.text is None:
            return Verdict.UNKNOWN, None
        if old.digest == new.digest and baseline.images.old == baseline.images.new:
            return Verdict.UNCHANGED, 0.0
        scope = diff_proposals(old, new, self._reader.document_type, baseline)
        return scope.verdict, scope.growth


def _list_since(baseline: Baseline, versions: Sequence[Version]) -> frozenset[tuple[str, str]]:
    """Commit and path of the versions from an approved one on: of all, where it stands in another file or further back."""
    places = [(version.revision.commit, version.revision.path) for version in versions]
    start = (baseline.revision, baseline.path)
    return frozenset(places[: places.index(start) + 1] if start in places else places)


def _carry(versions: Sequence[Version]) -> Mapping[tuple[str, str], Approval]:
    """Commit and path of a version → the approval recorded last by then: one that was taken out again was given."""
    carried: dict[tuple[str, str], Approval] = {}
    last: Approval | None = None
    for version in reversed(versions):
        own = read_approvals(read_head(split_head(version.text)[0])[0])
        last = own[-1] if own else last
        if last is not None:
            carried[version.revision.commit, version.revision.path] = last
    return carried


def _key(baseline: Baseline) -> _Key:
    return baseline.revision, baseline.path, baseline.digest


def _name(approval: Approval) -> tuple[str, ...]:
    return approval.version, approval.digest, approval.revision, approval.snapshot


def _is_readable(text: str) -> bool:
    return read_head(split_head(text)[0])[1]


def _find_digest(text: str) -> str:
    """The digest of a version, without reading it whole."""
    head, body = split_head(text)
    return build_digest(read_head(head)[0], body)
