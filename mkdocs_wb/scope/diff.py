"""Two versions of a proposal, compared: every change, the verdict, and the passages that show it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence

from ..model import Baseline, Direction, DocumentType, Passage, Proposal, Scope, ScopeChange
from .images import find_changed_images
from .kinds import NO_WORDS, judge
from .language.writing import normalise, reads_german
from .names.abbreviations import find_abbreviations
from .names.addresses import find_addresses
from .names.renames import Rename, find_renames
from .pairing import Pairing, Vocabulary
from .passages import Comparison
from .taking import find_statements


def diff_proposals(
    old: Proposal, new: Proposal, document_type: DocumentType, baseline: Baseline, acknowledged: Collection[str] = ()
) -> Scope:
    """Compare a proposal with an earlier version of it.

    Args:
        old: the approved version.
        new: the present one.
        document_type: whose scope-bearing elements are compared.
        baseline: where `old` came from, and the image files of both.
        acknowledged: fingerprints of changes that somebody accepted.

    Returns:
        The changes in the order of the document, the verdict over them, the growth, and how much still stands.
    """
    german = reads_german(old.text, new.text)
    rename_old, rename_new = _find_writings(old, new)
    before = find_statements(old, document_type, german=german, rename=rename_old)
    after = find_statements(new, document_type, german=german, rename=rename_new)
    pairing = Pairing(Vocabulary(before, after), german)
    pairing.pair_all(before, after)
    comparison = Comparison(before, after, pairing, acknowledged, build_fingerprint)
    comparison.compare(list(document_type.elements))
    for pair in find_changed_images(old, new, document_type, baseline.images, comparison.named.is_silent):
        comparison.add_image(*pair)
    passages = [passage for group in comparison.passages.values() for passage in group if passage.change]
    changes = [passage.change for passage in passages if passage.change]
    still_open = [passage for passage in passages if passage.change and not passage.change.acknowledged]
    return Scope(
        verdict=judge(changes),
        baseline=baseline,
        changes=tuple(changes),
        passages={name: tuple(group) for name, group in comparison.passages.items() if any(p.change for p in group)},
        growth=_growth(passages, before.words),
        open_growth=_growth(still_open, before.words),
        kept=_kept(changes, before.words),
    )


def _find_writings(old: Proposal, new: Proposal) -> list[Rename | None]:
    """What writes the names of both versions alike: the product's, those in its addresses, and abbreviations."""
    short, addresses = find_abbreviations(old, new), find_addresses(old, new)
    return [_chain([write for write in (*addresses, rename, short) if write]) for rename in find_renames(old, new)]


def _chain(writings: Sequence[Rename]) -> Rename | None:
    def write(text: str) -> str:
        for one in writings:
            text = one(text)
        return text

    return write if writings else None


def build_fingerprint(kind: str, element: str, old: str | None, new: str | None) -> str:
    """12 hexadecimal digits that name a change by what it says, not by where it stands."""
    parts = [kind, element, normalise(old or ""), normalise(new or "")]
    return hashlib.sha256("\n".join(parts).encode("utf-8", errors="replace")).hexdigest()[:12]


def _growth(passages: Collection[Passage], approved_words: int) -> float:
    """Words added by widening and altering changes ÷ words of the approved version."""
    added = 0
    for passage in passages:
        change = passage.change
        if change and change.kind != NO_WORDS and change.direction in (Direction.WIDENS, Direction.ALTERS):
            added += sum(len(part.text.split()) for part in passage.marked if part.op == "insert")
    return round(added / approved_words, 4) if approved_words else float(added > 0)


def _kept(changes: Iterable[ScopeChange], approved_words: int) -> float:
    """The approved words in sentences that still stand ÷ all of them; a change takes its whole sentence."""
    gone = sum(
        len(change.old.split())
        for change in changes
        if change.old and change.kind != NO_WORDS and change.direction is not Direction.NONE
    )
    return round(1 - gone / approved_words, 4) if approved_words else 1.0
