"""Proposals by what they name: an owner, a customer, a goal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Entry

_FEWEST = 2
_SHARE = 100


@dataclass(frozen=True, slots=True)
class Group:
    """The proposals that name one owner, customer or goal; `name` as most of them write it."""

    name: str
    entries: tuple[Entry, ...]


def fold_name(text: str) -> str:
    """The form in which names are compared: `Herd Team` and `herd  team` are one."""
    return " ".join(text.split()).casefold()


def build_groups(entries: Iterable[Entry], key: str) -> Mapping[str, Group]:
    """The proposals by each value of a key of the front matter, under its folded name; the largest group first."""
    written: dict[str, list[str]] = {}
    named: dict[str, list[Entry]] = {}
    for entry in entries:
        names = {fold_name(name): " ".join(name.split()) for name in entry.proposal.front_matter.texts(key)}
        for folded, name in names.items():
            written.setdefault(folded, []).append(name)
            named.setdefault(folded, []).append(entry)
    ordered = sorted(named, key=lambda folded: (-len(named[folded]), folded))
    return {folded: Group(_most_frequent(written[folded]), tuple(named[folded])) for folded in ordered}


def has_something_to_say(group: Group, total: int) -> bool:
    """Whether a group earns a page: two proposals at least, and a hundredth of all, so that no site has hundreds."""
    return len(group.entries) >= max(_FEWEST, total / _SHARE)


def _most_frequent(names: list[str]) -> str:
    return max(dict.fromkeys(names), key=names.count)
