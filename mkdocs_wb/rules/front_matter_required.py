"""The front matter has the keys that the document type requires.

The classic form wants an owner and a customer: whoever proposes it, and whoever it is for. A status may ask for more: what
was rejected or withdrawn gives its reason, what was superseded names its successor.

## Bad

```markdown
---
status: rejected
owner: Herd team
customer: Deer farmers
---
# Drone roundup
```

## Good

```markdown
---
status: rejected
owner: Herd team
customer: Deer farmers
reason: Drones frighten the herd; the farm visits showed it twice.
---
# Drone roundup
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..lifecycle import Stage
from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each key that is missing, unless the front matter as a whole is."""
    if not subject.has_readable_front_matter:
        return
    for violation in subject.violations:
        if violation.path[:1] == ("front_matter",) and violation.missing is not None:
            key = ".".join([*(part for part in violation.path[1:] if isinstance(part, str)), violation.missing])
            front_matter, inner = subject.proposal.front_matter, violation.path[1:]
            empty = (*inner, violation.missing)  # the key may be there without a value
            wanted = f" with the status {subject.status_text}" if subject.stage is Stage.CLOSED else ""
            if empty in front_matter.keys:
                message, help_ = (
                    f"expected a value of `{key}`{wanted}, found none",
                    f"write it after `{violation.missing}:`",
                )
            else:
                message, help_ = f"expected the key `{key}`{wanted}, found none", f"add `{key}: …`"
            place = front_matter.keys.get(empty) or front_matter.place(*inner)
            yield Problem("front-matter-required", place, message, help_)
