"""Somebody has accepted whatever widens or alters the promise since it was approved.

A release that everyone agreed on keeps the team on track and avoids scope creep (4WMBA, Vaid). It may change all the same: then
it is approved anew, or each change is acknowledged with a reason. What only narrows it asks for neither; `wb diff` shows it.

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
---
# Never lose a deer again

## Summary

The app shows the farmer where each deer is. It opens the gates of every pasture by itself.
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

from collections.abc import Iterator

from ..model import Direction, Place, Problem, Verdict
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the first change that is still open."""
    scope = subject.scope
    if scope.verdict is not Verdict.CREEP:
        return
    still_open = [
        change
        for change in scope.changes
        if change.direction in (Direction.WIDENS, Direction.ALTERS) and not change.acknowledged
    ]
    if not still_open:
        return
    first = min((change.new_line for change in still_open if change.new_line), default=None)
    place = Place(first) if first else subject.proposal.front_matter.place("approvals")
    changes = (
        "1 change since that widens or alters"
        if len(still_open) == 1
        else (f"{len(still_open)} changes since that widen or alter")
    )
    dated = f" on {scope.baseline.date}" if scope.baseline.date else ""
    message = f"expected the promise that was approved{dated}, found {changes} it and that nobody has accepted"
    help_ = f"look at them with `wb diff {subject.proposal.id}`, then acknowledge them with a reason, or have it approved anew"
    yield Problem("scope-accepted", place, message, help_, tuple(change.fingerprint for change in still_open))
