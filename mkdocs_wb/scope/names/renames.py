"""The product's new name: a document that calls its product something else throughout promises nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from ...model import Proposal
from ..language.lexicon import read_lexicon
from .names import (
    find_alias,
    find_claims,
    find_different,
    find_given,
    is_marked,
    is_of_others,
    is_product,
    pair_titles,
    split_title,
)

_WORD = re.compile(r"[^\W\d_][\w-]*")
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]+`|https?://\S+", re.DOTALL)
_QUOTED = re.compile(r"[「『]([^「」『』\s]{2,20})[」』]")
_PART = re.compile(r"[\u4e00-\u9fff]+|[\u30a1-\u30ff]+|[\u3041-\u309f]+|[^\W\d_\u3041-\u30ff\u4e00-\u9fff]+")
_FULL = re.compile(r"(\w.{1,60}) \(.+\)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OFTEN = 3  # places in which the name must have been replaced
_SHARED = 5  # letters at the end that a command's name shares with the product's (`telasticat`, `TurboElasticat`)
_PLACEHOLDER = "Product"
_BLANKS = ("___", "....")
_TWICE = re.compile(rf"\b({_PLACEHOLDER}) \({_PLACEHOLDER}\)")  # a name that a bracket explains by another of its names

Rename = Callable[[str], str]


def find_renames(old: Proposal, new: Proposal) -> tuple[Rename | None, Rename | None]:
    """What writes one name for the product in the old and in the new version; None where it kept its name.

    A name is a part of the title, up to a colon, dash or bracket, that another part has replaced throughout, three times
    at least: the old one is gone and the new one is new. The first line in bold letters may be the title, and what its
    other parts were is the old name in full. It is one word, written with a capital wherever it stands; or
    several of which one changed that the text itself goes on using in small letters, so that it is known to say the same; or
    it has other words, which both versions go on using, or is an invention (`HerdMinder`).
    Where `Deer Tracker` becomes `Sheep Tracker` and no deer is left, that is no new name but another product.
    """
    pair = next(_find_pairs(old, new), None)
    if pair is None:
        given = _give_name(old, new)
        return given, given
    words = [{word.casefold() for word in _WORD.findall(proposal.text)} for proposal in (old, new)]
    full = _find_in_full(pair.old_full, pair.new, new.text)
    full |= _find_in_full(pair.new_full, pair.old, old.text)
    before = _names(pair.old, words[0] - words[1], pair.old_full)
    after = _names(pair.new, words[1] - words[0], pair.new_full)
    return _write(before | full), _write(after | full)


def _give_name(old: Proposal, new: Proposal) -> Rename | None:
    """What writes a placeholder of a template, and the name that was given to the product, as one; None where none was left."""
    name = find_given(old, new, known=_has_blank(old.text) or _has_blank(new.text))
    write = _write({name.casefold()}) if name else None
    return (lambda text: write(read_lexicon().nameless.sub(_PLACEHOLDER, text))) if write else None


def _has_blank(text: str) -> bool:
    """Whether a text has a placeholder that cannot be its title's."""
    return any(blank in text for blank in _BLANKS) or read_lexicon().bracketed.search(text) is not None


class _Pair(NamedTuple):
    """The old name and the new one, and what each is in full: `Herd Operating System (herd-os)`."""

    old: str
    new: str
    old_full: str = ""
    new_full: str = ""


def _names(name: str, own: set[str], full: str) -> set[str]:
    """A name, and those that only this version has and that are its name in code.

    They end like it, where it is one word; or they have all of its words and no others than its full name: `rural-herd-os`.
    """
    folded = name.casefold()
    if not name.isascii():
        return {folded}
    words, known = set(folded.split()), {*folded.split(), *full.casefold().split()}
    if len(words) > 1:
        return {folded} | {word for word in own if words <= set(word.split("-")) <= known}
    return {folded} | {word for word in own if len(word) > _SHARED and word[-_SHARED:] == folded[-_SHARED:]}


def _read_full(title: str) -> str:
    """The name that a title explains in a bracket: nothing but a name has a capital in each word."""
    full = _FULL.fullmatch(title.strip())
    return full[1] if full and all(word[0].isupper() for word in _WORD.findall(full[1])) else ""


