"""An approved proposal has its approval on record.

Without an entry in `approvals` the approved version is inferred: the first revision on the main line with a status that counts
as approved. That is usually right, and nobody has signed it.

## Bad

```markdown updated=2001-03-01
---
status: approved
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again
```

## Good

```markdown
---
status: approved
owner: Herd team
customer: Deer farmers
approvals:
  - version: 1
    date: 2001-03-01
    by: [Ana Ruiz]
    digest: wb1:0000000000000000000000000000000000000000000000000000000000000000
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the status, and none where baseline-known has one."""
    status, baseline = subject.status, subject.scope.baseline
    given = subject.proposal.front_matter.get("approvals")
    if status is None or not status.approved or given or baseline.problem:
        return
    place = subject.proposal.front_matter.place("status")
    inferred = f"; the approval of {baseline.date} is inferred from the history" if baseline.date else ""
    message = f"expected an approval with the status {status.name}, found none{inferred}"
    yield Problem("status-approval-recorded", place, message, "record it under `approvals`, or run `wb approve`")
