"""The press release does without the words that the team calls jargon.

The solution is told without technical jargon, in words the customer would use (4WMBA). Which words those are differs from team
to team: list them under `jargon` in the configuration. Nothing is jargon until it is listed.

## Bad

```yaml file=wb.yml
jargon: [LPWAN, telemetry]
```

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

The collar sends its telemetry to the farm.
```

## Good

```yaml file=wb.yml
jargon: [LPWAN, telemetry]
```

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

The collar tells the farm where the deer is.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..model import Problem
from .place import find_place
from .release import find_release
from .subject import Subject
from .words import join_words


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each word of the list, at its first place."""
    pattern = _compile(subject.settings.jargon)
    if pattern is None:
        return
    found: dict[str, list[Problem]] = {}
    for block in find_release(subject):
        if block.kind == "code":
            continue
        for match in pattern.finditer(block.text):
            place = find_place(subject.proposal, block, block.text, match.start(), match[0])
            words = " ".join(match[0].split())
            message = f"expected words that the customer would use, found “{words}”"
            problem = Problem("jargon", place, message, "say what it does for the customer")
            found.setdefault(words.casefold(), []).append(problem)
    for first, *more in found.values():
        times = f"{first.message} ({len(more) + 1} times)"
        yield Problem(first.rule, first.place, times, first.help) if more else first


@lru_cache(maxsize=8)
def _compile(words: tuple[str, ...]) -> re.Pattern[str] | None:
    listed = [word.strip() for word in words if word.strip()]
    return re.compile(rf"(?<!\w)(?:{join_words(listed)})(?!\w)", re.IGNORECASE) if listed else None
