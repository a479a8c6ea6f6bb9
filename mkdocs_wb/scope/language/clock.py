"""Times of day in one writing: `9 am`, `9:00 a.m.` and `9 Uhr` are `09:00`."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from .numbers import alternatives, read_quantities

_HALF_DAY = 12
_TIME = r"\d{1,2}(?:[:.][0-5]\d)?"
_BEFORE = r"(?<![\w.,:/%$€£¥₹₩])"
_FROM = rf"{_BEFORE}(?:(?P<start>{_TIME})(?P<between> ?- ?| [^\W\d_]{{2,3}} ))?"


def fold_clock(text: str, words: Set[str]) -> str:
    """A text with its times of day as `09:00`; without `am` or `pm`, `9:00` may be either.

    Args:
        text: its numbers in digits.
        words: of the text, in lower case.
    """
    if not words.isdisjoint(("am", "pm", "m")):
        text = _by_halves().sub(_write_half, text)
    if not words.isdisjoint(read_quantities()["o_clock"]):
        text = _by_day().sub(_write_whole, text)
    return text


def _write_half(match: re.Match[str]) -> str:
    """Of `9 to 5 pm` the start is in the morning, of `2 to 5 pm` it is not."""
    late = match["half"].casefold() == "p"
    end = _minutes(match["end"])
    if end is None or end >= (_HALF_DAY + 1) * 60 or end < 60:
        return match[0]
    end %= _HALF_DAY * 60
    if match["start"] is None:
        return _write(end, late=late)
    start = _minutes(match["start"])
    if match["between"].strip() not in _between() or start is None or not 60 <= start < (_HALF_DAY + 1) * 60:
        return match["start"] + match["between"] + _write(end, late=late)
    start %= _HALF_DAY * 60
    if start > end and not late:
        return match[0]
    return f"{_write(start, late=late and start < end)}{match['between']}{_write(end, late=late)}"


def _write_whole(match: re.Match[str]) -> str:
    end, start = _minutes(match["end"]), _minutes(match["start"] or "")
    if end is None:
        return match[0]
    if not match["start"]:
        return _write(end)
    ranges = start is not None and match["between"].strip() in _between()
    return f"{_write(start or 0) if ranges else match['start']}{match['between']}{_write(end)}"


def _write(minutes: int, *, late: bool = False) -> str:
    hour, minute = divmod(minutes + (_HALF_DAY * 60 if late else 0), 60)
    return f"{hour:02}:{minute:02}"


def _minutes(time: str) -> int | None:
    hour, _, minute = time.replace(".", ":").partition(":")
    return int(hour) * 60 + int(minute or 0) if hour and int(hour) <= 2 * _HALF_DAY else None


@cache
def _between() -> frozenset[str]:
    words = read_quantities()
    return frozenset({"-", *words["ranges"], *words["ands_between"]})


@cache
def _by_halves() -> re.Pattern[str]:
    """`am` is a German preposition, too: `9 € am Tag`, `Phase 2 am Montag`."""
    days = alternatives(read_quantities()["days"])
    return re.compile(
        rf"{_FROM}(?P<end>{_TIME}) ?(?:(?P<half>(?i:[ap]))(?:\.(?i:m)\.|(?i:m)\b(?!\.?[\w])(?! (?i:{days})\b)))"
    )


@cache
def _by_day() -> re.Pattern[str]:
    return re.compile(rf"{_FROM}(?P<end>{_TIME}) (?:{alternatives(read_quantities()['o_clock'])})\b", re.IGNORECASE)
