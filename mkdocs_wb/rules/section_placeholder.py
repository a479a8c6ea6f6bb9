"""Nothing is left of a template.

A bracket that still waits for a name, or a TBD, is a decision that nobody has made. In a draft that is honest; in what was
approved it is a hole in the agreement. Guidance that an outline gives its author (McAllister) is no text of the release
either. Code and links are not looked at.

## Bad

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

[City, Date] — A collar tells the farmer where each deer is. The price is TBD.
```

## Good

```markdown
---
owner: Herd team
customer: Deer farmers
---
# Never lose a deer again

DAVIS, 2 March 2999 — A collar tells the farmer where each deer is. The price is on the
[order page](https://example.com/order), and most farms pay it back in a year [HIGH CONFIDENCE].
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..model import Block, Place, Problem
from ..parse.language.language import read_language
from .place import find_place
from .release import limit
from .subject import Subject
from .words import read_words

# Without one of these there is no placeholder, and looking for them is much cheaper than matching.
_WORDS = (
    "TBD",
    "TBC",
    "tbd",
    "tbc",
    "TODO",
    "FIXME",
    "TKTK",
    "XX",
    "$X",
    "€X",
    "£X",
    "X%",
    "X %",
    "Lorem ipsum",
    "…",
    "???",
    "___",
    "\\_\\_",
)
_SIGNS = ("[", "<", *_WORDS)
_HELP = "fill it in, or take the sentence out"
_HIDDEN = re.compile(
    r"(?<!`)(`+)(?!`).{1,400}?(?<!`)\1(?!`)|<!--.*?-->|(?<=\]\()[^()\s]{1,500}|https?://\S{1,500}", re.DOTALL
)
_REFERENCE = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:", re.MULTILINE)
_PLAIN = re.compile(
    r"\b(?:TBD|TBC|tbd|tbc|TKTK)\b|\bFIXME\b|\bTODO(?=:)|(?:^|(?<=[|:(*_]))[ ]*(?P<todo>TODO)\b(?!\s+(?:comment|list|item|app)|[-/])"
    r"|\bXXX\b|\b20XX\b|[$€£]X+\b(?!-)|(?<!\w)X{1,3}\s?%|\bXX(?=[/,.]\S|,\s|\s+20)|(?<=[/.])XX\b"
    r"|\bLorem ipsum\b|(?:^|(?<=[^\S\n]))\?{3,}(?=[\s.,;)]|$)|(?<=[^\S\n])(?:\\?_){3,}(?![\w*\\])"
    r"|\bFor …(?:, who …)?|\bwho …(?=\W*$)|^\W*…\?(?=\W*$)",
    re.MULTILINE,
)
_BRACKET = re.compile(r"(?<![\]!\\\w])\\?\[(?P<inside>[^\[\]\n^!]{2,100}?)\\?\](?![(\[:])")
_ANGLE = re.compile(r"<(?P<inside>[^\W\d_][^<>\n@:/\"'=]{2,80})>")


def check(subject: Subject) -> Iterator[Problem]:
    """A problem for each."""
    yield from _find_in_front_matter(subject)
    yield from _find_in_body(subject)


def gather(problems: Sequence[Problem]) -> Iterator[Problem]:
    """One for those that are alike, five at most."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.message, []).append(problem)
    return limit([one for alike in found.values() for one in limit(alike, 1)], 5)


def _find_in_front_matter(subject: Subject) -> Iterator[Problem]:
    if not subject.has_readable_front_matter:
        return
    front_matter = subject.proposal.front_matter
    for key in ("title", "owner", "customer"):
        for text in front_matter.texts(key):
            for _start, words in _find(text, ""):
                yield _problem(words, front_matter.place(key))


def _find_in_body(subject: Subject) -> Iterator[Problem]:
    text, language = subject.proposal.text, read_language()
    signs = [sign for sign in _SIGNS if sign in text]
    folded = text.casefold()
    guided = any(phrase in folded for phrase in language.phrases("guidance"))
    for block in subject.proposal.blocks if signs or guided else ():
        if block.kind == "code":
            continue
        if any(sign in block.source for sign in signs):
            yield from _find_in_block(subject, block)
        for match in language.guidance.finditer(block.source) if guided else ():
            place = find_place(subject.proposal, block, block.source, match.start(), match[0])
            yield Problem(
                "section-placeholder", place, "expected what belongs here, found guidance of a template", _HELP
            )


def _find_in_block(subject: Subject, block: Block) -> Iterator[Problem]:
    last = block.source.rfind("-->") + 1  # what is opened behind it is never closed, and each would be read to the end
    open_ended = block.source[last:].replace("<!--", "<!==")
    text = _HIDDEN.sub(_blank, block.source[:last] + open_ended)
    for start, words in _find(text, subject.proposal.text):
        yield _problem(words, find_place(subject.proposal, block, block.source, start, words))


def _problem(words: str, place: Place) -> Problem:
    message = f"expected what belongs here, found the placeholder “{words}”"
    return Problem("section-placeholder", place, message, _HELP)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _find(text: str, document: str) -> list[tuple[int, str]]:
    """Offset and words of each placeholder, in their order; one inside another counts once."""
    found: dict[int, str] = {}
    for match in _BRACKET.finditer(text):
        if _is_blank_bracket(match["inside"]) and not _is_reference(match["inside"], document):
            found[match.start()] = match[0]
    for match in _ANGLE.finditer(text):
        if _is_blank_tag(match["inside"]):
            found[match.start()] = match[0]
    if not any(sign in text for sign in _WORDS):
        return sorted(found.items())
    spans = [range(start, start + len(words)) for start, words in found.items()]
    for match in _PLAIN.finditer(text):
        group = "todo" if match["todo"] else 0
        if not any(match.start(group) in span for span in spans):
            found[match.start(group)] = match[group].strip(" *_\\") or match[group]
    return sorted(found.items())


def _is_blank_bracket(inside: str) -> bool:
    """Whether it asks for something: `City, Date`, `Your name`, `insert the price`, `TBD: who signs`."""
    folded = inside.replace("\\", "").strip(" *_").casefold()
    words = read_words()
    if words.placeholder_openings.match(folded) or folded in ("tbd", "tbc", "todo"):
        return True
    parts = [re.findall(r"[^\W\d_]+", part) for part in re.split(r"[,/–—|:;]|\s-\s", folded)]
    return all(part and part[-1] in words.placeholders for part in parts) and any(part[-1] != "state" for part in parts)


def _is_blank_tag(inside: str) -> bool:
    """The same between angle brackets, where tags of HTML stand too."""
    words = inside.split()
    if words[0].casefold() in ("insert", "your") and len(words) > 1:
        return True
    return inside.isupper() and all(word.strip(",").casefold() in read_words().placeholders for word in words)


def _is_reference(label: str, document: str) -> bool:
    """Whether a link's target is given elsewhere: `[name]: https://…`."""
    return " ".join(label.casefold().split()) in _find_references(document)


@lru_cache(maxsize=1)
def _find_references(document: str) -> frozenset[str]:
    return frozenset(" ".join(match[1].casefold().split()) for match in _REFERENCE.finditer(document))
