"""The customer is somebody in particular.

The method begins with the question who the customer is (4WMBA), and “users” is no answer to it: what helps everyone was
decided for nobody.

## Bad

```markdown
---
owner: Herd team
customer: all users
---
# Never lose a deer again
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers in California with more land than they can walk
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem
from .subject import Subject
from .words import read_words


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, where no customer that is given says who it is."""
    front_matter = subject.proposal.front_matter
    customers = front_matter.texts("customer")
    if customers and subject.has_readable_front_matter and all(_is_nobody(customer) for customer in customers):
        message = f"expected who the customer is, found “{', '.join(customers)}”"
        help_ = "name a group that you could visit: what they do, and where"
        yield Problem("customer-named", front_matter.place("customer"), message, help_)


def _is_nobody(customer: str) -> bool:
    """Whether all that are named, one beside the other, are nobody in particular."""
    words = read_words()
    named = [part for part in words.conjunctions.split(" ".join(customer.casefold().rstrip(".!").split())) if part]
    return all(part in words.nobody or words.determiners.sub("", part, count=1) in words.nobody for part in named)
