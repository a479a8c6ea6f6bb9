"""Charts as SVG: figures in, markup out.

What lies across is in percent and what stands is in em, so a chart is as wide as its place and its words stay as large
as the text around it. Colours are the style sheet's: a mark has its meaning, `data-wb-tone`. Every mark carries its number, so
there is neither an axis nor a key; zero is the baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

_ROW, _BAR = 2.6, 0.75  # em: a row of bars, and the bar in it
_TALLEST = 5.0  # em: the highest column
_FEWEST = 4  # columns that there is room for at least, lest one alone is a wall
_LEAST = 0.6  # percent: what a number that is not zero is drawn as at least


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its name; `note` says more of it, `tone` is its meaning for the style sheet."""

    name: str
    value: int
    note: str = ""
    tone: str = ""


def draw_bars(label: str, bars: Sequence[Bar]) -> Markup:
    """Bars that lie one below the other, each under its name and number.

    Args:
        label: what the chart shows, for those who do not see it.
        bars: from the top down.
    """
    most = max((bar.value for bar in bars), default=0)
    scale = 100 / most if most else 0.0
    rows = (_draw_bar(bar, index * _ROW, bar.value * scale) for index, bar in enumerate(bars))
    return _draw(label, len(bars) * _ROW, rows)


def _draw_bar(bar: Bar, top: float, width: float) -> Markup:
    note = Markup('<tspan class="wb-chart-note" dx=".6em">{}</tspan>').format(bar.note) if bar.note else ""
    return Markup(
        '<text x="0" y="{}em">{}<tspan class="wb-chart-value" dx=".6em">{}</tspan>{}</text>'
        '<rect class="wb-chart-track" x="0" y="{}em" width="100%" height="{}em"/>{}'
    ).format(
        _em(top + 1.1),
        bar.name,
        f"{bar.value:,}",
        note,
        _em(top + 1.5),
        _BAR,
        _mark(bar.tone, 0, top + 1.5, max(width, _LEAST), _BAR) if bar.value else "",
    )


def draw_columns(label: str, columns: Sequence[Bar], most: int) -> Markup:
    """Columns that stand side by side, each under its number and over its name.

    Args:
        label: what the chart shows, for those who do not see it.
        columns: from left to right.
        most: the number that is as high as the chart: charts that belong together share it.
    """
    step = 100 / max(len(columns), _FEWEST)
    parts = [_draw_column(column, index * step, step, most) for index, column in enumerate(columns)]
    base = Markup('<line class="wb-chart-base" x1="0" x2="100%" y1="{0}em" y2="{0}em"/>').format(_em(_TALLEST + 1.5))
    return _draw(label, _TALLEST + 3.2, [*parts, base])


def _draw_column(column: Bar, left: float, step: float, most: int) -> Markup:
    height = max(column.value / most * _TALLEST, 0.1) if column.value and most else 0.0
    top, middle = _TALLEST + 1.5 - height, left + step / 2
    return Markup(
        '{}<text class="wb-chart-value" text-anchor="middle" x="{}%" y="{}em">{}</text>'
        '<text text-anchor="middle" x="{}%" y="{}em">{}</text>'
    ).format(
        _mark(column.tone, left + step * 0.14, top, step * 0.72, height) if column.value else "",
        _em(middle),
        _em(top - 0.4),
        f"{column.value:,}",
        _em(middle),
        _em(_TALLEST + 2.8),
        column.name,
    )


def _draw(label: str, height: float, parts: Iterable[Markup]) -> Markup:
    return Markup('<svg class="wb-chart" role="img" aria-label="{}" width="100%" height="{}em">{}</svg>').format(
        label, _em(height), Markup("").join(parts)
    )


def _mark(tone: str, left: float, top: float, width: float, height: float) -> Markup:
    return Markup('<rect data-wb-tone="{}" x="{}%" y="{}em" width="{}%" height="{}em"/>').format(
        tone, _em(left), _em(top), _em(width), _em(height)
    )


def _em(number: float) -> str:
    """A length with two places at most, and none that are zero."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
