"""A proposal does not count on one that was let go.

Mediocre ideas must be let go (4WMBA, Vaid), and whatever was built on them has to be thought through again. A superseded one has
a successor, so that depending on it is no finding.

## Bad

```markdown file=proposals/deer-tracker.md
---
status: in-review
owner: Herd team
customer: Deer farmers
depends_on: drone-roundup
---
# Deer Tracker
```

```markdown file=proposals/drone-roundup.md
---
status: rejected
owner: Herd team
customer: Deer farmers
reason: Drones frighten the herd.
---
# Drone Roundup
```

## Good

```markdown file=proposals/deer-tracker.md
---
status: in-review
owner: Herd team
customer: Deer farmers
depends_on: antenna-loan
---
# Deer Tracker
```

```markdown file=proposals/antenna-loan.md
---
status: in-review
owner: Herd team
customer: Deer farmers
---
# Antenna Loan
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..lifecycle import Stage
from ..model import Problem
from .subject import Related, Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each dependency that was rejected or withdrawn."""
    front_matter = subject.proposal.front_matter
    if subject.stage is Stage.CLOSED:
        return
    value = front_matter.get("depends_on")
    for position, given in enumerate(value if isinstance(value, list) else [value]):
        name = given.strip() if isinstance(given, str) else ""
        holders = subject.index.get(name, ())
        if holders and all(_is_let_go(related) for related in holders):
            status = holders[0].status.name if holders[0].status else ""
            message = f"expected `{name}` to be under way, found it {status}"
            place = front_matter.place("depends_on", position)
            yield Problem("relations-approved", place, message, "say what replaces it, or whether this still holds")


def _is_let_go(related: Related) -> bool:
    status = related.status
    return status is not None and status.stage is Stage.CLOSED and status.name != "superseded"
