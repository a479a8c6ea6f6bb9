"""`wb explain`."""

from __future__ import annotations

import click

from ..errors import WbError
from ..lifecycle import Stage
from ..rules.check import find_page, read_rules
from ..rules.table import SEVERITIES
from ..settings import suggest


@click.command(
    "explain", help="Print the page of RULE: what it asks, why, a bad and a good example. Without RULE, list all."
)
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Print a rule's page, or every rule in a sentence."""
    rules = read_rules()
    if rule is None:
        width = max(map(len, rules))
        click.echo(
            "\n".join(f"{name.ljust(width)}  {find_page(module).splitlines()[0]}" for name, module in rules.items())
        )
        return
    if rule not in rules:
        message = f"{rule}: there is no such rule{suggest(rule, list(rules))}; `wb explain` lists them"
        raise WbError(message)
    levels = ", ".join(f"{stage.value}: {level.value}" for stage, level in zip(Stage, SEVERITIES[rule], strict=True))
    click.echo(f"{click.style(rule, bold=True)}  ({levels})\n\n{find_page(rules[rule])}")
