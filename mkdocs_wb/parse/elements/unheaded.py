"""An FAQ that no heading and no label names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Block, DocumentType
from ..forms.groups import ASKS
from ..forms.spans import Span
from ..language.language import read_language

_BOLD_QUESTION = re.compile(r"(?:\*\*|__)[^*_\n]+[?？](?:\*\*|__)")
_ASKING = ("paragraph", "item", "heading")
_FEWEST_MARKED, _FEWEST_ASKED = 2, 4  # questions that make an FAQ without a heading


def find_unheaded_questions(blocks: Sequence[Block], spans: Sequence[Span], document_type: DocumentType) -> Span | None:
    """An FAQ that nothing names: marked questions (`Q:`), or several in bold or in headings, up to what is no question."""
    element = next((kind.name for kind in document_type.elements.values() if kind.faq and not kind.parent), None)
    if element is None or any(document_type.elements[span.name].faq for span in spans):
        return None
    named = {span.first for span in spans}
    question = read_language().question
    marked = [n for n, block in enumerate(blocks) if block.kind in _ASKING and question.match(block.source)]
    asked = marked if len(marked) >= _FEWEST_MARKED else [n for n in _list_asked(blocks) if n not in named]
    if len(asked) < (_FEWEST_MARKED if asked is marked else _FEWEST_ASKED):
        return None
    level = blocks[asked[0]].level if blocks[asked[0]].kind == "heading" else 0
    inside = set(asked)
    last = next(
        (
            n
            for n in range(asked[-1] + 1, len(blocks))
            if n in named or (blocks[n].kind == "heading" and (not level or blocks[n].level <= level))
        ),
        len(blocks),
    )
    between = (n for n in range(asked[0], asked[-1]) if blocks[n].kind == "heading" and n not in inside)
    apart = any(level and blocks[n].level <= level for n in between)
    return None if apart or asked[0] == 0 else Span(element, asked[0], last, "pattern")


def _list_asked(blocks: Sequence[Block]) -> list[int]:
    """The blocks that ask by their form: all bold ones, or else all headings."""
    bold = [n for n, block in enumerate(blocks) if block.kind in _ASKING and _BOLD_QUESTION.match(block.source)]
    if len(bold) >= _FEWEST_ASKED:
        return bold
    return [n for n, block in enumerate(blocks) if block.kind == "heading" and block.text.rstrip().endswith(ASKS)]
