"""The same for people at a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from ..gate import Objection
from ..model import Marked, Scope, ScopeChange, Severity, Verdict
from ..printable import count_cells, printable
from ..scope.kinds import KINDS
from .checked import Checked

_WIDEST = 120
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_VERDICTS = {
    Verdict.UNCHANGED: "Unchanged",
    Verdict.EDITORIAL: "Only editorial changes",
    Verdict.NARROWED: "Narrowed",
    Verdict.CREEP: "Scope creep",
    Verdict.UNKNOWN: "Unknown: there is nothing it could be compared with",
    Verdict.NOT_APPROVED: "Not approved yet, so there is nothing to compare with",
}


def render_findings(checked: Checked) -> str:
    """Each finding with its line and a caret, in rustc's manner, then the summary."""
    lines: list[str] = []
    for finding in checked.findings:
        name = click.style(f"{finding.severity.value}[{finding.rule}]", fg=_COLOURS[finding.severity], bold=True)
        lines.append(f"{name}: {printable(finding.message)}")
        number = str(finding.place.line)
        margin = " " * len(number)
        bar = click.style("|", fg="blue")
        place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
        lines.append(f"{margin}{click.style('-->', fg='blue')} {printable(place)}")
        shown = _excerpt(checked.line(finding), finding.place.column)
        if shown is not None:
            text, start, length = shown
            caret = click.style("^" * length, fg=_COLOURS[finding.severity], bold=True)
            lines += [
                f"{margin} {bar}",
                f"{click.style(number, fg='blue')} {bar} {text}",
                f"{margin} {bar} {' ' * start}{caret}",
            ]
        if finding.help:
            lines.append(f"{margin} = help: {printable(finding.help)}")
        lines.append("")
    return "\n".join([*lines, checked.summary()])


def _excerpt(line: str, column: int) -> tuple[str, int, int] | None:
    """A line cut to what a terminal shows, where the caret begins in it and how long it is; None for an empty line."""
    if not line.strip():
        return None
    plain = line.replace("\t", " ").rstrip()
    before, after = (printable(part) for part in (plain[: max(column - 1, 0)], plain[max(column - 1, 0) :]))
    text, at = before + after, len(before)
    first = max(0, at - 60) if len(text) > _WIDEST else 0
    word = re.match(r"[^\s,;:\]}]*", text[at:])
    length = min(len(word[0]) if word else 1, first + _WIDEST - at)
    cut = text[first : first + _WIDEST]
    left, right = ("…" if first else ""), ("…" if first + _WIDEST < len(text) else "")
    return f"{left}{cut}{right}", count_cells(left + text[first:at]), max(1, count_cells(text[at : at + length]))


def render_comparison(scope: Scope, titles: dict[str, str], since: str, objections: Iterable[Objection] = ()) -> str:
    """The verdict, then each change with its words marked.

    Args:
        scope: what was found.
        titles: of the elements.
        since: what the verdict is about, such as ` since it was approved`; it is left out where nothing was compared.
        objections: of the settings.
    """
    about = "" if scope.growth is None else printable(since)
    lines = [click.style(f"{_VERDICTS[scope.verdict]}{about}", bold=True)]
    if scope.baseline.problem:
        lines += [f"  {printable(scope.baseline.problem)}", f"  help: {printable(scope.baseline.help)}"]
    if scope.growth and scope.growth >= 0.005:
        lines[0] += f", {scope.growth:.0%} of its words added"
    if scope.verdict in (Verdict.CREEP, Verdict.NARROWED):
        lines[0] += f", {scope.kept_percent}% still as promised"
    for element, passages in scope.passages.items():
        lines.append(click.style(titles.get(element, element), underline=True))
        for passage in passages:
            change = passage.change
            if change is None:
                continue
            line = change.new_line or change.old_line
            accepted = " (acknowledged)" if change.acknowledged else ""
            lines.append(f"  {line}: {KINDS[change.kind].label}{accepted}  {click.style(change.fingerprint, dim=True)}")
            lines.append(f"      {mark(passage.marked)}")
            if origin := describe_origin(change):
                lines.append(click.style(f"      {origin}", dim=True))
    for severity, message in objections:
        lines.append(f"{click.style(severity.value, fg=_COLOURS[severity], bold=True)}: {message}")
    return "\n".join(lines)


def describe_origin(change: ScopeChange) -> str:
    """Who brought a change in, and when; empty where that is not known."""
    if change.origin is None:
        return "not committed yet" if change.uncommitted else ""
    origin = change.origin
    return f"{printable(origin.author)}, {origin.date.date().isoformat()}, {origin.commit[:10]}"


def mark(marked: Iterable[Marked]) -> str:
    """Insertions as {+…+} and deletions as [-…-], the signs that git's word diff uses; coloured besides."""
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    colours = {"equal": None, "delete": "red", "insert": "green"}
    return "".join(click.style(signs[run.op].format(printable(run.text)), fg=colours[run.op]) for run in marked)
