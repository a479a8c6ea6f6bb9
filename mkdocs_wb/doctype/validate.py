"""Validating a projection, and saying each violation in plain words at its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import referencing.exceptions
from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import SchemaError, ValidationError
from referencing import Registry, Resource

from ..errors import WbError
from ..model import DocumentType
from ..parse.language.period import parse_period
from .patterns import PatternError, find_keys, find_pattern, has_keyed_patterns, is_pattern, matches, settle_keys
from .places import find_loop, find_pointer
from .schema import read_bundled

_FORMATS = FormatChecker(formats=["email", "uuid"])
_FORMATS.checks("regex")(is_pattern)
_MEASURED = "wb:element"
_NAMED = {"title", "description"}
_DEEPEST = 10
_CLOSED = ("additionalProperties", "unevaluatedProperties")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@_FORMATS.checks("date")
def is_date(value: object) -> bool:
    """Whether a text is a calendar date such as 2026-03-01."""
    if not isinstance(value, str):
        return True
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@_FORMATS.checks("period")
def is_period(value: object) -> bool:
    """Whether a text is a date, a month (2026-03), a quarter (2026-Q1) or a year: a format of our own vocabulary."""
    return not isinstance(value, str) or parse_period(value) is not None


class Violation(NamedTuple):
    """One way in which a document is not what its schema says.

    `path` leads to the value in the projection; `missing` is the name of a property that is required and absent, or
    None where a value is there and wrong; `is_unknown` says that the property itself is not to be there.
    """

    path: tuple[str | int, ...]
    missing: str | None
    expected: str
    found: str
    is_unknown: bool = False


Validate = Callable[[Mapping[str, Any]], Iterator[Violation]]


def make_validator(document_type: DocumentType) -> Validate:
    """A function from a projection to its violations.

    Raises:
        WbError: the type's schema is not a valid JSON Schema, or refers to itself. Calling the function raises one as
            well, where the schema refers to another that is not bundled, or where a pattern in it takes too long.
    """
    source = document_type.source or document_type.name
    if not any(document_type.schema is bundled for bundled in read_bundled().values()):
        _require_valid(document_type.schema, source)
    resources = [(name, Resource.from_contents(schema)) for name, schema in read_bundled().items()]
    registry: Registry[Any] = Registry().with_resources(resources)  # closed: it retrieves nothing
    schema = inline_bundled(document_type.schema)
    validator = _Validator(schema, registry=registry, format_checker=_FORMATS)
    is_keyed = has_keyed_patterns(schema)

    def validate(projection: Mapping[str, Any]) -> Iterator[Violation]:
        try:
            chosen = validator
            if is_keyed:
                chosen = _Validator(
                    settle_keys(schema, find_keys(projection)), registry=registry, format_checker=_FORMATS
                )
            for error in chosen.iter_errors(projection):
                yield from _violations(error)
        except PatternError as error:
            message = f"{source}: {find_pattern(document_type.schema, error.pattern)}: {error}"
            raise WbError(message) from error
        except referencing.exceptions.Unresolvable as error:
            reference = getattr(error, "anchor", error.ref)
            raise WbError(_describe_unresolved(reference, document_type)) from error
        except RecursionError as error:
            message = f"{source}: a $ref in it leads back to itself"
            raise WbError(message) from error
        except ValueError as error:
            message = f"{source}: a $ref in it is no address"
            raise WbError(message) from error

    return validate


def _require_valid(schema: Any, source: str) -> None:
    """Refuse what is no schema, or refers to itself."""
    try:
        Draft202012Validator.check_schema(schema, format_checker=_FORMATS)
    except SchemaError as error:
        at = "/".join(str(part) for part in error.absolute_path)
        message = f"{source}: not a valid JSON Schema at /{at}: {error.message}"
        raise WbError(message) from error
    except RecursionError as error:
        message = f"{source}: not a valid JSON Schema: it is nested too deeply"
        raise WbError(message) from error
    if loop := find_loop(schema):
        message = f"{source}: {loop}: it leads back to itself"
        raise WbError(message)


def inline_bundled(schema: Any, depth: int = 0) -> Any:
    """A schema with the bundled ones that it refers to in the place of its `$ref`s.

    Following them costs most of a validation. A `$ref` beside other keywords becomes one more part of `allOf`, which
    means the same. An element that is only named is not looked into.
    """
    if isinstance(schema, list):
        return [inline_bundled(item, depth) for item in schema]
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return schema
    inlined = {key: inline_bundled(value, depth) for key, value in schema.items() if key not in ("$ref", "wb")}
    reference = schema.get("$ref")
    bundled = read_bundled().get(reference) if isinstance(reference, str) else None
    if bundled is None:
        return inlined if reference is None else {**inlined, "$ref": reference}
    if reference == _MEASURED:  # what we measured ourselves is of the kind we say
        return inlined if set(inlined) - _NAMED else True
    part = {key: value for key, value in inline_bundled(bundled, depth + 1).items() if key not in ("$id", "$schema")}
    return {**inlined, "allOf": [*inlined.get("allOf", []), part]}


def _match_pattern(_validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    """The keyword `pattern`, in bounded time."""
    if isinstance(instance, str) and not matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _describe_unresolved(reference: str, document_type: DocumentType) -> str:
    """What to say of a `$ref` that leads nowhere."""
    source = document_type.source or document_type.name
    local = find_pointer(document_type.schema, "$ref", f"#{reference}")
    if local:
        return f"{source}: {local}: there is nothing at #{reference}, to which its $ref leads"
    at = find_pointer(document_type.schema, "$ref", reference) or find_pointer(
        document_type.schema, "$dynamicRef", reference
    )
    return f"{source}: {at or '/'}: $ref to {reference}, which is not bundled; nothing is fetched"


_Validator: Any = validators.extend(Draft202012Validator, {"pattern": _match_pattern})  # type: ignore[no-untyped-call]


def _violations(error: ValidationError) -> Iterator[Violation]:
    """An error of the validator as violations, each of one property."""
    path = tuple(error.absolute_path)
    if error.validator in ("required", "dependentRequired"):
        yield Violation(path, _find_missing(error), "", "")
    elif error.validator in _CLOSED and error.validator_value is False and isinstance(error.instance, dict):
        for key in error.instance:
            if repr(key) in error.message:
                yield Violation((*path, key), None, "", "", is_unknown=True)
    elif "propertyNames" in error.absolute_schema_path and isinstance(error.instance, str):
        yield Violation((*path, error.instance), None, _describe(error), describe_value(error.instance))
    else:
        yield Violation(path, None, _describe(error), describe_value(error.instance))


def _find_missing(error: ValidationError) -> str:
    """The name of the property that an error misses."""
    value: Any = error.validator_value
    if isinstance(value, dict):
        value = [(name, key) for key, names in value.items() for name in names]
        return next((name for name, key in value if error.message == f"{name!r} is a dependency of {key!r}"), "")
    return next((name for name in value if error.message == f"{name!r} is a required property"), "")


def _describe(error: ValidationError) -> str:
    """What the schema expects: its own description, else the keyword in words."""
    schema = error.schema if isinstance(error.schema, dict) else {}
    if "description" in schema:
        return str(schema["description"])
    value: Any = error.validator_value
    if error.validator == "enum":
        return "one of " + ", ".join(str(item) for item in value)
    words = {
        "type": "{value}",
        "const": "{value}",
        "pattern": "text of the form {value}",
        "format": "a {value}",
        "minLength": "at least {value} characters",
        "maxLength": "at most {value} characters",
        "minimum": "at least {value}",
        "maximum": "at most {value}",
        "minItems": "at least {value} entries",
        "maxItems": "at most {value} entries",
    }
    if error.validator == "type":
        names = {
            "string": "text",
            "array": "a list",
            "object": "a mapping",
            "integer": "a whole number",
            "number": "a number",
            "boolean": "true or false",
            "null": "nothing",
        }
        kinds = value if isinstance(value, list) else [value]
        return " or ".join(names.get(kind, str(kind)) for kind in kinds)
    return words.get(str(error.validator), "what the schema's “{keyword}” says").format(
        value=value, keyword=error.validator
    )


def describe_value(value: Any) -> str:
    """A value as a message names it, cut where it is long."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"
