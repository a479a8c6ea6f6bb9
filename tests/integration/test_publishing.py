"""What is left out of a site is nowhere in it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.conftest import Site, proposal

CANARY = "Canary7261"  # letters and digits: no escape, slug or tokenizer takes it apart


def find_canary(folder: Path) -> list[str]:
    """The files of a site that have it in their name or content, in capitals or not, compressed or not."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        unpacked = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        if CANARY.lower().encode() in f"{path}\n".encode().lower() + unpacked.lower():
            found.append(str(path.relative_to(folder)))
    return found


def test_the_canary_is_found_in_names_capitals_and_compressed_files(tmp_path: Path) -> None:
    (tmp_path / CANARY.upper()).mkdir()
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(CANARY.encode()))
    (tmp_path / "index.html").write_text(CANARY.lower())
    (tmp_path / "other.html").write_text("Canary")
    assert sorted(find_canary(tmp_path)) == [CANARY.upper(), "index.html", "sitemap.xml.gz"]


@pytest.mark.parametrize(
    ("more", "block"),
    [
        ("private: true", {}),
        ("private: 'yes please'", {}),
        ("Private: true", {}),
        ("privat: true", {}),
        ("private: true\nprivate: false", {}),
        ("private: true\ntitle: [", {}),
        ("", {"publish": {"leave_out": {"statuses": ["In Review"]}}}),
    ],
)
def test_a_withheld_proposal_is_nowhere_in_the_site(site: Site, more: str, block: dict[str, object]) -> None:
    secret = proposal("in-review", more, feature=f"- A {CANARY}\n", owner=CANARY)
    site.commit(
        f"Write {CANARY}", {"index.md": "# Home", f"proposals/{CANARY}.md": secret, "proposals/open.md": proposal()}
    )
    site.commit("More", {"proposals/open.md": proposal("approved")})
    folder = site.build({**block, "findings": "always"})
    assert find_canary(folder) == []


def test_what_is_not_private_is_published(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal(more="private: false")})
    assert (site.build() / "proposals" / "a" / "index.html").is_file()


def test_private_proposals_are_published_where_the_team_wants_them(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal(more="private: true")})
    assert (site.build({"publish": {"leave_out": {"private": False}}}) / "proposals" / "a" / "index.html").is_file()


DIVIDED = """\
---
title: Deer Tracker
status: approved
owner: Herd team
customer: Deer farmers in California
{more}---
# Never lose a deer again

## Summary

The app shows where each of 1,000 deer is. It costs {price} a month.[^1] See [all][costs].

## FAQ

### Customer FAQ

#### How long does the battery last?

Two years.

### Internal FAQ

#### What does a {canary} cost us?

Six {canary} dollars.[^2] See the [table][costs] and ![{canary}](images/secret.svg).

{later}
[costs]: https://example.com/{canary} "{canary}"

## Appendix

Nothing.

[^1]: Taxes included.
[^2]: By {canary}.
"""


def divided(more: str = "", price: str = "$9", later: str = "") -> str:
    return DIVIDED.format(canary=CANARY, more=f"{more}\n" if more else "", price=price, later=later)


LEFT_OUT = {"publish": {"leave_out": {"elements": ["internal_faq"]}}, "findings": "always"}


def test_an_element_that_is_left_out_is_nowhere_in_the_site(site: Site) -> None:
    picture = f"<svg xmlns='http://www.w3.org/2000/svg'><title>{CANARY}</title></svg>"
    approved = site.commit(
        f"Write {CANARY}",
        {"index.md": "# Home", "proposals/a.md": divided(), "proposals/images/secret.svg": picture},
    )
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    site.commit(f"Change {CANARY}", {"proposals/a.md": divided(approval, "$19", f"Or seven {CANARY}.")})
    folder = site.build(LEFT_OUT, markdown_extensions=["footnotes"])
    assert find_canary(folder) == []
    page = (folder / "proposals" / "a" / "index.html").read_text()
    assert "How long does the battery last" in page
    assert "Taxes included" in page
    assert "Figure changed" in page


