"""Relations lead to proposals that exist.

A proposal names what it depends on, what it supersedes and what supersedes it by id. One that nobody has written, or that has
another name by now, leads a reader nowhere.

## Bad

```markdown file=proposals/deer-tracker.md
---
owner: Herd team
customer: Deer farmers
depends_on: antena-loan
---
# Deer Tracker
```

```markdown file=proposals/antenna-loan.md
---
owner: Herd team
customer: Deer farmers
---
# Antenna Loan
```

## Good

```markdown file=proposals/deer-tracker.md
---
owner: Herd team
customer: Deer farmers
depends_on: antenna-loan
---
# Deer Tracker
```

```markdown file=proposals/antenna-loan.md
---
owner: Herd team
customer: Deer farmers
---
# Antenna Loan
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import suggest
from ..model import RELATIONS, Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each id that no proposal has."""
    front_matter = subject.proposal.front_matter
    for key in RELATIONS:
        value = front_matter.get(key)
        listed = value if isinstance(value, list) else [value]
        for position, given in enumerate(listed):
            if not isinstance(given, str) or not given.strip() or given.strip() in subject.index:
                continue
            name = given.strip()
            message = f"expected the id of a proposal, found `{name}`{suggest(name, [other for other in subject.index if other != subject.proposal.id])}"
            help_ = f"correct `{key}`, or write the proposal that it names"
            yield Problem("relations-known", front_matter.place(key, position), message, help_)
