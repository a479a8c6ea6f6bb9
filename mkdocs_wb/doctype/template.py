"""The template of a document type: its elements in order, with guidance as comments that never reach the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from ..model import DocumentType, ElementType
from .front_matter import build_front_matter

_WRITTEN = ("title", "status", "type", "created")


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
    ]
    asked = dict.fromkeys(["owner", *build_front_matter(document_type)["required"]])
    head += [f"{key}:" for key in asked if key not in _WRITTEN]
    head += [f"type: {type_name}"] if named else []
    head += [f"created: {created.isoformat()}"]
    head += ["target_launch:"] if "press_release" in document_type.elements else []
    return "\n".join([*head, "---", "", f"# {title}", "", *_body(document_type)])


def _body(document_type: DocumentType) -> Iterator[str]:
    elements = document_type.elements
    parents = {element.parent for element in elements.values()}
    for element in elements.values():
        if element.name in ("press_release", "dateline"):
            continue
        if element.name == "headline":
            yield from _comment(element)
        elif element.name == "subheading":
            yield from ("*For …, who …*", "", *_comment(element))
        else:
            level = "###" if element.parent in elements and elements[element.parent].faq else "##"
            yield from (f"{level} {element.title}", "", *_comment(element))
            if element.faq and element.name not in parents:
                yield from (f"{level}# …?", "")


def _comment(element: ElementType) -> tuple[str, ...]:
    return (f"<!-- wb: {element.guidance} -->", "") if element.guidance else ()
