"""A review as the comment of a pull request: brief, the gravest first, and never longer than a forge takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Finding, Marked, Passage
from ..printable import printable
from ..review.review import Review, Reviewed
from ..scope.kinds import KINDS
from .checked import count
from .markdown import SIGNS, code, escape
from .reviewed import (
    describe_baseline,
    describe_due,
    describe_kind,
    describe_pending,
    describe_scope,
    describe_status,
    list_brought,
    list_findings,
    list_warnings,
    summarise,
)

MARKER = "<!-- wb:review -->"  # by which a bot finds the comment again
LIMIT = 64_000  # GitHub takes 65,536
_MOST_SECTIONS = 50
_MOST_NOTES = 20
_KEPT = 60  # characters of what did not change, on either side of what did
_LONGEST = 1_500  # characters of one insertion or deletion
_TITLE = 120


@dataclass(frozen=True, slots=True)
class _Section:
    """A proposal's part of the comment: lines that always stand, and lists that may be shortened."""

    head: list[str]
    lists: list[tuple[str, str, list[str]]] = field(default_factory=list)  # heading, noun, items

    def render(self, limit: int, command: str) -> str:
        """As much as fits, with how much more there is and the command that shows it."""
        lines, left = list(self.head), limit - _size(self.head)
        for heading, noun, items in self.lists:
            shown = []
            for item in items:
                if left - _size([item]) < 0:
                    break
                left -= _size([item])
                shown.append(item)
            more = len(items) - len(shown)
            rest = [f"- … and {count(more, noun)} more: {command}"] if more else []
            lines += ["", heading, "", *shown, *rest]
        return "\n".join(lines)


def render(review: Review) -> str:
    """The comment: what the whole comes to, what is to be known of it, a section for each proposal that needs a reader."""
    command = code(f"wb review --base {review.base}")
    loud = [reviewed for reviewed in review.proposals if not reviewed.is_quiet]
    quiet = [reviewed for reviewed in review.proposals if reviewed.is_quiet]
    sections = [_build(reviewed, review) for reviewed in loud[:_MOST_SECTIONS]]
    head = [MARKER, f"### {_sign(review)} {escape(summarise(review))}", *_list_notes(review, command)]
    tail = [*_list_rest(loud[_MOST_SECTIONS:], quiet, command), "", _footer(review)]
    left = LIMIT - _size(head) - _size(tail)
    limit = _level([_size(section.render(LIMIT, command).split("\n")) for section in sections], left)
    parts = [section.render(limit, command) for section in sections]
    return "\n".join(["\n".join(head), *(f"\n{part}" for part in parts), *tail])


