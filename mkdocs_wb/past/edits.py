"""Each approved version against the present one, and each version against the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ..history.git import GitError
from ..history.history import History
from ..history.since import read_versions
from ..model import Approval, Baseline, Edit, Past, Proposal, Revision, Scope
from ..parse.matter.approvals import read_approvals
from ..scope.edits import mark_paragraphs, read_content
from .reader import Reader
from .standings import Standings

_MOST_EDITS = 100


def build_past(
    approvals: Sequence[Scope],
    proposal: Proposal,
    revisions: Sequence[Revision],
    find: Callable[[Approval], Baseline],
    history: History,
    reader: Reader,
) -> Past:
    """Each approved version against the present one, and each version against the one before.

    Args:
        approvals: the comparisons with each approved version, newest first.
        proposal: as it stands now.
        revisions: of its file, newest first.
        find: the version that an approval names.
        history: that has them.
        reader: of its versions.
    """
    told = revisions[: _MOST_EDITS + 1]
    try:
        versions = list(read_versions(told, history))
    except GitError:
        return Past(tuple(approvals), (), len(revisions))
    shown = [(version, read_content(text)) for version in versions if (text := reader.show(version)) is not None]
    now = read_content(proposal.text)
    signed = read_approvals(proposal.front_matter)
    standings = Standings(approvals, signed, versions, now, find, history, reader)
    edits = [
        Edit(new.revision, mark_paragraphs(before, content), *standings.of(new, content))
        for (new, content), (_, before) in pairwise(shown)
    ]
    uncommitted = mark_paragraphs(shown[0][1], now) if shown else ()
    if uncommitted:
        edits.insert(0, Edit(None, uncommitted, *standings.now))
    if shown and len(told) == len(revisions):
        first, content = shown[-1]
        edits.append(Edit(first.revision, (), *standings.of(first, content)))  # it is no edit of another
    return Past(tuple(approvals), tuple(edits), max(0, len(revisions) - len(told)))
