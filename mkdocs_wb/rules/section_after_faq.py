"""The press release stands in one piece, before the FAQ.

The release is what a customer would read, and the FAQ is what readers of the release ask (B&C). A quote or a call to action
below the questions is read by nobody, or taken for an answer.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Summary

A collar tells the farmer where each deer is.

## FAQ

### How long does the battery last?

Two years.

## Call to action

Order the starter set at the farm shop.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Summary

A collar tells the farmer where each deer is.

## Call to action

Order the starter set at the farm shop.

## FAQ

### How long does the battery last?

Two years.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Block, Element, Place, Problem
from ..parse.forms.spoken import SPOKEN
from ..parse.language.titles import fold_title
from .release import RELEASE, faq_names, is_section, limit
from .subject import Subject

_CALL = "call to action"


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each section that comes too late."""
    kinds, names = subject.document_type.elements, faq_names(subject.document_type)
    faq = [element for element in subject.proposal.elements if element.name in names]
    first = min((element.start for element in faq), default=None)
    if first is None:
        return
    late = [
        element
        for element in subject.proposal.elements
        if element.start > first and is_section(element) and RELEASE in (element.name, kinds[element.name].parent)
    ]
    found: dict[int, str] = {}
    end = 0
    for element in late:  # in the order of the file, whatever encloses before what is enclosed
        if element.end > end:
            found[element.start] = kinds[element.name].title
            end = element.end
    for element in faq:
        found.update(_find_inside(subject, element))
    place = f"the FAQ (line {first})"
    help_ = "move it up, above the first question"
    for line, title in sorted(found.items()):
        yield Problem("section-after-faq", Place(line), f"expected {title} before {place}, found it after", help_)


def gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Three at most."""
    return limit(problems, 3)


def _find_inside(subject: Subject, faq: Element) -> Iterator[tuple[int, str]]:
    """Headings among the questions that can only be a section of the release, and divide no questions.

    Many names of sections (“Getting started”, “Availability”) head an answer just as well.
    """
    kinds, aliases = subject.document_type.elements, subject.document_type.aliases
    blocks = [block for block in faq.blocks if block.kind == "heading"]
    starts = [question.start for question in subject.proposal.questions]
    for position, block in enumerate(blocks):
        name = aliases.get(fold_title(block.text))
        if name not in SPOKEN and fold_title(block.text) != _CALL:
            continue
        if name is None or block.start in starts:
            continue
        end = _end(block, blocks[position + 1 :], faq)
        if not any(block.start < start < end for start in starts) and _has_text(block, faq, end):
            yield block.start, kinds[name].title


def _end(heading: Block, later: list[Block], faq: Element) -> int:
    return next((block.start for block in later if block.level <= heading.level), faq.end + 1)


def _has_text(heading: Block, faq: Element, end: int) -> bool:
    return any(heading.start < block.start < end and block.kind in ("paragraph", "quote") for block in faq.blocks)
