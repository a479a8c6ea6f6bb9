"""What became of each statement: it stayed, changed, moved, was split or merged, or is gone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from .align import align, is_built_alike
from .compare.compare import classify, classify_row
from .language.lexicon import read_lexicon
from .language.meaning import similarity, understand
from .language.spelling import Known
from .language.words import find_increasing
from .regroup import find_groups, find_lists
from .statements import Statement, Statements

_LONG_ENOUGH_TO_MOVE = 4  # words; shorter sentences (“Yes.”) recur without having moved
_TODAY = "problem"  # what it says is how things are, and no promise
_TOLD = frozenset({"paragraph", "item", "quote"})
_OTHERS = frozenset({"problem", "quote", "testimonial"})  # here `we` may be a customer
_ALIKE_ELSEWHERE = 0.7  # how much two statements of different elements must share to be one that changed
_MOST_ELSEWHERE = 40_000  # pairs of statements that are compared across elements

# `-` is as often a dash; `<`, `>` and `=` count everywhere
_OPERATOR = re.compile(r"(?<=[\w)\]]) ?([*/+]) ?(?=[\w(])|(?<![\w!])(!)(?=[\w(])")

How = Literal["same", "alike", "moved"]


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Old statements and the new ones that stand for them: one and one, or several that were split or merged."""

    olds: tuple[Statement, ...]
    news: tuple[Statement, ...]
    how: How


