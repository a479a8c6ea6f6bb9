"""What a branch claims: approvals and accepted changes that its base does not know. They clear nothing until it is merged."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Amendment, Approval, FrontMatter, Proposal
from ..parse.matter.amendments import read_amendments
from ..parse.matter.approvals import read_approvals


@dataclass(frozen=True, slots=True)
class Claims:
    """Approvals and amendments of a branch.

    `approvals` are those that it adds, edits or puts elsewhere, `dropped` the versions of those that it takes out or
    edits; the last one of `approvals` would be the current one. `covers` says whether that one names, by its digest,
    the very version that the branch has. `amendments` are those that it adds or edits, `withdrawn` is how many it
    takes out.
    """

    approvals: tuple[Approval, ...] = ()
    dropped: tuple[str, ...] = ()
    covers: bool = False
    amendments: tuple[Amendment, ...] = ()
    withdrawn: int = 0

    def find_amendment(self, fingerprint: str) -> Amendment | None:
        """Who would accept a change; None where nobody would."""
        return next((amendment for amendment in self.amendments if amendment.fingerprint == fingerprint), None)


def find_claims(base: FrontMatter, fork: FrontMatter, head: Proposal) -> Claims:
    """What a branch claims of one proposal.

    Args:
        base: as the base has it now.
        fork: as the base had it where the branch began: what it gained since then the branch did not take out.
        head: as the branch has it.
    """
    known, before, now = (read_approvals(side) for side in (base, fork, head.front_matter))
    approvals = tuple(approval for approval in now if approval not in known)
    kept = {_content(approval) for approval in now}
    accepted = read_amendments(head.front_matter)
    return Claims(
        approvals=approvals,
        dropped=tuple(approval.version for approval in before if _content(approval) not in kept),
        covers=bool(approvals) and approvals[-1].digest == head.digest,
        amendments=tuple(one for one in accepted if one not in read_amendments(base)),
        withdrawn=sum(one not in accepted for one in read_amendments(fork)),
    )


def _content(approval: Approval) -> tuple[object, ...]:
    """An approval without its place in the list."""
    return approval.version, approval.date, approval.by, approval.digest, approval.revision, approval.snapshot
