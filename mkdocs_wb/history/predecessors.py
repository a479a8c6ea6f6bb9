"""Proposals whose place another file took: git knows a file again that was renamed, but not if it was written anew as well."""

from __future__ import annotations

from functools import cached_property

from ..model import Revision, make_id
from ..parse.matter.front_matter import parse_front_matter
from ..parse.source import parse_source
from .git import Repository
from .log import follow, read_main_line_of, read_removals


class Predecessors:
    """The Markdown files that the main line no longer has, by the ids that they had in the end."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._places: dict[str, list[tuple[str, str]]] = {}
        places = [(commit.id, old) for commit in read_removals(repository) for _, old, _, _ in commit.files]
        found = repository.objects([f"{commit}^1:{path}" for commit, path in places])
        for (commit, path), item in zip(places, found, strict=True):
            if item is not None:
                front_matter = parse_front_matter(parse_source(item.data)[0])[0]
                self._places.setdefault(make_id(front_matter, path), []).append((commit, path))

    def find(self, born: Revision, name: str) -> tuple[Revision, ...]:
        """The revisions of the last file that had an id and was gone when another one came, newest first.

        Args:
            born: the first revision of that other one, on the main line.
            name: the id.
        """
        places = self._places.get(name, [])
        gone = next((place for place in places if self._order[place[0]] >= self._order[born.commit]), None)
        if gone is None:
            return ()
        commit, path = gone
        before = Repository(self._repository.root, f"{commit}^1")
        return follow(read_main_line_of(before, [path]), [path])[path]

    @cached_property
    def _order(self) -> dict[str, int]:
        """The commits of the main line, numbered from the newest."""
        listed = self._repository.run("rev-list", "--first-parent", self._repository.head)
        return {commit: number for number, commit in enumerate("".join(listed).split())}
