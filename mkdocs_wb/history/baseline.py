"""Which version was approved: the contract's table, row by row.

An explicit source that fails never falls through to another, and what cannot be known is said to be unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import WbError
from ..model import Approval, Baseline, BaselineSource, Proposal, Revision
from ..parse.matter.approvals import is_signed, read_approvals
from ..parse.matter.front_matter import parse_front_matter
from ..parse.source import parse_source
from .base import find_revision
from .git import Object, Repository
from .history import DAMAGED, History, commit_date, digest_of
from .log import SUFFIXES

# A commit, tag or branch, perhaps with ~2 or ^; nothing that git could take for an option, a range or a search.
_REVISION = re.compile(r"[0-9A-Za-z_][0-9A-Za-z_./+-]*(?:[~^]\d*)*")

# The beginning of a commit's hash that is long enough for no word to be one by chance.
_HASH = re.compile(r"[0-9a-f]{7,64}")

# The head of a history need not be what is checked out.
_HEAD = re.compile(r"^(?:HEAD|@)(?=[~^]|$)")

_DIGEST = re.compile(r"wb1:[0-9a-f]{64}")

CountsAsApproved = Callable[[bytes, str], bool | None]


def find_baseline(
    proposal: Proposal, path: Path, history: History, *, approved: bool, counts: CountsAsApproved
) -> Baseline:
    """The version that a proposal is compared with.

    Args:
        proposal: as it stands at the head of `history`, or in the work tree.
        path: its file.
        history: read for it.
        approved: whether its status counts as approved.
        counts: whether a revision's content, at its path, has a status that counts as approved; None where its front
            matter cannot be read.

    Returns:
        The baseline with its text; one with a `problem` where it should be known and is not; one without a source
        where nothing was approved.
    """
    if proposal.is_unreadable:
        fault = proposal.problems[0]
        message = (
            f"what was approved stands in a document that cannot be read: line {fault.place.line}: {fault.message}"
        )
        return _unknown(None, message, fault.help)
    approvals = read_approvals(proposal.front_matter)
    given = proposal.front_matter.get("approvals")
    if given not in (None, []) and (not isinstance(given, list) or not isinstance(given[-1], dict)):
        return _unknown(
            None, "the last approval is no mapping of version, date, by and digest", "write it as `wb inspect` shows"
        )
    if not approvals:
        return _inferred(proposal.id, path, history, counts) if approved else Baseline(None)
    return find_approved(approvals[-1], path, history)


def find_approved(approval: Approval, path: Path, history: History) -> Baseline:
    """The version that one approval names, as `find_baseline` finds the last one's."""
    if approval.snapshot:
        found = _snapshot(approval, path, history)
    elif not (approval.digest or approval.revision):
        help_ = "add the digest that `wb inspect` prints for the approved version"
        found = _unknown("digest", "the last approval names no digest, revision or snapshot", help_)
    elif approval.digest and not _DIGEST.fullmatch(approval.digest):
        help_ = "copy the digest that `wb inspect` prints for the approved version"
        found = _unknown("digest", f"the last approval's digest is none: {approval.digest[:80]!r}", help_)
    elif history.trouble is not None:
        source: BaselineSource = "revision" if approval.revision else "digest"
        found = replace(_unknown(source, history.trouble.message, history.trouble.help), revision=approval.revision)
    elif approval.revision:
        found = _at_revision(approval, path, history)
    else:
        found = _with_digest(approval, path, history)
    return replace(found, by=approval.by, version=approval.version, date=approval.date or found.date)


def require_approver(baseline: Baseline, approvals: Sequence[Approval], approvers: Sequence[str]) -> Baseline:
    """A baseline as one that is not known, where nobody signed the last approval who may; else as it is.

    Args:
        baseline: that the last one of `approvals` leads to.
        approvals: of the proposal.
        approvers: who may approve; nobody where everybody may.
    """
    if not approvals or baseline.problem or is_signed(approvals[-1], approvers):
        return baseline
    found = ", ".join(approvals[-1].by) or "nobody"
    message = f"expected an approval by {' or '.join(approvers)}, found one by {found}"
    help_ = "have it approved by one of them, or add the name to `approvers` in the configuration"
    return replace(baseline, text=None, problem=message, help=help_, unsigned=True)


