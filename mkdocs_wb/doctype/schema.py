"""Loading a document type from its JSON Schema, and reading the annotations of the `wb` keyword in it.

`wb` stands beside the schema of an element: `aliases` by language, the first of each its name (`…` in one is the name
of a product); `guidance`, `parent`, `audience`, `questions` (it holds questions), `askers` by language (who asks them),
`scope` (false: a change of it is no change of scope).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from ..errors import OptionError, WbError, suggest
from ..model import DocumentType, ElementType
from ..parse.language.titles import fold_title
from ..real_paths import shown

BUNDLED = ("classic", "bryar-carr")
_PARTS = ("front-matter", "element", *BUNDLED)
_KEYS = ("aliases", "guidance", "parent", "questions", "audience", "askers", "scope")
_DEEPEST = 20


@cache
def read_bundled() -> Mapping[str, Any]:
    """The schemas that come with the package, by their `$id` (`wb:classic`)."""
    folder = resources.files(__package__)
    schemas = (json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in _PARTS)
    return {schema["$id"]: schema for schema in schemas}


def read_document_type(
    name: str, folder: Path = Path(), read: Callable[[Path], bytes] = Path.read_bytes
) -> DocumentType:
    """Load a document type.

    Args:
        name: a bundled type (`classic`, `bryar-carr`) or the path of a JSON Schema file.
        folder: what the path is relative to.
        read: gives a file's content, or raises an OSError.

    Raises:
        OptionError: there is no such type or file.
        WbError: it is no schema of a document type.
    """
    if name in BUNDLED:
        return _read_bundled_type(name)
    path = folder / name
    try:
        schema = json.loads(read(path).decode("utf-8"), object_pairs_hook=lambda pairs: _unique(pairs, path))
    except OSError as error:
        near = suggest(name, BUNDLED)
        expected = f"expected {', '.join(BUNDLED)} or the file of a schema"
        message = f"types: {expected}, found {name!r} ({error.strerror}){near}"
        raise OptionError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{shown(path)}: expected a JSON Schema, found no JSON ({error})"
        raise WbError(message) from error
    return parse_document_type(schema, path.stem, shown(path))


def _unique(pairs: list[tuple[str, Any]], path: Path) -> dict[str, Any]:
    """A mapping of a schema; JSON would keep the last of two equal keys without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        message = f"{shown(path)}: expected each key once, found {twice!r} again"
        raise WbError(message)
    return found


@cache
def _read_bundled_type(name: str) -> DocumentType:
    return parse_document_type(read_bundled()[f"wb:{name}"], name)


def parse_document_type(schema: Any, name: str, source: str = "") -> DocumentType:
    """Turn a schema into a document type.

    Args:
        schema: of the projection; its `properties.elements.properties` name the elements.
        name: what the type is called.
        source: as messages name the schema.

    Raises:
        WbError: the schema has no elements, or two of them claim one alias.
    """
    source = source or name
    elements: dict[str, ElementType] = {}
    for part in _chain(schema, source):
        for element, annotated in _elements_of(part, source).items():
            where = f"{source}: /properties/elements/properties/{element}"
            elements[element] = _element(element, _mapping(annotated, where), elements.get(element), where)
    if not elements:
        message = f"{source}: expected a schema with properties.elements.properties, found no element in it"
        raise WbError(message)
    _require_order(elements, source)
    for wanted in _list_required(schema, source):
        if wanted not in elements:
            hint = suggest(wanted, elements)
            message = f"{source}: /properties/elements/required: there is no element `{wanted}`{hint}"
            raise WbError(message)
    claimed: dict[str, str] = {}
    for kind in elements.values():
        for alias in kind.aliases:
            other = claimed.setdefault(fold_title(alias), kind.name)
            if other != kind.name:
                message = f"{source}: the alias “{alias}” is claimed by {other} and by {kind.name}; leave it to one"
                raise WbError(message)
    return DocumentType(name, str(schema.get("title", name)), elements, claimed, schema, source)


def find_required(document_type: DocumentType) -> frozenset[str]:
    """The elements that a complete document has, whatever its status."""
    return frozenset(_list_required(document_type.schema, document_type.name))


def _list_required(schema: Any, source: str) -> list[str]:
    """The elements that a schema and what it extends demand; what is no list of names is refused as a schema."""
    given = (part.get("properties", {}).get("elements", {}) for part in _chain(schema, source))
    listed = (one.get("required", []) for one in given if isinstance(one, dict))
    return [name for names in listed if isinstance(names, list) for name in names if isinstance(name, str)]


