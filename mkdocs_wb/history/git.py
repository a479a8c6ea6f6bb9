"""Running git. The only module that starts a process.

Nothing from a document reaches git's command line; names of revisions go in through standard input.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import WbError

# A team's own settings must not change what is read, and reading must never fetch, prompt or write.
_SETTINGS = (
    "color.ui=false",
    "core.fsmonitor=false",
    "core.quotePath=false",
    f"diff.orderFile={os.devnull}",
    "diff.relative=false",
    "diff.renames=true",
    "i18n.logOutputEncoding=UTF-8",
    "log.diffMerges=separate",
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
)
# A document's folder may hold files that look like a repository of their own, with settings that run something.
_NOT_BARE = "safe.bareRepository=explicit"
_ENVIRONMENT = {
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Where a hook of a repository runs wb, git says by these which repository it is: the files' own folders say it.
_PLACES = frozenset({
    "GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX",
    "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
})  # fmt: skip
_ASTRAY = (b"symlink", b"dangling", b"loop", b"notdir")  # where a link leads out of its commit, or nowhere
USUAL_REMOTE = "origin"
_TOGETHER = 500  # names asked of cat-file before it is read: fewer bytes than a pipe holds


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the history cannot be known, and what mends it."""

    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Object:
    """What git holds under a name."""

    id: str
    kind: str
    data: bytes


class Repository:
    """A git work tree. It keeps `git cat-file` open until it is closed."""

    def __init__(self, root: Path, head: str, *, is_shallow: bool = False) -> None:
        self.root = root
        self.head = head
        self.is_shallow = is_shallow
        self._readers: dict[bool, subprocess.Popen[bytes]] = {}

    def close(self) -> None:
        """End the processes that read objects."""
        while self._readers:
            self._readers.popitem()[1].communicate()

    def log(self, *arguments: str, given: str = "") -> Iterator[str]:
        """The NUL-separated fields that `git log -z` prints."""
        return self.run("log", "-z", *arguments, given=given)

    def run(self, *arguments: str, given: str = "") -> Iterator[str]:
        """The NUL-separated fields that a git command prints; `given` is its standard input."""
        command = [*self._command(), *arguments]
        asked = given.encode("utf-8", errors="surrogateescape")
        done = subprocess.run(command, capture_output=True, check=False, env=_environment(), input=asked)  # noqa: S603
        if done.returncode:
            raise GitError(_say(done.stderr))
        return iter(done.stdout.decode("utf-8", errors="surrogateescape").split("\0"))

    def answer(self, *arguments: str) -> str | None:
        """The line that a git command prints; None where it fails."""
        done = _run(self.root, *arguments)
        return done.stdout.decode("utf-8", errors="surrogateescape").strip() if done.returncode == 0 else None

    def list_remotes(self) -> list[str]:
        """The names of the remotes, the usual one first."""
        return sorted((self.answer("remote") or "").split(), key=lambda name: (name != USUAL_REMOTE, name))

    def objects(self, names: Sequence[str], *, follow: bool = False) -> Iterator[Object | None]:
        """What git has under each name (`<blob>`, `<revision>:<path>`, `<revision>^{commit}`); None where nothing.

        Links are read as what they lead to within their commit if they are to be followed, else as the path in them.
        """
        reader = self._readers.get(follow) or self._start_reader(*(["--follow-symlinks"] if follow else []))
        self._readers[follow] = reader
        pipe, out = reader.stdin, reader.stdout
        if pipe is None or out is None:
            raise GitError("cat-file gave no pipe")
        for first in range(0, len(names), _TOGETHER):
            asked = names[first : first + _TOGETHER]
            lines = (name if "\n" not in name else "" for name in asked)  # a line break would ask for two
            try:
                pipe.write("".join(f"{line}\n" for line in lines).encode("utf-8", errors="surrogateescape"))
                pipe.flush()
            except BrokenPipeError as error:
                raise GitError("cat-file ended early") from error
            for _name in asked:
                header = out.readline().split()
                if len(header) == 2 and header[0] in _ASTRAY and header[1].isdigit():
                    out.read(int(header[1]) + 1)  # the path that could not be followed
                if len(header) != 3 or not header[2].isdigit():
                    yield None
                    continue
                data = out.read(int(header[2]))
                out.read(1)
                yield Object(header[0].decode(), header[1].decode(), data)

    def _start_reader(self, *options: str) -> subprocess.Popen[bytes]:
        command = [*self._command(), "cat-file", "--batch", *options]
        return subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )

    def _command(self) -> list[str]:
        settings = [part for setting in (*_SETTINGS, _NOT_BARE) for part in ("-c", setting)]
        return ["git", "-C", str(self.root), "--no-pager", *settings]


