"""A paragraph of the press release has at most six sentences.

Three or four are the measure (4WMBA, quoting McAllister), and a reader skims what looks longer. Six leave room; a short
paragraph is never a finding.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

The farmer rides out. She finds no deer. She rides on. It gets dark. She turns back. She tries again. The deer is dead.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

The farmer rides out and finds no deer. When it gets dark she turns back.

She tries again the next day. The deer is dead.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Place, Problem
from ..parse.language.words import split_sentences
from .release import find_release, limit
from .subject import Subject

_MOST = 6
_LABEL = re.compile(r"(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)")  # “Rollback.” before the words it introduces
_SHORTEST = 60  # characters in which seven sentences could stand


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each long paragraph."""
    for block in find_release(subject):
        if block.kind not in ("paragraph", "quote") or len(block.text) < _SHORTEST:
            continue
        if sum(block.text.count(sign) for sign in ".!?…。！？") < _MOST:
            continue
        label = _LABEL.match(block.source)
        sentences = len(split_sentences(block.text[len(label[1]) if label else 0 :]))
        if sentences > _MOST:
            message = f"expected a paragraph of at most {_MOST} sentences, found {sentences}"
            excess = sentences - _MOST
            yield Problem("paragraph-length", Place(block.start), message, "divide it, or cut it", excess=excess)


def gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Three at most."""
    return limit(problems, 3)
