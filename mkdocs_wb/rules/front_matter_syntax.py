"""The front matter is YAML that maps keys to values.

Status, owner and customer stand there, and a document whose front matter cannot be read has none of them.

## Bad

```markdown
---
title: Deer Tracker: the herd at a glance
---
# Deer Tracker
```

## Good

```markdown
---
title: "Deer Tracker: the herd at a glance"
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
    return subject.reported("front-matter-syntax")
