"""A whole document, from bytes to `Proposal`."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Block, DocumentType, FrontMatter, Problem, Proposal
from .digest import build_digest
from .elements.by_label import split_labels
from .elements.elements import find_elements
from .elements.questions import find_questions
from .forms.notes import open_notes
from .forms.quoted import open_quoted
from .markdown.blocks import parse_blocks
from .markdown.raw_html import unfold
from .markdown.tables import split_tables
from .matter.front_matter import parse_front_matter
from .source import parse_source


def parse_proposal(data: bytes, path: str, document_type: DocumentType, type_name: str = "") -> Proposal:
    """Read a document. Never raises for anything written in it: what cannot be read is in its `problems`.

    Args:
        data: the file's bytes.
        path: as findings and links name the file.
        document_type: whose elements are looked for.
        type_name: what the team calls that type; the type's own name by default.
    """
    text, unreadable = parse_source(data)
    front_matter, body, problems = parse_front_matter(text)
    return _build(path, text, front_matter, body, (*unreadable, *problems), document_type, type_name)


def read_blocks(body: str, offset: int, aliases: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks of a text in which elements are looked for: notes and raw HTML unfolded, tables of elements and fused labels apart.

    Args:
        body: Markdown with LF line breaks.
        offset: how many lines of the file stand before it.
        aliases: from folded labels to the names of elements.
    """
    blocks = open_quoted(unfold(open_notes(parse_blocks(body, offset))), aliases)
    return split_labels(split_tables(blocks, aliases), aliases)


def _build(
    path: str,
    text: str,
    front_matter: FrontMatter,
    body: str,
    problems: tuple[Problem, ...],
    document_type: DocumentType,
    type_name: str,
) -> Proposal:
    blocks = read_blocks(body, front_matter.end, document_type.aliases)
    elements = find_elements(blocks, document_type)
    return Proposal(
        path=path,
        text=text,
        front_matter=front_matter,
        blocks=blocks,
        elements=elements,
        questions=find_questions(elements, document_type),
        type=type_name or document_type.name,
        digest=build_digest(front_matter, body),
        problems=problems,
    )
