"""The style sheet and the script: each is one file on the site, and one file a subject here."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "assets"


def read_style() -> str:
    """The style sheet."""
    return _join("style", "css")


def read_script() -> str:
    """The script: its files share one scope, and nothing else on the page sees it."""
    return f'(() => {{\n"use strict";\n{_join("script", "js")}}})();\n'


def _join(folder: str, suffix: str) -> str:
    files = sorted((_FOLDER / folder).glob(f"*.{suffix}"))
    return "\n".join(file.read_text("utf-8") for file in files)
