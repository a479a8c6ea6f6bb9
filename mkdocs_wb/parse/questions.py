"""The questions of an FAQ with their answers, in every form people write them.

A heading, a bold line, a quoted line or a line marked `Q:` that asks; where none of these is found, plain lines and list
items that end in a question mark, and then headings that do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import Audience, Block, DocumentType, Element, Question
from .language import read_language

_ENDS = ("?", "？")
_NUMBER = re.compile(r"(?:[QF]?\d{1,2}|[QF])\s?[:.)]\s+")


def find_questions(elements: Sequence[Element], document_type: DocumentType) -> tuple[Question, ...]:
    """The questions in every element that holds questions, in the order of the file.

    A question belongs to the innermost such element; its audience is that element's.
    """
    found: list[Question] = []
    for element in elements:
        kind = document_type.elements[element.name]
        if not kind.faq:
            continue
        for asks in (_asks_plainly, _asks_weakly, _heads_an_answer):
            starts = [n for n in range(len(element.blocks)) if asks(element.blocks, n)]
            if starts:
                break
        for index, following in pairwise([*starts, len(element.blocks)]):
            found.append(
                _question(element.blocks[index], element.blocks[index + 1 : following], element.name, kind.audience)
            )
    return tuple(sorted(found, key=lambda question: question.start))


def strip_answer_mark(text: str) -> str:
    """An answer's words without a leading `A:`."""
    match = read_language().answer.match(text)
    return text[match.end() :] if match else text


def _asks_plainly(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    first = block.text.split("\n", 1)[0].strip()
    marked = read_language().question.match(block.source) is not None
    if block.kind == "heading":
        return first.endswith(_ENDS) or marked
    if block.kind not in ("paragraph", "item", "quote"):
        return False
    if marked:
        return True
    if block.kind == "quote":
        return block.text.rstrip().endswith(_ENDS) and len(block.text.split()) < 40
    bold = re.match(r"\s*(\*\*|__)(.+?)\1\s*(?:\n|$|\S)", block.source, re.DOTALL)
    return bool(bold and bold[2].rstrip().endswith(_ENDS))


def _asks_weakly(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    text = block.text.strip()
    return (
        block.kind in ("paragraph", "item")
        and text.split("\n")[0].endswith(_ENDS)
        and len(text.split("\n")[0].split()) < 40
    )


def _heads_an_answer(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1].kind if index + 1 < len(blocks) else "heading"
    return blocks[index].kind == "heading" and bool(blocks[index].text) and following != "heading"


def _question(block: Block, following: Sequence[Block], element: str, audience: Audience | None) -> Question:
    answer = _until_group(block, following)
    lines = block.text.split("\n")
    end = next((n for n, line in enumerate(lines) if line.rstrip().endswith(_ENDS)), None)
    if end is None:  # asked and answered on one line, or no question mark at all
        ask = re.match(r"[^?？]*[?？]", block.text) if block.kind != "heading" else None
        end, inline = (block.text.count("\n", 0, ask.end()), block.text[ask.end() :]) if ask else (len(lines) - 1, "")
        words = ask[0] if ask else block.text
    else:
        words, inline = "\n".join(lines[: end + 1]), "\n".join(lines[end + 1 :])
    mark = read_language().question.match(words) or _NUMBER.match(words)
    text = " ".join(words[mark.end() if mark else 0 :].split())
    if inline.strip():
        offset = block.text.count("\n", 0, len(block.text) - len(inline.lstrip()))
        answer = (
            Block("paragraph", block.start + offset, block.end, inline.strip(), inline.strip(), block.level),
            *answer,
        )
    last = max([block.end, *(part.end for part in answer)])
    return Question(text, block.start, last, element, answer, audience)


def _until_group(question: Block, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """An answer ends at a heading that opens a new group, and leaves out rules and empty headings."""
    answer: list[Block] = []
    for block in blocks:
        if block.kind == "heading" and block.text and (question.kind != "heading" or block.level <= question.level):
            break
        if block.kind != "rule" and block.text:
            answer.append(block)
    return tuple(answer)
