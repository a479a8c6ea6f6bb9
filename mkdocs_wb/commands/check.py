"""`wb check`."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from ..errors import WbError
from ..history.history import read_history
from ..model import Finding, Severity
from ..pipeline import Pipeline, Source, read_sources
from ..report.data import build_check
from ..report.text import render_findings
from .options import config_option, echo_json, find_or_default, format_option, shown

_BASELINE_RULE = "baseline-known"


@click.command("check", help="Check proposals: all of the site's, or those at PATH.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@config_option
@format_option
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day that dates are judged by; the calendar's by default."
)
def command(paths: tuple[Path, ...], config_file: Path | None, form: str, today: datetime | None) -> None:
    """Print the findings; exit 1 where one reaches the failing level, 2 where an approved version is unknown."""
    configuration = find_or_default(config_file)
    everything = read_sources(configuration) if configuration.file or not paths else []
    chosen = _choose(everything, paths)
    pipeline = Pipeline(configuration.settings, configuration.folder)
    day = today.date() if today else date.today()
    findings: list[Finding] = []
    unknown = False
    with closing(
        read_history(_folder_of(chosen, configuration.docs_dir), [source.file for source in chosen])
    ) as history:
        proposals = {
            source.path: pipeline.read(source) for source in {s.path: s for s in [*everything, *chosen]}.values()
        }
        index = pipeline.index(proposals.values())
        for source in chosen:
            entry = pipeline.judge(proposals[source.path], source, history, index, day)
            unknown = unknown or bool(entry.scope.baseline.problem)
            findings += [replace(finding, path=shown(source.file)) for finding in entry.findings]
    if form == "json":
        echo_json(build_check(len(chosen), findings))
    else:
        click.echo(render_findings(len(chosen), findings))
    if unknown and configuration.settings.rules.everywhere.get(_BASELINE_RULE) is not Severity.OFF:
        sys.exit(2)
    level = configuration.settings.fail_level.weight
    sys.exit(int(any(finding.severity.weight >= level for finding in findings)))


def _choose(everything: list[Source], paths: tuple[Path, ...]) -> list[Source]:
    """The sources at or below the paths; a file that no pattern matches is taken as a proposal all the same."""
    if not paths:
        return everything
    chosen: dict[Path, Source] = {}
    for path in paths:
        if not path.exists():
            message = f"{path}: there is no such file or folder"
            raise WbError(message)
        target = path.resolve()
        found = [source for source in everything if source.file.resolve().is_relative_to(target)]
        if not found and path.is_file():
            found = [Source(shown(path), path, path.read_bytes())]
        if not found:
            message = f"{path}: no proposal is there; name a file, or correct `proposals` in the configuration"
            raise WbError(message)
        chosen.update((source.file.resolve(), source) for source in found)
    return list(chosen.values())


def _folder_of(sources: list[Source], default: Path) -> Path:
    return sources[0].file.resolve().parent if sources else default
