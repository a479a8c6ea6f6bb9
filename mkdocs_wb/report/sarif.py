"""SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..model import Finding, Severity
from ..printable import printable
from ..rules.check import find_page, read_rules
from .checked import Checked
from .gitlab import fingerprint_of

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(checked: Checked, failures: Sequence[str] = ()) -> str:
    """One run with every rule that spoke, and with what could not be read; valid without results, too."""
    rules = sorted({finding.rule for finding in checked.findings})
    driver = {"name": "wb", "semanticVersion": __version__, "rules": [_rule(name) for name in rules]}
    results = [_result(finding, rules.index(finding.rule), checked.line(finding)) for finding in checked.findings]
    run: dict[str, Any] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if failures:
        told = [{"level": "error", "message": {"text": printable(text)}} for text in failures]
        run["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": told}]
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def render_failure(message: str) -> str:
    """A run that could not be made."""
    return render(Checked(0, (), {}), [message])


def _rule(name: str) -> dict[str, Any]:
    """A rule in a sentence and why; code scanning of GitHub asks for all three keys, and shows `help`."""
    sentence, _, why = find_page(read_rules()[name]).split("\n## ", 1)[0].partition("\n")
    why = " ".join(why.split())
    return {
        "id": name,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": why},
        "help": {"text": f"{why} `wb explain {name}` shows examples."},
    }


def _result(finding: Finding, index: int, line: str) -> dict[str, Any]:
    text = f"{finding.message}; {finding.help}" if finding.help else finding.message
    text = text.replace("](", "]\u200b(")  # SARIF makes a link of it
    region = {"startLine": finding.place.line, "startColumn": finding.place.column}
    location = {"artifactLocation": {"uri": quote(finding.path, errors="surrogateescape")}, "region": region}
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"wb/v1": fingerprint_of(finding, line)},
    }
