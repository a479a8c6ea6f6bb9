"""A key of the front matter is not nearly one that the document type has.

Keys of your own are welcome, and for that reason a key that is misspelt says nothing to anybody: with `staus: approved` a
document is a draft. A key that differs by a letter or two from one that is missing is most likely meant to be it.

## Bad

```markdown
---
staus: approved
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```

## Good

```markdown
---
status: draft
owner: Herd team
customer: Deer farmers
sponsor: Rural Co.
---
# Deer Tracker
```
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..doctype.front_matter import find_keys
from ..lifecycle import Stage
from ..model import Problem
from .subject import Subject

_ALIKE = 0.8  # of difflib's ratio: `owners` and `owner`, not `approved` and `approvals`
_LETTERS = 2  # by which the lengths may differ
GRAVER = (Stage.COMMITTED, Stage.CLOSED)  # where a required key that is missing matters more than one that is misspelt


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each key that is nearly a known one, which the document does not have."""
    wanted = find_missing_keys(subject) if subject.stage in GRAVER else ()
    for key, near in find_misspelt(subject).items():
        if near not in wanted:
            yield Problem(
                "front-matter-key-known",
                subject.proposal.front_matter.keys[key,],
                f"expected the key `{near}`, found `{key}`",
                f"did you mean `{near}`?",
            )


def find_missing_keys(subject: Subject) -> frozenset[str]:
    """The keys of the first level that the document type requires and the document does not have."""
    return frozenset(
        violation.missing
        for violation in subject.violations
        if violation.path == ("front_matter",) and violation.missing is not None
    )


def find_misspelt(subject: Subject) -> dict[str, str]:
    """From each key that is nearly a known one to that one, which the document does not have."""
    front_matter = subject.proposal.front_matter
    given = {path[0] for path in front_matter.keys if len(path) == 1 and isinstance(path[0], str)}
    refused = {
        violation.path[1] for violation in subject.violations if violation.is_unknown and len(violation.path) == 2
    }
    known = find_keys(subject.document_type)
    absent = sorted(known - given)
    found: dict[str, str] = {}
    for key in sorted(given - known - refused):
        folded = key.casefold().replace("-", "_").replace(" ", "_")
        alike = [name for name in absent if abs(len(name) - len(folded)) <= _LETTERS]
        near = difflib.get_close_matches(folded, alike, n=1, cutoff=_ALIKE)
        if near:
            found[key] = near[0]
    return found
