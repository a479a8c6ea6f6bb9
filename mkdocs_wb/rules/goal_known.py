"""The goals of a proposal are goals of the strategy.

Each product is aligned with the strategy (Vaid). A goal that the strategy file does not know is served by a proposal and missed
by everybody who counts them. Without a strategy file nothing is asked.

## Bad

```yaml file=strategy.yml
goals: {herd-safety: {title: No deer is lost}}
```

```markdown
---
owner: Herd team
customer: Deer farmers
goals: [herd-savety]
---
# Never lose a deer again
```

## Good

```yaml file=strategy.yml
goals: {herd-safety: {title: No deer is lost}}
```

```markdown
---
owner: Herd team
customer: Deer farmers
goals: [herd-safety]
---
# Never lose a deer again
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import suggest
from ..model import Problem
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each goal that the strategy does not have."""
    if subject.goals is None:
        return
    front_matter = subject.proposal.front_matter
    value = front_matter.get("goals")
    for position, given in enumerate(value if isinstance(value, list) else [value]):
        name = given.strip() if isinstance(given, str) else ""
        if name and name not in subject.goals:
            message = f"expected a goal of the strategy, found `{name}`{suggest(name, sorted(subject.goals))}"
            help_ = f"correct it, or add the goal to {subject.settings.strategy}"
            yield Problem("goal-known", front_matter.place("goals", position), message, help_)
