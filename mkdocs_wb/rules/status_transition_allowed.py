"""The status moves as the lifecycle allows.

Only a release that has convinced the team moves on (Sprig): from a draft straight to building there is no review. The move is
judged from the base of a change to its head, so that the steps in between may be taken in one branch.

## Bad

```markdown before=draft
---
status: building
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again
```

## Good

```markdown before=draft
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

from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the status; none where nothing is judged or the status is unknown."""
    before, status = subject.before, subject.status
    if before is None or status is None or status.name == before.name or status.name in before.moves:
        return
    allowed = " or ".join(before.moves) if before.moves else f"{before.name}, which is final"
    message = f"expected a move from {before.name} to {allowed}, found {status.name}"
    place = subject.proposal.front_matter.place("status")
    yield Problem(
        "status-transition-allowed", place, message, "take the steps in between, or add the move to `statuses`"
    )
