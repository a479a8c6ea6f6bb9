"""A badge as SVG, for a README: what a proposal is called, its status, and its scope where that was compared.

It stands alone as an image, so it brings its colours along, takes the fonts that are there, and reckons how wide its
words are in them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from markupsafe import Markup

from ..model import Entry
from .assets import read_style
from .views import find_tone, find_verdict_tone, make_scope_badge, make_status_badge
from .xml import keep_legal

_SIZE, _HEIGHT, _PAD, _RADIUS, _GAP = 11, 20, 8, 4, 1  # pixels
_LONGEST = 22.0  # em of a title
_INK = "#1d2129"  # behind the title
# How wide signs are in em: of the usual fonts without serifs, the widest. Most letters are as the last number says.
_WIDTHS = {
    **dict.fromkeys("ijl .,:;'!|", 0.36),
    **dict.fromkeys("frtI()[]/-", 0.45),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ", 0.74),
    **dict.fromkeys("mwMW%@&…", 1.0),
}
_LETTER = 0.64
_WIDE = 1.15  # East Asian signs and emoji
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class _Part:
    """A field of the badge: its words, its colour, and where it begins and how wide it is, in pixels."""

    text: str
    colour: str
    left: int
    width: int


def render_badge(entry: Entry) -> str:
    """The badge of a proposal."""
    status, scope = make_status_badge(entry), make_scope_badge(entry.scope)
    title = keep_legal(entry.proposal.title)
    colours = _read_colours()
    fields = [(_cut(title), _INK), (keep_legal(status.label), colours[find_tone(entry.status)])]
    if scope is not None:
        fields.append((scope.label, colours[find_verdict_tone(entry.scope.verdict)]))
    parts = list(_lay_out(fields))
    width = parts[-1].left + parts[-1].width
    said = f"{title}: {', '.join(text for text, _ in fields[1:])}"
    drawn = Markup("").join(_draw(part, parts) for part in parts)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">'
        "<title>{said}</title>"
        '<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="{size}" text-anchor="middle">'
        "{drawn}</g></svg>\n"
    ).format(width=width, height=_HEIGHT, said=said, size=_SIZE, drawn=drawn)


def measure(text: str) -> float:
    """How wide a text is drawn at most, in em."""
    return sum(_measure_signs(text))


def _measure_signs(text: str) -> Iterator[float]:
    """A mark has no width of its own, nor has a skin tone, or what a joiner puts into the sign before it."""
    before = ""
    for sign in text:
        if before == _JOINER or unicodedata.category(sign) in ("Mn", "Me", "Cf", "Sk"):
            yield 0
        elif sign in _WIDTHS:
            yield _WIDTHS[sign]
        else:
            yield _WIDE if unicodedata.east_asian_width(sign) in "WF" else _LETTER
        before = sign


def _cut(text: str) -> str:
    """A text as far as there is room for it, with a mark where something is cut off."""
    ends = list(accumulate(_measure_signs(text), initial=0.0))
    if ends[-1] <= _LONGEST:
        return text
    return f"{text[: bisect_right(ends, _LONGEST - measure('…')) - 1].rstrip(f' {_JOINER}')}…"


def _lay_out(fields: Sequence[tuple[str, str]]) -> Iterator[_Part]:
    left = 0
    for text, colour in fields:
        width = round(measure(text) * _SIZE) + 2 * _PAD
        yield _Part(text, colour, left, width)
        left += width + _GAP


def _draw(part: _Part, parts: Sequence[_Part]) -> Markup:
    """A field with its words in the midst; the outer ones are round at the outer side."""
    first, last = part is parts[0], part is parts[-1]
    left, right = part.left, part.left + part.width
    near = f"M{left} {_RADIUS}q0-{_RADIUS} {_RADIUS}-{_RADIUS}" if first else f"M{left} 0"
    far = f"H{right - _RADIUS}q{_RADIUS} 0 {_RADIUS} {_RADIUS}v{_HEIGHT - 2 * _RADIUS}q0 {_RADIUS}-{_RADIUS} {_RADIUS}"
    back = f"H{left + _RADIUS}q-{_RADIUS} 0-{_RADIUS}-{_RADIUS}z" if first else f"H{left}z"
    shape = near + (far if last else f"H{right}v{_HEIGHT}") + back
    return Markup('<path fill="{}" d="{}"/><text x="{}" y="14" unicode-bidi="plaintext">{}</text>').format(
        part.colour, shape, (left + right) / 2, part.text
    )


@cache
def _read_colours() -> Mapping[str, str]:
    """The style sheet's colours for a light page, which it names first; each is dark enough for white words."""
    named = re.findall(r"--wb-(\w+): (#\w+);", read_style())
    return dict(reversed(named))
