"""A review for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ..model import Severity
from ..printable import printable
from ..review.review import Review, Reviewed
from .reviewed import (
    describe_due,
    describe_kind,
    describe_pending,
    describe_scope,
    describe_status,
    describe_way,
    list_brought,
    list_findings,
    list_warnings,
    summarise,
)
from .text import describe_change, describe_line, describe_origin, mark

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def render(review: Review) -> str:
    """What the whole comes to, then each proposal, the gravest first; those with nothing to say in a line each."""
    lines = [click.style(summarise(review), bold=True)]
    lines.append(f"  {review.head[:10]} against {printable(review.base)} ({review.tip[:10]})")
    lines += [f"  {click.style('error', fg='red', bold=True)}: {printable(text)}" for text in review.failures]
    lines += [f"  note: {printable(text)}" for text in review.notes]
    for reviewed in review.proposals:
        lines += ["", *_render(reviewed, review)]
    if way := describe_way(review):
        lines += ["", f"  help: {way}"]
    return "\n".join(lines)


def _render(reviewed: Reviewed, review: Review) -> Iterator[str]:
    kind = describe_kind(reviewed)
    title = click.style(printable(reviewed.proposal.title), bold=True)
    yield f"• {title}{f' ({printable(kind)})' if kind else ''}"  # a title at the start of a line could be a command
    yield f"  {printable(reviewed.path)}"
    for text in reviewed.failures:
        yield f"  {click.style('fails', fg='red', bold=True)}: {printable(text)}"
    for text in list_warnings(reviewed):
        yield f"  {click.style('warning', fg='yellow', bold=True)}: {printable(text)}"
    if reviewed.due:
        due, why = describe_due(reviewed)
        yield f"  {click.style(due, fg='yellow', bold=reviewed.due.by_branch)} {printable(why)}"
    for text in (*describe_pending(reviewed), *reviewed.notes):
        yield f"  {printable(text)}"
    yield f"  status: {printable(describe_status(reviewed))}"
    if scope := describe_scope(reviewed):
        yield f"  scope: {printable(scope)}"
    yield from _render_changes(reviewed, review)
    for finding in list_findings(reviewed):
        name = click.style(f"{finding.severity.value}[{finding.rule}]", fg=_COLOURS[finding.severity], bold=True)
        yield f"  {finding.place.line}: {name}: {printable(finding.message)}"
    for finding in reviewed.silenced:
        yield f"  {finding.place.line}: switched off here: {finding.rule}: {printable(finding.message)}"


def _render_changes(reviewed: Reviewed, review: Review) -> Iterator[str]:
    last = ""
    for element, passage in list_brought(reviewed):
        change = passage.change
        if change is None:
            continue
        if element != last:
            yield click.style(f"  {printable(review.titles.get(element, element))}", underline=True)
            last = element
        pending = reviewed.claims.find_amendment(change.fingerprint)
        accepted = f" (accepted by {printable(', '.join(pending.by))}, pending)" if pending else ""
        yield f"    {describe_line(change)}: {printable(describe_change(change, review.titles))}{accepted}  {click.style(change.fingerprint, dim=True)}"
        yield f"        {mark(passage.marked)}"
        if origin := describe_origin(change):
            yield click.style(f"        {origin}", dim=True)
