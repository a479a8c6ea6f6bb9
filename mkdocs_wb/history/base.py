"""What a branch is judged from: the revision it is to be merged into, and the point at which it left that."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import WbError
from .git import USUAL_REMOTE, Repository

_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_OWN = re.compile(r"(?:[A-Z]+_)*HEAD")
_NAME = re.compile(r"\w[\w./+-]*")
_TAG = re.compile(r"(?:refs/tags/|(?=v?\d))(\w[\w./+-]*)")  # `v1.2` is hardly a branch


@dataclass(frozen=True, slots=True)
class Base:
    """The base of a branch: what it was found under, its commit (`tip`), and the last one that both have (`fork`).

    Where each was merged into the other there may be several, from none of which all can be told that the branch
    changes: `is_crossed`, and the fork is then the tip.
    """

    name: str
    tip: str
    fork: str
    is_crossed: bool = False


def find_base(repository: Repository, revision: str) -> Base:
    """The base that a revision names.

    A branch that is checked out itself is no base: whoever opens a pull request can call theirs `main`. The one of that
    name which a remote has elsewhere is.

    Args:
        repository: whose head is judged.
        revision: a commit, tag or branch; a branch that only a remote has is found there.

    Raises:
        WbError: there is no such revision, or nothing that both have in common; names the command that mends it.
    """
    name, tip = find_revision(repository, revision, besides=repository.head)
    forks = (repository.answer("merge-base", "--all", tip, repository.head) or "").split()
    if not forks:
        found = f"{revision}: it has no commit in common with what is judged"
        if repository.is_shallow:
            message = f"{found}, because the clone is shallow; {_mend(repository, revision)}"
        else:
            message = f"{found}; name the branch that it started from"
        raise WbError(message)
    return Base(name, tip, forks[0]) if len(forks) == 1 else Base(name, tip, tip, is_crossed=True)


def find_revision(repository: Repository, revision: str, besides: str = "") -> tuple[str, str]:
    """What a revision was found under, and its commit: where several have it, not the one that is `besides`.

    A branch comes before a tag of the same name, which anyone who may push can set.

    Raises:
        WbError: there is none, and which command fetches it; or it may be either of two.
    """
    found = _find_branches(repository, revision) if _is_plain(revision) else []
    if revision.isprintable() and not found:
        found = _find_first(repository, revision, revision)
    if found:
        return next((one for one in found if one[1] != besides), found[0])
    message = f"{revision}: there is no such revision here; {_mend(repository, revision)}"
    raise WbError(message)


def _is_plain(revision: str) -> bool:
    """Whether it may be a branch's short name: no hash, nothing whole, none of git's own such as FETCH_HEAD."""
    whole = _COMMIT.fullmatch(revision) or _OWN.fullmatch(revision) or revision.startswith("refs/")
    return bool(_NAME.fullmatch(revision)) and not whole


def _find_branches(repository: Repository, revision: str) -> list[tuple[str, str]]:
    """The branches that are called so, here and at the remotes: what each was found under, and its commit."""
    here = _find_first(repository, f"refs/heads/{revision}", revision)
    there = _find_first(repository, f"refs/remotes/{revision}", revision) if "/" in revision else []
    if here and there and here != there:
        message = (
            f"{revision}: is a branch here and one of a remote; name refs/heads/{revision} or refs/remotes/{revision}"
        )
        raise WbError(message)
    found = here or there
    for remote in repository.list_remotes() or [USUAL_REMOTE]:
        found += _find_first(repository, f"refs/remotes/{remote}/{revision}", f"{remote}/{revision}")
    return found


def _find_first(repository: Repository, name: str, said: str) -> list[tuple[str, str]]:
    commit = repository.answer("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return [(said, commit)] if commit and _COMMIT.fullmatch(commit) else []


def _mend(repository: Repository, revision: str) -> str:
    """What to do about a revision that is missing, or the way to it."""
    remotes = repository.list_remotes()
    if not remotes:
        return "there is no remote to fetch it from: add that, or name one that `git branch` or `git tag` lists"
    return f"run `{_fetch(repository, revision, remotes)}`"


def _fetch(repository: Repository, revision: str, remotes: Sequence[str]) -> str:
    """The command that brings a revision, and what a shallow clone lacks of the way to it."""
    words = ["git", "fetch", *(["--unshallow"] if repository.is_shallow else [])]
    remote, _, name = revision.partition("/")
    if remote not in remotes or not name:
        remote, name = remotes[0], revision
    if _COMMIT.fullmatch(name):
        words += [remote, name]
    elif tag := _TAG.fullmatch(name):
        words += [remote, f"+refs/tags/{tag[1]}:refs/tags/{tag[1]}"]
    elif _NAME.fullmatch(name) and not _OWN.fullmatch(name):
        branch = name.removeprefix("refs/heads/")
        words += [remote, f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}"]
    elif words[-1] == "fetch":
        words += ["--all", "--tags"]
    return shlex.join(words)
