"""The command line as writers, reviewers and CI meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ROOT, Site, proposal

BAD = "---\ntitle: A | b <i>\nstatus: aproved\nowner: x\ncustomer: y\n---\n# A\n"


def test_text_shows_the_line_and_points_at_the_word(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": BAD})
    lines = site.wb("check").stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("error[status-known]"))
    assert lines[at + 1].strip() == "--> docs/proposals/a.md:3:9"
    assert lines[at + 3] == "3 | status: aproved"
    assert lines[at + 4] == "  |         ^^^^^^^"
    assert lines[-1].startswith("1 proposal checked: 1 error")


def test_a_document_cannot_write_a_line_of_its_own_into_the_output(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": '---\nowner: x\ncustomer: y\nstatus: "a\\n::error::gotcha\\e[31m"\n---\n# A\n'})
    for form in ("text", "github"):
        out = site.wb("check", "--format", form).stdout
        assert "gotcha" in out
        assert not any(line.startswith("::error::gotcha") for line in out.splitlines())
        assert "\x1b[31m" not in out


@pytest.mark.parametrize("form", ["sarif", "gitlab", "json"])
def test_every_machine_format_is_valid_when_there_is_nothing_to_report(site: Site, form: str) -> None:
    site.configure()
    site.write({"proposals/a.md": proposal()})
    result = site.wb("check", "--format", form)
    data = json.loads(result.stdout)
    assert result.exit_code == 0
    if form == "sarif":
        assert (data["version"], data["runs"][0]["results"]) == ("2.1.0", [])
        assert data["runs"][0]["tool"]["driver"]["name"] == "wb"


def test_forges_are_told_that_no_check_could_be_made(site: Site) -> None:
    site.configure({"scope": {"budget": "none"}})
    site.write({"proposals/a.md": proposal()})
    told = {form: site.wb("check", "--format", form) for form in ("sarif", "github", "json", "text")}
    assert {result.exit_code for result in told.values()} == {2}
    (run,) = json.loads(told["sarif"].stdout)["runs"]
    assert (run["results"], run["invocations"][0]["executionSuccessful"]) == ([], False)
    assert told["github"].stdout.startswith("::error title=wb check::")
    assert (told["json"].stdout, told["text"].stdout) == ("", "")  # an empty list would look like a clean one


@pytest.mark.parametrize("form", ["text", "sarif", "github", "gitlab"])
def test_forges_get_paths_from_the_root_of_the_repository(site: Site, form: str) -> None:
    site.configure()
    site.commit("Write", {"proposals/a.md": BAD})
    printed = site.wb("check", "--format", form, folder=site.docs).stdout
    assert ("docs/proposals/a.md" in printed) == (form != "text")
    assert "proposals/a.md" in printed


def test_sarif_names_rule_level_and_place(site: Site) -> None:
    site.configure()
    site.write({"proposals/a b.md": BAD})
    run = json.loads(site.wb("check", "--format", "sarif").stdout)["runs"][0]
    result = next(item for item in run["results"] if item["ruleId"] == "status-known")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "status-known"
    assert result["level"] == "error"
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "docs/proposals/a%20b.md"
    assert location["region"] == {"startLine": 3, "startColumn": 9}


def test_a_message_does_not_repeat_a_whole_book(site: Site) -> None:
    site.configure()
    site.write(
        {"proposals/a.md": BAD.replace("aproved", f"a{'x' * 9_000}\ntype: b{'y' * 9_000}\ndepends_on: c{'z' * 9_000}")}
    )
    out = site.wb("check").stdout
    assert all(rule in out for rule in ("status-known", "type-known", "relations-known"))
    assert max(map(len, out.splitlines())) < 600


def test_sarif_explains_each_rule_and_makes_no_link_of_a_documents_words(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": BAD.replace("aproved", '"[click](https://evil.example)"')})
    run = json.loads(site.wb("check", "--format", "sarif").stdout)["runs"][0]
    for rule in run["tool"]["driver"]["rules"]:
        texts = [rule[key]["text"] for key in ("shortDescription", "fullDescription", "help")]
        assert len(set(texts)) == 3
        assert all(texts)
    assert "[click]" in json.dumps(run["results"])
    assert "](" not in json.dumps(run["results"])


def test_gitlab_fingerprints_differ_and_survive_a_move_to_another_line(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": BAD})

    def prints() -> list[str]:
        return [item["fingerprint"] for item in json.loads(site.wb("check", "--format", "gitlab").stdout)]

    before = prints()
    assert len(set(before)) == len(before) > 0
    site.write({"proposals/a.md": BAD.replace("title:", "tags: [x]\ntitle:")})
    assert set(prints()) == set(before)


def test_markdown_escapes_what_a_document_says(site: Site) -> None:
    site.configure()
    site.write({"proposals/a.md": BAD.replace("aproved", '"@everyone <img src=x> | `x`"')})
    out = site.wb("check", "--format", "markdown").stdout
    assert "<img" not in out
    assert "@everyone" not in out
    assert "error" in out


def test_changed_since_reports_only_what_the_branch_brought_in(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/old.md": BAD, "proposals/calm.md": proposal(), "proposals/same.md": BAD})
    site.git("tag", "start")
    site.commit(
        "Change",
        {"proposals/old.md": f"{BAD.rstrip()}\n\nMore.\n", "proposals/calm.md": proposal("nonsense")},
    )
    site.write({"proposals/new.md": BAD})
    answer = json.loads(site.wb("check", "--changed-since", "start", "--format", "json").stdout)
    assert answer["proposals"] == 3
    found = {(item["path"], item["rule"]) for item in answer["findings"] if item["severity"] == "error"}
    assert found == {("docs/proposals/calm.md", "status-known"), ("docs/proposals/new.md", "status-known")}


def test_changed_since_follows_a_rename(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/old.md": BAD})
    site.git("mv", "docs/proposals/old.md", "docs/proposals/moved.md")
    site.commit("Move")
    answer = json.loads(site.wb("check", "--changed-since", "HEAD~1", "--format", "json").stdout)
    assert (answer["proposals"], answer["findings"]) == (1, [])


def test_changed_since_says_nothing_of_what_is_mended_in_part(site: Site) -> None:
    site.configure()
    head = "---\nowner: x\ncustomer: Deer farmers\n---\n# Never lose a deer\n\n## Summary\n\nTBD, TBD, TBD.\n\n"
    empty = "## Problem\n\n## Solution\n\n## Quote\n\n## Testimonial\n\n"
    site.commit("Start", {"proposals/a.md": head + empty})
    for before, after, said in (
        ("TBD, TBD, TBD", "It tells, TBD", []),
        ("## Problem\n", "## Problem\n\nDeer stray.\n", []),
        ("# Never lose a deer\n", "# Never lose a deer\n\n*For deer farmers.*\n", []),
        ("TBD.", "TBD, TBD.", ["section-placeholder"]),
        ("## Problem\n", "", ["section-required"]),
    ):
        assert before in head + empty
        site.write({"proposals/a.md": (head + empty).replace(before, after)})
        answer = json.loads(site.wb("check", "--changed-since", "HEAD", "--format", "json").stdout)
        assert [item["rule"] for item in answer["findings"]] == said


@pytest.mark.parametrize("revision", ["nowhere", "--output=/tmp/x", "-x"])
def test_a_revision_that_does_not_exist_is_one_clear_line(site: Site, revision: str) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal()})
    result = site.wb("check", f"--changed-since={revision}")
    assert result.exit_code == 2
    assert "there is no such revision" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_explain_prints_the_page_and_lists_the_rules(site: Site) -> None:
    site.docs.parent.mkdir(exist_ok=True)
    page = site.wb("explain", "id-unique").stdout
    assert "No two proposals have one id." in page
    assert "## Bad" in page
    assert "error" in page.splitlines()[0]
    assert "id-unique" in site.wb("explain").stdout
    assert "did you mean “id-unique”" in site.wb("explain", "id-uniqe").stderr


def test_the_editors_schema_knows_the_teams_statuses_and_goals(site: Site) -> None:
    site.configure({"statuses": {"live": "launched"}})
    (site.root / "strategy.yml").write_text("goals: {herd-safety: {title: Safe}}\n")
    schema = json.loads(site.wb("schema", "--editor").stdout)
    assert {"draft", "live"} <= set(schema["properties"]["status"]["enum"])
    assert schema["properties"]["goals"]["anyOf"][0]["enum"] == ["herd-safety"]
    assert "$ref" not in json.dumps(schema)


def test_the_editors_schema_lets_pass_what_a_check_lets_pass(site: Site) -> None:
    site.configure()
    validate = Draft202012Validator(json.loads(site.wb("schema", "--editor").stdout)).is_valid
    draft = {"owner": "Ana", "customer": "Farmers", "created": None, "target_launch": 2027, "title": 1984, "tags": [3]}
    assert validate(draft)
    faults: list[dict[str, object]] = [{"owner": None}, {"created": {}}, {"status": 3}, {"private": "maybe"}]
    for wrong in faults:
        assert not validate({**draft, **wrong})


def test_a_new_proposal_is_a_draft_without_errors_whose_hints_stay_off_the_site(site: Site) -> None:
    site.configure()
    site.commit("Start", {"index.md": "# Home"})
    made = site.wb("new", "moon-collar", "--title", "Moon: a collar")
    assert "docs/proposals/moon-collar.md: written" in made.stdout
    result = site.wb("check", "--format", "json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["findings"]) <= 5
    html = (site.build() / "proposals" / "moon-collar" / "index.html").read_text()
    assert "wb: " not in html
    assert "what they gain" not in html
    again = site.wb("new", "moon-collar")
    assert again.exit_code == 2
    assert "is there already" in again.stderr


def test_a_new_proposal_names_the_command_for_its_editors_schema_until_that_is_there(site: Site) -> None:
    site.configure()
    told = site.wb("new", "moon-collar").stdout.splitlines()[-1]
    assert told == "Once, for completion in your editor: wb schema --editor > wb.schema.json"
    (site.root / "wb.schema.json").write_text(site.wb("schema", "--editor").stdout)
    assert "editor" not in site.wb("new", "sun-collar").stdout


def test_a_title_in_the_place_of_an_id_is_answered_with_the_id_that_it_makes(site: Site) -> None:
    site.configure()
    assert "such as solar-barn-2" in site.wb("new", "Solar barn 2!").stderr
    assert site.wb("new", "../solar").stderr.startswith("../solar: expected an id of letters")
    assert site.wb("new", "solar.md").stdout.startswith("docs/proposals/solar.md: written")


@pytest.mark.parametrize("name", ["../evil", "a/b", "-x", "", "a\nb"])
def test_an_id_is_never_a_path_or_an_option(site: Site, name: str) -> None:
    site.configure()
    result = site.wb("new", "--", name)
    assert result.exit_code == 2
    assert not list(site.root.parent.glob("**/*evil*"))


def test_the_budget_and_fail_on_decide_the_exit_code_and_never_the_verdict(site: Site) -> None:
    revision = site.commit("Start", {"proposals/a.md": proposal("in-review")})
    more = f"approvals:\n  - {{version: 1, date: 2026-01-01, by: [Ana], revision: {revision}}}"
    site.commit("Raise", {"proposals/a.md": proposal("approved", more, price="$19")})

    def run(scope: dict[str, object]) -> tuple[int, str, str]:
        site.configure({"scope": scope})
        result = site.wb("diff", "a", "--format", "json")
        answer = json.loads(result.stdout)
        return result.exit_code, answer["verdict"], answer["changes"][0]["fingerprint"]

    assert run({})[:2] == (0, "creep")
    assert run({"fail_on": ["creep"]})[:2] == (1, "creep")
    code, verdict, fingerprint = run({"budget": "0.1%"})
    assert (code, verdict) == (1, "creep")
    accepted = f"{more}\namendments:\n  - {{fingerprint: '{fingerprint}', date: 2026-02-01, by: Ana, reason: Costs.}}"
    site.commit("Accept", {"proposals/a.md": proposal("approved", accepted, price="$19")})
    assert run({"budget": "0.1%", "fail_on": ["creep"]})[:2] == (0, "creep")


def test_warn_on_warns_and_fails_where_warnings_fail(site: Site) -> None:
    revision = site.commit("Start", {"proposals/a.md": proposal("in-review")})
    more = f"approvals:\n  - {{version: 1, date: 2026-01-01, by: [Ana], revision: {revision}}}"
    site.commit("Raise", {"proposals/a.md": proposal("approved", more, price="$19")})
    said = "the verdict is creep, which `scope.warn_on` names"
    for level, code in (("error", 0), ("warning", 1), ("info", 1)):
        site.configure({"fail_level": level, "scope": {"warn_on": ["creep"]}})
        result = site.wb("diff", "a")
        assert (result.exit_code, result.stdout.splitlines()[-2]) == (code, f"warning: {said}")
        assert result.stdout.splitlines()[-1].startswith("  help: take changes out, accept them with `wb acknowledge")
    answer = json.loads(site.wb("diff", "a", "--format", "json").stdout)
    assert answer["objections"] == [{"severity": "warning", "message": said}]


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"])
def test_a_comparison_is_the_same_in_every_locale(site: Site, locale: str) -> None:
    site.configure()
    revision = site.commit("Start", {"proposals/a.md": proposal("in-review", title="title: Füchse İçin")})
    site.commit("Raise", {"proposals/a.md": proposal("draft", title="title: Füchse İçin", price="1.000 €")})
    command = [sys.executable, "-m", "mkdocs_wb", "diff", "a", "--from", revision, "--format", "json"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environment = {**plain, "PYTHONPATH": str(ROOT), "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=site.root, env=environment, capture_output=True, check=False)
    assert done.stderr == b""
    assert json.loads(done.stdout) == json.loads(site.wb(*command[3:]).stdout)
    assert b"It costs 1.000" in done.stdout


def run(site: Site, *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE, **variables: str) -> Any:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-m", "mkdocs_wb", *arguments]
    return subprocess.run(command, cwd=site.root, env=environment, stdout=stdout, stderr=subprocess.PIPE, check=False)


@pytest.mark.parametrize("encoding", ["cp932", "cp1252"])
def test_json_is_valid_where_the_output_cannot_show_a_sign(site: Site, encoding: str) -> None:
    site.configure()
    site.write({"proposals/deer.md": proposal(title="title: Hirschjäger 鹿 🦌")})
    done = run(site, "inspect", "docs/proposals/deer.md", "--format", "json", PYTHONIOENCODING=encoding)
    (found,) = json.loads(done.stdout.decode(encoding))
    assert found["front_matter"]["title"] == "Hirschjäger 鹿 🦌"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_an_output_that_takes_nothing_is_one_clear_line(site: Site) -> None:
    site.configure()
    site.write({"proposals/deer.md": proposal()})
    with Path("/dev/full").open("wb") as full:
        done = run(site, "check", stdout=full)
    assert (done.returncode, done.stderr) == (2, b"wb: the output: No space left on device\n")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "markdown", "gitlab"])
def test_names_of_files_that_are_no_text_are_named_all_the_same(site: Site, form: str) -> None:
    site.configure()
    name = os.fsdecode(b"proposals/d\xffer.md")
    site.commit("Begin", {name: proposal("draft"), "proposals/elk.md": proposal("draft")})
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Ask", {name: proposal("nonsense")})
    for command in (
        ["check", "--changed-since", "main"],
        *([["review", "--base", "main"]] if form != "gitlab" else []),
    ):
        done = run(site, *command, "--format", form)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"elk" not in done.stdout


def test_it_works_from_another_folder_and_with_a_named_configuration(site: Site, tmp_path: Path) -> None:
    config = site.configure()
    site.write({"proposals/a.md": proposal()})
    elsewhere = Site(tmp_path / "elsewhere")
    result = elsewhere.wb("check", "-f", str(config))
    assert result.exit_code == 0, result.output
    assert "1 proposal checked" in result.stdout
    none = elsewhere.wb("check")
    assert none.exit_code == 2
    assert "mkdocs.yml" in none.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"types": {"prfaq": "clasic"}}, "types: expected classic, bryar-carr or the file of a schema, found 'clasic' (No such file or directory); did you mean “classic”?"),
        ({"rules": {"superlative": "off"}}, "rules.superlative: there is no such rule; did you mean “superlatives”?"),
        ({"publish": {"leave_out": {"elements": ["internal_fak"]}}}, "did you mean “internal_faq”?"),
        ({"publish": {"leave_out": {"statuses": ["drafd"]}}}, "did you mean “draft”?"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", [("check",), ("inspect", "docs/proposals/a.md"), ("diff", "a")])
def test_a_wrong_option_is_one_line_with_its_file_and_its_place(
    site: Site, command: tuple[str, ...], options: dict[str, Any], says: str
) -> None:
    site.configure(options)
    site.write({"proposals/a.md": proposal("draft")})
    result = site.wb(*command)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "mkdocs.yml: " in result.stderr
    assert says in result.stderr


def test_a_draft_is_checked_without_what_compares(site: Site) -> None:
    site.configure()
    site.commit("Write", {"proposals/a.md": proposal()})
    asked = "import sys; from mkdocs_wb.cli import wb; wb(['check'], standalone_mode=False)"
    told = f"try:\n {asked}\nexcept SystemExit as end: print(end.code, 'mkdocs_wb.scope.diff' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=site.root, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 False"


@pytest.mark.parametrize("where", ["file", "folder"])
def test_a_check_from_the_repositorys_root_finds_the_site_in_a_folder_of_it(
    site: Site, tmp_path: Path, where: str
) -> None:
    site.configure({"statuses": {"peer review": "in-review"}})
    site.write({"proposals/a.md": proposal("peer review")})
    named = site.docs / "proposals" / ("a.md" if where == "file" else "")
    told = site.wb("check", str(named), folder=tmp_path).stdout
    assert "1 proposal checked" in told
    assert "status-known" not in told


def test_files_of_two_sites_are_not_checked_by_the_options_of_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        site = Site(tmp_path / name)
        site.configure()
        site.write({"proposals/a.md": proposal()})
    files = [str(tmp_path / name / "docs/proposals/a.md") for name in ("one", "two")]
    result = site.wb("check", *files, folder=tmp_path)
    assert result.exit_code == 2
    assert "the files are of several sites (one/mkdocs.yml, two/mkdocs.yml); take one site at a time" in result.stderr


def test_what_is_stopped_has_no_answer(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    site.configure()
    site.write({"proposals/a.md": proposal()})
    monkeypatch.setattr("mkdocs_wb.commands.check.open_pipeline", stop)
    result = site.wb("check")
    assert (result.exit_code, result.stderr) == (2, "stopped before it was done; run it again")
