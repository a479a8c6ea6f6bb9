"""The questions of an FAQ with their answers, in every form people write them.

A heading, a bold line, a quoted line, the summary of folded `<details>` or a line marked `Q:` that asks; where none of
these is found, plain lines and list items that end in a question mark, and then headings that do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import Audience, Block, DocumentType, Element, Question
from .inline import plain_text
from .language import read_language

_ENDS = ("?", "？")
_EMPHASISED = re.compile(r"\s*(\*\*|__|\*|_)(?![\s*_])(.+?)\1\s*(?:\n|$|\S)", re.DOTALL)
_SUMMARY = re.compile(r"<summary\b[^<>]{0,300}>(.{0,2000}?)</summary>", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"(?:[QF]?\d{1,2}|[QF])\s?[:.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=[^\W\d_a-zà-ÿ])")


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
        starts = _with_unmarked(starts, element.blocks)
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
    if block.kind == "html":
        return _find_summary(block) is not None
    if block.kind not in ("paragraph", "item", "quote"):
        return False
    if marked:
        return True
    if block.kind == "quote":
        return block.text.rstrip().endswith(_ENDS) and len(block.text.split()) < 40
    bold = _EMPHASISED.match(block.source)
    return bool(bold and bold[2].rstrip().endswith(_ENDS))


def _asks_weakly(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    text = block.text.strip()
    if block.kind == "row":
        return text.split(" | ")[0].endswith(_ENDS)
    return (
        block.kind in ("paragraph", "item")
        and text.split("\n")[0].endswith(_ENDS)
        and len(text.split("\n")[0].split()) < 40
    )


def _heads_an_answer(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1].kind if index + 1 < len(blocks) else "heading"
    return blocks[index].kind == "heading" and bool(blocks[index].text) and following != "heading"


def _with_unmarked(starts: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """The questions, and between them the headings of their form that only lack the question mark: `3. What could fail`."""
    found = set(starts)
    forms = {_form(blocks[n]) for n in starts if blocks[n].kind == "heading"}
    for index, block in enumerate(blocks):
        asks = block.kind == "heading" and (
            _NUMBER.match(block.text) or read_language().interrogative.match(block.text)
        )
        if asks and _form(block) in forms and _heads_an_answer(blocks, index):
            found.add(index)
    return sorted(found)


def _form(heading: Block) -> tuple[int, bool]:
    """The level of a heading, and whether it is numbered."""
    return heading.level, _NUMBER.match(heading.text) is not None


def _find_summary(block: Block) -> Block | None:
    """What folded `<details>` show: a question, whose answer is the rest."""
    match = _SUMMARY.search(block.source)
    text = plain_text(match[1]).strip() if match else ""
    if match is None or not text:
        return None
    rest = plain_text(block.source[match.end() :]).strip()
    start = block.start + block.source.count("\n", 0, match.start())
    return replace(block, kind="paragraph", start=start, source=text, text=f"{text}\n{rest}".strip())


def _unfold(block: Block) -> Block:
    """A question that stands with its answer in one block of another kind, as the lines of a paragraph."""
    if block.kind == "row":
        return replace(block, kind="paragraph", text=block.text.replace(" | ", "\n", 1))
    return (_find_summary(block) if block.kind == "html" else None) or block


def _question(block: Block, following: Sequence[Block], element: str, audience: Audience | None) -> Question:
    block = _unfold(block)
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
