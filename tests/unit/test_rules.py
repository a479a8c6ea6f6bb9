"""Every rule has its page and keeps what the page promises."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from mkdocs_wb.errors import WbError
from mkdocs_wb.history.histories import Histories
from mkdocs_wb.lifecycle import Lifecycle, Stage
from mkdocs_wb.model import Finding, Severity
from mkdocs_wb.pipeline import Pipeline
from mkdocs_wb.rules import table
from mkdocs_wb.rules.check import read_rules
from mkdocs_wb.rules.table import SEVERITIES, find_severity
from mkdocs_wb.settings import parse_settings
from mkdocs_wb.sources import Source

NOW = datetime(2026, 3, 1, tzinfo=timezone.utc)
RULES = read_rules()
_FENCE = re.compile(r"^```(?:markdown|yaml)(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_INFO = re.compile(r"\s+(?P<key>before|encoding|file|type|updated)=(?P<value>\{.*\}|\S+)")


@dataclass(frozen=True)
class Example:
    """The files of a Bad or a Good, the document type they are read as, and what is known of their past."""

    files: dict[str, bytes]
    schema: Any = None
    before: str = ""
    updated: str = ""


def read_example(module: ModuleType, heading: str) -> Example:
    """The fenced blocks under a heading of a rule's docstring."""
    sections = re.split(r"^## (Bad|Good)$", module.__doc__ or "", flags=re.MULTILINE)
    section = dict(zip(sections[1::2], sections[2::2], strict=True)).get(heading, "")
    files: dict[str, bytes] = {}
    known: dict[str, Any] = {}
    for block in _FENCE.finditer(section):
        info = {match["key"]: match["value"] for match in _INFO.finditer(block["info"])}
        assert not _INFO.sub("", block["info"]).strip(), f"{module.__name__}: unknown words after the fence"
        files[info.get("file", "proposals/example.md")] = block["text"].encode(info.get("encoding", "utf-8"))
        known |= {"schema": json.loads(info["type"])} if "type" in info else {}
        known |= {key: info[key] for key in ("before", "updated") if key in info}
    return Example(files, **known)


def commit_everything(folder: Path, day: str) -> None:
    """Make the folder a repository whose one commit is of that day."""
    environment = {**os.environ, "GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Write"]):
        command = ["git", "-c", "commit.gpgsign=false", "-C", str(folder), *arguments]
        subprocess.run(command, check=True, env=environment)


def run(example: Example, folder: Path, more: dict[str, Any] | None = None) -> tuple[Finding, ...]:
    """All findings about the files of an example, with every rule at its full severity."""
    block: dict[str, Any] = {"rules": dict.fromkeys(RULES, "error"), **(more or {})}
    block |= yaml.safe_load(example.files.get("wb.yml", b"{}"))
    for path, data in example.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    if example.schema is not None:
        (folder / "own.json").write_text(json.dumps(example.schema), encoding="utf-8")
        block["types"] = {"prfaq": "own.json"}
    proposals = {path: data for path, data in example.files.items() if not path.startswith("approved/")}
    sources = [Source(path, folder / path, data) for path, data in sorted(proposals.items()) if path.endswith(".md")]
    if example.updated:
        commit_everything(folder, example.updated)
    before = Lifecycle().find(example.before) if example.before else None
    pipeline = Pipeline(parse_settings(block), folder)
    read = [pipeline.read(source) for source in sources]
    index, histories = pipeline.index(read), Histories(folder, [source.file for source in sources])
    entries = [
        pipeline.judge(proposal, source, histories.of(source.file), index, NOW.date(), before)
        for proposal, source in zip(read, sources, strict=True)
    ]
    histories.close()
    return tuple(finding for entry in entries for finding in entry.findings)


def test_there_are_rules() -> None:
    assert len(RULES) >= 12


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_page_that_begins_with_a_sentence(rule: str) -> None:
    first, second, *_ = (RULES[rule].__doc__ or "\n\n").split("\n")
    assert re.fullmatch(r"[A-Z].{10,}\.", first)
    assert second == ""


