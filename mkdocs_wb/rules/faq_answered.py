"""Every question of the FAQ has an answer.

The questions are where a team meets its doubts (B&C), and an open one is a doubt that the review has to know of. If there is no
answer yet, say that, and who will find it.

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

### What does it cost?

Five dollars a deer a month.
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

We do not know yet; Henrik measures it until March.

### What does it cost?

Five dollars a deer a month.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem, Question
from ..parse.elements.questions import strip_answer_mark
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each question without an answer."""
    for question in subject.proposal.questions:
        if is_asked(question) and not is_answered(question):
            text = question.text if len(question.text) <= 80 else f"{question.text[:79]}…"
            message = f"expected an answer to “{text}”, found none"
            yield Problem("faq-answered", Place(question.start), message, "answer it, or say who will and when")


def is_asked(question: Question) -> bool:
    """Whether it has words: the template's `…?` has none."""
    return any(sign.isalnum() for sign in question.text)


def is_answered(question: Question) -> bool:
    """Whether anything stands below it, be it a picture or code."""
    return any("![" in block.source or strip_answer_mark(block.text).strip() for block in question.answer)
