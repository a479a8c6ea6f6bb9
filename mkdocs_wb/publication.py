"""What a site shows: the proposals that it may, and of each what a `Telling` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from .history.histories import Histories
from .history.history import History
from .memory import Known, Memory
from .model import Entry, Finding, Place, Proposal, Revision, Severity
from .parse.source import parse_source
from .pipeline import Pipeline
from .portfolio.portfolio import Portfolio, build_portfolio
from .publish import Hidden, find_hidden, find_published, is_appendix, list_folders, list_names, make_telling
from .rules.subject import Index
from .sources import Source
from .telling import Telling

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


class _Document(NamedTuple):
    """A proposal, and what a site shows of it: itself, itself without some elements, or nothing where it is withheld."""

    source: Source
    proposal: Proposal
    shown: Proposal | None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is left out."""
        return self.shown is self.proposal


class Publication:
    """The flow that ends in a site, for one configuration."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._settings = pipeline.settings
        self._types = pipeline.types

    def run(self, sources: Sequence[Source], histories: Histories, now: datetime, memory: Memory | None = None) -> Run:
        """Everything about every proposal, as far as a site may show it; of what `memory` knows nothing is worked out."""
        before = memory or Memory()
        documents = self._divide(
            [(source, before.read(source, self._types, self._pipeline.read)) for source in sources]
        )
        withheld = [one for one in documents if one.shown is None]
        self._silence(withheld, histories)
        index = self._pipeline.index(one.proposal for one in documents)
        paths = frozenset(one.proposal.path for one in withheld)
        names = list_names(one.proposal for one in withheld)
        state = histories.state() if memory else ()
        before.begin((self._settings, self._types, self._pipeline.strategy, index, paths, now.date(), state))
        known: list[Known] = []
        older: list[tuple[str, str]] = []
        for one in documents:
            history = histories.of(one.source.file)
            if not one.is_whole:
                older += _read_older(one.source, history)
            known.append(before.recall(one.proposal) or self._work_out(one, history, index, now.date(), names))
        told = [found for found, one in zip(known, documents, strict=True) if one.shown is not None]
        concealed = frozenset(commit for found in told for commit in found.concealed)
        if memory:
            is_whole = not (withheld or concealed or self._settings.publish.elements)
            is_settled = histories.state() == state  # nothing turned out to be missing from the repository
            memory.keep(told if is_whole and is_settled else ())  # what is hidden of one proposal may hang on another
        entries = _silence((found.entry for found in told), concealed, names)
        return Run(
            build_portfolio(entries, self._settings.lifecycle, now),
            tuple(finding for found in known for finding in (*found.findings, *self._find_foreign(found.proposal))),
            paths,
            frozenset(one.proposal.path for one in documents if one.shown is not None and not one.is_whole),
            find_hidden(((one.proposal, one.shown) for one in documents), older),
        )

    def _divide(self, read: Sequence[tuple[Source, Proposal]]) -> list[_Document]:
        """The proposals with what is shown of each; a part of a withheld one is withheld with it."""
        published = [(source, proposal, self._published(proposal)) for source, proposal in read]
        folders = list_folders(proposal.path for _, proposal, shown in published if shown is None)
        return [
            _Document(source, proposal, None if is_appendix(proposal, folders) else shown)
            for source, proposal, shown in published
        ]

    def _work_out(
        self, document: _Document, history: History, index: Index, today: date, withheld: AbstractSet[str]
    ) -> Known:
        """What is to be said of a proposal; `withheld` are the names of those that nobody may hear of."""
        source, proposal, shown = document
        entry = self._pipeline.judge(proposal, source, history, index, today)
        known = Known(source.data, self._types, proposal, entry.findings, entry)
        if shown is None:
            return known
        entry, concealed = Telling(self._pipeline, entry, shown, source.file, history).tell(withheld)
        return replace(known, entry=entry, concealed=concealed)

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

    def _silence(self, withheld: Iterable[_Document], histories: Histories) -> None:
        """Hide the messages of the commits that may tell of what is left out."""
        if self._settings.publish.elements:
            histories.silence()
        for file in (one.source.file for one in withheld):
            histories.silence({revision.commit for revision in histories.of(file).revisions(file)})


def _read_older(source: Source, history: History) -> Iterator[tuple[str, str]]:
    """The texts that a file ever had, with what it was called among the site's sources."""
    docs = history.name(source.file).removesuffix(source.path)
    paths = {revision.blob: revision.path.removeprefix(docs) for revision in history.revisions(source.file)}
    yield from ((paths[blob], parse_source(data)[0]) for blob, data in history.read(paths).items())


def _silence(entries: Iterable[Entry], commits: AbstractSet[str], names: AbstractSet[str]) -> Iterable[Entry]:
    """The proposals without the messages of some commits, and those that tell some names."""
    if not (commits or names):
        return entries
    tells = make_telling(names)
    return [_silence_one(entry, lambda one: one.commit in commits or tells(one.subject)) for entry in entries]


def _silence_one(entry: Entry, tells: Callable[[Revision], bool]) -> Entry:
    """A proposal without the messages of commits that tell of what is left out."""

    def hear(revision: Revision) -> Revision:
        return revision._replace(subject="") if tells(revision) else revision

    past = entry.past
    if past is not None:
        edits = (edit if edit.revision is None else replace(edit, revision=hear(edit.revision)) for edit in past.edits)
        past = replace(past, edits=tuple(edits))
    return replace(entry, revisions=tuple(map(hear, entry.revisions)), past=past)
