"""Which question is which in two versions, and which only asks in other words what it asked before."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

from .align import align
from .language.lexicon import CAN, read_lexicon
from .language.meaning import Meaning, has_limit, read_words, understand
from .silent.promising import read_said_of
from .statements import Asked

_TELLING = 3  # words by which an answer is known again; many questions are answered by `Yes`

WILL = 2.0
AskedPair = tuple[Asked | None, Asked | None]


def pair_questions(old: Sequence[Asked], new: Sequence[Asked]) -> list[AskedPair]:
    """Questions matched by their words wherever they stand, in the new order with the removed ones where they were."""
    same, alike = align([asked.question for asked in old], [asked.question for asked in new])
    partner = {b: a for a, b in [*same, *alike]}
    matched = set(partner.values())
    by_answer: dict[str, deque[int]] = {}
    for index, asked in enumerate(old):
        if index not in matched:
            by_answer.setdefault(asked.answered, deque()).append(index)
    for index, asked in enumerate(new):
        # asked otherwise, answered the same
        if index not in partner and len(asked.answered.split()) >= _TELLING and by_answer.get(asked.answered):
            partner[index] = by_answer[asked.answered].popleft()
            matched.add(partner[index])
    waiting = [index for index in range(len(old)) if index not in matched]
    at = 0
    pairs: list[AskedPair] = []
    for index, asked in enumerate(new):
        match = partner.get(index)
        while match is not None and at < len(waiting) and waiting[at] < match:
            pairs.append((old[waiting[at]], None))
            at += 1
        pairs.append((None if match is None else old[match], asked))
    pairs.extend((old[index], None) for index in waiting[at:])
    return pairs


def is_asked_otherwise(old: Asked, new: Asked) -> bool:
    """Whether a question above the same answer has no word that its answer does not have, and lost none such.

    `What does it cost?` may be `How much is the collar?` above `The collar is nine dollars`. What is answered by `Yes`
    has nothing but its question to say what.
    """
    answer = "\n".join(statement.normal for statement in old.answer)
    first = (read_words(answer) or ("",))[0]
    if old.answered != new.answered or first in read_said_of("brief") or len(answer.split()) < _TELLING:
        return False
    before, after, told = (understand(text) for text in (old.question.normal, new.question.normal, answer))
    if has_limit(old.question.normal) != has_limit(new.question.normal):
        return False
    if before.figures != after.figures or before.persons != after.persons or _firm(before) != _firm(after):
        return False
    left, right, said = _ask_about(before), _ask_about(after), _ask_about(told)
    return all(said[one] for one in (left - right) + (right - left))


def _firm(meaning: Meaning) -> tuple[float, ...]:
    """How firmly something is asked, save for what one asks of any product: `can`, `will`."""
    return tuple(strength for strength in meaning.modals if strength not in (CAN, WILL))


def _ask_about(meaning: Meaning) -> Counter[tuple[str, tuple[str, ...]]]:
    """The words of content, with what hangs on them, save those that only ask (`how much`)."""
    asking = read_lexicon().signposts | read_said_of("asking")
    return Counter((unit.stem, unit.lead) for unit in meaning.units if unit.word not in asking)
