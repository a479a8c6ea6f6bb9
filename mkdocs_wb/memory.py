"""What a preview need not work out again: most proposals are as they were at the last build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .model import Entry, Finding, Proposal
from .parse.markdown.images import find_targets
from .sources import Source


@dataclass(frozen=True, slots=True)
class Known:
    """What was made of the bytes of a proposal: how it was read by some document types, found faulty, and told.

    `concealed` are the commits at which it was withheld.
    """

    data: bytes
    types: object
    proposal: Proposal
    findings: tuple[Finding, ...]
    entry: Entry
    concealed: frozenset[str] = frozenset()


class Memory:
    """The proposals of the last build, and what they were judged by besides their own bytes: the situation.

    In another situation nothing is recalled, and never what shows images: their files may have changed.
    """

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._situation: object = None
        self._is_same = False

    def read(self, source: Source, types: object, read: Callable[[Source], Proposal]) -> Proposal:
        """A proposal as it was read before, where its bytes and the document types are the same, else read anew."""
        known = self._known.get(source.path)
        if known is not None and known.data == source.data and known.types == types:
            return known.proposal
        return read(source)

    def begin(self, situation: object) -> None:
        """Look whether the situation is the last one."""
        self._is_same = situation == self._situation
        self._situation = situation

    def recall(self, proposal: Proposal) -> Known | None:
        """What was made of a proposal that `read` gave; None where it has to be worked out."""
        known = self._known.get(proposal.path)
        if not self._is_same or known is None or known.proposal is not proposal or any(find_targets(proposal.text)):
            return None
        return known

    def keep(self, known: Iterable[Known]) -> None:
        """Remember these and no others."""
        self._known = {one.entry.proposal.path: one for one in known}
