"""Options and steps that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from ..configuration import Configuration, find_configuration, read_configuration
from ..errors import WbError
from ..real_paths import find_root, shown
from ..settings import Settings

config_option = click.option(
    "-f",
    "--config-file",
    "config_file",
    type=click.Path(path_type=Path),
    help="mkdocs.yml or wb.yml; looked for upward by default.",
)
format_option = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
dry_run_option = click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
date_option = click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to record; the calendar's by default."
)


def require_text(option: str, given: str, expected: str) -> str:
    """What was given with an option, without the blanks around it.

    Raises:
        WbError: there is nothing else.
    """
    if not given.strip():
        message = f"{option}: expected {expected}, found nothing"
        raise WbError(message)
    return given.strip()


@contextmanager
def reporting(form: str, formats: Mapping[str, Callable[[str], str]]) -> Iterator[None]:
    """Say what stands in the way in the format that was asked for, too: an older report must not stand for this one."""
    try:
        yield
    except WbError as error:
        if form in formats:
            click.echo(formats[form](str(error)))
        raise


def find_or_default(config_file: Path | None) -> Configuration:
    """The configuration where there is one, else the defaults: for commands that need none."""
    here = Path.cwd()
    if config_file is None and find_configuration(here) is None:
        return Configuration(Settings(), here)
    return read_configuration(config_file, here)


def shown_from_root(path: Path) -> str:
    """A path as a forge names it: from the root of the repository in which one stands."""
    try:
        return path.resolve().relative_to(find_root(Path.cwd())).as_posix()
    except ValueError:
        return shown(path)
