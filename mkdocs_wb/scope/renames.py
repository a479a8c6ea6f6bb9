"""The product's new name: a document that calls its product something else throughout promises nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from ..model import Proposal
from ..parse.inline import plain_text
from ..parse.language import read_language
from .lexicon import read_lexicon

_WORD = re.compile(r"[^\W\d_][\w-]*")
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]+`|https?://\S+", re.DOTALL)
_CHUNK = re.compile(r"[:|()]|\s[-–—]\s")
_QUOTED = re.compile(r"[「『]([^「」『』\s]{2,20})[」』]")
_PART = re.compile(r"[\u4e00-\u9fff]+|[\u30a1-\u30ff]+|[\u3041-\u309f]+|[^\W\d_\u3041-\u30ff\u4e00-\u9fff]+")
_BOLD = re.compile(r"[>\s]*(\*\*|__)\S.*\S\1\s*")
_TOP = 6  # blocks at the head of a document, where a line in bold letters may be its title
_FULL = re.compile(r"(\w.{1,60}) \(.+\)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OFTEN = 3  # places in which the name must have been replaced
_SHARED = 5  # letters at the end that a command's name shares with the product's (`telasticat`, `TurboElasticat`)
_PLACEHOLDER = "Product"

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
        return None, None
    words = [{word.casefold() for word in _WORD.findall(proposal.text)} for proposal in (old, new)]
    full = _find_in_full(pair.old_full, pair.new, new.text)
    full |= _find_in_full(pair.new_full, pair.old, old.text)
    before, after = _names(pair.old, words[0] - words[1]), _names(pair.new, words[1] - words[0])
    return _write(before | full), _write(after | full)


class _Pair(NamedTuple):
    """The old name and the new one, and what each title says besides: `Herd Operating System (herd-os)`."""

    old: str
    new: str
    old_full: str = ""
    new_full: str = ""


def _names(name: str, own: set[str]) -> set[str]:
    """A name and, where it is one word, the names that only this version has and that end like it."""
    folded = name.casefold()
    if " " in name or not name.isascii():
        return {folded}
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
    return lambda text: pattern.sub(lambda m: _PLACEHOLDER.lower() if m[0].islower() else _PLACEHOLDER, text)


def _spelt(names: set[str]) -> re.Pattern[str]:
    """What finds any of some names, its words joined by blanks or by dashes."""
    longest_first = sorted(names, key=len, reverse=True)
    ends = r"\b" if longest_first[0].isascii() else ""  # between unspaced words is no boundary
    some = "|".join("[ -]".join(map(re.escape, name.replace("-", " ").split())) for name in longest_first)
    return re.compile(rf"{ends}(?:{some}){ends}", re.IGNORECASE)


def _find_pairs(old: Proposal, new: Proposal) -> Iterator[_Pair]:
    """Names of which one replaced the other in a title, and everywhere else."""
    for title, other in zip(_titles(old), _titles(new), strict=False):
        if title == other:
            continue
        left, right = _chunks(title), _chunks(other)
        for one, two in zip(left, right, strict=False):
            changed = [(a, b) for a, b in zip(one, two, strict=False) if a.casefold() != b.casefold()]
            before, after = _as_named(" ".join(one), old.text), _as_named(" ".join(two), new.text)
            if not (_is_replaced(before, old.text, new.text) and _is_replaced(after, new.text, old.text)):
                continue
            if len(one) == len(two) and not _is_command(before, old.text):
                known = len(changed) == 1 and (len(one) == 1 or _goes_on(changed[0][0], old.text, new.text))
            else:
                besides = [
                    _spelt({name, *(" ".join(part) for part in parts)}).sub(" ", _CODE.sub(" ", side.text))
                    for name, parts, side in ((before, left, old), (after, right, new))
                ]
                typed = {name for name, side in ((before, old), (after, new)) if _is_command(name, side.text)}
                known = _says_no_more(before, after, *besides, typed=typed)
            if known:
                yield _Pair(before, after, _read_full(title), _read_full(other))
        yield from _find_quoted(title, other, old.text, new.text)


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
    """Whether the common words of both names stand in both versions besides; a name without any is an invention, or `typed`."""
    left, right = old.replace(before, " "), new.replace(after, " ")
    for name, own, other in ((before, left, right), (after, right, left)):
        words = [word for word in _PART.findall(name) if _has_small(word, own)]
        if not all(_has_small(word, other) for word in words) or not (
            words or _is_invented(name) or (name in typed and name.isalpha())
        ):
            return False
    return True


def _has_small(word: str, text: str) -> bool:
    if not word.isascii():
        return word in text
    return re.search(rf"\b{re.escape(word.casefold())}s?\b", text) is not None


def _is_invented(name: str) -> bool:
    """Whether a name has a capital within (`HerdMinder`)."""
    return any(sign.isupper() for sign in name[1:]) and not name.isupper() and " " not in name


def _titles(proposal: Proposal) -> Iterator[str]:
    yield next((plain_text(block.source) for block in proposal.blocks if block.kind == "heading"), "")
    yield next((element.title for element in proposal.named("headline")), "")
    yield proposal.front_matter.text("title")
    top = proposal.blocks[:_TOP]
    yield next((plain_text(block.source) for block in top if _BOLD.fullmatch(block.source)), "")


def _chunks(title: str) -> list[list[str]]:
    bare = read_language().whole_document.sub(" ", title)
    return [words for chunk in _CHUNK.split(bare) if (words := _WORD.findall(chunk))]


def _goes_on(word: str, text: str, other: str) -> bool:
    """Whether both versions have a word in small letters."""
    small = re.compile(rf"\b{re.escape(word.casefold())}\b")
    return bool(small.search(text) and small.search(other))


def _is_replaced(name: str, text: str, other: str) -> bool:
    """Whether a name stands often in one version and not at all in the other, and is a name wherever it stands.

    In code it may be a command's, in small letters.
    """
    phrase = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    if len(phrase.findall(text)) < _OFTEN or phrase.search(other):
        return False
    invented = any(sign.isupper() for sign in name[1:]) and not name.isupper()
    return (
        invented or _is_command(name, text) or not any(one[0].islower() for one in phrase.findall(_CODE.sub(" ", text)))
    )
