"""The templates: ours, behind those a team puts in a folder `wb/` of its theme's custom_dir."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from ..scope.kinds import KINDS


def make_environment(folders: Iterable[Path] = ()) -> Environment:
    """An environment that escapes: MkDocs' own does not.

    A team's own templates are read anew each time, since a preview goes on while they are written.

    Args:
        folders: looked in before the package, for templates a team overrides; they need not be there.
    """
    theirs = [folder for folder in folders if folder.is_dir()]
    return _make(theirs) if theirs else _make_ours()


@cache
def _make_ours() -> Environment:
    return _make([])


def _make(folders: Sequence[Path]) -> Environment:
    loader = ChoiceLoader([FileSystemLoader(folders), PackageLoader("mkdocs_wb.render")])
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["kind"] = lambda kind: KINDS[kind].label
    environment.filters["prose"] = mark_code
    environment.filters["people"] = join_names
    environment.filters["percent"] = lambda share: f"{share * 100:.0f}\u202f%"
    return environment


def mark_code(text: str) -> Markup:
    """A message with what stands between backticks as code."""
    parts = text.split("`")
    closed = len(parts) % 2 == 1
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if closed and index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


def join_names(names: Iterable[str]) -> str:
    """`Ana, Ben and Cleo`."""
    listed = list(names)
    return " and ".join(filter(None, [", ".join(listed[:-1]), *listed[-1:]]))
