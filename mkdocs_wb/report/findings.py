"""What a check found, in the formats that terminals, forges and machines read; each format is one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from . import github, gitlab, markdown, sarif, text
from .checked import Checked
from .data import render_json

FORMATS: Mapping[str, Callable[[Checked], str]] = {
    "text": text.render_findings,
    "json": render_json,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "markdown": markdown.render,
}
# Of a check that could not be made; in the others an empty list would look like a clean one.
FAILURE_FORMATS: Mapping[str, Callable[[str], str]] = {
    "sarif": sarif.render_failure,
    "github": partial(github.annotate_failure, "wb check"),
}
FORGES = frozenset({"sarif", "github", "gitlab"})  # formats that name files from the root of the repository
