"""Documents that are no PR/FAQs: the types of the guide, by every command."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_wb.doctype.schema import find_required, read_document_type
from mkdocs_wb.model import DocumentType
from mkdocs_wb.rules.check import read_rules
from tests.conftest import ROOT, Site, proposal

TYPES = ROOT / "example-site" / "types"
PAGE = (ROOT / "example-site" / "docs" / "guide" / "document-types.md").read_text(encoding="utf-8")
FILES = sorted(path.name for path in TYPES.glob("*.json"))

ADR = """\
---
type: adr
status: {status}
owner: Yusuf Demir
{more}---
# ADR 7: Use LoRa, decision of the collar team

## Status

Decided on the farm visit in May.

## Context

Two thirds of the acreage has no mobile signal.

## Decision

We will use LoRa for every collar.

## Consequences

- One antenna covers eleven miles.

## Considered options

Satellite would cost $11 a deer a month.
"""
RFC = """\
---
type: rfc
status: {status}
owner: Lena Brandt
customer: Farmers who are woken by an alarm
area: api
{more}---
# Quiet hours for alarms

## Summary

A farm can set hours in which only a fence that is down raises an alarm.

## Motivation

Four of ten alarms at night are about an animal that only sleeps.

## Guide-level explanation

Set the hours in the app, under *Alarms*.

## Detailed design

`PUT /farms/{{id}}/quiet-hours` takes a start and an end.

## Drawbacks

A sick animal is found in the morning.

## Rationale and alternatives

A switch on the phone would silence the fence as well.

## Unresolved questions

- What happens when the clocks change?
"""
GERMAN = """\
---
type: adr
status: in-review
owner: Yusuf Demir
---
# LoRa für jedes Halsband

## Ausgangslage

Auf zwei Dritteln der Fläche gibt es kein Netz.

## Entscheidung

Wir nehmen LoRa.

## Folgen

