"""The status is one of the lifecycle's.

A status that nothing knows has no place in the portfolio and asks for nothing: such a document is judged as a draft.

## Bad

```markdown
---
status: aproved
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```

## Good

```markdown
---
status: in-review
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import suggest
from ..lifecycle import fold_status
from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most."""
    lifecycle = subject.settings.lifecycle
    if subject.status is not None or not subject.status_text:
        return
    names = [*lifecycle.statuses, *lifecycle.synonyms]
    hint = suggest(fold_status(subject.status_text), names)
    message = f"expected a status ({', '.join(lifecycle.statuses)}), found “{subject.status_text}”{hint}"
    place = subject.proposal.front_matter.place("status")
    yield Problem("status-known", place, message, "correct it, or add a synonym to `statuses` in the configuration")
