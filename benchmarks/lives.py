"""What becomes of made-up proposals: drafts that are edited, renamed, approved by their digest, and changed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .documents import Document, write_document

TEAMS = ("depot", "desk", "field", "herd", "route", "shop", "visit", "yard")
_FEWEST = 4  # steps of a proposal: it is written, approved and goes on


@dataclass(slots=True)
class Life:
    """A proposal with the steps that lie before it, and whatever it has become so far."""

    number: int
    team: str
    steps: list[str]
    random: Random
    document: Document | None = None
    renamed: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return f"proposal-{self.number:04}{'-again' if self.renamed else ''}.md"

    def advance(self, day: str) -> str:
        """Take the next step, and say which it was."""
        step = self.steps.pop(0)
        if self.document is None:
            self.document = write_document(self.random, self.number, day)
        document = self.document
        match step:
            case "rename" | "rename and alter":
                self.renamed = True
            case "approve":
                document.approve(day)
            case "rejected" | "withdrawn":
                document.close(step)
            case "in-review" | "building" | "launched":
                document.front_matter["status"] = step
            case "tag":
                document.front_matter["tags"] = f"[pilot, field, {day}]"
            case "widen":
                document.widen(self.random)
            case "polish":
                document.polish(self.random)
        if "alter" in step:
            document.alter(self.random)
        return step


def plan_lives(random: Random, number: int, steps: int) -> list[Life]:
    """Make as many lives, of as many steps together: a few are long, most are short."""
    weights = [random.expovariate(1) + 0.3 for _ in range(number)]
    counts = [_FEWEST] * number
    for index in random.choices(range(number), weights, k=steps - _FEWEST * number):
        counts[index] += 1
    return [
        Life(index, random.choice(TEAMS), _plan(random, count), Random(f"{index} {random.random()}"))  # noqa: S311
        for index, count in enumerate(counts)
    ]


def _plan(random: Random, count: int) -> list[str]:
    """Two in five are approved; of those every second stays as it was, every fourth is reworded, every fourth creeps."""
    fate = random.random()
    before = random.randrange(1, count - 2) if fate < 0.4 else count - 1
    steps = ["write", *("alter" for _ in range(before - 1)), "in-review"]
    if fate < 0.4:
        later = "tag" if fate < 0.2 else "polish" if fate < 0.3 else "widen"
        after = count - before - 2
        steps += ["approve", *(later for _ in range(after - 1)), *["building"][:after]]
    elif fate < 0.5:
        steps[-1] = "rejected" if fate < 0.45 else "withdrawn"
    elif fate < 0.75:
        steps[-1] = "alter"
    if len(steps) > 4 and random.random() < 0.06:
        at = random.randrange(1, steps.index("approve") if "approve" in steps else len(steps) - 1)
        steps[at] = random.choice(["rename", "rename and alter"])
    return steps
