"""proposals.json: the portfolio for machines, and the JSON Schema of it. Both derive from one table of keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..lifecycle import Stage
from ..model import Baseline, Entry, Scope, Verdict
from .site import SCHEMA, Href, Site

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_TEXTS = {"type": "array", "items": _TEXT}
_MOMENT = {"type": ["string", "null"], "format": "date-time"}
_ADDRESS = {"type": "string", "format": "uri-reference"}


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of an object: what it means, what JSON Schema says of its value, and where the value is taken from."""

    meaning: str
    schema: Mapping[str, Any]
    read: Callable[[Any], object]


_Keys = Mapping[str, _Key]


def render_data(site: Site, url: Href) -> str:
    """proposals.json: one object a proposal, in the portfolio's order.

    Args:
        site: whose portfolio to write.
        url: from a source path to the page's address from the site's root.
    """
    return _dump({"$schema": SCHEMA, **_read(_document_keys(site, url), site)})


def render_schema(site: Site) -> str:
    """The JSON Schema (2020-12) of proposals.json. Keys may be added to it; none is renamed or taken away."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A portfolio of proposals",
    }
    schema = _describe(_document_keys(site, str))
    schema["properties"] = {"$schema": {"const": SCHEMA}, **schema["properties"]}
    return _dump({**head, **schema})


def _document_keys(site: Site, url: Href) -> _Keys:
    keys = _proposal_keys(site, url)
    return {
        "as_of": _Key(
            "The time that everything is told as of.",
            {"type": "string", "format": "date-time"},
            lambda site: site.portfolio.as_of.isoformat(),
        ),
        "proposals": _Key(
            "The proposals in the lifecycle's order, then by title.",
            {"type": "array", "items": _describe(keys)},
            lambda site: [_read(keys, entry) for entry in site.portfolio.entries],
        ),
    }


def _proposal_keys(site: Site, url: Href) -> _Keys:
    return {
        "id": _Key("What other proposals call it.", _TEXT, lambda entry: entry.proposal.id),
        "type": _Key("The name of its document type.", _TEXT, lambda entry: entry.proposal.type),
        "title": _Key("Its title.", _TEXT, lambda entry: entry.proposal.title),
        "status": _Key(
            "Its status; null where what is given is none.",
            {"enum": [*site.lifecycle.statuses, None]},
            lambda entry: entry.status.name if entry.status else None,
        ),
        "stage": _Key(
            "The stage of its status.",
            {"enum": [*(stage.value for stage in Stage), None]},
            lambda entry: entry.status.stage.value if entry.status else None,
        ),
        "owner": _texts("owner", "Who owns it."),
        "customer": _texts("customer", "Whom it is for."),
        "goals": _texts("goals", "The goals it serves."),
        "tags": _texts("tags", "Its tags."),
        "created": _text("created", "When it was started, as it is written."),
        "target_launch": _text("target_launch", "When it is to be launched, as it is written."),
        "scope": _Key(
            "How it stands to the approved version.", _describe(_SCOPE), lambda entry: _read(_SCOPE, entry.scope)
        ),
        "approved": _Key(
            "The approved version; null where there is none, or nobody approved it who may.",
            {**_describe(_APPROVED), "type": ["object", "null"]},
            lambda entry: _read(_APPROVED, entry.scope.baseline) if _is_approved(entry.scope.baseline) else None,
        ),
        "updated": _Key(
            "The time of its newest revision.",
            _MOMENT,
            lambda entry: entry.revisions[0].date.isoformat() if entry.revisions else None,
        ),
        "path": _Key("Its file, from the folder of the site's sources.", _TEXT, lambda entry: entry.proposal.path),
        "url": _Key("Its page, from the site's root.", _ADDRESS, lambda entry: url(entry.proposal.path)),
        "badge": _Key(
            "Its badge, from the site's root.", _ADDRESS, lambda entry: quote(site.badges[entry.proposal.path])
        ),
    }


_SCOPE: _Keys = {
    "verdict": _Key(
        "What all changes together do to the promise.",
        {"enum": [verdict.value for verdict in Verdict]},
        lambda scope: scope.verdict.value,
    ),
    "growth": _Key(
        "Words added since, as a share of those that were approved; null where nothing was compared.",
        {"type": ["number", "null"], "minimum": 0},
        lambda scope: scope.growth,
    ),
    "kept": _Key(
        "The share of the approved words whose sentence still stands; null where nothing was compared.",
        {"type": ["number", "null"], "minimum": 0, "maximum": 1},
        lambda scope: scope.kept,
    ),
    "changes": _Key("How many changes there are.", {"type": "integer", "minimum": 0}, lambda scope: len(scope.changes)),
}

_APPROVED: _Keys = {
    "revision": _Key("Its commit.", _TEXT_OR_NULL, lambda baseline: baseline.revision or None),
    "date": _Key("When it was approved, as it is written.", _TEXT_OR_NULL, lambda baseline: baseline.date or None),
    "by": _Key("Who approved it.", _TEXTS, lambda baseline: list(baseline.by)),
}


def _is_approved(baseline: Baseline) -> bool:
    return baseline.source is not None and not baseline.unsigned


def _text(name: str, meaning: str) -> _Key:
    return _Key(meaning, _TEXT_OR_NULL, lambda entry: entry.proposal.front_matter.text(name) or None)


def _texts(name: str, meaning: str) -> _Key:
    return _Key(meaning, _TEXTS, lambda entry: list(entry.proposal.front_matter.texts(name)))


def _read(keys: _Keys, subject: Site | Entry | Scope | Baseline) -> dict[str, object]:
    return {name: key.read(subject) for name, key in keys.items()}


def _describe(keys: _Keys) -> dict[str, Any]:
    properties = {name: {"description": key.meaning, **key.schema} for name, key in keys.items()}
    return {"type": "object", "required": list(keys), "properties": properties}


def _dump(value: Mapping[str, object]) -> str:
    return f"{json.dumps(value, indent=1, ensure_ascii=True)}\n"