Eine Antenne reicht elf Meilen weit.
"""


def adr(status: str = "in-review", more: str = "") -> str:
    return ADR.format(status=status, more=more)


def rfc(status: str = "in-review", more: str = "") -> str:
    return RFC.format(status=status, more=more)


def team(status: str = "in-review", more: str = "") -> str:
    risks = "## Risks\n\nDeer may chew the strap.\n\n## FAQ\n"
    return proposal(status, f"type: team-prfaq\n{more}".rstrip("\n")).replace("## FAQ\n", risks)


COMPLETE = {"adr": adr, "rfc": rfc, "team-prfaq": team}


def read_type(name: str) -> DocumentType:
    return read_document_type(str(TYPES / f"{name}.json"))


def configure(site: Site, **more: Any) -> None:
    """The types of the example, beside the classic one."""
    shutil.copytree(TYPES, site.root / "types", dirs_exist_ok=True)
    types = {"prfaq": "classic", **{Path(name).stem: f"types/{name}" for name in FILES}}
    site.configure({"types": types, **more})


def find(site: Site, *arguments: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(site.wb("check", *arguments, "--format", "json").stdout)["findings"]
    return found


def elements(site: Site, text: str) -> dict[str, Mapping[str, Any]]:
    site.write({"proposals/read.md": text})
    (read,) = json.loads(site.wb("inspect", "docs/proposals/read.md", "--format", "json").stdout)
    return {element["name"]: element for element in read["elements"]}


def cut(text: str, title: str) -> str:
    """A text without one of its sections."""
    less = re.sub(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", "", text, flags=re.MULTILINE | re.DOTALL)
    assert less != text, title
    return less


def test_the_types_of_the_guide_are_there() -> None:
    assert set(COMPLETE) == {Path(name).stem for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_the_page_shows_each_file_as_it_is(name: str) -> None:
    assert f"```json\n{(TYPES / name).read_text(encoding='utf-8')}```\n" in PAGE, (
        f"types/{name} and the guide's document-types.md differ: copy the one into the other"
    )


@pytest.mark.parametrize("kind", COMPLETE)
def test_whoever_copies_a_type_gets_guidance_for_each_element(kind: str) -> None:
    read = read_type(kind)
    assert [element.name for element in read.elements.values() if not element.guidance] == []
    assert find_required(read)


@pytest.mark.parametrize("block", re.findall(r"^```yaml\n(plugins:.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
def test_each_configuration_of_the_page_works(site: Site, block: str) -> None:
    shutil.copytree(TYPES, site.root / "types")
    options = next(item["wb"] for item in yaml.safe_load(block)["plugins"] if isinstance(item, dict))
    site.configure(options)
    for name in options["types"]:
        made = site.wb("new", f"new-{name}", "--type", name)
        assert made.exit_code == 0, made.output
    assert site.wb("check").exit_code == 0


def test_the_record_on_the_page_is_read_as_the_page_says(site: Site) -> None:
    shutil.copytree(TYPES, site.root / "types")
    block = next(block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if "default_type: adr" in block)
    site.configure(next(item["wb"] for item in yaml.safe_load(block)["plugins"] if isinstance(item, dict)))
    text = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)[0]

    def check_page(*arguments: str) -> None:
        shown = site.wb(*arguments).stdout
        assert f"$ wb {' '.join(arguments)}\n{shown}" in PAGE, shown

    site.write({"decisions/use-lora.md": text})
    check_page("inspect", "docs/decisions/use-lora.md")
    check_page("check")
    site.write({"decisions/use-lora.md": cut(text, "Consequences")})
    check_page("check")
    (site.root / "old.md").write_text(text, encoding="utf-8")
    replaced = {"collar. We": "collar and every gate. We", "Two thirds": "Three quarters", "$11": "$12"}
    for old, new in replaced.items():
        assert old in text
        text = text.replace(old, new)
    site.write({"decisions/use-lora.md": text})
    check_page("diff", "old.md", "docs/decisions/use-lora.md")


@pytest.mark.parametrize("kind", COMPLETE)
def test_a_new_document_has_every_element_and_nothing_that_its_type_has_not(site: Site, kind: str) -> None:
    configure(site)
    assert site.wb("new", "the-one", "--type", kind, "--title", "The one").exit_code == 0
    text = (site.docs / "proposals" / "the-one.md").read_text(encoding="utf-8")
    read = read_type(kind)
    assert set(elements(site, text)) == set(read.elements) - {"dateline"}
    assert ("*For …" in text) is ("subheading" in read.elements)
    assert ("target_launch:" in text) is ("press_release" in read.elements)
    assert ("\narea:\n" in text) is (kind == "rfc")
    assert "\n# The one\n" in text
    found = find(site, "docs/proposals/the-one.md")
    assert {item["severity"] for item in found} == {"info"}
    assert "section-required" not in {item["rule"] for item in found}


def test_a_type_without_guidance_or_headline_gets_a_title_and_no_empty_hint(site: Site) -> None:
    (site.root / "note.json").write_text('{"properties": {"elements": {"properties": {"gist": {}}}}}')
    site.configure({"types": {"note": "note.json"}, "default_type": "note"})
    assert site.wb("new", "a").exit_code == 0
    text = (site.docs / "proposals" / "a.md").read_text(encoding="utf-8")
    assert text.endswith("---\n\n# A\n\n## Gist\n")
    assert "customer:" not in text


def test_a_folder_before_the_id_is_where_the_draft_goes(site: Site) -> None:
    configure(site, proposals=["proposals/*.md", "decisions/*.md"])
    assert site.wb("new", "decisions/one", "--type", "adr").exit_code == 0
    assert (site.docs / "decisions" / "one.md").exists()
    refused = site.wb("new", "notes/one", "--type", "adr")
    assert refused.exit_code == 2
    assert "notes/one.md: is matched by none of `proposals` (proposals/*.md, decisions/*.md)" in refused.stderr
    assert site.wb("new", "../one").exit_code == 2


FLAGGED = """\
{
  "$ref": "wb:classic",
  "properties": {
    "front_matter": {
      "properties": {
        "urgent": {"type": "boolean", "description": "whether it cannot wait"},
        "effort": {"type": "integer"}
      }
    }
  }
}
"""


def test_keys_of_a_teams_own_may_be_switches_and_numbers(site: Site) -> None:
    (site.root / "flagged.json").write_text(FLAGGED)
    site.configure({"types": {"flagged": "flagged.json"}, "default_type": "flagged"})
    head = "---\nstatus: draft\nowner: Ana\ncustomer: Deer farmers\n"
    site.write(
        {
            "proposals/a.md": f"{head}urgent: true\neffort: 3\n---\n# A\n",
            "proposals/b.md": f"{head}urgent: soon\n---\n# B\n",
        }
    )
    found = [(item["path"], item["message"]) for item in find(site) if item["rule"] == "front-matter-valid"]
    assert found == [("docs/proposals/b.md", "expected `urgent` to be whether it cannot wait, found “soon”")]
    assert "| `urgent` |  | whether it cannot wait |" in site.wb("schema", "--reference").stdout
    editor = json.loads(site.wb("schema", "--editor").stdout)
    assert editor["properties"]["effort"] == {"type": "integer"}
    assert editor["required"] == ["owner", "customer"]


@pytest.mark.parametrize("kind", ["adr", "rfc"])
def test_no_rule_has_anything_to_say_of_a_complete_document(site: Site, kind: str) -> None:
    configure(site, rules=dict.fromkeys(read_rules(), "error"), jargon=["LoRa"])
    site.write({"proposals/one.md": COMPLETE[kind]()})
    assert find(site) == []


def test_rules_about_a_press_release_ask_a_type_that_extends_one(site: Site) -> None:
    configure(site, rules=dict.fromkeys(read_rules(), "error"))
    site.write({"proposals/one.md": team()})
    assert {item["rule"] for item in find(site)} == {"evidence-given", "faq-size"}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("team-prfaq", "risks"),
        *((kind, name) for kind in ("adr", "rfc") for name in sorted(find_required(read_type(kind)))),
    ],
)
def test_a_section_that_is_missing_is_named_and_no_other(site: Site, kind: str, name: str) -> None:
    configure(site)
    title, text = read_type(kind).elements[name].title, COMPLETE[kind]()
    less = re.sub(r"^# .*\n", "", text, flags=re.MULTILINE) if name == "headline" else cut(text, title)
    site.write({"proposals/whole.md": text, "proposals/less.md": less})
    found = [item for item in find(site) if item["rule"] == "section-required"]
    assert [(item["path"], item["message"]) for item in found] == [
        ("docs/proposals/less.md", f"expected {title}, found no such section")
    ]


def test_the_schema_of_a_type_judges_lengths_and_front_matter(site: Site) -> None:
    configure(site)
    many = "We will use LoRa. " * 101
    site.write(
        {
            "proposals/long.md": adr().replace("We will use LoRa for every collar.", many),
            "proposals/area.md": rfc().replace("area: api", "area: sales"),
            "proposals/none.md": rfc().replace("area: api\n", ""),
        }
    )
    found = {Path(item["path"]).stem: item for item in find(site)}
    assert {name: item["rule"] for name, item in found.items()} == {
        "long": "section-valid",
        "area": "front-matter-valid",
        "none": "front-matter-required",
    }
    assert "300 words or fewer" in found["long"]["message"]
    assert "api, data or firmware" in found["area"]["message"]
    assert "`area`" in found["none"]["message"]


def test_headings_in_german_are_found(site: Site) -> None:
    configure(site)
    read = elements(site, GERMAN)
    assert set(read) == {"headline", "context", "decision", "consequences"}
    assert {element["found_by"] for name, element in read.items() if name != "headline"} == {"heading"}
    assert find(site) == []


def test_an_alias_that_a_team_adds_is_found(site: Site) -> None:
    configure(site)
    text = team().replace("## Quote", "## A day on the farm\n\nShe looks at the map.\n\n## Quote")
    assert elements(site, text)["customer_experience"]["found_by"] == "heading"
    assert "customer_experience" not in elements(site, text.replace("type: team-prfaq\n", ""))


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Use LoRa", "Use LoRa"),
        ("# ADR 12: Context-aware alarms", "ADR 12: Context-aware alarms"),
        ("# Decision: use LoRa", "Decision: use LoRa"),
        ("# Write PR/FAQs", "Write PR/FAQs"),
        ("# Context", None),
        ("## Elsewhere", None),
    ],
)
def test_the_heading_above_all_others_is_the_title(site: Site, heading: str, title: str | None) -> None:
    configure(site)
    text = re.sub(r"^# .*$", heading, adr(), flags=re.MULTILINE)
    read = elements(site, text)
    assert ("headline" in read) is (title is not None)
    site.commit("Start", {"index.md": "# Home", "proposals/read.md": text})
    shutil.copytree(TYPES, site.root / "types", dirs_exist_ok=True)
    built = site.build({"types": {"adr": "types/adr.json"}, "default_type": "adr"})
    (row,) = json.loads((built / "portfolio" / "proposals.json").read_text(encoding="utf-8"))["proposals"]
    assert row["title"] == (title or "read")


def test_where_every_section_is_a_level_one_heading_the_first_is_the_title_only_if_it_names_none(site: Site) -> None:
    configure(site)
    flat = adr().replace("## ", "# ")
    assert elements(site, flat.replace(": Use LoRa, decision of the collar team", ""))["headline"]["start"] == 6
    bare = re.sub(r"^# ADR.*\n", "", flat, flags=re.MULTILINE)
    assert "headline" not in elements(site, bare)


@pytest.mark.parametrize(
    ("kind", "old", "new", "verdict"),
    [
        ("adr", "Two thirds", "Three quarters", "unchanged"),
        ("adr", "in May", "in June", "unchanged"),
        ("adr", "$11", "$12", "unchanged"),
        ("adr", "every collar", "every collar and every gate", "creep"),
        ("adr", "eleven miles", "nine miles", "creep"),
        ("adr", "ADR 7: Use LoRa", "ADR 7: Use satellites", "creep"),
        ("rfc", "Four of ten", "Five of ten", "unchanged"),
        ("rfc", "- What happens", "- Who pays?\n- What happens", "unchanged"),
        ("rfc", "takes a start and an end", "takes a start, an end and a list of animals", "creep"),
        ("team-prfaq", "Deer may chew the strap.", "Deer may chew the strap. Antennas may freeze.", "creep"),
    ],
)
def test_what_bears_no_scope_is_not_compared(site: Site, kind: str, old: str, new: str, verdict: str) -> None:
    configure(site)
    before = COMPLETE[kind]()
    assert old in before
    revision = site.commit("Start", {"proposals/one.md": before})
    more = f"approvals:\n  - {{version: 1, date: 2026-01-01, by: [Ana], revision: {revision}}}\n"
    site.commit("Change", {"proposals/one.md": COMPLETE[kind]("approved", more).replace(old, new)})
    assert json.loads(site.wb("diff", "one", "--format", "json").stdout)["verdict"] == verdict


@pytest.mark.parametrize("kind", COMPLETE)
def test_a_type_is_printed_as_its_schema_and_as_its_page(site: Site, kind: str) -> None:
    configure(site)
    assert json.loads(site.wb("schema", kind).stdout) == json.loads((TYPES / f"{kind}.json").read_text("utf-8"))
    page = site.wb("schema", kind, "--reference").stdout
    rows = page.splitlines()
    read = read_type(kind)
    for element in read.elements.values():
        row = next(row for row in rows if f" `{element.name}` |" in row)
        assert element.title in row
        assert element.guidance in row
        names = page.split(f"\n### {element.title}\n", 1)[1].split("\n### ", 1)[0]
        told = {part for alias in element.aliases for part in alias.split(", ")}
        assert set(re.findall(r"(?:: |, )([^,\n]+)", names)) == told
        assert ("| yes |" in row) is (element.name in find_required(read))


def test_questions_that_a_team_asks_itself_are_no_faq(site: Site) -> None:
    schema = {
        "properties": {"elements": {"properties": {"gist": {}, "doubts": {"wb": {"questions": True}}}}},
    }
    (site.root / "note.json").write_text(json.dumps(schema))
    site.configure({"types": {"note": "note.json"}, "default_type": "note", "rules": {"faq-size": "error"}})
    site.write({"proposals/a.md": "---\nowner: A\n---\n# A\n\n## Gist\n\nIt is.\n\n## Doubts\n\n### Is it?\n\nYes.\n"})
    assert find(site) == []