class GitError(WbError):
    """git failed in a way that no `Trouble` describes; its message is git's."""


def find_root(file: Path) -> Path:
    """The nearest folder above a file that is a work tree's root, else the file's own folder; without links."""
    real = file.parent.resolve()
    return next((above for above in [real, *real.parents] if (above / ".git").exists()), real)


def find_repository(folder: Path, *, whole: bool = True) -> Repository | Trouble:
    """The repository that a folder is in, or why there is none to read.

    A shallow clone is trouble as well, unless no `whole` history is asked for: its oldest commits are not there, so
    whatever is not found may only be missing.
    """
    folder = find_root(folder / "x")  # git itself would stop at a folder that looks like the inside of a repository
    asked = ["--show-toplevel", "--is-shallow-repository", "HEAD"]
    try:
        done = _run(folder, "rev-parse", *asked)
    except FileNotFoundError:
        return Trouble("git is not installed", "install git 2.30 or newer")
    except OSError as error:
        return Trouble(f"git cannot be started ({error.strerror})", "check the git that is first on the PATH")
    lines = done.stdout.decode("utf-8", errors="surrogateescape").splitlines()
    said = _say(done.stderr)
    if "dubious ownership" in said or "unsafe repository" in said:
        mend = f"run `git config --global --add safe.directory {_named_folder(said) or folder}`"
        return Trouble("git refuses to read the repository, which another user owns", mend)
    if len(lines) < 2:
        if "bare repository" in said or "must be run in a work tree" in said:
            return Trouble("this is a bare repository, without files", "run it in a clone")
        if "not a git repository" in said:
            return Trouble("the proposals are in no git repository", "run `git init && git add --all && git commit`")
        return Trouble(f"git cannot read the repository: {said}", "see what `git status` says")
    if done.returncode:
        return Trouble("the repository has no commits yet", "run `git add --all && git commit`")
    repository = Repository(Path(lines[0]), lines[2], is_shallow=lines[1] == "true")
    return (find_gap(repository) if whole else None) or repository


def find_gap(repository: Repository) -> Trouble | None:
    """Why not all of the history is there; None where it is."""
    folder = repository.root
    if repository.is_shallow:
        return Trouble("the clone is shallow, so that its older revisions are missing", "run `git fetch --unshallow`")
    if _run(folder, "config", "--get-regexp", r"^remote\..*\.promisor$").returncode == 0 and _has_gaps(folder):
        return Trouble(
            "the clone is partial, so that older versions of files are missing", "run `git fetch --refetch --no-filter`"
        )
    return None


def _has_gaps(folder: Path) -> bool:
    """Whether a partial clone still lacks objects: git would fetch them one by one, and over the network."""
    listed = _run(folder, "rev-list", "--objects", "--missing=print", "HEAD")
    return listed.returncode != 0 or b"\n?" in listed.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), "-c", _NOT_BARE, *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=_environment(), stdin=subprocess.DEVNULL)  # noqa: S603


def _environment() -> dict[str, str]:
    kept = (key for key in os.environ if key not in _PLACES and not key.endswith("_PATHSPECS"))
    inherited = {key: os.environ[key] for key in kept}
    return {**inherited, **_ENVIRONMENT}


def _say(stderr: bytes) -> str:
    """What git complains of on one line, without its advice."""
    lines = stderr.decode("utf-8", errors="replace").splitlines()
    return " ".join(" ".join(line for line in lines if not line.startswith("hint:")).split())


def _named_folder(said: str) -> str:
    """The folder that git names in its complaint: “… repository at '/srv/docs' …”."""
    parts = said.split("'")
    return parts[1] if len(parts) > 2 else ""
