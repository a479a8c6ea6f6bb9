"""The passages that show a comparison, element by element, and the change in each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import FRONT_MATTER, Marked, Passage, ScopeChange
from .above import name_place
from .align import find_moved, is_alike
from .asked import AskedPair, is_asked_otherwise, pair_questions
from .background import Background
from .compare.clauses import find_part_kind, takes_back
from .compare.compare import find_audience
from .headings import Headings
from .images import ShownImage
from .kinds import KINDS, NO_WORDS
from .language.meaning import has_limit
from .language.synonyms import is_aside
from .language.words import mark_words
from .pairing import Link, Pairing
from .regroup import is_brief
from .repeated import Standing
from .silent.circumstance import is_signature
from .silent.promising import is_praise, is_same_praise
from .statements import Asked, Statement, Statements, is_outside

# What these say is how things are today, or what somebody feels: a `not` in them limits no promise.
_NO_PROMISE = ("problem", "testimonial")

_APART = ("item", "row", "heading", "tooltip")  # blocks that do not flow on from what stands before them
_VOICES = ("quote", "testimonial")


@dataclass(slots=True)
class Comparison:
    """Two versions and what corresponds in them, being written down as passages."""

    before: Statements
    after: Statements
    pairing: Pairing
    acknowledged: Collection[str]
    fingerprint: Callable[[str, str, str | None, str | None], str]
    passages: dict[str, list[Passage]] = field(default_factory=dict)
    headings: frozenset[str] = frozenset()
    named: Headings = field(init=False)
    _background: Background = field(init=False)
    _standing: tuple[Standing, Standing] = field(init=False)

    def __post_init__(self) -> None:
        self._background = Background(self.before, self.after)
        self.named = Headings(self.before, self.after, self.pairing.vocabulary, german=self.pairing.german)
        old, new = self.pairing.by_old, self.pairing.by_new
        self._standing = (
            Standing(self.before, lambda one: _stays(old.get(one))),
            Standing(self.after, lambda one: _stays(new.get(one))),
        )

    def compare(self, order: Sequence[str]) -> None:
        """Element by element in the document type's order."""
        sides = (self.before.elements, self.after.elements)
        unders = [
            {s.under for s in side.walk()} | {name_place(s.under, s.text) for s in side.walk() if s.kind == "item"}
            for side in (self.before, self.after)
        ]
        self.headings = frozenset(unders[0] & unders[1])
        names = [FRONT_MATTER, *order]
        names += [name for name in {**sides[0], **sides[1]} if name not in names]
        asked = pair_questions(self.before.questions, self.after.questions)
        for name in names:
            group = self.passages.setdefault(name, [])
            if name in order and self._whole_element(name, group):
                continue
            group.extend(self._statements(name, sides[0].get(name, []), sides[1].get(name, [])))
            # a pair stands where its question stands now, a removed question where it stood
            here = [(old, new) for old, new in asked if (new or old).element == name]  # type: ignore[union-attr]
            self._questions(name, here, group)

    def add_image(self, old: ShownImage | None, new: ShownImage | None) -> None:
        """An image whose file is another one, at the end of its element."""
        shown = new or old
        assert shown is not None  # noqa: S101
        before, after = (image.describe() if image else None for image in (old, new))
        lines = (image.line if image else None for image in (old, new))
        change = replace(self._change(NO_WORDS, shown.element, before, after, *lines), image=shown.path or shown.target)
        self.passages.setdefault(shown.element, []).append(Passage(mark_words(before or "", after or ""), change))

    def _whole_element(self, name: str, group: list[Passage]) -> bool:
        """An element that only one version has is one change, unless its words stood elsewhere.

        Of questions each is one, as each may be weighed by itself.
        """
        old, new = self.before.of_element(name), self.after.of_element(name)
        if bool(old) == bool(new):
            return False
        if any(question.element == name for side in (self.before, self.after) for question in side.questions):
            return False
        said = [*old, *new]
        if any(one in self.pairing.by_old or one in self.pairing.by_new for one in said):
            return False
        if all(self.named.says_nothing(one, is_old=bool(old)) for one in said):
            return False
        text, line = "\n".join(statement.text for statement in old or new), (old or new)[0].line
        if old:
            change = self._change("element-removed", name, text, None, line, None)
            group.append(Passage((Marked("delete", text),), change))
        else:
            change = self._change("element-added", name, None, text, None, line)
            group.append(Passage((Marked("insert", text),), change))
        return True

    def _statements(
        self, name: str, old: Sequence[Statement], new: Sequence[Statement], *, answer: bool = False
    ) -> Iterator[Passage]:
        """The passages of one list of statements, in the new order, with what was taken out where it stood."""
        place = {statement: index for index, statement in enumerate(old)}
        links = {statement: self.pairing.by_new.get(statement) for statement in new}
        stayed = [
            (place[link.olds[0]], index)
            for index, statement in enumerate(new)
            if (link := links[statement]) and link.how == "same" and link.olds[0] in place
        ]
        shuffled = find_moved(stayed)
        gone = [index for index, statement in enumerate(old) if statement not in self.pairing.by_old]
        shorter = answer and bool(new) and all(links.values())  # of such an answer a promise is gone
        at = 0
        for index, statement in enumerate(new):
            link = links[statement]
            if link is None:
                yield _mark_code(self._one_sided(name, None, statement, answer=answer), statement)
                continue
            if statement is not link.news[0]:
                continue  # shown with the first part of its group
            match = place.get(link.olds[0])
            if match is not None and index not in shuffled:
                while at < len(gone) and gone[at] < match:
                    yield _mark_code(
                        self._one_sided(name, old[gone[at]], None, answer=answer, shorter=shorter), old[gone[at]]
                    )
                    at += 1
            yield _mark_code(self._linked(name, link, moved=index in shuffled, answer=answer), statement)
        for index in gone[at:]:
            yield _mark_code(self._one_sided(name, old[index], None, answer=answer, shorter=shorter), old[index])

    def _linked(self, name: str, link: Link, *, moved: bool, answer: bool) -> Passage:
        old, new = link.olds[0], link.news[0]
        if len(link.olds) + len(link.news) > 2:
            before, after = (" ".join(s.text for s in side) for side in (link.olds, link.news))
            change = self._change(
                "moved" if link.how == "moved" else "reworded", name, before, after, old.line, new.line
            )
            return Passage(mark_words(before, after), _leave(change, old, new))
        if self._stands_otherwise(old, new):
            # The words are the same, and they are under another heading: `Out of scope` is now `In scope`.
            change = self._change("promise-changed", name, old.text, new.text, old.line, new.line)
            return Passage(mark_words(old.text, new.text), change)
        if link.how == "alike":
            return self._changed(name, old, new, answer=answer)
        if moved or link.how == "moved":
            return self._moved(name, old, new)
        if old.plain != new.plain:
            return self._changed(name, old, new)
        return Passage((Marked("equal", new.text),), apart=new.kind in _APART, leads=new.kind == "heading")

    def _stands_otherwise(self, old: Statement, new: Statement) -> bool:
        """Whether a statement went from one sub-heading to another that both versions have, or in or out of scope."""
        if old.under == new.under:
            return False
        return is_outside(old) != is_outside(new) or (old.under in self.headings and new.under in self.headings)

    def _questions(self, name: str, pairs: Sequence[AskedPair], group: list[Passage]) -> None:
        stayed = [pair for pair in pairs if pair[0] and pair[1] and pair[0].element == pair[1].element]
        lines = {old: old.question.line for old, _ in stayed if old}
        order = [(lines[old], index) for index, (old, new) in enumerate(pairs) if old in lines and new]
        shuffled = find_moved(order)
        for index, (old, new) in enumerate(pairs):
            if not old or not new:
                group.append(self._whole_question(name, old, new))
                continue
            differs = old.plain != new.plain or [s.under for s in old.answer] != [s.under for s in new.answer]
            if index in shuffled or old.element != new.element:
                group.append(self._moved(name, old.question, new.question))
            elif old.question.plain != new.question.plain:
                group.append(self._changed(name, old.question, new.question, same=is_asked_otherwise(old, new)))
            elif differs:
                group.append(Passage((Marked("equal", new.question.text),), apart=True, leads=True))
            if differs:
                self.pairing.pair_within(old.answer, new.answer)
                group.extend(self._statements(name, old.answer, new.answer, answer=True))

    def _whole_question(self, name: str, old: Asked | None, new: Asked | None) -> Passage:
        asked = new or old
        assert asked is not None  # noqa: S101
        text = "\n".join([asked.question.text, " ".join(statement.text for statement in asked.answer)]).strip()
        line = asked.question.line
        kind = "question-removed" if new is None else "question-added"
        asks = asked.question.normal
        if asked.pending and not has_limit(asks) and not any(sign.isdigit() for sign in asks):
            kind = "reworded"  # nothing is answered yet
        if new is None:
            return Passage((Marked("delete", text),), self._change(kind, name, text, None, line, None))
        return Passage((Marked("insert", text),), self._change(kind, name, None, text, None, line))

    def _one_sided(
        self, name: str, old: Statement | None, new: Statement | None, *, answer: bool, shorter: bool = False
    ) -> Passage:
        marked = Marked("delete", old.text) if old else Marked("insert", new.text if new else "")
        statement = new or old
        assert statement is not None  # noqa: S101
        leads = self.named.says_nothing(statement, is_old=new is None) or self._is_only_signed(name, old, new)
        if not (leads or answer):
            leads = self._background.adds_nothing(new) if new else self._background.lacks_nothing(statement)
            leads = leads or self._standing[old is not None].says(statement)
            leads = leads or (name in _VOICES and is_praise(statement.normal))
        change = self._change(
            "reworded" if leads else _one_sided_kind(name, old, new, answer=answer, shorter=shorter),
            name,
            old.text if old else None,
            new.text if new else None,
            old.line if old else None,
            new.line if new else None,
        )
        return Passage((marked,), change)

    def _is_only_signed(self, name: str, old: Statement | None, new: Statement | None) -> bool:
        """Whether a name came under a quotation that nobody signed before, or went: no other signature did the other way."""
        statement, others, links = (
            (new, self.before, self.pairing.by_old) if new else (old, self.after, self.pairing.by_new)
        )
        if statement is None or name not in _VOICES or not is_signature(statement.normal):
            return False
        said = (one for element in _VOICES for one in others.of_element(element))
        return not any(one not in links and is_signature(one.normal) for one in said)

    def _changed(
        self, name: str, old: Statement, new: Statement, *, answer: bool = False, same: bool = False
    ) -> Passage:
        kind = "reworded" if same or old.normal == new.normal else self.pairing.classify(old, new)
        leads = [self.named.says_nothing(a, b, is_old=a is old) for a, b in ((old, new), (new, old))]
        if name in _VOICES and is_same_praise(old.normal, new.normal):
            kind = "reworded"
        if old.kind not in ("row", "tooltip") and (all(leads) or (not answer and self._background.is_retold(old, new))):
            kind = "reworded"
        if kind in ("promise-changed", "figure-changed") and new.kind not in ("row", "code"):
            kind = find_part_kind(old.normal, new.normal, german=self.pairing.german) or kind
        if kind != "reworded":
            kind = _field_kind(new.key) or kind
        if answer and kind in ("promise-changed", "figure-changed") and not is_alike(old, new):
            kind = "answer-changed"  # an answer of one sentence, given anew
        # A sub-heading that names somebody else; in any other words it is a promise that changed.
        if name == "subheading" and kind != "reworded" and find_audience(old.normal) != find_audience(new.normal):
            kind = "audience-changed"
        if kind == "reworded" and new.element != old.element:
            kind = "moved"
        change = self._change(kind, name, old.text, new.text, old.line, new.line)
        return Passage(mark_words(old.text, new.text), _leave(change, old, new))

    def _moved(self, name: str, old: Statement, new: Statement) -> Passage:
        kind = "moved" if old.normal == new.normal else self.pairing.classify(old, new)
        kind = "moved" if kind == "reworded" else kind
        change = self._change(kind, name, old.text, new.text, old.line, new.line)
        return Passage(mark_words(old.text, new.text), _leave(change, old, new))

    def _change(
        self, kind: str, element: str, old: str | None, new: str | None, old_line: int | None, new_line: int | None
    ) -> ScopeChange:
        fingerprint = self.fingerprint(kind, element, old, new)
        known = fingerprint in self.acknowledged
        return ScopeChange(kind, KINDS[kind].direction, element, old, new, old_line, new_line, fingerprint, known)


