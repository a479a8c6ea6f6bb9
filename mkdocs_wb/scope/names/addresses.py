"""Where a thing is found and not what it is: who owns the product's repository, the port of a local server, a document's path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ...model import Proposal
from ..language.lexicon import read_lexicon
from .names import find_claims, is_announced, list_titles, split_title

Rename = Callable[[str], str]

_OFTEN = 3  # places in which an owner must have been replaced
_LONGEST = 3  # words of a name
_HOSTS = ("localhost:", "127.0.0.1:", "0.0.0.0:")
_LOCAL = f"(?:{'|'.join(map(re.escape, _HOSTS))})"
_PORT = re.compile(rf"\b(?:{_LOCAL}|port )(\d{{2,5}})\b", re.IGNORECASE)
_LOCAL_PORT = re.compile(rf"{_LOCAL}(\d{{2,5}})\b", re.IGNORECASE)
_FOLDERS = re.compile(r"(?<![\w-])(?:([\w-]+)[/.])?([\w-]+)$")
_FARTHEST = 80  # signs before the product's name
_ENDING = re.compile(r"\.(?:md|markdown|rst|adoc|txt|pdf|html?|docx?)\b(?!/)", re.IGNORECASE)
_DOCUMENT = re.compile(rf"(?<![\w/.-])(?:[\w.-]+/)*[\w.-]*\w{_ENDING.pattern}", re.IGNORECASE)
_DAY = re.compile(r"(?:(?<!\w)|[_-])\d{4}-\d\d(?:-\d\d)?(?:(?!\w)|[_-])")


def find_addresses(old: Proposal, new: Proposal) -> list[Rename]:
    """What writes addresses that changed in the same way wherever they stand as one, in both versions."""
    found = (_find_owner(old, new), _find_port(old.text, new.text))
    return [write for write in found if write]


def _find_owner(old: Proposal, new: Proposal) -> Rename | None:
    """The product's owner in paths and packages, where all have another: `marsh/tap/reedy`, `@marsh/reedy`, `marsh.reedy`."""
    texts = (old.text, new.text)
    found = (name for name in _list_typed(old) if all(f"/{name}" in text or f".{name}" in text for text in texts))
    products = {*found}
    products &= _list_typed(new) if products else set()
    if not products:
        return None
    named = rf"(?:{'|'.join(map(re.escape, products))})(?![\w-])"
    before, after = (_list_owners(re.finditer(rf"[/.]{named}", text), text) for text in texts)
    gone, come = before - after, after - before
    owners = [*gone, *come]
    if len(gone) != 1 or len(come) != 1 or any(map(_is_word, owners)):
        return None
    often = [[len(re.findall(rf"(?<![\w-]){re.escape(owner)}(?![\w-])", text)) for text in texts] for owner in owners]
    if min(often[0][0], often[1][1]) < _OFTEN or often[0][1] or often[1][0]:
        return None
    some = "|".join(map(re.escape, owners))
    pattern = re.compile(rf"(?<![\w-])(?:{some})(?=[/.](?:[\w-]+[/.])?{named})")
    return lambda text: pattern.sub("owner", text)


def _list_owners(found: Iterable[re.Match[str]], text: str) -> set[str]:
    """The two folders at most that stand before the product."""
    paths = (_FOLDERS.search(text[max(0, match.start() - _FARTHEST) : match.start()]) for match in found)
    return {folder for path in paths if path for folder in path.groups("")} - {""}


def _is_word(owner: str) -> bool:
    """Whether a folder's name may say what is in it: `linux/reedy`, `free/reedy`."""
    return bool(find_claims(owner)) or owner.casefold() in read_lexicon().plain


def _list_typed(proposal: Proposal) -> set[str]:
    """The names in the titles that a user types: `reedy`, `Herd Map` as `herd-map`."""
    parts = [part for title in dict.fromkeys(list_titles(proposal)) for part in split_title(title)]
    names = {"-".join(part).casefold() for part in parts if len(part) <= _LONGEST}
    announced = (part[at] for part in parts for at in range(1, len(part)) if is_announced(part[:at]))
    return names | {word for word in announced if f"`{word}`" in proposal.text}


def _find_port(old: str, new: str) -> Rename | None:
    """The port of the local server, where both versions have one that the other has not."""
    if not any(host in old for host in _HOSTS):
        return None
    local = [{*_LOCAL_PORT.findall(text)} for text in (old, new)]
    named = [{*_PORT.findall(text)} for text in (old, new)]
    gone, come = local[0] - named[1], local[1] - named[0]
    if len(gone) != 1 or len(come) != 1 or local[0] - gone != local[1] - come:
        return None
    own = gone | come
    return lambda text: _PORT.sub(lambda m: m[0].replace(m[1], "port") if m[1] in own else m[0], text)


def without_documents(old: str, new: str) -> tuple[str, str]:
    """Both sentences without the paths of documents, where each has only another day in its name or lies in another folder."""
    if not (_ENDING.search(old) and _ENDING.search(new)):
        return old, new
    paths = [_DOCUMENT.findall(text) for text in (old, new)]
    if len(paths[0]) != len(paths[1]) or paths[0] == paths[1] or not all(map(_is_same_document, *paths)):
        return old, new
    return _DOCUMENT.sub("@", old), _DOCUMENT.sub("@", new)


def _is_same_document(one: str, two: str) -> bool:
    (folder, name), (other, second) = (path.rpartition("/")[::2] for path in (one, two))
    moved = {*folder.casefold().split("/")} ^ {*other.casefold().split("/")}
    return _DAY.sub("", name) == _DAY.sub("", second) and moved <= {"", ".", "..", *read_lexicon().folders}
