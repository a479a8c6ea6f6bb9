"""Every section is what the document type's schema says of it.

A team's own schema may ask for a number of words, paragraphs or questions.

## Bad

```markdown type={"$ref": "wb:classic", "properties": {"elements": {"properties": {"faq": {"properties": {"questions": {"minimum": 2, "description": "at least two questions"}}}}}}}
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

## FAQ

### How long does the battery last?

Two years.
```

## Good

```markdown type={"$ref": "wb:classic", "properties": {"elements": {"properties": {"faq": {"properties": {"questions": {"minimum": 2, "description": "at least two questions"}}}}}}}
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

## FAQ

### How long does the battery last?

Two years.

### Does it work abroad?

Wherever an antenna stands.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each measure of a section that the schema does not allow."""
    for violation in subject.violations:
        if violation.path[:1] != ("elements",) or len(violation.path) < 2:
            continue
        name = str(violation.path[1])
        place = Place(next((element.start for element in subject.proposal.named(name)), 1))
        title = subject.document_type.elements[name].title if name in subject.document_type.elements else name
        measure = f" ({violation.path[2]})" if len(violation.path) > 2 else ""
        message = f"expected {violation.expected} in {title}{measure}, found {violation.found}"
        yield Problem("section-valid", place, message, f"see what the document type says of {title}")
