"""What the scope section and the history page are given: comparisons, worked out as far as a template should not have to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from shlex import quote
from typing import Literal

from ..model import (
    FRONT_MATTER,
    OTHER,
    Amendment,
    Direction,
    DocumentType,
    Entry,
    Passage,
    Scope,
    ScopeChange,
    Stand,
    Verdict,
)
from ..parse.matter.approvals import read_standing

_SUMMARIES = {
    Verdict.UNCHANGED: "Nothing has changed since.",
    Verdict.EDITORIAL: "Since then only the wording has changed, not the promise.",
    Verdict.NARROWED: "Since then the promise has become smaller.",
    Verdict.CREEP: "Since then the promise has grown or changed.",
    Verdict.UNKNOWN: "What has changed since cannot be told.",
    Verdict.NOT_APPROVED: "",
}
_SOURCES = {
    "digest": "found by its digest",
    "revision": "named by the approval",
    "snapshot": "kept as a snapshot",
    "inferred": "inferred: the first revision of the present run of approved statuses; no approval is recorded",
    "file": "a file",
}
_DIRECTIONS = {
    Direction.WIDENS: ("widens it", "widen it"),
    Direction.ALTERS: ("alters it", "alter it"),
    Direction.NARROWS: ("narrows it", "narrow it"),
    Direction.NONE: ("only rewords or moves", "only reword or move"),
}
_HEIGHT = 100.0


@dataclass(frozen=True, slots=True)
class Run:
    """Passages that stand together.

    `changed` are those of one kind that one commit brought in, with whom they share the margin; `leading` is the heading or the
    question that the next ones are told of; `unchanged` are folded.
    """

    kind: Literal["changed", "leading", "unchanged"]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element that changed, and how many changes it has."""

    title: str
    runs: tuple[Run, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class Size:
    """A bar of the chart, in units of its height from the top: what is new or changed, and below it what was kept."""

    stand: Stand
    label: str
    top: float
    split: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of a proposal since it was approved; `approved` is where the approved size stands, from the top."""

    bars: tuple[Size, ...]
    approved: float

    @property
    def summary(self) -> str:
        """What the chart shows, in a sentence."""
        first, last = self.bars[0].stand, self.bars[-1].stand
        return (
            f"{first.words} words were approved. There are {last.words} now: {last.kept} in sentences as they were "
            f"approved, {last.words - last.kept} in sentences that are new or changed."
        )


@dataclass(frozen=True, slots=True)
class ScopeView:
    """A comparison as a page shows it.

    `counts` say how many changes do what to the promise. `accepted` leads from a fingerprint to who accepted the change.
    `unchanged` are the titles of the elements in which nothing changed, `left` those of the elements that something left,
    by their names. `newest` are the changes that came last. `id` is the proposal's, as a shell takes it, where the changes are
    those that `wb acknowledge` takes.
    """

    scope: Scope
    summary: str
    source: str
    counts: tuple[str, ...]
    elements: tuple[ElementView, ...]
    unchanged: tuple[str, ...]
    left: dict[str, str]
    accepted: dict[str, Amendment]
    newest: tuple[ScopeChange, ...]
    chart: Sizes | None
    id: str


def view_scope(entry: Entry, document_type: DocumentType, scope: Scope | None = None) -> ScopeView:
    """A proposal's scope, or another comparison of it with an approved version, as a page shows it."""
    shown = entry.scope if scope is None else scope
    return ScopeView(
        scope=shown,
        summary=_SUMMARIES[shown.verdict],
        source=_SOURCES.get(shown.baseline.source or "", ""),
        counts=tuple(_count_directions(shown)),
        elements=tuple(
            ElementView(name_element(name, document_type), tuple(_divide(passages)), _count(passages))
            for name, passages in shown.passages.items()
        ),
        unchanged=tuple(_list_unchanged(entry, shown, document_type)),
        left={change.left: name_element(change.left, document_type) for change in shown.changes if change.left},
        accepted={amendment.fingerprint: amendment for amendment in read_standing(entry.proposal.front_matter)},
        newest=_find_newest(shown.changes),
        chart=_draw(entry.trail) if scope is None and len(entry.trail) > 1 else None,
        id=quote(entry.proposal.id) if shown is entry.scope else "",
    )


def name_element(name: str, document_type: DocumentType) -> str:
    """An element as a heading names it."""
    if name in document_type.elements:
        return document_type.elements[name].title
    return {FRONT_MATTER: "Front matter", OTHER: "Elsewhere in the document"}.get(name, name)


def _count_directions(scope: Scope) -> Iterator[str]:
    for direction, words in _DIRECTIONS.items():
        number = sum(change.direction is direction for change in scope.changes)
        if number:
            yield f"{number} change{'s' if number > 1 else ''} {words[number > 1]}"


def _divide(passages: Sequence[Passage]) -> Iterator[Run]:
    """Passages in runs: what did not change can be folded away, and what came in one go is told of once."""
    runs = [(key, tuple(run)) for key, run in groupby(passages, key=_find_margin)]
    for place, (key, run) in enumerate(runs):
        if key is not None:
            yield Run("changed", run)
            continue
        leads = [at for at, passage in enumerate(run) if passage.leads] if place + 1 < len(runs) else []
        at = leads[-1] if leads else len(run)
        parts: tuple[Run, ...] = (
            Run("unchanged", run[:at]),
            Run("leading", run[at : at + 1]),
            Run("unchanged", run[at + 1 :]),
        )
        yield from (part for part in parts if part.passages)


def _find_margin(passage: Passage) -> tuple[str | bool, ...] | None:
    """What the margin says of a change; None for what did not change. One that was accepted has an answer of its own."""
    change = passage.change
    if change is None:
        return None
    commit = change.origin.commit if change.origin else ""
    return change.kind, change.left, commit, change.uncommitted, change.acknowledged


def _count(passages: Sequence[Passage]) -> int:
    return sum(passage.change is not None for passage in passages)


def _find_newest(changes: Sequence[ScopeChange]) -> tuple[ScopeChange, ...]:
    """The changes to the promise that came last, of one commit or none yet; if there are none, those of the wording."""
    told = [change for change in changes if change.direction is not Direction.NONE] or changes
    if waiting := tuple(change for change in told if change.uncommitted):
        return waiting
    origins = [change.origin for change in told if change.origin]
    newest = max(origins, key=lambda origin: origin.date, default=None)
    return tuple(change for change in told if newest and change.origin and change.origin.commit == newest.commit)


def _list_unchanged(entry: Entry, scope: Scope, document_type: DocumentType) -> Iterator[str]:
    present = {element.name for element in entry.proposal.elements}
    for name, kind in document_type.elements.items():
        holds = any(other.parent == name for other in document_type.elements.values())
        if scope.passages and name in present and name not in scope.passages and kind.scope and not holds:
            yield kind.title


def _draw(trail: Sequence[Stand]) -> Sizes:
    most = max(stand.words for stand in trail) or 1

    def place(words: int) -> float:
        return round(_HEIGHT * (1 - words / most), 1)

    bars = tuple(Size(stand, _label(stand, n), place(stand.words), place(stand.kept)) for n, stand in enumerate(trail))
    return Sizes(bars, place(trail[0].words))


def _label(stand: Stand, number: int) -> str:
    if stand.revision is not None:
        return stand.revision.date.date().isoformat()
    return "not committed yet" if number else "approved"
