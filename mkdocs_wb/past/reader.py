"""Versions of a proposal, read as a site may show them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from ..model import DocumentType, Proposal, Version
from ..parse.left_out import LeftOut
from ..parse.redact import redact


class Flow(Protocol):
    """What reads documents by a configuration."""

    parse: Callable[[bytes, str], Proposal]

    def type_of(self, proposal: Proposal) -> DocumentType:
        """The document type that a proposal was read as."""

    def retype(self, version: Proposal, type_name: str) -> Proposal:
        """A version as a document of another type."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads versions of a `proposal` as a site may show them: without the elements that it leaves out.

    `left_out` is what stands in those elements in any version; None where there are none.
    """

    flow: Flow
    proposal: Proposal
    leave_out: Collection[str] = ()
    left_out: LeftOut | None = None

    @property
    def document_type(self) -> DocumentType:
        """The present one; a version may have been of another."""
        return self.flow.type_of(self.proposal)

    def read(self, text: str, path: str) -> Proposal | None:
        """A version; None where what is left out cannot be told apart in it, or stands in another place."""
        return self.redact(self.flow.parse(text.encode("utf-8", errors="replace"), path))

    def redact(self, version: Proposal) -> Proposal | None:
        """The same of a version that was read as it is; it is compared as what the proposal is now."""
        shown = redact(version, self.flow.type_of(version), self.leave_out)
        if shown is not None:
            shown = redact(self.flow.retype(shown, self.proposal.type), self.document_type, self.leave_out)
        tells = shown is not None and self.left_out is not None and self.left_out.is_told_in(shown)
        return None if tells else shown

    def show(self, version: Version) -> str | None:
        """The text of a version; None where it cannot be shown."""
        if not self.leave_out:
            return version.text
        shown = self.read(version.text, version.revision.path)
        return shown.text if shown else None
