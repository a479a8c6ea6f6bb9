"""`wb acknowledge`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import click

from ..edit.front_matter import Edit
from ..edit.splice import ListEntry
from ..errors import WbError
from ..history.history import read_history
from ..model import Scope, ScopeChange, Verdict
from ..printable import printable
from ..real_paths import shown
from ..report.checked import count
from ..scope.kinds import KINDS
from .options import config_option, date_option, dry_run_option, require_text
from .target import Target, find_target, plan, require_after_approval, write

_SAID = 8  # changes in a message


@click.command("acknowledge", help="Accept changes of the proposal ID since its approval, each by its FINGERPRINT.")
@click.argument("id_", metavar="ID")
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--by", "name", metavar="NAME", required=True, help="Who accepts them.")
@click.option("--reason", metavar="TEXT", required=True, help="Why.")
@date_option
@dry_run_option
@config_option
def command(
    id_: str,
    fingerprints: tuple[str, ...],
    name: str,
    reason: str,
    day: datetime | None,
    config_file: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Write an amendment for each; exit 2, and leave the file alone, where a fingerprint is not that of one change."""
    name, reason = require_text("--by", name, "a name"), require_text("--reason", reason, "a reason")
    target = find_target(id_, config_file)
    scope = _compare(target)
    titles = target.pipeline.titles()
    chosen = list({change.fingerprint: change for change in _choose(scope, fingerprints, titles)}.values())
    still_open = [change for change in chosen if not change.acknowledged]
    for change in chosen:
        if change.acknowledged:
            click.echo(printable(f"{shown(target.source.file)}: {_name(change, titles)} is acknowledged already"))
    if not still_open:
        return
    when = day.date() if day else date.today()
    require_after_approval(target, when)
    amendments: list[tuple[str, ListEntry]] = [
        ("amendments", {"fingerprint": change.fingerprint, "date": when, "by": name, "reason": reason})
        for change in still_open
    ]
    which = ", ".join(_name(change, titles) for change in still_open)
    subject = f"Acknowledge {count(len(still_open), 'change')} of {target.proposal.id}"
    write(target, plan(target, Edit(entries=amendments)), f"acknowledged {which}", subject, dry_run=dry_run)


def _compare(target: Target) -> Scope:
    """The scope of a proposal that was approved.

    Raises:
        WbError: it was not, or the approved version cannot be had.
    """
    source = target.source
    with closing(read_history(source.file.resolve().parent, [source.file])) as history:
        baseline = target.pipeline.baseline(target.proposal, source, history)
    scope = target.pipeline.compare(target.proposal, baseline)
    if scope.verdict is Verdict.UNKNOWN:
        message = (
            f"{shown(source.file)}: what has changed is not known; {scope.baseline.problem}; {scope.baseline.help}"
        )
        raise WbError(message)
    if scope.verdict is Verdict.NOT_APPROVED:
        message = f"{shown(source.file)}: was never approved, so that no change needs to be acknowledged"
        raise WbError(message)
    return scope


def _choose(scope: Scope, fingerprints: Iterable[str], titles: Mapping[str, str]) -> Iterator[ScopeChange]:
    """The change that each fingerprint, or the beginning of one, names."""
    changes = list({change.fingerprint: change for change in scope.changes}.values())
    for text in fingerprints:
        given = require_text("FINGERPRINT", text, "the fingerprint of a change")
        found = [change for change in changes if change.fingerprint.startswith(given.casefold())]
        if len(found) == 1:
            yield found[0]
            continue
        if not changes:
            message = f"{given}: nothing has changed since the approval"
        elif found:
            message = f"{given}: several changes begin so: {_list(found, titles)}"
        else:
            message = f"{given}: no change since the approval has this fingerprint; there are {_list(changes, titles)}"
        raise WbError(message)


def _list(changes: list[ScopeChange], titles: Mapping[str, str]) -> str:
    more = [f"and {len(changes) - _SAID} more (`wb diff`)"] if len(changes) > _SAID else []
    return ", ".join([*(_name(change, titles) for change in changes[:_SAID]), *more])


def _name(change: ScopeChange, titles: Mapping[str, str]) -> str:
    where = titles.get(change.element, change.element)
    return f"{change.fingerprint} ({KINDS[change.kind].label}, {where})"
