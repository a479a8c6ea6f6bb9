"""What became of a proposal since it was approved, from its history."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from .history.git import GitError
from .history.history import History
from .history.since import find_since, read_versions
from .model import DocumentType, Proposal, Scope, Version
from .scope.diff import diff_proposals
from .scope.trace import trace_changes

Read = Callable[[bytes, str], Proposal | None]


def trace_scope(
    scope: Scope, proposal: Proposal, file: Path, history: History, read: Read, document_type: DocumentType
) -> Scope:
    """A comparison with the approved version, in which each change says which revision brought it in.

    Args:
        scope: the comparison.
        proposal: what was compared.
        file: where it stands.
        history: read for that file.
        read: reads a version, given its bytes and its path; None where it cannot be shown.
        document_type: of the proposal.

    Returns:
        The scope with origins; as it is where nothing changed or where the history does not tell.
    """
    baseline = scope.baseline
    if not scope.changes or baseline.text is None or history.trouble is not None:
        return scope

    @cache
    def approved() -> Proposal | None:
        return read((baseline.text or "").encode("utf-8", errors="replace"), baseline.path)

    def compare(version: Version) -> frozenset[str] | None:
        old, new = approved(), read(version.text.encode("utf-8", errors="replace"), version.revision.path)
        if old is None or new is None:
            return None
        changes = diff_proposals(old, new, document_type, baseline).changes
        return frozenset(change.fingerprint for change in changes)

    try:
        since, before = find_since(file, baseline, history)
        replaced = next(read_versions([before], history)) if before else None
        return trace_changes(scope, proposal.text, read_versions(since, history), replaced, document_type, compare)
    except GitError:
        return scope
