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
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..model import Problem
from .place import find_place
from .release import find_release
from .subject import Subject
from .words import join_words


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each place at which a word of the list stands."""
    pattern = _compile(subject.settings.jargon)
    if pattern is None:
        return
    for block in find_release(subject):
        if block.kind == "code":
            continue
        for match in pattern.finditer(block.text):
            place = find_place(subject.proposal, block, block.text, match.start(), match[0])
            words = " ".join(match[0].split())
            message = f"expected words that the customer would use, found “{words}”"
            yield Problem("jargon", place, message, "say what it does for the customer")


def gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """One for each word, at its first place."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.message.casefold(), []).append(problem)
    for first, *more in found.values():
        message = f"{first.message} ({len(more) + 1} times)" if more else first.message
        yield first._replace(message=message, parts=(first.message.casefold(),) * (len(more) + 1))


@lru_cache(maxsize=8)
def _compile(words: tuple[str, ...]) -> re.Pattern[str] | None:
    listed = [word.strip() for word in words if word.strip()]
    return re.compile(rf"(?<!\w)(?:{join_words(listed)})(?!\w)", re.IGNORECASE) if listed else None