def _unknown(source: BaselineSource | None, problem: str, help_: str) -> Baseline:
    return Baseline(source, problem=problem, help=help_)


def _with_digest(approval: Approval, path: Path, history: History) -> Baseline:
    found = history.first_with_digest(history.revisions(path), approval.digest)
    found = found or history.find_digest(approval.digest)
    if found is None and history.gap:
        return _unknown("digest", history.gap.message, history.gap.help)
    if found is None:
        message = f"no revision in this repository has the approved digest {approval.digest[:16]}…"
        fetch = "run `git fetch --all`" if history.has_remote else "bring the branch here on which it was approved"
        return _unknown("digest", message, f"{fetch}, or approve the present version with `wb approve`")
    return replace(_from_revision("digest", found, history), digest=approval.digest)


def _at_revision(approval: Approval, path: Path, history: History) -> Baseline:
    named = approval.revision
    if not _REVISION.fullmatch(named) or ".." in named:
        return _unknown(
            "revision", f"{named[:80]!r} is not the name of a commit, tag or branch", "name a commit by its hash"
        )
    commit = history.find(f"{_HEAD.sub(history.head, named)}^{{commit}}")
    if commit is None:
        message = f"the approved revision {named} does not exist in this repository"
        local = "name a commit, tag or branch that is here, or approve the present version with `wb approve`"
        help_ = history.gap.help if history.gap else "run `git fetch --all --tags`" if history.has_remote else local
        return replace(_unknown("revision", message, help_), revision=named)
    found = history.find_at(commit.id, path)
    if found is None:
        message = f"the file does not exist at the approved revision {named}"
        return replace(
            _unknown(
                "revision", message, "name a revision that has it, or approve the present version with `wb approve`"
            ),
            revision=commit.id,
        )
    name, data = found
    digest = digest_of(data)
    if not approval.digest and (fault := _find_doubt(approval, commit.id, data, path, history)):
        return replace(_unknown("revision", *fault), revision=commit.id, path=name)
    if approval.digest and digest != approval.digest:
        message = f"the version at {named} has the digest {digest[:16]}…, the approval names {approval.digest[:16]}…"
        help_ = "correct whichever of revision and digest is wrong"
        return replace(_unknown("revision", message, help_), revision=commit.id, path=name)
    return _at_commit(commit, name, data)


def _find_doubt(approval: Approval, commit: str, data: bytes, path: Path, history: History) -> tuple[str, str] | None:
    """Why a name alone does not tell which version was approved, and what mends it; None where it does.

    A commit of a hash stays what it is, and a tag is meant to. HEAD or a branch moves on: what has the approval that
    names it already, or is not among what there was when that was written, is later than what was approved.
    """
    named = approval.revision
    start = re.split("[~^]", named)[0]
    meant = history.find(start)
    if meant is not None and meant.id.startswith(start.lower()):
        return None
    if _HASH.fullmatch(start.lower()) and history.has_hash(start):
        return f"{named} is the name of a tag or branch, and the hash of a commit", "name the commit by its whole hash"
    is_tag = history.find(f"refs/tags/{start.removeprefix('refs/').removeprefix('tags/')}") is not None
    if is_tag:
        return None
    given = read_approvals(parse_front_matter(parse_source(data)[0])[0])
    since = find_approving(approval, path, history)
    if all(one.revision != named for one in given) and since and history.contains(since, commit):
        return None
    message = f"{named} is no fixed version: it may have moved on since it was approved"
    return message, "name the approved commit by its hash, or add its digest"


def find_approving(approval: Approval, path: Path, history: History) -> str:
    """The commit since which a file has an approval: what there was then was seen. Empty where its beginning is missing.

    An approval that is not committed yet is one of what the last commit has.
    """
    revisions = history.revisions(path)
    contents = history.read(revision.blob for revision in revisions)
    commit = history.head
    for revision in revisions:
        front_matter = parse_front_matter(parse_source(contents.get(revision.blob, b""))[0])[0]
        if not any(_is_same(approval, other) for other in read_approvals(front_matter)):
            return commit
        commit = revision.commit
    return commit if history.gap is None else ""


def _is_same(one: Approval, other: Approval) -> bool:
    known = (other.index, other.digest, other.revision, other.snapshot)
    return (one.index, one.digest, one.revision, one.snapshot) == known


