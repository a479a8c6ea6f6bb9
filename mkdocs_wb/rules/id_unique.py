"""No two proposals have one id.

Relations, commands and links name a proposal by its id; a second one of the same name would be taken for it.

## Bad

```markdown file=proposals/deer-tracker.md
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```

```markdown file=proposals/collars.md
---
id: deer-tracker
owner: Herd team
customer: Deer farmers
---
# Collars
```

## Good

```markdown file=proposals/deer-tracker.md
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```

```markdown file=proposals/collars.md
---
owner: Herd team
customer: Deer farmers
---
# Collars
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem in each file but the first of those that share an id."""
    proposal = subject.proposal
    holders = sorted(related.path for related in subject.index.get(proposal.id, ()))
    if len(holders) > 1 and proposal.path != holders[0]:
        message = f"expected an id of its own, found `{proposal.id}`, which {holders[0]} has already"
        place = proposal.front_matter.place("id")
        yield Problem("id-unique", place, message, "give one of the two another `id:`")
