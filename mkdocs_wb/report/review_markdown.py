"""A review as the comment of a pull request: brief, the gravest first, and never longer than a forge takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Finding, Marked, Passage, Severity
from ..printable import printable
from ..review.review import Review, Reviewed
from .checked import count
from .markdown import SIGNS, code, escape, keep_blanks, prose
from .reviewed import (
    count_kinds,
    describe_baseline,
    describe_briefly,
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
from .text import describe_change, keep_near

MARKER = "<!-- wb:review -->"  # by which a bot finds the comment again
LIMIT = 64_000  # GitHub takes 65,536
_MOST_SECTIONS = 50
_MOST_OPEN = 15  # changes that are read without a click
_MOST_LINES = 20  # of notes, and of proposals that are only named
_LONGEST = 1_500  # characters of one insertion or deletion
_NAME = 120
_MORE = 200  # characters of the lines that say how much more there is


@dataclass(frozen=True, slots=True)
class _List:
    """Items of which there may be too many, under a heading; folded, if they have a summary, which is no Markdown."""

    heading: str
    noun: str
    items: list[str]
    summary: str = ""

    def render(self, room: int, command: str) -> list[str]:
        """Those that there is room for, in their order, and how many more there are."""
        above = ["", f"**{self.heading}**"] if self.heading else []
        above += ["", *([f"<details><summary>{self.summary}</summary>", ""] if self.summary else [])]
        below = ["", "</details>"] if self.summary else []
        room -= _size([*above, *below])
        shown = []
        for item in self.items:
            size = _size([item])
            if size <= room:
                shown.append(item)
                room -= size
        more = len(self.items) - len(shown)
        shown += [f"- … and {count(more, self.noun)} more: {command}"] if more else []
        return [*above, *shown, *below]


@dataclass(frozen=True, slots=True)
class _Section:
    """A proposal's part of the comment: lines that always stand, and lists that may be shortened."""

    head: list[str]
    lists: list[_List] = field(default_factory=list)

    def render(self, room: int, command: str) -> list[str]:
        """As much as there is room for."""
        lines = list(self.head)
        for items in self.lists:
            lines += items.render(room - _size(lines), command)
        return lines


def render(review: Review) -> str:
    """The comment: what the whole comes to, then a section for each proposal that needs a reader."""
    command = code(f"wb review --base {review.base}")
    loud = [reviewed for reviewed in review.proposals if not reviewed.is_quiet]
    quiet = [reviewed for reviewed in review.proposals if reviewed.is_quiet]
    head = [MARKER, f"### {_sign(review)} {escape(summarise(review))}", *_list_notes(review, command)]
    tail = [*_list_rest(loud[_MOST_SECTIONS:], quiet, command), "", _footer(review)]
    sections = [_build(reviewed, review) for reviewed in loud[:_MOST_SECTIONS]]
    sizes = [_size(section.render(LIMIT, command)) for section in sections]
    room = _level(sizes, LIMIT - _size(head) - _size(tail))
    parts = [["", *section.render(room, command)] for section in sections]
    return "\n".join(line for part in (head, *parts, tail) for line in part)


def render_failure(message: str) -> str:
    """The comment where no review could be made: an older one must not go on saying that all is well."""
    return "\n".join([MARKER, "### 🔴 This could not be reviewed", "", f"- **Fails:** {prose(_cut(message))}"])


