"""Every value in the front matter is of the kind its key means.

A date that no calendar has or a list where one name belongs is shown wrong everywhere, or not at all.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
target_launch: 2026-13-99
---
# Deer Tracker
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
target_launch: 2026-Q3
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each value that its schema does not allow."""
    for violation in subject.violations:
        if violation.path[:1] != ("front_matter",) or violation.missing is not None:
            continue
        path = violation.path[1:]
        place = subject.proposal.front_matter.place(*path)
        key = ".".join(part for part in path if isinstance(part, str))
        message = f"expected `{key}` to be {violation.expected}, found {violation.found}"
        yield Problem("front-matter-valid", place, message, f"correct the value of `{key}`")
