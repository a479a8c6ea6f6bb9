"""The call to action says what to do.

The release ends with how the customer starts now (4WMBA, Vaid). A link, an address, a number, a command or a plain “order it
at the farm shop” will do; that the future is bright will not.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Call to action

The future of the herd is bright.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

## Call to action

Order the starter set at the farm shop.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Place, Problem
from ..parse.language.language import read_language
from .subject import Subject
from .words import read_words

# A link, an address of the web or of mail, a command, a number to call, a street with its number.
_ADDRESS = re.compile(
    r"\]\(|\]\[|https?:|www\.|\S@\S|`|(?<!\w)[\w-]+(?:\.[\w-]+){0,4}\.[a-z]{2,}(?=[/\s,;:.!)]|$)"
    r"|(?<!\w)\+?\d[\d ()/-]{5,30}\d"
    r"|(?<!\w)[^\W\d_]{2,30}(?:straße|weg|platz|gasse| Street| Road| Avenue)\s?\d"
    r"|(?<!\w)\d{1,5} [^\W\d_]{2,30} (?:Street|St|Road|Rd|Avenue|Ave)\b"
)


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the call to action, and none where it says nothing at all."""
    elements = subject.proposal.named("call_to_action")
    blocks = [block for element in elements for block in element.blocks]
    text = "\n".join(block.text for block in blocks)
    if (
        not elements
        or not text.strip()
        or any(block.kind == "code" or block.source.startswith("![") for block in blocks)
    ):
        return
    if any(_ADDRESS.search(block.source) for block in blocks) or read_language().call_to_action.search(text):
        return
    words, folded = read_words(), text.lower()
    if not words.actions.search(folded) and not words.imperatives.search(folded):
        message = "expected what to do and where in the call to action, found no link, address, number or command"
        help_ = "say how the customer starts: “Order it at …”, “To learn more, visit …”"
        yield Problem("call-to-action-actionable", Place(elements[0].start), message, help_)
