"""Which version was approved, row by row of the contract's table."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.history.baseline import find_baseline
from mkdocs_wb.history.history import digest_of, read_history
from mkdocs_wb.lifecycle import Lifecycle
from mkdocs_wb.model import Baseline, DocumentType
from mkdocs_wb.parse.matter.approvals import read_approvals
from mkdocs_wb.parse.matter.front_matter import parse_front_matter
from mkdocs_wb.parse.proposal import parse_proposal
from mkdocs_wb.parse.source import parse_source

from .conftest import Repo

FILE = "docs/proposals/deer-tracker.md"
BODY = "# Never lose a deer\n\n" + "".join(f"The collar does thing number {n} for the farmer.\n\n" for n in range(12))
FIRST = BODY + "It costs $9 a month.\n"
SECOND = BODY + "It costs $19 a month.\n"
THIRD = BODY + "It costs $29 a month.\n"


def text(body: str, status: str = "draft", approvals: str = "") -> str:
    return f"---\nstatus: {status}\n{f'approvals: [{approvals}]' if approvals else 'tags: [a]'}\n---\n{body}"


def digest(body: str) -> str:
    return digest_of(text(body).encode())


def counts(data: bytes, path: str) -> bool:
    """Whether a version's status counts as approved; the path says it for tests of status_from: folder."""
    front_matter, _, _ = parse_front_matter(parse_source(data)[0])
    status = Lifecycle().find(front_matter.text("status") or "draft")
    return (status is not None and status.approved) or "/approved/" in path


def baseline(folder: Path, classic: DocumentType, name: str = FILE) -> Baseline:
    """The approved version of the file as it stands in the work tree."""
    file = folder / name
    proposal = parse_proposal(file.read_bytes(), name, classic)
    history = read_history(folder, [file])
    found = find_baseline(proposal, file, history, approved=counts(file.read_bytes(), name), counts=counts)
    history.close()
    return found


def is_unknown(found: Baseline, source: str, says: str) -> bool:
    return found.text is None and found.source == source and says in found.problem and bool(found.help)


# digest only


def test_a_digest_is_the_earliest_revision_on_the_main_line_that_has_it(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    approved = repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(FIRST, "approved")})
    approval = f"{{version: 3, date: 2026-02-01, by: [Ana, Ben], digest: '{digest(FIRST)}'}}"
    repo.commit({FILE: text(SECOND, "approved", approval)})
    found = baseline(repo.root, classic)
    assert (found.source, found.revision, found.path, found.text) == ("digest", approved, FILE, text(FIRST))
    assert (found.version, found.date, found.by, found.problem) == ("3", "2026-02-01", ("Ana", "Ben"), "")


def test_a_digest_survives_renames_and_line_breaks(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({"docs/ideas/deer.md": text(FIRST)})
    repo.git("mv", "docs/ideas/deer.md", "docs/deer-tracker.md")
    repo.commit({})
    windows = text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}").replace("\n", "\r\n")
    repo.commit({"docs/deer-tracker.md": windows})
    found = baseline(repo.root, classic, "docs/deer-tracker.md")
    assert (found.revision, found.path, found.date) == (approved, "docs/ideas/deer.md", "2026-01-02")


def test_a_digest_is_found_on_a_branch_that_was_squashed(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    repo.git("checkout", "--quiet", "-b", "work")
    approved = repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(SECOND)})
    repo.git("checkout", "--quiet", "main")
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")}, "squashed")
    found = baseline(repo.root, classic)
    assert (found.source, found.revision, found.text) == ("digest", approved, text(FIRST))


def test_a_squashed_branch_that_is_gone_is_unknown(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")}, "squashed")
    assert is_unknown(baseline(repo.root, classic), "digest", digest(FIRST)[:16])


def test_a_digest_is_found_within_a_merged_branch(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    repo.git("checkout", "--quiet", "-b", "work")
    approved = repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(SECOND)})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "-m", "merge", "work")
    repo.git("branch", "--quiet", "-D", "work")
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")})
    assert baseline(repo.root, classic).revision == approved


