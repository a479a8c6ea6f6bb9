"""What a branch does: the nouns of a review, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..gate import Objection
from ..lifecycle import Status
from ..model import Finding, Proposal, Scope, ScopeChange, Severity
from .claims import Claims

Kind = Literal["added", "changed", "renamed", "deleted", "left", "affected"]


@dataclass(frozen=True, slots=True)
class Move:
    """The status on both sides; None where there is none, or what is given is none.

    `allowed` says whether the branch may make the move, by the base's lifecycle; None where it makes none.
    """

    before: Status | None = None
    after: Status | None = None
    allowed: bool | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """An approval that is due: why, and from whom; `people` is empty where nobody is known.

    `by_branch` says whether the branch is the reason.
    """

    reason: str
    people: tuple[str, ...] = ()
    by_branch: bool = True


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a branch does to one proposal.

    `proposal` is as the branch has it, or as it was where the branch takes it out (`deleted`), or out of what
    `proposals` matches (`left`); `affected` is one that the branch did not touch, and that has new findings by it.
    `path` and `old_path` count from the repository's root; `old_path` is empty where it is the same, or there is none.

    `findings` are those that the branch brings in, `silenced` those that comments of the branch switch off.
    `scope` compares with the approved version as the base knows it, `brought` are those of its changes that the branch
    brings in and nobody has accepted, `gravity` how much those matter, `objections` what the settings have against them, `earlier` how many stood open before.
    `contribution` compares the branch with where it began.
    `failures` say why the review fails, `exit_code` how.
    """

    kind: Kind
    proposal: Proposal
    path: str
    old_path: str
    move: Move
    scope: Scope
    contribution: Scope
    findings: tuple[Finding, ...] = ()
    silenced: tuple[Finding, ...] = ()
    brought: tuple[ScopeChange, ...] = ()
    gravity: Severity = Severity.OFF
    objections: tuple[Objection, ...] = ()
    earlier: int = 0
    claims: Claims = field(default_factory=Claims)
    due: Due | None = None
    notes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    exit_code: int = 0

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing that a reviewer should look at: hints are for the writer."""
        grave = [finding for finding in self.findings if finding.severity is not Severity.INFO]
        told = (self.failures, self.objections, grave, self.silenced, self.brought, self.notes)
        return not (any(told) or self.due or self.claims != Claims())


@dataclass(frozen=True, slots=True)
class Review:
    """What a branch does to all proposals, the gravest first.

    `base` is what the base was found under, `tip` its commit, `fork` the commit at which the branch left it and `head`
    the one that is reviewed. `notes` are about the whole: a configuration that the branch changes, what is not
    committed. `failures` are those that belong to no proposal. `titles` are what people call the elements.
    """

    base: str
    tip: str
    fork: str
    head: str
    proposals: tuple[Reviewed, ...] = ()
    notes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """2 where something could not be known, 1 where something fails, else 0."""
        return max([2 if self.failures else 0, *(reviewed.exit_code for reviewed in self.proposals)])
