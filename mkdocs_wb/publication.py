"""What a site shows: the proposals that it may, as far as it may, in every version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from .history.baseline import find_approved
from .history.history import Histories, History
from .history.images import add_images
from .memory import Known, Memory
from .model import Baseline, Block, Entry, Finding, Past, Place, Proposal, Revision, Scope, Severity, Step, Verdict
from .parse.approvals import read_approvals
from .parse.left_out import LeftOut, find_left_out
from .parse.source import parse_source
from .past import Reader, Tracing, build_past
from .pipeline import Pipeline
from .portfolio.portfolio import Portfolio, build_portfolio
from .publish import (
    Hidden,
    drop_amendments,
    drop_findings,
    drop_relations,
    find_hidden,
    find_published,
    is_appendix,
    list_folders,
    list_names,
    make_telling,
    may_be_private,
)
from .sources import Source

_UNDIVIDED = "publish-undivided"


@dataclass(frozen=True, slots=True)
class Run:
    """What a site is made of: the proposals that it may show, and the findings about all there are.

    `withheld` are the paths of the others, `redacted` those of proposals that are shown without some elements, `hidden` the
    files that belong to either.
    """

    portfolio: Portfolio
    findings: tuple[Finding, ...]
    withheld: frozenset[str]
    redacted: frozenset[str]
    hidden: Hidden


class Publication:
    """The flow that ends in a site, for one configuration."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._settings = pipeline.settings

    def run(self, sources: Sequence[Source], histories: Histories, now: datetime, memory: Memory | None = None) -> Run:
        """Everything about every proposal, as far as a site may show it; of what `memory` knows nothing is worked out."""
        known_before = memory or Memory()
        types = self._pipeline.types
        proposals = [known_before.read(source, types, self._pipeline.read) for source in sources]
        published = [self._published(proposal) for proposal in proposals]
        pairs = list(zip(proposals, published, strict=True))
        folders = list_folders(proposal.path for proposal, shown in pairs if shown is None)
        published = [None if is_appendix(proposal, folders) else shown for proposal, shown in pairs]
        triples = list(zip(sources, proposals, published, strict=True))
        withheld = [proposal for _, proposal, shown in triples if shown is None]
        self._silence([source for source, _, shown in triples if shown is None], histories)
        index = self._pipeline.index(proposals)
        state = histories.state() if memory else ()
        hides = frozenset(proposal.path for proposal in withheld)
        known_before.begin((self._settings, types, self._pipeline.strategy, index, hides, now.date(), state))
        told: list[Known] = []
        findings: list[Finding] = []
        concealed: set[str] = set()
        older: list[tuple[str, str]] = []
        for source, proposal, shown in triples:
            history = histories.of(source.file)
            if shown is not proposal:
                older += _read_older(source, history)
            known = known_before.recall(proposal)
            if known is None:
                entry = self._pipeline.judge(proposal, source, history, index, now.date())
                known = Known(source.data, types, proposal, entry.findings, entry)
                if shown is not None:
                    steps, hidden = self._steps(entry.revisions, history)
                    concealed |= hidden
                    entry = self._tell(replace(entry, steps=steps), source, shown, withheld, history, hidden)
                    known = replace(known, entry=entry)
            findings += [*known.findings, *self._find_foreign(proposal)]
            if shown is not None:
                told.append(known)
        entries = [known.entry for known in told]
        if concealed or withheld:
            tells = make_telling(list_names(withheld))
            entries = [_silence(entry, lambda one: one.commit in concealed or tells(one.subject)) for entry in entries]
        if memory:
            is_whole = not (withheld or concealed or self._settings.publish.elements)
            is_settled = histories.state() == state  # nothing turned out to be missing from the repository
            memory.keep(told if is_whole and is_settled else ())  # what is hidden of one proposal may hang on another
        return Run(
            build_portfolio(entries, self._settings.lifecycle, now),
            tuple(findings),
            hides,
            frozenset(proposal.path for _, proposal, shown in triples if shown is not None and shown is not proposal),
            find_hidden(((proposal, shown) for _, proposal, shown in triples), older),
        )

    def _published(self, proposal: Proposal) -> Proposal | None:
        kind, settings = self._pipeline.type_of(proposal), self._settings
        if self._pipeline.find_foreign(proposal, settings.publish.elements) is not None:
            return None
        return find_published(proposal, self._pipeline.status(proposal), kind, settings.publish, settings.lifecycle)

    def _find_foreign(self, proposal: Proposal) -> Iterator[Finding]:
        """Says of a document why it is withheld, where it has what its type does not know."""
        element = self._pipeline.find_foreign(proposal, self._settings.publish.elements)
        severity = self._settings.rules.find(_UNDIVIDED, proposal.path) or Severity.WARNING
        if element is not None and severity is not Severity.OFF:
            title = self._pipeline.titles()[element.name]
            message = f"expected no “{title}”, which the site leaves out, in a document of the type {proposal.type}, found “{element.title}”; the whole document is withheld"
            help_ = f"take it out, or use a type that has “{title}”"
            yield Finding(proposal.path, Place(element.start), severity, _UNDIVIDED, message, help_)

    def _tell(
        self,
        entry: Entry,
        source: Source,
        shown: Proposal,
        withheld: Sequence[Proposal],
        history: History,
        hidden: AbstractSet[str],
    ) -> Entry:
        """A proposal as a site shows it, with who changed what; the commits at which it was withheld are `hidden`."""
        leave_out = self._settings.publish.elements
        left_out = self._find_left_out(entry, shown, history) if leave_out else None
        if hidden:
            history.forget(source.file, hidden)
        reader = Reader(self._pipeline, shown, leave_out, left_out)
        baseline = self._tellable(entry.scope.baseline, shown, source.file, history)
        is_judged = not leave_out and baseline is entry.scope.baseline
        scope = entry.scope if is_judged else self._pipeline.compare(shown, baseline, reader.redact)
        tracing = Tracing(scope, shown, source.file, history, reader)
        scope = tracing.trace()
        revisions = history.revisions(source.file)
        was_approved = scope.verdict is not Verdict.NOT_APPROVED or any(
            step.status is not None and step.status.approved for step in entry.steps
        )
        if leave_out:
            shown = drop_amendments(shown, {change.fingerprint for change in scope.changes})
        return replace(
            entry,
            proposal=drop_relations(shown, list_names(withheld)),
            scope=scope,
            revisions=revisions,
            findings=() if leave_out else drop_findings(entry.findings, withheld),  # they quote what they are about
            trail=tracing.measure(),
            past=self._past(scope, shown, source.file, history, reader) if was_approved and revisions else None,
        )

    def _find_left_out(self, entry: Entry, shown: Proposal, history: History) -> LeftOut:
        """What any version of a proposal has in the elements that are left out; it is read when it is asked for."""
        names, type_of = self._settings.publish.elements, self._pipeline.type_of
        paths = {revision.blob: revision.path for revision in entry.revisions}

        def load() -> Iterator[Block]:
            yield from find_left_out(entry.proposal, type_of(entry.proposal), names)
            for blob, data in history.read(paths).items():
                version = self._pipeline.parse(data, paths[blob])
                yield from find_left_out(version, type_of(version), names)
            if entry.scope.baseline.text is not None:
                approved = self._pipeline.parse(
                    entry.scope.baseline.text.encode("utf-8", errors="replace"), entry.proposal.path
                )
                yield from find_left_out(approved, type_of(approved), names)

        return LeftOut(load, shown.blocks)

    def _tellable(self, baseline: Baseline, shown: Proposal, file: Path, history: History) -> Baseline:
        """An approved version as far as a site may tell of it: as it was when the proposal was published."""
        revisions = history.revisions(file)
        if baseline.text is None or any(revision.commit == baseline.revision for revision in revisions):
            return baseline
        old = self._pipeline.parse(baseline.text.encode("utf-8", errors="replace"), baseline.path)
        publish = replace(self._settings.publish, elements=())
        status, lifecycle = self._pipeline.status(old), self._settings.lifecycle
        if (
            old.digest == shown.digest
            or find_published(old, status, self._pipeline.type_of(old), publish, lifecycle) is not None
        ):
            return baseline
        same = history.first_with_digest(revisions, old.digest)
        if same is not None:
            return replace(baseline, revision=same.commit, path=same.path)
        problem = "the approved version was withheld when it was written"
        return replace(baseline, text=None, problem=problem, help="approve the present version with `wb approve`")

    def _silence(self, withheld: Iterable[Source], histories: Histories) -> None:
        """Hide the messages of the commits that may tell of what is left out."""
        if self._settings.publish.elements:
            histories.silence()
        for source in withheld:
            revisions = histories.of(source.file).revisions(source.file)
            histories.silence({revision.commit for revision in revisions})

    def _steps(self, revisions: Sequence[Revision], history: History) -> tuple[tuple[Step, ...], frozenset[str]]:
        """The revisions at which the status changed, newest first, and the commits at which the proposal was withheld."""
        contents = history.read(revision.blob for revision in revisions)
        known = [revision for revision in revisions if revision.blob in contents]
        steps = [Step(revision, self._pipeline.status_at(contents[revision.blob], revision.path)) for revision in known]
        told = [step for step in steps if not self._was_withheld(contents[step.revision.blob], step)]
        changed = (step for step, old in pairwise(told) if step.status != old.status)
        hidden = {step.revision.commit for step in steps} - {step.revision.commit for step in told}
        return (*changed, *told[-1:]), frozenset(hidden)

    def _was_withheld(self, data: bytes, step: Step) -> bool:
        """Whether the proposal was withheld at a revision, by what is left out today."""
        publish, lifecycle = self._settings.publish, self._settings.lifecycle
        if not (publish.statuses or (publish.private and may_be_private(data))):
            return False
        old = self._pipeline.parse(data, step.revision.path)
        return (
            find_published(old, step.status, self._pipeline.type_of(old), replace(publish, elements=()), lifecycle)
            is None
        )

    def _past(self, scope: Scope, proposal: Proposal, file: Path, history: History, reader: Reader) -> Past:
        """What became of a proposal that was approved at some time."""
        earlier = read_approvals(proposal.front_matter)[-2::-1]
        found = ((find_approved(approval, file, history), approval) for approval in earlier)
        baselines = (add_images(*pair, proposal.text, file, history) for pair in found)
        told = (self._tellable(baseline, proposal, file, history) for baseline in baselines)
        scopes = [] if scope.verdict is Verdict.NOT_APPROVED else [scope]
        scopes += [self._pipeline.compare(proposal, baseline, reader.redact) for baseline in told]
        return build_past(scopes, proposal, history.revisions(file), history, reader)


def _read_older(source: Source, history: History) -> Iterator[tuple[str, str]]:
    """The texts that a file ever had, with what it was called among the site's sources."""
    docs = history.name(source.file).removesuffix(source.path)
    paths = {revision.blob: revision.path.removeprefix(docs) for revision in history.revisions(source.file)}
    yield from ((paths[blob], parse_source(data)[0]) for blob, data in history.read(paths).items())


def _silence(entry: Entry, tells: Callable[[Revision], bool]) -> Entry:
    """A proposal without the messages of commits that tell of what is left out."""

    def hear(revision: Revision) -> Revision:
        return revision._replace(subject="") if tells(revision) else revision

    past = entry.past
    if past is not None:
        edits = (edit if edit.revision is None else replace(edit, revision=hear(edit.revision)) for edit in past.edits)
        past = replace(past, edits=tuple(edits))
    return replace(entry, revisions=tuple(map(hear, entry.revisions)), past=past)
