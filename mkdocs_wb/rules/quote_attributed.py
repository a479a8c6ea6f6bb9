"""Somebody says every quote, by name.

The release quotes a leader on why it was built and a customer on what changed (4WMBA, Vaid). Words that nobody says are
advertising, and nobody answers for them.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Quote

“Nobody should search for an animal in the dark.”
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Quote

“Nobody should search for an animal in the dark,” said Ana Ruiz, head of products.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Element, Place, Problem
from ..parse.forms.spoken import SPOKEN
from ..parse.language.language import read_language
from ..parse.measure import has_words
from .release import QUOTED
from .subject import Subject

# Without quotation marks: a signature on a line of its own or after the words, `Name: …`, a name with a title behind it.
_SIGNED = re.compile(r"(?:^|\s)[–—―-]{1,2}\s*[^\W\d_]|^[^\W\d_][\w.' -]{1,40}(?:,[^:\n]{2,60})?:\s", re.MULTILINE)
_LONGEST_SIGNATURE = 10  # words


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each quote that its author set apart and in which nobody is named."""
    for element in subject.proposal.elements:
        apart = element.found_by in ("heading", "label") or (element.blocks and element.blocks[0].kind == "quote")
        if element.name not in SPOKEN or not apart or not has_words(element):
            continue
        text = "\n".join(block.text for block in element.blocks).strip()
        if text and not _is_attributed(element, text):
            title = subject.document_type.elements[element.name].title
            message = f"expected a name beside the {title.lower()}, found nobody who says it"
            yield Problem("quote-attributed", Place(element.start), message, "add who says it: “…,” said Name, role")


def _is_attributed(element: Element, text: str) -> bool:
    """Whether anything stands beside the quoted words; without quotation marks, whether anybody signs or speaks."""
    if re.search(r"[–—:]\s*\S|\b(?:from|by|von)\s+\S", element.title.rstrip(" :*_")):
        return True
    opening, closing = element.blocks[0], element.blocks[-1]
    if opening.kind == "quote" and closing.kind == "item" and len(closing.text.split()) <= _LONGEST_SIGNATURE:
        return True  # `> - Ana from Ghent` is a list of one to Markdown
    beside, quotations = QUOTED.subn(" ", text)
    if quotations and len(beside) < len(text) / 2:
        return bool(re.search(r"[^\W\d_]{2}", beside))
    return bool(_SIGNED.search(text) or read_language().said.search(text))
