"""The sub-heading is one sentence of at most 40 words.

It says who the product is for and what they gain, in at most one sentence (4WMBA, Vaid). A second one is the beginning of the
summary.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

*For deer farmers with more land than they can walk. The whole herd is on one phone. Nobody has to ride out.*

A collar tells the farmer where each deer is.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

*For deer farmers with more land than they can walk, the whole herd on one phone.*

A collar tells the farmer where each deer is.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from ..parse.language.words import count_words, split_sentences
from .subject import Subject

_MOST = 40


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the sub-heading."""
    for element in subject.proposal.named("subheading")[:1]:
        texts = [block.text for block in element.blocks if block.text.strip()]
        words = sum(map(count_words, texts))
        sentences = sum(len(split_sentences(text)) for text in texts)
        if sentences > 1 or words > _MOST:
            found = f"{sentences} sentences" if sentences > 1 else f"{words} words"
            message = f"expected a sub-heading of one sentence and at most {_MOST} words, found {found}"
            help_ = "keep who it is for and what they gain; the summary says the rest"
            excess = max(sentences - 1, 0) * _MOST + max(words - _MOST, 0)
            yield Problem("subheading-length", Place(element.start), message, help_, excess=excess)
