"""What came of a launch, as the front matter records it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ...model import FrontMatter


class Met(str, Enum):
    """Whether the promise was met."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the front matter says of a launch: `met` is None and the texts are empty where it does not say."""

    met: Met | None
    when: str
    summary: str


def read_outcome(front_matter: FrontMatter) -> Outcome | None:
    """The `outcome` of the front matter; None where there is none."""
    given = front_matter.get("outcome")
    if not isinstance(given, dict) or not given:
        return None
    outcome = FrontMatter(given)
    met = outcome.text("met").casefold()
    return Outcome(Met(met) if met in set(Met) else None, outcome.text("date"), outcome.text("summary"))
