"""A rule that is ignored at one place is ignored for a reason.

The next reader must be able to tell a considered exception from a silenced alarm, so a comment without a reason has no
effect.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

<!-- wb:ignore superlatives -->
The best collar there is.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

<!-- wb:ignore superlatives: it is what the award is called -->
The best collar there is.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .ignore import report_unreasoned
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each comment without a reason."""
    return report_unreasoned(subject.proposal)
