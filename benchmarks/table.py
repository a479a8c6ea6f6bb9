"""The table: one line for each thing that was measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

_HEAD = ("what", "reference", "ours", "ratio", "goal", "met", "runs", "beside")


@dataclass(frozen=True, slots=True)
class Row:
    """Two medians or numbers, and what their ratio should be at most; `unit` is what they are given in."""

    what: str
    beside: str
    reference: float
    ours: float
    goal: float
    unit: str = "s"
    runs: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        digits = 2 if self.unit == "s" else 0
        figures = [f"{value:.{digits}f} {self.unit}".strip() for value in (self.reference, self.ours)]
        ratio = self.ours / self.reference if self.reference else inf
        met = "yes" if ratio <= self.goal else "no"
        return (self.what, *figures, f"{ratio:.2f}×", f"≤ {self.goal:.2f}×", met, self.runs, self.beside)


def render_table(rows: Iterable[Row]) -> str:
    """All rows, their columns aligned: words to the left, figures to the right."""
    lines = [_HEAD, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    right = range(1, 5)
    texts = (
        "  ".join(
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
    head, *body = texts
    return "\n".join([head, "-" * max(map(len, (head, *body))), *body])
