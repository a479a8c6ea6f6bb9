"""What a branch is judged from: the revision it is to be merged into, and the point at which it left that."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from ..errors import WbError
from .git import USUAL_REMOTE, Repository

_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
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

    Args:
        repository: whose head is judged.
        revision: a commit, tag or branch; a branch that only a remote has is found there.

    Raises:
        WbError: there is no such revision, or nothing that both have in common; names the command that mends it.
    """
    name, tip = find_revision(repository, revision)
    forks = (repository.answer("merge-base", "--all", tip, repository.head) or "").split()
    if not forks:
        found = f"{revision}: it has no commit in common with what is judged"
        if repository.is_shallow:
            message = f"{found}, because the clone is shallow; {_mend(repository, revision)}"
        else:
            message = f"{found}; name the branch that it started from"
        raise WbError(message)
    return Base(name, tip, forks[0]) if len(forks) == 1 else Base(name, tip, tip, is_crossed=True)


def find_revision(repository: Repository, revision: str) -> tuple[str, str]:
    """What a revision was found under, and its commit.

    A branch comes before a tag of the same name, which anyone who may push can set.

    Raises:
        WbError: there is none; names the command that fetches it.
    """
    plain = _NAME.fullmatch(revision) and not _COMMIT.fullmatch(revision) and not revision.startswith("HEAD")
    names = [(f"refs/heads/{revision}", revision), (f"refs/remotes/{revision}", revision)] if plain else []
    remotes = (repository.list_remotes() or [USUAL_REMOTE]) if plain else []
    names += [(f"refs/remotes/{remote}/{revision}", f"{remote}/{revision}") for remote in remotes]
    names += [(revision, revision)] if revision.isprintable() else []
    for name, found in names:
        commit = repository.answer("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if commit and _COMMIT.fullmatch(commit):
            return found, commit
    message = f"{revision}: there is no such revision here; {_mend(repository, revision)}"
    raise WbError(message)


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
    elif _NAME.fullmatch(name) and not name.startswith("HEAD"):
        branch = name.removeprefix("refs/heads/")
        words += [remote, f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}"]
    elif words[-1] == "fetch":
        words += ["--all", "--tags"]
    return shlex.join(words)
