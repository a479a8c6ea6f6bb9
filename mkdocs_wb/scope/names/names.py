"""What tells a product's name in a document, and that a name is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from ...model import Element, Proposal
from ...parse.language.language import read_language
from ...parse.markdown.inline import plain_text
from ..language.lexicon import read_lexicon

Words = Sequence[str]

_WORD = re.compile(r"[^\W\d_][\w-]*(?:\.[a-z]{2,3}(?![\w.]))?")  # `Herdlet`, `Herd.ly`
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CHUNK = re.compile(r"[:|()]|\s[-–—]\s")
_BOLD = re.compile(r"[>\s]*(\*\*|__)\S.*\S\1\s*")
_TOP = 6  # blocks at the head of a document, where a line in bold letters may be its title
_BRACKET = r"[*_`]*\s*\([*_`]*(?P<alias>[^\W\d_][\w -]{1,40}?)[*_`]*\)"
_MARK = r"[*_`]*\s?[™®]"  # `Herdlet™`
_SITE = r"\.(?-i:[a-z]{2,4})(?!\w|\.\w)"  # `herdlet.com`
_FIGURE = re.compile(r"\d+")
_VERBS = ("s", "t")  # how the verb of a headline ends: `Herdlet finds deer`, `Herdlet findet Rehe`
_AROUND = 80  # signs before and behind a name that tell what it is
_NEXT = re.compile(r" ([^\W\d_]+)")
_DEFINED = re.compile(r" (?:is|ist|est|es) ((?:[\w-]+ ?){1,5})")
_LONGEST = 3  # words of a name that a template's placeholder is filled with


def list_titles(proposal: Proposal) -> Iterator[str]:
    """Where a document names its product: its first heading, its headline, its `title`, a first line in bold letters."""
    yield next((plain_text(block.source) for block in proposal.blocks if block.kind == "heading"), "")
    yield next((plain_text(text) for element in proposal.named("headline") for text in _read_headline(element)), "")
    yield proposal.front_matter.text("title")
    top = proposal.blocks[:_TOP]
    yield next((plain_text(block.source) for block in top if _BOLD.fullmatch(block.source)), "")


def pair_titles(old: Proposal, new: Proposal) -> Iterator[tuple[str, str]]:
    """The titles of two versions, place by place, each pair once."""
    yield from dict.fromkeys(zip(list_titles(old), list_titles(new), strict=False))


def _read_headline(element: Element) -> Iterator[str]:
    """What stands below the heading `Headline`, or the headline itself."""
    yield from (block.source for block in element.blocks if block.kind in ("paragraph", "heading"))
    yield element.title


def split_title(title: str) -> list[list[str]]:
    """The words of each part of a title, up to a colon, dash or bracket; without what only says that it is a PR/FAQ."""
    bare = read_language().whole_document.sub(" ", title)
    return [words for chunk in _CHUNK.split(bare) if (words := _WORD.findall(chunk))]


def find_different(one: Words, two: Words, old: str, new: str) -> tuple[str, str] | None:
    """The names that took each other's place in a part of a title: `Rural Co. launches Herdlet, a collar`.

    Args:
        one: the words of the part.
        two: those of the part in the other version.
        old: the version that has the one.
        new: the other version.

    Returns:
        What differs, behind a verb that announces it; or at the head of the part before a verb, where both versions tell
        that it is a product. None where it is all of the part, or goes on (`Goose Tracker`, `Slack sync`).
    """
    start = _count_same(one, two)
    end = _count_same(one[start:][::-1], two[start:][::-1])
    if not start + end or start + end >= min(len(one), len(two)):
        return None
    names = [" ".join(words[start : len(words) - end]) for words in (one, two)]
    follows = one[len(one) - end] if end else ""
    if start:
        told = is_announced(one[:start]) and (not follows or follows.casefold() in read_lexicon().roles)
    else:
        told = follows[-1:] in _VERBS and all(map(is_product, names, (old, new)))
        told = told and not any(map(_goes_on, names, (follows, follows), (old, new)))
    return (names[0], names[1]) if told else None


def _count_same(one: Words, two: Words) -> int:
    pairs = zip(one, two, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), pairs))


def is_announced(before: Words) -> bool:
    """Whether the words before a name are those of who announces it: `Rural Co. launches the`."""
    lexicon = read_lexicon()
    verb = next((word for one in reversed(before) if (word := one.casefold()) not in lexicon.skipped), "")
    return verb in lexicon.launching


def _goes_on(name: str, word: str, text: str) -> bool:
    """Whether a text has a word behind a name again, so that it is no verb and both are the name: `Herd bots`, `a Herd bot`."""
    return len(re.findall(rf"\b{re.escape(name)} {re.escape(word[:-1])}", text, re.IGNORECASE)) > 1


def is_product(name: str, text: str) -> bool:
    """Whether a text tells that a name is a product's: it is a trademark, typed, announced, or said to be a tool."""
    typed = (f"`{one.casefold().replace(' ', '-')}`" for one in (name, find_alias(name, text)))
    return (
        re.search(rf"\b{re.escape(name)}{_MARK}", text, re.IGNORECASE) is not None
        or any(map(text.__contains__, typed))
        or any(_is_told(before, after) for before, after in _list_around(name, text))
    )


