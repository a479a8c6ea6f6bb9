"""Every value in the front matter is of the kind its key means.

A date that no calendar has or a list where one name belongs is shown wrong everywhere, or not at all.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
target_launch: 2026-13-99
---
# Deer Tracker
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
target_launch: 2026-Q3
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..doctype.front_matter import find_keys
from ..errors import suggest
from ..model import Problem
from ..parse.language.period import suggest_period
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each value that its schema does not allow."""
    for violation in subject.violations:
        if violation.path[:1] != ("front_matter",) or violation.missing is not None:
            continue
        path = violation.path[1:]
        key = ".".join(part for part in path if isinstance(part, str))
        named = f"`{key}`" if key else "the front matter"
        if violation.is_unknown:
            yield from _refuse(path, key, subject)
            continue
        place = subject.proposal.front_matter.place(*path)
        meant = suggest_period(subject.proposal.front_matter.text(key)) if len(path) == 1 else ""
        hint = f"; did you mean {meant}?" if meant else ""
        message = f"expected {named} to be {violation.expected}, found {violation.found}{hint}"
        yield Problem("front-matter-valid", place, message, f"correct the value of {named}" if key else "correct it")


def _refuse(path: tuple[str | int, ...], key: str, subject: Subject) -> Iterator[Problem]:
    """A key that the schema does not allow; the status is judged even where nobody wrote one."""
    keys = subject.proposal.front_matter.keys
    if path in keys:
        known = find_keys(subject.document_type)
        hint = "" if key in known else suggest(key, sorted(known))
        message = f"expected no key `{key}`, found one{hint}"
        yield Problem("front-matter-valid", keys[path], message, "rename it, or take it out")
