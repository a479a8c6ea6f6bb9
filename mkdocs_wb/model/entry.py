"""A proposal with everything that is known and said of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..lifecycle import Status
from .document import Proposal
from .finding import Finding
from .revision import Revision, Step
from .scope import Past, Scope, Stand


@dataclass(frozen=True, slots=True)
class Entry:
    """A proposal with everything that is known about it: a row of the portfolio.

    `silenced` are the findings that comments in the document switch off.
    `revisions` and `steps` are newest first; `steps` are the revisions at which the status changed, and the first one.
    `trail` are its stands since its approved version, which is the first; none where nothing changed.
    `past` is None for a proposal that was never approved.
    """

    proposal: Proposal
    status: Status | None
    scope: Scope
    revisions: tuple[Revision, ...] = ()
    findings: tuple[Finding, ...] = ()
    silenced: tuple[Finding, ...] = ()
    steps: tuple[Step, ...] = ()
    trail: tuple[Stand, ...] = ()
    past: Past | None = None

    @property
    def closed(self) -> bool:
        """Whether its status says that the idea was let go."""
        return self.status is not None and self.status.closed

    @property
    def launched(self) -> bool:
        """Whether its status says that the customers have what was promised."""
        return self.status is not None and self.status.launched
