"""Replay the example's history into a fresh git repository.

`history/` holds a folder for each commit, in the order of their names: `commit.yml` and the files at their paths in the
repository. What it lists under `take` comes from today's example, whose remaining files make up the last commit.
"""

import argparse
import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import yaml

SITE = Path(__file__).resolve().parent
PROPOSALS = Path("docs", "proposals")
NOT_PUBLISHED = {"history", "replay.py", "broken", "site"}
CACHES = {".cache", ".mypy_cache", ".ruff_cache", "__pycache__"}
SETTINGS = ("commit.gpgsign=false", "core.autocrlf=false", "core.fileMode=false", f"core.hooksPath={os.devnull}")


def git(target: Path, *arguments: str, text: str = "", **variables: str) -> str:
    """Run git in `target`, out of reach of anybody's configuration."""
    home = str(target / ".git")  # where no git configuration lies; git < 2.32 does not know GIT_CONFIG_GLOBAL
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nowhere = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull) | {"GIT_CONFIG_NOSYSTEM": "1"}
    environment = inherited | nowhere | {"HOME": home, "XDG_CONFIG_HOME": home} | variables
    command = ["git", *(part for setting in SETTINGS for part in ("-c", setting)), "-C", str(target), *arguments]
    done = subprocess.run(command, check=False, input=text.encode(), env=environment, capture_output=True)
    if done.returncode:
        sys.exit(f"git {arguments[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode()


def prepare(target: Path) -> None:
    """Make `target` an empty repository, in place of one that this script made before."""
    marker = target / ".git" / "wb-example"
    if target.is_relative_to(SITE) or (target.exists() and not marker.is_file()):
        sys.exit(f"{target} was not made by this script; choose a folder that does not exist yet, outside of {SITE}.")
    shutil.rmtree(target, ignore_errors=True)  # where it fails, the next line does
    target.mkdir(parents=True)
    git(target, "init", "--quiet", "--template=", "--initial-branch=main")
    marker.write_text("Made by replay.py, which may replace it.\n")


def list_files(root: Path) -> dict[Path, Path]:
    """Find each file below `root`, by its path from there."""
    return {file.relative_to(root): file for file in sorted(root.rglob("*")) if file.is_file()}


def copy(source: Path, goal: Path) -> None:
    """Copy one file, with its folders."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, goal)


def commit(target: Path, author: str, date: datetime, message: str) -> None:
    """Commit all that stands in `target`."""
    name, email = author.rstrip(">").split(" <")
    facts = {"NAME": name, "EMAIL": email, "DATE": date.isoformat()}
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in facts.items()}
    git(target, "add", "--all", "--force")
    git(target, "commit", "--quiet", "--cleanup=whitespace", "--file=-", text=message, **who)


def replay(target: Path, folder: Path) -> datetime:
    """Make the commit that `folder` describes, and return its date."""
    step: dict[str, Any] = yaml.safe_load((folder / "commit.yml").read_text(encoding="utf-8"))
    for old, new in step.get("move", {}).items():
        (target / new).parent.mkdir(parents=True, exist_ok=True)
        (target / old).rename(target / new)
    for path in step.get("delete", []):
        (target / path).unlink()
    for path, file in list_files(folder).items():
        if path != Path("commit.yml"):
            copy(file, target / path)
    for path in step.get("take", []):
        copy(SITE / path, target / path)
    commit(target, step["author"], step["date"], step["message"])
    if "tag" in step:
        git(target, "tag", step["tag"])
    return cast("datetime", step["date"])


def publish(target: Path, date: datetime) -> None:
    """Commit the rest of the example; the proposals have all come with the history."""
    for path, file in list_files(SITE).items():
        is_proposal = path.is_relative_to(PROPOSALS) and path.suffix == ".md"
        if not is_proposal and path.parts[0] not in NOT_PUBLISHED and CACHES.isdisjoint(path.parts):
            copy(file, target / path)
    if git(target, "status", "--porcelain"):
        commit(target, "Rural Co. Press Office <press@example.com>", date, "Publish the guide")


def verify(target: Path) -> None:
    """Stop unless the proposals in `target` are those of this folder, byte for byte."""
    listed = [list_files(root / PROPOSALS).items() for root in (SITE, target)]
    want, got = ({path.as_posix(): file.read_bytes() for path, file in files} for files in listed)
    if differing := sorted(name for name in want.keys() | got.keys() if want.get(name) != got.get(name)):
        sys.exit(f"The history does not end in today's {PROPOSALS.as_posix()}; these differ: {', '.join(differing)}")


def main() -> None:
    """Replay the history into the folder named on the command line."""
    parser = argparse.ArgumentParser(description="Replay the example's history into a fresh git repository.")
    parser.add_argument("target", metavar="TARGET", type=Path, help="the folder to make, or to make anew")
    target: Path = parser.parse_args().target.resolve()
    prepare(target)
    dates = [replay(target, folder) for folder in sorted((SITE / "history").iterdir()) if folder.is_dir()]
    publish(target, dates[-1] + timedelta(minutes=1))
    verify(target)
    count, head = git(target, "rev-list", "--count", "HEAD"), git(target, "rev-parse", "--short=7", "HEAD")
    print(f"{count.strip()} commits, HEAD {head.strip()}")


if __name__ == "__main__":
    main()