def test_a_title_of_a_link_in_what_is_left_out_is_nowhere_either(site: Site) -> None:
    """Nor is one that said in a public part, once, what is left out by now."""
    told = f'[terms](https://terms.example "Seven {CANARY} a year for all farms")'
    approved = site.commit("Write", {"proposals/a.md": divided().replace("Taxes included", f"Taxes included {told}")})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    hidden = divided(approval, "$19", f"Seven {CANARY} a year for all farms. {told}")
    site.commit("Change", {"proposals/a.md": hidden})
    site.commit("Again", {"proposals/a.md": hidden.replace('for all farms")', 'for some farms")')})
    assert find_canary(site.build(LEFT_OUT)) == []


def test_a_part_that_was_removed_since_approval_is_nowhere_either(site: Site) -> None:
    approved = site.commit("Write", {"proposals/a.md": divided()})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    text = divided(approval)
    public = text[: text.index("### Internal FAQ")] + text[text.index("## Appendix") : text.index("[^2]:")]
    site.commit(f"Drop what {CANARY} costs", {"proposals/a.md": public})
    folder = site.build(LEFT_OUT)
    assert find_canary(folder) == []
    assert "Scope unchanged" in (folder / "proposals" / "a" / "index.html").read_text()


def test_what_was_said_of_a_change_that_is_left_out_is_left_out(site: Site) -> None:
    approved = site.commit("Write", {"proposals/a.md": divided()})
    approval = f"approvals:\n  - {{version: 1, date: 2026-01-04, by: [Ben], revision: {approved}}}"
    site.commit("Change", {"proposals/a.md": divided(approval, "$19", f"Or seven {CANARY}.")})
    site.configure()
    changes = json.loads(site.wb("diff", "a", "--format", "json").stdout)["changes"]
    said = "".join(
        f"\n  - {{fingerprint: {change['fingerprint']}, date: 2026-01-06, by: Cleo Dahl, reason: {reason}}}"
        for change in changes
        for reason in ["It is dearer" if change["kind"] == "figure-changed" else CANARY]
    )
    amended = f"{approval}\namendments:{said}\n  - {{fingerprint: aaaaaaaaaaaa, date: 2026-01-06, by: Cleo Dahl, reason: {CANARY}}}"
    site.commit("Accept", {"proposals/a.md": divided(amended, "$19", f"Or seven {CANARY}.")})
    folder = site.build(LEFT_OUT)
    assert find_canary(folder) == []
    for name in ("decisions/index.html", "feed.xml"):
        assert "It is dearer" in (folder / "portfolio" / name).read_text()


UNDIVIDED = proposal().replace("### How long", f"### What does {CANARY} cost us?\n\nSix dollars.\n\n### How long")


@pytest.mark.parametrize(
    "text",
    [
        UNDIVIDED,
        UNDIVIDED.replace("## FAQ", "## Customer FAQ\n\n### Does it float?\n\nYes.\n\n## FAQ"),
        UNDIVIDED.replace("## FAQ", "## What the board asked"),
        proposal() + f"\n## Business FAQs\n\n{CANARY}\n",
        proposal().replace("## FAQ", "## Customer FAQ")
        + f"\n<details><summary>Questions</summary>{CANARY}</details>\n",
        divided("title: ["),
    ],
)
def test_what_cannot_be_told_apart_is_withheld_whole_with_a_finding(
    site: Site, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    site.commit("Write", {"proposals/a.md": text.replace("$9", CANARY), "proposals/b.md": divided("id: b")})
    folder = site.build(LEFT_OUT)
    assert find_canary(folder) == []
    assert not (folder / "proposals" / "a").exists()
    assert (folder / "proposals" / "b" / "index.html").is_file()
    assert "proposals/a.md" in caplog.text
    assert "publish-undivided" in caplog.text


def test_an_undivided_approved_version_makes_the_scope_unknown_and_tells_nothing(site: Site) -> None:
    approved = site.commit("Write", {"proposals/a.md": UNDIVIDED})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    site.commit("Divide", {"proposals/a.md": divided(approval)})
    folder = site.build(LEFT_OUT)
    assert find_canary(folder) == []
    assert "Scope unknown" in (folder / "proposals" / "a" / "index.html").read_text()


def test_a_document_without_any_questions_is_published(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal().split("## FAQ")[0]})
    assert (site.build(LEFT_OUT) / "proposals" / "a" / "index.html").is_file()