def _mark_code(passage: Passage, statement: Statement) -> Passage:
    return replace(passage, code=True) if statement.kind == "code" else passage


def _stays(link: Link | None) -> bool:
    """Whether a statement is in both versions, in the same words."""
    return link is not None and len(link.olds) == len(link.news) == 1 and link.olds[0].normal == link.news[0].normal


def _leave(change: ScopeChange, old: Statement, new: Statement) -> ScopeChange:
    """A change that says which element it came from, where that is another."""
    return change if old.element == new.element else replace(change, left=old.element)


def _one_sided_kind(name: str, old: Statement | None, new: Statement | None, *, answer: bool, shorter: bool) -> str:
    """What it is that a statement is gone or has come.

    The kinds have none for a limit that is gone, and it must not narrow: without `It does not track sheep`, more is
    promised than before. It alters the promise, as `promise-changed` does.
    """
    statement = new or old
    assert statement is not None  # noqa: S101
    if is_aside(statement.normal):
        return "reworded"  # `Let me know if …`: it promises nothing
    limits = old is not None and name not in _NO_PROMISE and (takes_back(old.normal) or is_outside(old))
    if answer and (limits or not shorter or is_brief(statement)):
        return "answer-changed"
    if statement.key == "customer":
        return "audience-changed"
    if old is None:
        return "promise-added"
    return "promise-changed" if limits else "promise-removed"


def _field_kind(key: str) -> str:
    """The front matter's fields say by their name what a change of them is."""
    return {"customer": "audience-changed", "target_launch": "figure-changed"}.get(key, "")
