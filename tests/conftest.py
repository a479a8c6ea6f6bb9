"""A site in a temporary folder: real files, a real git repository, real MkDocs builds."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import settings
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_wb.cli import wb
from mkdocs_wb.errors import WbError

# The same examples in every run, and however busy the machine is.
settings.register_profile("repeatable", deadline=None, database=None, derandomize=True)
settings.load_profile("repeatable")

ROOT = Path(__file__).parent.parent
PROPOSAL = """\
---
title: Deer Tracker
status: {status}
owner: Herd team
customer: Deer farmers in California
{more}---
# Never lose a deer again

*For deer farmers with more land than they can walk.*

## Summary

The app shows a farmer where each of 1,000 deer is. It costs $9 a month.

## Problem

A farmer loses 12 deer a year.

## Solution

The app will warn the farmer when an animal leaves the property.

- A map of the herd

## Quote

"Nobody should search in the dark," said Ana Ruiz, head of products.

## Call to action

Order the starter set at the farm shop.

## Testimonial

"I slept through the birthing season," said Tom Hale, a farmer.

## FAQ

### How long does the battery last?

Two years.
"""


def proposal(status: str = "draft", more: str = "", **replaced: str) -> str:
    """A complete proposal; `more` are further lines of front matter, `replaced` swaps one text for another."""
    text = PROPOSAL.format(status=status, more=f"{more}\n" if more else "")
    for old, new in replaced.items():
        text = text.replace(REPLACED[old], new)
    return text


REPLACED = {"price": "$9", "feature": "- A map of the herd\n", "title": "title: Deer Tracker", "owner": "Herd team"}


class Site:
    """A repository with a site in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.docs.mkdir(parents=True)
        self.ticks = 0

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files below docs/."""
        for name, content in files.items():
            path = self.docs / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def git(self, *arguments: str, author: str = "Ana Ruiz") -> str:
        """Run git, each call a day later than the one before."""
        self.ticks += 1
        stamp = f"{1_767_225_600 + self.ticks * 86_400} +0000"
        environment = {
            **os.environ,
            **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
               for key, value in (("NAME", author), ("EMAIL", "a@example.com"), ("DATE", stamp))},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }  # fmt: skip
        command = ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(command, cwd=self.root, env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, message: str, files: Mapping[str, str | bytes] | None = None, author: str = "Ana Ruiz") -> str:
        """Write files, commit everything, and give the commit's hash."""
        self.write(files or {})
        if not (self.root / ".git").exists():
            self.git("init", "--quiet")
            (self.root / ".gitignore").write_text("site/\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message, author=author)
        return self.git("rev-parse", "HEAD")

    def configure(self, block: Mapping[str, Any] | None = None, **config: Any) -> Path:
        """Write mkdocs.yml."""
        base = {
            "site_name": "Test",
            "theme": {"name": "material", "font": False},
            "plugins": ["search", {"wb": dict(block or {})}],
        }
        path = self.root / "mkdocs.yml"
        path.write_text(yaml.safe_dump({**base, **config}, sort_keys=False))
        return path

    def build(self, block: Mapping[str, Any] | None = None, **config: Any) -> Path:
        """Build the site; gives its folder."""
        configuration = load_config(str(self.configure(block, **config)))
        configuration.plugins.on_startup(command="build", dirty=False)
        build(configuration)
        return Path(configuration.site_dir)

    def wb(self, *arguments: str, folder: Path | None = None) -> Result:
        """Run the command line in the site's folder, or in another one."""
        before = Path.cwd()
        os.chdir(folder or self.root)
        try:
            result = CliRunner().invoke(wb, list(arguments))
        finally:
            os.chdir(before)
        if isinstance(result.exception, WbError):
            result.stderr_bytes = str(result.exception).encode()
            result.exit_code = 2
        elif result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site."""
    return Site(tmp_path / "repo")


@pytest.fixture(autouse=True)
def _quiet_mkdocs() -> Iterator[None]:
    """MkDocs' own progress is no part of what a test logs."""
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    yield
    logging.getLogger("mkdocs").setLevel(logging.NOTSET)


@pytest.fixture
def time_limit() -> Iterator[Callable[[float], None]]:
    """End a test that takes longer than some seconds from now."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    yield lambda seconds: signal.setitimer(signal.ITIMER_REAL, seconds) and None
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)
