"""The launch a proposal aims at is still to come, or has happened.

A date that has passed tells everybody who plans by the roadmap something that is not so. Move it, or say that it is launched.

## Bad

```markdown
---
status: building
owner: Herd team
customer: Deer farmers
target_launch: 2001-Q1
---
# Never lose a deer again
```

## Good

```markdown
---
status: building
owner: Herd team
customer: Deer farmers
target_launch: 2999-Q1
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..lifecycle import Stage
from ..model import Problem
from ..parse.language.period import read_period
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the date; a quarter has passed when its last day has."""
    status = subject.status
    if subject.stage is Stage.CLOSED or (status is not None and status.launched):
        return
    front_matter = subject.proposal.front_matter
    target = read_period(front_matter, "target_launch")
    if target is not None and target.last < subject.today:
        name = status.name if status else subject.status_text
        message = f"expected a launch still to come with the status {name}, found {target.text}, which has passed"
        place = front_matter.place("target_launch")
        yield Problem("launch-passed", place, message, "move the date, or set the status to launched")