def _size(lines: Iterable[str]) -> int:
    """Characters as JavaScript counts them, with the line breaks."""
    return sum(len(line.encode("utf-16-le", errors="replace")) // 2 + 2 for line in lines)


def _level(sizes: Sequence[int], room: int) -> int:
    """How long a section may be for all to fit: the longest are shortened first."""
    waiting = len(sizes)
    for size in sorted(sizes):
        if size * waiting > room:
            return room // waiting - _MORE
        room -= size
        waiting -= 1
    return LIMIT


def _sign(review: Review) -> str:
    due = any(reviewed.due and reviewed.due.by_branch for reviewed in review.proposals)
    return "🔴" if review.exit_code else "🟡" if due else "🟢"


def _list_notes(review: Review, command: str) -> Iterator[str]:
    notes = [f"- **Fails:** {prose(_cut(text))}" for text in review.failures]
    notes += [f"- {prose(_cut(text))}" for text in review.notes]
    if notes:
        yield ""
        yield from notes[:_MOST_LINES]
    if len(notes) > _MOST_LINES:
        yield f"- … and {count(len(notes) - _MOST_LINES, 'note')} more: {command}"


def _build(reviewed: Reviewed, review: Review) -> _Section:
    sign = "🔴" if reviewed.exit_code else "🟡" if reviewed.due and reviewed.due.by_branch else "⚪"
    facts = [code(_cut(reviewed.path)), escape(describe_status(reviewed)), escape(_cut(describe_kind(reviewed)))]
    points = [f"- {point}" for point in _list_points(reviewed)]
    title = escape(_cut(reviewed.proposal.title, _NAME))
    head = [f"#### {sign} {title}", "", " · ".join(filter(None, facts)), *([""] if points else []), *points]
    changes = [_render_change(*found, reviewed, review) for found in list_brought(reviewed)]
    many = len(changes) > _MOST_OPEN
    hints = [finding for finding in list_findings(reviewed) if finding.severity is Severity.INFO]
    graver = [finding for finding in list_findings(reviewed) if finding.severity is not Severity.INFO]
    lists = [
        _List(_head_changes(reviewed), "change", changes, count(len(changes), "change") if many else ""),
        _List("Findings that this branch brings in", "finding", list(map(_render_finding, graver))),
        _List("Switched off here by a comment", "finding", list(map(_render_finding, reviewed.silenced))),
        _List("", "hint", list(map(_render_finding, hints)), count(len(hints), "hint")),
    ]
    return _Section(head, [each for each in lists if each.items])


def _head_changes(reviewed: Reviewed) -> str:
    """Since which version they are, and of many of which kinds."""
    many = len(reviewed.brought) > _MOST_OPEN
    kinds = f": {count_kinds(reviewed.brought)}" if many else ""
    return f"Changes since {escape(_cut(describe_baseline(reviewed)))}{kinds}"


def _list_points(reviewed: Reviewed) -> Iterator[str]:
    for text in reviewed.failures:
        yield f"**Fails:** {prose(_cut(text))}"
    for text in list_warnings(reviewed):
        yield f"**Warning:** {prose(_cut(text))}"
    if reviewed.due:
        due, why = describe_due(reviewed)
        yield f"{f'**{due}**' if reviewed.due.by_branch else due} {prose(_cut(why))}"
    if scope := describe_scope(reviewed):
        yield f"Scope: {prose(_cut(scope))}"
    for text in (*describe_pending(reviewed), *reviewed.notes):
        yield prose(_cut(text))


def _render_change(element: str, passage: Passage, reviewed: Reviewed, review: Review) -> str:
    change = passage.change
    if change is None:
        return ""
    place = f"line {change.new_line}" if change.new_line else "taken out"
    about = [
        f"**{escape(_cut(describe_change(change, review.titles), _NAME))}**",
        f"{escape(_cut(review.titles.get(element, element), _NAME))}, {place}",
    ]
    if change.origin:
        author, day = escape(_cut(change.origin.author, _NAME)), change.origin.date.date().isoformat()
        about.append(f"{author}, {day}, {change.origin.commit[:10]}")
    if pending := reviewed.claims.find_amendment(change.fingerprint):
        about.append(f"accepted by {escape(_cut(', '.join(pending.by), _NAME))}, pending")
    return f"- {' · '.join(about)} · {code(change.fingerprint)}<br>{_mark(passage.marked)}"


def _mark(marked: Sequence[Marked]) -> str:
    """The words of a change, those that did not change cut to what is near."""
    parts = []
    for place, run in enumerate(marked):
        text = printable(run.text)
        if run.op == "equal":
            parts.append(keep_blanks(keep_near(text, first=place == 0, last=place == len(marked) - 1)))
        else:
            tag = "del" if run.op == "delete" else "ins"
            parts.append(f"<{tag}>{keep_blanks(_cut(text, _LONGEST))}</{tag}>")
    return "".join(parts).replace("</del><ins>", "</del> <ins>").replace("</ins><del>", "</ins> <del>")


def _render_finding(finding: Finding) -> str:
    help_ = f"<br>{prose(_cut(finding.help))}" if finding.help else ""
    sign = SIGNS[finding.severity.value]
    return f"- {sign}, line {finding.place.line}: {prose(_cut(finding.message))} ({code(finding.rule)}){help_}"


def _list_rest(more: Sequence[Reviewed], quiet: Sequence[Reviewed], command: str) -> Iterator[str]:
    """The proposals without a section."""
    if more:
        yield from ("", f"**{count(len(more), 'proposal')} more that should be looked at:** {command}")
    if quiet:
        yield from ("", "#### 🟢 Nothing to object to", "")
    for reviewed in quiet[:_MOST_LINES]:
        yield f"- {escape(_cut(reviewed.proposal.title, _NAME))}: {escape(_cut(describe_briefly(reviewed)))}"
    if len(quiet) > _MOST_LINES:
        yield f"- … and {count(len(quiet) - _MOST_LINES, 'proposal')} more: {command}"


def _footer(review: Review) -> str:
    base = f"{code(review.base)} at {review.tip[:10]}"
    way = f" {prose(f'{way[0].upper()}{way[1:]}.')}" if (way := describe_way(review)) else ""
    return f"<sub>{review.head[:10]}, judged by what {base} has as approved, accepted and configured.{way}</sub>"


def _cut(text: str, longest: int = 600) -> str:
    """A text that is not too long; what is left out is counted."""
    text = printable(text)
    if len(text) <= longest:
        return text
    return f"{text[:longest].rstrip()} … ({len(text) - longest} characters more)"
