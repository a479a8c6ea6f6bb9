"""How two versions of a document differ, and what became of it since it was approved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from .revision import Baseline, Revision


class Direction(str, Enum):
    """What a change does to the promise."""

    WIDENS = "widens"
    NARROWS = "narrows"
    ALTERS = "alters"
    NONE = "none"


class Verdict(str, Enum):
    """What all changes together do to the promise."""

    UNCHANGED = "unchanged"
    EDITORIAL = "editorial"
    NARROWED = "narrowed"
    CREEP = "creep"
    UNKNOWN = "unknown"
    NOT_APPROVED = "not-approved"


@dataclass(frozen=True, slots=True)
class Marked:
    """A run of text in a tracked change: kept, taken out or put in."""

    op: Literal["equal", "delete", "insert"]
    text: str


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """One difference between the approved version and this one.

    `origin` is the revision that brought it in; None where that is not known. `uncommitted` says that no commit has it.
    `image` is the path of the image file that changed, from the repository's root, or its address elsewhere. `left` is the element in which it stood
    before, where that is another one.
    """

    kind: str
    direction: Direction
    element: str
    old: str | None
    new: str | None
    old_line: int | None
    new_line: int | None
    fingerprint: str
    acknowledged: bool = False
    origin: Revision | None = None
    uncommitted: bool = False
    image: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an element as tracked changes show it; `change` is None where nothing changed.

    `apart` says that it is an item, a row, a heading or a question: it does not flow on from what stands before it.
    `leads` says that it is a heading or a question, of which what follows is told, `code` that its lines and blanks count.
    """

    marked: tuple[Marked, ...]
    change: ScopeChange | None = None
    apart: bool = False
    leads: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The comparison of a proposal with its baseline.

    `growth` is the share of words added to the approved ones (0.1 = a tenth); None where nothing was compared.
    `open_growth` is the part of it that nobody has acknowledged. `kept` is the share of the approved words whose sentence
    still stands: neither removed nor changed, though it may be reworded or moved; None where nothing was compared.
    `passages` are keyed by element, in the order of the document, for the elements that changed.
    """

    verdict: Verdict
    baseline: Baseline
    changes: tuple[ScopeChange, ...] = ()
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
    growth: float | None = None
    open_growth: float = 0.0
    kept: float | None = None

    @property
    def kept_percent(self) -> int | None:
        """`kept` in whole percent, rounded down: nothing that is lost is rounded away."""
        return None if self.kept is None else round(self.kept * 10_000) // 100


@dataclass(frozen=True, slots=True)
class Stand:
    """How long a proposal was at a revision, in words; `kept` are those in sentences as they were approved.

    `revision` is None for the approved version itself, and for what no commit has yet.
    """

    revision: Revision | None
    words: int
    kept: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A version against the one before it: the paragraphs that differ, with their words marked.

    `revision` is None for what no commit has yet. `verdict` and `growth` say how the version stood to the one that was
    approved by then; None where there was none, or it is not on the main line.
    """

    revision: Revision | None
    paragraphs: tuple[tuple[Marked, ...], ...]
    verdict: Verdict | None = None
    growth: float | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What became of a proposal: each approved version against the present one, and each version against the one before.

    Both are newest first. `older` is how many revisions before these are not told.
    """

    approvals: tuple[Scope, ...]
    edits: tuple[Edit, ...]
    older: int = 0
