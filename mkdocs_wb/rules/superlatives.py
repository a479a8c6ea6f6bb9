"""The press release does without superlatives.

Words such as “revolutionary” say that the author is pleased, and nothing that a customer could check. The method asks for the
benefit in words that the customer would use (4WMBA). Quotes are not looked at: people speak as they do.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# A revolutionary collar

The industry-leading collar tells the farmer where each deer is.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Find any deer from your kitchen

The collar tells the farmer within a minute where each deer is. “It is the best thing I have bought in years,” said Tom Hale.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Problem, Proposal
from ..parse.forms.spoken import SPOKEN
from .place import find_place
from .release import QUOTED, find_release, limit
from .subject import Subject
from .words import read_words

_CAPITAL = re.compile(r"\s+[^\W\d_a-z][\w'’]*")


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each word."""
    spoken = _spoken_lines(subject.proposal)
    blocks = [block for block in find_release(subject) if block.kind != "code" and block.start not in spoken]
    release = "\n".join(block.text for block in blocks)
    for block in blocks:
        for start, end in _find(block.text):
            words = block.text[start:end]
            if _is_name(block.text, start, end, release):
                continue
            place = find_place(subject.proposal, block, block.text, start, words)
            message = f"expected what the customer gains, found the superlative “{' '.join(words.split())}”"
            yield Problem("superlatives", place, message, "give a fact or a figure in its place")


def gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Five at most."""
    return limit(problems, 5)


def _spoken_lines(proposal: Proposal) -> set[int]:
    spoken = [element for element in proposal.elements if element.name in SPOKEN]
    return {line for element in spoken for line in range(element.start, element.end + 1)}


def _is_name(text: str, start: int, end: int, release: str) -> bool:
    """Whether a superlative is of a name that returns: *The Best Meeting You Have Had*."""
    following = _CAPITAL.match(text, end)
    if following is None or not text[start].isupper():
        return False
    return release.count(text[start : following.end()]) > 1


def _find(text: str) -> Iterator[tuple[int, int]]:
    """Where a superlative stands outside of quotation marks that is not part of a plain phrase (“at best”)."""
    words = read_words()
    folded = text.lower()
    if not words.superlatives.search(folded) or len(folded) != len(text):  # some letters fold into two
        return
    folded = QUOTED.sub(lambda match: " " * len(match[0]), folded)
    plain = [match.span() for match in words.not_superlatives.finditer(folded)]
    for match in words.superlatives.finditer(folded):
        start, end = match.span()
        if any(a <= start < b or a < end <= b for a, b in plain):
            continue
        if "best" in match[0] and words.choosing.search(folded, max(0, start - 60), start):
            continue
        yield start, end
