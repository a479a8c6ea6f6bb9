"""Validating a projection, and saying each violation in plain words at its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import referencing.exceptions
import regex
from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import SchemaError, ValidationError
from referencing import Registry, Resource

from ..errors import WbError
from ..model import DocumentType
from ..parse.period import parse_period
from .schema import read_bundled

_FORMATS = FormatChecker(formats=["email", "regex", "uuid"])
_PATIENCE = 0.5  # seconds
_MEASURED = "wb:element"
_DEEPEST = 10
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


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a document is not what its schema says.

    `path` leads to the value in the projection; `missing` is the name of a property that is required and absent, or
    None where a value is there and wrong.
    """

    path: tuple[str | int, ...]
    missing: str | None
    expected: str
    found: str


Validate = Callable[[Mapping[str, Any]], Iterator[Violation]]


def make_validator(document_type: DocumentType) -> Validate:
    """A function from a projection to its violations.

    Raises:
        WbError: the type's schema is not a valid JSON Schema, or refers to one that is not bundled.
    """
    try:
        Draft202012Validator.check_schema(document_type.schema)
    except SchemaError as error:
        at = "/".join(str(part) for part in error.absolute_path)
        message = f"{document_type.name}: not a valid JSON Schema at /{at}: {error.message}"
        raise WbError(message) from error
    except RecursionError as error:
        message = f"{document_type.name}: not a valid JSON Schema: it is nested too deeply"
        raise WbError(message) from error
    resources = [(name, Resource.from_contents(schema)) for name, schema in read_bundled().items()]
    registry: Registry[Any] = Registry().with_resources(resources)  # closed: it retrieves nothing
    schema = inline_bundled(document_type.schema)
    validator = _Validator(schema, registry=registry, format_checker=_FORMATS)

    def validate(projection: Mapping[str, Any]) -> Iterator[Violation]:
        try:
            for error in validator.iter_errors(projection):
                yield _violation(error)
        except referencing.exceptions.Unresolvable as error:
            message = f"{document_type.name}: $ref to {error.ref}, which is not bundled; nothing is fetched"
            raise WbError(message) from error
        except (RecursionError, ValueError) as error:
            message = f"{document_type.name}: a $ref in it leads back to itself, or is no address"
            raise WbError(message) from error

    return validate


def inline_bundled(schema: Any, depth: int = 0) -> Any:
    """A schema with the bundled ones that it refers to in the place of its `$ref`s.

    Following them costs most of a validation. A `$ref` beside other keywords becomes one more part of `allOf`, which
    means the same.
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
        return inlined
    part = {key: value for key, value in inline_bundled(bundled, depth + 1).items() if key not in ("$id", "$schema")}
    return {**inlined, "allOf": [*inlined.get("allOf", []), part]}


def _match_pattern(_validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    """The keyword `pattern`, in bounded time: a team's expression may run for ever on the right text."""
    if not isinstance(instance, str):
        return
    try:
        matches = regex.search(pattern, instance, timeout=_PATIENCE)
    except TimeoutError:
        yield ValidationError(f"the pattern {pattern!r} took longer than {_PATIENCE} s")
        return
    if matches is None:
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: Any = validators.extend(Draft202012Validator, {"pattern": _match_pattern})  # type: ignore[no-untyped-call]


def _violation(error: ValidationError) -> Violation:
    path = tuple(error.absolute_path)
    if error.validator == "required" and isinstance(error.validator_value, list) and isinstance(error.instance, dict):
        names = (name for name in error.validator_value if error.message == f"{name!r} is a required property")
        missing = next(names, "")
        return Violation(path, missing, "", "")
    return Violation(path, None, _describe(error), describe_value(error.instance))


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
