"""The five customer questions are all answered.

Who is the customer, what is their problem, which benefit matters most, how do we know what they want, what does the experience
look like (4WMBA): whoever leaves one out has usually left out the one that was hard. A document without the section is not
asked.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

A collar tells the farmer where each deer is.

## The five customer questions

### Who is the customer?

A deer farmer with more land than she can walk.

### What is the customer's problem?

She cannot find an animal that is ill.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

A collar tells the farmer where each deer is.

## The five customer questions

### Who is the customer?

A deer farmer with more land than she can walk.

### What is the customer's problem?

She cannot find an animal that is ill.

### What is the most important benefit?

She knows where to go.

### How do we know what they want?

From 14 visits.

### What does the experience look like?

A phone that stays silent until it has a reason.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from .faq_answered import is_answered, is_asked
from .release import CUSTOMER_QUESTIONS
from .subject import Subject

_ALL = 5


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the section, and none where it is empty: that is a finding of its own."""
    sections = subject.proposal.named(CUSTOMER_QUESTIONS)
    asked = [question for question in subject.proposal.questions if question.element == CUSTOMER_QUESTIONS]
    asked = [question for question in asked if is_asked(question)]
    answered = sum(is_answered(question) for question in asked)
    if not asked:  # answered in a list or in paragraphs that repeat no question
        answered = sum(bool(block.text.strip()) for element in sections for block in element.blocks)
    if answered and answered < _ALL:
        message = f"expected answers to all five customer questions, found {answered}"
        help_ = "answer who, which problem, which benefit, how we know, and what the experience is"
        yield Problem(
            "customer-questions", Place(sections[0].start), message, help_, ("an answer",) * (_ALL - answered)
        )
