"""The revisions of many files in one pass over the main line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone

from ..model import Revision
from .git import GitError, Repository

SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# One pattern that has room for every suffix: git tries each on every file of a folder in which one changed.
_MARKDOWN = ":(top)*.[mM]*[dDnN]"
_FORMAT = "--format=%x01%H%x00%an%x00%aI%x00%s"
# Inexact renames above git's own limit (1,000) would vanish without a word; exact ones have no limit.
_RENAMES = ("--find-renames", "-l5000")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the log with the files it changed: (status letter, old path, new path, new blob)."""

    id: str
    author: str
    date: datetime
    subject: str
    files: list[tuple[str, str, str, str]] = field(default_factory=list)


def read_main_line(repository: Repository) -> list[Commit]:
    """The commits of the main line that touch Markdown files, newest first, merges as one commit each."""
    arguments = ["--first-parent", "-m", "--raw", "--no-abbrev", *_RENAMES, _FORMAT, repository.head, "--", _MARKDOWN]
    return list(_parse_log(repository.log(*arguments)))


def read_main_line_of(repository: Repository, paths: Iterable[str]) -> list[Commit]:
    """Those of them that touch some files, whatever these were called: of few files, git passes over all others.

    Args:
        repository: whose main line to read.
        paths: as the files are called today, from the repository's root.
    """
    names = {path for path in paths if path.lower().endswith(SUFFIXES)}
    read: dict[str, Commit] = {}
    while names:
        wanted = (f":(top,literal){name}" for name in sorted(names))
        listed = repository.run("rev-list", "--first-parent", repository.head, "--", *wanted)
        commits = "".join(listed).split()
        read |= {commit.id: commit for commit in read_commits(repository, [one for one in commits if one not in read])}
        changes = (change for commit in commits for change in read[commit].files)
        older = {old for status, old, new, _ in changes if status == "R" and new in names}
        if older <= names:
            return [read[commit] for commit in commits]
        names |= older
    return []


def read_commits(repository: Repository, commits: Sequence[str]) -> list[Commit]:
    """The same of some commits, and of no other."""
    if not commits:
        return []
    options = ["--no-walk=unsorted", "--first-parent", "-m", "--raw", "--no-abbrev", *_RENAMES, _FORMAT]
    return list(_parse_log(repository.log(*options, "--stdin", "--", _MARKDOWN, given="\n".join(commits))))


def read_last(repository: Repository, path: str) -> Revision | None:
    """The last commit up to the head that changed a path, be it on a branch that was merged; None where none did."""
    given = f"{repository.head}\n--\n:(top,literal){path}\n"
    commits = _parse_log(repository.log("-1", _FORMAT, "--stdin", given=given))
    found = (Revision(commit.id, path, "", commit.author, commit.date, commit.subject) for commit in commits)
    return next(found, None)


def read_newest(repository: Repository, path: str) -> Commit | None:
    """The newest commit of the main line that touches a Markdown file, with this file alone; None where none does."""
    if not path.lower().endswith(SUFFIXES):
        return None
    options = ["-1", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", _FORMAT, repository.head]
    return next(_parse_log(repository.log(*options, "--", f":(top,literal){path}")), None)


def read_removals(repository: Repository) -> list[Commit]:
    """The commits of the main line that take Markdown files away or rename them, with these alone; newest first."""
    options = ["--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--diff-filter=D", _FORMAT]
    return list(_parse_log(repository.log(*options, repository.head, "--", _MARKDOWN)))


def read_everything(repository: Repository) -> list[Commit]:
    """The commits of every branch, newest first, without renames: for finding a content wherever it was."""
    arguments = [
        "--all",
        "--full-history",
        "-m",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        _FORMAT,
        repository.head,
        "--",
    ]
    return list(_parse_log(repository.log(*arguments, _MARKDOWN)))


def _parse_log(fields: Iterator[str]) -> Iterator[Commit]:
    """Read the fields by position: what stands in a path or a subject is never taken for structure."""
    commit: Commit | None = None
    for part in fields:
        text = part.lstrip("\n")
        if text.startswith("\x01"):
            if commit is not None:
                yield commit
            commit = Commit(text[1:], next(fields), _parse_date(next(fields)), next(fields))
        elif text.startswith(":") and commit is not None:
            parts = text[1:].split(" ")
            if len(parts) != 5:
                message = f"log printed {text[:60]!r}, which no version of this format has"
                raise GitError(message)
            blob, status = parts[3:]
            old = next(fields)
            new = next(fields) if status[0] in "RC" else old
            commit.files.extend(_only_markdown(status[0], old, new, blob))
    if commit is not None:
        yield commit


def _only_markdown(status: str, old: str, new: str, blob: str) -> Iterator[tuple[str, str, str, str]]:
    """A change of a file as far as Markdown goes: what was renamed to another kind is gone, what came of one is new."""
    was, is_ = old.lower().endswith(SUFFIXES), new.lower().endswith(SUFFIXES)
    if is_:
        yield (status, old, new, blob) if was else ("A", new, new, blob)
    elif was:
        yield "D", old, old, blob


def _parse_date(text: str) -> datetime:
    """An author's date; the epoch where it is none that a calendar has."""
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return datetime.fromtimestamp(0, timezone.utc)


def follow(commits: Iterable[Commit], paths: Iterable[str]) -> Mapping[str, tuple[Revision, ...]]:
    """The revisions of each path, newest first, through renames, moves of folders, deletions and restorations.

    Args:
        commits: newest first.
        paths: as the files are called today, from the repository's root.
    """
    found: dict[str, list[Revision]] = {path: [] for path in paths}
    names = {path: path for path in found}  # what a file is called at this point of the walk → what it is called today
    ended: dict[str, str] = {}  # files whose beginning was passed; an older deletion there means they were restored
    for commit in commits:
        renamed: dict[str, str] = {}
        for status, old, new, blob in commit.files:
            if status == "D":
                if old not in names and old in ended:
                    names[old] = ended.pop(old)
                continue
            today = names.get(new)
            if today is None:
                continue
            found[today].append(Revision(commit.id, new, blob, commit.author, commit.date, commit.subject))
            if status == "A":
                ended[new] = names.pop(new)
            elif status == "R":
                renamed[old] = names.pop(new)
        names.update(renamed)
        for old in renamed:
            ended.pop(old, None)
    return {path: tuple(revisions) for path, revisions in found.items()}