def _size(lines: Iterable[str]) -> int:
    """Characters as JavaScript counts them, with the line breaks."""
    return sum(len(line.encode("utf-16-le", errors="replace")) // 2 + 2 for line in lines)


def _level(sizes: Sequence[int], room: int) -> int:
    """How long a section may be for all to fit: the longest are shortened first."""
    left, waiting = room, len(sizes)
    for size in sorted(sizes):
        if size * waiting > left:
            return left // waiting - _TITLE  # for the line that says how much more there is
        left -= size
        waiting -= 1
    return LIMIT


def _sign(review: Review) -> str:
    if review.exit_code:
        return "🔴"
    if any(reviewed.due and reviewed.due.by_branch for reviewed in review.proposals):
        return "🟡"
    return "🟢"


def _list_notes(review: Review, command: str) -> Iterator[str]:
    notes = [f"- 🔴 {escape(_cut(text))}" for text in review.failures]
    notes += [f"- {escape(_cut(text))}" for text in review.notes]
    if notes:
        yield ""
        yield from notes[:_MOST_NOTES]
    if len(notes) > _MOST_NOTES:
        yield f"- … and {count(len(notes) - _MOST_NOTES, 'note')} more: {command}"


def _build(reviewed: Reviewed, review: Review) -> _Section:
    kind = describe_kind(reviewed)
    sign = "🔴" if reviewed.exit_code else "🟡" if reviewed.due and reviewed.due.by_branch else "⚪"
    head = [f"#### {sign} {escape(_cut(reviewed.proposal.title, _TITLE))}", ""]
    head.append(
        f"{code(_cut(reviewed.path))} · {escape(describe_status(reviewed))}{f' · {escape(_cut(kind))}' if kind else ''}"
    )
    points = [f"**Fails:** {escape(_cut(text))}" for text in reviewed.failures]
    points += [f"**Warning:** {escape(_cut(text))}" for text in list_warnings(reviewed)]
    if due := describe_due(reviewed):
        points.append(
            f"**{escape(_cut(due[0].upper() + due[1:]))}**" if reviewed.due and reviewed.due.by_branch else escape(due)
        )
    if scope := describe_scope(reviewed):
        points.append(f"Scope: {escape(_cut(scope))}")
    points += [escape(_cut(text)) for text in (*describe_pending(reviewed), *reviewed.notes)]
    head += ["", *(f"- {point}" for point in points)] if points else []
    section = _Section(head)
    changes = [_render_change(element, passage, reviewed, review) for element, passage in list_brought(reviewed)]
    if changes:
        heading = f"**What this branch changes in the promise** ({escape(_cut(describe_baseline(reviewed)))})"
        section.lists.append((heading, "change", changes))
    findings = [_render_finding(finding, SIGNS[finding.severity.value]) for finding in list_findings(reviewed)]
    findings += [_render_finding(finding, "⚪ switched off by a comment,") for finding in reviewed.silenced]
    if findings:
        section.lists.append(("**Findings that it brings in**", "finding", findings))
    return section


def _render_change(element: str, passage: Passage, reviewed: Reviewed, review: Review) -> str:
    change = passage.change
    if change is None:
        return ""
    place = f"line {change.new_line}" if change.new_line else "taken out"
    title = escape(_cut(review.titles.get(element, element), _TITLE))
    who = [escape(_cut(change.origin.author, _TITLE)), code(change.origin.commit[:10])] if change.origin else []
    pending = reviewed.claims.find_amendment(change.fingerprint)
    who += [f"accepted by {escape(_cut(', '.join(pending.by), _TITLE))}, pending"] if pending else []
    about = ", ".join([f"{title}, {place}", *who, code(change.fingerprint)])
    return f"- **{KINDS[change.kind].label}** · {about}<br>{_mark(passage.marked)}"


def _mark(marked: Sequence[Marked]) -> str:
    """The words of a change, those that did not change cut to what is near."""
    parts = []
    for place, run in enumerate(marked):
        text = printable(run.text)
        if run.op == "equal":
            parts.append(_inline(_near(text, first=place == 0, last=place == len(marked) - 1)))
        else:
            tag = "del" if run.op == "delete" else "ins"
            parts.append(f"<{tag}>{_inline(_cut(text, _LONGEST))}</{tag}>")
    return "".join(parts)


def _near(text: str, *, first: bool, last: bool) -> str:
    """The words beside what changed; all of them where there are few."""
    if len(text) <= 2 * _KEPT + 20:
        return text
    start = "" if first else text[:_KEPT].rpartition(" ")[0]
    end = "" if last else text[-_KEPT:].partition(" ")[2]
    return f"{start} … {end}" if start and end else f"{start} …" if start else f"… {end}"


def _inline(text: str) -> str:
    """Escaped, with the blanks at either end."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{' ' if before else ''}{escape(text)}{' ' if after and text.strip() else ''}"


def _render_finding(finding: Finding, sign: str) -> str:
    help_ = f"<br>{escape(_cut(finding.help))}" if finding.help else ""
    return f"- {sign} line {finding.place.line}: {escape(_cut(finding.message))} ({code(finding.rule)}){help_}"


def _list_rest(more: Sequence[Reviewed], quiet: Sequence[Reviewed], command: str) -> Iterator[str]:
    """The proposals without a section."""
    if more:
        yield f"\n**{count(len(more), 'proposal')} more that should be looked at:** {command}"
    if quiet:
        named = ", ".join(escape(_cut(reviewed.proposal.title, _TITLE)) for reviewed in quiet[:_MOST_NOTES])
        rest = f" and {len(quiet) - _MOST_NOTES} more" if len(quiet) > _MOST_NOTES else ""
        yield f"\nNothing to object to: {named}{rest}"


def _footer(review: Review) -> str:
    return f"<sub>{review.head[:10]} against {code(review.base)} at {review.tip[:10]}, which says what is approved, by whom and by which rules.</sub>"


def _cut(text: str, longest: int = 600) -> str:
    """A text that is not too long; what is left out is counted."""
    text = printable(text)
    if len(text) <= longest:
        return text
    return f"{text[:longest].rstrip()} … ({len(text) - longest} characters more)"
