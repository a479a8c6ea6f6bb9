"""The questions of an FAQ with their answers: as headings, bold lines, or marked `Q:` and `A:`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..model import Block, DocumentType, Element, Question

_ASKED = re.compile(r"(?:Q|F|Question|Frage)\s?\d{0,2}\s?[:.)]\s*", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:A|Answer|Antwort)\s?\d{0,2}\s?[:.)]\s*", re.IGNORECASE)
_ENDS = ("?", "？")


def find_questions(elements: Sequence[Element], document_type: DocumentType) -> tuple[Question, ...]:
    """The questions in every element that holds questions, in the order of the file.

    A question belongs to the innermost such element; its audience is that element's.
    """
    found = []
    for element in elements:
        kind = document_type.elements[element.name]
        if not kind.faq:
            continue
        starts = [index for index, block in enumerate(element.blocks) if _asks(block)]
        for index, following in pairwise([*starts, len(element.blocks)]):
            block = element.blocks[index]
            answer = _until_group(block, element.blocks[index + 1 : following])
            lines = block.text.split("\n")
            end = next((n for n, line in enumerate(lines) if line.rstrip().endswith(_ENDS)), len(lines) - 1)
            question = _ASKED.sub("", " ".join(" ".join(lines[: end + 1]).split()), count=1)
            inline = "\n".join(lines[end + 1 :])
            if inline.strip():
                answer = (_part(block, end + 1, inline), *answer)
            last = max([block.end, *(part.end for part in answer)])
            found.append(Question(question, block.start, last, element.name, answer, kind.audience))
    return tuple(sorted(found, key=lambda question: question.start))


def strip_answer_mark(text: str) -> str:
    """An answer's words without a leading `A:`."""
    return _ANSWERED.sub("", text, count=1) if _ANSWERED.match(text) else text


def _asks(block: Block) -> bool:
    first = block.text.split("\n", 1)[0].strip()
    if block.kind == "heading":
        return first.endswith(_ENDS) or bool(_ASKED.match(first))
    if block.kind not in ("paragraph", "item"):
        return False
    if _ASKED.match(first):
        return True
    bold = re.match(r"\s*(\*\*|__)(.+?)\1\s*(?:\n|$)", block.source, re.DOTALL)
    return bool(bold and bold[2].rstrip().endswith(_ENDS))


def _until_group(question: Block, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """An answer ends at a heading that opens a new group, one no deeper than the question's own, and at a rule."""
    answer: list[Block] = []
    for block in blocks:
        if block.kind == "heading" and (question.kind != "heading" or block.level <= question.level):
            break
        if block.kind != "rule":
            answer.append(block)
    return tuple(answer)


def _part(block: Block, line: int, text: str) -> Block:
    source = "\n".join(block.source.split("\n")[line:])
    return Block("paragraph", block.start + line, block.end, source, text, block.level)