def _is_told(before: str, after: str) -> bool:
    """Whether a name is announced and ends here (`announces Herdlet, a collar`), or is a tool (`Herdlet is a small app`)."""
    lexicon, follows = read_lexicon(), _NEXT.match(after)
    ends = not follows or follows[1].casefold() in lexicon.roles
    if ends and before.rpartition(" ")[2] in lexicon.launching:
        return True
    defined = _DEFINED.match(after)
    return defined is not None and not lexicon.instruments.isdisjoint(defined[1].casefold().split())


def _list_around(name: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands before a name, in small letters, and behind it, wherever it stands."""
    for match in re.finditer(rf"{re.escape(name)}\b", text, re.IGNORECASE):
        before = text[max(0, match.start() - _AROUND) : match.start()]
        yield before.casefold().rstrip("*_` "), text[match.end() : match.end() + _AROUND].lstrip("*_`")


def is_marked(name: str, text: str) -> bool:
    """Whether a name has a trademark's sign, or a site of its own."""
    return re.search(rf"\b{re.escape(name)}(?:{_MARK}|{_SITE})", text, re.IGNORECASE) is not None


def is_of_others(name: str, text: str) -> bool:
    """Whether a name is that of who announces the product, or of something else that the product works with or on."""
    alongside = tuple(read_lexicon().alongside)
    return any(
        before.removesuffix(" the").endswith(alongside) or _announces(after)
        for before, after in _list_around(name, text)
    )


def _announces(after: str) -> bool:
    """Whether what stands behind a name says that it announces something, which has a capital: `today announced Herdlet`."""
    told = _announcing().match(after)
    return told is not None and told[1][0].isupper() and told[1].casefold() not in read_lexicon().roles


@cache
def _announcing() -> re.Pattern[str]:
    verbs = _any(read_lexicon().launching)
    return re.compile(rf",? (?:[^\W\d_]+ )?(?:{verbs}) (?:[^\W\d_]+ )?[*_`]*([^\W\d_]+)", re.IGNORECASE)


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def find_alias(name: str, text: str) -> str:
    """What a bracket behind a name calls it: `Herd Operating System (Herd OS)`."""
    match = re.search(rf"{re.escape(name)}{_BRACKET}", text)
    return match["alias"] if match else ""


def find_claims(name: str) -> frozenset[str]:
    """The words and figures of a name that promise or limit something, or are what it runs on: `Herdlet Free`, `Android`, `GPT-4`."""
    lexicon = read_lexicon()
    words = frozenset(word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", name)))
    return (words & (lexicon.limits | lexicon.claiming | lexicon.platforms)) | {*_FIGURE.findall(name)}


def find_given(old: Proposal, new: Proposal, *, known: bool) -> str:
    """The name that a title of one version has where the other one still has the placeholder of a template.

    Args:
        old: one version.
        new: the other one.
        known: whether it may be a name that both titles have, which is missing below one of them.
    """
    for title, other in pair_titles(old, new):
        parts = () if title == other and not known else zip(split_title(title), split_title(other), strict=False)
        for one, two in parts:
            start, names = _count_same(one, two), [" ".join(one), " ".join(two)]
            if 0 < start < min(len(one), len(two)) and is_announced(one[:start]):
                names = [" ".join(one[start:]), " ".join(two[start:])]
            elif not start and 0 < (end := _count_same(one[::-1], two[::-1])) < min(len(one), len(two)):
                names = [" ".join(one[:-end]), " ".join(two[:-end])]  # `Product Name is a map`
            blank = [name.casefold() in read_lexicon().unnamed for name in names]
            name = names[blank[0]]
            given = any(blank) or (known and names[0] == names[1])
            if given and not all(blank) and _may_be_given(name, (new if blank[0] else old).text):
                return name
    return ""


def _may_be_given(name: str, text: str) -> bool:
    """Whether a name may stand for a placeholder and say no more: some words in capitals, known below the title, that claim nothing."""
    words = name.split()
    found = re.findall(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    known = len(found) > 1 and all(one[0].isupper() for one in found)
    return known and len(words) <= _LONGEST and all(word[0].isupper() for word in words) and not find_claims(name)
