"""The nouns: what a proposal is once it has been read, and what is known and said about it.

Plain frozen data. Nothing here reads, decides or draws. Lines and columns are 1-based; ranges of lines are inclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, Literal, NamedTuple

from .lifecycle import Status

FRONT_MATTER = "front_matter"
OTHER = "other"


class Place(NamedTuple):
    """A position in a file."""

    line: int
    column: int = 1


class Scalar(str):
    """A YAML scalar as its author wrote it, with the kind that YAML would have made of it.

    It is text (`0123` stays `0123`); `native` is the value for whoever means a number or a boolean.
    """

    __slots__ = ("native",)
    native: object

    def __new__(cls, text: str, native: object) -> Scalar:  # noqa: D102
        self = super().__new__(cls, text)
        self.native = native
        return self


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the reader could not read as it was meant; the rule of that name reports it.

    One that stands for several has them in `parts`, so that with one of them mended it is not taken for another.
    """

    rule: str
    place: Place
    message: str
    help: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML block at the head of a file.

    `values` has `Scalar` leaves. `places` gives, for a path such as `("approvals", 0, "digest")`, where its value
    stands, and `keys` where its key stands. `end` is the last line of the block, 0 where there is none.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict)
    keys: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict)
    end: int = 0

    def get(self, key: str) -> Any:
        """The value of a top-level key; None where it is absent or empty (`owner:`)."""
        value = self.values.get(key)
        return None if isinstance(value, Scalar) and value.native is None else value

    def text(self, key: str) -> str:
        """A value that is meant as one text; empty where it is absent or something else."""
        value = self.get(key)
        return value.strip() if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A value that may be one text or a list of them, as a tuple; what is neither is left out."""
        value = self.get(key)
        items = value if isinstance(value, list) else [value]
        return tuple(item.strip() for item in items if isinstance(item, str) and item.strip())

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands; else its nearest parent, else the first line."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[:-1]
        return Place(1)


Audience = Literal["external", "internal"]


@dataclass(frozen=True, slots=True)
class ElementType:
    """What a document type says of one element.

    `aliases` are the headings and labels it goes by, `names` those of them that name it in the midst of a heading,
    `askers` who asks the questions in it. `parent` is the element it stands in, `faq` whether it holds questions,
    `scope` whether a change of it is a change of scope, `guidance` what a writer should put there.
    """

    name: str
    title: str
    aliases: tuple[str, ...] = ()
    guidance: str = ""
    parent: str = ""
    audience: Audience | None = None
    faq: bool = False
    scope: bool = True
    names: tuple[str, ...] = ()
    askers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DocumentType:
    """A kind of document, equal to itself alone, so that what derives from it can be remembered.

    `elements` stand in the order in which a writer meets them; `aliases` leads from a folded heading or label to the
    name of its element; `schema` is what the projection of a complete document meets, `source` where it stands.
    """

    name: str
    title: str
    elements: Mapping[str, ElementType]
    aliases: Mapping[str, str]
    schema: Mapping[str, Any]
    source: str = ""


BlockKind = Literal["heading", "paragraph", "item", "row", "quote", "code", "html", "rule"]


@dataclass(frozen=True, slots=True)
class Block:
    """One leaf block of the body: a heading, a paragraph, a list item, a table row, code, HTML, a rule.

    `source` is its inline Markdown, `text` the same without markup; both keep the line breaks of the file, so that a
    place in them is a place in the file. `level` is a heading's level or a list item's depth.
    """

    kind: BlockKind
    start: int
    end: int
    source: str
    text: str
    level: int = 0


FoundBy = Literal["heading", "label", "pattern", "position"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the FAQ: its words, its lines with its answer, the answer's blocks, and who asks."""

    text: str
    start: int
    end: int
    element: str
    answer: tuple[Block, ...]
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One place at which an element of the document type stands.

    `blocks` are those that belong to this element and to none inside it, without its heading; `content` are all that
    stand in it.
    """

    name: str
    start: int
    end: int
    found_by: FoundBy
    title: str
    blocks: tuple[Block, ...]
    content: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file as it was read: its front matter, its body in blocks, and what in it is which element."""

    path: str
    text: str
    front_matter: FrontMatter
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    questions: tuple[Question, ...]
    type: str
    digest: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_unreadable(self) -> bool:
        """Whether the front matter, and with it the status, is hidden behind a fault."""
        return any(problem.rule in ("front-matter-syntax", "source-readable") for problem in self.problems)

    def named(self, name: str) -> tuple[Element, ...]:
        """Every place of the element called `name`, in the order of the file."""
        return tuple(element for element in self.elements if element.name == name)

    @property
    def id(self) -> str:
        """What other proposals and commands call it."""
        return make_id(self.front_matter, self.path)

    @property
    def title(self) -> str:
        """The `title` of the front matter, else the headline, else the first heading of the first level, else the id."""
        headline = next((element.title for element in self.named("headline")), "")
        sections = {element.start for element in self.elements if element.found_by == "heading"}
        top = (block for block in self.blocks if block.kind == "heading" and block.level == 1)
        heading = next((block.text for block in top if block.start not in sections), "")
        return self.front_matter.text("title") or headline or heading or self.id


