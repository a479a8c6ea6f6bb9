"""A site as a commit has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.checkout import Checkout, read_checkout
from mkdocs_wb.configuration import Configuration
from mkdocs_wb.errors import WbError
from mkdocs_wb.history.git import Repository, find_repository
from mkdocs_wb.settings import Settings

from .conftest import Repo


def at_head(repo: Repo) -> Checkout:
    repository = find_repository(repo.root)
    assert isinstance(repository, Repository)
    return read_checkout(repository, repository.head, {})


def configured(repo: Repo, docs: str, *patterns: str, exclude: str = "") -> Configuration:
    return Configuration(Settings(proposals=patterns), repo.root / docs, repo.root / "mkdocs.yml", exclude)


def test_the_configuration_is_the_nearest_that_the_commit_has(repo: Repo) -> None:
    repo.commit({"mkdocs.yml": "site_name: A\nplugins: [wb: {jargon: [synergy]}]\n", "site/docs/a.md": "x"})
    repo.write({"site/mkdocs.yml": "site_name: B\n"})
    found = at_head(repo).configure(None, repo.root / "site")
    assert found is not None
    assert (found.settings.jargon, found.file) == (("synergy",), repo.root / "mkdocs.yml")
    assert at_head(repo).configure(repo.root / "site" / "mkdocs.yml", repo.root) is None


def test_what_leads_out_of_the_repository_is_not_read(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("site_name: Secret\n")
    repo.commit({"mkdocs.yml": "INHERIT: ../secret.yml\n"})
    with pytest.raises(WbError, match="cannot be read"):
        at_head(repo).configure(None, repo.root)


def test_proposals_are_those_that_any_configuration_knows_named_by_the_first(repo: Repo) -> None:
    repo.commit({"docs/ideas/a.md": "A", "docs/plans/b.md": "B", "docs/.hidden/c.md": "C", "docs/plans/d.txt": "D"})
    checkout = at_head(repo)
    both = (configured(repo, "docs", "ideas/*.md"), configured(repo, ".", "docs/**"))
    found = {path: (source.path, source.data) for path, source in checkout.find_sources(both).items()}
    assert found == {"docs/ideas/a.md": ("ideas/a.md", b"A"), "docs/plans/b.md": ("docs/plans/b.md", b"B")}


def test_a_path_is_judged_as_the_files_are(repo: Repo) -> None:
    repo.commit({"docs/a.md": "A"})
    checkout, configuration = at_head(repo), configured(repo, "docs", "**/*.md", exclude="old/")
    asked = ("docs/new.md", "docs/old/new.md", "new.md", "docs/new.txt")
    assert [checkout.is_proposal(path, configuration) for path in asked] == [True, False, False, False]
