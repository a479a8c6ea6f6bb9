"""Reading a sentence word by word: what each word of content is given by those before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from .lexicon import Lexicon, Role

OWNS = "'s"
WITH = frozenset({"with", "mit"})
_OWNER = re.compile(r"(?:'s|\ws') [^\W\d]", re.IGNORECASE)


class Unit(NamedTuple):
    """A word of content (its stem; a figure begins with `#`) with what hangs on it.

    `lead` are the negations and the telling prepositions before it, `loose` those that matter only in another order,
    `strength` how firm the modal is under which it stands. `phrase` and `joined` say that a preposition or an `and`, an
    `or` or a comma comes before it, `comma` that it is a comma alone, `clause` that a comma and one of these words do,
    `carried` that a comma hands it the lead of the word before.
    """

    stem: str
    lead: tuple[str, ...]
    word: str
    loose: tuple[str, ...] = ()
    strength: float | None = None
    phrase: bool = False
    joined: bool = False
    carried: bool = False
    comma: bool = False
    clause: bool = False


@dataclass(slots=True)
class Reading:
    """What has been read so far, and what waits for the next word of content."""

    lexicon: Lexicon
    german: bool
    units: list[Unit] = field(default_factory=list)
    persons: list[tuple[int, str]] = field(default_factory=list)
    person: int = 0
    subject: bool = False
    cases: list[tuple[str, str]] = field(default_factory=list)
    case: str = ""
    ors: int = 0
    modals: list[float] = field(default_factory=list)
    strength: float | None = None
    lead: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    phrase: bool = False
    joined: bool = False
    by_comma: bool = False
    clause: bool = False
    waiting: int = 0

    def add(self, root: str, word: str) -> None:
        """A word of content, with what waited for it: `for farmers and vets` is for vets, too. `man` says nothing."""
        if self.german and word in self.lexicon.impersonal:
            return
        carried = False
        if not self.by_comma or self.lead:
            self._end_list(is_list=self.joined and not self.by_comma)
        if self.joined and not self.lead and self.units:
            self.lead = tuple([word for word in self.units[-1].lead if word != "not"])
            carried = bool(self.lead) and (self.by_comma or self.units[-1].carried)
            self.waiting += carried and self.by_comma
        unit = Unit(
            root,
            self.lead,
            word,
            self.loose,
            self.strength,
            self.phrase,
            self.joined,
            carried,
            self.by_comma,
            self.clause,
        )
        self.units.append(unit)
        if self.person:
            self.persons.append((self.person, root))
            self.person = 0
        if self.case:
            self.cases.append((self.case, root))
            self.case = ""
        self.lead = self.loose = ()
        self.phrase = self.joined = self.by_comma = self.clause = False

    def measure(self, unit: str) -> None:
        """A unit of measure after its figure: `every 5 minutes` may stand anywhere."""
        self.add(f"#{unit}", unit)
        if len(self.units) > 2 and self.units[-3].word in self.lexicon.every:
            self.units[-3] = self.units[-3]._replace(phrase=True)

    def own(self, match: re.Match[str]) -> None:
        """The owner of the next word: `the animals' names` are the names of the animals."""
        if _OWNER.match(match.string, match.end() - 2):
            self.units[-1] = self.units[-1]._replace(loose=(*self.units[-1].loose, OWNS))

    def _end_list(self, *, is_list: bool) -> None:
        """What commas handed on is of a list that `and` or `or` ends, or else was none: `For farmers, vets pay nothing`."""
        for at in range(len(self.units) - self.waiting, len(self.units) if not is_list else 0):
            self.units[at] = self.units[at]._replace(lead=(), carried=False)
        self.waiting = 0

    def hear(self, word: str, role: Role) -> None:
        """A word that is no content: it changes what comes after it."""
        lexicon = self.lexicon
        if role == "negation":
            self.lead = tuple(sorted((*self.lead, "not")))
        elif role == "modal":
            self.strength = lexicon.commitment[word]
            self.modals.append(self.strength)
        elif role == "person":
            self.person, self.subject = lexicon.persons[word], word in lexicon.subjects
            if word not in lexicon.possessives:
                self.strength = None
        elif role in ("and", "or"):
            self.ors += role == "or"
            self.joined, self.by_comma, self.clause = True, False, self.by_comma
        elif role == "bound":
            self.lead = tuple(sorted((*self.lead, word)))
            self.phrase = True
        else:
            self._skip(word, role)

    def _skip(self, word: str, role: Role) -> None:
        """A word that says nothing by itself, though it may open a phrase or end what a modal stands over."""
        self.case = self.lexicon.cases.get(word, "") if self.german else ""
        if word in self.lexicon.phrase:
            self.phrase = True
        if word in self.lexicon.loose or (word in self.lexicon.relatives and not self.german):
            self.loose = (*self.loose, word)
        if word in self.lexicon.breaks:
            self.strength = None
        if role == "break":
            self.add(word, word)

    def close(self) -> None:
        """What waits at the end hangs on nothing, and is still said; a subject there hangs on the verb before it."""
        self._end_list(is_list=False)
        if self.person and self.subject and self.units:
            self.persons.append((self.person, self.units[-1].stem))
            self.person = 0
        if self.lead or self.person:
            self.add("", "")
