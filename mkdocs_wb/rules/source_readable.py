"""The file is Markdown in UTF-8.

A file in another encoding, or one that is no text, cannot be read, and MkDocs stops at it. Save it as UTF-8.

## Bad

```markdown encoding=latin-1
---
owner: Herd team
customer: Jäger in Kalifornien
---
# Weidewacht
```

## Good

```markdown
---
owner: Herd team
customer: Jäger in Kalifornien
---
# Weidewacht
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """What the reader met."""
    return subject.reported("source-readable")
