"""Statements that were split, merged or joined by a dash: other sentences, the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .language.lexicon import read_lexicon
from .language.meaning import has_limit, read_words
from .statements import Statement, is_outside

_KEY = 2  # words by which a part is looked for
_LEAST = 3  # words of a part: `No.` before a sentence must not become its first word
_MOST_PLACES = 20
_ITEM = "item"
_LONGEST_LIST = 40

Group = tuple[tuple[Statement, ...], tuple[Statement, ...]]


def find_groups(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[Group]:
    """Groups of old and new statements that have the same words, each part's in one piece.

    Args:
        old: statements of the old version that no new one says, in the order of the document.
        new: the same the other way round.
    """
    stream: list[str] = []
    owners: list[int] = []
    for index, statement in enumerate(old):
        words = _words(statement)
        stream.extend(words)
        owners.extend([index] * len(words))
    touched: dict[int, list[int]] = defaultdict(list)  # old statement → the new ones that have words of it
    taken: list[int | None] = [None] * len(stream)
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(stream) - _KEY + 1):
        starts[tuple(stream[place : place + _KEY])].append(place)
    for index, statement in enumerate(new):
        words = _words(statement)
        for place in starts.get(words[:_KEY], ())[:_MOST_PLACES]:
            stretch = range(place, place + len(words))
            if tuple(stream[place : place + len(words)]) == words and all(taken[n] is None for n in stretch):
                for n in stretch:
                    taken[n] = index
                for owner in sorted({owners[n] for n in stretch}):
                    touched[owner].append(index)
                break
    yield from _collect(old, new, touched, _find_partial(owners, taken))


def find_lists(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[Group]:
    """A sentence that became a list, or a list a sentence: `decks, fences and sheds`, an item each.

    Args:
        old: statements of the old version that no new one says, in the order of the document.
        new: the same the other way round.
    """
    for whole, parts in _match_lists(old, new):
        yield (whole,), parts
    for whole, parts in _match_lists(new, old):
        yield parts, (whole,)


def _match_lists(
    whole: Sequence[Statement], parts: Sequence[Statement]
) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """Sentences of one version whose words are those of a list of the other, perhaps with what stands before it."""
    sentences = {words: one for one in whole if one.kind != _ITEM and len(words := _words(one)) >= _LEAST}
    taken: set[Statement] = set()
    for start, first in enumerate(parts) if sentences else ():
        if first in taken:
            continue
        words = _words(first)
        for end in range(start + 1, min(start + _LONGEST_LIST, len(parts))):
            if parts[end].kind != _ITEM or parts[end].element != first.element:
                break
            words += _words(parts[end])
            sentence = sentences.get(words)
            items = tuple(parts[start : end + 1])
            if sentence and sentence not in taken and len({is_outside(one) for one in (sentence, *items)}) == 1:
                taken.update([sentence, *items])
                yield sentence, items
                break


def _words(statement: Statement) -> tuple[str, ...]:
    """A statement's words without the pronouns that resume: `A and has B` may become `A. It has B`."""
    resuming = read_lexicon().resuming
    return tuple([word for word in read_words(statement.normal) if word not in resuming])


def is_brief(statement: Statement) -> bool:
    """Whether a sentence is so short that its words would say another thing within the next (`No.`, `Not yet.`)."""
    words = read_words(statement.normal)
    return len(words) < (_LEAST if has_limit(statement.normal) else _LEAST - 1)


def _find_partial(owners: Sequence[int], taken: Sequence[int | None]) -> set[int]:
    """The old statements of which words are left over."""
    return {owner for owner, index in zip(owners, taken, strict=True) if index is None}


def _collect(
    old: Sequence[Statement], new: Sequence[Statement], touched: dict[int, list[int]], partial: set[int]
) -> Iterator[Group]:
    """The connected parts, those left out in which an old statement is not all there, too short, or puts out of scope."""
    olds_of: dict[int, list[int]] = defaultdict(list)
    for owner, indices in touched.items():
        for index in indices:
            olds_of[index].append(owner)
    seen: set[int] = set()
    for owner in sorted(touched):
        if owner in seen:
            continue
        olds, news, waiting = {owner}, set[int](), [owner]
        while waiting:
            for index in touched[waiting.pop()]:
                news.add(index)
                waiting.extend(other for other in olds_of[index] if other not in olds)
                olds.update(olds_of[index])
        seen |= olds
        before, after = [old[n] for n in sorted(olds)], [new[n] for n in sorted(news)]
        brief = any(is_brief(statement) for statement in before)
        standings = {is_outside(statement) for statement in [*before, *after]}
        shifted = len(before) > 1 and len(after) > 1  # `free. Until May we …`, `free until May. We …`
        if not olds & partial and not brief and not shifted and len(standings) == 1:
            yield tuple(before), tuple(after)