@pytest.mark.parametrize("rule", RULES)
def test_a_rules_page_says_why_before_its_examples(rule: str) -> None:
    why = (RULES[rule].__doc__ or "").split("\n## Bad", 1)[0].split("\n\n", 1)[1]
    assert len(why.split()) > 8


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_its_row(rule: str) -> None:
    assert len(SEVERITIES[rule]) == len(Stage)


def test_every_row_has_its_rule() -> None:
    assert set(SEVERITIES) == set(RULES)


@pytest.mark.parametrize("heading", ["Bad", "Good"])
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_examples(rule: str, heading: str) -> None:
    assert read_example(RULES[rule], heading).files


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_is_reported(rule: str, tmp_path: Path) -> None:
    example = read_example(RULES[rule], "Bad")
    found = [finding for finding in run(example, tmp_path) if finding.rule == rule]
    assert found
    for finding in found:
        lines = example.files[finding.path].count(b"\n") + 1
        assert 1 <= finding.place.line <= lines
        assert finding.message.startswith("expected ")
        assert finding.help
        assert "\n" not in finding.message + finding.help


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_is_not(rule: str, tmp_path: Path) -> None:
    found = run(read_example(RULES[rule], "Good"), tmp_path)
    assert [finding for finding in found if finding.rule == rule] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_off_is_silent(rule: str, tmp_path: Path) -> None:
    found = run(read_example(RULES[rule], "Bad"), tmp_path, {"rules": {rule: False}})
    assert [finding for finding in found if finding.rule == rule] == []


def test_a_rule_without_a_row_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(table.SEVERITIES, "status-known")
    with pytest.raises(KeyError, match="status-known"):
        run(Example({"a.md": b"# T\n"}, None), tmp_path, {"rules": {}})


@pytest.mark.parametrize(
    ("rule", "stage", "severity"),
    [
        ("section-required", Stage.IDEA, Severity.INFO),
        ("section-required", Stage.REVIEW, Severity.WARNING),
        ("section-required", Stage.COMMITTED, Severity.ERROR),
        ("section-required", Stage.CLOSED, Severity.OFF),
        ("front-matter-required", Stage.IDEA, Severity.INFO),
        ("baseline-known", Stage.CLOSED, Severity.WARNING),
        ("source-readable", Stage.CLOSED, Severity.ERROR),
    ],
)
def test_severities_are_graded_by_stage(rule: str, stage: Stage, severity: Severity) -> None:
    assert find_severity(rule, stage) is severity


@pytest.mark.parametrize(
    ("status", "severity"),
    [("draft", "info"), ("in-review", "warning"), ("approved", "error"), ("rejected", None), ("nonsense", "info"), ("", "info")],
)  # fmt: skip
def test_a_finding_has_the_severity_of_its_documents_stage(tmp_path: Path, status: str, severity: str | None) -> None:
    text = f"---\nstatus: {status}\nowner: A\ncustomer: B\nreason: C\n---\n# T\n"
    found = run(Example({"a.md": text.encode()}, None), tmp_path, {"rules": {}})
    assert [finding.severity.value for finding in found if finding.rule == "section-required"] == (
        [severity] if severity else []
    )


def test_findings_stand_in_the_order_of_the_file_the_graver_first(tmp_path: Path) -> None:
    text = "---\nstatus: x\nowner: [{a: b}]\nprivate: maybe\ntarget_launch: soon\n---\n"
    found = run(Example({"a.md": text.encode()}, None), tmp_path, {"rules": {}})
    keys = [(finding.place, -finding.severity.weight) for finding in found]
    assert keys == sorted(keys)
    assert len(found) >= 4


@pytest.mark.parametrize(
    ("name", "says"), [("section-requird", "did you mean “section-required”?"), ("zzz", "no such rule")]
)
def test_an_unknown_rule_in_the_configuration_is_refused(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(WbError, match=rf"rules\.{name}") as caught:
        Pipeline(parse_settings({"rules": {name: "off"}}), tmp_path)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ({"jargon": {"severity": "error"}}, "rules.jargon: expected off, info, warning or error, found a mapping"),
        ({"archive/**": {"jargn": "off"}}, "rules.archive/**.jargn: there is no such rule; did you mean “jargon”?"),
    ],
)
def test_what_is_set_for_some_files_is_named_with_its_pattern(tmp_path: Path, rules: dict[str, Any], says: str) -> None:
    with pytest.raises(WbError) as caught:
        Pipeline(parse_settings({"rules": rules}), tmp_path)
    assert str(caught.value) == says


