"""The histories: what became of each proposal that was ever approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ...model import DocumentType, Edit, Entry, Past
from ..generated import GeneratedPage
from ..scope_view import ScopeView, view_scope
from ..site import Site
from ..views import Badge, make_scope_badge, make_status_label, make_verdict_badge

_FOLDER = "history/"


def build(site: Site) -> Iterator[GeneratedPage]:
    """A page for each; what it shows is worked out when it is drawn."""
    for entry in site.portfolio.entries:
        if entry.past is not None:
            view = partial(_view_past, entry, entry.past, site.type_of(entry.proposal))
            title = f"History of {entry.proposal.title}"
            yield GeneratedPage(
                history_path(entry), title, "past.html", {"entry": entry, "view": view}, is_searched=False
            )


def history_path(entry: Entry) -> str:
    """Where the history of a proposal is, below the portfolio's folder."""
    return f"{_FOLDER}{entry.proposal.path}"


@dataclass(frozen=True, slots=True)
class EditView:
    """An edit, with how many words came and went, the status where it changed, and the verdict."""

    edit: Edit
    inserted: int
    deleted: int
    status: Badge | None
    badge: Badge | None
    version: str


@dataclass(frozen=True, slots=True)
class PastView:
    """What became of a proposal: the comparisons with its approved versions, and its edits."""

    approvals: tuple[tuple[ScopeView, Badge | None], ...]
    edits: tuple[EditView, ...]
    older: int


def _view_past(entry: Entry, past: Past, document_type: DocumentType) -> PastView:
    statuses = {step.revision.commit: step.status for step in entry.steps}
    versions = {scope.baseline.revision: scope.baseline.version for scope in reversed(past.approvals)}

    def view(edit: Edit) -> EditView:
        commit = edit.revision.commit if edit.revision else ""
        return EditView(
            edit,
            _count(edit, "insert"),
            _count(edit, "delete"),
            make_status_label(statuses[commit]) if commit in statuses else None,
            make_verdict_badge(edit.verdict, edit.growth) if edit.verdict else None,
            versions.get(commit, "") if commit else "",
        )

    approvals = tuple((view_scope(entry, document_type, scope), make_scope_badge(scope)) for scope in past.approvals)
    return PastView(approvals, tuple(map(view, past.edits)), past.older)


def _count(edit: Edit, op: str) -> int:
    return sum(len(part.text.split()) for marked in edit.paragraphs for part in marked if part.op == op)
