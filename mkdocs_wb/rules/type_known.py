"""The `type` of a document is one that the site configures.

A document of an unknown type is read as one of the default type, and may be judged by rules that are not its own.

## Bad

```markdown
---
type: prfak
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```

## Good

```markdown
---
type: prfaq
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import suggest
from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most."""
    given = subject.proposal.front_matter.text("type")
    types = subject.settings.types
    if given and given not in types:
        message = f"expected a type that is configured ({', '.join(types)}), found “{given}”{suggest(given, types)}"
        place = subject.proposal.front_matter.place("type")
        yield Problem("type-known", place, message, "correct the type, or add it to `types` in the configuration")
