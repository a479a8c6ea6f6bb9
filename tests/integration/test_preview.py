"""In a preview one build follows another: what is as it was is not worked out again, and nobody can tell by the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_wb.history.history import digest_of
from mkdocs_wb.model import Entry
from mkdocs_wb.pipeline import Pipeline
from tests.conftest import Site, proposal

DEER, SHEEP, GOAT = "proposals/deer.md", "proposals/sheep.md", "proposals/goat.md"
ELSEWHERE = proposal(price="$29")  # what was approved on a branch
Rebuild = Callable[[], dict[str, bytes]]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the proposals that were judged."""
    paths: list[str] = []
    before = Pipeline.judge

    def judge(self: Pipeline, proposal: Any, *arguments: Any) -> Entry:
        paths.append(proposal.path)
        return before(self, proposal, *arguments)

    monkeypatch.setattr(Pipeline, "judge", judge)
    return paths


def start(site: Site) -> Rebuild:
    """Begin a preview; what it gives builds the site, and reads what was built."""
    path = str(site.root / "mkdocs.yml")
    load_config(path).plugins.on_startup(command="serve", dirty=False)

    def rebuild() -> dict[str, bytes]:
        configuration = load_config(path)
        build(configuration)
        return dict(read(Path(configuration.site_dir)))

    return rebuild


def read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.name.startswith("sitemap"):
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def edit(site: Site) -> None:
    site.write({DEER: proposal("draft", price="$19")})


def reject(site: Site) -> None:
    site.write({DEER: proposal("rejected", "reason: Nobody asked.")})


def hide(site: Site) -> None:
    site.write({DEER: proposal("draft", "private: true")})


def commit(site: Site) -> None:
    site.commit("Say more", {DEER: proposal("draft", price="$19")})
    site.write({DEER: proposal("draft")})


def redraw(site: Site) -> None:
    site.write({"proposals/map.svg": "<svg><circle/></svg>"})


def bring_in_what_was_approved(site: Site) -> None:
    site.git("checkout", "--quiet", "-b", "elsewhere")
    site.commit("Write it elsewhere", {GOAT: ELSEWHERE})
    site.git("checkout", "--quiet", "main")


def set_a_rule(site: Site) -> None:
    site.configure({"rules": {"call-to-action-actionable": "off", "evidence-given": "error"}})


CHANGES = (edit, reject, hide, commit, redraw, bring_in_what_was_approved, set_a_rule)


def prepare(site: Site) -> None:
    """One proposal was approved with its image; what was approved of another, which hangs on a third, is nowhere yet."""
    site.configure()
    sheep = proposal("in-review").replace("# ", "![A map](map.svg)\n\n# ", 1)
    site.commit("Write", {DEER: proposal(), SHEEP: sheep, "proposals/map.svg": "<svg/>"})
    commit = site.git("rev-parse", "HEAD")
    approval = f"approvals: [{{version: 1, date: 2026-02-01, by: [Ben], revision: {commit}}}]"
    goat = f"depends_on: deer\napprovals: [{{version: 1, digest: '{digest_of(ELSEWHERE.encode())}'}}]"
    approved = sheep.replace("in-review", "approved").replace("owner:", f"{approval}\nowner:", 1)
    site.commit("Approve", {SHEEP: approved, GOAT: proposal("approved", goat)})


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_is_built_again_is_what_would_be_built_anew(site: Site, change: Callable[[Site], None]) -> None:
    prepare(site)
    rebuild = start(site)
    before = rebuild()
    change(site)
    again = rebuild()
    assert again != before
    assert again == start(site)()


def test_an_edit_is_judged_and_what_is_as_it_was_is_not(site: Site, judged: list[str]) -> None:
    site.configure()
    site.commit("Write", {DEER: proposal(), SHEEP: proposal("in-review")})
    rebuild = start(site)
    rebuild()
    assert judged == [DEER, SHEEP]
    edit(site)
    rebuild()
    assert judged[2:] == [DEER]
    rebuild()
    assert judged[3:] == []
