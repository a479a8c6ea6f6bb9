"""`wb check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from ..configuration import Configuration, read_configuration
from ..errors import WbError
from ..history.histories import Histories
from ..model import Entry, Finding, Severity
from ..pipeline import Pipeline, open_pipeline
from ..real_paths import RealPaths, shown
from ..report.checked import Checked
from ..report.findings import FAILURE_FORMATS, FORGES, FORMATS
from ..sources import Source, read_sources
from .options import config_option, find_or_default, reporting, shown_from_root
from .since import Since

_BASELINE_RULE = "baseline-known"


@click.command("check", help="Check proposals: all of the site's, or those at PATH.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@config_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day that dates are judged by; the calendar's by default."
)
@click.option(
    "--changed-since", "since", metavar="REV", help="Report only what was brought in since the branch left REV."
)
def command(
    paths: tuple[Path, ...], config_file: Path | None, form: str, today: datetime | None, since: str | None
) -> None:
    """Print the findings; exit 1 where one reaches the failing level, 2 where an approved version is unknown."""
    day = today.date() if today else date.today()
    with reporting(form, FAILURE_FORMATS):
        run, findings, configuration = _check(paths, config_file, day, since)
    names = {source.path: (shown_from_root if form in FORGES else shown)(source.file) for source, _ in run.judged}
    findings = tuple(replace(finding, path=names[finding.path]) for finding in findings)
    texts = {names[source.path]: entry.proposal.text for source, entry in run.judged}
    click.echo(FORMATS[form](Checked(len(run.judged), findings, texts)))
    sys.exit(_exit_code(findings, [entry for _source, entry in run.judged], configuration))


def _check(
    paths: tuple[Path, ...], config_file: Path | None, today: date, since: str | None
) -> tuple[_Run, tuple[Finding, ...], Configuration]:
    configuration = find_or_default(config_file, paths) if paths else read_configuration(config_file, Path.cwd())
    everything = read_sources(configuration) if configuration.file or not paths else []
    chosen = choose(everything, paths)
    folder = chosen[0].file.resolve().parent if chosen else configuration.docs_dir
    pipeline = open_pipeline(configuration)
    with ExitStack() as stack:
        changed = Since(since, configuration, pipeline, folder) if since is not None else None
        if changed is not None:
            stack.callback(changed.close)
            chosen = list(changed.choose(everything, chosen))
        histories = stack.enter_context(closing(Histories(folder, [source.file for source in chosen])))
        run = _Run(pipeline, histories, today, changed)
        return run, tuple(run.judge(everything, chosen)), configuration


class _Run:
    """One pass over the chosen proposals; `judged` has each with everything about it.

    Of those that a change leaves alone and that have no finding by it there is nothing to tell: they are not in it.
    """

    def __init__(self, pipeline: Pipeline, histories: Histories, today: date, since: Since | None) -> None:
        self.pipeline = pipeline
        self.histories = histories
        self.today = today
        self.since = since
        self.judged: list[tuple[Source, Entry]] = []

    def judge(self, everything: Iterable[Source], chosen: Iterable[Source]) -> Iterator[Finding]:
        """The findings about each proposal."""
        index = self.pipeline.glance({source.path: source for source in [*everything, *chosen]}.values())
        for source in chosen:
            proposal, history = self.pipeline.read(source), self.histories.of(source.file)
            before = self.since.find_status(source) if self.since else None
            entry = self.pipeline.judge(proposal, source, history, index, self.today, before)
            found = self.since.drop_known(entry, source, history, self.today) if self.since else entry.findings
            if self.since is None or found or self.since.touches(source):
                self.judged.append((source, entry))
            yield from found


def _exit_code(findings: Iterable[Finding], entries: Iterable[Entry], configuration: Configuration) -> int:
    settings = configuration.settings
    unknown = any(entry.scope.baseline.problem for entry in entries)
    if unknown and settings.rules.everywhere.get(_BASELINE_RULE) is not Severity.OFF:
        return 2
    return int(any(finding.severity.weight >= settings.fail_level.weight for finding in findings))


def choose(everything: list[Source], paths: tuple[Path, ...]) -> list[Source]:
    """The sources at or below the paths; a file that no pattern matches is taken as a proposal all the same.

    Raises:
        WbError: a path does not exist or leads to no proposal.
    """
    if not paths:
        return everything
    chosen: dict[Path, Source] = {}
    real = RealPaths()
    reals = [str(real.of(source.file)) for source in everything]
    for path in paths:
        if not path.exists():
            message = f"{path}: there is no such file or folder"
            raise WbError(message)
        target = str(path.resolve())
        inside = f"{target.rstrip(os.sep)}{os.sep}"
        found = [
            source for name, source in zip(reals, everything, strict=True) if name == target or name.startswith(inside)
        ]
        if not found and path.is_file():
            found = [Source(shown(path), path, path.read_bytes())]
        if not found:
            message = f"{path}: no proposal is there; name a file, or correct `proposals` in the configuration"
            raise WbError(message)
        chosen.update((real.of(source.file), source) for source in found)
    return list(chosen.values())
