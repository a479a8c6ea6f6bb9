"""Two versions of a proposal, compared: every change, the verdict, and the passages that show it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ..model import (
    FRONT_MATTER,
    Baseline,
    Direction,
    DocumentType,
    Marked,
    Passage,
    Proposal,
    Scope,
    ScopeChange,
    Verdict,
)
from .align import align, find_moved
from .kinds import KINDS, judge
from .meaning import classify, normalise
from .statements import Asked, Statement, Statements, find_statements
from .words import mark_words

_LONG_ENOUGH_TO_MOVE = 4  # words; shorter sentences (“Yes.”) recur without having moved


def diff_proposals(
    old: Proposal, new: Proposal, document_type: DocumentType, baseline: Baseline, acknowledged: Collection[str] = ()
) -> Scope:
    """Compare a proposal with an earlier version of it.

    Args:
        old: the approved version.
        new: the present one.
        document_type: whose scope-bearing elements are compared.
        baseline: where `old` came from.
        acknowledged: fingerprints of changes that somebody accepted.

    Returns:
        The changes in the order of the document, the verdict over them, and the growth.
    """
    before, after = find_statements(old, document_type), find_statements(new, document_type)
    comparison = _Comparison(acknowledged)
    comparison.compare(before, after, list(document_type.elements))
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
    )


def build_uncompared(baseline: Baseline) -> Scope:
    """The scope of a proposal that has nothing to be compared with, or whose baseline is not known."""
    return Scope(Verdict.UNKNOWN if baseline.problem else Verdict.NOT_APPROVED, baseline)


def build_unchanged(baseline: Baseline) -> Scope:
    """The scope of a proposal whose content is the approved one's."""
    return Scope(Verdict.UNCHANGED, baseline, growth=0.0)


def build_fingerprint(kind: str, element: str, old: str | None, new: str | None) -> str:
    """12 hexadecimal digits that name a change by what it says, not by where it stands."""
    parts = [kind, element, normalise(old or ""), normalise(new or "")]
    return hashlib.sha256("\n".join(parts).encode("utf-8", errors="replace")).hexdigest()[:12]


@dataclass(slots=True)
class _Comparison:
    acknowledged: Collection[str]
    passages: dict[str, list[Passage]] = field(default_factory=dict)

    def compare(self, before: Statements, after: Statements, order: list[str]) -> None:
        """Element by element in the document type's order; text that moved between elements is matched first."""
        names = [FRONT_MATTER, *order]
        names += [name for name in {**before.elements, **after.elements} if name not in names]
        moved = _find_moved_across(before, after)
        asked = _pair_questions(before.questions, after.questions)
        for name in names:
            old, new = before.elements.get(name, []), after.elements.get(name, [])
            group = self.passages.setdefault(name, [])
            gone = [pair for pair in asked if pair[0] and (pair[1] or pair[0]).element == name]
            came = [pair for pair in asked if pair[1] and pair[1].element == name]
            if name in order and self._whole_element(name, before, after, moved, group):
                continue
            group.extend(self._statements(name, old, new, moved))
            self._questions(name, [pair for pair in asked if pair in gone or pair in came], group)

    def _whole_element(
        self, name: str, before: Statements, after: Statements, moved: dict[int, Statement], group: list[Passage]
    ) -> bool:
        """An element that only one version has is one change, unless its words stood elsewhere."""
        sides = []
        for side in (before, after):
            statements = list(side.elements.get(name, []))
            for question in side.questions:
                if question.element == name:
                    statements += [question.question, *question.answer]
            sides.append(sorted(statements, key=lambda statement: statement.line))
        old, new = sides
        if bool(old) == bool(new) or any(id(statement) in moved for statement in [*old, *new]):
            return False
        text = "\n".join(statement.text for statement in old or new)
        line = (old or new)[0].line
        if old:
            change = self._change("element-removed", name, text, None, line, None)
            group.append(Passage((Marked("delete", text),), change))
        else:
            change = self._change("element-added", name, None, text, None, line)
            group.append(Passage((Marked("insert", text),), change))
        return True

    def _statements(
        self,
        name: str,
        old: list[Statement],
        new: list[Statement],
        moved: dict[int, Statement],
        *,
        answer: bool = False,
    ) -> Iterator[Passage]:
        """The passages of one list of statements, in the new order, with what was taken out where it stood."""
        here = [statement for statement in old if id(statement) not in moved]
        there = [statement for statement in new if id(statement) not in moved]
        same, alike = align(here, there)
        shuffled = find_moved(same)
        partner = {b: a for a, b in [*same, *alike]}
        unchanged = {b for _, b in same}
        waiting = [index for index in range(len(here)) if index not in partner.values()]
        position = {id(statement): index for index, statement in enumerate(there)}
        for statement in new:
            if id(statement) in moved:
                yield self._moved(name, moved[id(statement)], statement)
                continue
            index = position[id(statement)]
            if index not in partner:
                yield self._one_sided(name, None, statement, answer=answer)
                continue
            match = partner[index]
            if index not in shuffled:
                while waiting and waiting[0] < match:
                    yield self._one_sided(name, here[waiting.pop(0)], None, answer=answer)
            if index in shuffled:
                yield self._moved(name, here[match], statement)
            elif index in unchanged:
                yield Passage((Marked("equal", statement.text),))
            else:
                yield self._changed(name, here[match], statement)
        for match in waiting:
            yield self._one_sided(name, here[match], None, answer=answer)

    def _questions(self, name: str, pairs: list[tuple[Asked | None, Asked | None]], group: list[Passage]) -> None:
        stayed = [pair for pair in pairs if pair[0] and pair[1] and pair[0].element == pair[1].element]
        ranks = {
            id(old): rank
            for rank, old in enumerate(sorted((p[0] for p in stayed if p[0]), key=lambda q: q.question.line))
        }
        order = [(ranks[id(old)], index) for index, (old, new) in enumerate(pairs) if old and new and id(old) in ranks]
        shuffled = find_moved(order)
        for index, (old, new) in enumerate(pairs):
            if old and new:
                if index in shuffled or old.element != new.element:
                    group.append(self._moved(name, old.question, new.question))
                elif old.question.meaning.normal != new.question.meaning.normal:
                    group.append(self._changed(name, old.question, new.question))
                elif old.normal != new.normal:
                    group.append(Passage((Marked("equal", new.question.text),)))
                if old.normal != new.normal:
                    group.extend(self._statements(name, list(old.answer), list(new.answer), {}, answer=True))
            else:
                group.append(self._whole_question(name, old, new))

    def _whole_question(self, name: str, old: Asked | None, new: Asked | None) -> Passage:
        asked = new or old
        assert asked is not None  # noqa: S101
        text = "\n".join([asked.question.text, " ".join(statement.text for statement in asked.answer)]).strip()
        line = asked.question.line
        if new is None:
            return Passage((Marked("delete", text),), self._change("question-removed", name, text, None, line, None))
        return Passage((Marked("insert", text),), self._change("question-added", name, None, text, None, line))

    def _one_sided(self, name: str, old: Statement | None, new: Statement | None, *, answer: bool) -> Passage:
        kind = "answer-changed" if answer else "promise-removed" if old else "promise-added"
        marked = Marked("delete", old.text) if old else Marked("insert", new.text if new else "")
        change = self._change(
            kind,
            name,
            old.text if old else None,
            new.text if new else None,
            old.line if old else None,
            new.line if new else None,
        )
        return Passage((marked,), change)

    def _changed(self, name: str, old: Statement, new: Statement) -> Passage:
        kind = _field_kind(new.key) or classify(old.meaning, new.meaning)
        change = self._change(kind, name, old.text, new.text, old.line, new.line)
        return Passage(mark_words(old.text, new.text), change)

    def _moved(self, name: str, old: Statement, new: Statement) -> Passage:
        change = self._change("moved", name, old.text, new.text, old.line, new.line)
        return Passage((Marked("equal", new.text),), change)

    def _change(
        self, kind: str, element: str, old: str | None, new: str | None, old_line: int | None, new_line: int | None
    ) -> ScopeChange:
        fingerprint = build_fingerprint(kind, element, old, new)
        return ScopeChange(
            kind,
            KINDS[kind].direction,
            element,
            old,
            new,
            old_line,
            new_line,
            fingerprint,
            fingerprint in self.acknowledged,
        )


