"""`wb new`."""

from __future__ import annotations

import os
import re
import shlex
from datetime import date
from pathlib import Path, PurePosixPath

import click

from ..configuration import naming, read_configuration
from ..doctype.schema import read_document_type
from ..doctype.template import render_template
from ..errors import WbError, suggest
from ..real_paths import shown
from ..sources import ProposalPattern
from .options import config_option

EDITOR_SCHEMA = "wb.schema.json"  # written by the team with `wb schema --editor > wb.schema.json`
_ID = re.compile(r"\w[\w.-]*")


@click.command(
    "new", help="Write the draft ID (or FOLDER/ID) from the template of its document type, and say where it is."
)
@click.argument("id_", metavar="ID")
@click.option("--title", help="Its headline; made from the ID by default.")
@click.option("--type", "type_name", help="A name in `types`; `default_type` by default.")
@config_option
def command(id_: str, title: str | None, type_name: str | None, config_file: Path | None) -> None:
    """Write a new proposal; never over a file that is there."""
    configuration = read_configuration(config_file, Path.cwd())
    settings = configuration.settings
    *folders, name = id_.removesuffix(".md").split("/")
    if not all(_ID.fullmatch(part) for part in (*folders, name)):
        message = f"{id_}: expected an id of letters, digits, dots, hyphens and underscores, such as {_make_id(name)}"
        raise WbError(message)
    chosen = type_name or settings.default_type
    if chosen not in settings.types:
        message = (
            f"--type: there is no type {chosen} ({', '.join(settings.types)}){suggest(chosen, list(settings.types))}"
        )
        raise WbError(message)
    path = (PurePosixPath(*folders) if folders else _folder(settings.proposals)) / f"{name}.md"
    if not ProposalPattern(settings, configuration.exclude_docs).matches(str(path)):
        message = f"{path}: is matched by none of `proposals` ({', '.join(settings.proposals)}); name a folder that is"
        raise WbError(message)
    target = configuration.docs_dir / path
    if target.exists():
        message = f"{shown(target)}: is there already; choose another id"
        raise WbError(message)
    with naming(configuration.file):
        kind = read_document_type(settings.types[chosen], configuration.folder)
    heading = title or name.replace("-", " ").replace("_", " ").capitalize()
    schema = configuration.folder / EDITOR_SCHEMA
    modeline = Path(os.path.relpath(schema, target.parent)).as_posix()
    text = render_template(kind, chosen, heading, date.today(), modeline, named=chosen != settings.default_type)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{shown(target)}: written; fill it in, then run `wb check {shown(target)}`")
    if not schema.exists():
        click.echo(f"Once, for completion in your editor: wb schema --editor > {shlex.quote(shown(schema))}")


def _make_id(title: str) -> str:
    """An id like a title."""
    return re.sub(r"[\W_]+", "-", title.casefold()).strip("-") or "deer-tracker"


def _folder(patterns: tuple[str, ...]) -> PurePosixPath:
    """The folder that the first pattern names, up to its first wildcard."""
    parts = []
    for part in patterns[0].strip("/").split("/")[:-1]:
        if re.search(r"[*?\[]", part):
            break
        parts.append(part)
    return PurePosixPath(*parts)
