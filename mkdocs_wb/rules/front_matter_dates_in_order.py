"""The dates of a proposal follow each other.

It is created, approved, approved again, launched and looked back upon, in this order. A date that stands before its turn is
usually a slip, and the roadmap shows it as it is. A month, a quarter and a year are compared by the days they cover.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
created: 2001-05-01
target_launch: 2001-Q1
---
# Never lose a deer again
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
created: 2001-05-01
target_launch: 2001-Q2
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import FrontMatter, Problem
from ..parse.language.period import Period, parse_period, read_period
from ..parse.matter.approvals import read_approvals
from .subject import Subject

_Path = tuple[str | int, ...]
_NAMES = {"created": "was created", "approvals": "was approved"}


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each date that lies wholly before one that it should follow."""
    front_matter = subject.proposal.front_matter
    latest: tuple[_Path, Period] | None = None
    for path, period in _dates(front_matter):
        if latest is not None and period.last < latest[1].first:
            what = _NAMES[str(latest[0][0])]
            key = ".".join(part for part in path if isinstance(part, str))
            message = f"expected `{key}` not before the day it {what} ({latest[1].text}), found {period.text}"
            place = front_matter.place(*path)
            yield Problem("front-matter-dates-in-order", place, message, "correct whichever of the two is wrong")
        elif path[0] in _NAMES and (latest is None or period.first > latest[1].first):
            latest = (path, period)


def _dates(front_matter: FrontMatter) -> Iterator[tuple[_Path, Period]]:
    """The dates in the order in which they should follow; what is no date is a finding of another rule."""
    outcome = front_matter.get("outcome")
    looked_back = outcome.get("date") if isinstance(outcome, dict) else None
    approvals = read_approvals(front_matter)
    given: list[tuple[_Path, Period | None]] = [
        (("created",), read_period(front_matter, "created")),
        *((("approvals", approval.index, "date"), parse_period(approval.date)) for approval in approvals),
        (("target_launch",), read_period(front_matter, "target_launch")),
        (("outcome", "date"), parse_period(looked_back.strip()) if isinstance(looked_back, str) else None),
    ]
    return ((path, period) for path, period in given if period is not None)
