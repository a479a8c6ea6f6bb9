"""What a site leaves out: private proposals, those of some statuses, and elements; and whatever else would tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from .lifecycle import Lifecycle, Status
from .model import DocumentType, Finding, FrontMatter, Proposal, Scalar
from .parse.links import find_links
from .parse.redact import redact
from .settings import LeaveOut

# Where the front matter cannot be read, a line that may say `private` is believed.
_SAYS_PRIVATE = re.compile(r"^\s*[\"']?private[\"']?\s*:(?!\s*(?:false|no|off)\s*$)", re.MULTILINE | re.IGNORECASE)
_RELATIONS = ("depends_on", "supersedes", "superseded_by")


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
    value = proposal.front_matter.get("private")
    if value is not None:
        return not (isinstance(value, Scalar) and value.native is False)
    head = proposal.text.split("\n---", 1)[0]
    return bool(proposal.problems) and bool(_SAYS_PRIVATE.search(head))


@dataclass(frozen=True, slots=True)
class Hidden:
    """The files beside withheld texts: `linked` are those that only they lead to, `folders` those of withheld index pages."""

    linked: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.linked or self.folders)

    def besides(self, pages: Iterable[tuple[str, str]]) -> Hidden:
        """The same without what other published pages lead to, given their paths and texts."""
        shown = self.shown.union(*(find_links(path, text) for path, text in pages))
        return replace(self, shown=shown)

    def covers(self, path: str) -> bool:
        """Whether a file is not to be published."""
        return path not in self.shown and (path in self.linked or path.startswith(self.folders))


def find_hidden(pairs: Iterable[tuple[Proposal, Proposal | None]]) -> Hidden:
    """The files of proposals, each given with its published form, that belong to what is left out of them."""
    linked: set[str] = set()
    shown: set[str] = set()
    folders: set[str] = set()
    for proposal, published in pairs:
        if published is not None:
            shown.update(find_links(published.path, published.text))
        if published is not proposal:
            linked.update(find_links(proposal.path, proposal.text))
        folder, _, name = proposal.path.rpartition("/")
        if published is None and folder and name.casefold() in ("index.md", "readme.md"):
            folders.add(f"{folder}/")
    return Hidden(frozenset(linked), tuple(sorted(folders)), frozenset(shown))


def drop_relations(proposal: Proposal, withheld: AbstractSet[str]) -> Proposal:
    """A proposal that does not relate to those with the given ids."""
    front_matter = proposal.front_matter
    told = {key: front_matter.texts(key) for key in _RELATIONS if not withheld.isdisjoint(front_matter.texts(key))}
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


def drop_findings(findings: Iterable[Finding], withheld: Iterable[Proposal]) -> tuple[Finding, ...]:
    """The findings that name none of the withheld proposals."""
    names = {name for proposal in withheld for name in (proposal.id, proposal.path, proposal.title)}
    return tuple(
        finding for finding in findings if not any(name in f"{finding.message}\n{finding.help}" for name in names)
    )
