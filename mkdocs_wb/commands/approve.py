"""`wb approve`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from ..edit.front_matter import Edit
from ..edit.splice import ListEntry
from ..errors import WbError
from ..history.committed import find_dirty_images
from ..lifecycle import Status
from ..model import Baseline, Finding
from ..parse.matter.approvals import read_approvals
from ..real_paths import shown
from ..review.judge import MOVE_RULE
from ..scope.undiffed import build_unchanged
from .options import config_option, date_option, dry_run_option, require_text
from .target import APPROVED, Change, Target, find_step, find_target, plan, require_after_approval, write

_SAID = 5  # findings in a message


@click.command("approve", help="Approve the proposal ID as it is committed, if it is fit for it.")
@click.argument("id_", metavar="ID")
@click.option(
    "--by", "names", metavar="NAME", multiple=True, required=True, help="Who approves it; may be given several times."
)
@date_option
@dry_run_option
@config_option
def command(id_: str, names: tuple[str, ...], day: datetime | None, config_file: Path | None, *, dry_run: bool) -> None:
    """Write status and approval; exit 2, and leave the file alone, where the proposal is not fit."""
    people = list(dict.fromkeys(require_text("--by", name, "a name") for name in names))
    target = find_target(id_, config_file)
    _require_images(target)
    version, when = _next_version(target), day.date() if day else date.today()
    require_after_approval(target, when)
    approval: ListEntry = {"version": version, "date": when, "by": people, "digest": target.proposal.digest}
    change = plan(target, Edit(entries=[("approvals", approval)]), _new_status(target))
    _require_fit(target, change)
    done = f"approved as version {version} by {', '.join(people)}{_describe_same(target)}"
    write(target, change, done, f"Approve {target.proposal.id}, version {version}", dry_run=dry_run)


def _require_images(target: Target) -> None:
    """Refuse images that are not committed: the approval would be one of those that are."""
    dirty = find_dirty_images(target.proposal.text, target.source.file)
    if dirty:
        message = (
            f"{shown(target.source.file)}: shows images that are not committed ({', '.join(dirty)}); commit them first"
        )
        raise WbError(message)


def _next_version(target: Target) -> int:
    """One more than the highest so far; entries that are not numbered count by their place."""
    approvals = read_approvals(target.proposal.front_matter)
    numbers = [int(approval.version) for approval in approvals if approval.version.isdecimal()]
    return max([len(approvals), *numbers]) + 1


def _describe_same(target: Target) -> str:
    """That the text is the one approved last, which whoever approves may not have known; empty where it is another."""
    last = read_approvals(target.proposal.front_matter)[-1:]
    same = [approval.version for approval in last if approval.digest == target.proposal.digest]
    return f"; the text is that of version {same[0]}" if same else ""


def _new_status(target: Target) -> str:
    """What to write as status: nothing where the present one counts as approved, as when it is built already."""
    status: Status | None = target.pipeline.status(target.proposal)
    return "" if status is not None and status.approved else APPROVED


def _require_fit(target: Target, change: Change) -> None:
    """Refuse what would be a finding of the failing level once it is approved; what is approved then is this version."""
    settings, proposal = target.configuration.settings, change.proposal
    approved = build_unchanged(Baseline("digest", proposal.text, proposal.digest))
    entry = target.pipeline.judge_compared(proposal, approved, target.index, date.today(), target.before)
    if entry.status is None or not entry.status.approved:
        message = f"{APPROVED}: does not count as approved in the configuration; correct `statuses`"
        raise WbError(message)
    failing = [finding for finding in entry.findings if finding.severity.weight >= settings.fail_level.weight]
    if failing:
        barred = any(finding.rule == MOVE_RULE for finding in failing)
        step = find_step(target, APPROVED) if barred else ""
        told = f"{_describe(failing, target, change)}{f'; {step}' if step else ''}"
        message = f"{shown(target.source.file)}: is not fit for approval: {told}"
        raise WbError(message)


def _describe(findings: Sequence[Finding], target: Target, change: Change) -> str:
    """The findings on one line, with the lines that the file has now."""
    end = change.proposal.front_matter.end
    added = end - target.proposal.front_matter.end

    def say(finding: Finding) -> str:
        line = finding.place.line
        place = f"line {line - added}: " if line > end else ""
        return f"{place}{finding.message} ({finding.rule})"

    more = [f"and {len(findings) - _SAID} more"] if len(findings) > _SAID else []
    return "; ".join([*map(say, findings[:_SAID]), *more])
