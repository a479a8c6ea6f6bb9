"""What a rule sees of a proposal, and of the others it stands among."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..doctype.validate import Violation
from ..lifecycle import Stage, Status
from ..model import DocumentType, Problem, Proposal, Scope
from ..settings import Settings


class Related(NamedTuple):
    """Another proposal as far as relations need it."""

    path: str
    status: Status | None
    depends_on: tuple[str, ...]


Index = Mapping[str, tuple[Related, ...]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A proposal with what was found out about it.

    `status_text` is the status as it was written, `status` what it means (None where it means nothing), `before` the
    status it had at the revision that a change is judged from (None where nothing is judged). `index` leads from an id
    to the proposals that have it, this one included. `goals` are those of the strategy file, None where there is none.
    `updated` is the day of the last revision, None where no history is known. `asked` has what each rule reported, for
    the one that is asked after all others.
    """

    proposal: Proposal
    document_type: DocumentType
    settings: Settings
    status_text: str
    status: Status | None
    violations: tuple[Violation, ...]
    scope: Scope
    index: Index
    today: date
    goals: frozenset[str] | None = None
    updated: date | None = None
    before: Status | None = None
    asked: Mapping[str, Sequence[Problem]] = field(default_factory=dict)

    @property
    def stage(self) -> Stage:
        """The stage of the status; what has no known status is judged as an idea."""
        return self.status.stage if self.status else Stage.IDEA

    def reported(self, rule: str) -> Iterator[Problem]:
        """What the reader reported under a rule's name."""
        return (problem for problem in self.proposal.problems if problem.rule == rule)

    @property
    def has_readable_front_matter(self) -> bool:
        """Whether its keys can be judged: not where there is none, or none that could be read."""
        return self.proposal.front_matter.end > 0 and not self.proposal.is_unreadable