def _require_order(elements: Mapping[str, ElementType], source: str) -> None:
    """Refuse an element that stands in one there is not, or in itself."""
    for kind in elements.values():
        way, parent = [kind.name], kind.parent
        while parent:
            if parent not in elements:
                message = f"{source}: {way[-1]} stands in {parent}, which is no element of this type"
                raise WbError(message)
            if parent == kind.name:
                between = f", by way of {', '.join(way[1:])}" if way[1:] else ""
                message = f"{source}: {kind.name} stands in itself{between}; take one `parent` out"
                raise WbError(message)
            if parent in way:
                break  # the circle is told by those that are in it
            way.append(parent)
            parent = elements[parent].parent


def find_aliases(document_type: DocumentType) -> dict[str, dict[str, list[str]]]:
    """The names of each element by language; those that were given without one are under `any`."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, kind in document_type.elements.items():
        found[name] = {"any": [kind.title]}
        for part in _chain(document_type.schema, document_type.source):
            annotated = _elements_of(part, document_type.source).get(name)
            given = annotated.get("wb", {}).get("aliases") if isinstance(annotated, dict) else None
            if given:
                found[name] = given if isinstance(given, dict) else {"any": given}
    return found


def _chain(schema: Any, source: str, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """A schema after everything it extends by `$ref` to a bundled one."""
    if not isinstance(schema, dict):
        message = f"{source}: expected a JSON Schema, found {type(schema).__name__}"
        raise WbError(message)
    if depth > _DEEPEST:
        message = f"{source}: its $ref leads back to itself"
        raise WbError(message)
    parts = schema.get("allOf", [])
    parts = parts if isinstance(parts, list) else []
    references = [schema.get("$ref"), *(part.get("$ref") for part in parts if isinstance(part, dict))]
    for reference in references:
        if isinstance(reference, str) and not reference.startswith("#"):
            base = read_bundled().get(reference)
            if base is None:
                known = ", ".join(f"wb:{name}" for name in BUNDLED)
                message = f"{source}: $ref to {reference}, which is not bundled ({known}); nothing is fetched"
                raise WbError(message)
            yield from _chain(base, source, depth + 1)
    yield schema


def _elements_of(part: Mapping[str, Any], source: str) -> Mapping[str, Any]:
    """The elements that one schema names."""
    properties = _mapping(part.get("properties", {}), f"{source}: /properties")
    named = _mapping(properties.get("elements", {}), f"{source}: /properties/elements")
    return _mapping(named.get("properties", {}), f"{source}: /properties/elements/properties")


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    """A mapping, or an error that names the place: annotations are read before anything validates the schema."""
    if value is True:
        return {}
    if not isinstance(value, dict):
        message = f"{where}: expected a mapping, found {type(value).__name__}"
        raise WbError(message)
    return value


def _annotation(own: Mapping[str, Any], key: str, kind: type, fallback: Any, where: str) -> Any:
    value = own.get(key, fallback)
    if value is not None and not isinstance(value, kind):
        message = f"{where}/{key}: expected {kind.__name__}, found {value!r}"
        raise WbError(message)
    return value


def _element(name: str, annotated: Mapping[str, Any], base: ElementType | None, where: str) -> ElementType:
    """An element's annotations, over those of the type that is extended."""
    own = _mapping(annotated.get("wb", {}), f"{where}/wb")
    for key in own:
        if key not in _KEYS:
            message = f"{where}/wb: there is no key `{key}`{suggest(key, _KEYS)}"
            raise WbError(message)
    base = base or ElementType(name, name.replace("_", " ").capitalize())
    title = _annotation(annotated, "title", str, base.title, where)
    aliases = _by_language(own, "aliases", f"{where}/wb")
    askers = _by_language(own, "askers", f"{where}/wb")
    given = tuple(dict.fromkeys(alias for group in aliases for alias in group))
    names = tuple(dict.fromkeys([title, *(group[0] for group in aliases if group)]))
    audience = own.get("audience", base.audience)
    if audience not in (None, "external", "internal"):
        message = f"{where}/wb/audience: expected external or internal, found {audience!r}"
        raise WbError(message)
    return ElementType(
        name=name,
        title=title,
        aliases=given or base.aliases or (title,),
        guidance=_annotation(own, "guidance", str, base.guidance, f"{where}/wb"),
        parent=_annotation(own, "parent", str, base.parent, f"{where}/wb"),
        audience=audience,
        faq=_annotation(own, "questions", bool, base.faq, f"{where}/wb"),
        scope=_annotation(own, "scope", bool, base.scope, f"{where}/wb"),
        names=names if given else (base.names or names),
        askers=tuple(asker for group in askers for asker in group) or base.askers,
    )


def _by_language(own: Mapping[str, Any], key: str, where: str) -> list[list[str]]:
    """The lists of words of a key, one for each language."""
    value = own.get(key, [])
    listed = list(value.values()) if isinstance(value, dict) else [value]
    if not all(isinstance(group, list) and all(isinstance(word, str) for word in group) for group in listed):
        message = f"{where}/{key}: expected a list of texts, or a mapping from a language to one"
        raise WbError(message)
    return listed
