"""What is left out of a site is nowhere in it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.conftest import Site, proposal

CANARY = "CANARY-7261"


def find_canary(folder: Path) -> list[str]:
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if CANARY.encode() in data or CANARY in str(path):
                found.append(str(path.relative_to(folder)))
    return found


@pytest.mark.parametrize(
    ("more", "block"),
    [
        ("private: true", {}),
        ("private: 'yes please'", {}),
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
    assert find_canary(folder) in ([], ["proposals/open/index.html"])  # a commit of both is named by its message there
    page = (folder / "proposals" / "open" / "index.html").read_text()
    assert page.count(CANARY) == page.split('id="wb-history"')[1].count(CANARY)
    assert f"../{CANARY}/" not in page


def test_what_is_not_private_is_published(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal(more="private: false")})
    assert (site.build() / "proposals" / "a" / "index.html").is_file()


def test_private_proposals_are_published_where_the_team_wants_them(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal(more="private: true")})
    assert (site.build({"publish": {"leave_out": {"private": False}}}) / "proposals" / "a" / "index.html").is_file()


def test_leaving_out_a_part_is_refused_rather_than_ignored(site: Site) -> None:
    site.configure({"publish": {"leave_out": {"elements": ["internal_faq"]}}})
    site.write({"proposals/a.md": proposal()})
    result = site.wb("check")
    assert result.exit_code == 2
    assert "cannot be left out yet" in result.stderr
