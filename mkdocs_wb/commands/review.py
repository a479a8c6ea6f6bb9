"""`wb review`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

import click

from ..history.git import Repository
from ..history.history import History, load_history
from ..history.images import read_images_at, show_at
from ..lifecycle import Status
from ..model import Baseline, Entry, Images, Proposal, Scope
from ..past import Reader, Tracing
from ..pipeline import read_acknowledged
from ..report.review import FAILURE_FORMATS, REVIEW_FORMATS
from ..review.judge import Sides, build_affected, build_reviewed, find_move, rank
from ..review.review import Review, Reviewed
from ..rules.subject import Index
from ..scope.undiffed import build_uncompared
from ..sources import Source
from .affected import find_touched, list_standings, read_affected
from .branch import Branch, Pair, read_branch
from .options import config_option, reporting, require_text


@click.command("review", help="Review what the checked-out commit does to proposals, before it is merged into REV.")
@click.option("--base", "revision", metavar="REV", required=True, help="What it is to be merged into.")
@config_option
@click.option("--format", "form", type=click.Choice(list(REVIEW_FORMATS)), default="text", show_default=True)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day that dates are judged by; the calendar's by default."
)
def command(revision: str, config_file: Path | None, form: str, today: datetime | None) -> None:
    """Print the review; exit 1 where it fails, 2 where an approved version is unknown."""
    with reporting(form, FAILURE_FORMATS):
        revision = require_text("--base", revision, "a commit, tag or branch")
        branch = read_branch(revision, config_file, Path.cwd())
        with closing(branch.repository), ExitStack() as stack:
            review = _Reviewer(branch, today.date() if today else date.today(), stack).review()
    click.echo(REVIEW_FORMATS[form](review))
    sys.exit(review.exit_code)


class _Reviewer:
    """One pass over what a branch changes, as its base judges it."""

    def __init__(self, branch: Branch, today: date, stack: ExitStack) -> None:
        self._branch = branch
        self._pipeline = branch.pipeline
        self._today = today
        self._stack = stack
        self._pairs = list(branch.pairs())

    def review(self) -> Review:
        """The whole review, the gravest first."""
        branch = self._branch
        reviewed = [self._review(pair) for pair in self._pairs]
        reviewed += self._review_affected()
        return Review(
            base=branch.base.name,
            tip=branch.base.tip,
            fork=branch.base.fork,
            head=branch.repository.head,
            proposals=tuple(sorted(reviewed, key=rank)),
            notes=branch.notes,
            failures=branch.failures,
            titles=self._pipeline.titles(),
        )

    def _review(self, pair: Pair) -> Reviewed:
        """What the branch does to one proposal that it touches; its type is the one that the base has it as."""
        pipeline, source = self._pipeline, pair.base or pair.old
        known = pipeline.read(source) if source else None
        kind = known.type if known else ""
        baseline = self._find_baseline(known, source) if known and source else Baseline(None)
        accepted = read_acknowledged(known) if known else frozenset()
        old = pipeline.read(pair.old, kind) if pair.old else None
        before = None
        if old and pair.old:
            start = self._show(baseline, old, pair.old, self._branch.base.fork)
            before = self._judge(old, pipeline.compare(old, start, acknowledged=accepted), self._before)
        new = pipeline.read(pair.new, kind) if pair.new else None
        move = find_move(self._status(old), self._status(known), self._status(new))
        after, contribution = None, build_uncompared(Baseline(None))
        if new and pair.new:
            end = self._show(baseline, new, pair.new, self._branch.repository.head)
            scope = pipeline.compare(new, end, acknowledged=accepted)
            if self._branch.gap is None and (before is None or scope.changes != before.scope.changes):
                scope = Tracing(scope, new, pair.new.file, self._history, Reader(pipeline, new)).trace()
            after = self._judge(new, scope, self._after, None if move.allowed is None else move.before)
            contribution = self._contribute(old, new, pair)
        paths = tuple(self._branch.name(source) if source else "" for source in (pair.old, pair.new))
        sides = Sides(before, known, after, contribution, move, (paths[0] or paths[1], paths[1]), pair.left_to)
        replaced = baseline.source == "snapshot" and any(
            baseline.path in (one.old, one.new) for one in self._branch.changes
        )
        notes = tuple(self._tell(pair, baseline.path if replaced else ""))
        sides = replace(sides, notes=notes, is_lost=paths[1] in self._branch.lost, is_replaced=replaced)
        return build_reviewed(sides, pipeline.settings)

    def _find_baseline(self, known: Proposal, source: Source) -> Baseline:
        """The approved version as the base knows it; the history is read where there may be one."""
        status = self._pipeline.status(known)
        asked = known.is_unreadable or known.front_matter.get("approvals") is not None or (status and status.approved)
        return self._pipeline.baseline(known, source, self._known) if asked else Baseline(None)

    def _contribute(self, old: Proposal | None, new: Proposal, pair: Pair) -> Scope:
        """What the branch itself changes, whatever was approved."""
        if old is None or pair.old is None or pair.new is None:
            return build_uncompared(Baseline(None))
        commits = (self._branch.base.fork, self._branch.repository.head)
        sides = zip((old, new), commits, (pair.old, pair.new), strict=True)
        images = [read_images_at(side.text, commit, [self._branch.name(at)], self._files) for side, commit, at in sides]
        return self._pipeline.compare(
            new, Baseline("file", old.text, old.digest, images=Images(*images)), acknowledged=()
        )

    def _show(self, baseline: Baseline, proposal: Proposal, source: Source, commit: str) -> Baseline:
        return show_at(baseline, proposal.text, commit, self._branch.name(source), self._files)

    def _status(self, proposal: Proposal | None) -> Status | None:
        return None if proposal is None or proposal.is_unreadable else self._pipeline.status(proposal)

    def _judge(self, proposal: Proposal, scope: Scope, index: Index, before: Status | None = None) -> Entry:
        return self._pipeline.judge_compared(proposal, scope, index, self._today, before)

    def _tell(self, pair: Pair, replaced: str) -> Iterator[str]:
        """What a reviewer should know of how this could be judged."""
        branch = self._branch
        base = branch.base.name
        if pair.old and pair.base is None:
            yield f"{base} has taken it out since this branch began"
        elif pair.old and pair.base and pair.old.data != pair.base.data:
            yield f"{base} has changed it since this branch began: merge {base} into the branch to review what will be merged"
        elif pair.old is None and pair.base:
            yield f"{base} has {branch.name(pair.base)} under this id, and this was compared with what is approved there"
        if replaced:
            yield f"The branch changes {replaced}, the approved version; this was compared with the one of {base}"

    def _review_affected(self) -> Iterator[Reviewed]:
        """The proposals that the branch leaves alone, and that have or name an id that comes, goes or changes its status."""
        branch, none = self._branch, build_uncompared(Baseline(None))
        sides = ([pair.old for pair in self._pairs], [pair.new for pair in self._pairs])
        touched = find_touched(*(list_standings(self._pipeline, filter(None, sources)) for sources in sides))
        seen = {pair.new.path for pair in self._pairs if pair.new}
        for path, source in branch.head.items():
            proposal = None if source.path in seen else read_affected(self._pipeline, source, touched)
            if proposal is None:
                continue
            before, after = (self._judge(proposal, none, index) for index in (self._before, self._after))
            reviewed = build_affected(before, after, path, self._pipeline.settings)
            if reviewed:
                yield reviewed

    @cached_property
    def _before(self) -> Index:
        return self._pipeline.glance(self._branch.fork.values())

    @cached_property
    def _after(self) -> Index:
        return self._pipeline.glance(self._branch.head.values())

    @cached_property
    def _files(self) -> History:
        """The files of any commit; no revisions were read for it."""
        return History(self._branch.repository.root.resolve(), self._branch.repository, None)

    @cached_property
    def _known(self) -> History:
        """The history as the base has it."""
        repository = self._branch.repository
        base = self._stack.enter_context(closing(Repository(repository.root, self._branch.base.tip)))
        return load_history(
            base, [source.file for pair in self._pairs if (source := pair.base or pair.old)], self._branch.gap
        )

    @cached_property
    def _history(self) -> History:
        """The history as the branch has it."""
        return load_history(self._branch.repository, [pair.new.file for pair in self._pairs if pair.new])
