"""`python -m benchmarks`: measure, and print the table."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

from .rows import NAMES, Bench, say
from .table import Row, render_table
from .timing import RunError


def main() -> None:
    """Measure what was asked for; a measurement that fails is said, and the others go on."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--n", type=int, default=1000, metavar="N", help="how many proposals (1000)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, whose median counts (3)")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder, and leave it there")
    parser.add_argument(
        "--versions", type=Path, metavar="DIR", help="for marks: a folder of versions for each document"
    )
    chosen = parser.parse_args()
    if chosen.n < 10 or chosen.runs < 1:
        parser.error("expected --n of 10 or more and --runs of 1 or more")
    with ExitStack() as stack:
        if chosen.keep:
            if chosen.keep.exists():
                parser.error(f"--keep: {chosen.keep} is there already; name a new folder")
            chosen.keep.mkdir(parents=True)
        folder = chosen.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wb-benchmarks-")))
        bench = Bench(folder.resolve(), chosen.n, chosen.runs, chosen.versions)
        print(render_table([row for name in chosen.only for row in _measure(bench, name)]))


def _measure(bench: Bench, name: str) -> list[Row]:
    try:
        return bench.rows[name]()
    except RunError as error:
        say(f"{name} failed: {error}")
        return []


if __name__ == "__main__":
    main()
