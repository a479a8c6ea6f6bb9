"""Approving, acknowledging and moving: what is written, what is refused, and that a refusal leaves the file alone."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.conftest import ROOT, Site, proposal

ANA = ("--by", "Ana Ruiz")


def start(site: Site, text: str | bytes, **block: object) -> Path:
    """A site with one committed proposal, `a`; gives its file."""
    site.configure(block)
    site.commit("Start", {"proposals/a.md": text})
    return site.docs / "proposals/a.md"


def commit_as_told(site: Site, result: Result) -> None:
    """Run the commands that wb printed."""
    assert result.exit_code == 0, result.output
    told = result.stdout.split("commit it: ", 1)[1].strip()
    for command in told.split(" && "):
        git, *arguments = shlex.split(command)
        assert git == "git"
        site.git(*arguments)


def require_refusal(result: Result, message: str, file: Path, before: bytes) -> None:
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def changes(site: Site) -> list[dict[str, object]]:
    answer: list[dict[str, object]] = json.loads(site.wb("diff", "a", "--format", "json").stdout)["changes"]
    return answer


def test_an_approval_is_found_again_once_it_is_committed_as_told(site: Site) -> None:
    file = start(site, proposal("in-review"))
    digest = json.loads(site.wb("inspect", str(file), "--format", "json").stdout)[0]["digest"]
    result = site.wb("approve", "a", *ANA, "--by", "Ben: #1", "--date", "2026-01-05")
    assert file.read_text() == proposal(
        "approved",
        f'approvals:\n  - version: 1\n    date: 2026-01-05\n    by: [Ana Ruiz, "Ben: #1"]\n    digest: {digest}',
    )
    assert "docs/proposals/a.md: approved as version 1 by Ana Ruiz, Ben: #1" in result.stdout
    commit_as_told(site, result)
    assert site.git("status", "--porcelain") == ""
    answer = json.loads(site.wb("diff", "a", "--format", "json").stdout)
    assert (answer["verdict"], answer["baseline"]["source"]) == ("unchanged", "digest")


def test_approving_again_appends_the_next_version(site: Site) -> None:
    file = start(site, proposal("in-review"))
    commit_as_told(site, site.wb("approve", "a", *ANA))
    file.write_text(file.read_text().replace("$9", "$19"))
    site.commit("Raise")
    assert json.loads(site.wb("diff", "a", "--format", "json").stdout)["verdict"] == "creep"
    commit_as_told(site, site.wb("approve", "a", "--by", "Ben"))
    answer = json.loads(site.wb("diff", "a", "--format", "json").stdout)
    assert (answer["verdict"], answer["baseline"]["version"], answer["baseline"]["by"]) == ("unchanged", "2", ["Ben"])


def test_an_approval_is_not_of_a_day_before_the_last_one(site: Site) -> None:
    file = start(site, proposal("in-review"))
    assert site.wb("approve", "a", "--by", "Ana Ruiz", "--date", "2026-02-01").exit_code == 0
    site.commit("Approve")
    before = file.read_bytes()
    refused = site.wb("approve", "a", "--by", "Ana Ruiz", "--date", "2025-02-01")
    assert (refused.exit_code, file.read_bytes()) == (2, before)
    assert "expected a day from the last approval on (2026-02-01), found 2025-02-01" in refused.stderr
    assert site.wb("approve", "a", "--by", "Ana Ruiz", "--date", "2026-02-01").exit_code == 0


def test_what_is_built_is_approved_anew_without_going_back(site: Site) -> None:
    approved = "approvals:\n  - {version: 7, date: 2026-01-01, by: [Ana], revision: HEAD}"
    file = start(site, proposal("building", approved))
    site.wb("approve", "a", *ANA)
    text = file.read_text()
    assert "status: building\n" in text
    assert "  - {version: 8, date: " in text


def test_an_approval_in_a_shallow_clone_needs_no_history(site: Site, tmp_path: Path) -> None:
    start(site, proposal("draft"))
    site.commit("Review", {"proposals/a.md": proposal("in-review")})
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{site.root}", str(clone)], check=True)
    shallow = Site.__new__(Site)
    shallow.root, shallow.docs, shallow.ticks = clone, clone / "docs", 0
    assert shallow.wb("approve", "a", *ANA).exit_code == 0


UNFIT: dict[str, tuple[str | bytes, str]] = {
    "a draft": (
        proposal("draft"),
        "found approved (status-transition-allowed); first run `wb move a in-review`, and commit that",
    ),
    "an unknown status": (proposal("aproved"), "expected a move from draft to in-review or withdrawn, found approved"),
    "a missing part": (
        proposal("in-review").replace("## Quote\n", "## Other\n").replace('"Nobody', "Nobody"),
        "(section-required)",
    ),
    "an open answer": (
        proposal("in-review").replace("Two years.", "TBD"),
        "line 41: expected what belongs here, found the placeholder",
    ),
    "no owner": (proposal("in-review", owner="").replace("owner: \n", ""), "expected the key `owner`"),
    "an unreadable front matter": (proposal("[in-review"), "expected YAML"),
    "a key that stands twice": (proposal("in-review", "status: approved"), "expected each key once"),
    "an alias": (proposal("&s in-review"), "`status` has an anchor, an alias or a tag"),
    "another kind of file": (b"\xff\xfe\0", "expected Markdown in UTF-8"),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_is_not_fit_is_not_approved(site: Site, name: str) -> None:
    text, message = UNFIT[name]
    file = start(site, text)
    require_refusal(site.wb("approve", "a", *ANA), message, file, file.read_bytes())


def test_whoever_approves_the_same_text_again_is_told(site: Site) -> None:
    file = start(site, proposal("in-review"))
    first = site.wb("approve", "a", *ANA)
    assert "the text is that of" not in first.stdout
    site.commit("Approve", {"proposals/a.md": file.read_text()})
    assert "approved as version 2 by Ana Ruiz; the text is that of version 1" in site.wb("approve", "a", *ANA).stdout


def test_only_approvers_approve(site: Site) -> None:
    file = start(site, proposal("in-review"), approvers=["Ana Ruiz"])
    refused = site.wb("approve", "a", *ANA, "--by", "Ana Riz")
    require_refusal(refused, "found “Ana Riz”; did you mean “Ana Ruiz”?", file, file.read_bytes())
    assert site.wb("approve", "a", "--by", "ana  ruiz").exit_code == 0


def test_the_failing_level_decides_what_is_fit(site: Site) -> None:
    text = proposal("in-review").replace("1,000 deer is", "1,000 deer is, revolutionary and world-class")
    file = start(site, text, fail_level="warning")
    require_refusal(site.wb("approve", "a", *ANA), "(superlatives)", file, file.read_bytes())
    site.configure()
    assert site.wb("approve", "a", *ANA).exit_code == 0


def test_what_the_configuration_does_not_count_as_approved_is_not(site: Site) -> None:
    rows = {"approved": {"stage": "committed", "approved": False, "moves": []}}
    file = start(site, proposal("in-review"), statuses=rows)
    require_refusal(site.wb("approve", "a", *ANA), "does not count as approved", file, file.read_bytes())


@pytest.mark.parametrize("command", [("approve", "x", *ANA), ("move", "x", "draft")])
def test_an_unknown_id_is_named_with_its_nearest(site: Site, command: tuple[str, ...]) -> None:
    site.configure()
    site.commit("Start", {"proposals/xy.md": proposal()})
    result = site.wb(*command)
    assert result.exit_code == 2
    assert "x: no proposal has this id; did you mean “xy”?" in result.stderr


def test_an_id_that_is_like_none_is_answered_with_those_there_are(site: Site) -> None:
    site.configure()
    site.commit("Start", {f"proposals/{name}.md": proposal() for name in "abcdefg"})
    result = site.wb("diff", "unlike")
    assert "unlike: no proposal has this id; the ids are a, b, c, d, e and 2 more" in result.stderr


@pytest.mark.parametrize("command", [("move", "a", "in-review"), ("approve", "a", *ANA)])
def test_what_is_nearly_front_matter_does_not_get_ours_above_it(site: Site, command: tuple[str, ...]) -> None:
    file = start(site, '+++\ntitle = "A"\n+++\n# A\n')
    message = "expected front matter between two lines of ---, found TOML; write it as YAML, `key: value`"
    require_refusal(site.wb(*command), message, file, file.read_bytes())


def test_an_id_that_two_have_is_refused(site: Site) -> None:
    file = start(site, proposal("in-review"))
    before = file.read_bytes()
    site.commit("Second", {"other/proposals/b.md": proposal(more="id: a")})
    site.configure({"proposals": ["proposals/*.md", "other/**/*.md"]})
    message = "2 proposals have this id (docs/other/proposals/b.md, docs/proposals/a.md)"
    require_refusal(site.wb("approve", "a", *ANA), message, file, before)


@pytest.mark.parametrize(
    "command", [("approve", "a", *ANA), ("move", "a", "draft"), ("acknowledge", "a", "0", *ANA, "--reason", "x")]
)
@pytest.mark.parametrize("staged", [False, True])
def test_uncommitted_changes_are_refused(site: Site, command: tuple[str, ...], *, staged: bool) -> None:
    file = start(site, proposal("in-review"))
    for change in (
        ("Two years.", "Three years."),
        ("owner: Herd team", "owner: Ana"),
        ("team", "team # ?"),
        ("month.\n", "month. \n"),
    ):
        file.write_text(proposal("in-review").replace(*change))
        if staged:
            site.git("add", "--all")
        require_refusal(site.wb(*command), "has changes that are not committed", file, file.read_bytes())


def test_a_file_that_was_never_committed_is_refused(site: Site) -> None:
    file = start(site, proposal("in-review"))
    before = file.rename(file.with_name("b.md")).read_bytes()
    require_refusal(
        site.wb("approve", "b", *ANA), "is not committed under this name yet", file.with_name("b.md"), before
    )


def test_without_git_there_is_nothing_to_approve(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": proposal("in-review")})
    file = site.docs / "proposals/a.md"
    require_refusal(site.wb("approve", "a", *ANA), "git init", file, file.read_bytes())


@pytest.mark.parametrize("given", [("--by", " "), ("--by", "J\udce4ger")])
def test_a_name_is_text(site: Site, given: tuple[str, str]) -> None:
    file = start(site, proposal("in-review"))
    require_refusal(site.wb("approve", "a", *given), "expected ", file, file.read_bytes())


def test_a_file_that_changed_in_the_meantime_is_left_alone(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = start(site, proposal("in-review"))
    shim = tmp_path / "bin" / "git"
    shim.parent.mkdir()
    git = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    shim.write_text(f'#!/bin/sh\nprintf "more" > {file}\nexec {git} "$@"\n')
    shim.chmod(0o755)
    with monkeypatch.context() as patched:
        patched.setenv("PATH", f"{shim.parent}:{os.environ['PATH']}")
        result = site.wb("approve", "a", *ANA)
    require_refusal(result, "was changed by somebody else in the meantime", file, b"more")


def test_two_wb_do_not_write_at_once(site: Site) -> None:
    file = start(site, proposal("in-review"))
    file.with_name(".a.md.wb").touch()
    result = site.wb("approve", "a", *ANA)
    assert (result.exit_code, file.read_text()) == (2, proposal("in-review"))
    assert "another wb is writing it" in result.stderr
    assert file.with_name(".a.md.wb").exists()


@pytest.mark.parametrize("command", [("approve", "a", *ANA), ("move", "a", "withdrawn", "--reason", "x")])
def test_a_file_that_cannot_be_read_is_told_why(site: Site, command: tuple[str, ...]) -> None:
    file = start(site, proposal("in-review"))
    file.write_bytes(proposal("in-review").encode("utf-16"))
    require_refusal(site.wb(*command), "expected Markdown in UTF-8", file, file.read_bytes())
    file.write_text(proposal("in-review").replace("owner:", "owner: ["))
    require_refusal(site.wb(*command), "a.md: line 5: ", file, file.read_bytes())


def test_a_file_that_is_read_only_stays_as_it_is(site: Site) -> None:
    file = start(site, proposal("in-review"))
    file.chmod(0o444)
    require_refusal(site.wb("approve", "a", *ANA), "is read-only", file, file.read_bytes())


def test_a_full_disk_leaves_the_file_as_it_was(site: Site) -> None:
    file = start(site, proposal("in-review"))
    command = shlex.join([sys.executable, "-m", "mkdocs_wb", "approve", "a", *ANA])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f 0; {command}"],
        cwd=site.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, file.read_text()) == (2, "", proposal("in-review"))
    assert done.stderr == "wb: docs/proposals/a.md: could not be written (File too large); it is as it was\n"
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_a_file_with_another_name_is_not_parted_from_it(site: Site) -> None:
    file = start(site, proposal("in-review"))
    other = site.root / "other.md"
    other.hardlink_to(file)
    require_refusal(site.wb("approve", "a", *ANA), "has another name (a hard link)", file, file.read_bytes())
    assert other.samefile(file)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_somebody_else_stays_theirs(site: Site) -> None:
    file = start(site, proposal("in-review"))
    os.chown(file, 1234, 1235)
    assert site.wb("approve", "a", *ANA).exit_code == 0
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 1235)


def test_a_filter_of_git_s_is_not_taken_for_a_change(site: Site) -> None:
    file = start(site, proposal("in-review") + "\n$Id$\n")
    (site.root / ".gitattributes").write_text("*.md ident\n")
    site.commit("Name the versions")
    file.unlink()
    site.git("checkout", "--quiet", "--", ".")
    require_refusal(site.wb("approve", "a", *ANA), "by a filter of .gitattributes", file, file.read_bytes())


def test_a_link_stays_one_and_permissions_stay(site: Site) -> None:
    file = start(site, proposal("in-review"))
    real = site.root / "real.md"
    file.rename(real)
    real.chmod(0o640)
    file.symlink_to("../../real.md")
    site.commit("Link")
    commit_as_told(site, site.wb("approve", "a", *ANA))
    assert file.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert "status: approved" in real.read_text()
    assert site.git("status", "--porcelain") == ""


def test_a_dry_run_prints_the_patch_and_writes_nothing(site: Site) -> None:
    file = start(site, proposal("in-review"))
    result = site.wb("approve", "a", *ANA, "--dry-run")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["--- a/docs/proposals/a.md", "+++ b/docs/proposals/a.md"]
    assert "-status: in-review" in lines
    assert "+status: approved" in lines
    assert file.read_text() == proposal("in-review")


def approved_and_changed(site: Site) -> Path:
    file = start(site, proposal("in-review"))
    commit_as_told(site, site.wb("approve", "a", *ANA))
    file.write_text(file.read_text().replace("$9", "$19").replace("- A map", "- A price list\n- A map"))
    site.commit("Widen")
    return file


def test_an_acknowledged_change_stays_visible_and_stops_failing(site: Site) -> None:
    file = approved_and_changed(site)
    site.configure({"scope": {"fail_on": ["creep"], "budget": "1%"}})
    assert site.wb("diff", "a").exit_code == 1
    first, second = (str(change["fingerprint"]) for change in changes(site))
    before = file.read_text()
    result = site.wb(
        "acknowledge", "a", first[:6].upper(), "--by", "Ben", "--reason", "Costs: #1", "--date", "2099-02-01"
    )
    entry = f'amendments:\n  - fingerprint: {first}\n    date: 2099-02-01\n    by: Ben\n    reason: "Costs: #1"\n'
    assert file.read_text().replace(entry, "").replace(entry.replace(first, f'"{first}"'), "") == before
    assert [change["acknowledged"] for change in changes(site)] == [True, False]
    commit_as_told(site, result)
    commit_as_told(site, site.wb("acknowledge", "a", second, first, "--by", "Ben", "--reason", "Asked for"))
    assert [change["acknowledged"] for change in changes(site)] == [True, True]
    assert json.loads(site.wb("diff", "a", "--format", "json").stdout)["verdict"] == "creep"
    assert site.wb("diff", "a").exit_code == 0


def test_a_changed_change_needs_a_new_acknowledgement_and_the_old_one_is_reported(site: Site) -> None:
    file = approved_and_changed(site)
    prints = [str(change["fingerprint"]) for change in changes(site)]
    commit_as_told(site, site.wb("acknowledge", "a", *prints, *ANA, "--reason", "Costs", "--date", "2099-01-01"))
    file.write_text(file.read_text().replace("$19", "$29"))
    assert [change["acknowledged"] for change in changes(site)].count(False) == 1
    found = json.loads(site.wb("check", "--format", "json").stdout)["findings"]
    assert "amendments-current" in [item["rule"] for item in found]


def test_what_was_accepted_of_one_version_is_not_of_the_next(site: Site) -> None:
    """The change is accepted, taken back, and made again after a later version was approved without it."""
    file = approved_and_changed(site)
    first, _second = (str(change["fingerprint"]) for change in changes(site))
    approved = file.read_text().replace("$19", "$9")
    result = site.wb("acknowledge", "a", first, *ANA, "--reason", "Costs", "--date", "2020-01-01")
    require_refusal(result, "--date: expected a day from the last approval on", file, file.read_bytes())
    commit_as_told(site, site.wb("acknowledge", "a", first, *ANA, "--reason", "Costs", "--date", "2098-01-01"))
    amendments = re.findall(r"amendments:\n(?:  .*\n)+", file.read_text())[0]
    site.commit("Take it back", {"proposals/a.md": approved.replace("---\n#", f"{amendments}---\n#", 1)})
    commit_as_told(site, site.wb("approve", "a", *ANA, "--date", "2098-01-02"))
    site.commit("Make it again", {"proposals/a.md": file.read_text().replace("$9", "$19")})
    assert [(change["fingerprint"], change["acknowledged"]) for change in changes(site)] == [(first, False)]


@pytest.mark.parametrize("text", ["# A\n", "---\n# a note\n---\n# A\n", "---\n{title: A}\n---\n# A\n"])
def test_what_was_written_before_waits_for_its_commit(site: Site, text: str) -> None:
    start(site, text)
    for status in ("in-review", "draft", "in-review"):
        assert site.wb("move", "a", status).exit_code == 0
    assert site.wb("move", "a", "withdrawn", "--reason", "No").exit_code == 0


def test_a_move_that_is_taken_back_leaves_nothing_to_commit(site: Site) -> None:
    file = start(site, proposal("draft"))
    site.wb("move", "a", "in-review")
    assert site.wb("move", "a", "draft").stdout.splitlines() == [
        "docs/proposals/a.md: is back to draft",
        "  it is as the last commit has it: there is nothing to commit",
    ]
    assert file.read_text() == proposal("draft")


def test_several_amendments_wait_for_one_commit(site: Site) -> None:
    approved_and_changed(site)
    for change in changes(site):
        result = site.wb("acknowledge", "a", str(change["fingerprint"]), *ANA, "--reason", "Costs")
    commit_as_told(site, result)
    assert [change["acknowledged"] for change in changes(site)] == [True, True]


def test_what_is_acknowledged_already_is_said_so(site: Site) -> None:
    file = approved_and_changed(site)
    first = str(changes(site)[0]["fingerprint"])
    site.wb("acknowledge", "a", first, *ANA, "--reason", "Costs")
    before = file.read_bytes()
    result = site.wb("acknowledge", "a", first, *ANA, "--reason", "Costs")
    assert (result.exit_code, file.read_bytes()) == (0, before)
    assert result.stdout == f"docs/proposals/a.md: {first} (Figure changed, Summary) is acknowledged already\n"


def test_a_fingerprint_must_name_one_change(site: Site) -> None:
    file = approved_and_changed(site)
    before = file.read_bytes()
    first, second = (str(change["fingerprint"]) for change in changes(site))
    known = f"there are {first} (Figure changed, Summary), {second} (Promise added, Solution)"
    for given, message in {
        "zzz": f"zzz: no change since the approval has this fingerprint; {known}",
        " ": "FINGERPRINT: expected the fingerprint of a change, found nothing",
    }.items():
        require_refusal(site.wb("acknowledge", "a", given, *ANA, "--reason", "x"), message, file, before)


def test_an_ambiguous_fingerprint_lists_what_it_could_be(site: Site) -> None:
    file = start(site, proposal("in-review"))
    commit_as_told(site, site.wb("approve", "a", *ANA))
    more = "".join(f"- Pasture {number} has a gate\n" for number in range(20))
    file.write_text(file.read_text().replace("- A map", f"{more}- A map"))
    site.commit("Widen")
    prints = [str(change["fingerprint"]) for change in changes(site)]
    digit = next(digit for digit in "0123456789abcdef" if sum(one.startswith(digit) for one in prints) > 1)
    result = site.wb("acknowledge", "a", digit, *ANA, "--reason", "x")
    require_refusal(result, f"{digit}: several changes begin so: {digit}", file, file.read_bytes())


def test_nothing_is_acknowledged_where_nothing_is_compared(site: Site) -> None:
    file = start(site, proposal("in-review"))
    acknowledge = ("acknowledge", "a", "0", *ANA, "--reason", "x")
    require_refusal(site.wb(*acknowledge), "was never approved", file, file.read_bytes())
    commit_as_told(site, site.wb("approve", "a", *ANA))
    require_refusal(site.wb(*acknowledge), "nothing has changed since the approval", file, file.read_bytes())
    broken = "approvals:\n  - {version: 1, date: 2026-01-01, by: [Ana], revision: v9}"
    site.commit("Break", {"proposals/a.md": proposal("approved", broken)})
    require_refusal(site.wb(*acknowledge), "v9 does not exist", file, file.read_bytes())


def test_a_move_writes_the_status_and_what_it_demands(site: Site) -> None:
    file = start(site, proposal("draft"))
    commit_as_told(site, site.wb("move", "a", "In Review"))
    assert file.read_text() == proposal("in-review")
    commit_as_told(site, site.wb("move", "a", "rejected", "--reason", "Drones: no"))
    assert file.read_text() == proposal("rejected", 'reason: "Drones: no"')
    commit_as_told(site, site.wb("move", "a", "draft"))
    commit_as_told(site, site.wb("move", "a", "withdrawn", "--reason", "Nobody asked"))
    assert file.read_text() == proposal("withdrawn", 'reason: "Nobody asked"')


def test_a_superseded_proposal_names_its_successor(site: Site) -> None:
    file = start(site, proposal("launched"))
    for given in ((), ("--superseded-by", "c"), ("--superseded-by", "a")):
        require_refusal(site.wb("move", "a", "superseded", *given), "d-by", file, file.read_bytes())
    site.commit("Second", {"proposals/b.md": proposal()})
    assert site.wb("move", "a", "superseded", "--superseded-by", "b").exit_code == 0
    assert file.read_text() == proposal("superseded", "superseded_by: b")


REFUSED_MOVES = {
    "not in the lifecycle": ("draft", ("launched",), "expected a move from draft to in-review or withdrawn"),
    "two steps away": ("draft", ("rejected", "--reason", "x"), "first run `wb move a in-review`, and commit that"),
    "an approval away": ("in-review", ("building",), "first run `wb approve a --by NAME`, and commit that"),
    "further away": ("draft", ("launched",), "; take the steps in between"),
    "unknown": ("draft", ("in-reveiw",), "there is no such status (draft, in-review, "),
    "with its nearest": ("draft", ("in-reveiw",), "did you mean “in-review”?"),
    "an approval": ("in-review", ("approved",), "run `wb approve a --by NAME`"),
    "the same": ("draft", ("Draft",), "has the status draft already"),
    "no reason": ("draft", ("withdrawn",), "withdrawn: expected a reason, found none; add --reason TEXT"),
    "an empty reason": ("draft", ("withdrawn", "--reason", " "), "--reason: expected a reason, found nothing"),
    "an idle reason": ("draft", ("in-review", "--reason", "x"), "--reason: belongs to a status that closes"),
}


@pytest.mark.parametrize("name", REFUSED_MOVES)
def test_a_move_that_is_not_allowed_is_refused(site: Site, name: str) -> None:
    status, command, message = REFUSED_MOVES[name]
    file = start(site, proposal(status))
    require_refusal(site.wb("move", "a", *command), message, file, file.read_bytes())


def test_an_older_reason_is_not_taken_for_the_new_one(site: Site) -> None:
    file = start(site, proposal("draft", "reason: Too dear"))
    require_refusal(site.wb("move", "a", "withdrawn"), "expected a reason", file, file.read_bytes())
    assert site.wb("move", "a", "withdrawn", "--reason", "Too late").exit_code == 0
    assert file.read_text() == proposal("withdrawn", "reason: Too late")


def test_moves_are_judged_from_the_last_commit(site: Site) -> None:
    file = start(site, proposal("draft"))
    site.wb("move", "a", "in-review")
    before = file.read_bytes()
    require_refusal(site.wb("approve", "a", *ANA), "; commit the move to in-review first", file, before)
    require_refusal(
        site.wb("move", "a", "rejected", "--reason", "x"), "; commit the move to in-review first", file, before
    )
    assert site.wb("move", "a", "draft").exit_code == 0
    assert file.read_text() == proposal("draft")


def test_a_team_moves_to_statuses_of_its_own(site: Site) -> None:
    rows = {"live": "launched", "pilot": {"stage": "review", "approved": False, "moves": ["draft"]}}
    rows["draft"] = {"stage": "idea", "approved": False, "moves": ["pilot"]}
    file = start(site, proposal("draft"), statuses=rows)
    commit_as_told(site, site.wb("move", "a", "pilot"))
    site.commit("Build", {"proposals/a.md": proposal("building")})
    commit_as_told(site, site.wb("move", "a", "Live"))
    assert file.read_text() == proposal("live")


def test_in_folders_a_move_is_a_rename(site: Site) -> None:
    site.configure({"status_from": "folder"})
    site.commit("Start", {"proposals/in-review/herd/a.md": proposal(), "proposals/Approved/b.md": proposal()})
    result = site.wb("approve", "a", *ANA)
    file = site.docs / "proposals/Approved/herd/a.md"
    assert "docs/proposals/Approved/herd/a.md: approved as version 1" in result.stdout
    assert "status: draft\n" in file.read_text()
    assert not (site.docs / "proposals/in-review/herd/a.md").exists()
    commit_as_told(site, result)
    assert site.git("status", "--porcelain") == ""
    assert "100%" not in site.git("show", "--stat", "-M", "HEAD")
    assert json.loads(site.wb("diff", "a", "--format", "json").stdout)["verdict"] == "unchanged"
    commit_as_told(site, site.wb("move", "a", "building"))
    assert (site.docs / "proposals/building/herd/a.md").exists()


def test_in_folders_a_page_with_a_folder_of_its_own_moves_with_it(site: Site) -> None:
    site.configure({"status_from": "folder"})
    site.commit("Start", {"proposals/a/index.md": proposal(), "proposals/a/map.png": b"x"})
    commit_as_told(site, site.wb("move", "a", "in-review"))
    assert (site.docs / "proposals/in-review/a/map.png").exists()
    commit_as_told(site, site.wb("move", "a", "draft"))
    assert (site.docs / "proposals/draft/a/index.md").read_text() == proposal()
    assert site.git("status", "--porcelain") == ""


REFUSED_RENAMES = {
    "what is there": ("proposals/draft/a.md", "proposals/withdrawn/a.md", {}, "is there already"),
    "another id": ("proposals/draft/index.md", "proposals/b.md", {}, "in another folder its id would be withdrawn"),
    "no proposal there": (
        "proposals/draft/a.md",
        "proposals/b.md",
        {"proposals": ["proposals/draft/*.md", "proposals/*.md"]},
        "would be no proposal there",
    ),
}


@pytest.mark.parametrize("name", REFUSED_RENAMES)
def test_a_rename_that_would_lose_something_is_refused(site: Site, name: str) -> None:
    path, other, block, message = REFUSED_RENAMES[name]
    site.configure({"status_from": "folder", **block})
    site.commit("Start", {path: proposal(), other: proposal(more="id: other")})
    id_ = "draft" if path.endswith("index.md") else "a"
    result = site.wb("move", id_, "withdrawn", "--reason", "Too dear")
    require_refusal(result, message, site.docs / path, proposal().encode())


def test_in_a_submodule_the_commit_is_made_there(site: Site, tmp_path: Path) -> None:
    inner = Site(tmp_path / "inner")
    inner.commit("Start", {"a.md": proposal("in-review")})
    site.configure()
    site.commit("Start", {"index.md": "# Home"})
    site.git("submodule", "--quiet", "add", str(inner.root), "docs/proposals")
    site.commit("Add")
    result = site.wb("approve", "a", *ANA)
    assert f"git -C {site.docs / 'proposals'} commit" in result.stdout
    commit_as_told(site, result)
    assert site.git("-C", "docs/proposals", "status", "--porcelain") == ""
