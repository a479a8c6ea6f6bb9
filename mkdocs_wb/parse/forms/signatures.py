"""The names below and behind what is said: a signature after a dash, a line that is a name and a role."""

from __future__ import annotations

import re

from ...model import Block
from ..language.language import read_language

OPENING, CLOSING = '“„«»‹›「『"', '”“»«›‹」』"'
# ‘We sleep now,’ said Ana: a single mark closes what begins with a capital and ends with a mark, and is no apostrophe.
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?P<words>[^\W\d_a-z][^“”„\"\n]{10,600}?[,.!?…])[’'](?![\w’'])")
# a mark that both opens and closes opens nothing behind a word (`"all" fences and "all" gates`)
QUOTED = re.compile(
    rf"(?:(?<![A-Za-zÀ-ÿА-я0-9.,!?…])|(?![\"«»]))[{OPENING}](?P<words>[^{OPENING}{CLOSING}]{{10,}})[{CLOSING}]"
)
_ENDED = re.compile(r"(?:\n|[.!?…][*_]*)\s*[–—―-]{1,2}\s*$")
_SIGNER = r"(?P<name>(?:[^\W\d_]|@\w)[^\n]{2,100})"
# looked ahead for, as one dash of a line may stand within what is said and the next one before its signature
_SIGNED = re.compile(rf"(?:^|(?<=[\s*_{CLOSING}]))(?=(?:[–—―-]{{1,2}}|~|\|)\s*{_SIGNER}$)", re.MULTILINE)
SIGNATURE = re.compile(rf"\s*(?:[–—―-]{{1,2}}|~)\s*{_SIGNER}\s*")
_OPENS = re.compile(rf"[*_\s]*[{OPENING}]")
_SIGNED_LINE = re.compile(rf"(?:^|[{CLOSING}*_])\s*(?:[–—―]|--?)\s*[*_]*[^\W\d_][^\n{CLOSING}]{{2,100}}$")
_CALLED = re.compile(r"(?:an?|the|eine?r?|une?|uma?|una|early|beta|pilot)\s|u/\w|@\w", re.IGNORECASE)
CAPITAL = re.compile(r"(?<![^\W_])[A-ZÀ-ÞА-Я][\w.'’-]+")
_PARTED = re.compile(r"\s*\n\s*(?:[–—-]\s*)?|\s+[–—|/]\s+")  # a name from a role: `Ana Ruiz — farmer`
_ABBREVIATED = re.compile(r"\b(?:Co|Inc|Ltd|Corp|Jr|Sr|LLC|e\.V|Dr)\.$")
_LONGEST_CREDIT = 12  # words of a line that says who spoke above it


def even_marks(text: str) -> str:
    """A text in which single quotation marks are double ones, but for those within a quotation."""
    if "'" not in text and "‘" not in text:
        return text
    quotations = [match.span() for match in QUOTED.finditer(text)]

    def even(single: re.Match[str]) -> str:
        within = any(first < single.start() < last for first, last in quotations)
        return single[0] if within else f"“{single['words']}”"

    return _SINGLE.sub(even, text)


def may_sign(name: str) -> bool:
    """Whether what follows a dash is somebody: a name, or a role that is called by an article or known."""
    language = read_language()
    if not name[0].islower():
        return True
    known = language.customer.search(name) or language.leader.search(name)
    return bool(known and len(name.split()) <= _LONGEST_CREDIT) or (
        _CALLED.match(name) is not None and not name.rstrip().endswith((".", "!", "?"))
    )


def is_credit(text: str) -> bool:
    """Whether a line, or two, is somebody's name with what they are: `Matt Hale, head of products`, `Ana (farmer)`."""
    line = _PARTED.sub(", ", text.strip(), count=1)
    words = len(line.split())
    name, mark, role = (
        line.partition(",") if "," in line else line.partition("(") if "(" in line else line.partition("（")
    )
    ended = line.endswith((".", "!", "?", ":", "。", "：")) and not _ABBREVIATED.search(line)
    if not mark or "\n" in line or words > _LONGEST_CREDIT or ended:
        return False
    language = read_language()
    capitals = CAPITAL.findall(name)
    named = len(capitals) == len(name.split()) <= 4 or not name[:1].isascii()
    known = language.customer.search(line) or language.leader.search(role)
    return bool(named and (len(capitals) > 1 or known))


def find_signed(block: Block, text: str) -> str | None:
    """Whose the last signature of a text is, which no dash within a quotation makes; it stands on a line of its own or right behind."""
    quotations = [match.span() for match in QUOTED.finditer(text)]
    if not quotations and block.kind != "quote":
        return None  # nothing that could be signed
    for signed in reversed(list(_SIGNED.finditer(text))):
        if any(first < signed.start("name") < last for first, last in quotations) or not may_sign(signed["name"]):
            continue
        before = max((last for _, last in quotations if last <= signed.start()), default=None)
        behind = before is not None and (
            signed.start() == 0
            or text[: signed.start()].endswith("\n")
            or not any(sign.isalnum() for sign in text[before : signed.start()])
        )
        if behind or (block.kind == "quote" and _ENDED.search(text[: signed.start("name")])):
            return signed["name"]
    return None


def speaks_anew(line: str, before: str) -> bool:
    """Whether a line begins a quotation right below one that is signed: two voices in one block."""
    return _OPENS.match(line) is not None and _SIGNED_LINE.search(before.rstrip()) is not None


def is_signed_below(block: Block, following: Block) -> bool:
    """Whether a quoted paragraph has its speaker below it, as an item or after a dash: `> - Ana from Ghent`."""
    return block.kind == "quote" and (following.kind == "item" or SIGNATURE.fullmatch(following.text) is not None)
