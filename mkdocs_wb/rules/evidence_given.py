"""There is evidence that the customer wants it.

How do we know what the customer wants? The method accepts three kinds of answer (4WMBA): what people do, what they tell, and
how they rate it. Without any, a press release is a wish.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
evidence:
  - kind: qualitative
    source: 14 farm visits
    finding: 11 of 14 farmers would give up the search for missing animals before any other work.
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from .release import RELEASE
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most; what is no list is a finding of another rule. A type without a release has no such promise."""
    front_matter = subject.proposal.front_matter
    if RELEASE not in subject.document_type.elements:
        return
    if subject.has_readable_front_matter and front_matter.get("evidence") in (None, []):
        message = "expected evidence of what the customer wants, found none"
        help_ = "add `evidence:` with kind (behavioral, qualitative or subjective), source and finding"
        yield Problem("evidence-given", front_matter.keys.get(("evidence",), Place(1)), message, help_)
