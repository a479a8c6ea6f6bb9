"""What a site leaves out: private proposals, those of some statuses, and elements; and whatever else would tell of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from difflib import get_close_matches

from .lifecycle import Lifecycle, Status
from .model import RELATIONS, DocumentType, Finding, FrontMatter, Proposal, Scalar
from .parse.markdown.links import find_links, find_mentions
from .parse.redact import redact
from .settings import LeaveOut

# Where the front matter cannot be read, or is none, a line that may say `private` is believed.
_SAYS_PRIVATE = re.compile(
    r"^[^\S\n]*[\"']?private[\"']?\s*[:=](?!\s*(?:false|no|off)\s*(?:#.*)?$)", re.MULTILINE | re.IGNORECASE
)
_PRIVATE_KEY = re.compile(rb"(?:^|[{,])[ \t\"']*(p[a-z]{4,9})[\"']?[ \t]*[:=]", re.MULTILINE | re.IGNORECASE)
_INDEX_PAGES = ("index.md", "readme.md")


def find_published(
    proposal: Proposal, status: Status | None, document_type: DocumentType, leave_out: LeaveOut, lifecycle: Lifecycle
) -> Proposal | None:
    """A proposal as it may be shown: itself, without the elements that are left out, or None where it is withheld.

    What may belong to what is left out is withheld: an unknown status where statuses are, an unreadable front matter
    that may say `private`, a document whose parts cannot be told apart.
    """
    names = {known.name for name in leave_out.statuses if (known := lifecycle.find(name))}
    if names and (status is None or status.name in names or proposal.is_unreadable):
        return None
    if leave_out.private and is_private(proposal):
        return None
    return redact(proposal, document_type, leave_out.elements) if leave_out.elements else proposal


def is_private(proposal: Proposal) -> bool:
    """Whether a proposal is marked private, or might be and cannot be read."""
    values = proposal.front_matter.values
    if any(_means_private(key) and not _is_false(value) for key, value in values.items()):
        return True
    if values and not proposal.problems:
        return False
    return bool(_SAYS_PRIVATE.search(_read_head(proposal.text)))


def _read_head(text: str) -> str:
    """The front matter, or what stands in its place: what is above the first heading."""
    if text.startswith("---"):
        return text.split("\n---", 1)[0]
    return re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0]


def may_be_private(data: bytes) -> bool:
    """Whether the head of a file has a key like `private`: quick to tell, so that few files are read for it."""
    end = data.find(b"\n---" if data.startswith(b"---") else b"\n#")
    return any(b"v" in match[1].lower() for match in _PRIVATE_KEY.finditer(data, 0, end if end > 0 else len(data)))


def _means_private(key: str) -> bool:
    """Whether a key is `private`, however it is spelt: `Private`, `privat`."""
    return bool(get_close_matches(key.strip().casefold(), ["private"], cutoff=0.85))


def _is_false(value: object) -> bool:
    return isinstance(value, Scalar) and value.native is False


@dataclass(frozen=True, slots=True)
class Hidden:
    """The files beside withheld texts.

    `linked` are those that only they lead to, `folders` those of withheld index pages; `names` is how the paths begin of
    what is called like a withheld page. `shown` are those that published pages lead to.
    """

    linked: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.linked or self.folders or self.names)

    def pick(self, pages: Mapping[str, str], files: Iterable[str]) -> frozenset[str]:
        """The paths of what is not to be published.

        Args:
            pages: the texts of the pages that are no proposals, by their paths.
            files: the paths of the files that are no pages.
        """
        kept = {path: text for path, text in pages.items() if path in self.shown or not path.startswith(self.folders)}
        shown = self.shown.union(*(find_links(path, text) for path, text in kept.items()))
        beside = (*self.folders, *self.names)
        pages_left_out = (path for path in pages if path.startswith(self.folders))
        files_left_out = (path for path in files if path in self.linked or path.startswith(beside))
        return frozenset((*pages_left_out, *files_left_out)) - shown


def find_hidden(pairs: Iterable[tuple[Proposal, Proposal | None]], older: Iterable[tuple[str, str]]) -> Hidden:
    """The files that belong to what is left out of proposals.

    Args:
        pairs: each proposal with its published form.
        older: the paths and texts of earlier versions of those that are not published as they are.
    """
    linked: set[str] = {link for path, text in older for link in find_mentions(path, text)}
    shown: set[str] = set()
    withheld: list[str] = []
    for proposal, published in pairs:
        if published is not None:
            shown.update(find_links(published.path, published.text))
        else:
            withheld.append(proposal.path)
        if published is not proposal:
            linked.update(find_mentions(proposal.path, proposal.text))
    names = tuple(sorted(f"{path.rpartition('.')[0]}{end}" for path in withheld for end in "./"))
    return Hidden(frozenset(linked), list_folders(withheld), names, frozenset(shown))


def list_folders(withheld: Iterable[str]) -> tuple[str, ...]:
    """The folders whose index pages are among withheld ones, each with a slash at its end."""
    split = (path.rpartition("/") for path in withheld)
    return tuple(sorted({f"{folder}/" for folder, _, name in split if folder and name.casefold() in _INDEX_PAGES}))


def is_appendix(proposal: Proposal, folders: tuple[str, ...]) -> bool:
    """Whether a page in the folder of a withheld one says nothing of itself, and so is a part of that one."""
    return proposal.path.startswith(folders) and not proposal.front_matter.values


def drop_relations(proposal: Proposal, withheld: AbstractSet[str]) -> Proposal:
    """A proposal that does not relate to those with the given ids."""
    front_matter = proposal.front_matter
    told = {key: front_matter.texts(key) for key in RELATIONS if not withheld.isdisjoint(front_matter.texts(key))}
    if not told:
        return proposal
    kept = {key: [Scalar(name, name) for name in names if name not in withheld] for key, names in told.items()}
    values = {**front_matter.values, **kept}
    return replace(proposal, front_matter=replace(front_matter, values=values))


def drop_amendments(proposal: Proposal, shown: AbstractSet[str]) -> Proposal:
    """A proposal without what was said of accepted changes, save those whose fingerprint is that of a shown change."""
    front_matter = proposal.front_matter
    listed = front_matter.get("amendments")
    if not isinstance(listed, list):
        return proposal
    kept = [one for one in listed if isinstance(one, dict) and FrontMatter(one).text("fingerprint") in shown]
    values = {**front_matter.values, "amendments": kept}
    return replace(proposal, front_matter=replace(front_matter, values=values))


def list_names(withheld: Iterable[Proposal]) -> frozenset[str]:
    """What withheld proposals may be called elsewhere."""
    return frozenset(name for proposal in withheld for name in (proposal.id, proposal.path, proposal.title) if name)


def make_telling(names: Iterable[str]) -> Callable[[str], bool]:
    """Says of a text whether it has one of some names in it, as whole words."""
    listed = "|".join(sorted(map(re.escape, names)))
    found = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE) if listed else None
    return lambda text: found is not None and found.search(text) is not None


def drop_findings(findings: Iterable[Finding], names: AbstractSet[str]) -> tuple[Finding, ...]:
    """The findings that have none of some names in them."""
    return tuple(
        finding for finding in findings if not any(name in f"{finding.message}\n{finding.help}" for name in names)
    )
