"""What a document says, as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

FRONT_MATTER = "front_matter"


OTHER = "other"
RELATIONS = ("depends_on", "supersedes", "superseded_by")  # keys that name other proposals


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


class Problem(NamedTuple):
    """Something the reader could not read as it was meant; the rule of that name reports it.

    One that stands for several has them in `parts`, and one about a limit has in `excess` by how much it is missed, so
    that once it is mended in part it is not taken for another.
    """

    rule: str
    place: Place
    message: str
    help: str
    parts: tuple[str, ...] = ()
    excess: int = 0


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


class ElementType(NamedTuple):
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


class Block(NamedTuple):
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


class Question(NamedTuple):
    """One question of the FAQ: its words, its lines with its answer, the answer's blocks, and who asks."""

    text: str
    start: int
    end: int
    element: str
    answer: tuple[Block, ...]
    audience: Audience | None = None


class Element(NamedTuple):
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


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """A file as it was read: its front matter, its body in blocks, and what in it is which element.

    It is equal to itself alone, so that what derives from it can be remembered.
    """

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
        return self.front_matter.text("title") or self._find_heading() or self.id

    def _find_heading(self) -> str:
        headline = next((element.title for element in self.elements if element.name == "headline"), "")
        if headline:
            return headline
        sections = {element.start for element in self.elements if element.found_by == "heading"}
        top = (block for block in self.blocks if block.kind == "heading" and block.level == 1)
        return next((block.text for block in top if block.start not in sections), "")


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
