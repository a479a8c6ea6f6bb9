"""Dates of the front matter as the days they cover: a month, a quarter and a year are periods."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from typing import NamedTuple

from ...model import FrontMatter

_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?)?")

_QUARTER = re.compile(r"Q(?P<first>[1-4])\W*(?P<then>[0-9]{4})|(?P<year>[0-9]{4})\W*Q(?P<quarter>[1-4])", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.年 ]+([0-9]{1,2})(?:[-/.月 ]+([0-9]{1,2}))?[.月日]?")
_DAY, _MONTH = "%Y-%m-%d", "%Y-%m"
_FORMS = {
    **dict.fromkeys(("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"), _DAY),
    **dict.fromkeys(("%B %Y", "%b %Y", "%m/%Y"), _MONTH),
}


class Period(NamedTuple):
    """The first and the last day, and how it was written."""

    first: date
    last: date
    text: str


def parse_period(text: str) -> Period | None:
    """The days that `2026-03-01`, `2026-03`, `2026-Q1` or `2026` covers; None for what is no such date."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, first, last = int(match["year"]), 1, 12
    if match["quarter"]:
        last = int(match["quarter"]) * 3
        first = last - 2
    elif match["month"]:
        first = last = int(match["month"])
    try:
        if match["day"]:
            day = date(year, first, int(match["day"]))
            return Period(day, day, text)
        return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), text)
    except ValueError:  # the year 0, the 30th of February
        return None


def suggest_period(text: str) -> str:
    """A date that was written in another way (`Q2 2027`, `2027/4/1`, `1.4.2027`, `April 2027`) as it is read.

    Empty for any other text, and for one that may be two days (`4/1/2027`).
    """
    found = ""
    if match := _QUARTER.fullmatch(text.strip()):
        found = f"{match['then'] or match['year']}-Q{match['first'] or match['quarter']}"
    elif match := _YEAR_FIRST.fullmatch(text.strip()):
        found = "-".join(part.zfill(2) for part in match.groups() if part)
    else:
        read = {one for form, as_read in _FORMS.items() if (one := _read(" ".join(text.split()), form, as_read))}
        found = read.pop() if len(read) == 1 else ""
    return found if parse_period(found) else ""


def _read(text: str, form: str, as_read: str) -> str:
    try:
        return datetime.strptime(text, form).strftime(as_read)  # a day has no zone
    except ValueError:
        return ""


def read_period(front_matter: FrontMatter, key: str) -> Period | None:
    """A top-level date of the front matter; None where it is absent or no date."""
    return parse_period(front_matter.text(key))
