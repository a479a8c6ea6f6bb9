"""How many words tracked changes mark, in how many pieces, and how long it takes: in this process, over pairs of texts."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from pathlib import Path
from random import Random
from statistics import median

from mkdocs_wb.scope.language.words import mark_words

from .prose import write_sentence, write_sentences
from .table import Row

_PAIRS = 124
_WORDS = 2_300  # of each text
_SECONDS = 0.5  # that all pairs may take

Texts = tuple[str, str]


def measure(versions: Path | None, runs: int) -> list[Row]:
    """Three rows: words beside the fewest possible, pieces beside difflib's, and seconds.

    Args:
        versions: a folder with a folder for each document, whose versions are files in the order of their names; made-up
            texts where it is None.
        runs: how often the time is taken.
    """
    pairs = list(_read_pairs(versions) if versions else _write_pairs())
    words = sum(len(old.split()) for old, _ in pairs)
    what = f"{len(pairs)} pairs of {words // max(1, len(pairs))} words"
    fewest = sum(_count_fewest(old.split(), new.split()) for old, new in pairs)
    marked, fragments = _count(((part.op == "equal", part.text) for part in mark_words(*texts)) for texts in pairs)
    _, theirs = _count(_mark_with_difflib(*texts) for texts in pairs)
    allowed = _SECONDS * words / (_PAIRS * _WORDS)
    return [
        Row(f"words marked, {what}", "longest common subsequence", fewest, marked, 1.1, ""),
        Row("their fragments", "difflib by line, then word", theirs, fragments, 1.0, ""),
        Row("time", f"{_SECONDS} s for {_PAIRS} pairs of {_WORDS} words", allowed, _take_time(pairs, runs), 1.0,
            runs=str(runs)),
    ]  # fmt: skip


def _read_pairs(folder: Path) -> Iterator[Texts]:
    for document in sorted(path for path in folder.iterdir() if path.is_dir()):
        texts = [file.read_text("utf-8", errors="replace") for file in sorted(document.glob("*.md"))]
        yield from pairwise(texts)


def _write_pairs() -> Iterator[Texts]:
    """Texts in paragraphs, a sixth of whose sentences is edited, taken out, put in or moved."""
    random = Random(1)  # noqa: S311
    for _ in range(_PAIRS):
        old: list[str] = []
        while sum(len(sentence.split()) for sentence in old) < _WORDS:
            old += write_sentences(random, 10)
        new: list[str] = []
        for sentence in old:
            chance = random.random()
            if chance < 0.08:
                words = sentence.split(" ")
                words[random.randrange(len(words))] = "another"
                sentence = " ".join(words)  # noqa: PLW2901
            elif chance < 0.11:
                continue
            elif chance < 0.14:
                new.append(write_sentence(random))
            new.insert(len(new) if chance < 0.98 else random.randrange(len(new) + 1), sentence)
        yield _join(old), _join(new)


def _join(sentences: Sequence[str]) -> str:
    return "\n\n".join(" ".join(sentences[first : first + 4]) for first in range(0, len(sentences), 4))


def _count_fewest(old: Sequence[str], new: Sequence[str]) -> int:
    """The words outside a longest common subsequence, whose length one number of many bits yields (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, word in enumerate(old):
        places[word] = places.get(word, 0) | 1 << place
    whole = rest = (1 << len(old)) - 1
    for word in new:
        found = rest & places.get(word, 0)
        rest = (rest + found | rest - found) & whole
    unmatched = bin(rest).count("1")  # noqa: FURB161 - Python 3.9 has no bit_count
    return unmatched + len(new) - (len(old) - unmatched)


def _mark_with_difflib(old: str, new: str) -> Iterator[tuple[bool, str]]:
    left, right = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for op, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if op == "equal":
            yield True, "".join(left[a:b])
            continue
        before, after = (re.findall(r"\S+|\s+", "".join(lines)) for lines in (left[a:b], right[c:d]))
        for inner, e, f, g, h in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield inner == "equal", " ".join(before[e:f] + (after[g:h] if inner != "equal" else []))


def _count(texts: Iterable[Iterable[tuple[bool, str]]]) -> tuple[int, int]:
    """The words that are marked, and the unbroken runs in which they stand."""
    words = fragments = 0
    for marked in texts:
        for is_kept, run in groupby(marked, key=lambda part: part[0]):
            if not is_kept:
                fragments += 1
                words += sum(len(text.split()) for _, text in run)
    return words, fragments


def _take_time(pairs: Sequence[Texts], runs: int) -> float:
    times = []
    for _ in range(runs):
        begin = time.process_time()
        for texts in pairs:
            mark_words(*texts)
        times.append(time.process_time() - begin)
    return median(times)
