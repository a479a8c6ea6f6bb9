"""The questions of an FAQ with their answers, in every form people write them.

A heading, a bold line, a quoted line or a line marked `Q:` that asks; where none of these is found, plain lines, list
items and rows that end in a question mark, and then headings and bold words that do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...model import Audience, Block, DocumentType, Element, Question
from ..language.language import read_language
from ..markdown.inline import plain_text

# A sign or an aside may follow; what is quoted is an example.
_ENDS = re.compile(r"[?？]\s*(?:[(\[（][^()\[\]（）]*[)\]）])?[^\w\"'”’»“«‹›」』]*$")
_QUOTED = re.compile(r"\s*[\"“„«「『‘][^\"“”„«»「」『』\n]+[?？][\"”“»」』’]\s*")  # and nothing else is
_EMPHASISED = re.compile(r"\s*(\*\*|__|\*|_)(?![\s*_])(.+?)\1\s*(?:\n|$|\S)", re.DOTALL)
_BOLD = re.compile(r"(?:\*\*|__)(?![\s*_])(?P<title>[^*_\n]{2,150}?)(?:\*\*|__)[:：]?[ \t]*(?P<rest>\S?)")
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
        for asks in (_asks_plainly, _asks_weakly, _heads_an_answer, _leads_an_answer, _asks_first):
            starts = [n for n in range(len(element.blocks)) if asks(element.blocks, n)]
            starts = starts if len(starts) > 1 or asks is not _asks_first else []  # one alone is rhetoric
            starts = starts or _list_tabled(element.blocks)
            if starts:
                break
        starts = _with_unmarked(_outermost(starts, element.blocks), element.blocks)
        for index, following in pairwise([*starts, len(element.blocks)]):
            found.append(
                _question(element.blocks[index], element.blocks[index + 1 : following], element.name, kind.audience)
            )
    return tuple(sorted(found, key=lambda question: question.start))


def strip_answer_mark(text: str) -> str:
    """An answer's words without a leading `A:`."""
    match = read_language().answer.match(text)
    return text[match.end() :] if match else text


def _asks(text: str) -> bool:
    return ("?" in text or "？" in text) and _ENDS.search(text) is not None


