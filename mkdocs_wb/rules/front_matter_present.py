"""The document has front matter.

Without it a proposal has no status, owner or customer of its own: it is listed as a draft of nobody.

## Bad

```markdown
# Deer Tracker
```

## Good

```markdown
---
status: draft
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from .subject import Subject

_BEGIN = "delete it, and begin with `wb new`"
_HELP = "put a line of --- at the top, below it `status: draft`, `owner: …` and `customer: …`, and another line of ---"


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, and none where the front matter is there but cannot be read."""
    proposal = subject.proposal
    if proposal.front_matter.end == 0 and not proposal.problems:
        if not proposal.blocks:
            yield Problem("front-matter-present", Place(1), "expected a proposal, found an empty file", _BEGIN)
            return
        message = "expected front matter between two lines of ---, found none"
        yield Problem("front-matter-present", Place(1), message, _HELP)
