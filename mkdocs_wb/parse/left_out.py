"""What is left out of the versions of a proposal, so that no older version is shown that tells it in another place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from ..model import DocumentType, Proposal
from .language.words import split_sentences, tokens
from .markdown.tooltips import parse_tooltips
from .undivided import add_parts

_ALIKE = 0.6  # of the words of two sentences together, from which one is taken for the other edited
_NEARER = 0.1  # by how much: a sentence that was edited is like what became of it
_SHORTEST = 6  # signs: `Yes.` says nothing by itself


def find_left_out(proposal: Proposal, document_type: DocumentType, names: Collection[str]) -> Iterator[str]:
    """The texts of a proposal that stand in elements which are left out."""
    left_out = set(add_parts(document_type, names))
    elements = [element for element in proposal.elements if element.name in left_out]
    for element in elements:
        yield from (block.text for block in element.content)
    for line, told in parse_tooltips(proposal) if elements else ():
        if any(element.start <= line <= element.end for element in elements):
            yield told


class LeftOut:
    """The sentences that are left out of any version of a proposal.

    `load` gives the texts that hold them, when they are first asked for; `published` is the proposal as it is shown.
    """

    def __init__(self, load: Callable[[], Iterable[str]], published: Proposal) -> None:
        self._load = load
        self._published = published
        self._known: dict[str, bool] = {}

    def is_told_in(self, version: Proposal) -> bool:
        """Whether a version that is to be shown has one of them, perhaps edited, that is not published anyway."""
        return any(self._is_one(sentence) for text in _list_texts(version) for sentence in _split(text))

    def _is_one(self, sentence: str) -> bool:
        if sentence not in self._known:
            words = frozenset(tokens(sentence))
            shown = self._shown.measure(words)
            likeness = self._hidden.measure(words) if len(sentence) >= _SHORTEST else 0.0
            is_near = likeness >= _ALIKE and likeness > shown + _NEARER
            self._known[sentence] = shown < 1 and (likeness == 1 or is_near)
        return self._known[sentence]

    @cached_property
    def _hidden(self) -> _Sentences:
        return _Sentences(self._load())

    @cached_property
    def _shown(self) -> _Sentences:
        return _Sentences(_list_texts(self._published))


class _Sentences:
    def __init__(self, texts: Iterable[str]) -> None:
        self._bags = list({frozenset(tokens(sentence)) for text in texts for sentence in _split(text)})
        self._places: dict[str, list[int]] = {}
        for place, bag in enumerate(self._bags):
            for word in bag:
                self._places.setdefault(word, []).append(place)

    def measure(self, words: frozenset[str]) -> float:
        """How like a sentence is to the one here that is likest to it, from 0 to 1."""
        near = {place for word in words for place in self._places.get(word, ())}
        return max((_compare(words, self._bags[place]) for place in near), default=0.0)


def _compare(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _list_texts(proposal: Proposal) -> Iterator[str]:
    """What a proposal tells, in its lines and in the titles of its links and pictures."""
    yield from (block.text for block in proposal.blocks)
    yield from (told for _, told in parse_tooltips(proposal))


def _split(text: str) -> Iterator[str]:
    for line in text.split("\n\n"):
        yield from (sentence.casefold() for _, sentence in split_sentences(line))
