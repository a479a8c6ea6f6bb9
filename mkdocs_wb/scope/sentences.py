"""What versions of one document say, sentence by sentence, without reading any as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..model import FRONT_MATTER, DocumentType, FrontMatter
from ..parse.digest import PROMISED_KEYS
from ..parse.language.language import read_language
from ..parse.language.words import split_sentences
from ..parse.matter.front_matter import parse_front_matter, split_front_matter
from ..parse.proposal import read_blocks
from .language.writing import normalise, reads_german

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")


class Sentences:
    """The sentences of versions of one document, in the form in which they are compared.

    Versions share most of their paragraphs: each is read once.
    """

    def __init__(self, document_type: DocumentType, approved: str, now: str) -> None:
        self._aliases = document_type.aliases
        self._german = reads_german(approved, now)
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, text: str) -> frozenset[str]:
        """The sentences of a version, and the promised fields of its front matter."""
        return frozenset(self._of_head(split_head(text)[0])).union(self.of_body(text))

    def of_body(self, text: str) -> Iterator[str]:
        """The sentences of a version's body in their order, as often as they stand there."""
        for paragraph in split_paragraphs(split_head(text)[1]):
            yield from self._of_paragraph(paragraph)

    def of_side(self, words: str | None, element: str) -> frozenset[str]:
        """The sentences of one side of a change."""
        if words is None:
            return frozenset()
        return frozenset([self._field(words)] if element == FRONT_MATTER else self._split(words.split("\n")))

    def _of_head(self, head: str) -> tuple[str, ...]:
        if head not in self._known:
            self._known[head] = tuple(self._field(value) for _, values in read_promised(head) for value in values)
        return self._known[head]

    def _of_paragraph(self, text: str) -> tuple[str, ...]:
        if text not in self._known:
            blocks = read_blocks(text, 0, self._aliases)
            self._known[text] = tuple(self._split(block.text for block in blocks))
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


def split_head(text: str) -> tuple[str, str]:
    """The front matter with its fences, and the body."""
    body = split_front_matter(text)[1]
    return text[: len(text) - len(body)], body


def split_paragraphs(body: str) -> list[str]:
    """What blank lines separate."""
    return [paragraph.rstrip() for paragraph in _BLANK.split(body) if paragraph.strip()]


@lru_cache(maxsize=100)
def read_head(head: str) -> tuple[FrontMatter, bool]:
    """The front matter of a version, and whether it can be read; versions often share it."""
    front_matter, _, problems = parse_front_matter(head)
    return front_matter, all(problem.rule != "front-matter-syntax" for problem in problems)


def read_promised(head: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The keys of the front matter that are part of the promise, with their values."""
    front_matter, _ = read_head(head)
    found = ((key, front_matter.texts(key)) for key in PROMISED_KEYS)
    return tuple((key, values) for key, values in found if values)
