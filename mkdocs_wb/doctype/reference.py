"""What else derives from a document type: its reference page, and the schema that editors complete front matter with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model import DocumentType
from .schema import find_required, read_bundled

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def build_editor_schema(statuses: Iterable[str], types: Iterable[str], goals: Iterable[str] | None) -> dict[str, Any]:
    """The schema of the front matter alone, with this team's statuses, types and goals as what may be chosen.

    YAML language servers read it; it refers to nothing outside itself.
    """
    schema = dict(read_bundled()["wb:front-matter"])
    properties = dict(schema["properties"])
    properties["status"] = {**properties["status"], "enum": list(statuses)}
    properties["type"] = {**properties["type"], "enum": list(types)}
    if goals is not None:
        choice = {"enum": list(goals)}
        properties["goals"] = {**properties["goals"], "anyOf": [choice, {"type": "array", "items": choice}]}
    return {**schema, "$schema": _DRAFT, "$id": "wb:front-matter-of-this-site", "properties": properties}


def render_reference(document_type: DocumentType) -> str:
    """A Markdown page of a document type: each element with its guidance and the headings it goes by."""
    required = find_required(document_type)
    lines = [f"# {document_type.title}", ""]
    description = document_type.schema.get("description")
    lines += [str(description), ""] if description else []
    lines += ["| Element | Required | What goes there | Headings and labels |", "|---|---|---|---|"]
    for element in document_type.elements.values():
        names = ", ".join(element.aliases)
        inside = (
            f" (in {document_type.elements[element.parent].title})" if element.parent in document_type.elements else ""
        )
        mark = "yes" if element.name in required else ""
        lines.append(
            f"| **{_cell(element.title)}**{_cell(inside)} `{element.name}` | {mark} | {_cell(element.guidance)} | {_cell(names)} |"
        )
    lines += ["", "## Front matter", "", "| Key | What it is |", "|---|---|"]
    fields: Mapping[str, Any] = read_bundled()["wb:front-matter"]["properties"]
    lines += [f"| `{key}` | {_cell(str(field.get('description', '')))} |" for key, field in fields.items()]
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
