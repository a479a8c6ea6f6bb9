"""The same for people at a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import click

from ..gate import Objection
from ..model import Marked, Scope, ScopeChange, Severity, Verdict
from ..printable import count_cells, printable
from ..scope.kinds import KINDS
from .checked import Checked

_WIDEST = 120
_KEPT = 60  # characters of what did not change, on either side of what did
_MARKS = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
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
        shown = _excerpt(checked.line(finding), finding.place.column, finding.message)
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


def _excerpt(line: str, column: int, message: str) -> tuple[str, int, int] | None:
    """A line cut to what a terminal shows, where the caret begins in it and how long it is; None for an empty line."""
    if not line.strip():
        return None
    plain = line.replace("\t", " ").rstrip()
    before, after = (printable(part) for part in (plain[: max(column - 1, 0)], plain[max(column - 1, 0) :]))
    text, at = before + after, len(before)
    first = max(0, at - 60) if len(text) > _WIDEST else 0
    length = min(_measure_caret(text[at:], message), first + _WIDEST - at)
    cut = text[first : first + _WIDEST]
    left, right = ("…" if first else ""), ("…" if first + _WIDEST < len(text) else "")
    return f"{left}{cut}{right}", count_cells(left + text[first:at]), max(1, count_cells(text[at : at + length]))


def _measure_caret(text: str, message: str) -> int:
    """How much of a text is meant: what the message quotes, a heading, else its first word."""
    quoted = (words for words in re.findall(r"“([^“”]+)”", printable(message)) if text.startswith(words))
    said = next(quoted, "") or next(iter(re.findall(r"^#+[ \t].*", text)), "")
    word = re.match(r"[^\s,;:\]}]*", text)
    return len(said) or (len(word[0]) if word else 1)


def render_comparison(
    scope: Scope, titles: Mapping[str, str], since: str, objections: Sequence[Objection] = (), help_: str = ""
) -> str:
    """The verdict, then each change with its words marked.

    Args:
        scope: what was found.
        titles: of the elements.
        since: what the verdict is about, such as ` since it was approved`; it is left out where nothing was compared.
        objections: of the settings.
        help_: what to do about them.
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
            accepted = " (acknowledged)" if change.acknowledged else ""
            said = f"{describe_line(change)}: {printable(describe_change(change, titles))}{accepted}"
            lines.append(f"  {said}  {click.style(change.fingerprint, dim=True)}")
            lines.append(f"      {mark(passage.marked)}")
            if origin := describe_origin(change):
                lines.append(click.style(f"      {origin}", dim=True))
    for severity, message in objections:
        lines.append(f"{click.style(severity.value, fg=_COLOURS[severity], bold=True)}: {message}")
    if help_ and objections:
        lines.append(f"  help: {help_}")
    return "\n".join(lines)


def describe_change(change: ScopeChange, titles: Mapping[str, str]) -> str:
    """The kind of a change, and the element that it left for another."""
    return f"{KINDS[change.kind].label}{f' from {titles.get(change.left, change.left)}' if change.left else ''}"


def describe_origin(change: ScopeChange) -> str:
    """Who brought a change in, and when; empty where that is not known."""
    if change.origin is None:
        return "not committed yet" if change.uncommitted else ""
    origin = change.origin
    return f"{printable(origin.author)}, {origin.date.date().isoformat()}, {origin.commit[:10]}"


def describe_line(change: ScopeChange) -> str:
    """Where a change stands; of what was taken out, where it stood in the approved version."""
    return str(change.new_line) if change.new_line else f"was {change.old_line}"


def mark(marked: Iterable[Marked]) -> str:
    """Insertions as {+…+} and deletions as [-…-], the signs that git's word diff uses; coloured besides."""
    colours = {"equal": None, "delete": "red", "insert": "green"}
    return "".join(click.style(_MARKS[run.op].format(printable(run.text)), fg=colours[run.op]) for run in marked)


def mark_briefly(marked: Sequence[Marked], longest: int) -> str:
    """The same without colours, and of what did not change no more than is near; what is wholly new or gone has no signs.

    Args:
        marked: the words of a change.
        longest: characters of one insertion or deletion.
    """
    if len(marked) == 1:
        return _cut(marked[0].text, longest)
    last = len(marked) - 1
    runs = (
        keep_near(run.text, first=place == 0, last=place == last) if run.op == "equal" else _cut(run.text, longest)
        for place, run in enumerate(marked)
    )
    return "".join(_MARKS[run.op].format(text) for run, text in zip(marked, runs, strict=True))


def keep_near(text: str, *, first: bool, last: bool) -> str:
    """Of words that did not change those beside what did; all of them where there are few."""
    if len(text) <= 2 * _KEPT + 20:
        return text
    start = "" if first else text[:_KEPT].rpartition(" ")[0]
    end = "" if last else text[-_KEPT:].partition(" ")[2]
    return f"{start} … {end}" if start and end else f"{start} …" if start else f"… {end}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"