def test_a_digest_is_found_on_a_branch_of_which_the_merge_kept_nothing(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    repo.git("checkout", "--quiet", "-b", "work")
    approved = repo.commit({FILE: text(FIRST)})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--strategy=ours", "-m", "merge", "work")
    repo.git("branch", "--quiet", "-D", "work")
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")})
    assert baseline(repo.root, classic).revision == approved


def test_a_digest_is_found_on_another_path(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({"docs/elsewhere.md": text(FIRST)})
    repo.commit({"docs/elsewhere.md": None, FILE: "Something wholly different.\n"})
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")})
    found = baseline(repo.root, classic)
    assert (found.revision, found.path) == (approved, "docs/elsewhere.md")


def test_the_main_line_wins_over_an_earlier_branch(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    repo.git("checkout", "--quiet", "-b", "work")
    repo.commit({FILE: text(FIRST)})
    repo.git("checkout", "--quiet", "main")
    approved = repo.commit({FILE: text(FIRST, "in-review")})
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")})
    assert baseline(repo.root, classic).revision == approved


def test_the_last_approval_counts(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST)})
    approved = repo.commit({FILE: text(SECOND)})
    both = f"{{digest: '{digest(FIRST)}'}}, {{digest: '{digest(SECOND)}'}}"
    repo.commit({FILE: text(THIRD, "approved", both)})
    found = baseline(repo.root, classic)
    assert (found.revision, found.version) == (approved, "2")


def test_an_approval_counts_whatever_the_status(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(SECOND, "in-review", f"{{digest: '{digest(FIRST)}'}}")})
    assert baseline(repo.root, classic).revision == approved


def test_the_work_tree_alone_is_no_revision(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY)})
    repo.write({FILE: text(FIRST, "approved", f"{{digest: '{digest(FIRST)}'}}")})
    assert is_unknown(baseline(repo.root, classic), "digest", "no revision")


@pytest.mark.parametrize("approval", ["{version: 1, by: Ana}", "{}", "{digest: , revision: , snapshot: }"])
def test_an_approval_that_names_nothing_is_unknown(repo: Repo, classic: DocumentType, approval: str) -> None:
    repo.commit({FILE: text(FIRST, "approved", approval)})
    found = baseline(repo.root, classic)
    assert found.text is None
    assert "names no digest, revision or snapshot" in found.problem
    assert "wb inspect" in found.help


# digest and revision, revision only


def test_a_revision_whose_digest_agrees_is_the_version(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({FILE: text(FIRST, "in-review")})
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: {approved[:12]}, digest: '{digest(FIRST)}'}}")})
    found = baseline(repo.root, classic)
    assert (found.source, found.revision, found.text) == ("revision", approved, text(FIRST, "in-review"))
    assert found.date == "2026-01-02"


def test_a_revision_whose_digest_disagrees_is_unknown_and_both_are_named(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST)})
    named = repo.commit({FILE: text(SECOND)})
    repo.commit({FILE: text(THIRD, "approved", f"{{revision: {named}, digest: '{digest(FIRST)}'}}")})
    found = baseline(repo.root, classic)
    assert is_unknown(found, "revision", digest(FIRST)[:16])
    assert digest(SECOND)[:16] in found.problem


@pytest.mark.parametrize("name", ["v1", "annotated", "release/1.0", "work", "v1^{commit}", "v1~0"])
def test_a_revision_is_a_tag_or_a_branch_too(repo: Repo, classic: DocumentType, name: str) -> None:
    approved = repo.commit({FILE: text(FIRST)})
    repo.git("tag", "v1")
    repo.git("tag", "release/1.0")
    repo.git("tag", "-a", "annotated", "-m", "approved")
    repo.git("branch", "work")
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: '{name}'}}")})
    found = baseline(repo.root, classic)
    if "{" in name:
        assert is_unknown(found, "revision", "is not the name of a commit")
    else:
        assert (found.source, found.revision, found.text) == ("revision", approved, text(FIRST))


