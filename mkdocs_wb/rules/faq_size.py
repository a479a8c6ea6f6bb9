"""The FAQ has at least three questions.

The FAQ is the larger half of the work (B&C): cost, limits, risks and what happens to those who have the old thing. Whoever has
written fewer than three has not shown the release to anybody yet. With `customer: internal` the questions of customers do not
count, because there are none.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

A collar tells the farmer where each deer is.

## FAQ

### How long does the battery last?

Two years.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

A collar tells the farmer where each deer is.

## FAQ

### How long does the battery last?

Two years.

### What does it cost?

Five dollars a deer a month.

### Does it work in a ravine?

It sends once the deer has left it.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from ..parse.measure import has_words
from .faq_answered import is_asked
from .release import faq_names
from .subject import Subject

_LEAST = 3


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most: at the FAQ, or at the head of the document where there is none."""
    names, proposal = faq_names(subject.document_type), subject.proposal
    elements = [element for element in proposal.elements if element.name in names]
    if not names or not proposal.blocks or _is_missing(subject, names):
        return
    internal = "internal" in map(str.casefold, proposal.front_matter.texts("customer"))
    asked = [question for question in proposal.questions if question.element in names and is_asked(question)]
    counted = [question for question in asked if not internal or question.audience != "external"]
    if len(counted) >= _LEAST or (elements and not any(map(has_words, elements))):
        return
    whose = " of stakeholders" if internal else ""
    found = f"{len(counted) or 'none'}" if elements else "no FAQ"
    place = Place(elements[0].start if elements else proposal.blocks[0].start)
    message = f"expected an FAQ of at least {_LEAST} questions{whose}, found {found}"
    help_ = "ask somebody to read the release, and write down what they ask"
    yield Problem("faq-size", place, message, help_, ("a question",) * (_LEAST - len(counted)))


def _is_missing(subject: Subject, names: frozenset[str]) -> bool:
    """Whether the document type requires an FAQ that is not there, which is a finding of its own."""
    return any(violation.path == ("elements",) and violation.missing in names for violation in subject.violations)
