"""A comment that ignores a rule stands where that rule would speak.

What it was for may be mended, or the name is misspelt, or it stands too far from the line that it means: it speaks of the
paragraph below it. A comment that silences nothing today silences something else tomorrow.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

<!-- wb:ignore superlatives: it is what the award is called -->
Nine farmers of ten keep it.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Deer Tracker

<!-- wb:ignore superlatives: it is what the award is called -->
The best collar there is.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import suggest
from ..model import Place, Problem
from .ignore import find_ignores, speaks_of, split_ignored
from .subject import Subject
from .table import SEVERITIES

_FROM_BEFORE = "status-transition-allowed"  # speaks only where a change is judged


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each comment with a reason that silences nothing; of a rule that was not asked nothing is known."""
    ignores = find_ignores(subject.proposal)
    for ignore in ignores:
        place, found = Place(ignore.first), subject.asked.get(ignore.rule)
        if ignore.rule not in SEVERITIES:
            given = f"“{ignore.rule}”" if ignore.rule else "none"
            message = f"expected the name of a rule to ignore, found {given}{suggest(ignore.rule, list(SEVERITIES))}"
            help_ = "write `wb:ignore RULE: why it does not hold here`; `wb explain` lists the rules"
            yield Problem("ignore-used", place, message, help_)
        elif found is None or not ignore.reason or (ignore.rule == _FROM_BEFORE and subject.before is None):
            continue
        elif not any(speaks_of(ignore, finding) for finding in found):
            message = f"expected a place where {ignore.rule} would speak, found none"
            lines = [problem.place.line for problem in split_ignored(found, ignores)[0]]
            nearest = min(lines, key=lambda line: abs(line - ignore.first), default=None)
            elsewhere = f", or move it above line {nearest}, where the rule speaks" if nearest else ""
            yield Problem("ignore-used", place, message, f"take the comment out{elsewhere}")