def _field_kind(key: str) -> str:
    """The front matter's fields say by their name what a change of them is."""
    return {"customer": "audience-changed", "target_launch": "figure-changed"}.get(key, "")


def _find_moved_across(before: Statements, after: Statements) -> dict[int, Statement]:
    """Statements that stand in another element now: the identity of each new one → the old one, and both marked."""
    gone: dict[str, Statement] = {}
    for name, statements in before.elements.items():
        kept = {statement.meaning.normal for statement in after.elements.get(name, [])}
        for statement in statements:
            if statement.meaning.normal not in kept and len(statement.text.split()) >= _LONG_ENOUGH_TO_MOVE:
                gone.setdefault(statement.meaning.normal, statement)
    moved: dict[int, Statement] = {}
    for name, statements in after.elements.items():
        known = {statement.meaning.normal for statement in before.elements.get(name, [])}
        for statement in statements:
            normal = statement.meaning.normal
            if normal in gone and normal not in known and gone[normal].element != name:
                old = gone.pop(normal)
                moved[id(statement)] = old
                moved[id(old)] = statement
    return moved


def _pair_questions(old: list[Asked], new: list[Asked]) -> list[tuple[Asked | None, Asked | None]]:
    """Questions matched by their words wherever they stand, in the new order with the removed ones where they were."""
    same, alike = align([asked.question for asked in old], [asked.question for asked in new])
    partner = {b: a for a, b in [*same, *alike]}
    waiting = [index for index in range(len(old)) if index not in partner.values()]
    pairs: list[tuple[Asked | None, Asked | None]] = []
    for index, asked in enumerate(new):
        match = partner.get(index)
        if match is not None:
            while waiting and waiting[0] < match:
                pairs.append((old[waiting.pop(0)], None))
        pairs.append((None if match is None else old[match], asked))
    pairs.extend((old[index], None) for index in waiting)
    return pairs


def _growth(passages: Collection[Passage], approved_words: int) -> float:
    """Words added by widening and altering changes ÷ words of the approved version."""
    added = 0
    for passage in passages:
        if passage.change and passage.change.direction in (Direction.WIDENS, Direction.ALTERS):
            added += sum(len(part.text.split()) for part in passage.marked if part.op == "insert")
    return round(added / approved_words, 4) if approved_words else float(added > 0)
