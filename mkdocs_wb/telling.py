"""What a site tells of one proposal: as far as it may be shown, in every version."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from .history.baseline import find_approved
from .history.history import History
from .history.images import add_images
from .lifecycle import Status
from .model import Approval, Baseline, Entry, Past, Proposal, Scope, Step, Verdict
from .parse.left_out import LeftOut, find_left_out
from .parse.matter.approvals import read_approvals
from .past import Reader, Tracing, build_past
from .pipeline import Pipeline
from .publish import drop_amendments, drop_findings, drop_relations, find_published, may_be_private


class Telling:
    """One proposal as a site tells of it, and who changed what in it.

    `entry` is the proposal as it was judged, `shown` what a site shows of it; it stands in `file`, for which `history`
    was read.
    """

    def __init__(self, pipeline: Pipeline, entry: Entry, shown: Proposal, file: Path, history: History) -> None:
        self._pipeline = pipeline
        self._publish = pipeline.settings.publish
        self._entry = entry
        self._shown = shown
        self._file = file
        self._history = history
        self._revisions = history.revisions(file)  # those too that are forgotten later

    def tell(self, withheld: AbstractSet[str]) -> tuple[Entry, frozenset[str]]:
        """The proposal, and the commits at which it was withheld: the history forgets them.

        Args:
            withheld: the names of the proposals that it may not tell of.
        """
        entry, leave_out = self._entry, self._publish.elements
        steps, concealed = self._read_steps()
        reader = Reader(self._pipeline, self._shown, leave_out, self._find_left_out() if leave_out else None)
        if concealed:
            self._history.forget(self._file, concealed)
        baseline = self._tellable(entry.scope.baseline)
        is_judged = not leave_out and baseline is entry.scope.baseline
        scope = entry.scope if is_judged else self._pipeline.compare(self._shown, baseline, reader.redact)
        tracing = Tracing(scope, self._shown, self._file, self._history, reader)
        scope = tracing.trace()
        revisions = self._history.revisions(self._file)
        was_approved = scope.verdict is not Verdict.NOT_APPROVED or any(
            step.status is not None and step.status.approved for step in steps
        )
        shown = self._shown
        if leave_out:
            shown = drop_amendments(shown, {change.fingerprint for change in scope.changes})
        told = replace(
            entry,
            proposal=drop_relations(shown, withheld),
            steps=steps,
            scope=scope,
            revisions=revisions,
            findings=() if leave_out else drop_findings(entry.findings, withheld),  # they quote what they are about
            trail=tracing.measure(),
            past=self._past(scope, shown, reader) if was_approved and revisions else None,
        )
        return told, concealed

    def _read_steps(self) -> tuple[tuple[Step, ...], frozenset[str]]:
        """The revisions at which the status changed, newest first, and the commits at which the proposal was withheld."""
        revisions = self._revisions
        contents = self._history.read(revision.blob for revision in revisions)
        known = [revision for revision in revisions if revision.blob in contents]
        steps = [Step(revision, self._pipeline.status_at(contents[revision.blob], revision.path)) for revision in known]
        told = [step for step in steps if not self._was_withheld(contents[step.revision.blob], step)]
        changed = (step for step, old in pairwise(told) if step.status != old.status)
        concealed = {step.revision.commit for step in steps} - {step.revision.commit for step in told}
        return (*changed, *told[-1:]), frozenset(concealed)

    def _was_withheld(self, data: bytes, step: Step) -> bool:
        """Whether the proposal was withheld at a revision, by what is left out today."""
        if not (self._publish.statuses or (self._publish.private and may_be_private(data))):
            return False
        return not self._is_published(self._pipeline.parse(data, step.revision.path), step.status)

    def _is_published(self, version: Proposal, status: Status | None) -> bool:
        """Whether a version is not withheld as a whole, by what is left out today."""
        kind, lifecycle = self._pipeline.type_of(version), self._pipeline.settings.lifecycle
        return find_published(version, status, kind, replace(self._publish, elements=()), lifecycle) is not None

    def _find_left_out(self) -> LeftOut:
        """What any version of the proposal has in the elements that are left out; it is read when it is asked for."""
        names, type_of = self._publish.elements, self._pipeline.type_of
        proposal, approved = self._entry.proposal, self._entry.scope.baseline.text
        paths = {revision.blob: revision.path for revision in self._revisions}

        def load() -> Iterator[str]:
            yield from find_left_out(proposal, type_of(proposal), names)
            for blob, data in self._history.read(paths).items():
                version = self._pipeline.parse(data, paths[blob])
                yield from find_left_out(version, type_of(version), names)
            if approved is not None:
                version = self._pipeline.parse(approved.encode("utf-8", errors="replace"), proposal.path)
                yield from find_left_out(version, type_of(version), names)

        return LeftOut(load, self._shown)

    def _tellable(self, baseline: Baseline) -> Baseline:
        """An approved version as far as a site may tell of it: as it was when the proposal was published."""
        revisions = self._history.revisions(self._file)
        if baseline.text is None or any(revision.commit == baseline.revision for revision in revisions):
            return baseline
        old = self._pipeline.parse(baseline.text.encode("utf-8", errors="replace"), baseline.path)
        if old.digest == self._shown.digest or self._is_published(old, self._pipeline.status(old)):
            return baseline
        same = self._history.first_with_digest(revisions, old.digest)
        if same is not None:
            return replace(baseline, revision=same.commit, path=same.path)
        problem = "the approved version was withheld when it was written"
        return replace(baseline, text=None, problem=problem, help="approve the present version with `wb approve`")

    def _past(self, scope: Scope, proposal: Proposal, reader: Reader) -> Past:
        """What became of a proposal that was approved at some time."""
        file, history = self._file, self._history

        def find(approval: Approval) -> Baseline:
            found = find_approved(approval, file, history)
            return self._tellable(add_images(found, approval, proposal.text, file, history))

        earlier = read_approvals(proposal.front_matter)[-2::-1]
        scopes = [] if scope.verdict is Verdict.NOT_APPROVED else [scope]
        scopes += [self._pipeline.compare(proposal, find(approval), reader.redact) for approval in earlier]
        return build_past(scopes, proposal, history.revisions(file), find, history, reader)
