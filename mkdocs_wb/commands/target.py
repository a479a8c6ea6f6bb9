"""The proposal that a command changes: found by its id, committed as it stands, written and ready to be committed."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import click

from ..configuration import Configuration, read_configuration
from ..edit.front_matter import Edit, edit_front_matter
from ..errors import WbError
from ..history.committed import Committed, is_filtered, read_committed
from ..lifecycle import DEFAULT, Status
from ..model import Proposal, is_index
from ..parse.language.period import parse_period
from ..parse.matter.approvals import read_approvals
from ..pipeline import Pipeline, open_pipeline
from ..printable import printable
from ..real_paths import shown
from ..report.patch import render_patch
from ..rules.front_matter_present import find_nearly
from ..rules.subject import Index
from ..sources import ProposalPattern, Source, read_sources
from .find import find_proposal
from .write import move_file, replace_file

APPROVED = "approved"

# What the commands themselves write: it may wait for its commit while the next of them runs.
_OWN_KEYS = ("status", "approvals", "amendments", "reason", "superseded_by")


@dataclass(frozen=True, slots=True)
class Target:
    """A proposal to change; `before` is the status that it has in the last commit, from which moves are judged."""

    configuration: Configuration
    pipeline: Pipeline
    index: Index
    proposal: Proposal
    source: Source
    committed: Committed
    before: Status


@dataclass(frozen=True, slots=True)
class Change:
    """A target as it is to be: its new bytes and path, and what has to be renamed for it (a file, or a page's folder)."""

    source: Source
    proposal: Proposal
    rename: tuple[Path, Path] | None = None


def find_target(name: str, config_file: Path | None) -> Target:
    """The proposal of an id.

    Raises:
        WbError: none has it, or its file has changes that are not committed: they would be signed and committed unseen.
    """
    configuration = read_configuration(config_file, Path.cwd())
    pipeline = open_pipeline(configuration)
    sources = read_sources(configuration)
    proposal, source = find_proposal(name, pipeline, sources)
    committed = read_committed(source.file)
    here = shown(source.file)
    if committed.data is None:
        message = f"{here}: is not committed under this name yet; commit it first"
        raise WbError(message)
    if proposal.is_unreadable:
        fault = proposal.problems[0]
        message = f"{here}: line {fault.place.line}: {fault.message}; {fault.help}"
        raise WbError(message)
    if nearly := find_nearly(proposal):  # ours above it would make text of it
        message = f"{here}: expected front matter between two lines of ---, found {nearly[0]}; {nearly[1]}"
        raise WbError(message)
    old = pipeline.read(replace(source, data=committed.data))
    if _foreign(old) != _foreign(proposal) and is_filtered(source.file):
        message = (
            f"{here}: git keeps other words than stand there, by a filter of .gitattributes; take it off proposals"
        )
        raise WbError(message)
    if _foreign(old) != _foreign(proposal):
        message = f"{here}: has changes that are not committed; commit them or put them aside (`git stash`) first"
        raise WbError(message)
    before = pipeline.status(old) or pipeline.settings.lifecycle.statuses[DEFAULT]
    return Target(configuration, pipeline, pipeline.glance(sources), proposal, source, committed, before)


def find_step(target: Target, goal: str) -> str:
    """What leads to a status that the committed one may not move to: a commit, or one step in between; empty for more."""
    lifecycle, name = target.configuration.settings.lifecycle, target.proposal.id
    here = target.pipeline.status(target.proposal)
    if here is not None and here != target.before and goal in here.moves:
        return f"commit the move to {here.name} first"
    between = next((step for step in target.before.moves if goal in lifecycle.statuses[step].moves), "")
    if not between:
        return ""
    command = f"wb approve {name} --by NAME" if between == APPROVED else f"wb move {name} {between}"
    return f"first run `{command}`, and commit that"


def require_after_approval(target: Target, when: date) -> None:
    """Refuse a day before the last approval: what was accepted of one version would be mixed up with the next."""
    approvals = read_approvals(target.proposal.front_matter)
    approved = parse_period(approvals[-1].date) if approvals else None
    if approved and when < approved.first:
        message = f"--date: expected a day from the last approval on ({approved.text}), found {when}"
        raise WbError(message)


def _foreign(proposal: Proposal) -> tuple[dict[str, Any], list[str]]:
    """What of a file is not for the commands to write: its other keys, and the lines that are not those of theirs.

    Lines that the commands may have written are the fences, and one that opens a mapping in braces with keys behind it.
    """
    front_matter = proposal.front_matter
    values = {key: value for key, value in front_matter.values.items() if key not in _OWN_KEYS}
    starts = sorted((place.line, str(path[0])) for path, place in front_matter.keys.items() if len(path) == 1)
    ends = [*(line for line, _key in starts[1:]), front_matter.end]
    ranges = zip(starts, ends, strict=False)
    own = {line for (start, key), end in ranges if key in _OWN_KEYS for line in range(start, end)}
    lines = list(enumerate(proposal.text.split("\n"), start=1))
    block = lines[: front_matter.end]
    own |= {line for line, text in block if line in (1, front_matter.end) or text.lstrip().startswith("{")}
    return values, [text for line, text in lines if line not in own]


def plan(target: Target, edit: Edit, status: str = "") -> Change:
    """A target with an edit made, and with a status: in its front matter, or as the folder that it is in.

    Args:
        target: what is changed.
        edit: what besides the status is written.
        status: by the name that is to be written; empty where it stays.

    Raises:
        WbError: it cannot be done with certainty.
    """
    source, rename = target.source, None
    if status and target.configuration.settings.status_from == "folder":
        source, rename = _place(target, status)
    elif status:
        edit = Edit({"status": status, **edit.texts}, edit.entries)
    try:
        source = replace(source, data=edit_front_matter(source.data, edit))
    except WbError as error:
        message = f"{shown(target.source.file)}: {error}"
        raise WbError(message) from error
    proposal = target.pipeline.read(source)
    if proposal.id != target.proposal.id:
        message = (
            f"{shown(target.source.file)}: in another folder its id would be {proposal.id}; give it an `id:` first"
        )
        raise WbError(message)
    return Change(source, proposal, rename)


def _place(target: Target, status: str) -> tuple[Source, tuple[Path, Path]]:
    """A source in the folder of a status: the nearest folder that is called like a status gives way to it."""
    lifecycle, source = target.configuration.settings.lifecycle, target.source
    path = PurePosixPath(source.path)
    unit = path.parent if is_index(source.path) and lifecycle.find(path.parent.name) is None else path
    parts = unit.parts
    at = next((n for n in reversed(range(len(parts) - 1)) if lifecycle.find(parts[n])), None)
    above, below = (parts[:-1], parts[-1:]) if at is None else (parts[:at], parts[at + 1 :])
    docs_dir = target.configuration.docs_dir
    there = sorted(folder.name for folder in docs_dir.joinpath(*above).iterdir() if folder.is_dir())
    same = [name for name in there if lifecycle.find(name) == lifecycle.find(status)]
    new = PurePosixPath(*above, status if status in same or not same else same[0], *below)
    moved = new / path.relative_to(unit)
    if not ProposalPattern(target.configuration.settings, target.configuration.exclude_docs).matches(str(moved)):
        message = f"{shown(docs_dir / moved)}: would be no proposal there; extend `proposals` in the configuration"
        raise WbError(message)
    if source.file.is_symlink():
        message = f"{shown(docs_dir / path)}: is a link; move it by hand to {shown(docs_dir / moved)}"
        raise WbError(message)
    return Source(str(moved), docs_dir / moved, source.data), (docs_dir / unit, docs_dir / new)


def write(target: Target, change: Change, done: str, subject: str, *, dry_run: bool) -> None:
    """Write a change, and say what was done and what to commit.

    Args:
        target: as it was read.
        change: what becomes of it.
        done: what happened, for the line about the file.
        subject: of the commit.
        dry_run: print the change instead.
    """
    old, new = target.source, change.source
    if dry_run:
        click.echo(render_patch(shown(old.file), shown(new.file), old.data, new.data))
        return
    replace_file(old.file, old.data, new.data)
    if change.rename is not None:
        try:
            move_file(*change.rename)
        except (OSError, WbError):
            replace_file(old.file, new.data, old.data)
            raise
    click.echo(printable(f"{shown(new.file)}: {done}"))
    if change.rename is None and new.data == target.committed.data:
        click.echo("  it is as the last commit has it: there is nothing to commit")
    else:
        click.echo(printable(f"  commit it: {_render_commit(target, change, subject)}"))


def _render_commit(target: Target, change: Change, subject: str) -> str:
    """The commands that commit the change and nothing else."""
    root = target.committed.root
    inside = Path.cwd().resolve().is_relative_to(root)
    git = "git" if inside else f"git -C {shlex.quote(str(root))}"
    files = [target.source.file] if change.rename is None else list(change.rename)
    names = [shown(file) if inside else file.resolve().relative_to(root).as_posix() for file in files]
    paths = " ".join(map(shlex.quote, names))
    commit = f"{git} commit -m {shlex.quote(subject)} -- {paths}"
    return commit if change.rename is None else f"{git} add --all -- {paths} && {commit}"