@dataclass
class Vocabulary:
    """The words of both versions; counted when the first possible slip asks for them."""

    old: Statements
    new: Statements

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in both versions together."""
        said = [statement.normal for side in (self.old, self.new) for statement in side.walk()]
        return Counter(unit.word for normal in said for unit in understand(normal).units)

    def elsewhere(self, old: str, new: str) -> Known:
        """Whether a word also occurs outside these two sentences."""

        def known(word: str) -> bool:
            own = sum(unit.word == word for normal in (old, new) for unit in understand(normal).units)
            return self.counts[word] > own

        return known


@dataclass(slots=True)
class Pairing:
    """The links between two versions; a statement without one was removed or added."""

    vocabulary: Vocabulary
    german: bool
    by_new: dict[Statement, Link] = field(default_factory=dict)
    by_old: dict[Statement, Link] = field(default_factory=dict)

    def link(self, olds: Sequence[Statement], news: Sequence[Statement], how: How) -> None:
        """Take note of what corresponds."""
        link = Link(tuple(olds), tuple(news), how)
        self.by_old.update(dict.fromkeys(olds, link))
        self.by_new.update(dict.fromkeys(news, link))

    def classify(self, old: Statement, new: Statement) -> str:
        """The kind of change between two statements, whatever their places."""
        known = self.vocabulary.elsewhere(old.normal, new.normal)
        if old.kind == new.kind == "row":
            return classify_row(old.normal, new.normal, known, german=self.german)
        loosely = old.element == new.element == _TODAY
        ours = old.element not in _OTHERS
        kind = classify(old.normal, new.normal, known, german=self.german, loosely=loosely, ours=ours)
        if kind == "reworded" and old.kind == new.kind:
            coded = old.kind == "code" and _operators(old) != _operators(new)
            if coded or (old.kind in _TOLD and _asks(old) != _asks(new)):
                return "promise-changed"
        return kind

    def pair_within(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        """One list of statements, such as an answer: the same, split or merged, then alike."""
        self._pair_same(old, new)
        self._pair_groups(*self._left(old, new))
        self._pair_alike(old, new)

    def pair_all(self, before: Statements, after: Statements) -> None:
        """Everything outside the questions: what says the same first, wherever it stands, then what is alike."""
        names = list({**before.elements, **after.elements})
        for name in names:
            self._pair_same(before.elements.get(name, []), after.elements.get(name, []))
        old = sorted((s for group in before.elements.values() for s in group), key=lambda s: s.line)
        new = sorted((s for group in after.elements.values() for s in group), key=lambda s: s.line)
        self._pair_elsewhere(*self._left(old, new))
        self._pair_groups(*self._left(old, new))
        self._pair_reworded_elsewhere(*self._left(old, new))
        for name in names:
            self._pair_alike(before.elements.get(name, []), after.elements.get(name, []))
        self._pair_alike_elsewhere(*self._left(old, new))
        self._stay_in_place(old, new)

    def _left(self, old: Sequence[Statement], new: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
        return [s for s in old if s not in self.by_old], [s for s in new if s not in self.by_new]

    def _pair_same(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        for a, b in align(old, new, alike=False)[0]:
            self.link([old[a]], [new[b]], "same")

    def _pair_alike(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        left, right = self._left(old, new)
        if len(old) == len(new) == len(left) == len(right) == 1:
            self.link(left, right, "alike")  # an element of one statement: a new headline replaces the old one
        elif left and right:
            for a, b in align(left, right)[1]:
                self.link([left[a]], [right[b]], "alike")
            self._pair_in_place(old, new)

    def _pair_in_place(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        """Two that stand alone between the same neighbours, and are built alike: `It is free`, `It is cheap`."""
        place = {statement: index for index, statement in enumerate(old)}
        at = 0  # where in the old list the last neighbour stands, counted from 1
        for index, statement in enumerate(new):
            link = self.by_new.get(statement)
            if link is not None:
                at = place.get(link.olds[-1], at - 1) + 1
                continue
            follows = self.by_new.get(new[index + 1]) if index + 1 < len(new) else None
            end = place.get(follows.olds[0], -1) if follows else len(old) if index + 1 == len(new) else -1
            if end == at + 1 and old[at] not in self.by_old and _may_replace(old[at], statement):
                self.link([old[at]], [statement], "alike")

    def _pair_groups(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        for find in (find_lists, find_groups):
            left, right = self._left(old, new)
            for olds, news in find([s for s in left if not s.key], [s for s in right if not s.key]):
                across = {statement.element for statement in (*olds, *news)}
                if len(olds) + len(news) > 2:
                    self.link(olds, news, "moved" if len(across) > 1 else "alike")

    def _pair_elsewhere(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        waiting: dict[tuple[str, bool], deque[Statement]] = defaultdict(deque)
        for statement in old:
            if not statement.key:
                waiting[statement.normal, statement.naming].append(statement)
        for statement in new:
            found = waiting.get((statement.normal, statement.naming))
            if not found or statement.key:
                continue
            if _may_move(statement) or statement.inferred or found[0].inferred:
                self.link([found.popleft()], [statement], "moved")

    def _pair_reworded_elsewhere(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        """What stands in another element now in other words, its content being the same."""
        waiting: dict[frozenset[tuple[str, int]], deque[Statement]] = defaultdict(deque)
        for statement in old:
            if _may_move(statement):
                waiting[frozenset(understand(statement.normal).content.items())].append(statement)
        for statement in new if waiting else ():
            if not _may_move(statement):
                continue
            found = waiting.get(frozenset(understand(statement.normal).content.items()))
            if found and found[0].element != statement.element and self.classify(found[0], statement) == "reworded":
                self.link([found.popleft()], [statement], "moved")

    def _pair_alike_elsewhere(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        """What stands in another element now and says something else: one change rather than two."""
        if not 0 < len(old) * len(new) <= _MOST_ELSEWHERE:
            return
        old, new = ([s for s in side if not s.key and not s.naming] for side in (old, new))
        ranked = []
        for b, statement in enumerate(new):
            meaning = understand(statement.normal)
            for a, other in enumerate(old):
                score = similarity(understand(other.normal), meaning)
                if score >= _ALIKE_ELSEWHERE and len(meaning.units) >= _LONG_ENOUGH_TO_MOVE:
                    ranked.append((-score, a, b))
        for _score, a, b in sorted(ranked):
            if old[a] not in self.by_old and new[b] not in self.by_new:
                self.link([old[a]], [new[b]], "alike")

    def _stay_in_place(self, old: Sequence[Statement], new: Sequence[Statement]) -> None:
        """What only was read as another element (a quote by its signs, say) and kept its order has not moved."""
        places = {statement: place for place, statement in enumerate(old)}
        self._untangle(new, places)
        singles = [
            link
            for statement in new
            if (link := self.by_new.get(statement)) and len(link.olds) == len(link.news) == 1 and link.how != "alike"
        ]
        for index in find_increasing([places[link.olds[0]] for link in singles]):
            link = singles[index]
            one, other = link.olds[0], link.news[0]
            if link.how == "moved" and one.normal == other.normal and (one.inferred or other.inferred):
                self.link([one], [other], "same")

    def _untangle(self, new: Sequence[Statement], places: Mapping[Statement, int]) -> None:
        """Of several that say the same, where one only was read as another element, the first stands for the first."""
        groups: dict[str, list[Link]] = defaultdict(list)
        for statement in new:
            link = self.by_new.get(statement)
            if link and len(link.olds) == len(link.news) == 1 and link.olds[0].normal == statement.normal:
                groups[statement.normal].append(link)
        for links in groups.values():
            if len(links) < 2 or not any(link.olds[0].inferred or link.news[0].inferred for link in links):
                continue
            for link, one in zip(links, sorted((link.olds[0] for link in links), key=places.__getitem__), strict=True):
                if one is not link.olds[0]:
                    self.link([one], link.news, "same" if one.element == link.news[0].element else "moved")


def _may_replace(old: Statement, new: Statement) -> bool:
    """Whether one statement may be the other in its place: built alike, or the heads of one table."""
    return is_built_alike(old, new) or (old.kind == new.kind == "row" and old.naming and new.naming)


def _asks(statement: Statement) -> bool:
    """Whether a sentence only asks what another one says: `Is it free?`, `It is free?`; `Why walk?` may be a heading."""
    first = statement.normal.casefold().split(" ", 1)[0]
    return statement.normal.rstrip("\"' )").endswith("?") and first not in read_lexicon().signposts


def _operators(statement: Statement) -> list[str]:
    """The signs of code that no words and figures show: `9 * seats`, `!ready`."""
    return _OPERATOR.findall(statement.text)


def _may_move(statement: Statement) -> bool:
    """Whether a statement says enough to be known again elsewhere; a title may be short."""
    title = statement.kind == "heading" or statement.text.endswith(":")
    return not statement.key and (title or len(statement.text.split()) >= _LONG_ENOUGH_TO_MOVE)