DOCUMENTS: list[tuple[str, str, int, int]] = [
    # a document, the one rule that is asked, and the place it names
    ("---\nowner: A\ncustomer: B\nstatus: aproved\n---\n# T\n", "status-known", 4, 9),
    ("---\nowner: A\ntype: prfak\n---\n# T\n", "type-known", 3, 7),
    ("---\nowner: A\noutcome: {met: maybe}\n---\n# T\n", "front-matter-valid", 3, 16),
    ("---\nowner: A\napprovals:\n  - {by: A, date: 2026-02-30}\n---\n", "front-matter-valid", 4, 19),
    ("---\nowner: A\nowner: B\n---\n# T\n", "front-matter-duplicate-key", 3, 1),
    ("# T\n", "front-matter-present", 1, 1),
    ("---\nstatus: approved\napprovals: [{version: 1}]\n---\n# T\n", "baseline-known", 3, 13),
    ("---\nstatus: approved\n---\n# T\n", "baseline-known", 2, 9),
    ("---\nstatus: draft\n---\n\n\n# T\n", "section-required", 6, 1),
    ("---\nstatus: draft\n---\n", "section-required", 3, 1),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), DOCUMENTS)
def test_a_finding_is_at_the_place_it_speaks_of(tmp_path: Path, text: str, rule: str, line: int, column: int) -> None:
    found = [item for item in run(Example({"a.md": text.encode()}, None), tmp_path) if item.rule == rule]
    assert [tuple(item.place) for item in found] == [(line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "---\na: [\n---\n# T\n",
        "---\nstatus: draft\n# T\n",
        "\udce4".encode("utf-8", "surrogateescape").decode("latin-1"),
    ],
)
def test_what_cannot_be_read_is_not_said_to_be_absent(tmp_path: Path, text: str) -> None:
    found = {item.rule for item in run(Example({"a.md": text.encode("latin-1")}, None), tmp_path)}
    assert found.isdisjoint({"front-matter-present", "front-matter-required"})
    assert found & {"front-matter-syntax", "source-readable"}


def test_rules_are_silent_about_a_complete_draft(tmp_path: Path) -> None:
    good = read_example(RULES["section-required"], "Good")
    assert run(good, tmp_path) == ()


def test_asking_twice_finds_the_same(tmp_path: Path) -> None:
    bad = read_example(RULES["id-unique"], "Bad")
    assert run(bad, tmp_path) == run(bad, tmp_path)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("\n\n---\nstatus: draft\n---\n", "empty lines above it"),
        ("```yaml\nstatus: draft\n```\n", "a block of code"),
        ('+++\nstatus = "draft"\n+++\n', "TOML"),
    ],
)
def test_what_is_nearly_front_matter_is_told_how_it_becomes_it(tmp_path: Path, head: str, found: str) -> None:
    said = {item.rule: item.message for item in run(Example({"a.md": f"{head}# T\n".encode()}, None), tmp_path)}
    assert said["front-matter-present"] == f"expected front matter between two lines of ---, found {found}"
    assert "section-required" not in said


@pytest.mark.parametrize(
    ("status", "rule"), [("draft", "front-matter-key-known"), ("building", "front-matter-required")]
)
def test_of_a_required_key_that_is_misspelt_the_graver_rule_tells_alone(tmp_path: Path, status: str, rule: str) -> None:
    text = f"---\nstatus: {status}\nowners: Ana\ncustomer: Farmers\n---\n# T\n"
    found = run(Example({"a.md": text.encode()}, None), tmp_path)
    told = [(item.rule, item.place.line) for item in found if item.rule.startswith("front-matter")]
    assert told == [(rule, 2 + 1)]


def test_a_front_matter_that_is_never_closed_hides_the_sections(tmp_path: Path) -> None:
    found = run(Example({"a.md": b"---\nstatus: draft\n\n# A map\n\nText\n"}, None), tmp_path)
    assert {"front-matter-syntax"} == {item.rule for item in found} & {"front-matter-syntax", "section-required"}
