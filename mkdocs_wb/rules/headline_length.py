"""The headline has at most 20 words.

It names the product in a form that means something to its customer (4WMBA, Vaid). What takes longer to say belongs into the
sub-heading.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker is a collar and an app with which farmers who have more land than they can walk will always know where each deer is

## Summary

A collar tells the farmer where each deer is.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker: find any deer on the mountain from your kitchen

## Summary

A collar tells the farmer where each deer is.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Element, Place, Problem
from ..parse.language.words import count_words
from .subject import Subject

_MOST = 20


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the headline."""
    for element in subject.proposal.named("headline")[:1]:
        line, text = _headline(element)
        words = count_words(text)
        if words > _MOST:
            message = f"expected a headline of at most {_MOST} words, found {words}"
            below = (
                "in the sub-heading or the summary" if "subheading" in subject.document_type.elements else "below it"
            )
            help_ = f"say the rest {below}"
            yield Problem("headline-length", Place(line), message, help_, excess=words - _MOST)


def _headline(element: Element) -> tuple[int, str]:
    """A headline that has a heading or label of its own is the first line below it."""
    if element.found_by == "pattern":
        return element.start, element.title
    return next(((block.start, block.text) for block in element.blocks if block.text.strip()), (element.start, ""))
