"""Which revision brought a change in.

A version has a change when it has the change's new words and no longer its old ones. So a version costs what its edited
paragraphs cost, and not a comparison; and a change keeps its origin whatever else is edited beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Revision, Scope, ScopeChange, Version
from ..parse.markdown.images import find_targets
from ..parse.markdown.links import find_image_places
from .kinds import NO_WORDS
from .sentences import Sentences

Compare = Callable[[Version], frozenset[str] | None]

_MOST_COMPARED = 24  # versions that are compared whole for one document, where words alone do not tell


def trace_changes(
    scope: Scope,
    now: str,
    versions: Iterable[Version],
    before: Version | None,
    sentences: Sentences,
    compare: Compare,
) -> Scope:
    """Say of each change which revision brought it in: the oldest of the unbroken run, up to now, that has it.

    Args:
        scope: a comparison with a baseline.
        now: the text that was compared.
        versions: those since the baseline, newest first; no more are taken than it needs.
        before: the one that the oldest of these replaced; not always the baseline itself.
        sentences: reads them.
        compare: the fingerprints of what a version has changed against the baseline, for the few changes that words
            alone do not tell (what only moved); None where it cannot be told. Asked of a limited number of versions.

    Returns:
        The scope with origins. A change has none where its run reaches back beyond the versions, or where none of them
        has it yet, which is then said.
    """
    approved, present = sentences.of(scope.baseline.text or ""), sentences.of(now)
    sought = [_seek(change, approved, present, sentences) for change in scope.changes]
    running = [one for one in sought if one.change.kind != NO_WORDS]
    looking = _Looking(sentences, compare)
    for version in versions:
        running = [one for one in running if looking.go_on(one, version)]
        if not running:
            break
    for one in running:
        if before is not None and looking.go_on(one, before):
            one.origin = None  # it was there before anything that came after the approval
    return replace_changes(
        scope, [replace(one.change, origin=one.origin, uncommitted=one.uncommitted) for one in sought]
    )


def trace_image(change: ScopeChange, versions: Iterable[Version], before: Version | None) -> ScopeChange:
    """Say of the change of an image which revision began to show it, or no longer did, as `trace_changes` does of words.

    It has no origin where the document has shown it all along.
    """
    origin, uncommitted = None, True
    for version in versions:
        if _shows(version, change.image) == (change.new is None):
            return replace(change, origin=origin, uncommitted=uncommitted)
        origin, uncommitted = version.revision, False
    if before is None or _shows(before, change.image) == (change.new is not None):
        origin = None
    return replace(change, origin=origin, uncommitted=False)


def _shows(version: Version, image: str) -> bool:
    places = find_image_places([version.revision.path], version.text)
    targets = (target for target, _is_tag in find_targets(version.text))
    return image in targets or any(image in paths for paths in places.values())


def replace_changes(scope: Scope, changes: Sequence[ScopeChange]) -> Scope:
    """A scope with other changes in the place of its own, one for each, wherever they are shown."""
    new = {id(old): change for old, change in zip(scope.changes, changes, strict=True)}
    passages = {
        name: tuple(p if p.change is None else replace(p, change=new[id(p.change)]) for p in group)
        for name, group in scope.passages.items()
    }
    return replace(scope, changes=tuple(changes), passages=passages)


@dataclass(slots=True)
class _Sought:
    """A change whose origin is sought, the words that tell it, and what was found so far."""

    change: ScopeChange
    new: frozenset[str]
    old: frozenset[str]
    by_words: bool
    origin: Revision | None = None
    uncommitted: bool = False


def _seek(change: ScopeChange, approved: frozenset[str], present: frozenset[str], sentences: Sentences) -> _Sought:
    """A change with the words that only one of both versions has; they must be found where they should be."""
    new = sentences.of_side(change.new, change.element) - approved
    old = sentences.of_side(change.old, change.element) - present
    return _Sought(change, new, old, bool(new or old) and new <= present and old <= approved)


@dataclass(slots=True)
class _Looking:
    """A walk from version to version, each of which is read, and compared, at most once."""

    sentences: Sentences
    compare: Compare
    version: Version | None = None
    said: frozenset[str] = frozenset()
    changed: frozenset[str] | None = None
    left: int = _MOST_COMPARED

    def go_on(self, sought: _Sought, version: Version) -> bool:
        """Whether the run of a change goes on in the next older version, with what that says of its origin."""
        if version is not self.version:
            self.version, self.said, self.changed = version, self.sentences.of(version.text), None
        has = self._has(sought, version)
        if has:
            sought.origin = version.revision
        elif has is None:
            sought.origin = None
        elif sought.origin is None:
            sought.uncommitted = True  # in the newest version already: no run has begun
        return bool(has)

    def _has(self, sought: _Sought, version: Version) -> bool | None:
        """Whether a version has a change; None where it cannot be told, or too many would have to be compared."""
        if sought.by_words:
            return sought.new <= self.said and not sought.old & self.said
        if self.changed is None and self.left:
            self.left -= 1
            self.changed = self.compare(version)
        return None if self.changed is None else sought.change.fingerprint in self.changed
