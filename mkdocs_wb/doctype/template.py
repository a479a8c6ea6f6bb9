"""The template of a document type: its elements in order, with guidance as comments that never reach the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from ..model import DocumentType, ElementType


def render_template(
    document_type: DocumentType, type_name: str, title: str, created: date, schema: str, *, named: bool
) -> str:
    """A new document.

    Args:
        document_type: whose elements it has.
        type_name: what the team calls the type.
        title: of the proposal.
        created: the day it was begun.
        named: whether `type:` has to be written (it is not the default type).
        schema: where an editor finds the front matter's schema, relative to the document.
    """
    head = [
        "---",
        f"# yaml-language-server: $schema={schema}",
        f"title: {json.dumps(title, ensure_ascii=False)}",
        "status: draft",
        "owner:",
        "customer:",
    ]
    head += [f"type: {type_name}"] if named else []
    head += [f"created: {created.isoformat()}", "target_launch:", "---", ""]
    return "\n".join([*head, *_body(document_type, title)])


def _body(document_type: DocumentType, title: str) -> Iterator[str]:
    elements = document_type.elements
    parents = {element.parent for element in elements.values()}
    for element in elements.values():
        if element.name in ("press_release", "dateline"):
            continue
        if element.name == "headline":
            yield from (f"# {title}", "", _comment(element), "")
        elif element.name == "subheading":
            yield from ("*For …, who …*", "", _comment(element), "")
        else:
            level = "###" if element.parent and elements[element.parent].faq else "##"
            yield from (f"{level} {element.title}", "", _comment(element), "")
            if element.faq and element.name not in parents:
                yield from (f"{level}# …?", "")


def _comment(element: ElementType) -> str:
    return f"<!-- wb: {element.guidance} -->"
