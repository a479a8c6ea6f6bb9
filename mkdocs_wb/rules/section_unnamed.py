"""A reader is told which part of the release is which.

Many releases tell the problem and the solution in paragraphs that no heading and no label names (4WMBA lists the parts; it does
not ask for headings). A person finds them by their meaning. This rule does not claim that they are missing: it says that
nothing names them, and where they may stand. Named sections are also compared as such once the proposal is approved. Where
no text is left that could be the section, `section-required` reports it.

## Bad

```markdown
---
status: in-review
---
# Never lose a deer again

*For deer farmers with more land than they can walk.*

## Summary

A collar tells the farmer where each deer is.

## What happens in spring

A deer that strays in the birthing season is found too late, and so is the one that falls ill.
```

## Good

```markdown
---
status: in-review
---
# Never lose a deer again

*For deer farmers with more land than they can walk.*

## Summary

A collar tells the farmer where each deer is.

## Problem

A deer that strays in the birthing season is found too late, and so is the one that falls ill.

## Solution

The app shows the herd on a map.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from .missing import find_missing, find_titles, name_headings
from .subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
    """One problem that names every such section, at the first text that may be one."""
    missing = find_missing(subject)
    if not missing.unnamed:
        return
    titles = find_titles(subject, missing.unnamed)
    message = f"expected a heading or a label that names {', '.join(titles)}, found none"
    if missing.headings:
        first = missing.headings[0].start
        help_ = f"if {name_headings(missing.headings)} tells {'one of them' if len(titles) > 1 else 'it'}, rename it"
    else:
        first = missing.prose[0].start
        help_ = "put a heading above the lines that tell " + ("each" if len(titles) > 1 else "it")
    yield Problem("section-unnamed", Place(first), message, help_, titles)
