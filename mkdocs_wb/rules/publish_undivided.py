"""What a site leaves out can be told apart from what it shows.

Where `publish` leaves out an element, its text must stand under a heading or label of its own. A part that cannot be told
apart could end up on the public site, so the whole proposal is withheld from it. An FAQ is usually divided into the
questions of customers and those of stakeholders (B&C).

## Bad

```yaml file=wb.yml
publish: {leave_out: {elements: [internal_faq]}}
```

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## FAQ

### What does a collar cost us?

Six dollars.
```

## Good

```yaml file=wb.yml
publish: {leave_out: {elements: [internal_faq]}}
```

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## FAQ

### Customer FAQ

#### How long does the battery last?

Two years.

### Internal FAQ

#### What does a collar cost us?

Six dollars.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from ..parse.undivided import find_undivided
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each element that is left out and cannot be told apart."""
    leave_out = subject.settings.publish.elements
    for undivided in find_undivided(subject.proposal, subject.document_type, leave_out) if leave_out else ():
        title = subject.document_type.elements[undivided.element].title
        message = f"expected “{title}”, which the site leaves out, under its own heading, found {undivided.found}; the whole proposal is withheld"
        help_ = f"give “{title}” and what stands beside it a heading each"
        yield Problem("publish-undivided", undivided.place, message, help_)
