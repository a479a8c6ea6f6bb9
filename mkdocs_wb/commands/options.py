"""Options and steps that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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


def find_or_default(config_file: Path | None, files: Iterable[Path]) -> Configuration:
    """The configuration where there is one, else the defaults: for commands that need none.

    Args:
        config_file: named by the user; None looks for one from the working folder, then from the files: a hook runs in the
            repository's root, and the site may lie in a folder of it.
        files: what the command is about.

    Raises:
        WbError: it cannot be read, or the files are of several sites.
    """
    here = Path.cwd()
    if config_file is not None or find_configuration(here) is not None:
        return read_configuration(config_file, here)
    near = {find_configuration(file if file.is_dir() else file.parent) for file in files}
    found = sorted(file for file in near if file is not None)
    if len(found) > 1:
        message = f"the files are of several sites ({', '.join(map(shown, found))}); take one site at a time"
        raise WbError(message)
    return read_configuration(found[0], here) if found else Configuration(Settings(), here)


def shown_from_root(path: Path) -> str:
    """A path as a forge names it: from the root of the repository in which one stands."""
    try:
        return path.resolve().relative_to(find_root(Path.cwd())).as_posix()
    except ValueError:
        return shown(path)