def test_an_element_that_no_type_has_is_refused(site: Site) -> None:
    site.configure({"publish": {"leave_out": {"elements": ["internal-faq"]}}})
    site.write({"proposals/a.md": proposal()})
    result = site.wb("check")
    assert result.exit_code == 2
    assert "did you mean “internal_faq”?" in result.stderr


def test_the_files_of_a_withheld_proposal_are_withheld_with_it(site: Site) -> None:
    secret = proposal(more="private: true", feature="- ![map](map.svg) and [costs](../../costs.csv)\n")
    site.commit(
        "Write",
        {
            "index.md": "# Home\n\n![shared](shared.svg)",
            "costs.csv": CANARY,
            "shared.svg": "<svg/>",
            "proposals/plan/index.md": secret + "\n![shared](../../shared.svg)\n",
            "proposals/plan/map.svg": f"<svg>{CANARY}</svg>",
            "proposals/plan/unused.txt": CANARY,
            "proposals/open.md": proposal("approved", "depends_on: [plan]\nid: open"),
        },
    )
    folder = site.build({"findings": "always"})
    assert find_canary(folder) == []
    assert (folder / "shared.svg").is_file()


def test_a_withheld_proposal_that_the_navigation_names_is_not_in_it(site: Site) -> None:
    site.commit("Write", {"index.md": "# Home", f"proposals/{CANARY}.md": proposal(more="private: true")})
    folder = site.build(
        nav=[
            {"Home": "index.md"},
            {CANARY: f"proposals/{CANARY}.md"},
            {"Deep": [f"proposals/{CANARY}.md"]},
            {f"{CANARY} again": f"/proposals/{CANARY}/#problem"},
        ]
    )
    assert find_canary(folder) == []


def test_a_status_that_cannot_be_known_is_withheld_where_statuses_are(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal("rejcted"), "proposals/b.md": proposal(more="x: [")})
    folder = site.build({"publish": {"leave_out": {"statuses": ["rejected"]}}})
    assert not (folder / "proposals" / "a").exists()
    assert not (folder / "proposals" / "b").exists()


@pytest.mark.parametrize(
    "head",
    ["\n---\nprivate: true\n---", "private: true\n", "+++\nprivate = true\n+++", "<!-- x -->\n---\nprivate: yes\n---"],
)
def test_a_file_that_says_private_where_no_front_matter_is_read_is_withheld(site: Site, head: str) -> None:
    site.commit("Write", {"proposals/a.md": f"{head}\n# Title\n\n{CANARY}\n", "proposals/b.md": proposal()})
    assert find_canary(site.build()) == []


@pytest.mark.parametrize("block", [{}, {"publish": {"leave_out": {"statuses": ["draft"]}}}])
def test_what_a_proposal_was_while_it_was_left_out_is_nowhere_in_the_site(site: Site, block: dict[str, object]) -> None:
    secret = proposal("draft", "private: true", feature=f"- A {CANARY}\n", owner=CANARY)
    site.commit("Start", {f"proposals/{CANARY}.md": secret}, author=CANARY)
    site.commit(
        f"Write {CANARY}", {f"proposals/{CANARY}.md": f"{secret}More.\n", "proposals/other.md": proposal("launched")}
    )
    site.git("mv", f"docs/proposals/{CANARY}.md", "docs/proposals/a.md")
    site.commit("Approve", {"proposals/a.md": proposal("approved")})
    site.commit("Change", {"proposals/a.md": proposal("approved", price="$19")})
    folder = site.build({**block, "findings": "always"})
    assert find_canary(folder) == []
    assert "Figure changed" in (folder / "proposals" / "a" / "index.html").read_text()


def test_an_approved_version_that_was_private_makes_the_scope_unknown_unless_it_was_published_later(site: Site) -> None:
    private = site.commit("Write", {"proposals/a.md": proposal("approved", "private: true", feature=f"- A {CANARY}\n")})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {private}}}"
    site.commit("Open", {"proposals/a.md": proposal("approved", approval)})
    folder = site.build()
    assert find_canary(folder) == []
    assert "The approved version was not found" in (folder / "proposals" / "a" / "index.html").read_text()
    site.commit("Say it", {"proposals/a.md": proposal("approved", approval, feature=f"- A {CANARY}\n")})
    site.commit("Take it back", {"proposals/a.md": proposal("approved", approval)})
    assert "Promise removed" in (site.build() / "proposals" / "a" / "index.html").read_text()


