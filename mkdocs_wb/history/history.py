"""The history of a set of files, read once: their revisions, the contents of blobs, and where a digest occurs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from ..model import Revision
from ..parse.digest import build_digest
from ..parse.matter.front_matter import parse_front_matter
from ..parse.source import parse_source
from ..real_paths import RealPaths
from .branches import Branch, Branches
from .git import GitError, Object, Repository, Trouble, find_repository
from .log import Commit, follow, read_everything, read_last, read_main_line, read_main_line_of, read_newest
from .predecessors import Predecessors

_RECENT = 64  # contents that are kept: what is asked of a file's history is asked at once
_FEW = 8  # files whose history is read for themselves
DAMAGED = Trouble("older versions of files are missing from the repository", "see what `git fsck` says")


class History:
    """What git knows of the files asked for.

    `trouble` says why nothing is known, `gap` why something may be missing: what is found is so all the same. Of few
    files the revisions are read when they are first asked for: of most drafts nobody asks for more than the newest.
    """

    def __init__(
        self, root: Path, repository: Repository | None, trouble: Trouble | None, gap: Trouble | None = None
    ) -> None:
        self.root = root
        self.gap = gap
        self._trouble = trouble
        self._repository = repository
        self._waiting: Sequence[str] = ()
        self._revisions: Mapping[str, tuple[Revision, ...]] = {}
        self._everything: dict[str, Revision] | None = None
        self._branches: Branches | None = None
        self._predecessors: Predecessors | None = None
        self._is_silent = False
        self._digests: dict[str, str] = {}
        self._names: dict[Path, str] = {}
        self._real = RealPaths()
        self._recent: dict[str, bytes] = {}

    def close(self) -> None:
        """Let git go."""
        if self._repository is not None:
            self._repository.close()

    @property
    def trouble(self) -> Trouble | None:
        """Why nothing is known; None where something is."""
        self._read_waiting()
        return self._trouble

    @property
    def head_date(self) -> datetime | None:
        """When the commit was made that the history ends with."""
        head = self.find(f"{self._repository.head}^{{commit}}") if self._repository else None
        return commit_date(head.data) if head else None

    def revisions(self, path: Path) -> tuple[Revision, ...]:
        """The revisions of a file, newest first."""
        self._read_waiting()
        return self._revisions.get(self.name(path), ())

    def find_updated(self, path: Path) -> datetime | None:
        """The date of a file's newest revision; where the others were not asked for yet, they are not read for it."""
        name = self.name(path)
        if name in self._waiting and self._repository is not None:
            with suppress(GitError):  # all of them say what the trouble is
                last = read_newest(self._repository, name)
                if last is None or any(status != "D" for status, *_ in last.files):
                    return last.date if last else None
        return next((revision.date for revision in self.revisions(path)), None)

    def silence(self, commits: Collection[str] | None = None) -> None:
        """Forget the messages of some commits, or of all."""

        def heard(revision: Revision) -> Revision:
            return revision._replace(subject="") if commits is None or revision.commit in commits else revision

        self._is_silent = True
        self._read_waiting()
        self._revisions = {path: tuple(map(heard, revisions)) for path, revisions in self._revisions.items()}

    def forget(self, path: Path, commits: Collection[str]) -> None:
        """Forget the revisions of a file at some commits."""
        kept = tuple(revision for revision in self.revisions(path) if revision.commit not in commits)
        self._revisions = {**self._revisions, self.name(path): kept}

    def name(self, path: Path) -> str:
        """A file's path from the repository's root, as git writes it; empty where it is outside."""
        if path not in self._names:
            real = self._real.of(path)
            inside = real.is_relative_to(self.root)
            self._names[path] = PurePosixPath(real.relative_to(self.root)).as_posix() if inside else ""
        return self._names[path]

    def read(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The contents of blobs; one that the clone does not have is left out."""
        wanted = list(dict.fromkeys(blobs))
        asked = [blob for blob in wanted if blob not in self._recent]
        found = zip(asked, self._objects(asked), strict=True)
        self._recent |= {blob: item.data for blob, item in found if item is not None}
        contents = {blob: self._recent[blob] for blob in wanted if blob in self._recent}
        for blob in list(self._recent)[:-_RECENT]:
            del self._recent[blob]
        if len(contents) < len(wanted) and self._repository is not None:
            self.gap = self.gap or DAMAGED
        return contents

    def read_committed(self, path: str) -> bytes | None:
        """The content of a file as it is committed, by its path from the repository's root; None where there is none."""
        if self._repository is None:
            return None
        listed = next(self._repository.run("ls-tree", "-z", self._repository.head, "--", path), "")
        mode, kind, blob = [*listed.split("\t", 1)[0].split(" "), "", "", ""][:3]
        regular = kind == "blob" and mode.startswith("100") and listed.endswith(f"\t{path}")
        return self.read([blob]).get(blob) if regular else None  # a link's content would be a path

    @property
    def head(self) -> str:
        """The commit that the history ends with; empty where there is none."""
        return self._repository.head if self._repository else ""

    @property
    def has_remote(self) -> bool:
        """Whether something that is missing could be fetched."""
        return self._repository is not None and bool(self._repository.list_remotes())

    def list_refs(self) -> Iterator[str]:
        """The head's commit, and every branch and tag with its own."""
        if self._repository is not None:
            yield self._repository.head
            yield from self._repository.run("for-each-ref", "--format=%(objectname) %(refname)")

    def read_files(self, commit: str, paths: Sequence[str]) -> list[bytes | None]:
        """The contents of files at a commit, by their paths from the repository's root; None where there is none."""
        if self._repository is None:
            return [None] * len(paths)
        found = self._repository.objects([f"{commit}:{path}" for path in paths], follow=True)
        return [item.data if item is not None and item.kind == "blob" else None for item in found]

    def find_last(self, path: str) -> Revision | None:
        """The last commit that changed a file, by its path from the repository's root; None where none did."""
        found = read_last(self._repository, path) if self._repository else None
        return found._replace(subject="") if found and self._is_silent else found

    def find(self, name: str) -> Object | None:
        """What git has under a name such as `v1.0^{commit}` or `v1.0:docs/a.md`."""
        return self._objects([name])[0]

    def has_hash(self, start: str) -> bool:
        """Whether the hash of a commit begins so, whatever tag or branch is called like that."""
        listed = self._repository.answer("rev-parse", f"--disambiguate={start}") if self._repository else None
        found = self._objects((listed or "").split())
        return any(item is not None and item.kind == "commit" for item in found)

    def find_at(self, commit: str, path: Path) -> tuple[str, bytes] | None:
        """What a file was called at a commit, the likeliest of its names first, and its content; None where it was not."""
        revisions = self.revisions(path)
        names = [revision.path for revision in revisions] or [self.name(path)]
        at = next((index for index, revision in enumerate(revisions) if revision.commit == commit), -1)
        if at < 0:
            later = self.list_since(commit)
            at = next((index for index, revision in enumerate(revisions) if revision.commit not in later), 0)
        for name in dict.fromkeys([*names[at:], *names]):
            found = self.find(f"{commit}:{name}")
            if found is not None and found.kind == "blob":
                return name, found.data
        return None

    def first_with_digest(self, revisions: Sequence[Revision], digest: str) -> Revision | None:
        """The earliest of some revisions, given newest first, whose content has a digest."""
        contents = self.read(revision.blob for revision in revisions)
        oldest_first = reversed(revisions)
        return next((found for found in oldest_first if self._digest(found.blob, contents) == digest), None)

    def _digest(self, blob: str, contents: Mapping[str, bytes]) -> str | None:
        if blob not in self._digests and blob in contents:
            self._digests[blob] = digest_of(contents[blob])
        return self._digests.get(blob)

    def find_digest(self, digest: str) -> Revision | None:
        """The earliest revision of any file on any branch that has a digest."""
        if self._everything is None:
            self._everything = {}
            if self._repository is not None:
                commits = read_everything(self._repository)
                revisions = [revision for commit in reversed(commits) for revision in _changed(commit)]
                contents = self.read(revision.blob for revision in revisions)
                for revision in revisions:
                    found = self._digest(revision.blob, contents)
                    if found is not None:
                        self._everything.setdefault(found, revision)
        return self._everything.get(digest)

    def list_since(self, commit: str) -> frozenset[str]:
        """The commits of the main line that a commit does not contain."""
        if self._repository is None:
            return frozenset()
        listed = self._repository.run("rev-list", "--first-parent", self._repository.head, f"^{commit}", "--")
        return frozenset("".join(listed).split("\n"))

    def find_predecessor(self, born: Revision, name: str) -> tuple[Revision, ...]:
        """The revisions of the file that had an id and was gone when another of this id was born; see `Predecessors`."""
        if self._repository is None:
            return ()
        if self._predecessors is None:
            self._predecessors = Predecessors(self._repository)
        return self._predecessors.find(born, name)

    def contains(self, commit: str, other: str) -> bool:
        """Whether a commit has another in its past, or is it."""
        asked = ["merge-base", "--is-ancestor", other, commit]
        return self._repository is not None and self._repository.answer(*asked) is not None

    def find_branches(self, merge: Revision) -> Iterator[Branch]:
        """The branches that a revision merged, as far as they touched its file; none where it is no merge."""
        if self._repository is None or self.find(f"{merge.commit}^2") is None:
            return
        if self._branches is None:
            self._branches = Branches(self._repository)
        for branch in self._branches.find(merge):
            silent = tuple(revision._replace(subject="") for revision in branch.revisions)
            yield replace(branch, revisions=silent) if self._is_silent else branch

    def load(self, paths: Iterable[Path]) -> None:
        """Read the revisions of these files, in one pass; of few, when they are asked for."""
        self._waiting = [name for name in map(self.name, paths) if name]
        if len(self._waiting) > _FEW:
            self._read_waiting()

    def _read_waiting(self) -> None:
        names, self._waiting = self._waiting, ()
        if self._repository is None or not names:
            return
        read = partial(read_main_line_of, paths=names) if len(names) <= _FEW else read_main_line
        try:
            self._revisions = follow(read(self._repository), names)
        except GitError as error:
            self._trouble = Trouble(f"git cannot read the history: {error}", "see what `git fsck` says")

    def _objects(self, names: list[str]) -> list[Object | None]:
        return list(self._repository.objects(names)) if self._repository is not None else [None] * len(names)


def read_history(folder: Path, paths: Iterable[Path]) -> History:
    """Read the history of files.

    Args:
        folder: in the repository that holds them.
        paths: the files.

    Returns:
        Their history; its `trouble` is set where there is no repository, no commit, or only a part of the history.
    """
    found = find_repository(folder)
    if isinstance(found, Trouble):
        return History(folder.resolve(), None, found)
    return load_history(found, paths)


def load_history(repository: Repository, paths: Iterable[Path], gap: Trouble | None = None) -> History:
    """The same from a repository's head, with the reason why a part of what is before it may be missing."""
    history = History(repository.root.resolve(), repository, None, gap)
    history.load(paths)
    return history


def digest_of(data: bytes) -> str:
    """The digest of a file's content."""
    text, _ = parse_source(data)
    front_matter, body, _ = parse_front_matter(text)
    return build_digest(front_matter, body)


def _changed(commit: Commit) -> list[Revision]:
    return [
        Revision(commit.id, new, blob, commit.author, commit.date, commit.subject)
        for status, _old, new, blob in commit.files
        if status != "D"
    ]


def commit_date(data: bytes) -> datetime | None:
    """The committer's date of a raw commit object; None where it is none that a calendar has."""
    for line in data.split(b"\n\n", 1)[0].split(b"\n"):
        if line.startswith(b"committer "):
            try:
                seconds, zone = line.decode("utf-8", errors="replace").rsplit(" ", 2)[1:]
                return datetime.fromtimestamp(int(seconds), datetime.strptime(zone, "%z").tzinfo)
            except (ValueError, OverflowError, OSError):
                return None
    return None
