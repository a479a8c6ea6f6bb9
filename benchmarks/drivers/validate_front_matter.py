"""Validate the front matter of every Markdown file below a folder, and do nothing else.

PyYAML in C, jsonschema, and the schema of mkdocs_wb: what a check that looks at no text costs. Scalars stay text, as in
mkdocs_wb, so that both validate the same values.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import yaml


def main() -> None:
    """Print how many files were validated and what was found."""
    folder, schema = map(Path, sys.argv[1:])
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found = 0
    files = sorted(folder.rglob("*.md"))
    for file in files:
        source = file.read_text(encoding="utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        front_matter = yaml.load(source, Loader=loader)  # noqa: S506  # it constructs nothing but text
        found += sum(1 for _ in validator.iter_errors(front_matter))
    print(f"{len(files)} files, {found} errors")


if __name__ == "__main__":
    main()
