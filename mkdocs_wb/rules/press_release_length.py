"""The press release takes a page and a half at most.

That is the length at which a release is read to its end (4WMBA, quoting McAllister). A page counts as 500 words, so that the
limit is 750.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

Each collar reports where its deer is, and the app shows the herd on a map of the farm. The farmer sees which animals
keep together, which one stays behind, and how long it has not moved. An antenna on a hill covers eleven miles, needs
no mobile signal and runs on a panel of the size of a book. Twelve farms in three counties have tried it through a
winter and lost two animals where they had lost nine. The collar weighs less than a can of beans, opens by itself when
the animal grows, and lasts five seasons.

The farmer sees which animals keep together, which one stays behind, and how long it has not moved. An antenna on a
hill covers eleven miles, needs no mobile signal and runs on a panel of the size of a book. Twelve farms in three
counties have tried it through a winter and lost two animals where they had lost nine. The collar weighs less than a
can of beans, opens by itself when the animal grows, and lasts five seasons. Each collar reports where its deer is,
and the app shows the herd on a map of the farm.

An antenna on a hill covers eleven miles, needs no mobile signal and runs on a panel of the size of a book. Twelve
farms in three counties have tried it through a winter and lost two animals where they had lost nine. The collar
weighs less than a can of beans, opens by itself when the animal grows, and lasts five seasons. Each collar reports
where its deer is, and the app shows the herd on a map of the farm. The farmer sees which animals keep together, which
one stays behind, and how long it has not moved.

Twelve farms in three counties have tried it through a winter and lost two animals where they had lost nine. The
collar weighs less than a can of beans, opens by itself when the animal grows, and lasts five seasons. Each collar
reports where its deer is, and the app shows the herd on a map of the farm. The farmer sees which animals keep
together, which one stays behind, and how long it has not moved. An antenna on a hill covers eleven miles, needs no
mobile signal and runs on a panel of the size of a book.

The collar weighs less than a can of beans, opens by itself when the animal grows, and lasts five seasons. Each collar
reports where its deer is, and the app shows the herd on a map of the farm. The farmer sees which animals keep
together, which one stays behind, and how long it has not moved. An antenna on a hill covers eleven miles, needs no
mobile signal and runs on a panel of the size of a book. Twelve farms in three counties have tried it through a winter
and lost two animals where they had lost nine.

Each collar reports where its deer is, and the app shows the herd on a map of the farm. The farmer sees which animals
keep together, which one stays behind, and how long it has not moved. An antenna on a hill covers eleven miles, needs
no mobile signal and runs on a panel of the size of a book. Twelve farms in three counties have tried it through a
winter and lost two animals where they had lost nine. The collar weighs less than a can of beans, opens by itself when
the animal grows, and lasts five seasons.

The farmer sees which animals keep together, which one stays behind, and how long it has not moved. An antenna on a
hill covers eleven miles, needs no mobile signal and runs on a panel of the size of a book. Twelve farms in three
counties have tried it through a winter and lost two animals where they had lost nine. The collar weighs less than a
can of beans, opens by itself when the animal grows, and lasts five seasons. Each collar reports where its deer is,
and the app shows the herd on a map of the farm.

An antenna on a hill covers eleven miles, needs no mobile signal and runs on a panel of the size of a book. Twelve
farms in three counties have tried it through a winter and lost two animals where they had lost nine. The collar
weighs less than a can of beans, opens by itself when the animal grows, and lasts five seasons. Each collar reports
where its deer is, and the app shows the herd on a map of the farm. The farmer sees which animals keep together, which
one stays behind, and how long it has not moved.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

A collar tells the farmer where each deer is.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Place, Problem
from ..parse.measure import WORDS_A_PAGE, measure_length
from .release import RELEASE
from .subject import Subject

_MOST = 1.5  # pages


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the head of the release."""
    releases = subject.proposal.named(RELEASE)
    length = measure_length(releases)
    if length.pages > _MOST:
        limit = f"at most {_MOST} pages ({_MOST * WORDS_A_PAGE:.0f} words)"
        message = f"expected a press release of {limit}, found {length.pages:.1f} pages ({length.words:,} words)"
        help_ = "move what a customer would not read into the FAQ"
        excess = round((length.pages - _MOST) * WORDS_A_PAGE)
        yield Problem("press-release-length", Place(releases[0].start), message, help_, excess=excess)