def _asks_plainly(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    asked = _asks(block.text.split("\n", 1)[0])
    if block.kind == "heading":
        return asked or read_language().question.match(block.source) is not None
    if block.kind not in ("paragraph", "item", "quote"):
        return False
    if read_language().question.match(block.source):
        return True
    if block.kind == "quote":
        return (asked or _asks(block.text)) and len(block.text.split()) < 40
    if block.source.startswith("**") and _asks_in_quotes(block):
        return True
    bold = _EMPHASISED.match(block.source)
    return bold is not None and _asks(bold[2])


def _asks_weakly(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind == "row":
        return any(_asks(cell) for cell in block.text.split(" | ")[:2])
    first = block.text.strip().split("\n")[0]
    asked = _asks(first) or _asks_in_quotes(block)
    return block.kind in ("paragraph", "item") and asked and len(first.split()) < 40


def _asks_in_quotes(block: Block) -> bool:
    """Whether a paragraph is a quoted question and nothing else; a quoted item is an example of what may be asked."""
    return block.kind == "paragraph" and _QUOTED.fullmatch(block.text) is not None


def _list_tabled(blocks: Sequence[Block]) -> list[int]:
    """The rows of tables whose head says `Question`, whatever they end with."""
    found: list[int] = []
    asks = False
    for index, block in enumerate(blocks):
        head = block.kind == "row" and (index == 0 or blocks[index - 1].kind != "row")
        if head:
            asks = any(read_language().has_word("loose", cell.strip()) for cell in block.text.split(" | "))
        elif asks and block.kind == "row" and block.text.strip(" |"):
            found.append(index)
    return found


def _outermost(starts: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """The questions without those that are asked in an answer: items below an item that asks."""
    found: list[int] = []
    for index in starts:
        asked = blocks[found[-1]] if found else None
        between = blocks[found[-1] : index] if found else ()
        below = asked is not None and asked.kind == blocks[index].kind == "item" and asked.level < blocks[index].level
        if not (below and all(block.kind in ("item", "paragraph") for block in between)):
            found.append(index)
    return found


def _heads_an_answer(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1].kind if index + 1 < len(blocks) else "heading"
    return blocks[index].kind == "heading" and bool(blocks[index].text) and following != "heading"


def _leads_an_answer(blocks: Sequence[Block], index: int) -> bool:
    """Whether bold words ask without a question mark, and have an answer."""
    return _is_answered(blocks, index) and read_language().interrogative.match(_bare(blocks[index].text)) is not None


def _asks_first(blocks: Sequence[Block], index: int) -> bool:
    """Whether a paragraph or an item is a question with its answer behind it: `What does it cost? It is $9.`."""
    text = blocks[index].text
    asked = re.match(r"[^.!?？。\n]{3,200}[?？]\s", text) if blocks[index].kind in ("paragraph", "item") else None
    return asked is not None and bool(text[asked.end() :].strip())


def _is_answered(blocks: Sequence[Block], index: int) -> bool:
    """Whether a bold line, or the bold words before others, have something after them."""
    bold = _BOLD.match(blocks[index].source) if blocks[index].kind in ("paragraph", "item") else None
    if bold is None:
        return False
    answered = index + 1 < len(blocks) and blocks[index + 1].kind not in ("heading", "rule")
    return answered or blocks[index].source.strip() != bold[0].strip()


def _bare(title: str) -> str:
    number = _NUMBER.match(title)
    return title[number.end() :] if number else title


def _with_unmarked(starts: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """The questions, and between them what has their form and only lacks the question mark: `3. What could fail`."""
    found = set(starts)
    forms = {form for n in starts if (form := _form(blocks[n]))}
    for index, block in enumerate(blocks):
        if index in found or not forms or _form(block) not in forms:
            continue
        asks = _bare(block.text) != block.text or read_language().interrogative.match(block.text)
        if asks and (_heads_an_answer(blocks, index) or _is_answered(blocks, index)):
            found.add(index)
    return sorted(found)


def _form(block: Block) -> tuple[str, int, bool, bool] | None:
    """What questions of one document have in common: kind, level, whether they are numbered and stand alone."""
    if block.kind == "heading":
        return "heading", block.level, _NUMBER.match(block.text) is not None, True
    bold = _BOLD.match(block.source) if block.kind in ("paragraph", "item") else None
    if bold is None:
        return None
    return block.kind, block.level, _NUMBER.match(bold["title"]) is not None, not bold["rest"]


def _unfold(block: Block) -> Block:
    """A question that stands with its answer in one block of another kind, as the lines of a paragraph."""
    if block.kind != "row":
        return block
    cells = block.text.split(" | ")
    worded = next((n for n, cell in enumerate(cells) if any(sign.isalpha() for sign in cell)), 0)
    asks = next((n for n, cell in enumerate(cells[:2]) if _asks(cell)), worded)
    return block._replace(kind="paragraph", text=f"{cells[asks]}\n{' | '.join(cells[asks + 1 :])}")


def _question(block: Block, following: Sequence[Block], element: str, audience: Audience | None) -> Question:
    in_table = block.kind == "row"
    block = _unfold(block)
    answer = _until_group(block, following)
    words, inline = block.text.split("\n", 1) if in_table else _split_asked(block)
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


def _split_asked(block: Block) -> tuple[str, str]:
    """The words that ask, and what stands after them in the same block."""
    if _asks_in_quotes(block):
        return block.text.strip().strip('"“”„«»「」『』‘’'), ""
    lead = _BOLD.match(block.source) if block.kind in ("paragraph", "item") else None
    if lead is not None and not _asks(lead["title"]) and not read_language().question.match(block.source):
        words = plain_text(lead[0].removesuffix(lead["rest"])).strip()
        if block.text.strip().startswith(words):
            _, _, inline = block.text.partition(words)
            return words, inline
    lines = block.text.split("\n")
    end = next((n for n, line in enumerate(lines) if _asks(line)), None)
    if end is None:
        answered = next((n for n, line in enumerate(lines) if n and read_language().answer.match(line)), None)
        end = answered - 1 if answered else None
    if end is not None:
        return "\n".join(lines[: end + 1]), "\n".join(lines[end + 1 :])
    ask = re.match(r"[^?？]*[?？]", block.text) if block.kind != "heading" else None
    return (ask[0], block.text[ask.end() :]) if ask else (block.text, "")


def _until_group(question: Block, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """An answer ends at a heading that opens a new group, and leaves out rules and empty headings."""
    answer: list[Block] = []
    for block in blocks:
        if block.kind == "heading" and block.text and (question.kind != "heading" or block.level <= question.level):
            break
        if block.kind != "rule" and block.text:
            answer.append(block)
    return tuple(answer)
