"""What else derives from a document type: its reference page, and the schema that editors complete front matter with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model import DocumentType
from .front_matter import build_front_matter
from .schema import find_aliases, find_required, read_bundled

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def build_editor_schema(
    statuses: Iterable[str], types: Mapping[str, DocumentType], goals: Iterable[str] | None
) -> dict[str, Any]:
    """The schema of the front matter alone, with this team's statuses, types and goals as what may be chosen.

    YAML language servers read it; it refers to nothing outside itself. It has the keys of all types, and requires what
    all of them require.
    """
    schema = dict(read_bundled()["wb:front-matter"])
    own = [build_front_matter(kind) for kind in types.values()]
    properties: dict[str, Any] = {}
    for each in own:
        properties.update(each["properties"])
    required = [key for key in own[0]["required"] if all(key in each["required"] for each in own)]
    properties["status"] = {**properties["status"], "enum": list(statuses)}
    properties["type"] = {**properties["type"], "enum": list(types)}
    if goals is not None:
        choice = {"enum": list(goals)}
        properties["goals"] = {**properties["goals"], "anyOf": [choice, {"type": "array", "items": choice}]}
    written = {key: _as_written(each, may_be_empty=key not in required) for key, each in properties.items()}
    return {
        **schema,
        "$schema": _DRAFT,
        "$id": "wb:front-matter-of-this-site",
        "properties": written,
        "required": required,
    }


def _as_written(schema: Any, *, may_be_empty: bool) -> Any:
    """A schema in which text may look like a number (`2027`) or be empty: an editor does not know that text is meant."""
    if isinstance(schema, list):
        return [_as_written(item, may_be_empty=may_be_empty) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _as_written(value, may_be_empty=may_be_empty) for key, value in schema.items()}
    if inner.get("type") == "string" and "enum" not in inner:
        inner["type"] = ["string", "number", *(["null"] if may_be_empty else [])]
    return inner


def render_reference(document_type: DocumentType) -> str:
    """A Markdown page of a document type: each element with its guidance, then the headings each goes by."""
    required = find_required(document_type)
    lines = [f"# {document_type.title}", ""]
    description = document_type.schema.get("description")
    lines += [str(description), ""] if description else []
    lines += ["| Element | Required | What goes there |", "|---|---|---|"]
    for element in document_type.elements.values():
        inside = (
            f" (in {document_type.elements[element.parent].title})" if element.parent in document_type.elements else ""
        )
        mark = "yes" if element.name in required else ""
        lines.append(
            f"| **{_cell(element.title)}**{_cell(inside)} `{element.name}` | {mark} | {_cell(element.guidance)} |"
        )
    lines += ["", "## Front matter", "", "| Key | Required | What it is |", "|---|---|---|"]
    front_matter = build_front_matter(document_type)
    for key, field in front_matter["properties"].items():
        lines.append(f"| `{key}` | {'yes' if key in front_matter['required'] else ''} | {_cell(_describe(field))} |")
    lines += [
        "",
        "## Headings and labels",
        "",
        "An element goes by any of its names. `…` stands for up to three words.",
    ]
    for name, languages in find_aliases(document_type).items():
        lines += ["", f"### {document_type.elements[name].title}", ""]
        lines += [f"- {code}: {', '.join(aliases)}" for code, aliases in languages.items() if aliases]
    return "\n".join([*lines, ""])


def _describe(field: Any) -> str:
    return str(field.get("description", "")) if isinstance(field, dict) else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
