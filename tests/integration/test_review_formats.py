"""A review as a comment, as annotations and at a terminal: brief, within bounds, and with nothing that a document could do."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Site, proposal

from .conftest import FILE, SHOP, STRICT, approval, digest_of, widened

EVIL = 'Ana "@everyone" <img src=x onerror=alert(1)> | `x` ::error::boo ##[stop-commands]x #12 !34 GH-12 $x$ https://evil.example www.evil.example \u202egnp'


def run(site: Site, form: str) -> str:
    return site.wb("review", "--base", "main", "--format", form).stdout


@pytest.fixture
def evil(site: Site, approved: str) -> Site:
    """A branch whose title, sentences, names, path and author are written by somebody who means no good."""
    text = widened(approved, title=f"title: {json.dumps(f'::add-mask::{EVIL}')}").replace(
        "Two years.", f"Two years. {EVIL}"
    )
    text = text.replace("owner: Herd team", f"owner: Herd team\nid: {json.dumps(EVIL)}\ntype: {json.dumps(EVIL)}")
    site.git("mv", f"docs/{FILE}", "docs/proposals/::error::`x` <b> @team.md")
    site.commit("Attack", {"proposals/::error::`x` <b> @team.md": text}, author="Eve @team <b>")
    return site


def test_a_comment_begins_with_its_marker_and_says_what_matters(site: Site, approved: str) -> None:
    commit = site.commit("Widen", {FILE: widened(approved)}, author="Eve")
    comment = run(site, "markdown").splitlines()
    assert comment[0] == "<!-- wb:review -->"
    assert comment[1] == "### 🔴 1 proposal changed, 1 fails, approval is due for 1"
    text = "\n".join(comment)
    assert (
        "**Re-approval is due** from Ana Ruiz, Henrik Dahl: the promise is no longer the one that was approved" in text
    )
    assert "<ins>A shop for venison, honey, wool and cheese of every farm in the county</ins>" in text
    day = site.git("log", "-1", "--format=%as").strip()
    assert f"Eve, {day}, {commit[:10]}" in text
    way = "A change is accepted with `wb acknowledge ID FINGERPRINT --by NAME --reason TEXT`, which counts once it is"
    assert way in comment[-1]


@pytest.mark.usefixtures("approved")
def test_a_comment_on_an_unrelated_branch_is_two_lines(site: Site) -> None:
    site.commit("Write", {"index.md": "# Home\n"})
    lines = [line for line in run(site, "markdown").splitlines() if line]
    assert lines[:2] == ["<!-- wb:review -->", "### 🟢 No proposals changed"]
    assert len(lines) == 3


def test_a_price_in_a_comment_is_read_as_one(site: Site, approved: str) -> None:
    site.commit("Raise", {FILE: proposal("approved", approved, price="$19")})
    assert "It costs &#36;<del>9</del> <ins>19</ins> a month." in run(site, "markdown")


def test_a_comment_says_that_no_review_could_be_made(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    result = site.wb("review", "--base", "@team<b>", "--format", "markdown")
    assert result.exit_code == 2
    first, second, *rest = result.stdout.splitlines()
    assert (first, second) == ("<!-- wb:review -->", "### 🔴 This could not be reviewed")
    assert "there is no such revision here" in result.stdout
    assert not re.search("@team|<b>", "".join(rest))


@pytest.mark.parametrize("base", ["nowhere", "", "main\n::error::x", "\u202e"])
def test_what_machines_read_says_that_no_review_could_be_made(site: Site, approved: str, base: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    told = {form: site.wb("review", "--base", base, "--format", form) for form in ("json", "sarif", "github", "text")}
    assert {result.exit_code for result in told.values()} == {2}
    data = json.loads(told["json"].stdout)
    assert (data["exit_code"], data["proposals"], len(data["failures"])) == (2, [], 1)
    log = json.loads(told["sarif"].stdout)
    jsonschema.validate(log, SARIF)
    (run_,) = log["runs"]
    assert (run_["results"], run_["invocations"][0]["executionSuccessful"]) == ([], False)
    assert re.fullmatch(r"::error title=wb review::[^\n]+\n", told["github"].stdout)
    assert told["text"].stdout == ""


def test_nothing_of_a_document_is_markup_in_a_comment(evil: Site) -> None:
    comment = run(evil, "markdown")
    outside = re.sub(r"(`+).*?\1", "", comment)
    assert re.findall(r"<(?!!-- wb:review -->|/?(?:sub|ins|del)>|br>)", outside) == []
    assert "@everyone" not in outside
    assert "@team" not in outside
    assert not re.search(r"#12|!34|GH-12|\$|://|www\.", outside)
    assert "\u202e" not in comment
    lines = filter(None, comment.splitlines())
    assert [line for line in lines if not line.startswith(("#### ", "### ", "- ", "**", "`", "<"))] == []


def test_no_line_of_a_review_commands_the_runner(evil: Site) -> None:
    for form in ("text", "markdown"):
        out = run(evil, form)
        assert "##[" not in out
        assert "\u202e" not in out
        assert [line for line in out.splitlines() if line.strip().startswith("::")] == []
    annotated = run(evil, "github")
    assert "\u202e" not in annotated
    for line in annotated.splitlines()[:-1]:
        assert re.match(r"::(error|warning|notice) [^:]*::", line), line
    assert not annotated.splitlines()[-1].startswith("::")


def test_annotations_stand_at_the_lines_of_the_branch(site: Site, approved: str) -> None:
    text = widened(approved, price="$19").replace("status: approved", "status: draft")
    site.commit("Widen", {FILE: text})
    lines = text.split("\n")
    found = {
        (match[1], lines[int(match[2]) - 1].strip())
        for match in re.finditer(rf"::(\w+) file=docs/{FILE},line=(\d+)", run(site, "github"))
    }
    assert ("error", SHOP.splitlines()[1]) in found
    assert ("error", "The app shows a farmer where each of 1,000 deer is. It costs $19 a month.") in found
    assert ("error", "status: draft") in found


def test_annotations_say_why_it_fails_and_what_is_pending(site: Site, approved: str) -> None:
    again = f"{approved}\n{approval('wb1:' + 'a' * 64, 2).splitlines()[1]}"
    site.commit("Widen and claim", {FILE: widened(again).replace("owner:", "private: true\nowner:")})
    out = run(site, "github")
    start = f" file=docs/{FILE},title=wb review::"
    assert re.search(
        rf"^::error{start}\d+\.\d%25 of the approved words were added, and the budget is 0.0%25$", out, re.MULTILINE
    )
    assert f"::notice{start}An approval by Ana Ruiz is pending: it names another version than this" in out
    assert f"::notice{start}It is private here, so that a site leaves it out" in out


def test_why_it_fails_is_annotated_before_each_change(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved, price="$19")})
    lines = run(site, "github").splitlines()
    assert "of the approved words were added" in lines[0]
    assert [",line=" in line for line in lines[1:-1]] == [True] * (len(lines) - 2)


def test_a_command_in_a_comment_can_be_copied(site: Site, tmp_path: Path) -> None:
    site.configure()
    site.commit("Start", {FILE: proposal()})
    site.git("checkout", "-q", "-b", "feature")
    site.commit("Change", {FILE: proposal(price="$19").replace("customer:", "buyer:")})
    shallow = tmp_path / "shallow"
    site.git("clone", "-q", "--depth", "1", f"file://{site.root}", str(shallow))
    told = site.wb("review", "--base", "origin/main", "--format", "markdown", folder=shallow).stdout
    assert "run `git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main`" in told
    site.write({FILE: proposal("in-review").replace("customer:", "buyer:")})
    assert "expected the key `customer`, found none" in site.wb("check", "--format", "markdown").stdout


def test_what_changed_and_moved_says_from_where(site: Site, approved: str) -> None:
    said = "The app shows a farmer where each of 1,000 deer is."
    moved = proposal("approved", approved).replace(said, "").replace("## Quote", f"{said}\n\n## Quote")
    site.commit("Move", {FILE: moved})
    assert "Moved from Summary" in site.wb("diff", "deer").stdout
    site.commit("Raise", {FILE: moved.replace("each of 1,000", "each of 2,000")})
    for form in ("text", "markdown"):
        assert "Figure changed from Summary" in run(site, form)


def test_many_changes_are_told_by_their_kinds_and_folded(site: Site, approved: str) -> None:
    items = "".join(f"- An alarm of kind {number}\n" for number in range(30))
    site.commit("Widen", {FILE: proposal("approved", approved, feature=f"- A map of the herd\n{items}", price="$19")})
    lines = run(site, "markdown").splitlines()
    head = next(line for line in lines if line.startswith("**Changes since"))
    assert head.endswith(": 30 × Promise added, 1 × Figure changed**")
    at = lines.index("<details><summary>31 changes</summary>")
    assert lines[at - 2 : at] == [head, ""]
    assert lines[at + 1] == ""
    end = lines.index("</details>", at)
    assert sum(line.startswith("- **") for line in lines[at:end]) == 31
    assert lines[end - 1] == ""


def test_what_was_taken_out_is_annotated_where_its_section_begins(site: Site, approved: str) -> None:
    text = proposal("approved", approved, feature="")
    site.commit("Narrow", {FILE: text})
    (line,) = re.findall(rf"::notice file=docs/{FILE},line=(\d+),col=1,title=scope-accepted", run(site, "github"))
    assert text.split("\n")[int(line) - 1] == "## Solution"


def test_a_line_of_what_was_taken_out_is_told_to_be_the_approved_versions(site: Site, approved: str) -> None:
    site.commit("Narrow", {FILE: proposal("approved", approved, feature="")})
    text = proposal("in-review").splitlines()  # as it was when it was approved
    for out in (run(site, "text"), site.wb("diff", "deer").stdout):
        (line,) = re.findall(r"was (\d+): Promise removed", out)
        assert text[int(line) - 1] == "- A map of the herd"


def test_annotations_quote_what_was_approved_beside_what_is_promised_now(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved, price="$19")})
    out = run(site, "github")
    assert "Figure changed since it was approved: “It costs $[-9-]{+19+} a month.”" in out
    assert f"Promise added since it was approved: “{SHOP.splitlines()[1][2:]}”" in out


SARIF: dict[str, Any] = {
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "results": {
                        "items": {
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "properties": {"level": {"enum": ["error", "warning", "note"]}},
                        }
                    }
                },
            }
        },
    },
}


def test_sarif_has_each_change_at_its_place(evil: Site) -> None:
    data = json.loads(run(evil, "sarif"))
    jsonschema.validate(data, SARIF)
    (one,) = data["runs"]
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in one["results"]
        for place in result["locations"]
    }
    assert uris == {"docs/proposals/%3A%3Aerror%3A%3A%60x%60%20%3Cb%3E%20%40team.md"}
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert {rules[result["ruleIndex"]] for result in one["results"]} == set(rules)
    assert "scope-accepted" in rules


def test_sarif_says_what_could_not_be_read(site: Site, approved: str) -> None:
    site.commit("Widen", {FILE: widened(approved)})
    site.configure({"scope": {"budget": "none"}})
    site.commit("Break")
    data = json.loads(run(site, "sarif"))
    (invocation,) = data["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["level"], "scope.budget" in told["message"]["text"]) == ("error", True)


@pytest.mark.usefixtures("approved")
def test_sarif_of_an_unrelated_branch_has_no_results(site: Site) -> None:
    site.commit("Write", {"index.md": "# Home\n"})
    data = json.loads(run(site, "sarif"))
    jsonschema.validate(data, SARIF)
    assert data["runs"][0]["results"] == []


def test_a_long_comment_is_shortened_where_it_is_longest_and_says_so(site: Site) -> None:
    site.configure(STRICT)
    sizes = {"longest": 600, "long": 300, "short": 2}
    lines = {}
    for name in sizes:
        site.commit("Ask", {f"proposals/{name}.md": proposal("in-review", title=f"title: {name}")})
        lines[name] = approval(digest_of(site, f"proposals/{name}.md"))
        site.commit("Approve", {f"proposals/{name}.md": proposal("approved", lines[name], title=f"title: {name}")})
    site.git("checkout", "--quiet", "-b", "work")
    words = ["venison", "honey", "wool", "cheese", "milk", "antlers", "leather", "seed", "hay", "timber"]
    for name, size in sizes.items():
        items = "".join(f"- A shop number {n} that sells {words[n % 10]} {'😀' * 60}\n" for n in range(size))
        text = proposal("approved", lines[name], title=f"title: {name}", feature=items)
        site.write({f"proposals/{name}.md": text})
    site.commit("Widen")
    comment = run(site, "markdown")
    assert 55_000 < len(comment.encode("utf-16-le")) // 2 < 65_536
    sections = dict(re.findall(r"#### 🔴 (\w+)\n(.*?)(?=\n#### |\n<sub>)", comment, re.DOTALL))
    for name, size in sizes.items():
        more = re.search(r"- … and (\d+) changes more: `wb review --base main`", sections[name])
        shown = len(re.findall(r"^- \*\*", sections[name], re.MULTILINE)) - sections[name].count("**Fails:**")
        assert shown - sections[name].count("**Re-approval") + int(more[1] if more else 0) >= size
        assert bool(more) == (size > 2)
    assert abs(len(sections["longest"]) - len(sections["long"])) < 1_000


def test_a_long_change_leaves_room_for_short_ones(site: Site) -> None:
    site.configure(STRICT)
    names = [f"p{n}" for n in range(50)]
    site.commit("Ask", {f"proposals/{name}.md": proposal("in-review") for name in names})
    lines = approval(digest_of(site, "proposals/p0.md"))
    site.commit("Approve", {f"proposals/{name}.md": proposal("approved", lines) for name in names})
    site.git("checkout", "--quiet", "-b", "work")
    endless = f"The app shows a shop that sells {'venison and honey and wool ' * 200}. It costs"
    text = proposal("approved", lines, feature=SHOP).replace("Summary\n\n", f"Summary\n\n{endless} nothing.\n\n")
    site.commit("Widen", {f"proposals/{name}.md": text for name in names})
    comment = run(site, "markdown")
    assert 40_000 < len(comment.encode("utf-16-le")) // 2 < 65_536
    for section in comment.split("#### 🔴 ")[1:]:
        assert "<ins>A shop for venison, honey, wool and cheese of every farm in the county</ins>" in section
        assert "- … and 1 change more: `wb review --base main`" in section


def test_a_sentence_without_end_is_cut_and_counted(site: Site, approved: str) -> None:
    endless = "- A map of the herd\n- A shop " + "for venison and honey and wool of the farm " * 2_000 + "\n"
    site.commit("Widen", {FILE: proposal("approved", approved, feature=endless)})
    comment = run(site, "markdown")
    assert len(comment) < 5_000
    assert re.search(r"… \(\d+ characters more\)", comment)


def test_hundreds_of_proposals_still_fit(site: Site) -> None:
    site.configure()
    site.commit("Start", {"proposals/a.md": proposal()})
    site.git("checkout", "--quiet", "-b", "work")
    text = proposal("nonsense", title=f"title: {'Long title ' * 30}")
    site.commit("Add", {f"proposals/{'x' * 80}-{n}.md": text for n in range(150)})
    comment = run(site, "markdown")
    assert len(comment.encode("utf-16-le")) // 2 < 65_536
    assert "**100 proposals more that should be looked at:** `wb review --base main`" in comment
