"""A repository of made-up proposals with a real history: one `git fast-import`, no commit of which runs git again.

The same numbers give the same commits. Edits on short branches come in by merges, files are renamed, now and then a
team's whole folder, and files change while they are.
"""

from __future__ import annotations

import subprocess
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import IO

from .documents import OWNERS
from .lives import TEAMS, Life, plan_lives

PROPOSALS = "docs/proposals"
_BEGIN = datetime(2019, 1, 7, 9, tzinfo=timezone.utc)
_STEP = timedelta(hours=5)
_MOVES = 3
_ON_A_BRANCH, _MEANWHILE = 3, 3


def build_repository(
    folder: Path, proposals: int, commits: int, files: Mapping[str, str], environment: Mapping[str, str]
) -> None:
    """Make a git repository, packed as a clone of it would be.

    Args:
        folder: where; it is made.
        proposals: how many there are in the end.
        commits: how many there are, merges and those on branches included.
        files: what the first commit has besides, by path.
        environment: git runs in it.
    """
    random = Random(f"{proposals} {commits}")  # noqa: S311
    merges = commits // 100
    lives = plan_lives(random, proposals, commits - 1 - merges - _MOVES)
    _git(folder.parent, environment, "init", "--quiet", "--template=", "--initial-branch=main", folder.name)
    arguments = ["git", "fast-import", "--quiet", "--force"]
    with subprocess.Popen(arguments, cwd=folder, env=environment, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None  # noqa: S101
        story = _Story(_Stream(process.stdin))
        story.begin(files)
        story.tell(_shuffle(random, lives), merges)
    if process.returncode:
        message = f"git fast-import: exit {process.returncode}"
        raise RuntimeError(message)
    _git(folder, environment, "gc", "--quiet")
    _git(folder, environment, "reset", "--quiet", "--hard")


def _git(folder: Path, environment: Mapping[str, str], *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True)


def _shuffle(random: Random, lives: Iterable[Life]) -> list[Life]:
    """Each life as often as it has steps, in the order in which they happen."""
    moments = []
    for life in lives:
        born = random.uniform(0, 0.8)
        moments += [(random.uniform(born, 1), life.number, life) for _ in life.steps]
    return [life for _, _, life in sorted(moments, key=lambda moment: moment[:2])]


@dataclass(slots=True)
class _Stream:
    """What `git fast-import` reads: commits with the whole text of each file they touch."""

    pipe: IO[bytes]
    mark: int = 0

    @property
    def date(self) -> datetime:
        return _BEGIN + self.mark * _STEP

    def commit(self, subject: str, changes: Sequence[bytes], branch: str = "main", parents: Sequence[int] = ()) -> int:
        """Write a commit: after the branch's last, or after those named."""
        self.mark += 1
        who = f"{OWNERS[self.mark % len(OWNERS)]} <someone@example.com> {int(self.date.timestamp())} +0000"
        lines = [f"commit refs/heads/{branch}", f"mark :{self.mark}", f"author {who}", f"committer {who}"]
        lines += [f"data {len(subject.encode())}", subject]
        lines += [f"{word} :{parent}" for word, parent in zip(("from", "merge"), parents, strict=False)]
        self.pipe.write("\n".join([*lines, ""]).encode() + b"".join(changes) + b"\n")
        return self.mark


def _write(path: str, text: str) -> bytes:
    data = text.encode()
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)


@dataclass(slots=True)
class _Story:
    """The commits in their order: `folders` says what a team's folder is called by now."""

    stream: _Stream
    folders: dict[str, str] = field(default_factory=lambda: {team: team for team in TEAMS})
    tip: int = 0

    def begin(self, files: Mapping[str, str]) -> None:
        """The first commit; every team has its folder from then on."""
        kept = {f"{PROPOSALS}/{team}/.gitkeep": "" for team in TEAMS}
        changes = [_write(path, text) for path, text in {**files, **kept}.items()]
        self.tip = self.stream.commit("Set up the site", changes)

    def tell(self, steps: Sequence[Life], merges: int) -> None:
        """Everything after it."""
        queue = deque(steps)
        merge_at = deque(round(len(steps) * (n + 0.5) / merges) for n in range(merges))
        move_at = deque((round(len(steps) * (n + 1) / (_MOVES + 1)), TEAMS[n]) for n in range(_MOVES))
        while queue or merge_at or move_at:
            done = len(steps) - len(queue)
            if move_at and done >= move_at[0][0]:
                self._move(move_at.popleft()[1])
            elif merge_at and done >= merge_at[0]:
                merge_at.popleft()
                self._branch([queue.popleft() for _ in range(min(_ON_A_BRANCH + _MEANWHILE, len(queue)))])
            else:
                self.tip = self._advance(queue.popleft(), "main", ())

    def _path(self, life: Life) -> str:
        return f"{PROPOSALS}/{self.folders[life.team]}/{life.name}"

    def _advance(self, life: Life, branch: str, parents: Sequence[int]) -> int:
        before = self._path(life)
        step = life.advance(self.stream.date.date().isoformat())
        path = self._path(life)
        changes = [b"R %s %s\n" % (before.encode(), path.encode())] if path != before else []
        changes.append(_write(path, life.document.render() if life.document else ""))
        return self.stream.commit(f"Proposal {life.number}: {step}", changes, branch, parents)

    def _move(self, team: str) -> None:
        old, new = f"{PROPOSALS}/{team}", f"{PROPOSALS}/{team}-team"
        self.folders[team] = f"{team}-team"
        self.tip = self.stream.commit(f"Rename {team}", [f"R {old} {new}\n".encode()])

    def _branch(self, steps: Sequence[Life]) -> None:
        """Some steps on a branch, the others on the main line meanwhile, and the merge of both."""
        if not steps:
            return
        apart = {life.number: life for life in steps[:_ON_A_BRANCH]}
        before = {number: self._path(life) for number, life in apart.items() if life.document}
        parents: Sequence[int] = (self.tip,)
        topic = 0
        for life in steps:
            if life.number in apart:
                topic = self._advance(life, "topic", parents)
                parents = (topic,)
            else:
                self.tip = self._advance(life, "main", ())
        changes = [f"D {path}\n".encode() for number, path in before.items() if path != self._path(apart[number])]
        changes += [_write(self._path(life), life.document.render()) for life in apart.values() if life.document]
        self.tip = self.stream.commit("Merge a branch", changes, parents=(self.tip, topic))
