"""Proposals in the form that `wb new` writes, some 730 words each, and what happens to one between two commits."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from random import Random

from mkdocs_wb.history.history import digest_of

from .prose import reword, write_name, write_questions, write_sentence, write_sentences

OWNERS = tuple(
    f"{first} {last}"
    for first in ("Ana", "Henrik", "Marta", "Tom", "Yuki", "Grace")
    for last in ("Whitlock", "Dahl", "Oduya", "Hale", "Mori", "Okafor", "Núñez", "Krüger")
)
GOALS = ("herd-safety", "fair-price", "free-evenings", "trust")
TAGS = ("app", "field", "hardware", "pilot", "report", "service", "winter")
CUSTOMERS = ("Hill farmers", "Small shops", "Veterinary surgeons", "Drivers", "Families")


@dataclass(slots=True)
class Section:
    """A heading with its sentences; `mark` opens each one that stands on a line of its own."""

    heading: str
    sentences: list[str]
    mark: str = ""

    def render(self) -> str:
        """The section as Markdown."""
        body = (
            "\n".join(f"{self.mark}{sentence}" for sentence in self.sentences)
            if self.mark
            else " ".join(self.sentences)
        )
        return f"{self.heading}\n\n{body}\n" if body else f"{self.heading}\n"


@dataclass(slots=True)
class Document:
    """A proposal as it stands at one time."""

    front_matter: dict[str, str]
    sections: list[Section]
    approval: list[str] = field(default_factory=list)

    def render(self) -> str:
        """The whole file."""
        head = [f"{key}: {value}" for key, value in self.front_matter.items()]
        return "\n".join(["---", *head, *self.approval, "---", "", *(section.render() for section in self.sections)])

    def approve(self, day: str) -> None:
        """Record the approval of what stands here now, by its digest."""
        self.front_matter["status"] = "approved"
        digest = digest_of(self.render().encode())
        self.approval = ["approvals:", f"  - {{version: 1, date: {day}, by: [Marta Oduya], digest: {digest}}}"]

    def close(self, status: str) -> None:
        """Reject or withdraw it."""
        self.front_matter |= {"status": status, "reason": "The pilot showed too little demand."}

    def widen(self, random: Random) -> None:
        """Promise something more, somewhere."""
        self._pick(random).sentences.append(write_sentence(random))

    def alter(self, random: Random) -> None:
        """Say something else in place of a sentence."""
        sentences = self._pick(random).sentences
        sentences[random.randrange(len(sentences))] = write_sentence(random)

    def polish(self, random: Random) -> None:
        """Change the words of a sentence, not what it says."""
        sentences = self._pick(random).sentences
        at = random.randrange(len(sentences))
        sentences[at] = reword(sentences[at])

    def _pick(self, random: Random) -> Section:
        return random.choice([section for section in self.sections if section.sentences])


def write_document(random: Random, number: int, day: str) -> Document:
    """A first draft."""
    name = write_name(random, number)
    front_matter = {
        "title": name,
        "status": "draft",
        "owner": random.choice(OWNERS),
        "customer": random.choice(CUSTOMERS),
        "created": day,
        "target_launch": f"{random.randrange(2026, 2029)}-Q{random.randrange(1, 5)}",
        "goals": f"[{', '.join(random.sample(GOALS, random.randrange(3)))}]",
        "tags": f"[{', '.join(random.sample(TAGS, random.randrange(4)))}]",
        "evidence": f'\n  - {{kind: qualitative, source: Visits, finding: "{write_sentence(random)}"}}',
    }
    return Document(front_matter, [*_release(random, name), *_questions(random)])


def _release(random: Random, name: str) -> list[Section]:
    def part(title: str, number: int, mark: str = "") -> Section:
        return Section(f"## {title}", write_sentences(random, number), mark)

    return [
        Section(f"# {name}: the whole yard in one view", []),
        Section("*For people with more to look after than they can walk to in a day.*", []),
        part("Summary", 3),
        part("Problem", 5),
        part("Solution", 5, "- "),
        part("Quote", 1),
        part("Customer experience", 5, "1. "),
        part("Call to action", 2),
        part("Testimonial", 1),
    ]


def _questions(random: Random) -> list[Section]:
    asked = iter(write_questions(random, 10))

    def answers(level: str, number: int) -> list[Section]:
        return [Section(f"{level} {question}", write_sentences(random, 2)) for question in islice(asked, number)]

    return [
        Section("## FAQ", []),
        Section("### Customer FAQ", []),
        *answers("####", 3),
        Section("### Internal FAQ", []),
        *answers("####", 3),
        Section("## The five customer questions", []),
        *answers("###", 4),
    ]
