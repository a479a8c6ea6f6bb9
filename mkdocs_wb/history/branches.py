"""The branches that merges of the main line brought in: who wrote there what the merge itself did not."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Revision
from .git import Repository
from .log import Commit, follow, read_commits


@dataclass(frozen=True, slots=True)
class Branch:
    """The revisions of a file on a merged branch, newest first; `before` names its version where the branch began."""

    revisions: tuple[Revision, ...]
    before: str


class Branches:
    """All branches that were merged into the main line, read at once: a repository may have thousands of merges."""

    def __init__(self, repository: Repository) -> None:
        main = _read_parents(repository, repository.head)
        self._tips = {commit: parents[1:] for commit, parents in main.items() if len(parents) > 1}
        tips = [tip for tips in self._tips.values() for tip in tips]
        parents = _read_parents(repository, *tips) if tips else {}
        self._walks = {tip: list(_walk(tip, parents, main)) for tip in tips}
        apart = list(dict.fromkeys(commit for walk in self._walks.values() for commit in walk))
        self._commits: Mapping[str, Commit] = {commit.id: commit for commit in read_commits(repository, apart)}

    def find(self, merge: Revision) -> Iterator[Branch]:
        """What a merge brought in of the file that it is a revision of, branch by branch."""
        for tip in self._tips.get(merge.commit, ()):
            commits = [self._commits[commit] for commit in self._walks[tip] if commit in self._commits]
            revisions = follow(commits, [merge.path])[merge.path]
            if revisions:
                oldest = revisions[-1]
                files = self._commits[oldest.commit].files
                old = next(old for _, old, new, _ in files if new == oldest.path)
                yield Branch(revisions, f"{oldest.commit}^1:{old}")


def _walk(tip: str, parents: Mapping[str, Sequence[str]], main: Container[str]) -> Iterator[str]:
    """From a branch's tip to where it left the main line."""
    while tip in parents and tip not in main:
        yield tip
        tip = next(iter(parents[tip]), "")


def _read_parents(repository: Repository, *tips: str) -> dict[str, list[str]]:
    """Commit → its parents, along the first parents of some tips."""
    listed = repository.run("rev-list", "--first-parent", "--parents", "--stdin", given="\n".join(tips))
    rows = (line.split(" ") for line in "".join(listed).splitlines())
    return {commit: parents for commit, *parents in rows}
