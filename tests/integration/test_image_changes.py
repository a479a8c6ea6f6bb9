"""Images in real repositories: whether they are others than those that were approved, and who changed them."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site, proposal

FILE = "proposals/deer.md"
OLD, NEW = b"\x89PNG\0old", b"\x89PNG\0new"
SHOWN = "- A map of the herd\n\n![The journey of a farmer]({})\n"


def shown(target: str = "img/map.png") -> str:
    return SHOWN.format(target)


def compare(site: Site, *names: str) -> dict[str, Any]:
    return json.loads(site.wb("diff", *(names or ("deer",)), "--format", "json").stdout)  # type: ignore[no-any-return]


def kinds(site: Site, *names: str) -> list[str]:
    return [change["kind"] for change in compare(site, *names)["changes"]]


def approved(site: Site, files: dict[str, str | bytes], feature: str) -> str:
    """Commit a proposal with its images, then its approval by digest, which is given."""
    site.configure()
    site.commit("Ask for a review", {FILE: proposal("in-review", feature=feature), **files})
    digest = json.loads(site.wb("inspect", f"docs/{FILE}", "--format", "json").stdout)[0]["digest"]
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ben Okoro], digest: '{digest}'}}"
    site.commit("Approve", {FILE: proposal("approved", approval, feature=feature)})
    return approval


def test_an_image_that_is_drawn_anew_is_scope_creep_of_who_drew_it(site: Site) -> None:
    approved(site, {"proposals/img/map.png": OLD}, shown())
    assert compare(site)["verdict"] == "unchanged"
    drawn = site.commit("Draw", {"proposals/img/map.png": NEW}, author="Zoë Müller")
    site.commit("Draw another", {"proposals/img/other.png": NEW})
    found = compare(site)
    (change,) = found["changes"]
    assert (found["verdict"], change["kind"], change["element"]) == ("creep", "image-changed", "solution")
    assert (change["commit"], change["author"], change["uncommitted"]) == (drawn, "Zoë Müller", False)
    assert (found["growth"], found["kept"]) == (0.0, 1.0)
    assert "Picture changed" in site.wb("diff", "deer").stdout


@pytest.mark.parametrize(
    "more",
    [
        "[map]: img/other.png",
        "- A list\n\n    [map]: img/other.png",
        "```\n[map]: img/other.png\n```",
        "> [map]: img/other.png",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_second_target_of_a_label_does_not_pass_for_the_first(site: Site, more: str, *, is_first: bool) -> None:
    image, definition = "![The journey][map]", "[map]: img/map.png"
    files: dict[str, str | bytes] = {"proposals/img/map.png": OLD, "proposals/img/other.png": NEW}
    lines = approved(site, files, f"{image}\n\n{definition}\n")
    assert compare(site)["verdict"] == "unchanged"
    both = [more, definition] if is_first else [definition, more]
    site.commit("Point elsewhere", {FILE: proposal("approved", lines, feature="\n\n".join([image, *both]) + "\n")})
    assert "image-changed" in kinds(site)


@pytest.mark.parametrize("alt", ["The journey", ""])
@pytest.mark.parametrize("target", ["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AAAA"])
def test_an_image_of_another_host_is_not_the_one_that_was_approved(site: Site, alt: str, target: str) -> None:
    lines = approved(site, {"proposals/img/map.png": OLD}, f"![{alt}](img/map.png)\n")
    swapped = site.commit("Swap", {FILE: proposal("approved", lines, feature=f"![{alt}]({target})\n")})
    found = compare(site)
    (change,) = found["changes"]
    assert (found["verdict"], change["kind"], change["commit"]) == ("creep", "image-changed", swapped)
    assert target in change["new"]


def test_an_address_for_an_image_that_was_never_there_changes_nothing(site: Site) -> None:
    lines = approved(site, {}, "![The journey](img/map.png)\n")
    mended = "![The journey](https://example.org/map.png)\n"
    site.commit("Mend the address", {FILE: proposal("approved", lines, feature=mended)})
    assert kinds(site) == []


def test_an_image_of_another_host_that_comes_without_a_word_is_told(site: Site) -> None:
    here = "https://example.org/a.png"
    lines = approved(site, {}, f"- A map of the herd\n\n![]({here})\n")
    assert compare(site)["verdict"] == "unchanged"
    more = f"- A map of the herd\n\n![]({here})\n\n![](https://example.org/b.png)\n"
    site.commit("Add", {FILE: proposal("approved", lines, feature=more)})
    assert [change[:6] for change in kinds(site)] == ["image-"]


def test_an_image_of_the_work_tree_is_not_committed_yet(site: Site) -> None:
    approved(site, {"proposals/img/map.png": OLD}, shown())
    site.write({"proposals/img/map.png": NEW})
    (change,) = compare(site)["changes"]
    assert (change["kind"], change["commit"], change["uncommitted"]) == ("image-changed", None, True)


def test_what_an_approval_saw_is_what_was_there_when_it_was_committed(site: Site) -> None:
    site.configure()
    text = proposal("in-review", feature=shown())
    site.commit("Write", {FILE: text, "proposals/img/map.png": OLD})
    site.commit("Draw", {"proposals/img/map.png": NEW})
    assert site.wb("approve", "deer", "--by", "Ben").exit_code == 0
    assert compare(site)["verdict"] == "unchanged"  # not committed yet: of what the last commit has
    site.commit("Approve")
    assert compare(site)["verdict"] == "unchanged"
    site.commit("Draw as before", {"proposals/img/map.png": OLD})
    assert kinds(site) == ["image-changed"]
    assert site.wb("approve", "deer", "--by", "Ben").exit_code == 0  # the text is the same, and its digest
    site.commit("Approve again")
    assert compare(site)["verdict"] == "unchanged"


def test_an_approval_of_images_that_are_not_committed_is_refused(site: Site) -> None:
    site.configure()
    text = proposal("in-review", feature=f"{shown()}\n![](img/made.png)\n![](img/new.png)\n")
    site.commit("Write", {FILE: text, "proposals/img/map.png": OLD})
    (site.root / ".gitignore").write_text("made.png\n")
    site.write({"proposals/img/map.png": NEW, "proposals/img/made.png": NEW, "proposals/img/new.png": NEW})
    refused = site.wb("approve", "deer", "--by", "Ben")
    assert refused.exit_code == 2
    assert refused.stderr.endswith(
        "not committed (docs/proposals/img/map.png, docs/proposals/img/new.png); commit them first"
    )
    assert (site.docs / FILE).read_text() == text
    site.commit("Draw")
    assert site.wb("approve", "deer", "--by", "Ben").exit_code == 0


def test_an_accepted_image_is_accepted_until_it_is_drawn_anew(site: Site) -> None:
    approved(site, {"proposals/img/map.png": OLD}, shown())
    site.commit("Draw", {"proposals/img/map.png": NEW})
    site.configure({"scope": {"fail_on": ["creep"]}})
    fingerprint = compare(site)["changes"][0]["fingerprint"]
    assert site.wb("diff", "deer").exit_code == 1
    assert site.wb("acknowledge", "deer", fingerprint, "--by", "Ana", "--reason", "Clearer.").exit_code == 0
    site.commit("Accept")
    assert (compare(site)["verdict"], site.wb("diff", "deer").exit_code) == ("creep", 0)
    site.commit("Draw again", {"proposals/img/map.png": b"\x89PNG\0newest"})
    assert site.wb("diff", "deer").exit_code == 1


def test_a_document_and_its_image_that_move_are_the_same(site: Site) -> None:
    approved(site, {"proposals/img/map.png": OLD}, shown())
    site.git("mv", "docs/proposals/img", "docs/img")
    (site.docs / "proposals" / "live").mkdir()
    site.git("mv", "docs/proposals/deer.md", "docs/proposals/live/deer.md")
    text = (site.docs / "proposals/live/deer.md").read_text("utf-8").replace("img/map.png", "../../img/map.png")
    site.commit("Move", {"proposals/live/deer.md": text})
    assert compare(site)["verdict"] == "unchanged"
    drawn = site.commit("Draw", {"img/map.png": NEW})
    assert [change["commit"] for change in compare(site)["changes"]] == [drawn]


def test_an_image_under_another_name_belongs_to_who_put_it_there(site: Site) -> None:
    approval = approved(site, {"proposals/img/map.png": OLD, "proposals/img/b.png": NEW}, shown())
    put = site.commit("Put", {FILE: proposal("approved", approval, feature=shown("img/b.png"))}, author="Cleo")
    site.commit("Raise", {FILE: proposal("approved", approval, feature=shown("img/b.png"), price="$19")})
    found = {change["kind"]: change for change in compare(site)["changes"]}
    assert found["image-changed"]["commit"] == put
    site.write({FILE: proposal("approved", approval, feature=shown(), price="$19")})
    assert "image-changed" not in kinds(site)
    drawn = site.commit("Draw", {FILE: (site.docs / FILE).read_text(), "proposals/img/map.png": b"\0third"})
    found = {change["kind"]: change for change in compare(site)["changes"]}
    assert found["image-changed"]["commit"] == drawn


def test_an_image_without_words_that_is_taken_out_belongs_to_who_took_it(site: Site) -> None:
    approval = approved(site, {"proposals/img/map.png": OLD}, "- A map\n\n![](img/map.png)\n")
    gone = site.commit("Take out", {FILE: proposal("approved", approval, feature="- A map\n")}, author="Cleo")
    (change,) = compare(site)["changes"]
    assert (change["kind"], change["commit"], change["new"], change["new_line"]) == ("image-changed", gone, None, None)


def test_an_image_whose_file_is_gone_has_changed(site: Site) -> None:
    approved(site, {"proposals/img/map.png": OLD}, shown())
    (site.docs / "proposals/img/map.png").unlink()
    gone = site.commit("Delete")
    (change,) = compare(site)["changes"]
    assert (change["kind"], change["commit"]) == ("image-changed", gone)
    assert change["new"] == "The journey of a farmer: img/map.png (missing)"


def test_an_image_that_git_never_had_is_not_compared(site: Site) -> None:
    approved(site, {}, shown())
    (site.root / ".gitignore").write_text("*.png\n")
    site.write({"proposals/img/map.png": OLD})
    assert compare(site)["verdict"] == "unchanged"


@pytest.mark.parametrize("kept", ["pointer", "content"])
def test_what_lfs_keeps_elsewhere_is_known_by_its_pointer(site: Site, kept: str) -> None:
    def pointer(content: bytes) -> bytes:
        digest = hashlib.sha256(content).hexdigest()
        return f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n".encode()

    approved(site, {"proposals/img/map.png": pointer(OLD)}, shown())
    site.write({"proposals/img/map.png": OLD if kept == "content" else pointer(OLD)})
    assert compare(site)["verdict"] == "unchanged"
    site.write({"proposals/img/map.png": NEW if kept == "content" else pointer(NEW)})
    assert kinds(site) == ["image-changed"]


def test_line_breaks_of_a_drawing_are_no_change(site: Site) -> None:
    approved(site, {"proposals/img/map.png": b"<svg>\n</svg>\n"}, shown())
    site.write({"proposals/img/map.png": b"<svg>\r\n</svg>\r\n"})
    assert compare(site)["verdict"] == "unchanged"
    site.write({"proposals/img/map.png": b"<svg>\r\n<g/></svg>\r\n"})
    assert kinds(site) == ["image-changed"]


def test_links_are_followed_within_the_repository_and_no_further(site: Site, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(OLD)
    site.write({"media/map.png": OLD})
    (site.docs / "proposals").mkdir()
    (site.docs / "proposals" / "img").symlink_to("../media")
    (site.docs / "proposals" / "far.png").symlink_to(tmp_path / "secret.png")
    approved(site, {}, shown() + "\n![](far.png)\n\n![](../../../secret.png)\n")
    (tmp_path / "secret.png").write_bytes(NEW)
    assert compare(site)["verdict"] == "unchanged"
    site.commit("Draw", {"media/map.png": NEW})
    assert [change["old"].split(" (")[0] for change in compare(site)["changes"]] == [
        "The journey of a farmer: img/map.png"
    ]


def test_a_repository_of_longer_hashes_will_do(site: Site) -> None:
    site.git("init", "--quiet", "--object-format=sha256")
    approved(site, {"proposals/img/map.png": OLD}, shown())
    assert compare(site)["verdict"] == "unchanged"
    drawn = site.commit("Draw", {"proposals/img/map.png": NEW})
    assert (len(drawn), [change["commit"] for change in compare(site)["changes"]]) == (64, [drawn])


@pytest.mark.parametrize("beside", ["approved/img/map.png", "docs/proposals/img/map.png"])
def test_a_snapshot_shows_what_is_beside_it_or_was_beside_the_proposal(site: Site, beside: str) -> None:
    site.configure()
    image = site.root / beside
    image.parent.mkdir(parents=True)
    image.write_bytes(OLD)
    (site.root / "approved").mkdir(exist_ok=True)
    (site.root / "approved" / "deer.md").write_text(proposal("in-review", feature=shown()))
    approval = "approvals:\n  - {version: 1, date: 2026-02-01, by: [Ana], snapshot: approved/deer.md}"
    files: dict[str, str | bytes] = {FILE: proposal("approved", approval, feature=shown())}
    site.commit("Approve", {**files, "proposals/img/map.png": OLD})
    assert compare(site)["verdict"] == "unchanged"
    site.commit("Draw", {"proposals/img/map.png": NEW})
    assert kinds(site) == ["image-changed"]


def test_a_named_revision_shows_what_it_had(site: Site) -> None:
    site.configure()
    text = proposal("in-review", feature=shown())
    revision = site.commit("Write", {FILE: text, "proposals/img/map.png": OLD})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ana], revision: {revision}}}"
    site.commit("Draw and approve the other", {FILE: proposal("approved", approval, feature=shown()),
                                               "proposals/img/map.png": NEW})  # fmt: skip
    assert kinds(site) == ["image-changed"]


def test_two_files_are_compared_with_the_images_beside_each(site: Site) -> None:
    for name, content in (("one", OLD), ("two", NEW)):
        site.write({f"{name}/deer.md": proposal(feature=shown()), f"{name}/img/map.png": content})
    assert kinds(site, "docs/one/deer.md", "docs/two/deer.md") == ["image-changed"]
    site.write({"two/img/map.png": OLD})
    assert kinds(site, "docs/one/deer.md", "docs/two/deer.md") == []


def test_a_file_that_was_copied_away_from_its_images_has_none_to_compare_and_that_is_said(site: Site) -> None:
    site.write({"one/deer.md": proposal(feature=shown()), "one/img/map.png": OLD})
    (site.root / "old.md").write_text(proposal(feature=shown()))
    result = site.wb("diff", "old.md", "docs/one/deer.md")
    assert (result.exit_code, result.stdout) == (0, "Unchanged\n")
    assert result.stderr == "old.md: its images are not beside it, and were not compared\n"


def test_nothing_outside_the_repository_is_read_for_a_comparison(site: Site, tmp_path: Path) -> None:
    site.commit("Start")
    for name, content in (("one", OLD), ("two", NEW)):
        site.write({f"{name}/deer.md": proposal(feature=f"{shown()}\n![](near.png)\n"), f"{name}/near.png": OLD})
        (tmp_path / f"{name}.png").write_bytes(content)
        (site.docs / name / "img").mkdir()
        (site.docs / name / "img" / "map.png").symlink_to(tmp_path / f"{name}.png")
    assert kinds(site, "docs/one/deer.md", "docs/two/deer.md") == []


def test_an_image_of_what_a_site_leaves_out_is_nowhere_on_it(site: Site) -> None:
    inside = "- A map\n\n## FAQ\n\n### Customer FAQ\n\n#### How?\n\nSo.\n\n### Internal FAQ\n\n#### Why?\n\nFor this: ![](img/plan.png)\n"
    text = proposal("in-review", feature="- A map\n").split("## FAQ")[0] + inside.split("\n\n", 1)[1]
    revision = site.commit("Write", {FILE: text, "proposals/img/plan.png": OLD})
    approval = f"approvals:\n  - {{version: 1, date: 2026-02-01, by: [Ana], revision: {revision}}}\n---\n# Never"
    approved_text = text.replace("status: in-review", "status: approved").replace("---\n# Never", approval)
    site.commit("Approve", {FILE: approved_text})
    site.commit("Draw", {"proposals/img/plan.png": NEW})
    folder = site.build({"publish": {"leave_out": {"elements": ["internal_faq"]}}})
    said = "".join(file.read_text("utf-8") for file in folder.rglob("*") if file.suffix in (".html", ".json"))
    assert "plan.png" not in said
    assert json.loads((folder / "portfolio/proposals.json").read_text())["proposals"][0]["scope"]["verdict"] == (
        "unchanged"
    )
    assert "plan.png" in (site.build() / "proposals/deer/index.html").read_text("utf-8")


def test_the_history_page_judges_each_revision_by_the_images_it_had(site: Site) -> None:
    approval = approved(site, {"proposals/img/map.png": OLD}, shown())
    site.commit("Draw", {FILE: proposal("building", approval, feature=shown()), "proposals/img/map.png": NEW})
    site.commit("Undo", {FILE: proposal("launched", approval, feature=shown()), "proposals/img/map.png": OLD})
    html = (site.build() / "portfolio" / "history" / "proposals" / "deer" / "index.html").read_text("utf-8")
    edits = html.split('id="wb-edits"')[1]
    assert re.findall(r"data-wb-verdict=.(\w+)", edits) == ["unchanged", "creep", "unchanged"]
