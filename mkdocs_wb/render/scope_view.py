"""What the scope section and the history page are given: comparisons, worked out as far as a template should not have to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from shlex import quote

from ..model import FRONT_MATTER, OTHER, Amendment, Direction, DocumentType, Entry, Passage, Scope, Stand, Verdict
from ..parse.approvals import read_standing

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
    """Passages that stand together: changed ones, or unchanged ones that are folded."""

    changed: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element that changed."""

    title: str
    runs: tuple[Run, ...]


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
    by their names. `id` is the proposal's, as a shell takes it, where the changes are those that `wb acknowledge` takes.
    """

    scope: Scope
    summary: str
    source: str
    counts: tuple[str, ...]
    elements: tuple[ElementView, ...]
    unchanged: tuple[str, ...]
    left: dict[str, str]
    accepted: dict[str, Amendment]
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
            ElementView(name_element(name, document_type), tuple(_fold(passages)))
            for name, passages in shown.passages.items()
        ),
        unchanged=tuple(_list_unchanged(entry, shown, document_type)),
        left={change.left: name_element(change.left, document_type) for change in shown.changes if change.left},
        accepted={amendment.fingerprint: amendment for amendment in read_standing(entry.proposal.front_matter)},
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


def _fold(passages: Sequence[Passage]) -> Iterator[Run]:
    """Passages in runs, so that what did not change can be folded away."""
    for changed, run in groupby(passages, key=lambda passage: passage.change is not None):
        yield Run(changed, tuple(run))


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
