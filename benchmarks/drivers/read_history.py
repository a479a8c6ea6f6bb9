"""Read the revisions of every proposal below a folder, and the contents of all of them, with mkdocs_wb."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from mkdocs_wb.history.history import read_history


def main() -> None:
    """Print how much was read."""
    folder = Path(sys.argv[1])
    files = sorted(folder.rglob("*.md"))
    with closing(read_history(folder, files)) as history:
        revisions = [revision for file in files for revision in history.revisions(file)]
        contents = history.read(revision.blob for revision in revisions)
    print(f"{len(files)} files, {len(revisions)} revisions, {len(contents)} contents")


if __name__ == "__main__":
    main()
