"""Every amendment speaks of a change that is there.

An amendment accepts one change of the promise. If the words have changed since, it accepts nothing, and the change that took
its place is open. Amendments up to the day of the last approval are settled by it.

## Bad

```markdown file=approved/deer-tracker.md updated=2001-03-01
# Never lose a deer again

## Summary

The app shows the farmer where each deer is.
```

```markdown file=proposals/deer-tracker.md
---
status: building
owner: Herd team
customer: Deer farmers
approvals:
  - version: 1
    date: 2001-03-01
    by: [Ana Ruiz]
    snapshot: approved/deer-tracker.md
amendments:
  - fingerprint: 0123456789ab
    date: 2001-04-02
    by: Ana Ruiz
    reason: Farmers asked for it.
---
# Never lose a deer again

## Summary

The app shows the farmer where each deer is.
```

## Good

```markdown file=approved/deer-tracker.md updated=2001-03-01
# Never lose a deer again

## Summary

The app shows the farmer where each deer is.
```

```markdown file=proposals/deer-tracker.md
---
status: building
owner: Herd team
customer: Deer farmers
approvals:
  - version: 1
    date: 2001-03-01
    by: [Ana Ruiz]
    snapshot: approved/deer-tracker.md
---
# Never lose a deer again

## Summary

The app shows the farmer where each deer is.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Problem
from ..parse.language.period import parse_period
from ..parse.matter.approvals import read_approvals
from .subject import Subject

_FINGERPRINT = re.compile(r"[0-9a-f]{12}")


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each that matches no change; none where nothing was compared."""
    front_matter, scope = subject.proposal.front_matter, subject.scope
    amendments = front_matter.get("amendments")
    if not isinstance(amendments, list) or scope.growth is None:
        return
    approvals = read_approvals(front_matter)
    approved = parse_period(approvals[-1].date) if approvals else None
    known = {change.fingerprint for change in scope.changes}
    for index, amendment in enumerate(amendments):
        fingerprint = amendment.get("fingerprint") if isinstance(amendment, dict) else None
        if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint) or fingerprint in known:
            continue
        day = parse_period(str(amendment.get("date") or ""))
        if day and approved and day.last <= approved.last:
            continue
        place = front_matter.place("amendments", index, "fingerprint")
        message = f"expected a change with the fingerprint {fingerprint}, found none since the approval"
        yield Problem("amendments-current", place, message, "remove it, or acknowledge the change that took its place")
