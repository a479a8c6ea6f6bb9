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
from .front_matter_key_known import GRAVER, find_misspelt
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each key that is missing, unless the front matter as a whole is.

    Of a required key that is misspelt one rule tells: this one where it is the graver.
    """
    if not subject.has_readable_front_matter:
        return
    front_matter = subject.proposal.front_matter
    missing = [
        violation
        for violation in subject.violations
        if violation.path[:1] == ("front_matter",) and violation.missing is not None
    ]
    misspelt = {near: key for key, near in find_misspelt(subject).items()} if missing else {}
    for violation in missing:
        inner = violation.path[1:]
        path = (*inner, str(violation.missing))
        key = ".".join(part for part in path if isinstance(part, str))
        wanted = f" with the status {subject.status_text}" if subject.stage is Stage.CLOSED else ""
        place = front_matter.keys.get(path) or front_matter.place(*inner)
        found = "" if inner else misspelt.get(key, "")
        if found and subject.stage not in GRAVER:
            continue
        if found:
            place = front_matter.keys[found,]
            message, help_ = f"expected the key `{key}`{wanted}, found `{found}`", f"did you mean `{key}`?"
        elif path in front_matter.keys:  # the key is there without a value
            message, help_ = f"expected a value of `{key}`{wanted}, found none", f"write it after `{path[-1]}:`"
        else:
            message, help_ = f"expected the key `{key}`{wanted}, found none", f"add `{key}: …`"
        yield Problem("front-matter-required", place, message, help_)
