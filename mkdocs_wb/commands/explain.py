"""`wb explain`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from ..errors import WbError, suggest
from ..lifecycle import Stage
from ..rules.check import find_page, read_rules
from ..rules.table import SEVERITIES

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<language>[^\s`]*)(?P<info>[^`]*)")
_CONDITION = re.compile(r"(?P<key>\w+)=(?P<value>\{.*\}|\S+)")
_PHRASES = {  # what a page says of an example behind its fence, where a renderer would stumble over it
    "before": "that was `{}` before",
    "encoding": "saved as {}",
    "type": "of the type `{}`",
    "updated": "last changed on {}",
}


@click.command(
    "explain", help="Print the page of RULE: what it asks, why, a bad and a good example. Without RULE, list all."
)
@click.argument("rule", required=False)
@click.option("--reference", is_flag=True, help="Print the pages of all rules as one page of Markdown instead.")
def command(rule: str | None, *, reference: bool) -> None:
    """Print a rule's page, or every rule in a sentence."""
    rules = read_rules()
    if reference:
        if rule is not None:
            message = f"--reference: expected no rule beside it, found {rule}; it prints all of them"
            raise WbError(message)
        click.echo("\n".join(_reference()))
        return
    if rule is None:
        width = max(map(len, rules))
        click.echo(
            "\n".join(f"{name.ljust(width)}  {find_page(module).splitlines()[0]}" for name, module in rules.items())
        )
        return
    if rule not in rules:
        message = f"{rule}: there is no such rule{suggest(rule, rules) or '; `wb explain` lists them'}"
        raise WbError(message)
    levels = ", ".join(f"{stage.value}: {level.value}" for stage, level in zip(Stage, SEVERITIES[rule], strict=True))
    click.echo(f"{click.style(rule, bold=True)}  ({levels})\n\n{find_page(rules[rule])}")


def _reference() -> Iterator[str]:
    """The lines of the reference page: all rules in a table, then the page of each."""
    pages = {name: find_page(module) for name, module in read_rules().items()}
    yield from ("# Rules, one by one", "")
    yield from ("How much a rule matters at each stage, unless the configuration says otherwise.", "")
    yield f"| Rule | What it asks | {' | '.join(stage.value.capitalize() for stage in Stage)} |"
    yield f"|---|---|{'---|' * len(Stage)}"
    for name, page in pages.items():
        levels = " | ".join(level.value for level in SEVERITIES[name])
        sentence = page.splitlines()[0].replace("|", "\\|")
        yield f"| [`{name}`](#{name}) | {sentence} | {levels} |"
    for name, page in pages.items():
        yield from ("", f"## {name}", "", *_demote(page.splitlines()))


def _demote(lines: list[str]) -> Iterator[str]:
    """A page one level deeper. What stands in a fenced block is left alone, be it a heading or another fence."""
    closing = ""
    for line in lines:
        fence = _FENCE.fullmatch(line)
        if closing:
            if line.strip().startswith(closing) and not line.strip().strip(closing[0]):
                closing = ""
        elif fence is not None:
            closing = fence["fence"]
            said = {match["key"]: match["value"] for match in _CONDITION.finditer(fence["info"])}
            if said:
                yield from (_caption(said), "")
            yield f"{closing}{fence['language']}"
            continue
        elif line.startswith("#"):
            line = f"#{line}"  # noqa: PLW2901
        yield line


def _caption(said: dict[str, str]) -> str:
    """The conditions of an example in words, for the line above it."""
    which = f"`{said['file']}`" if "file" in said else "A document"
    phrases = [_PHRASES[key].format(value) for key, value in said.items() if key in _PHRASES]
    return f"{' '.join([which, ' and '.join(phrases)]).strip()}:"
