"""What the unit tests share: reading a text as a proposal, and repositories made of dictionaries."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from mkdocs_wb.doctype.schema import read_document_type
from mkdocs_wb.history.git import Repository, find_repository
from mkdocs_wb.history.history import History, read_history
from mkdocs_wb.history.log import follow, read_main_line, read_main_line_of
from mkdocs_wb.model import Baseline, DocumentType, Proposal, Scope
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.scope.diff import diff_proposals

Read = Callable[[str], Proposal]
Compare = Callable[[str, str], Scope]


@pytest.fixture(scope="session")
def classic() -> DocumentType:
    return read_document_type("classic")


@pytest.fixture(scope="session")
def read(classic: DocumentType) -> Read:
    """Read a text as a document of the classic form."""
    return lambda text: parse_proposal(text.encode(), "proposals/deer-tracker.md", classic)


@pytest.fixture(scope="session")
def compare(classic: DocumentType, read: Read) -> Compare:
    """Compare two texts as versions of one document of the classic form."""
    return lambda old, new: diff_proposals(read(old), read(new), classic, Baseline("file", old))


class Repo:
    """A real git repository. Its clock starts on 1 January 2026 and ticks a day with every commit."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.clock = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
        root.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git in the work tree."""
        date = self.clock.isoformat()
        environment = {**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        command = ["git", "-c", "commit.gpgsign=false", "-C", str(self.root), *arguments]
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files; None deletes one."""
        for name, text in files.items():
            file = self.root / name
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")

    def commit(self, files: Mapping[str, str | None], subject: str = "change") -> str:
        """Commit files, and return the commit's hash."""
        self.write(files)
        self.clock += timedelta(days=1)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject)
        return self.git("rev-parse", "HEAD")

    def file(self, name: str) -> Path:
        return self.root / name

    def history(self, *names: str) -> History:
        """The history of files, read by the code under test: of few files as it is of many."""
        history = read_history(self.root, [self.file(name) for name in names])
        repository = find_repository(self.root, whole=False)
        if isinstance(repository, Repository) and history.trouble is None:
            paths = [name for name in names if not name.startswith("/")]
            everything = follow(read_main_line(repository), paths)
            assert follow(read_main_line_of(repository, paths), paths) == everything
            newest = [next((revision.date for revision in revisions), None) for revisions in everything.values()]
            unread = read_history(self.root, [self.file(name) for name in paths])
            assert [unread.find_updated(self.file(name)) for name in everything] == newest
            unread.close()
        return history


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody's own settings take part in a test."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ana Ruiz")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ana@example.org")


@pytest.fixture
def repo(tmp_path: Path) -> Iterator[Repo]:
    yield Repo(tmp_path / "repo")


@pytest.fixture
def five_seconds() -> Iterator[None]:
    """End a test that would go on for minutes; what is asked for takes about one second of processor time."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 5)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)