def part(title: str, text: str, more: str = "") -> str:
    """A proposal with a section after its questions."""
    start = proposal("approved", more).split("## FAQ", maxsplit=1)[0]
    return f"{start}## Customer FAQ\n\n### Does it float?\n\nYes.\n\n## {title}\n\n{text}\n"


@pytest.mark.parametrize(
    ("title", "old", "new"),
    [
        ("Economics", f"Six {CANARY} dollars a month.", f"Six {CANARY} dollars a month."),
        ("Economics", f"Six {CANARY} dollars a month.", f"Seven {CANARY} dollars a month."),
        (
            "Customer FAQ, again",
            f"### What is {CANARY}?\n\nIt is {CANARY}.",
            f"### What is {CANARY}?\n\nIt is {CANARY}.",
        ),
    ],
)
def test_what_is_internal_today_is_not_told_by_a_version_in_which_it_stood_elsewhere(
    site: Site, title: str, old: str, new: str
) -> None:
    approved = site.commit("Write", {"proposals/a.md": part(title, old)})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    site.commit("Rename", {"proposals/a.md": part("Internal FAQ", new, approval)})
    site.commit("Edit", {"proposals/a.md": part("Internal FAQ", "Nothing like it.", approval).replace("$9", "$19")})
    folder = site.build(LEFT_OUT)
    assert find_canary(folder) == []
    page = (folder / "proposals" / "a" / "index.html").read_text()
    assert "Scope unknown" in page


def test_an_answer_that_also_stands_in_the_internal_part_hides_no_version(site: Site) -> None:
    approved = site.commit(
        "Write", {"proposals/a.md": part("Internal FAQ", "Yes. The app shows a farmer all we know.")}
    )
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    new = part("Internal FAQ", "It costs $9 a month to run. No.", approval).replace("$9 a month.", "$19 a month.", 1)
    site.commit("Edit", {"proposals/a.md": new})
    assert "Figure changed" in (site.build(LEFT_OUT) / "proposals" / "a" / "index.html").read_text()


def test_links_to_what_is_left_out_are_words_only(site: Site) -> None:
    anchor = f"what-does-{CANARY}-cost".lower()
    site.commit(
        "Write",
        {
            "index.md": f"# Home\n\n[The plan](proposals/{CANARY}.md), [one][x] and [a question](proposals/a.md#{anchor}) "
            f"and [another](proposals/a.md#does-it-float).\n\n[x]: proposals/{CANARY}.md#problem\n",
            "proposals/a.md": part("Internal FAQ", f"### What does {CANARY} cost?\n\nSix.").replace(
                "Yes.", f"Yes, [see](#{anchor}) and <a class='x>y' href='../{CANARY}/'>that</a>."
            ),
            f"proposals/{CANARY}.md": proposal(more="private: true"),
        },
    )
    folder = site.build(LEFT_OUT, site_url="https://example.com/docs/")
    assert find_canary(folder) == []
    home = (folder / "index.html").read_text()
    assert "The plan, one and a question and" in home
    assert 'href="proposals/a/#does-it-float"' in home


def test_what_belongs_to_a_withheld_proposal_by_its_name_or_folder_is_withheld_with_it(site: Site) -> None:
    files = {
        "index.md": "# Home",
        "proposals/plan.md": proposal(more="private: true"),
        "proposals/plan/costs.csv": CANARY,
        "proposals/plan.svg": f"<svg>{CANARY}</svg>",
        "proposals/deep/index.md": proposal(more="private: true\nid: deep"),
        "proposals/deep/appendix.md": f"# Appendix\n\n{CANARY} ![x](x.svg)",
        "proposals/deep/x.svg": f"<svg>{CANARY}</svg>",
        "proposals/deep/open.md": proposal(),
    }
    site.commit("Write", files)
    folder = site.build()
    assert find_canary(folder) == []
    assert (folder / "proposals" / "deep" / "open" / "index.html").is_file()
    assert find_canary(site.build({"proposals": ["proposals/plan.md", "proposals/*/index.md"]})) == []


