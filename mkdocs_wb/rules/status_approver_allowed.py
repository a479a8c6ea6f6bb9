"""Whoever approved is one of the approvers.

Where the configuration lists `approvers`, an approval by somebody else is none. Only the last approval is asked: those who
signed an earlier version may have left since.

## Bad

```yaml file=wb.yml
approvers: [Ana Ruiz, Henrik Dahl]
```

```markdown
---
status: approved
owner: Herd team
customer: Deer farmers
approvals:
  - version: 1
    date: 2001-03-01
    by: [Tom Hale]
    digest: wb1:0000000000000000000000000000000000000000000000000000000000000000
---
# Never lose a deer again
```

## Good

```yaml file=wb.yml
approvers: [Ana Ruiz, Henrik Dahl]
```

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

from ..errors import suggest
from ..model import Problem
from ..parse.matter.approvals import find_strangers, read_approvals
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each name in the last approval that is not on the list."""
    approvers, front_matter = subject.settings.approvers, subject.proposal.front_matter
    approvals = read_approvals(front_matter)
    if not approvers or not approvals or subject.status is None or not subject.status.approved:
        return
    last = approvals[-1]
    for name in find_strangers(last, approvers):
        message = f"expected an approver ({', '.join(approvers)}), found “{name}”{suggest(name, approvers)}"
        place = front_matter.place("approvals", last.index, "by")
        help_ = "have it approved by one of them, or add the name to `approvers` in the configuration"
        yield Problem("status-approver-allowed", place, message, help_)
