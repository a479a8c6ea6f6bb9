"""No proposal depends on itself, by whatever detour.

What waits for itself never starts, and a roadmap cannot put it into order.

## Bad

```markdown file=proposals/deer-tracker.md
---
owner: Herd team
customer: Deer farmers
depends_on: antenna-loan
---
# Deer Tracker
```

```markdown file=proposals/antenna-loan.md
---
owner: Herd team
customer: Deer farmers
depends_on: deer-tracker
---
# Antenna Loan
```

## Good

```markdown file=proposals/deer-tracker.md
---
owner: Herd team
customer: Deer farmers
depends_on: antenna-loan
---
# Deer Tracker
```

```markdown file=proposals/antenna-loan.md
---
owner: Herd team
customer: Deer farmers
---
# Antenna Loan
```
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from ..model import Problem
from .subject import Index, Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem in each member of a circle, at the relation with which the shortest one begins."""
    front_matter = subject.proposal.front_matter
    if not front_matter.get("depends_on"):
        return
    circle = _find_circle(subject.proposal.id, subject.index)
    if circle:
        given = front_matter.texts("depends_on")
        position = given.index(circle[1]) if circle[1] in given else 0
        message = f"expected dependencies that end somewhere, found a circle: {' → '.join(circle)}"
        place = front_matter.place("depends_on", position)
        yield Problem("relations-acyclic", place, message, "take one of these relations out")


def _find_circle(start: str, index: Index) -> list[str]:
    """The shortest way from an id back to itself; empty where there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for related in index.get(here, ()):
            for following in related.depends_on:
                if following == start:
                    way = [start, here]
                    while way[-1] != start:
                        way.append(came_from[way[-1]])
                    return way[::-1] if here != start else [start, start]
                if following not in came_from:
                    came_from[following] = here
                    waiting.append(following)
    return []
