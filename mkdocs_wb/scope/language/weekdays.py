"""The day of the week beside a date: it says nothing that the date does not say, where both agree."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from .numbers import alternatives, read_quantities

_DATE = r"(?P<date>\d{4}-\d\d-\d\d|\d{4}年\d\d?月\d\d?日)"
_NUMBER = re.compile(r"\d+")
_NO_YEAR = "0000"


def without_agreeing_weekdays(text: str) -> str:
    """A text without the weekdays of its dates: `Monday, 2018-10-22`. One of another day stays.

    Args:
        text: its dates as ISO or a Japanese document writes them.
    """
    if "-" not in text and "日" not in text:
        return text
    for pattern in _patterns():
        text = pattern.sub(lambda match: match["date"] if _agrees(match) else match[0], text)
    return text


def without_added_weekdays(old: str, new: str) -> tuple[str, str]:
    """Both texts without a weekday that only one of them has beside a date without a year, which both have.

    Which day of the week it is no one can tell there; the date says when all the same.
    """
    if _NO_YEAR not in old or _NO_YEAR not in new:
        return old, new
    named = [_name(text) for text in (old, new)]
    return _without_added(old, named[1], new), _without_added(new, named[0], old)


def _name(text: str) -> set[str]:
    return {match["date"] for pattern in _patterns() for match in pattern.finditer(text)}


def _without_added(text: str, named: set[str], other: str) -> str:
    def write(match: re.Match[str]) -> str:
        day = match["date"]
        return day if day.startswith(_NO_YEAR) and day in other and day not in named else match[0]

    for pattern in _patterns():
        text = pattern.sub(write, text)
    return text


def _agrees(match: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in _NUMBER.findall(match["date"]))
    try:
        return bool(date(year, month, day).weekday() == read_quantities()["weekdays"][match["weekday"].casefold()])
    except ValueError:  # no such day, or no year
        return False


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Before a date and behind it. They are known by their capital; one sign alone stands in brackets (`（月）`)."""
    words = read_quantities()["weekdays"]
    named = alternatives(form for word in words if len(word) > 1 for form in {word.capitalize(), word.upper()})
    short = alternatives(word for word in words if len(word) == 1)
    return (
        re.compile(rf"\b(?P<weekday>{named})\b\.?,? (?:(?:the|dem|den|der) )?{_DATE}(?![\d-])"),
        re.compile(rf"{_DATE}(?![\d-]),? ?[(（](?P<weekday>{named}|{short})\.?[)）]"),
        re.compile(rf"(?P<date>\d{{4}}年\d\d?月\d\d?日)の?(?P<weekday>{named})"),
    )
