"""An approval says who gave it, and when.

Only a release that has convinced the team moves on (Sprig), and later somebody will ask whom it convinced. `wb approve` writes
both; what else it names, the version that was approved, is asked for by baseline-known.

## Bad

```markdown
---
status: approved
owner: Herd team
customer: Deer farmers
approvals:
  - version: 1
    date: 2001-03-01
    digest: wb1:0000000000000000000000000000000000000000000000000000000000000000
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
from ..parse.matter.approvals import read_approvals
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the last approval, where the status counts as approved."""
    front_matter = subject.proposal.front_matter
    approvals = read_approvals(front_matter)
    if subject.status is None or not subject.status.approved or not approvals:
        return
    last = approvals[-1]
    parts = [("by", "an approver (`by`)"), ("date", "a date")]
    lacking = [words for key, words in parts if not getattr(last, key)]
    if lacking:
        message = f"expected {' and '.join(lacking)} in the last approval, found none"
        place = front_matter.place("approvals", last.index)
        yield Problem("status-approval-complete", place, message, "add who approved it, and the day")
