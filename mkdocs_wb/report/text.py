"""The same for people at a terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from ..model import DocumentType, Finding, Marked, Proposal, Scope, Severity, Verdict
from ..scope.kinds import KINDS

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_VERDICTS = {
    Verdict.UNCHANGED: "Unchanged",
    Verdict.EDITORIAL: "Only editorial changes",
    Verdict.NARROWED: "Narrowed",
    Verdict.CREEP: "Scope creep",
    Verdict.UNKNOWN: "Unknown: there is nothing it could be compared with",
    Verdict.NOT_APPROVED: "Not approved yet, so there is nothing to compare with",
}


def printable(text: str) -> str:
    """Text from a document without the signs that steer a terminal or turn its direction."""
    return _CONTROL.sub("\ufffd", text)


def render_findings(proposals: int, findings: Sequence[Finding]) -> str:
    """Findings line by line, with a summary."""
    lines = []
    for finding in findings:
        severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
        place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
        lines.append(
            f"{click.style(printable(place), bold=True)}: {severity}[{finding.rule}]: {printable(finding.message)}"
        )
        if finding.help:
            lines.append(f"    help: {printable(finding.help)}")
    counts = Counter(finding.severity for finding in findings)
    parts = [_count(counts[severity], severity.value) for severity in _COLOURS if counts[severity]]
    lines.append(f"{_count(proposals, 'proposal')} checked: {', '.join(parts) or 'nothing to report'}")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    plural = noun if number == 1 or noun == "info" else f"{noun}s"
    return f"{number} {plural}"


def render_inspection(proposal: Proposal, document_type: DocumentType) -> str:
    """How a document was read, as a table of its elements."""
    lines = [click.style(printable(proposal.path), bold=True), f"  {proposal.digest}"]
    rows = [("lines", "element", "found by", "words")]
    for element in proposal.elements:
        title = document_type.elements[element.name].title
        rows.append((f"{element.start}–{element.end}", title, element.found_by, str(element.words)))
    lines.extend(_table(rows))
    if proposal.questions:
        lines.append(f"  {_count(len(proposal.questions), 'question')}")
        lines.extend(f"  {question.start:>5}  {printable(question.text)}" for question in proposal.questions)
    return "\n".join(lines)


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield ("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))).rstrip()


def render_comparison(scope: Scope, titles: dict[str, str]) -> str:
    """The verdict, then each change with its words marked."""
    since = "" if scope.growth is None or scope.baseline.source == "file" else " since it was approved"
    lines = [click.style(f"{_VERDICTS[scope.verdict]}{since}", bold=True)]
    if scope.baseline.problem:
        lines += [f"  {printable(scope.baseline.problem)}", f"  help: {printable(scope.baseline.help)}"]
    if scope.growth and scope.growth >= 0.005:
        lines[0] += f", {scope.growth:.0%} of its words added"
    for element, passages in scope.passages.items():
        lines.append(click.style(titles.get(element, element), underline=True))
        for passage in passages:
            change = passage.change
            if change is None:
                continue
            line = change.new_line or change.old_line
            accepted = " (acknowledged)" if change.acknowledged else ""
            lines.append(f"  {line}: {KINDS[change.kind].label}{accepted}  {click.style(change.fingerprint, dim=True)}")
            lines.append(f"      {_mark(passage.marked)}")
    return "\n".join(lines)


def _mark(marked: Iterable[Marked]) -> str:
    """Insertions as {+…+} and deletions as [-…-], the signs that git's word diff uses; coloured besides."""
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    colours = {"equal": None, "delete": "red", "insert": "green"}
    return "".join(click.style(signs[run.op].format(printable(run.text)), fg=colours[run.op]) for run in marked)
