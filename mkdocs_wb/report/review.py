"""A review in the formats that terminals, forges and machines read; each format is one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from ..model import Severity
from ..printable import printable
from ..review.review import Review
from . import github, review_markdown, review_text, sarif
from .review_data import render_json, render_json_failure
from .reviewed import build_checked, describe_pending, summarise

__all__ = ["FAILURE_FORMATS", "REVIEW_FORMATS"]


def _render_github(review: Review) -> str:
    """What is said of the whole and of a proposal, then annotations at their lines, then the summary.

    GitHub shows ten errors of a step and ten warnings: why it fails must not be the eleventh.
    """
    lines = [github.annotate_failure("wb review", text) for text in review.failures]
    lines += [f"::notice title=wb review::{github.escape(printable(text))}" for text in review.notes]
    for one in review.proposals:
        told = [(objection.severity, objection.message) for objection in one.objections]
        told += [(Severity.INFO, text) for text in (*describe_pending(one), *one.notes)]
        lines += [github.annotate_file(one.path, severity, "wb review", text) for severity, text in told]
    return "\n".join([*lines, *github.annotate(build_checked(review)), summarise(review)])


def _render_sarif(review: Review) -> str:
    return sarif.render(build_checked(review), review.failures)


# Of a review that could not be made; at a terminal the message is enough.
FAILURE_FORMATS: Mapping[str, Callable[[str], str]] = {
    "markdown": review_markdown.render_failure,
    "json": render_json_failure,
    "sarif": sarif.render_failure,
    "github": partial(github.annotate_failure, "wb review"),
}

REVIEW_FORMATS: Mapping[str, Callable[[Review], str]] = {
    "text": review_text.render,
    "markdown": review_markdown.render,
    "json": render_json,
    "sarif": _render_sarif,
    "github": _render_github,
}
