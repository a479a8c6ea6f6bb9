"""Dates of the front matter as the days they cover: a month, a quarter and a year are periods."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

from ..doctype.validate import is_period
from ..model import FrontMatter

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?")


class Period(NamedTuple):
    """The first and the last day, and how it was written."""

    first: date
    last: date
    text: str


def parse_period(text: str) -> Period | None:
    """The days that `2026-03-01`, `2026-03`, `2026-Q1` or `2026` covers; None for what is no such date."""
    match = _PERIOD.fullmatch(text)
    if match is None or not is_period(text) or text.startswith("0000"):
        return None
    year = int(match[1])
    if match["day"]:
        day = date.fromisoformat(text)
        return Period(day, day, text)
    first, last = 1, 12
    if match["quarter"]:
        last = int(match["quarter"]) * 3
        first = last - 2
    elif match["month"]:
        first = last = int(match["month"])
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), text)


def read_period(front_matter: FrontMatter, key: str) -> Period | None:
    """A top-level date of the front matter; None where it is absent or no date."""
    return parse_period(front_matter.text(key))
