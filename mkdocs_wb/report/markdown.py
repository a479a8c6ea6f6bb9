"""Findings as Markdown, for a comment or a job's summary."""

from __future__ import annotations

import re
from itertools import groupby

from ..printable import printable
from .checked import Checked

SIGNS = {"error": "🔴 error", "warning": "🟡 warning", "info": "🔵 info"}


# What a forge would make a link of, or a mention that somebody is told of.
_LINKED = re.compile(r"@|[#!](?=\d)|www(?=\.)|\bgh(?=-\d)", re.IGNORECASE)


def render(checked: Checked) -> str:
    """A list a file, under the summary."""
    lines = [f"**{checked.summary()}**"]
    for path, findings in groupby(checked.findings, key=lambda finding: finding.path):
        lines += ["", f"{code(path)}", ""]
        for finding in findings:
            help_ = f"<br>{prose(finding.help)}" if finding.help else ""
            lines.append(
                f"- {SIGNS[finding.severity.value]}, line {finding.place.line}: {prose(finding.message)} ({code(finding.rule)}){help_}"
            )
    return "\n".join(lines)


def escape(text: str) -> str:
    """Text from a document as text: no markup, no HTML, nobody mentioned, no issue referred to, one line."""
    text = " ".join(printable(text).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"([\\`*_\[\]|~#!])", r"\\\1", text)
    text = _LINKED.sub(lambda match: f"{match[0]}\u200b", text).replace("://", ":\u200b//")
    return text.replace("$", "&#36;")  # GitHub reads $…$ as a formula


def prose(text: str) -> str:
    """A message of ours, with what stands between backticks as code: a command can be copied, a key is not taken for a word."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    return "".join(code(part) if index % 2 and part.strip() else keep_blanks(part) for index, part in enumerate(parts))


def keep_blanks(text: str) -> str:
    """Escaped, with the blanks at either end."""
    before, after = text[:1].isspace(), text[-1:].isspace() and bool(text.strip())
    return f"{' ' if before else ''}{escape(text)}{' ' if after else ''}"


def code(text: str) -> str:
    """Text as code, whatever backticks it has itself."""
    text = " ".join(printable(text).split())
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"