def test_a_revision_is_followed_through_a_rename(repo: Repo, classic: DocumentType) -> None:
    repo.commit({"docs/old.md": text(FIRST)})
    between = repo.commit({"docs/other.md": "other\n"})
    repo.git("mv", "docs/old.md", "docs/new.md")
    repo.commit({})
    repo.commit({"docs/new.md": text(SECOND, "approved", f"{{revision: {between}}}")})
    found = baseline(repo.root, classic, "docs/new.md")
    assert (found.revision, found.path, found.text) == (between, "docs/old.md", text(FIRST))


def test_a_line_break_in_a_name_leads_to_no_other_file(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({"docs/a\nb.md": text(FIRST), "docs/a b.md": text(SECOND)})
    repo.commit({"docs/a\nb.md": text(SECOND, "approved", f"{{revision: {approved}}}")})
    assert baseline(repo.root, classic, "docs/a\nb.md").text is None


def test_a_revision_names_the_file_it_had_and_no_namesake(repo: Repo, classic: DocumentType) -> None:
    namesake = text("# Another thing\n\nWholly different words stand here.\n")
    approved = repo.commit({"docs/old.md": text(FIRST), "docs/new.md": namesake})
    repo.commit({"docs/new.md": None})
    repo.git("mv", "docs/old.md", "docs/new.md")
    repo.commit({})
    repo.commit({"docs/new.md": text(SECOND, "approved", f"{{revision: {approved}}}")})
    assert baseline(repo.root, classic, "docs/new.md").path == "docs/old.md"


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("0123456789abcdef0123456789abcdef01234567", "does not exist"),
        ("nowhere", "does not exist"),
        ("'--all'", "is not the name"),
        ("'-n1'", "is not the name"),
        ("'--output=/tmp/x'", "is not the name"),
        ("'HEAD:docs/a.md'", "is not the name"),
        ("'main..HEAD'", "is not the name"),
        ("':/add'", "is not the name"),
        ("'^HEAD'", "is not the name"),
        ("'HEAD@{1}'", "is not the name"),
        ("'a b'", "is not the name"),
        ('"HEAD\\nHEAD"', "is not the name"),
        ("'HEAD^{tree}'", "is not the name"),
    ],
)
def test_a_revision_that_is_none_is_unknown_and_falls_through_to_nothing(
    repo: Repo, classic: DocumentType, revision: str, says: str
) -> None:
    repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: {revision}}}")})
    assert is_unknown(baseline(repo.root, classic), "revision", says)


def test_a_revision_that_touched_no_file_of_the_name_names_the_file_it_had(repo: Repo, classic: DocumentType) -> None:
    namesake = text("# Another thing\n\nWholly different words stand here.\n")
    repo.commit({"docs/old.md": text(FIRST), "docs/new.md": namesake})
    between = repo.commit({"docs/other.md": "other\n"})
    repo.commit({"docs/new.md": None})
    repo.git("mv", "docs/old.md", "docs/new.md")
    repo.commit({})
    repo.commit({"docs/new.md": text(SECOND, "approved", f"{{revision: {between}}}")})
    found = baseline(repo.root, classic, "docs/new.md")
    assert (found.path, found.text) == ("docs/old.md", text(FIRST))


@pytest.mark.parametrize("name", ["HEAD", "HEAD~1", "main", "main~1", "refs/heads/main"])
def test_what_has_moved_on_to_its_own_approval_is_unknown(repo: Repo, classic: DocumentType, name: str) -> None:
    repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(FIRST, "approved", f"{{revision: {name}}}")})
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: {name}}}")})
    repo.commit({"docs/other.md": "other\n"})
    assert is_unknown(baseline(repo.root, classic), "revision", "is no fixed version")
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: {name}, digest: '{digest(SECOND)}'}}")})
    repo.commit({"docs/other.md": "another\n"})
    assert baseline(repo.root, classic).text is not None


