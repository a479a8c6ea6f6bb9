"""`wb inspect`."""

from __future__ import annotations

from pathlib import Path

import click

from ..pipeline import open_pipeline
from ..report.data import build_inspection, dump
from ..report.inspection import render_inspection
from ..sources import Source
from .options import config_option, find_or_default, format_option


@click.command("inspect", help="Show how each FILE was read: its elements with their lines, its questions, its digest.")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@config_option
@format_option
def command(files: tuple[Path, ...], config_file: Path | None, form: str) -> None:
    """Print what the reader made of each file."""
    configuration = find_or_default(config_file, files)
    pipeline = open_pipeline(configuration)
    proposals = [pipeline.read(Source(str(file), file, file.read_bytes())) for file in files]
    if form == "json":
        click.echo(dump([build_inspection(proposal, pipeline.type_of(proposal)) for proposal in proposals]))
    else:
        click.echo("\n\n".join(render_inspection(proposal, pipeline.type_of(proposal)) for proposal in proposals))
