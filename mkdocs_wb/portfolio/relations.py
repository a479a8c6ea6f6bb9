"""How proposals stand to one another, seen from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from ..model import Entry
from ..parse.markdown.links import find_links


class RelationKind(str, Enum):
    """What one proposal is to the other, in the order in which a page tells it."""

    SUPERSEDED_BY = "superseded-by"
    SUPERSEDES = "supersedes"
    DEPENDS_ON = "depends-on"
    NEEDED_BY = "needed-by"
    LINKS_TO = "links-to"
    LINKED_FROM = "linked-from"


@dataclass(frozen=True, slots=True)
class Relation:
    """One end of a relation: what the proposal called `id` is to the one that has it; no `entry` where none is called so."""

    kind: RelationKind
    id: str
    entry: Entry | None = None


# A key of the front matter, what it says, and what it says of the proposal that it names.
_KEYS = (
    ("superseded_by", RelationKind.SUPERSEDED_BY, RelationKind.SUPERSEDES),
    ("supersedes", RelationKind.SUPERSEDES, RelationKind.SUPERSEDED_BY),
    ("depends_on", RelationKind.DEPENDS_ON, RelationKind.NEEDED_BY),
)
_ORDER = list(RelationKind)


def build_relations(entries: Collection[Entry]) -> Mapping[str, tuple[Relation, ...]]:
    """The relations of each proposal that has any, by its path."""
    found: dict[str, dict[tuple[RelationKind, str], Relation]] = defaultdict(dict)
    told = [*_from_front_matter(entries)]
    stronger = {(one.proposal.path, relation.entry.proposal.path) for one, relation in told if relation.entry}
    weaker = (
        (one, relation)
        for one, relation in _from_links(entries)
        if relation.entry and (one.proposal.path, relation.entry.proposal.path) not in stronger
    )
    for one, relation in (*told, *weaker):
        key = (relation.kind, relation.entry.proposal.path if relation.entry else relation.id)
        found[one.proposal.path].setdefault(key, relation)
    return {path: tuple(sorted(rows.values(), key=_place)) for path, rows in found.items()}


def _from_front_matter(entries: Collection[Entry]) -> Iterator[tuple[Entry, Relation]]:
    by_id: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_id[entry.proposal.id].append(entry)
    for entry in entries:
        for key, kind, reverse in _KEYS:
            for name in entry.proposal.front_matter.texts(key):
                for other in by_id.get(name, ()):
                    if other is not entry:
                        yield from _both_ends(entry, kind, other, reverse)
                if name not in by_id:
                    yield entry, Relation(kind, name)


def _from_links(entries: Collection[Entry]) -> Iterator[tuple[Entry, Relation]]:
    by_path = {entry.proposal.path: entry for entry in entries}
    for entry in entries:
        text = "\n".join(block.source for block in entry.proposal.blocks if block.kind != "code")
        for path in find_links(entry.proposal.path, text):
            other = by_path.get(path)
            if other is not None and other is not entry:
                yield from _both_ends(entry, RelationKind.LINKS_TO, other, RelationKind.LINKED_FROM)


def _both_ends(
    one: Entry, kind: RelationKind, other: Entry, reverse: RelationKind
) -> tuple[tuple[Entry, Relation], tuple[Entry, Relation]]:
    return (one, Relation(kind, other.proposal.id, other)), (other, Relation(reverse, one.proposal.id, one))


def _place(relation: Relation) -> tuple[int, str]:
    title = relation.entry.proposal.title if relation.entry else relation.id
    return _ORDER.index(relation.kind), title.casefold()