def test_a_branch_that_moved_on_without_the_approval_is_unknown(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({FILE: text(FIRST)})
    repo.git("branch", "work")
    repo.commit({FILE: text(FIRST, "approved", "{revision: work}")})
    assert baseline(repo.root, classic).revision == approved
    repo.git("checkout", "--quiet", "work")
    repo.commit({FILE: text(SECOND)})
    repo.git("checkout", "--quiet", "main")
    assert is_unknown(baseline(repo.root, classic), "revision", "is no fixed version")
    repo.commit({FILE: text(SECOND, "approved", "{revision: work}")})
    assert is_unknown(baseline(repo.root, classic), "revision", "is no fixed version")


@pytest.mark.parametrize("name", ["v1", "refs/tags/v1", "tags/v1"])
def test_a_tag_may_have_the_approval_that_names_it(repo: Repo, classic: DocumentType, name: str) -> None:
    approved = repo.commit({FILE: text(FIRST, "approved", f"{{revision: {name}}}")})
    repo.git("tag", "-a", "v1", "-m", "approved")
    repo.git("branch", "v1", "main")
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: {name}}}")})
    assert baseline(repo.root, classic).revision == approved


@pytest.mark.parametrize("kind", ["tag", "branch"])
def test_a_hash_that_a_tag_or_branch_is_called_like_is_unknown(repo: Repo, classic: DocumentType, kind: str) -> None:
    approved = repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: '{approved[:10]}'}}")})
    assert baseline(repo.root, classic).revision == approved
    repo.git(kind, approved[:10])
    assert is_unknown(baseline(repo.root, classic), "revision", "a tag or branch, and the hash of a commit")
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: '{approved}'}}")})
    assert baseline(repo.root, classic).revision == approved


def test_a_tag_may_look_like_a_hash(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({FILE: text(FIRST)})
    repo.git("tag", "20260301")
    repo.commit({FILE: text(SECOND, "approved", "{revision: 20260301}")})
    assert baseline(repo.root, classic).revision == approved


def test_a_revision_without_the_file_is_unknown(repo: Repo, classic: DocumentType) -> None:
    before = repo.commit({"docs/other.md": "other\n"})
    repo.commit({FILE: text(FIRST)})
    repo.commit({FILE: text(SECOND, "approved", f"{{revision: {before}}}")})
    assert is_unknown(baseline(repo.root, classic), "revision", "the file does not exist at")


def test_a_missing_revision_is_mended_by_a_fetch(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(SECOND, "approved", "{revision: abcdef0}")})
    assert baseline(repo.root, classic).help.startswith("name a commit, tag or branch that is here")
    repo.git("remote", "add", "origin", "elsewhere")
    assert baseline(repo.root, classic).help == "run `git fetch --all --tags`"


# snapshot


@pytest.mark.parametrize("more", ["", f", digest: '{digest(FIRST)}'"])
def test_a_snapshot_is_a_file_of_the_repository(repo: Repo, classic: DocumentType, more: str) -> None:
    repo.commit({
        "approved/deer-1.md": text(FIRST),
        FILE: text(SECOND, "approved", f"{{snapshot: approved/deer-1.md{more}}}"),
    })  # fmt: skip
    found = baseline(repo.root, classic)
    assert (found.source, found.path, found.text, found.problem) == ("snapshot", "approved/deer-1.md", text(FIRST), "")


def test_a_snapshot_whose_digest_disagrees_is_unknown(repo: Repo, classic: DocumentType) -> None:
    approval = f"{{snapshot: approved/deer-1.md, digest: '{digest(FIRST)}'}}"
    repo.commit({"approved/deer-1.md": text(THIRD), FILE: text(SECOND, "approved", approval)})
    found = baseline(repo.root, classic)
    assert is_unknown(found, "snapshot", digest(FIRST)[:16])
    assert digest(THIRD)[:16] in found.problem


