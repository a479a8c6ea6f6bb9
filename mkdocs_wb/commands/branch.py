"""What a branch changes: the proposals of its head beside those of its base, read from git."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from ..checkout import read_checkout
from ..errors import WbError
from ..history.base import Base, find_base
from ..history.changes import FileChange, read_changes
from ..history.git import Repository, Trouble, find_gap, find_repository
from ..parse.markdown.links import find_image_places
from ..parse.matter.approvals import read_approvals
from ..parse.source import parse_source
from ..pipeline import Pipeline, open_pipeline
from ..report.checked import count
from ..sources import Source
from .trust import Setup, find_setup, name_some

_OTHER = "is another repository, and what changed in it was not reviewed"


class Pair(NamedTuple):
    """A proposal where the branch began, in the base as it is now, and in the branch; None where there is none.

    `left_to` is the path that the branch moved it to, where it is no proposal any more.
    """

    old: Source | None
    base: Source | None
    new: Source | None
    left_to: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch and its base, with the proposals by their paths from the repository's root.

    `tip` are those of the base as it is now, `fork` those where the branch began, `head` those of the branch, `moved`
    leads from a path at the fork to the one at the tip. `pipeline` judges as the base would; `gap` says why a part of
    the history may be missing. `lost` are the paths of those in `head` that the branch's configuration no longer has as
    proposals. `notes` and `failures` are about the whole.
    """

    repository: Repository
    base: Base
    gap: Trouble | None
    pipeline: Pipeline
    tip: Mapping[str, Source]
    fork: Mapping[str, Source]
    head: Mapping[str, Source]
    changes: Sequence[FileChange]
    moved: Mapping[str, str]
    lost: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()

    def name(self, source: Source) -> str:
        """The path of a proposal from the repository's root."""
        return source.file.relative_to(self.repository.root.resolve()).as_posix()

    def pairs(self) -> Iterator[Pair]:
        """The proposals that the branch adds, changes, renames or takes out: known again by git, else by their id."""
        added: list[Source] = []
        gone: list[tuple[Source, str]] = []
        for change in self.changes:
            old, new = self.fork.get(change.old or ""), self.head.get(change.new or "")
            if old and new:
                yield Pair(old, self._in_base(old), new)
            elif new:
                added.append(new)
            elif old:
                gone.append((old, change.new or ""))
        touched = {change.new for change in self.changes}  # the others are proposals now by the branch's configuration
        added += [self.head[name] for name in sorted(self.head.keys() - self.fork.keys() - touched)]
        named = [(self.pipeline.read(source).id, source) for source in added]
        for old, left_to in gone:
            id_ = self.pipeline.read(old).id
            found = next((pair for pair in named if pair[0] == id_), None)
            if found:
                named.remove(found)
            yield Pair(old, self._in_base(old), found[1] if found else None, left_to)
        known = self.pipeline.glance(self.tip.values())
        paths = {source.path: source for source in self.tip.values()}
        yield from (Pair(self.fork[name], self._in_base(self.fork[name]), self.head[name]) for name in self._reached())
        for id_, source in named:
            same = paths[known[id_][0].path] if id_ in known else None
            yield Pair(None, self.tip.get(self.name(source)) or same, source)

    def _reached(self) -> list[str]:
        """The proposals that the branch leaves alone, and reaches by its configuration, an image or a snapshot."""
        touched = {path for change in self.changes for path in (change.old, change.new) if path}
        lost = self.lost & self.fork.keys() - touched
        return sorted({*self._redrawn(touched), *self._replaced(touched), *lost})

    def _replaced(self, touched: Collection[str]) -> Iterator[str]:
        for name in self.head.keys() & self.fork.keys() - touched:
            base = self._in_base(self.fork[name])
            if base and b"snapshot" in base.data:
                approvals = read_approvals(self.pipeline.read(base).front_matter)
                if approvals and approvals[-1].snapshot in touched:
                    yield name

    def _redrawn(self, touched: Set[str]) -> list[str]:
        changed = touched - self.head.keys() - self.fork.keys()
        same = [(name, source) for name, source in self.head.items() if changed and name not in touched]
        shown = ((name, find_image_places([name], parse_source(source.data)[0])) for name, source in same)
        return [name for name, places in shown if not changed.isdisjoint(chain(*places.values()))]

    def _in_base(self, old: Source) -> Source | None:
        path = self.name(old)
        return self.tip.get(self.moved.get(path, path))


def read_branch(revision: str, config_file: Path | None, start: Path) -> Branch:
    """Read what the checked-out commit changes since it left a base.

    Args:
        revision: the base.
        config_file: named by the user; None looks for one.
        start: the folder to look from.

    Raises:
        WbError: git, the base or the base's configuration cannot be read; says what mends it.
    """
    named = (start / config_file).parent if config_file else start
    repository = find_repository(named if named.is_dir() else start, whole=False)
    gap = repository if isinstance(repository, Trouble) else find_gap(repository)
    if isinstance(repository, Trouble) or (gap and not repository.is_shallow):
        message = f"{gap.message}; {gap.help}" if gap else ""
        raise WbError(message)
    base = find_base(repository, revision)
    known: dict[str, bytes] = {}
    head, tip = (read_checkout(repository, commit, known) for commit in (repository.head, base.tip))
    fork = tip if base.fork == base.tip else read_checkout(repository, base.fork, known)
    file = start / config_file if config_file else None
    setup = find_setup(base.name, (tip, fork, head), file, start)
    since = [] if fork is tip else read_changes(repository, base.fork, base.tip)
    branch = Branch(
        repository=repository,
        base=base,
        gap=gap,
        pipeline=_read_pipeline(base, setup),
        tip=tip.find_sources(setup.before),
        fork=fork.find_sources(setup.before),
        head=head.find_sources(setup.all),
        changes=read_changes(repository, base.fork, repository.head),
        moved={change.old: change.new for change in since if change.old and change.new},
        lost=setup.lost,
        failures=setup.failures,
    )
    hidden = sorted({change.new or change.old or "" for change in branch.changes if change.is_submodule})
    grave = [path for path in hidden if any(side.may_hold(path, one) for side in (fork, head) for one in setup.all)]
    unread = tuple(f"{path}: {_OTHER}; review it there" for path in grave)
    notes = (f"{path}: {_OTHER}" for path in hidden if path not in grave)
    return replace(
        branch, failures=(*setup.failures, *unread), notes=(*setup.notes, *notes, *_tell_rest(branch, setup))
    )


def _read_pipeline(base: Base, setup: Setup) -> Pipeline:
    try:
        return open_pipeline(setup.trusted, setup.checkout.read)
    except WbError as error:
        where = base.name if setup.checkout.commit == base.tip else "this branch"
        message = f"at {where}: {error}"
        raise WbError(message) from error


def _tell_rest(branch: Branch, setup: Setup) -> Iterator[str]:
    """What the base is too entangled for, and what is not reviewed because no commit has it yet."""
    base, repository = branch.base, branch.repository
    if base.fork == repository.head:
        yield f"{base.name} has every commit of this already: there is nothing to review"
    if base.is_crossed:
        yield (
            f"{base.name} and this branch were merged into each other: merge {base.name} into it once more, "
            f"or what is new in {base.name} shows as taken out"
        )
    here = {change.new or change.old or "" for change in read_changes(repository, repository.head)}
    waiting = sorted(path for path in here if path in branch.head or setup.matches(path))
    if waiting:
        files = count(len(waiting), "file")
        yield f"{files} with changes that are not committed, which were not reviewed: {name_some(waiting)}"
