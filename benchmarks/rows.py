"""What is measured: each method makes one row of the table, or two that look alike."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import mkdocs_wb

from . import marks, sites
from .answers import measure_answers
from .repository import PROPOSALS, build_repository
from .table import Row
from .timing import Command, Cost, Timer, middle

_DRIVERS = Path(__file__).parent / "drivers"
_SCHEMA = Path(mkdocs_wb.__file__).parent / "doctype" / "front-matter.json"
_WB = [sys.executable, "-c", "from mkdocs_wb.cli import main; main()"]  # what the installed script does
_IMPORTS = [sys.executable, "-c", "import yaml, jsonschema, click"]
_LOG = [
    "log",
    "-z",
    "--first-parent",
    "-m",
    "--raw",
    "--no-abbrev",
    "--find-renames",
    "--format=%H%x00%an%x00%aI%x00%s",
]
NAMES = ("build", "memory", "automatic", "history", "check", "start", "answers", "marks")  # each a method below
_CHECKED = (0, 1)  # findings are no failure here
_FEW = 10
_SHORT = 3  # a short process is run as many times more often

Pair = tuple[list[Cost], list[Cost]]


def say(text: str) -> None:
    """Tell how far things are."""
    print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Bench:
    """Everything to be measured on `number` proposals, at least `runs` times each, in `folder`.

    `versions` is where tracked changes are measured; None for made-up texts.
    """

    folder: Path
    number: int
    runs: int
    versions: Path | None = None

    @cached_property
    def rows(self) -> dict[str, Callable[[], list[Row]]]:
        """Every measurement by its name."""
        return {name: getattr(self, name) for name in NAMES}

    @cached_property
    def environment(self) -> dict[str, str]:
        """Nobody's git configuration, no epoch, caches in our own folder, byte code kept as it usually is."""
        dropped = {"PYTHONDONTWRITEBYTECODE", "SOURCE_DATE_EPOCH"}
        kept = {name: value for name, value in os.environ.items() if name not in dropped and name[:4] != "GIT_"}
        nowhere = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
        return {**kept, **nowhere, "NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(self.folder / "cache")}

    @cached_property
    def timer(self) -> Timer:
        """Each run begins without what an earlier one wrote."""

        def clean(repository: Path) -> None:
            shutil.rmtree(self.folder / "cache", ignore_errors=True)
            subprocess.run(["git", "clean", "-qxdff"], cwd=repository, env=self.environment, check=True)

        return Timer(self.environment, clean)

    @cached_property
    def site(self) -> Path:
        """The site of all proposals; the programs have run once before, so that their byte code is there."""
        for command in (self._build(self.small, sites.PLUGIN), self._read_history(self.small)):
            self.timer.measure([command])
        return self._make("site", self.number, self.number * 82 // 10)

    @cached_property
    def small(self) -> Path:
        """The site of a team that has just begun."""
        return self._make("small", _FEW, _FEW * 10)

    @cached_property
    def home_only(self) -> Pair:
        """The build with the plugin and the one without, where the navigation lists the home page alone."""
        plain, plugin = self._build(self.site, sites.PLAIN), self._build(self.site, sites.PLUGIN)
        return self._compare("build", [plain], [plugin])

    def build(self) -> list[Row]:
        """The time of a build, beside that of the same site without the plugin."""
        return [
            self._user(f"mkdocs build, N={self.number}, cold", "plain build, home page in nav", self.home_only, 1.35)
        ]

    def memory(self) -> list[Row]:
        """The memory of the same builds."""
        plain, plugin = map(middle, self.home_only)
        what, runs = f"its peak memory, N={self.number}", _count(self.home_only)
        return [Row(what, "plain build, home page in nav", plain.peak, plugin.peak, 1.3, "MB", runs)]

    def automatic(self) -> list[Row]:
        """The time beside that of a site without any `nav`, which grows with the square of the pages: it is built once."""
        plain = self._build(self.site, sites.AUTOMATIC_PLAIN)
        plugin = self._build(self.site, sites.AUTOMATIC_PLUGIN)
        first, ours = self._compare("automatic navigation, its reference only once", [plain], [plugin], 1)
        ours += [self.timer.measure([plugin]) for _ in range(self.runs - 1)]
        return [self._user(f"mkdocs build, N={self.number}, no nav", "plain build, automatic nav", (first, ours), 0.2)]

    def history(self) -> list[Row]:
        """Revisions and contents, beside one pass of git over each and nothing else."""
        files, commits = self.number * 95 // 100, self.number * 78 // 10
        repository = self._make("history", files, commits)
        blobs = self._list_blobs(repository)
        bare = [
            Command(["git", *_LOG, "HEAD"], repository),
            Command(["git", "cat-file", "--batch"], repository, stdin=blobs),
        ]
        pair = self._compare("history", bare, [self._read_history(repository)])
        what = f"history of {files} files, {commits} commits"
        return [self._user(what, "git log --raw, git cat-file --batch", pair, 1.3)]

    def check(self) -> list[Row]:
        """A check of everything, beside the validation of the front matter alone."""
        driver = str(_DRIVERS / "validate_front_matter.py")
        bare = Command([sys.executable, driver, PROPOSALS, str(_SCHEMA)], self.site, exits=_CHECKED)
        pair = self._compare("check", [bare], [self._check(self.site)])
        return [self._user(f"wb check, N={self.number}, cold", "jsonschema, PyYAML: front matter", pair, 1.5)]

    def start(self) -> list[Row]:
        """What a writer waits for: the help, one file of few, and one of many."""
        commands = (
            ("wb --help", Command([*_WB, "--help"], self.site), 0.8),
            (f"wb check FILE, one of {_FEW}", self._check(self.small, _find_approved(self.small)), 1.5),
            (f"wb check FILE, one of {self.number}", self._check(self.site, _find_approved(self.site)), 1.5),
        )
        rows = []
        for what, command, goal in commands:
            imports = Command(_IMPORTS, command.folder)
            pair = self._compare(what, [imports], [command], _SHORT * self.runs)
            rows.append(self._user(what, "import yaml, jsonschema, click", pair, goal))
        return rows

    def marks(self) -> list[Row]:
        """What tracked changes mark."""
        say("tracked changes")
        return marks.measure(self.versions, self.runs)

    def answers(self) -> list[Row]:
        """How soon the index of all proposals answers a key and a click."""
        self.timer.measure([self._build(self.site, sites.PLUGIN)])
        return measure_answers(self.site / "site" / "portfolio" / "index.html", self.number, self.runs)

    def _make(self, name: str, proposals: int, commits: int) -> Path:
        repository = self.folder / name
        say(f"writing {proposals} proposals in {commits} commits")
        build_repository(repository, proposals, commits, sites.FILES, self.environment)
        return repository

    def _build(self, repository: Path, configuration: str) -> Command:
        return Command([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", configuration], repository)

    def _check(self, repository: Path, *paths: Path) -> Command:
        return Command([*_WB, "check", *map(str, paths)], repository, exits=_CHECKED)

    def _read_history(self, repository: Path) -> Command:
        return Command([sys.executable, str(_DRIVERS / "read_history.py"), PROPOSALS], repository)

    def _list_blobs(self, repository: Path) -> Path:
        """A file with the names of the contents that every Markdown file ever had on the main line."""
        arguments = ["git", "log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--format="]
        lines = subprocess.run(
            [*arguments, "HEAD", "--", PROPOSALS],
            cwd=repository,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
        names = dict.fromkeys(line.split()[3] for line in lines if line and not line.split()[4].startswith("D"))
        target = self.folder / "blobs"
        target.write_text("".join(f"{name}\n" for name in names), encoding="ascii")
        return target

    def _compare(self, what: str, reference: list[Command], candidate: list[Command], runs: int = 0) -> Pair:
        """Reference and candidate in turn."""
        say(what)
        pairs: list[tuple[Cost, Cost]] = []
        for _ in range(runs or self.runs):
            pairs.append((self.timer.measure(reference), self.timer.measure(candidate)))
            say(f"  reference {pairs[-1][0]}   ours {pairs[-1][1]}")
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]

    def _user(self, what: str, beside: str, pair: Pair, goal: float) -> Row:
        reference, ours = map(middle, pair)
        return Row(what, beside, reference.user, ours.user, goal, runs=_count(pair))


def _find_approved(repository: Path) -> Path:
    """The first proposal with an approval: a check of it needs its history."""
    files = sorted(repository.glob(f"{PROPOSALS}/*/*.md"))
    found = next((file for file in files if "digest: wb1:" in file.read_text(encoding="utf-8")), files[0])
    return found.relative_to(repository)


def _count(pair: Pair) -> str:
    """How often the reference and ours were run."""
    return "/".join(dict.fromkeys(str(len(costs)) for costs in pair))
