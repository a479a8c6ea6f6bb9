"""Which configuration a branch is judged by: the base's, whatever the branch makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..checkout import Checkout
from ..configuration import Configuration
from ..errors import WbError
from ..report.checked import count
from ..review.settings import list_changed
from ..settings import Settings

_NAMED = 3  # paths in a note


@dataclass(frozen=True, slots=True)
class Setup:
    """The configuration that is trusted, and the commit that it is read from.

    `all` are those by which a file may be a proposal: what the branch no longer counts as one is reviewed all the same.
    `before` are those by which it was one before the branch: what the branch counts as one now is new. `lost` are the
    paths of those that the branch still has, and counts as proposals no more.
    `notes` say what the branch changes of it, `failures` what of it cannot be read.
    """

    trusted: Configuration
    checkout: Checkout
    all: tuple[Configuration, ...]
    before: tuple[Configuration, ...]
    notes: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()

    def matches(self, path: str) -> bool:
        """Whether a path, from the repository's root, is a proposal's or the configuration's."""
        file = self.checkout.root / path
        return any(self.checkout.is_proposal(path, one) or file == one.file for one in self.all)


def find_setup(base: str, sides: tuple[Checkout, Checkout, Checkout], file: Path | None, start: Path) -> Setup:
    """The base's configuration; the branch's own only where the base has nothing that it could clear.

    Args:
        base: its name.
        sides: the commit of the base, the one where the branch began, and the one of the branch.
        file: named by the user; None looks for one.
        start: the folder to look from.

    Raises:
        WbError: the base's configuration cannot be read, or there is none at all.
    """
    tip, fork, head = sides
    try:
        theirs = tip.configure(file, start)
    except WbError as error:
        message = f"at {base}: {error}"
        raise WbError(message) from error
    ours, failures = _read(head, file, start)
    if theirs is None and failures:
        raise WbError(failures[0])
    trusted = theirs or (Configuration(Settings(), ours.docs_dir, ours.file) if ours else None)
    if trusted is None:
        where = f"{file}: neither {base} nor this branch has it" if file else "no mkdocs.yml or wb.yml here or above"
        message = f"{where}; run this in a site's repository, or name one with -f"
        raise WbError(message)
    if ours and trusted.settings == Settings() and not tip.find_sources([trusted, ours]):
        note = f"{base} has neither proposals nor options for them: judged by this branch's own configuration"
        return Setup(
            ours, head, (ours,), (ours,), (note,) if theirs is None or theirs.settings != ours.settings else ()
        )
    both = (trusted, ours) if ours and ours != trusted else (trusted,)
    earlier = _read(fork, file, start)[0]
    before = (trusted, earlier) if earlier and earlier != trusted else (trusted,)
    if failures:
        return Setup(trusted, tip, both, before, (), failures)
    judged = f"judged by what {base} has"
    notes = [*_tell_differences(judged, (fork, head), (earlier, ours))]
    lost = _find_lost(head, before, ours) if ours else frozenset()
    if lost:
        files = f"{count(len(lost), 'proposal')} {'is none' if len(lost) == 1 else 'are none'} any more"
        notes.append(f"by the configuration of this branch {files} ({name_some(sorted(lost))}); {judged}")
    return Setup(trusted, tip, both, before, tuple(notes), lost=lost)


def _read(checkout: Checkout, file: Path | None, start: Path) -> tuple[Configuration | None, tuple[str, ...]]:
    """The configuration of a branch, or why it cannot be read."""
    try:
        return checkout.configure(file, start), ()
    except WbError as error:
        return None, (f"the configuration of this branch cannot be read: {error}",)


def _tell_differences(
    judged: str, sides: tuple[Checkout, Checkout], read: tuple[Configuration | None, Configuration | None]
) -> Iterator[str]:
    """What the branch changes of what it is judged by, between where it began and what it is."""
    (fork, head), (old, new) = sides, read
    if old is None or new is None:
        if old is not new:
            yield f"the configuration is {'gone' if new is None else 'new'} here; {judged}"
        return
    options = list_changed(old.settings, new.settings)
    options += tuple(key for key in ("docs_dir", "exclude_docs") if getattr(old, key) != getattr(new, key))
    if options:
        yield f"the configuration is changed here ({', '.join(options)}); {judged}"
    for name, target in sorted(old.settings.types.items()):
        if fork.blob(old.folder / target) != head.blob(old.folder / target):
            yield f"the document type {name} is changed here; {judged}"
    strategy = old.folder / old.settings.strategy
    if fork.blob(strategy) != head.blob(strategy):
        yield f"the strategy is changed here; {judged}"


def _find_lost(head: Checkout, before: Sequence[Configuration], ours: Configuration) -> frozenset[str]:
    """The files of a branch that each of the earlier configurations has as proposals, and its own has not."""
    found = [head.find_sources([one]).keys() for one in (*before, ours)]
    return frozenset.intersection(*map(frozenset, found[:-1])) - found[-1]


def name_some(paths: Sequence[str]) -> str:
    """The first of some paths, and a sign that there are more."""
    return ", ".join(paths[:_NAMED]) + (" …" if len(paths) > _NAMED else "")