def test_a_picture_that_only_an_older_internal_part_showed_is_nowhere(site: Site) -> None:
    picture = f"<svg xmlns='http://www.w3.org/2000/svg'><title>{CANARY}</title></svg>"
    shown = part("Internal FAQ", "![costs](images/secret.svg)")
    site.commit("Write", {"proposals/a.md": shown, "proposals/images/secret.svg": picture})
    site.commit("Cut", {"proposals/a.md": part("Internal FAQ", "Nothing.")})
    assert find_canary(site.build(LEFT_OUT)) == []


def test_a_message_or_a_relation_that_names_a_withheld_proposal_is_not_told(site: Site) -> None:
    secret = proposal(more="private: true\nid: hidden-one", title=f"title: {CANARY} Two")
    site.commit("Start", {"proposals/secret.md": secret, "proposals/a.md": proposal()})
    more = f"depends_on: [proposals/secret.md, '{CANARY} Two']"
    site.commit(f"Make room for {CANARY.lower()} two", {"proposals/a.md": proposal("approved", more)})
    site.commit("Like Hidden-One", {"proposals/a.md": proposal("approved", more, price="$10")})
    folder = site.build()
    assert find_canary(folder) == []
    page = (folder / "proposals" / "a" / "index.html").read_text()
    assert "Hidden-One" not in page
    assert "secret.md" not in page


@pytest.mark.parametrize(
    "link",
    [
        "![x](/proposals/pictures/x.svg)",
        "<img src='../pictures/x.svg'>",
        "<img srcset='pictures/y.svg 1x, pictures/x.svg 2x'>",
        "[[pictures/x.svg]]",
        "`pictures/x.svg`",
    ],
)
def test_a_file_is_withheld_in_whatever_form_a_withheld_proposal_names_it(site: Site, link: str) -> None:
    secret = proposal(more="private: true\nimage: pictures/cover.svg") + f"\n{link}\n"
    picture = f"<svg>{CANARY}</svg>"
    files = {f"proposals/pictures/{name}.svg": picture for name in ("x", "cover")}
    shown = {
        "proposals/a.md": proposal() + "\n<img srcset='pictures/open.svg 1x'> and pictures/x.svg\n",
        "proposals/pictures/open.svg": "<svg/>",
    }
    site.commit("Write", {"proposals/secret.md": secret, **files, **shown})
    folder = site.build()
    assert find_canary(folder) == []
    assert (folder / "proposals" / "pictures" / "open.svg").is_file()


ADR = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "ADR",
    "properties": {
        "elements": {"properties": {"context": {"title": "Context", "wb": {"aliases": {"en": ["Context"]}}}}}
    },
}
TYPES = {"types": {"prfaq": "classic", "adr": "adr.json"}, **LEFT_OUT}


def typed(type_name: str, title: str, more: str = "", price: str = "$9") -> str:
    asked = f"### What is {CANARY}?\n\nIt is {CANARY}." if title == "Internal FAQ" else "Nothing."
    text = part(title, asked, f"type: {type_name}\n{more}".rstrip())
    return text.replace("## Problem", "## Context\n\nWe lose animals.\n\n## Problem").replace("$9", price)


def test_a_type_that_lacks_what_is_left_out_publishes_no_document_that_has_it(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    (site.root / "adr.json").write_text(json.dumps(ADR))
    site.commit("Write", {"proposals/a.md": typed("adr", "Internal FAQ"), "proposals/b.md": proposal(more="type: adr")})
    folder = site.build(TYPES)
    assert find_canary(folder) == []
    assert (folder / "proposals" / "b" / "index.html").is_file()
    line = typed("adr", "Internal FAQ").split("\n").index("## Internal FAQ") + 1
    assert f"proposals/a.md:{line}:1: expected no “Internal FAQ”" in caplog.text


@pytest.mark.parametrize(("old", "new"), [("adr", "prfaq"), ("prfaq", "adr")])
def test_a_version_of_another_type_is_left_out_of_and_compared_as_the_present_one(
    site: Site, old: str, new: str
) -> None:
    (site.root / "adr.json").write_text(json.dumps(ADR))
    approved = site.commit("Write", {"proposals/a.md": typed(old, "Internal FAQ")})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    text = typed(new, "Appendix", approval, "$19")
    site.commit("Change", {"proposals/a.md": text})
    folder = site.build(TYPES)
    assert find_canary(folder) == []
    assert (folder / "proposals" / "a" / "index.html").is_file()
    assert site.wb("diff", "a").stdout.startswith("Scope creep")