def find_named(revision: str, path: Path, repository: Repository, history: History) -> Baseline:
    """A file at a revision that somebody names.

    Args:
        revision: a commit, tag or branch.
        path: the file.
        repository: that has it.
        history: read for it.

    Raises:
        WbError: there is no such revision, or it does not have the file; names what to do next.
    """
    commit = find_revision(repository, revision)[1]
    found, kept = history.find_at(commit, path), history.find(commit)
    if found is None or kept is None:
        first = next(reversed(history.revisions(path)), None)
        help_ = f"its first revision is {first.commit[:10]}" if first else "commit it first"
        message = f"{revision}: does not have {history.name(path)} under any name that it had up to now; {help_}"
        raise WbError(message)
    return _at_commit(kept, *found)


def _at_commit(commit: Object, name: str, data: bytes) -> Baseline:
    date = commit_date(commit.data)
    day = date.date().isoformat() if date else ""
    return Baseline("revision", parse_source(data)[0], digest_of(data), commit.id, name, day)


def _snapshot(approval: Approval, path: Path, history: History) -> Baseline:
    """A Markdown file of the repository, as it is committed: nothing else may be read, and so shown, by naming it."""
    named = approval.snapshot
    if named == history.name(path):
        help_ = "copy the approved version to a file of its own, and name that, or approve with `wb approve`"
        return replace(_unknown("snapshot", f"the snapshot {named[:200]} is the proposal itself", help_), path=named)
    data = history.read_committed(named) if is_snapshot_name(named) else None
    if data is None and history.trouble is not None:
        return replace(_unknown("snapshot", history.trouble.message, history.trouble.help), path=named)
    if data is None:
        message = f"the snapshot {named[:200]} is not a Markdown file that is committed in this repository"
        return replace(
            _unknown("snapshot", message, "commit it, and give its path from the repository's root"), path=named
        )
    digest = digest_of(data)
    if approval.digest and digest != approval.digest:
        message = (
            f"the snapshot {named[:200]} has the digest {digest[:16]}…, the approval names {approval.digest[:16]}…"
        )
        return replace(
            _unknown("snapshot", message, "restore the snapshot, or approve the present version with `wb approve`"),
            path=named,
        )
    text, problems = parse_source(data)
    if problems:
        return replace(_unknown("snapshot", f"{named[:200]}: {problems[0].message}", problems[0].help), path=named)
    return Baseline("snapshot", text, digest, path=named)


def is_snapshot_name(name: str) -> bool:
    """Whether a value can name a snapshot: a relative path to a Markdown file, through no hidden folder."""
    parts = name.split("/")
    plain = all(part and not part.startswith(".") for part in parts)
    return plain and name.isprintable() and ":" not in name and name.lower().endswith(SUFFIXES)


def _inferred(name: str, path: Path, history: History, counts: CountsAsApproved) -> Baseline:
    if history.trouble is not None:
        return _unknown("inferred", history.trouble.message, history.trouble.help)
    revisions, first = history.revisions(path), None
    while revisions:  # a proposal that was written anew in another file goes on being approved there
        contents = history.read(revision.blob for revision in revisions)
        for revision in revisions:
            if revision.blob not in contents:
                return _unknown("inferred", DAMAGED.message, DAMAGED.help)
            counted = counts(contents[revision.blob], revision.path)
            if counted is None:
                message = f"the status cannot be read at the revision {revision.commit[:12]}, between approved ones"
                return _unknown("inferred", message, "record the approval with its digest")
            if not counted:
                revisions = ()
                break
            first = revision
        else:
            if history.gap:
                return _unknown("inferred", history.gap.message, history.gap.help)
            revisions = history.find_predecessor(revisions[-1], name)
    if first is None:
        message = "the status counts as approved, but no committed revision has it and no approval is recorded"
        return _unknown("inferred", message, "commit the file, or record the approval with `wb approve`")
    return _from_revision("inferred", first, history)


def _from_revision(source: BaselineSource, revision: Revision, history: History) -> Baseline:
    data = history.read([revision.blob]).get(revision.blob)
    if data is None:
        return _unknown(source, DAMAGED.message, DAMAGED.help)
    text = parse_source(data)[0]
    day = revision.date.date().isoformat()
    return Baseline(source, text, "", revision.commit, revision.path, day)