def make_id(front_matter: FrontMatter, path: str) -> str:
    """The `id` of the front matter, else the file's stem, or the folder's name for an index page."""
    given = front_matter.text("id")
    if given:
        return given
    parts = path.split("/")
    return parts[-2] if is_index(path) and len(parts) > 1 else parts[-1].rsplit(".", 1)[0]


def is_index(path: str) -> bool:
    """Whether a file stands for the folder that it is in."""
    return path.rpartition("/")[2].rsplit(".", 1)[0].casefold() in ("index", "readme")


class Severity(str, Enum):
    """How much a finding matters; `off` is a rule that is not asked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def weight(self) -> int:
        """Higher is worse; `off` is 0."""
        return {"error": 3, "warning": 2, "info": 1, "off": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a proposal that its author should know."""

    path: str
    place: Place
    severity: Severity
    rule: str
    message: str
    help: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that changed one file, and the name and the blob the file had there."""

    commit: str
    path: str
    blob: str
    author: str
    date: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Version:
    """A revision with the text, in LF line breaks, that the file had there."""

    revision: Revision
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A revision as part of a proposal's life: the status it had there; None for what is none."""

    revision: Revision
    status: Status | None


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry of the front matter's `approvals`."""

    version: str
    date: str
    by: tuple[str, ...]
    digest: str
    revision: str
    snapshot: str
    index: int


@dataclass(frozen=True, slots=True)
class Amendment:
    """One entry of the front matter's `amendments`: a change that somebody accepted."""

    fingerprint: str
    date: str
    by: tuple[str, ...]
    reason: str


class ImageFile(NamedTuple):
    """A file that an image leads to: its path from the repository's root, and the SHA-256 of its content.

    The digest is empty where there is no such file.
    """

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Images:
    """The image files of a version that is compared and of the one that it is compared with, by their targets as written.

    An image whose file is not known, because it is on another host, say, is in neither.
    """

    old: Mapping[str, ImageFile] = field(default_factory=dict)
    new: Mapping[str, ImageFile] = field(default_factory=dict)


BaselineSource = Literal["digest", "revision", "snapshot", "inferred", "file"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The version that a proposal is compared with, where it came from, and why it is not known if it is not.

    `source` is None for a proposal that was never approved. `problem` is set, and `text` is None, where there should
    be a version and it could not be had; `help` then says what mends it. `digest` is the text's, where it was computed.
    `images` are the files that both versions show.
    """

    source: BaselineSource | None
    text: str | None = None
    digest: str = ""
    revision: str = ""
    path: str = ""
    date: str = ""
    by: tuple[str, ...] = ()
    version: str = ""
    problem: str = ""
    help: str = ""
    images: Images = field(default_factory=Images)


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
    `image` is the path of the image file that changed, from the repository's root.
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


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an element as tracked changes show it; `change` is None where nothing changed."""

    marked: tuple[Marked, ...]
    change: ScopeChange | None = None


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


@dataclass(frozen=True, slots=True)
class Entry:
    """A proposal with everything that is known about it: a row of the portfolio.

    `silenced` are the findings that comments in the document switch off.
    `revisions` and `steps` are newest first; `steps` are the revisions at which the status changed, and the first one.
    `trail` are its stands since its approved version, which is the first; none where nothing changed.
    `past` is worked out when it is asked for; None for a proposal that was never approved.
    """

    proposal: Proposal
    status: Status | None
    scope: Scope
    revisions: tuple[Revision, ...] = ()
    findings: tuple[Finding, ...] = ()
    silenced: tuple[Finding, ...] = ()
    steps: tuple[Step, ...] = ()
    trail: tuple[Stand, ...] = ()
    past: Callable[[], Past] | None = None
