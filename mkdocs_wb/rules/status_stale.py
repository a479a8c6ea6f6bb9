"""A proposal that is not decided is worked on.

Teams find it difficult to let go of an idea (4WMBA, Vaid). One that nobody has touched for half a year is not being considered
any more, and the portfolio should say so.

## Bad

```markdown updated=2001-01-01
---
status: in-review
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again
```

## Good

```markdown updated=2090-01-01
---
status: in-review
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..lifecycle import Stage
from ..model import Problem
from .subject import Subject

_LONG = 180  # days


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the status; none where no history is known."""
    if subject.updated is None or subject.stage not in (Stage.IDEA, Stage.REVIEW):
        return
    days = (subject.today - subject.updated).days
    if days > _LONG:
        found = f"the last one {days} days ago ({subject.updated.isoformat()})"
        message = f"expected a revision within {_LONG} days, found {found}"
        place = subject.proposal.front_matter.place("status")
        yield Problem("status-stale", place, message, "decide on it, or withdraw it with a reason")
