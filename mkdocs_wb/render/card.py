"""The card below a proposal's title: how far it has come, and its facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Entry, FrontMatter
from ..parse.markdown.links import find_images
from ..parse.matter.approvals import read_approvals
from ..parse.measure import measure_length
from ..portfolio.relations import RelationKind
from .site import Href, Site
from .views import make_status_badge, name_customers

_RELATIONS = {
    RelationKind.SUPERSEDED_BY: "Superseded by",
    RelationKind.SUPERSEDES: "Supersedes",
    RelationKind.DEPENDS_ON: "Depends on",
    RelationKind.NEEDED_BY: "Needed by",
    RelationKind.LINKS_TO: "Refers to",
    RelationKind.LINKED_FROM: "Referred to by",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A text of the card, where it leads (empty: nowhere), and what is said of it in small print."""

    text: str
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the card: `aside` in small print, `printed` also on paper."""

    term: str
    values: tuple[Value, ...]
    aside: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence; each of its texts may be empty."""

    kind: str
    source: str
    finding: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its address from the page that is drawn, and its alternative text."""

    source: str
    text: str


def list_facts(entry: Entry, site: Site, href: Href) -> Iterator[Fact]:
    """Who, for whom, why, when; the approval; and the other proposals that matter to this one."""
    front_matter = entry.proposal.front_matter
    plain = {
        "Owner": front_matter.texts("owner"),
        "Customer": name_customers(front_matter.texts("customer")),
        "Target launch": front_matter.texts("target_launch"),
    }
    asides = {"Created": front_matter.texts("created"), "Tags": front_matter.texts("tags")}
    yield from _told(plain)
    yield from _approved(entry, site)
    yield from _goals(front_matter, site, href)
    yield from _related(entry, site, href)
    yield from _length(entry)
    yield from _evidence(entry)
    yield from _told(asides, aside=True)


def _told(given: Mapping[str, tuple[str, ...]], *, aside: bool = False) -> Iterator[Fact]:
    """What the front matter says in so many words."""
    for term, texts in given.items():
        if texts:
            yield Fact(term, tuple(map(Value, texts)), aside, printed=not aside)


def _approved(entry: Entry, site: Site) -> Iterator[Fact]:
    approvals = read_approvals(entry.proposal.front_matter)
    baseline = entry.scope.baseline
    link = site.forge.commit_url + baseline.revision if site.forge.commit_url and baseline.revision else ""
    if approvals:
        last = approvals[-1]
        notes = [f"version {last.version}"] if len(approvals) > 1 else []
        note = ", ".join([*notes, *(["by none of the approvers"] if baseline.unsigned else [])])
        values = (Value(last.date or "on an unknown day", link, note), *map(Value, last.by))
        yield Fact("Approved", values, printed=True)
    elif baseline.source == "inferred" and baseline.date:
        yield Fact("Approved", (Value(baseline.date, link, "inferred"),), printed=True)


def _length(entry: Entry) -> Iterator[Fact]:
    length = measure_length(entry.proposal.named("press_release"))
    if length.words:
        pages = f"{max(length.pages, 0.1):.1f}"
        yield Fact(
            "Press release",
            (Value(f"{pages} page{'' if pages == '1.0' else 's'}"), Value(f"{length.minutes} min")),
            aside=True,
        )


def _evidence(entry: Entry) -> Iterator[Fact]:
    kinds = [piece.kind for piece in read_evidence(entry.proposal.front_matter)]
    if kinds:
        counted = [(kind or "other", kinds.count(kind)) for kind in dict.fromkeys(kinds)]
        values = (Value(kind, "#wb-evidence", f"\u00d7\u202f{count}" if count > 1 else "") for kind, count in counted)
        yield Fact("Evidence", tuple(values), aside=True)


def _goals(front_matter: FrontMatter, site: Site, href: Href) -> Iterator[Fact]:
    known = site.strategy.goals if site.strategy else {}
    values = (
        Value(known[name].title, site.find_group("goals", name, href)) if name in known else Value(name)
        for name in front_matter.texts("goals")
    )
    if listed := tuple(values):
        yield Fact("Goals", listed)


def _related(entry: Entry, site: Site, href: Href) -> Iterator[Fact]:
    relations = site.portfolio.relations.get(entry.proposal.path, ())
    for kind, group in groupby(relations, key=lambda relation: relation.kind):
        values = (
            Value(other.entry.proposal.title, href(other.entry.proposal.path), make_status_badge(other.entry).label)
            if other.entry
            else Value(other.id)
            for other in group
        )
        yield Fact(_RELATIONS[kind], tuple(values))


def read_evidence(front_matter: FrontMatter) -> tuple[Evidence, ...]:
    """The pieces of evidence that say anything."""
    listed = front_matter.get("evidence")
    given = [FrontMatter(item) for item in (listed if isinstance(listed, list) else []) if isinstance(item, dict)]
    pieces = (Evidence(item.text("kind"), item.text("source"), item.text("finding")) for item in given)
    return tuple(piece for piece in pieces if piece.source or piece.finding)


def find_pictures(entry: Entry, href: Href) -> Sequence[Picture]:
    """The pictures of the customer's experience that the site has."""
    sources = (block.source for element in entry.proposal.named("customer_experience") for block in element.content)
    shown = find_images(entry.proposal.path, "\n\n".join(sources))
    pictures = (Picture(href(path), text) for path, text in shown)
    return tuple(dict.fromkeys(picture for picture in pictures if picture.source))
