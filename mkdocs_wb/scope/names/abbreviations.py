"""Abbreviations that a document explains: `a low-power network (LPN)` and `an LPN` are the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache

from ...model import Proposal
from ..language.lexicon import read_lexicon

_SHORT = r"[A-Z][A-Za-z]{0,8}[A-Z]"
_BEHIND = re.compile(rf" \((?P<short>{_SHORT})s?\)")
_WORDS = re.compile(r"(?:[^\W\d_][\w']*[ -]){1,10}[^\W\d_][\w']*$")
_FARTHEST = 200  # signs before a bracket in which its words stand
_BRACKETED = re.compile(r" \((?P<words>(?:[^\W\d_][\w']*[ -]){1,10}[^\W\d_][\w']*)\)")
_BEFORE = re.compile(rf"\b(?P<short>{_SHORT})s?$")
_LONGEST = 11  # signs of an abbreviation, with the s of its plural
_HINT = re.compile(r"[A-Z][*_]*s?[*_]*(?:\)|\s+[*_]*\()")  # without it there is none
_SPLIT = re.compile(r"[ -]")
_MARKUP = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")

Rename = Callable[[str], str]


def find_abbreviations(old: Proposal, new: Proposal) -> Rename | None:
    """What writes each abbreviation in place of the words that it stands for; None where neither version explains one.

    The words' first letters spell it, and both versions explain it the same way or one alone does. A word behind it that
    says its last word again (`an LPN network`) goes.
    """
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for short, words in (*_list_explained(old.text), *_list_explained(new.text)):
        found[short].add(words)
    known = {short: next(iter(said)) for short, said in found.items() if len(said) == 1}
    return _write(known) if known else None


@lru_cache(maxsize=8)  # a version is compared with several others in turn
def _list_explained(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The abbreviations of a version, each with its words."""
    return tuple(_find_explained(" ".join(_MARKUP.sub("", text).split()))) if _HINT.search(text) else ()


def _find_explained(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for match in _BEHIND.finditer(text):
        words = _WORDS.search(text, max(0, match.start() - _FARTHEST), match.start())
        said = tuple(_SPLIT.split(words[0].casefold())) if words else ()
        for start in range(len(said) - 1, -1, -1):
            if _spells(said[start:], match["short"]):
                yield match["short"], _singular(said[start:])
                break
    for match in _BRACKETED.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        said = tuple(_SPLIT.split(match["words"].casefold())) if before else ()
        if before and _spells(said, before["short"]):
            yield before["short"], _singular(said)


def _spells(words: tuple[str, ...], short: str) -> bool:
    """Whether first letters make the abbreviation, with or without those of `of` and `and`."""
    skipped = read_lexicon().skipped | read_lexicon().ands
    told = [word for word in words if word not in skipped]
    every = ("".join(word[0] for word in some) for some in (words, told) if some[:1] == words[:1])
    return len(words) > 1 and short.casefold() in every


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:-1], words[-1].removesuffix("s"))


def _write(known: dict[str, tuple[str, ...]]) -> Rename:
    patterns = []
    for short, words in known.items():
        said = "[ -]".join(map(re.escape, words)) + "s?"
        again = "|".join(map(re.escape, sorted(_says_again(words[-1]))))
        patterns.append((
            re.compile(rf"\b(?i:{said})(?: \({short}s?\))?(?!\w)|\b{short}s? \((?i:{said})\)|\b{short}s(?!\w)"),
            re.compile(rf"\b{short} (?i:{again})s?(?![\w-])"),
            short,
            words[-1],
        ))  # fmt: skip

    def write(text: str) -> str:
        folded = text.casefold()
        for explained, repeated, short, last in patterns:
            if short in text or last in folded:
                text = repeated.sub(short, explained.sub(short, text))
        return text

    return write


def _says_again(word: str) -> set[str]:
    actors = read_lexicon().actors
    return {word} | (actors if word in actors else set())