def _find_in_full(full: str, other: str, others: str) -> set[str]:
    """The name in full, where the other version says all of it, and the other version's name in two words (`Herd Map`)."""
    spaced = _CAMEL.sub(" ", other)
    said = {spaced} if spaced != other else set[str]()
    if full and _is_kept(full, other, others):
        said.add(full)
    return {name.casefold() for name in said}


def _is_kept(part: str, other: str, others: str) -> bool:
    """Whether the other version has all the words of a name, in what it calls the product or elsewhere.

    `Herd Operating System` is in `HerdOS` by its first letters.
    """
    folded, words = other.casefold(), part.casefold().split()
    left = [word for word in words if word not in folded]
    runs = [range(0), *(range(at, at + size) for size in range(2, len(left) + 1) for at in range(len(left) - size + 1))]
    return any(
        all(at in run or _stands(word, others) for at, word in enumerate(left))
        and "".join(left[at][0] for at in run) in folded
        for run in runs
    )


def _stands(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None


def _write(names: set[str]) -> Rename:
    pattern = _spelt(names)
    return lambda text: _TWICE.sub(
        r"\1", pattern.sub(lambda m: _PLACEHOLDER.lower() if m[0].islower() else _PLACEHOLDER, text)
    )


def _spelt(names: set[str]) -> re.Pattern[str]:
    """What finds any of some names, its words joined by blanks or by dashes."""
    longest_first = sorted(names, key=len, reverse=True)
    ends = r"\b" if longest_first[0].isascii() else ""  # between unspaced words is no boundary
    some = "|".join("[ -]".join(map(re.escape, name.replace("-", " ").split())) for name in longest_first)
    owns = "(?=s?\\b)" if ends else ""  # `Herdlets Karte`
    return re.compile(rf"{ends}(?:{some}){owns}", re.IGNORECASE)


def _find_pairs(old: Proposal, new: Proposal) -> Iterator[_Pair]:
    """Names of which one replaced the other in a title, and everywhere else."""
    for title, other in pair_titles(old, new):
        if title == other:
            continue
        left, right = split_title(title), split_title(other)
        titled = {" ".join(part) for part in (*left, *right)}
        kept = False  # a part that both have may be the name, and another one what it works with
        for one, two in zip(left, right, strict=False):
            if one == two:
                kept = True
                continue
            for pair in _list_candidates(one, two, old.text, new.text):
                if not (
                    _may_be_replaced(pair.old, old.text, new.text) and _may_be_replaced(pair.new, new.text, old.text)
                ):
                    continue
                named = pair._replace(old=_as_named(pair.old, old.text), new=_as_named(pair.new, new.text))
                told = not kept or (is_product(named.old, old.text) and is_product(named.new, new.text))
                if told and _is_renamed(named, old.text, new.text, titled):
                    full = (pair.old_full or _read_full(title), pair.new_full or _read_full(other))
                    yield named._replace(old_full=full[0], new_full=full[1])
        yield from _find_quoted(title, other, old.text, new.text)


def _list_candidates(one: list[str], two: list[str], old: str, new: str) -> Iterator[_Pair]:
    """What may be the names in two parts of a title: all of each, what differs, and what a bracket calls that elsewhere."""
    found = [(" ".join(one), " ".join(two)), find_different(one, two, old, new)]
    for before, after in filter(None, found):
        yield _Pair(before, after)
        short, other = find_alias(before, old), find_alias(after, new)
        if short and _is_kept(before, after, new):
            yield _Pair(short, after, old_full=before)
        if other and _is_kept(after, before, old):
            yield _Pair(before, other, new_full=after)


def _may_be_replaced(name: str, text: str, other: str) -> bool:
    """Whether a name stands often enough in one version and not between blanks in the other; if not, nothing else need be looked for."""
    folded = _fold(name)
    return f" {folded} " not in _fold(other) and _fold(text).count(folded) >= _OFTEN


@lru_cache(maxsize=8)  # a version is compared with several others in turn
def _fold(text: str) -> str:
    return text.casefold().replace("-", " ")


def _is_renamed(pair: _Pair, old: str, new: str, titled: set[str]) -> bool:
    """Whether one name stands for the other throughout, and says no more than it."""
    before, after = pair.old, pair.new
    if not (_is_replaced(before, old, new) and _is_replaced(after, new, old)) or find_claims(before) != find_claims(
        after
    ):
        return False
    if is_of_others(before, old) or is_of_others(after, new):
        return False
    one, two = before.split(), after.split()
    if len(one) == len(two) and not _is_command(before, old):
        changed = [a for a, b in zip(one, two, strict=True) if a.casefold() != b.casefold()]
        return len(changed) == 1 and (len(one) == 1 or _goes_on(changed[0], old, new))
    if "".join(one).casefold() == "".join(two).casefold():
        return True
    besides = [_spelt({name, *titled}).sub(" ", _CODE.sub(" ", text)) for name, text in ((before, old), (after, new))]
    typed = {name for name, text in ((before, old), (after, new)) if _is_command(name, text)}
    return _says_no_more(before, after, *besides, typed=typed)


def _as_named(name: str, text: str) -> str:
    """A name as it is written where it has a capital within: `herdmap` where the text has `HerdMap`."""
    if " " in name:
        return name
    found = re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    return next((match[0] for match in found if _is_invented(match[0])), name)


def _is_command(name: str, text: str) -> bool:
    """Whether a name is what a user types, and no ordinary word: `herd-map`, `herdmap`."""
    return f"`{name}`" in text and name.islower() and name not in read_lexicon().plain


def _find_quoted(title: str, other: str, old: str, new: str) -> Iterator[_Pair]:
    """A Japanese name stands in brackets: `「鹿マップ」を公開`."""
    for before, after in zip(_QUOTED.findall(title), _QUOTED.findall(other), strict=False):
        same = before != after and title.replace(before, "") == other.replace(after, "")
        often = old.count(before) >= _OFTEN <= new.count(after) and before not in new and after not in old
        if same and often and _says_no_more(before, after, old, new):
            yield _Pair(before, after)


def _says_no_more(before: str, after: str, old: str, new: str, *, typed: Collection[str] = ()) -> bool:
    """Whether the common words of both names stand in both versions besides.

    A name without any is an invention, or `typed`, or one word in the place of a name that has no others.
    """
    left, right = old.replace(before, " "), new.replace(after, " ")
    sides = ((before, left, right), (after, right, left))
    common = [[word for word in _PART.findall(name) if _has_small(word, own)] for name, own, _ in sides]
    if not all(_has_small(word, other) for words, (_, _, other) in zip(common, sides, strict=True) for word in words):
        return False
    plain = [words == _PART.findall(name) for words, (name, _, _) in zip(common, sides, strict=True)]
    return all(
        words or _is_invented(name) or (name in typed and name.isalpha()) or (other and _is_single(name))
        for words, name, other in zip(common, (before, after), reversed(plain), strict=True)
    )


def _is_single(name: str) -> bool:
    return " " not in name and name.isascii() and name.casefold() not in read_lexicon().plain


def _has_small(word: str, text: str) -> bool:
    if not word.isascii():
        return word in text
    return re.search(rf"\b{re.escape(word.casefold())}s?\b", text) is not None


def _is_invented(name: str) -> bool:
    """Whether a name has a capital within (`HerdMinder`)."""
    return any(sign.isupper() for sign in name[1:]) and not name.isupper() and " " not in name


def _goes_on(word: str, text: str, other: str) -> bool:
    """Whether both versions have a word in small letters."""
    small = re.compile(rf"\b{re.escape(word.casefold())}\b")
    return bool(small.search(text) and small.search(other))


def _is_replaced(name: str, text: str, other: str) -> bool:
    """Whether a name stands often in one version and not at all in the other, and is a name wherever it stands.

    In code it may be a command's, in small letters.
    """
    spelt = _spelt({name})
    if len(spelt.findall(text)) < _OFTEN or spelt.search(other):
        return False
    marked = name.casefold() not in read_lexicon().plain and is_marked(name, text)
    told = marked or _is_invented(name) or _is_command(name, text)
    return told or not any(one[0].islower() for one in spelt.findall(_CODE.sub(" ", text)))
