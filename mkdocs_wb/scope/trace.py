"""Which revision brought a change in.

A version has a change when it has the change's new words and no longer its old ones. So a version costs what its edited
paragraphs cost, and not a comparison; and a change keeps its origin whatever else is edited beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import FRONT_MATTER, DocumentType, Revision, Scope, ScopeChange, Version
from ..parse.blocks import parse_blocks
from ..parse.by_label import split_labels
from ..parse.digest import PROMISED_KEYS
from ..parse.front_matter import parse_front_matter, split_front_matter
from ..parse.language import read_language
from ..parse.words import split_sentences
from .statements import reads_german
from .writing import normalise

Compare = Callable[[Version], frozenset[str] | None]

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_MOST_COMPARED = 24  # versions that are compared whole for one document, where words alone do not tell


def trace_changes(
    scope: Scope,
    now: str,
    versions: Iterable[Version],
    before: Version | None,
    document_type: DocumentType,
    compare: Compare,
) -> Scope:
    """Say of each change which revision brought it in: the oldest of the unbroken run, up to now, that has it.

    Args:
        scope: a comparison with a baseline.
        now: the text that was compared.
        versions: those since the baseline, newest first; no more are taken than it needs.
        before: the one that the oldest of these replaced; not always the baseline itself.
        document_type: of the document.
        compare: the fingerprints of what a version has changed against the baseline, for the few changes that words
            alone do not tell (what only moved); None where it cannot be told. Asked of a limited number of versions.

    Returns:
        The scope with origins. A change has none where its run reaches back beyond the versions, or where none of them
        has it yet, which is then said.
    """
    then = scope.baseline.text or ""
    sentences = _Sentences(document_type, german=reads_german(then, now))
    approved, present = sentences.of(then), sentences.of(now)
    sought = [_seek(change, approved, present, sentences) for change in scope.changes]
    running = list(sought)
    looking = _Looking(sentences, compare)
    for version in versions:
        running = [one for one in running if looking.go_on(one, version)]
        if not running:
            break
    for one in running:
        if before is not None and looking.go_on(one, before):
            one.origin = None  # it was there before anything that came after the approval
    traced = {id(one.change): replace(one.change, origin=one.origin, uncommitted=one.uncommitted) for one in sought}
    return replace(
        scope,
        changes=tuple(traced[id(change)] for change in scope.changes),
        passages={
            name: tuple(p if p.change is None else replace(p, change=traced[id(p.change)]) for p in passages)
            for name, passages in scope.passages.items()
        },
    )


@dataclass(slots=True)
class _Sought:
    """A change whose origin is sought, the words that tell it, and what was found so far."""

    change: ScopeChange
    new: frozenset[str]
    old: frozenset[str]
    by_words: bool
    origin: Revision | None = None
    uncommitted: bool = False


def _seek(change: ScopeChange, approved: frozenset[str], present: frozenset[str], sentences: _Sentences) -> _Sought:
    """A change with the words that only one of both versions has; they must be found where they should be."""
    new = sentences.of_side(change.new, change.element) - approved
    old = sentences.of_side(change.old, change.element) - present
    return _Sought(change, new, old, bool(new or old) and new <= present and old <= approved)


@dataclass(slots=True)
class _Looking:
    """A walk from version to version, each of which is read, and compared, at most once."""

    sentences: _Sentences
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


class _Sentences:
    """What versions of one document say, sentence by sentence, in the form in which they are compared.

    Versions share most of their paragraphs: each is read once.
    """

    def __init__(self, document_type: DocumentType, *, german: bool = False) -> None:
        self._aliases = document_type.aliases
        self._german = german
        self._known: dict[str, frozenset[str]] = {}

    def of(self, text: str) -> frozenset[str]:
        """The sentences of a version, and the fields of its front matter."""
        _, body, _ = split_front_matter(text)
        parts = map(self._of_paragraph, _BLANK.split(body))
        return self._of_head(text[: len(text) - len(body)]).union(*parts)

    def of_side(self, words: str | None, element: str) -> frozenset[str]:
        """The sentences of one side of a change."""
        if words is None:
            return frozenset()
        return frozenset([self._field(words)] if element == FRONT_MATTER else self._split(words.split("\n")))

    def _of_head(self, head: str) -> frozenset[str]:
        if head not in self._known:
            front_matter = parse_front_matter(head)[0]
            values = (value for key in PROMISED_KEYS for value in front_matter.texts(key))
            self._known[head] = frozenset(map(self._field, values))
        return self._known[head]

    def _of_paragraph(self, text: str) -> frozenset[str]:
        if text not in self._known:
            blocks = split_labels(parse_blocks(text, 0), self._aliases)
            self._known[text] = frozenset(self._split(block.text for block in blocks))
        return self._known[text]

    def _field(self, value: str) -> str:
        return f"{FRONT_MATTER}\n{normalise(value, german=self._german)}"

    def _split(self, texts: Iterable[str]) -> Iterator[str]:
        """Sentence by sentence, without the `Q:` and `A:` that no question and no answer keeps."""
        marks = read_language()
        for text in texts:
            for _, sentence in split_sentences(text):
                mark = marks.question.match(sentence) or marks.answer.match(sentence)
                yield normalise(sentence[mark.end() if mark else 0 :], german=self._german)
