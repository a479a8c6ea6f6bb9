"""Nothing of a merge is left to decide.

Where git could not put two versions together it writes both into the file, between lines of `<<<<<<<`, `=======` and
`>>>>>>>`. MkDocs publishes these as text, and whatever is read from the file is read from two proposals at once.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

<<<<<<< HEAD
It costs $9 a month.
=======
It costs $12 a month.
>>>>>>> prices
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

It costs $12 a month.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from .subject import Subject

_FIRST, _LAST = "<<<<<<< ", ">>>>>>> "  # as git writes them, with the name of a side


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each place with two sides, save those that a document shows as code."""
    proposal = subject.proposal
    if _LAST not in proposal.text:
        return
    code = {line for block in proposal.blocks if block.kind == "code" for line in range(block.start, block.end + 1)}
    opened = None
    for number, line in enumerate(proposal.text.split("\n"), start=1):
        if number in code:
            continue
        if line.startswith(_FIRST):
            opened = number
        elif line.startswith(_LAST) and opened:
            message = f"expected one text, found both sides of a merge, to line {number}"
            yield Problem("source-merged", Place(opened), message, "keep what holds, and take the marked lines out")
            opened = None
