"""The command `wb`: finds the subcommand and turns a `WbError` into one line and exit code 2."""

from __future__ import annotations

import codecs
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from . import __version__
from .collector import paused
from .errors import WbError
from .printable import printable

# Imported when they are called for: jsonschema alone takes longer to load than `wb --help` may take.
COMMANDS = {
    "new": "Write a new proposal from its document type's template.",
    "check": "Check proposals, and say what each still lacks.",
    "explain": "Print the page of a rule: what it asks, why, a bad and a good example.",
    "inspect": "Show how documents were read: their elements, questions and digest.",
    "review": "Review what a branch does to proposals, before it is merged.",
    "move": "Move a proposal to another status.",
    "approve": "Approve a proposal that is fit for it, and record who did.",
    "diff": "Show what has changed since a proposal was approved, or between two files.",
    "acknowledge": "Accept changes of an approved proposal, each by its fingerprint, with a reason.",
    "schema": "Print the JSON Schema of a document type, or of the front matter for editors.",
}


class LazyGroup(click.Group):
    """A group whose commands are modules of `mkdocs_wb.commands`."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; one that is stopped has no answer, and click's exit code of 1 would say that it found something."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            message = "stopped before it was done; run it again"
            raise WbError(message) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"mkdocs_wb.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


_EXIT_CODES = "Exit codes: 0 nothing at or above the failing level; 1 there is; 2 wrong usage or configuration, or no answer could be known."


@click.group(cls=LazyGroup, epilog=_EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wb")
def wb() -> None:
    """PR/FAQs in git: start new ones, check them, compare them with what was approved."""


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Signs that an encoding does not have, as JSON and people read them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", errors="surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


_ESCAPE = "wb.escape"
codecs.register_error(_ESCAPE, _escape)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_ESCAPE)  # a terminal that cannot show a sign is no reason to stop
    try:
        with paused():  # a command keeps what it makes until it ends
            wb(prog_name="wb")
    except WbError as error:
        _end(str(error))
    except OSError as error:
        unnamed = "the working folder" if isinstance(error, FileNotFoundError) else "the output"
        _end(f"{error.filename or unnamed}: {error.strerror}")


def _end(message: str) -> None:
    """One line, without the signs that steer a terminal, and exit code 2."""
    click.echo(f"wb: {printable(message)}", err=True)
    sys.exit(2)
