"""No key of the front matter stands twice.

YAML keeps the last of two equal keys without a word, so that a status or an owner may silently be another than the one a
reviewer saw.

## Bad

```markdown
---
status: draft
owner: Herd team
status: approved
---
# Deer Tracker
```

## Good

```markdown
---
status: draft
owner: Herd team
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """What the reader met."""
    return subject.reported("front-matter-duplicate-key")
