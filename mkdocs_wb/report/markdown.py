"""Findings as Markdown, for a comment or a job's summary."""

from __future__ import annotations

import re
from itertools import groupby

from .checked import Checked

_SIGNS = {"error": "🔴 error", "warning": "🟡 warning", "info": "🔵 info"}


def render(checked: Checked) -> str:
    """A list a file, under the summary."""
    lines = [f"**{checked.summary()}**"]
    for path, findings in groupby(checked.findings, key=lambda finding: finding.path):
        lines += ["", f"{code(path)}", ""]
        for finding in findings:
            help_ = f"<br>{escape(finding.help)}" if finding.help else ""
            lines.append(
                f"- {_SIGNS[finding.severity.value]}, line {finding.place.line}: {escape(finding.message)} ({code(finding.rule)}){help_}"
            )
    return "\n".join(lines)


def escape(text: str) -> str:
    """Text from a document as text: no markup, no HTML, nobody mentioned, no issue referred to, one line."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!])", r"\\\1", text).replace("@", "@\u200b").replace("://", ":\u200b//")


def code(text: str) -> str:
    """Text as code, whatever backticks it has itself."""
    text = " ".join(text.split())
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"