@pytest.mark.parametrize(
    "named",
    [
        "nowhere.md",
        "../outside.md",
        "/etc/passwd",
        "docs",
        ".",
        "link.md",
        "approved/../../outside.md",
        '"a\\0b"',
        "x" * 5000,
    ],
)
def test_a_snapshot_outside_or_nowhere_is_unknown(
    repo: Repo, classic: DocumentType, tmp_path: Path, named: str
) -> None:  # fmt: skip
    (tmp_path / "outside.md").write_text(text(FIRST), encoding="utf-8")
    (repo.root / "link.md").symlink_to(tmp_path / "outside.md")
    repo.commit({FILE: text(SECOND, "approved", f"{{snapshot: {named}}}")})
    assert is_unknown(baseline(repo.root, classic), "snapshot", "is not a Markdown file that is committed")


def test_a_snapshot_that_is_the_proposal_itself_is_unknown(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST, "approved", f"{{snapshot: {FILE}}}")})
    repo.commit({FILE: text(SECOND, "approved", f"{{snapshot: {FILE}}}")})
    assert is_unknown(baseline(repo.root, classic), "snapshot", "is the proposal itself")


# inferred, not approved


def test_without_approvals_it_is_the_first_revision_of_the_approved_run(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(BODY, "in-review")})
    approved = repo.commit({FILE: text(FIRST, "approved")})
    repo.commit({FILE: text(SECOND, "building")})
    repo.commit({FILE: text(THIRD, "launched")})
    found = baseline(repo.root, classic)
    assert (found.source, found.revision, found.text) == ("inferred", approved, text(FIRST, "approved"))
    assert found.date == "2026-01-03"


def test_an_interrupted_run_begins_after_the_interruption(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST, "approved")})
    repo.commit({FILE: text(SECOND, "in-review")})
    again = repo.commit({FILE: text(SECOND, "approved")})
    repo.commit({FILE: text(THIRD, "building")})
    assert baseline(repo.root, classic).revision == again


def test_a_run_goes_on_through_a_rename(repo: Repo, classic: DocumentType) -> None:
    approved = repo.commit({"docs/old.md": text(FIRST, "approved")})
    repo.git("mv", "docs/old.md", "docs/new.md")
    repo.commit({})
    found = baseline(repo.root, classic, "docs/new.md")
    assert (found.revision, found.path) == (approved, "docs/old.md")


@pytest.mark.parametrize("at_once", [True, False])
def test_a_run_goes_on_in_a_file_that_was_written_anew(repo: Repo, classic: DocumentType, *, at_once: bool) -> None:
    named, anew = "id: deer-tracker\nstatus", text("# Everything for everyone\n", "building")
    repo.commit({"docs/old.md": text(FIRST).replace("status", named)})
    approved = repo.commit({"docs/old.md": text(FIRST, "approved").replace("status", named)})
    repo.commit({"docs/old.md": None, **({FILE: anew} if at_once else {})})
    repo.commit({FILE: f"{anew}And more.\n"})
    found = baseline(repo.root, classic)
    assert (found.source, found.revision, found.path) == ("inferred", approved, "docs/old.md")


def test_what_another_file_was_has_nothing_to_do_with_one_of_another_time_or_id(
    repo: Repo, classic: DocumentType
) -> None:
    repo.commit({"docs/old.md": text(FIRST, "approved"), "docs/late/deer-tracker.md": text(FIRST, "approved")})
    repo.commit({"docs/old.md": None})
    approved = repo.commit({FILE: text("# Everything for everyone\n", "approved")})
    repo.commit({"docs/late/deer-tracker.md": None})
    assert baseline(repo.root, classic).revision == approved


def test_a_run_may_be_told_by_the_folder(repo: Repo, classic: DocumentType) -> None:
    repo.commit({"docs/draft/a.md": text(FIRST)})
    repo.git("rm", "--quiet", "docs/draft/a.md")
    moved = repo.commit({"docs/approved/a.md": text(FIRST)})
    repo.commit({"docs/approved/a.md": text(SECOND)})
    assert baseline(repo.root, classic, "docs/approved/a.md").revision == moved


