"""The scope section and the history page of a real build."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Site, proposal
from tests.integration.test_provenance import FILE, SHOP, approved, changed


def page(folder: Path, name: str) -> str:
    return (folder / name / "index.html").read_text()


def scope_of(folder: Path) -> str:
    return page(folder, "proposals/deer").split('id="wb-scope"')[1].split("</section>")[0]


def past_of(folder: Path) -> str:
    return page(folder, "portfolio/history/proposals/deer").split('class="wb wb-past"')[1].split("</article>")[0]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_change_says_who_brought_it_in_and_where_the_commit_is(site: Site) -> None:
    approval = approved(site)
    commit = site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)}, author="Zoë Müller")
    html = scope_of(site.build(repo_url="https://github.com/example/herd"))
    assert f'href="https://github.com/example/herd/commit/{commit}"' in html
    assert re.search(r"Promise added.*Zoë Müller.*2026-01-\d\d", html, re.DOTALL)


def test_the_baseline_says_how_it_was_found_and_by_whom_it_was_approved(site: Site) -> None:
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    said = text_of(scope_of(site.build()))
    assert "Compared with version 1, approved on 2026-02-01 by Ben Okoro : found by its digest" in said
    assert "Unchanged: Headline" in said
    assert "1 change widens it." in said


def test_an_accepted_change_says_by_whom_when_and_why_and_an_open_one_how_to_accept_it(site: Site) -> None:
    approval = approved(site)
    both = proposal("approved", approval, feature=SHOP, price="$19")
    site.commit("Widen", {FILE: both})
    fingerprints = {new: change["fingerprint"] for new, change in changed(site).items()}
    accepted, still_open = fingerprints["A shop for venison"], fingerprints["It costs $19 a month."]
    amendment = f"amendments:\n  - {{fingerprint: {accepted}, date: 2026-03-01, by: [Cleo], reason: <b>Asked for</b>}}"
    site.commit("Accept", {FILE: both.replace(approval, f"{approval}\n{amendment}")})
    html = scope_of(site.build())
    assert "Accepted by Cleo , 2026-03-01: <b>Asked for</b>" in text_of(html)
    assert "<b>Asked" not in html
    assert f'wb acknowledge deer {still_open} <span class="wb-whole">--by NAME</span>' in html
    assert f"acknowledge deer {accepted}" not in html


def test_the_newest_changes_are_named_above_all_and_lead_to_themselves(site: Site) -> None:
    approval = approved(site)
    old = "- A list of all the animals\n"
    site.commit("First", {FILE: proposal("approved", approval, feature=old)}, author="Zoë Müller")
    both = proposal("approved", approval, feature=f"{old}{SHOP}", price="$19")
    site.commit("Second", {FILE: both}, author="Cleo & Co")
    html = scope_of(site.build())
    assert re.search(r"Newest: Cleo & Co , 2026-01-\d\d , 2 changes Where: ", text_of(html))
    assert html.count('id="wb-newest"') == 1
    assert "venison" not in html.split('id="wb-newest"')[0]
    anchors = re.findall(r'href="#(wb-scope-\d)"', html)
    assert len(anchors) > 1
    assert all(html.count(f'id="{anchor}"') == 1 for anchor in anchors)


def test_what_is_not_committed_yet_is_the_newest(site: Site) -> None:
    approval = approved(site)
    site.commit("First", {FILE: proposal("approved", approval, feature=SHOP)})
    site.write({FILE: proposal("approved", approval, feature=SHOP, price="$19")})
    assert "Newest: not committed yet, 1 change " in text_of(scope_of(site.build()))


def test_what_one_commit_added_in_one_go_says_who_did_it_once(site: Site) -> None:
    approval = approved(site)
    three = f"{SHOP}- A list of all the animals\n- An alarm at the gate\n"
    site.commit("Three", {FILE: proposal("approved", approval, feature=three)}, author="Zoë Müller")
    html = scope_of(site.build())
    assert html.count('class="wb-change"') == 1
    assert html.count('class="wb-change wb-again"') == 2
    assert html.count("Zoë Müller") == 2  # once above all, and once beside them
    assert html.count("wb acknowledge deer ") == 3


def test_an_answer_that_changed_stands_below_its_question(site: Site) -> None:
    asked = "### FAQ\n\n#### How long does it last?\n\nTwo years. It is <b>light</b>.\n\n#### Who mends it?\n\nWe do.\n"
    approval = approved(site, feature=asked)
    longer = asked.replace("light</b>.", "light</b>. It floats.").replace("We do", "The farmer mends it")
    site.commit("Longer", {FILE: proposal("approved", approval, feature=longer)})
    html = scope_of(site.build())
    leading = re.findall(r'<p class="wb-leading" dir="auto">(.*?)</p>', html)
    assert leading == ["How long does it last?", "Who mends it?"]
    assert html.index(leading[0]) < html.index("It floats") < html.index(leading[1]) < html.index("The farmer mends")


def test_code_keeps_its_lines(site: Site) -> None:
    code = "```\nCollar --+-- Antenna\n         |\n       Phone\n```\n"
    approval = approved(site, feature=code)
    site.commit("Redraw", {FILE: proposal("approved", approval, feature=code.replace("Phone", "Tablet"))})
    html = scope_of(site.build())
    words = html.split('class="wb-words wb-code"')[1].split(">", 1)[1].split("</p>")[0]
    assert words.startswith("Collar --+-- Antenna\n         |\n       <del>")
    site.commit("Wrap", {FILE: proposal("approved", approval, feature=code.replace("--+", "--\n+"))})
    assert 'class="wb-change' not in scope_of(site.build())


def test_a_blank_before_a_mark_has_no_colour_and_is_there(site: Site) -> None:
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", approval, feature="- A map of the herd and of its health\n")})
    words = scope_of(site.build()).split('class="wb-words"')[1].split(">", 1)[1].split("</p>")[0]
    assert " ".join(text_of(words).split()) == "A map of the herd [inserted: and of its health ]"
    assert "A map of the herd <ins>" in words


def test_a_command_to_copy_runs_nothing_that_a_document_says(site: Site) -> None:
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", f"{approval}\nid: 'deer; rm -rf $(pwd) <b>'", feature=SHOP)})
    html = scope_of(site.build())
    assert "wb acknowledge 'deer; rm -rf $(pwd) <b>' " in text_of(html.replace("<code>", "").replace("</code>", ""))
    assert "<b>" not in html


def test_what_only_moved_is_shown_once_and_without_marks(site: Site) -> None:
    approval = approved(site, feature="- A map of the whole herd\n- A list of all the animals\n")
    turned = "- A list of all the animals\n- A map of the whole herd\n"
    site.commit("Turn", {FILE: proposal("approved", approval, feature=turned)})
    html = scope_of(site.build())
    assert html.count("Moved") == 1
    assert "<ins>" not in html
    assert "<del>" not in html
    assert "wb acknowledge" not in html


def test_what_no_commit_has_is_said_on_the_page(site: Site) -> None:
    approval = approved(site)
    site.write({FILE: proposal("approved", approval, price="$19")})
    folder = site.build()
    assert "not committed yet" in scope_of(folder)
    assert "Not committed yet" in past_of(folder)


def test_the_chart_has_its_figures_as_a_table(site: Site) -> None:
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", approval, feature=SHOP)})
    site.commit("Raise", {FILE: proposal("approved", approval, feature=SHOP, price="$19")})
    site.write({FILE: proposal("approved", approval, feature=f"{SHOP}- A zeppelin\n", price="$19")})
    html = scope_of(site.build())
    assert re.search(r'<svg role="img" aria-labelledby="wb-scope-chart".*<title id="wb-scope-chart">', html, re.DOTALL)
    rows = [tuple(map(int, row)) for row in re.findall(r"<td>(\d+)</td><td>(\d+)</td><td>(\d+)</td>", html)]
    assert [(words - rows[0][0], new) for words, _, new in rows] == [(0, 0), (4, 4), (4, 9), (6, 11)]
    assert html.count("not committed yet") == 5  # above all, three in the chart, beside the change
    assert "<span>approved</span><span>not committed yet</span>" in html
    assert all(words == kept + new for words, kept, new in rows)


def test_what_did_not_change_has_its_items_on_lines_of_their_own(site: Site) -> None:
    approval = approved(site)
    site.commit("Widen", {FILE: proposal("approved", approval, feature=f"- A map\n- A list\n{SHOP}")})
    again = proposal(
        "approved", "approvals:\n  - {version: 2, revision: HEAD~1}", feature=f"- A map\n- A list\n{SHOP}- A zeppelin\n"
    )
    site.commit("Widen again", {FILE: again})
    assert "\nA map\nA list\n" in scope_of(site.build())


def test_unknown_says_what_mends_it_and_has_no_chart(site: Site) -> None:
    approval = "approvals:\n  - {version: 1, revision: abcdef0}"
    site.commit("Write", {FILE: proposal("approved", approval)})
    html = scope_of(site.build())
    assert (
        "To mend it: name a commit, tag or branch that is here, or approve the present version with <code>wb approve</code>."
        in html
    )
    assert "<svg" not in html


def test_the_history_has_each_approval_against_now_and_each_revision_against_the_one_before(site: Site) -> None:
    first = approved(site)
    site.commit("Raise <the price>", {FILE: proposal("approved", first, price="$19")}, author="Zoë Müller")
    revision = site.git("rev-parse", "HEAD")
    second = f"{first}\n  - {{version: 2, date: 2026-03-01, by: [Cleo], revision: {revision}}}"
    site.commit("Approve again", {FILE: proposal("approved", second, price="$19")})
    site.commit("Widen", {FILE: proposal("building", second, price="$19", feature=SHOP)})
    html = past_of(site.build())
    approvals, edits = html.split('id="wb-edits"')
    versions = text_of(approvals)
    assert versions.index("Version 2 approved by Cleo") < versions.index("Version 1 approved by Ben Okoro")
    assert versions.count("A shop for venison") == 2
    assert versions.count("wb acknowledge") == 1  # the other's changes have fingerprints that it does not take
    assert re.findall(r"<ins>.*?</span>(.*?)<span", approvals) == ["A shop for venison", "19", "A shop for venison"]
    subjects = [unescape(subject) for subject in re.findall(r'class="wb-what"><span dir="auto">(.*?)</span>', edits)]
    assert subjects == ["Widen", "Approve again", "Raise <the price>", "Approve", "Ask for a review"]
    assert re.findall(r"(?s)<ins>.*?</span>(.*?)<span", edits) == ["- A shop for venison", "19"]
    assert [verdict.split()[0] for verdict in re.findall(r'data-wb-verdict="(.*?)"', edits)] == [
        "creep", "unchanged", "creep", "unchanged",
    ]  # fmt: skip
    assert ">version 2<" in edits


def test_what_was_creep_until_its_approval_was_recorded_is_told_as_creep(site: Site) -> None:
    first = approved(site)
    site.commit("Widen", {FILE: proposal("approved", first, feature=SHOP)})
    digest = json.loads(site.wb("inspect", f"docs/{FILE}", "--format", "json").stdout)[0]["digest"]
    site.commit("Build", {FILE: proposal("building", first, feature=SHOP)})
    second = f"{first}\n  - {{version: 2, date: 2026-03-01, by: [Cleo], digest: '{digest}'}}"
    site.commit("Approve again", {FILE: proposal("building", second, feature=SHOP)})
    edits = past_of(site.build()).split('id="wb-edits"')[1]
    rows = [row for row in re.split('class="wb-version"', edits)[1:] if 'class="wb-what"' in row]
    told = [re.findall(r'data-wb-verdict="(.*?)"|>(version \d)<', row) for row in rows]
    assert [["".join(pair) for pair in row] for row in told] == [
        ["unchanged"], ["creep"], ["version 2", "creep"], ["unchanged"], ["version 1"],
    ]  # fmt: skip


def test_a_revision_whose_front_matter_cannot_be_read_is_unknown_whatever_its_body_says(site: Site) -> None:
    def bare(status: str, more: str = "") -> str:
        return re.sub(r"(?m)^(title|customer|goals|target_launch):.*\n", "", proposal(status, more))

    site.configure()
    site.commit("Ask for a review", {FILE: bare("in-review")})
    digest = json.loads(site.wb("inspect", f"docs/{FILE}", "--format", "json").stdout)[0]["digest"]
    approval = f"approvals:\n  - {{version: 1, digest: '{digest}'}}"
    site.commit("Approve", {FILE: bare("approved", approval)})
    site.commit("Break it", {FILE: bare("approved", f"{approval}\nowner: [")})
    site.commit("Mend it", {FILE: bare("building", approval)})
    edits = past_of(site.build()).split('id="wb-edits"')[1]
    assert re.findall(r'data-wb-verdict="(.*?)"', edits) == ["unchanged", "unknown", "unchanged"]


def told_of(site: Site) -> list[tuple[str, str]]:
    """The subject of each revision with its verdict, newest first; the verdict is empty where none is shown."""
    rows = re.split('class="wb-version"', past_of(site.build()).split('id="wb-edits"')[1])[1:]
    return [
        ("".join(re.findall(r'class="wb-what"><span dir="auto">(.*?)</span>', row)),
         "".join(re.findall(r'data-wb-verdict="(.*?)"', row)))
        for row in rows if 'class="wb-what"' in row
    ]  # fmt: skip


def inspect(site: Site) -> str:
    return str(json.loads(site.wb("inspect", f"docs/{FILE}", "--format", "json").stdout)[0]["digest"])


def test_a_revision_between_a_text_and_its_first_approval_is_told_as_nothing(site: Site) -> None:
    site.configure()
    site.commit("Write", {FILE: proposal("draft")})
    site.commit("Ask", {FILE: proposal("in-review")})
    site.commit("Try more", {FILE: proposal("in-review", feature=SHOP)})
    site.commit("Take it back", {FILE: proposal("in-review")})
    approval = f"approvals:\n  - {{version: 1, digest: '{inspect(site)}'}}"
    site.commit("Approve", {FILE: proposal("approved", approval)})
    site.commit("Build", {FILE: proposal("building", approval)})
    assert told_of(site) == [
        ("Build", "unchanged"), ("Approve", "unchanged"),
        ("Take it back", ""), ("Try more", ""), ("Ask", ""), ("Write", ""),
    ]  # fmt: skip


def test_a_revision_is_judged_by_the_approval_it_records_wherever_that_version_is(site: Site) -> None:
    first = approved(site)
    site.git("checkout", "--quiet", "-b", "work")
    site.commit("Widen", {FILE: proposal("approved", first, feature=SHOP)})
    second = f"{first}\n  - {{version: 2, digest: '{inspect(site)}'}}"
    site.git("checkout", "--quiet", "main")
    site.commit("Record what the branch has, and go on with the first", {FILE: proposal("approved", second)})
    assert told_of(site)[0] == ("Record what the branch has, and go on with the first", "narrowed")


def test_an_approval_that_was_corrected_or_taken_out_later_was_given_then(site: Site) -> None:
    first = approved(site)
    site.commit("Widen", {FILE: proposal("approved", first, feature=SHOP)})
    wrong = f"approvals:\n  - {{version: 1, digest: '{inspect(site)}'}}"
    site.commit("Approve the wrong text", {FILE: proposal("approved", wrong)})
    site.commit("Lose the approval", {FILE: proposal("approved")})
    site.commit("Mend it", {FILE: proposal("approved", first)})
    assert [verdict for _, verdict in told_of(site)] == [
        "unchanged", "narrowed", "narrowed", "creep", "unchanged", "",
    ]  # fmt: skip


def test_what_is_only_inferred_is_judged_from_where_it_begins(site: Site) -> None:
    site.commit("Write", {FILE: proposal("draft")})
    site.commit("Approve", {FILE: proposal("approved")})
    site.commit("Widen", {FILE: proposal("building", feature=SHOP)})
    assert told_of(site) == [("Widen", "creep"), ("Approve", "unchanged"), ("Write", "")]


def test_approved_versions_stand_newest_first(site: Site) -> None:
    digests = []
    for price in ("$9", "$19", "$29"):
        first = approved(site, price=price)
        digests.append(first.split("digest: ")[1].removesuffix("}"))
    entries = "\n".join(f"  - {{version: {n}, digest: {digest}}}" for n, digest in enumerate(digests, 1))
    site.commit("Approve", {FILE: proposal("approved", f"approvals:\n{entries}", price="$29")})
    assert re.findall(r"Version (\d)", past_of(site.build())) == ["3", "2", "1"]


def test_only_what_was_ever_approved_has_a_history_and_the_search_does_not_find_it(site: Site) -> None:
    site.commit("Write", {FILE: proposal("approved", feature=SHOP), "proposals/never.md": proposal("in-review")})
    site.commit("Reopen", {FILE: proposal("in-review")})
    folder = site.build()
    assert "A shop for venison" in past_of(folder)
    assert 'href="../../portfolio/history/proposals/deer/"' in page(folder, "proposals/deer")
    assert not (folder / "portfolio/history/proposals/never").exists()
    assert "history/" not in page(folder, "proposals/never").split('class="wb ', 1)[1]
    index = (folder / "search" / "search_index.json").read_text()
    assert "venison" not in index
    assert "History of" not in index


@pytest.mark.parametrize("name", ["deer--tracker", "déer & 'tracker'", "deer [x] {{ y }}", "deer --> y"])
def test_a_file_of_any_name_has_its_history(site: Site, name: str) -> None:
    site.commit("Write", {f"proposals/{name}.md": proposal("approved", feature=SHOP)})
    site.commit("Narrow", {f"proposals/{name}.md": proposal("approved")})
    folder = site.build()
    assert "A shop for venison" in page(folder, f"portfolio/history/proposals/{name}")


def test_what_is_left_out_is_in_no_history(site: Site) -> None:
    secret = proposal("approved", feature=SHOP).replace("Two years.", "Until the zeppelin comes.")
    site.commit("Tell of zeppelins", {FILE: secret})
    site.commit("Narrow", {FILE: proposal("approved", feature=SHOP)})
    site.commit("Widen", {FILE: proposal("approved")})
    folder = site.build({"publish": {"leave_out": {"elements": ["faq"]}}})
    assert "A shop for venison" in past_of(folder)
    for file in folder.rglob("*.*"):
        assert b"zeppelin" not in file.read_bytes(), file


def test_what_moved_says_where_it_came_from(site: Site) -> None:
    moved = "Every animal wears a collar that weighs less than an apple."
    text = proposal().replace("## Solution", f"{moved}\n\n## Solution")
    approved = site.commit("Write", {"proposals/deer.md": text})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben], revision: {approved}}}"
    site.commit(
        "Move", {"proposals/deer.md": proposal("approved", approval).replace("## Quote", f"{moved}\n\n## Quote")}
    )
    assert "Moved from Problem" in scope_of(site.build())
