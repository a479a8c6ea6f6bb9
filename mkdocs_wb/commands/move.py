"""`wb move`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..edit.front_matter import Edit
from ..errors import WbError, suggest
from ..lifecycle import Status, fold_status
from ..model import Baseline
from ..real_paths import shown
from ..review.judge import MOVE_RULE
from ..scope.undiffed import build_uncompared
from .options import config_option, dry_run_option, require_text
from .target import APPROVED, Change, Target, find_step, find_target, plan, write

_OPTIONS = {"reason": ("--reason", "a reason"), "superseded_by": ("--superseded-by", "the id of its successor")}


@click.command("move", help="Move the proposal ID to STATUS, as the lifecycle allows.")
@click.argument("id_", metavar="ID")
@click.argument("status_text", metavar="STATUS")
@click.option("--reason", metavar="TEXT", help="Why it is let go.")
@click.option("--superseded-by", "successor", metavar="ID", help="The proposal that takes its place.")
@dry_run_option
@config_option
def command(
    id_: str, status_text: str, reason: str | None, successor: str | None, config_file: Path | None, *, dry_run: bool
) -> None:
    """Write the status and what it demands; exit 2, and leave the file alone, where the move is not allowed."""
    given = {"reason": reason, "superseded_by": successor}
    texts = {
        key: require_text(*_OPTIONS[key][:1], text, _OPTIONS[key][1]) for key, text in given.items() if text is not None
    }
    target = find_target(id_, config_file)
    status, name = _read_status(target, status_text)
    _require_demanded(target, status, texts)
    change = plan(target, Edit(texts), name)
    _require_allowed(target, change, status)
    message = f"Move {target.proposal.id} to {status.name}"
    way = f"moved from {target.before.name} to" if status != target.before else "is back to"
    write(target, change, f"{way} {status.name}", message, dry_run=dry_run)


def _read_status(target: Target, text: str) -> tuple[Status, str]:
    """The status that was asked for, and the name to write: a synonym stays one."""
    lifecycle = target.configuration.settings.lifecycle
    status = lifecycle.find(text)
    if status is None:
        known = [*lifecycle.statuses, *lifecycle.synonyms]
        message = (
            f"{text}: there is no such status ({', '.join(lifecycle.statuses)}){suggest(fold_status(text), known)}"
        )
        raise WbError(message)
    if status == target.pipeline.status(target.proposal):
        message = f"{shown(target.source.file)}: has the status {status.name} already"
        raise WbError(message)
    if status.name == APPROVED:
        message = f"{text}: an approval names who gives it; run `wb approve {target.proposal.id} --by NAME`"
        raise WbError(message)
    return status, fold_status(text)


def _require_demanded(target: Target, status: Status, texts: dict[str, str]) -> None:
    """Refuse a move that lacks what the document type demands of the status, or has what no closed proposal needs."""
    demanded = target.pipeline.required_keys(target.proposal, status)
    for key, (option, expected) in _OPTIONS.items():
        written = key != "reason" and target.proposal.front_matter.text(key)  # an older reason may be another's
        if key in demanded and key not in texts and not written:
            message = (
                f"{status.name}: expected {expected}, found none; add {option} {'TEXT' if key == 'reason' else 'ID'}"
            )
            raise WbError(message)
        if key in texts and not status.closed:
            message = f"{option}: belongs to a status that closes a proposal, found {status.name}; leave it out"
            raise WbError(message)
    successor = texts.get("superseded_by")
    if successor is not None and (successor not in target.index or successor == target.proposal.id):
        others = [name for name in target.index if name != target.proposal.id]
        message = f"--superseded-by: expected the id of another proposal, found {successor}{suggest(successor, others)}"
        raise WbError(message)


def _require_allowed(target: Target, change: Change, status: Status) -> None:
    """Refuse a move that the lifecycle does not have, as `wb check` would."""
    unknown = build_uncompared(Baseline(None))
    entry = target.pipeline.judge_compared(change.proposal, unknown, target.index, date.today(), target.before)
    failing = target.configuration.settings.fail_level.weight
    for finding in entry.findings:
        if finding.rule == MOVE_RULE and finding.severity.weight >= failing:
            message = (
                f"{shown(target.source.file)}: {finding.message}; {find_step(target, status.name) or finding.help}"
            )
            raise WbError(message)
