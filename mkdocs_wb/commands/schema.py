"""`wb schema`."""

from __future__ import annotations

from pathlib import Path

import click

from ..configuration import naming
from ..doctype.reference import build_editor_schema, render_reference
from ..doctype.schema import read_document_type
from ..errors import WbError, suggest
from ..report.data import dump
from ..strategy import read_strategy
from .options import config_option, find_or_default


@click.command("schema", help="Print the JSON Schema of the document type TYPE, `default_type` by default.")
@click.argument("type_name", metavar="[TYPE]", required=False)
@click.option("--editor", is_flag=True, help="Print the schema of the front matter instead, for YAML language servers.")
@click.option("--reference", is_flag=True, help="Print the type's reference page as Markdown instead.")
@config_option
def command(type_name: str | None, config_file: Path | None, *, editor: bool, reference: bool) -> None:
    """Print what a document type says."""
    configuration = find_or_default(config_file, ())
    settings = configuration.settings
    if editor:
        strategy = read_strategy(configuration.folder / settings.strategy)
        lifecycle = settings.lifecycle
        names = [*lifecycle.statuses, *lifecycle.synonyms]
        with naming(configuration.file):
            types = {name: read_document_type(given, configuration.folder) for name, given in settings.types.items()}
        click.echo(dump(build_editor_schema(names, types, strategy.goals if strategy else None)))
        return
    chosen = type_name or settings.default_type
    known = {**settings.types, "classic": "classic", "bryar-carr": "bryar-carr"}
    if chosen not in known:
        message = f"{chosen}: there is no such type ({', '.join(known)}){suggest(chosen, list(known))}"
        raise WbError(message)
    with naming(configuration.file):
        kind = read_document_type(known[chosen], configuration.folder)
    click.echo(render_reference(kind) if reference else dump(kind.schema))
