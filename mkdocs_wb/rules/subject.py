"""What a rule sees of a proposal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..doctype.validate import Violation
from ..lifecycle import Status
from ..model import Baseline, DocumentType, Problem, Proposal
from ..settings import Settings


@dataclass(frozen=True, slots=True)
class Subject:
    """A proposal with what was found out about it and what it stands among.

    `status_text` is the status as it was written, `status` what it means (None where it means nothing); `ids` lists the
    paths of the proposals that have an id.
    """

    proposal: Proposal
    document_type: DocumentType
    settings: Settings
    status_text: str
    status: Status | None
    violations: tuple[Violation, ...]
    baseline: Baseline
    ids: Mapping[str, tuple[str, ...]]

    def reported(self, rule: str) -> Iterator[Problem]:
        """What the reader reported under a rule's name."""
        return (problem for problem in self.proposal.problems if problem.rule == rule)

    @property
    def has_readable_front_matter(self) -> bool:
        """Whether its keys can be judged: not where there is none, or none that could be read."""
        unreadable = any(
            problem.rule in ("front-matter-syntax", "source-readable") for problem in self.proposal.problems
        )
        return self.proposal.front_matter.end > 0 and not unreadable
