"""Workflow commands of GitHub Actions, which it shows as annotations at their lines."""

from __future__ import annotations

from ..model import Severity
from ..printable import printable
from .checked import Checked

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(checked: Checked) -> str:
    """One command a finding, then the summary."""
    return "\n".join([*annotate(checked), checked.summary()])


def annotate(checked: Checked) -> list[str]:
    """One command a finding."""
    lines = []
    for finding in checked.findings:
        values = {"file": finding.path, "line": finding.place.line, "col": finding.place.column, "title": finding.rule}
        properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in values.items())
        message = "\n".join(printable(text) for text in (finding.message, finding.help) if text)
        lines.append(f"::{_COMMANDS[finding.severity]} {properties}::{escape(message)}")
    return lines


def annotate_file(path: str, severity: Severity, title: str, text: str) -> str:
    """A command about a file as a whole."""
    properties = f"file={_escape_property(path)},title={_escape_property(title)}"
    return f"::{_COMMANDS[severity]} {properties}::{escape(printable(text))}"


def annotate_failure(title: str, text: str) -> str:
    """A command that says what could not be done."""
    return f"::error title={_escape_property(title)}::{escape(printable(text))}"


def escape(text: str) -> str:
    """As the runner's own toolkit escapes a message, so that no text from a document becomes a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return escape(text).replace(":", "%3A").replace(",", "%2C")
