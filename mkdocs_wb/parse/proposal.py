"""A whole document, from bytes to `Proposal`."""

from __future__ import annotations

from ..model import DocumentType, FrontMatter, Problem, Proposal
from .blocks import parse_blocks
from .by_label import split_labels
from .digest import build_digest
from .elements import find_elements
from .front_matter import parse_front_matter
from .questions import find_questions
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


def _build(
    path: str,
    text: str,
    front_matter: FrontMatter,
    body: str,
    problems: tuple[Problem, ...],
    document_type: DocumentType,
    type_name: str,
) -> Proposal:
    blocks = split_labels(parse_blocks(body, front_matter.end), document_type.aliases)
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
