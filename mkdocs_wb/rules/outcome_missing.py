"""Half a year after the launch it is said what came of it.

The release promised something to a customer, and it is a touchstone only for those who look again: was it delivered? `outcome`
takes the day, whether it was met, and a sentence.

## Bad

```markdown
---
status: launched
owner: Herd team
customer: Deer farmers
target_launch: 2001-03
---
# Never lose a deer again
```

## Good

```markdown
---
status: launched
owner: Herd team
customer: Deer farmers
target_launch: 2001-03
outcome:
  date: 2001-10-01
  met: partly
  summary: Losses fell by a third instead of a half.
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from ..parse.language.period import parse_period, read_period
from ..parse.matter.approvals import read_approvals
from .subject import Subject

_LONG = 180  # days


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most; without a date of launch the last approval counts."""
    front_matter = subject.proposal.front_matter
    if subject.status is None or not subject.status.launched or front_matter.get("outcome"):
        return
    approvals = read_approvals(front_matter)
    launch = read_period(front_matter, "target_launch")
    since = launch or (parse_period(approvals[-1].date) if approvals else None)
    if since is not None and (subject.today - since.last).days > _LONG:
        event = "launch" if launch else "approval"
        message = f"expected an outcome within {_LONG} days of the {event} ({since.text}), found none"
        help_ = "add `outcome:` with date, met (yes, partly or no) and summary"
        yield Problem("outcome-missing", front_matter.place("status"), message, help_)
