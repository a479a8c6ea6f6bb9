"""`wb diff`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import click

from ..configuration import read_configuration
from ..errors import WbError
from ..gate import Objection, find_objections
from ..history.baseline import find_named
from ..history.git import Repository, Trouble, find_repository, find_root
from ..history.history import load_history, read_history
from ..history.images import read_images, read_images_at
from ..model import FRONT_MATTER, OTHER, Baseline, DocumentType, Images, Proposal, Scope, Severity, Verdict
from ..past import Reader, Tracing
from ..pipeline import Pipeline, open_pipeline
from ..printable import printable
from ..report.data import build_comparison, dump
from ..report.text import render_comparison
from ..scope.undiffed import build_uncompared
from ..sources import Source, read_sources
from .find import find_proposal
from .options import config_option, find_or_default, format_option, require_text

_SINCE = " since it was approved"
_HELP = "take changes out, accept them with `wb acknowledge ID FINGERPRINT`, or have this version approved with `wb approve ID`"


@click.command("diff", help="Compare the proposal ID with its approved version, or the file OLD with the file NEW.")
@click.argument("names", nargs=-1, required=True, metavar="ID | OLD NEW")
@click.option("--from", "since", metavar="REV", help="Compare with the version at REV, and not with the approved one.")
@click.option("--to", "until", metavar="REV", help="Compare the version at REV, and not the present one.")
@config_option
@format_option
def command(names: tuple[str, ...], since: str | None, until: str | None, config_file: Path | None, form: str) -> None:
    """Print every change; exit 1 where the verdict or the growth is one that the configuration fails on, 2 if unknown."""
    here, files = Path.cwd(), map(Path, names)
    configuration = read_configuration(config_file, here) if len(names) == 1 else find_or_default(config_file, files)
    pipeline = open_pipeline(configuration)
    about = _SINCE
    if len(names) == 1 and since is not None:
        scope, kind = _compare_revisions(names[0], since, until, pipeline, read_sources(configuration))
        about = f" since {since}" if until is None else f" from {since} to {until}"
    elif since is not None or until is not None:
        message = "--from and --to: expected an ID, and --from REV where --to REV is given"
        raise WbError(message)
    elif len(names) == 1:
        scope, kind = _compare_with_approved(names[0], pipeline, read_sources(configuration))
    elif len(names) == 2:
        scope, kind = _compare_files(Path(names[0]), Path(names[1]), pipeline)
        about = ""
    else:
        message = f"expected an ID, or OLD and NEW, found {len(names)} names"
        raise WbError(message)
    objections = find_objections(scope, configuration.settings.scope)
    if form == "json":
        click.echo(dump(build_comparison(scope, objections)))
    else:
        titles = {name: element.title for name, element in kind.elements.items()}
        titles = {**titles, FRONT_MATTER: "Front matter", OTHER: "Elsewhere"}
        click.echo(render_comparison(scope, titles, about, objections, _HELP if about == _SINCE else ""))
    sys.exit(_exit_code(scope, objections, configuration.settings.fail_level))


def _exit_code(scope: Scope, objections: Iterable[Objection], fail_level: Severity) -> int:
    """What a comparison means to the caller."""
    if scope.verdict is Verdict.UNKNOWN:
        return 2
    return int(any(objection.severity.weight >= fail_level.weight for objection in objections))


def _compare_files(old: Path, new: Path, pipeline: Pipeline) -> tuple[Scope, DocumentType]:
    for path in (old, new):
        if not path.is_file():
            message = f"{path}: expected a file, found {'a folder' if path.is_dir() else 'none of that name'}"
            raise WbError(message)
    proposal = pipeline.read(Source(str(new), new, new.read_bytes()))
    before = pipeline.read(Source(str(old), old, old.read_bytes()))
    unread = next((document for document in (before, proposal) if document.is_unreadable), None)
    if unread is not None:
        problem = f"{unread.path}: {unread.problems[0].message}"
        return build_uncompared(
            Baseline("file", path=str(old), problem=problem, help=unread.problems[0].help)
        ), pipeline.type_of(proposal)
    baseline = Baseline("file", before.text, path=str(old), images=_read_images(before, old, proposal, new))
    return pipeline.compare(proposal, baseline), pipeline.type_of(proposal)


def _read_images(before: Proposal, old: Path, proposal: Proposal, new: Path) -> Images:
    """The image files beside two files. A file that was copied away from all of them has none to compare, which is said."""
    sides = [read_images(text, file, find_root(file)) for text, file in ((before.text, old), (proposal.text, new))]
    for number, file in enumerate((old, new)):
        if sides[number] and not any(image.digest for image in sides[number].values()):
            if any(image.digest for image in sides[1 - number].values()):
                click.echo(printable(f"{file}: its images are not beside it, and were not compared"), err=True)
            sides[number] = {}
    return Images(*sides)


def _compare_with_approved(name: str, pipeline: Pipeline, sources: list[Source]) -> tuple[Scope, DocumentType]:
    proposal, source = find_proposal(name, pipeline, sources)
    with closing(read_history(source.file.resolve().parent, [source.file])) as history:
        baseline = pipeline.baseline(proposal, source, history)
        if baseline.unsigned and baseline.revision:
            command = f"`wb diff {name} --from {baseline.revision[:10]}`"
            baseline = replace(baseline, help=f"{baseline.help}; {command} compares with that version all the same")
        reader = Reader(pipeline, proposal)
        scope = pipeline.compare(proposal, baseline)
        return Tracing(scope, proposal, source.file, history, reader).trace(), reader.document_type


def _compare_revisions(
    name: str, since: str, until: str | None, pipeline: Pipeline, sources: list[Source]
) -> tuple[Scope, DocumentType]:
    require_text("--from", since, "a commit, tag or branch")
    proposal, source = find_proposal(name, pipeline, sources)
    repository = find_repository(source.file.resolve().parent)
    if isinstance(repository, Trouble):
        message = f"{since}: {repository.message}; {repository.help}"
        raise WbError(message)
    with ExitStack() as stack:
        history = stack.enter_context(closing(load_history(repository, [source.file])))
        old = find_named(since, source.file, repository, history)
        if until is None:
            new = read_images(proposal.text, source.file, history.root)
        else:
            later = find_named(until, source.file, repository, history)
            source = Source(source.path, history.root / later.path, (later.text or "").encode())
            proposal = pipeline.read(source)
            end = Repository(repository.root, later.revision)
            history = stack.enter_context(closing(load_history(end, [source.file])))
            new = read_images_at(proposal.text, later.revision, [later.path], history)
        before = read_images_at(old.text or "", old.revision, [old.path], history)
        scope = pipeline.compare(proposal, replace(old, images=Images(before, new)))
        reader = Reader(pipeline, proposal)
        return Tracing(scope, proposal, source.file, history, reader).trace(), reader.document_type
