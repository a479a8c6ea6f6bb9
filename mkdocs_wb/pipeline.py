"""The flow for a proposal, in order: read, look up the history, find what was approved, compare, check."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timezone
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from .configuration import Configuration, naming
from .doctype.front_matter import build_front_matter
from .doctype.projection import asks_for_measures, build_projection
from .doctype.schema import read_document_type
from .doctype.validate import Validate, Violation, inline_bundled, make_validator
from .errors import OptionError, WbError, suggest
from .history.baseline import find_baseline, require_approver
from .history.histories import Histories
from .history.history import History
from .history.images import add_images
from .lifecycle import DEFAULT, Status
from .model import (
    FRONT_MATTER,
    OTHER,
    Baseline,
    DocumentType,
    Element,
    Entry,
    FrontMatter,
    Proposal,
    Scope,
    make_id,
)
from .parse.matter.approvals import read_approvals, read_standing
from .parse.matter.front_matter import parse_front_matter, peek_word
from .parse.proposal import parse_proposal
from .parse.source import parse_source
from .rules.check import check, require_known
from .rules.subject import Index, Related, Subject
from .scope.undiffed import build_unchanged, build_uncompared
from .settings import Settings
from .sources import Source
from .strategy import read_strategy

_RECENT = 8  # versions that are kept as they were read: of one proposal the approved one is compared with several


class Pipeline:
    """The flow for one configuration. Its document types are loaded once; nothing else is kept.

    Document types and the strategy are read from `folder`, by `read`: from the disk, or from what it was at a revision.

    Raises:
        OptionError: from the start, where a type, a rule or an element of the settings does not exist.
        WbError: likewise, where a schema or the strategy is not one.
    """

    def __init__(self, settings: Settings, folder: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> None:
        self.settings = settings
        self._types = {name: read_document_type(target, folder, read) for name, target in settings.types.items()}
        self.parse: Callable[[bytes, str], Proposal] = lru_cache(maxsize=_RECENT)(self._parse_anew)
        self._validators: dict[str, Validate] = {}
        self._measured: dict[str, bool] = {}
        self._front_matter: dict[str, dict[str, Any]] = {}  # its schema by type
        require_known(settings.rules)
        self._require_elements(settings.publish.elements)
        self.strategy = read_strategy(folder / settings.strategy, read)
        self._goals = None if self.strategy is None else frozenset(self.strategy.goals)

    def _require_elements(self, names: Iterable[str]) -> None:
        known = sorted({name for kind in self._types.values() for name in kind.elements})
        for name in names:
            if name not in known:
                message = f"publish.leave_out.elements: no document type has the element {name!r}{suggest(name, known)}"
                raise OptionError(message)

    @property
    def types(self) -> tuple[tuple[str, DocumentType], ...]:
        """The document types by what the team calls them, the default one first."""
        default = self.settings.default_type
        return tuple(sorted(self._types.items(), key=lambda item: (item[0] != default, item[0])))

    def read(self, source: Source, type_name: str = "") -> Proposal:
        """Read a file as the document type that it names, or as the one that is named here."""
        if type_name:
            return parse_proposal(source.data, source.path, self._types[type_name], type_name)
        return self.parse(source.data, source.path)

    def judge(
        self,
        proposal: Proposal,
        source: Source,
        history: History,
        index: Index,
        today: date,
        before: Status | None = None,
    ) -> Entry:
        """Everything about one proposal; `before` is the status that a change found it in."""
        scope = self.compare(proposal, self.baseline(proposal, source, history))
        updated = history.find_updated(source.file)
        return self.judge_compared(proposal, scope, index, today, before, updated.date() if updated else None)

    def judge_compared(
        self,
        proposal: Proposal,
        scope: Scope,
        index: Index,
        today: date,
        before: Status | None = None,
        updated: date | None = None,
    ) -> Entry:
        """The same of a proposal whose scope is known; `updated` is the day of its newest revision."""
        text, status = self.status_text(proposal), self.status(proposal)
        subject = Subject(
            proposal=proposal,
            document_type=self.type_of(proposal),
            settings=self.settings,
            status_text=text,
            status=status,
            violations=tuple(self._validate(proposal, status)),
            scope=scope,
            index=index,
            today=today,
            goals=self._goals,
            updated=updated,
            before=before,
        )
        findings, silenced = check(subject)
        return Entry(proposal, status, scope, findings=findings, silenced=silenced)

    def glance(self, sources: Iterable[Source]) -> Index:
        """The same from the files, reading no more of each than is asked for."""
        return _Glances(sources, self._relate)

    def _relate(self, source: Source) -> tuple[str, Related]:
        front_matter = parse_front_matter(parse_source(source.data)[0])[0]
        status = self.settings.lifecycle.find(self._status_text(front_matter, source.path))
        return make_id(front_matter, source.path), Related(source.path, status, front_matter.texts("depends_on"))

    def index(self, proposals: Iterable[Proposal]) -> Index:
        """Id → the proposals that have it."""
        index: dict[str, tuple[Related, ...]] = {}
        for proposal in proposals:
            related = Related(proposal.path, self.status(proposal), proposal.front_matter.texts("depends_on"))
            index[proposal.id] = (*index.get(proposal.id, ()), related)
        return index

    def baseline(self, proposal: Proposal, source: Source, history: History) -> Baseline:
        """The version of a proposal that was approved, with the image files of both."""
        status = self.status(proposal)
        approved = status is not None and status.approved
        found = find_baseline(proposal, source.file, history, approved=approved, counts=self._counts_as_approved)
        approvals = read_approvals(proposal.front_matter)
        found = require_approver(found, approvals, self.settings.approvers)
        return add_images(found, approvals[-1] if approvals else None, proposal.text, source.file, history)

    def compare(
        self,
        proposal: Proposal,
        baseline: Baseline,
        redact: Callable[[Proposal], Proposal | None] | None = None,
        acknowledged: Collection[str] | None = None,
    ) -> Scope:
        """A proposal's scope against its approved version, which a site redacts of the elements that it leaves out.

        The fingerprints that count as `acknowledged` are those of its own amendments, unless others are given.
        """
        if baseline.text is None:
            return build_uncompared(baseline)
        if baseline.digest == proposal.digest and baseline.images.old == baseline.images.new:
            return build_unchanged(baseline)  # the same content, whatever its status: nothing to compare
        old = self.parse(baseline.text.encode("utf-8", errors="replace"), baseline.path)
        unread = next((document for document in (old, proposal) if document.is_unreadable), None)
        if unread is not None:
            problem = f"{unread.path}: {unread.problems[0].message}"
            return build_uncompared(replace(baseline, text=None, problem=problem, help=unread.problems[0].help))
        shown = redact(old) if redact else self.retype(old, proposal.type)
        if shown is None:
            problem = "the approved version is not divided into what this site shows and what it leaves out"
            help_ = "approve the present version with `wb approve`"
            return build_uncompared(replace(baseline, text=None, problem=problem, help=help_))
        baseline = replace(baseline, text=shown.text)
        accepted = read_acknowledged(proposal) if acknowledged is None else acknowledged
        return _load_diff()(shown, proposal, self.type_of(proposal), baseline, accepted)

    def required_keys(self, proposal: Proposal, status: Status) -> frozenset[str]:
        """The keys that the document type of a proposal demands of the front matter at a status."""
        violations = self._validate(replace(proposal, front_matter=FrontMatter()), status)
        return frozenset(found.missing for found in violations if found.path == ("front_matter",) and found.missing)

    def retype(self, version: Proposal, type_name: str) -> Proposal:
        """A version as a document of another type than its own: two versions are compared as what the later one is."""
        if version.type == type_name:
            return version
        data = version.text.encode("utf-8", errors="replace")
        read = parse_proposal(data, version.path, self._types[type_name], type_name)
        return replace(read, digest=version.digest)

    def type_of(self, proposal: Proposal) -> DocumentType:
        """The document type that a proposal was read as."""
        return self._types[proposal.type]

    def find_foreign(self, proposal: Proposal, names: Collection[str]) -> Element | None:
        """An element of these that the type of a document lacks, and that a heading or label names as in another type."""
        missing = [name for name in names if name not in self.type_of(proposal).elements]
        for type_name, kind in self._types.items() if missing else ():
            wanted = [name for name in missing if name in kind.elements]
            read = self.retype(proposal, type_name) if wanted else proposal
            found = (element for name in wanted for element in read.named(name))
            named = next((element for element in found if element.found_by in ("heading", "label")), None)
            if named is not None:
                return named
        return None

    def titles(self) -> dict[str, str]:
        """What people call the elements, of whatever type."""
        kinds = (element for kind in self._types.values() for element in kind.elements.values())
        return {FRONT_MATTER: "Front matter", OTHER: "Elsewhere", **{element.name: element.title for element in kinds}}

    def status(self, proposal: Proposal) -> Status | None:
        """The status that a proposal has; None where what is given is none."""
        return self.settings.lifecycle.find(self.status_text(proposal))

    def status_text(self, proposal: Proposal) -> str:
        """The status as it is given: in the front matter, or by the nearest folder that is called like one."""
        return self._status_text(proposal.front_matter, proposal.path)

    def _status_text(self, front_matter: FrontMatter, path: str) -> str:
        if self.settings.status_from == "folder":
            folders = reversed(path.split("/")[:-1])
            return next((name for name in folders if self.settings.lifecycle.find(name)), DEFAULT)
        given = front_matter.get("status")
        return DEFAULT if given is None else given.strip() if isinstance(given, str) else str(given)

    def _parse_anew(self, data: bytes, path: str) -> Proposal:
        """Read as the default type first: the type that a document names stands in its front matter."""
        default = self.settings.default_type
        proposal = parse_proposal(data, path, self._types[default], default)
        named = proposal.front_matter.text("type")
        return (
            parse_proposal(data, path, self._types[named], named)
            if named in self._types and named != default
            else proposal
        )

    def _validate(self, proposal: Proposal, status: Status | None) -> Iterator[Violation]:
        kind = self.type_of(proposal)
        if proposal.type not in self._validators:
            self._validators[proposal.type] = make_validator(kind)
            self._measured[proposal.type] = asks_for_measures(inline_bundled(kind.schema))
            self._front_matter[proposal.type] = build_front_matter(kind)
        schema = self._front_matter[proposal.type]
        projection = build_projection(
            proposal, schema, status.name if status else None, measured=self._measured[proposal.type]
        )
        yield from self._validators[proposal.type](projection)

    def status_at(self, data: bytes, path: str) -> Status | None:
        """The status of a revision, from no more of it than it takes."""
        if self.settings.status_from == "front_matter":
            status = self.settings.lifecycle.find(peek_word(data, "status"))
            if status is not None:
                return status
        front_matter = parse_front_matter(parse_source(data)[0])[0]
        return self.settings.lifecycle.find(self._status_text(front_matter, path))

    def _counts_as_approved(self, data: bytes, path: str) -> bool | None:
        text, unreadable = parse_source(data)
        front_matter, _body, problems = parse_front_matter(text)
        if unreadable or any(problem.rule == "front-matter-syntax" for problem in problems):
            return None
        status = self.settings.lifecycle.find(self._status_text(front_matter, path))
        return status is not None and status.approved


class _Glances(Mapping[str, tuple[Related, ...]]):
    """An index whose entries are read when they are asked for: most files have the id that their name says."""

    def __init__(self, sources: Iterable[Source], relate: Callable[[Source], tuple[str, Related]]) -> None:
        self._relate = relate
        self._sources: dict[str, list[Source]] = {}
        for source in sources:
            named = _NAMES_ITSELF.search(source.data) is not None
            name = relate(source)[0] if named else make_id(FrontMatter(), source.path)
            self._sources.setdefault(name, []).append(source)

    def __getitem__(self, name: str) -> tuple[Related, ...]:
        return tuple(self._relate(source)[1] for source in self._sources[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


_NAMES_ITSELF = re.compile(rb"id[\"']?\s*:")  # wherever it is: what is plain text at its start is found at once


def _load_diff() -> Callable[..., Scope]:
    """What compares, imported when something is to be compared: what a writer checks is mostly a draft."""
    diff: Callable[..., Scope] = import_module(f"{__package__}.scope.diff").diff_proposals
    return diff


def open_pipeline(configuration: Configuration, read: Callable[[Path], bytes] = Path.read_bytes) -> Pipeline:
    """The flow for a configuration that was read from a file.

    Raises:
        WbError: as `Pipeline` does; names the file.
    """
    with naming(configuration.file):
        return Pipeline(configuration.settings, configuration.folder, read)


def read_acknowledged(proposal: Proposal) -> frozenset[str]:
    """The fingerprints that a proposal's amendments accept since its last approval."""
    return frozenset(amendment.fingerprint for amendment in read_standing(proposal.front_matter))


def find_now(histories: Histories) -> datetime:
    """What a site's dates count from: SOURCE_DATE_EPOCH, else the date of HEAD, else today.

    Raises:
        WbError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        try:
            return datetime.fromtimestamp(int(given), timezone.utc)
        except (ValueError, OverflowError, OSError) as error:
            message = f"SOURCE_DATE_EPOCH: expected seconds since 1970, found {given!r}"
            raise WbError(message) from error
    return histories.head_date or datetime.now(timezone.utc)