def test_a_status_set_in_a_merge_commit_begins_the_run(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST), "b.md": "b\n"})
    repo.git("checkout", "--quiet", "-b", "work")
    repo.commit({"b.md": "c\n"})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "work")
    merge = repo.commit({FILE: text(FIRST, "approved")}, "merge")
    repo.commit({FILE: text(SECOND, "approved")})
    assert baseline(repo.root, classic).revision == merge


def test_a_status_that_was_never_committed_is_unknown(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST)})
    repo.write({FILE: text(FIRST, "approved")})
    assert is_unknown(baseline(repo.root, classic), "inferred", "no committed revision has it")


@pytest.mark.parametrize("status", ["draft", "in-review", "rejected", "superseded", "nonsense"])
def test_what_was_never_approved_has_no_baseline(repo: Repo, classic: DocumentType, status: str) -> None:
    repo.commit({FILE: text(FIRST, "approved")})
    repo.commit({FILE: text(FIRST, status)})
    assert baseline(repo.root, classic) == Baseline(None)


# what cannot be known


@pytest.mark.parametrize(
    ("approval", "source"),
    [(f"{{digest: '{digest(FIRST)}'}}", "digest"), ("{revision: v1}", "revision"), ("", "inferred")],
)
def test_a_shallow_clone_is_unknown_with_the_command_that_mends_it(
    repo: Repo, classic: DocumentType, tmp_path: Path, approval: str, source: str
) -> None:
    repo.commit({FILE: text(FIRST, "approved")})
    repo.commit({FILE: text(SECOND, "approved", approval)})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "clone"))
    found = baseline(tmp_path / "clone", classic)
    assert is_unknown(found, source, "shallow")
    assert found.help == "run `git fetch --unshallow`"


def test_a_repository_without_commits_is_unknown_with_the_command(repo: Repo, classic: DocumentType) -> None:
    repo.write({FILE: text(FIRST, "approved")})
    found = baseline(repo.root, classic)
    assert is_unknown(found, "inferred", "no commits")
    assert "git commit" in found.help


def test_a_folder_without_a_repository_is_unknown_with_the_command(classic: DocumentType, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text(FIRST, "approved", f"{{digest: '{digest(FIRST)}'}}"), encoding="utf-8")
    found = baseline(tmp_path, classic, "a.md")
    assert is_unknown(found, "digest", "no git repository")
    assert found.help.startswith("run `git init")


def test_a_snapshot_needs_no_history(repo: Repo, classic: DocumentType, tmp_path: Path) -> None:
    repo.commit({FILE: text(BODY)})
    repo.commit({"approved/deer-1.md": text(FIRST), FILE: text(SECOND, "approved", "{snapshot: approved/deer-1.md}")})
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "clone"))
    assert baseline(tmp_path / "clone", classic).source == "snapshot"


def test_a_blob_that_is_missing_is_unknown(repo: Repo, classic: DocumentType) -> None:
    repo.commit({FILE: text(FIRST)})
    blob = repo.git("rev-parse", f"HEAD:{FILE}")
    repo.commit({FILE: text(SECOND, "approved", f"{{digest: '{digest(FIRST)}'}}")})
    repo.file(f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    found = baseline(repo.root, classic)
    assert found.text is None
    assert found.problem
    assert found.help


# the entries themselves


@pytest.mark.parametrize(
    ("yaml", "read"),
    [
        ("approvals: []", []),
        ("approvals: none", []),
        ("approvals:", []),
        ("approvals: [text, {version: 7, by: Ana}]", [("7", ("Ana",), 1)]),
        ("approvals: [{by: [Ana, '', {a: b}]}, {by: {a: b}}]", [("1", ("Ana",), 0), ("2", (), 1)]),
        ("approvals: [{version: 01, digest: [x]}]", [("01", (), 0)]),
    ],
)
def test_approvals_are_read_from_what_is_a_mapping(yaml: str, read: list[tuple[str, tuple[str, ...], int]]) -> None:
    front_matter, _, _ = parse_front_matter(f"---\n{yaml}\n---\n")
    assert [(entry.version, entry.by, entry.index) for entry in read_approvals(front_matter)] == read
