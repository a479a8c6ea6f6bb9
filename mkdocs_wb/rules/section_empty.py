"""A section that is there says something.

A heading with nothing below it looks finished in every table of contents, and a reviewer cannot tell whether it was
forgotten or has no answer yet. The guidance of `wb new` counts as nothing.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Problem

## Solution

The app shows the herd on a map.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Problem

A deer that strays is found too late.

## Solution

The app shows the herd on a map.
```
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..model import Block, Element, Place, Problem
from ..parse.measure import has_words
from .release import is_section
from .subject import Subject

_MOST = 3


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each section without words; its one part is the section's title."""
    kinds, proposal = subject.document_type.elements, subject.proposal
    wanting = [element for element in proposal.elements if is_section(element) and not _has_words(element)]
    if not wanting:
        return
    parents = {kinds[element.name].parent for element in proposal.elements}
    asked = {question.element for question in proposal.questions}
    full = {element.name for element in proposal.elements if _has_words(element)}
    starts = [block.start for block in proposal.blocks]
    sections = {element.start for element in proposal.elements if is_section(element)}
    for element in wanting:
        if (
            element.name not in parents | asked | full
            and not _has_picture_or_code(element)
            and not _is_followed(proposal.blocks[bisect_right(starts, element.end) :][:2], sections)
        ):
            title = kinds[element.name].title
            message = f"expected words in {title}, found none"
            help_ = "write it, or take its heading out"
            yield Problem("section-empty", Place(element.start), message, help_, (title,))


def gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Where there are many, one that names them all."""
    if len(problems) <= _MOST:
        yield from problems
        return
    titles = tuple(title for problem in problems for title in problem.parts)
    message = f"expected words in {', '.join(titles)}, found none"
    yield problems[0]._replace(message=message, help="write them, or take their headings out", parts=titles)


def _has_words(element: Element) -> bool:
    """What a label's element counts as its words, the label is one of."""
    if element.found_by == "label":
        return any(block.text.strip() for block in element.blocks)
    return has_words(element)


def _has_picture_or_code(element: Element) -> bool:
    return any(block.kind == "code" or "![" in block.source or "<img" in block.source for block in element.blocks)


def _is_followed(blocks: Sequence[Block], sections: set[int]) -> bool:
    """Whether a paragraph below it was recognised as another element by its form: a quote, the call to action."""
    following = next((block for block in blocks if block.kind != "rule"), None)
    return following is not None and following.kind != "heading" and following.start not in sections
