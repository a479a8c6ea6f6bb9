"""The document has front matter.

Without it a proposal has no status, owner or customer of its own: it is listed as a draft of nobody.

## Bad

```markdown
# Deer Tracker
```

## Good

```markdown
---
status: draft
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Place, Problem, Proposal
from .subject import Subject

_BEGIN = "delete it, and begin with `wb new`"
_HELP = "put a line of --- at the top, below it `status: draft`, `owner: …` and `customer: …`, and another line of ---"

# What looks like front matter and is none: what it is, and what makes it one.
_NEARLY = (
    (re.compile(r"\s*\n---[ \t]*\n"), "empty lines above it", "take out the empty lines above the first line of ---"),
    (re.compile(r"\s*```ya?ml\b"), "a block of code", "put a line of --- in place of each line of ```"),
    (re.compile(r"\s*\+\+\+[ \t]*\n"), "TOML", "write it as YAML, `key: value`, and --- in place of each +++"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, and none where the front matter is there but cannot be read."""
    proposal = subject.proposal
    if proposal.front_matter.end or proposal.problems:
        return
    message, help_ = "expected front matter between two lines of ---, found none", _HELP
    if not proposal.blocks:
        message, help_ = "expected a proposal, found an empty file", _BEGIN
    if nearly := find_nearly(proposal):
        message, help_ = f"expected front matter between two lines of ---, found {nearly[0]}", nearly[1]
    yield Problem("front-matter-present", Place(1), message, help_)


def find_nearly(proposal: Proposal) -> tuple[str, str] | None:
    """What is meant as front matter and is read as text, and how it becomes front matter; None where there is none."""
    if proposal.front_matter.end:
        return None
    return next(((what, remedy) for form, what, remedy in _NEARLY if form.match(proposal.text)), None)
