"""The document has the sections that its type requires.

A press release without a problem or a quote leaves out what the method asks for (4WMBA). Early on that is a hint; once the
proposal is approved it is a gap in what was agreed. `wb schema --reference` lists every name by which a section is found.

## Bad

```markdown
---
status: approved
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Summary

A collar tells the farmer where each deer is.
```

## Good

```markdown
---
status: draft
owner: Herd team
customer: Deer farmers
evidence:
  - kind: qualitative
    source: 14 farm visits
    finding: 11 of 14 farmers would give up the search for missing animals before any other work.
---
# Never lose a deer again

*For deer farmers with more land than they can walk.*

## Summary

A collar tells the farmer where each deer is.

## Problem

A deer that strays is found too late.

## Solution

The app shows the herd on a map.

## Quote

“Nobody should search in the dark,” said Ana Ruiz, head of products.

## Call to action

Order the starter set at the farm shop.

## Testimonial

“I slept through the birthing season,” said Tom Hale, a farmer in Napa.

## FAQ

### How long does the battery last?

Two years.

### What does it cost?

Five dollars a deer a month.

### Does it work in a ravine?

It sends once the deer has left it.
```
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from ..model import Block, Place, Problem
from ..parse.language.titles import fold_title
from .front_matter_present import find_nearly
from .missing import FORMED, find_missing, find_titles, name_headings
from .subject import Subject

_LONGEST = 4  # words of a heading that may be a misspelt name
_SHORTEST = 5  # letters
_ALIKE = 0.8  # of difflib's ratio: `Probelm` and `Problem`


def check(subject: Subject) -> Iterator[Problem]:
    """One problem that names every missing section: a list is read, a row of equal lines is not."""
    proposal = subject.proposal
    is_mixed = not proposal.front_matter.end or any(subject.reported("source-readable"))
    if find_nearly(proposal) or (proposal.is_unreadable and (is_mixed or not proposal.elements)):
        return  # the body is hidden behind a fault, too
    if not proposal.blocks:
        if end := proposal.front_matter.end:  # of a file that is empty another rule tells
            message, help_ = "expected a press release, found nothing below the front matter", "write it"
            yield Problem("section-required", Place(end), message, help_)
        return
    missing = find_missing(subject)
    if not missing.absent:
        return
    titles = find_titles(subject, missing.absent)
    message = f"expected {', '.join(titles)}, found no such section"
    misspelt = _find_misspelt(subject, missing.absent)
    if misspelt is not None:
        heading, title = misspelt
        message += f"; did you mean {title} by “{heading.text}”?"
        yield Problem("section-required", Place(heading.start), message, f"call it {title}", titles)
        return
    help_ = "add a heading or a bold label for each" if len(titles) > 1 else "add it under a heading or a bold label"
    if missing.headings and not FORMED.issuperset(missing.absent):  # `Key features` is no quote
        which = "one of them, rename it" if len(titles) > 1 else f"it, call it {titles[0]}"
        help_ += f"; if {name_headings(missing.headings)} is {which}"
    place = Place(subject.proposal.blocks[0].start)
    yield Problem("section-required", place, message, help_, titles)


def _find_misspelt(subject: Subject, missing: Iterable[str]) -> tuple[Block, str] | None:
    """The first heading that is nearly the name of a missing section, and that name."""
    elements = subject.document_type.elements
    names = [name for key in missing if key in elements for name in elements[key].names]
    starts = {element.start for element in subject.proposal.elements if element.found_by == "heading"}
    for block in subject.proposal.blocks:
        if block.kind == "heading" and block.start not in starts and len(block.text.split()) <= _LONGEST:
            title = fold_title(block.text)
            alike = [name for name in names if abs(len(name) - len(title)) <= 2 and len(title) >= _SHORTEST]
            near = difflib.get_close_matches(title, [name.casefold() for name in alike], n=1, cutoff=_ALIKE)
            if near:
                return block, next(name for name in alike if name.casefold() == near[0])
    return None
