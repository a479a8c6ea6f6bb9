"""Finding and reading the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_wb.configuration import find_configuration, read_configuration
from mkdocs_wb.errors import WbError

WB = "plugins:\n  - wb:\n      default_type: prfaq\n      strategy: found.yml\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "start", "found"),
    [
        ({"mkdocs.yml": ""}, ".", "mkdocs.yml"),
        ({"mkdocs.yaml": ""}, ".", "mkdocs.yaml"),
        ({"properdocs.yml": ""}, ".", "properdocs.yml"),
        ({"wb.yml": ""}, ".", "wb.yml"),
        ({"mkdocs.yml": "", "wb.yml": ""}, ".", "mkdocs.yml"),
        ({"mkdocs.yml": "", "docs/a/b.md": ""}, "docs/a", "mkdocs.yml"),
        ({"mkdocs.yml": "", "docs/wb.yml": ""}, "docs", "mkdocs.yml"),
        ({"mkdocs.yml": "", "docs/mkdocs.yml": ""}, "docs", "docs/mkdocs.yml"),
        ({"mkdocs.yml": "", "repo/.git/HEAD": "", "repo/docs/a.md": ""}, "repo/docs", None),
        ({"mkdocs.yml": "", "repo/.git": "gitdir: x", "repo/docs/a.md": ""}, "repo/docs", None),
        ({"repo/.git/HEAD": "", "repo/mkdocs.yml": "", "repo/docs/a.md": ""}, "repo/docs", "repo/mkdocs.yml"),
        ({"wb.yml": "", "repo/.git/HEAD": "", "repo/wb.yml": ""}, "repo", "repo/wb.yml"),
    ],
)
def test_the_nearest_file_up_to_the_repositorys_root_is_found(
    tmp_path: Path, files: dict[str, str], start: str, found: str | None
) -> None:
    write(tmp_path, {".git/HEAD": "", **files})
    assert find_configuration(tmp_path / start) == (tmp_path / found if found else None)


def test_nothing_found_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, {".git/HEAD": ""})
    with pytest.raises(WbError, match=r"no mkdocs\.yml or wb\.yml here or above.*-f"):
        read_configuration(None, tmp_path)


@pytest.mark.parametrize(
    ("text", "strategy"),
    [
        (WB, "found.yml"),
        ("plugins:\n  wb:\n    strategy: found.yml\n", "found.yml"),
        ("plugins:\n  - search\n  - wb: {strategy: found.yml}\n", "found.yml"),
        ("plugins:\n  - material/wb: {strategy: found.yml}\n", "found.yml"),
        ("plugins: [search, wb]\n", "strategy.yml"),
        ("plugins:\n  - wb:\n", "strategy.yml"),
        ("plugins:\n  wb:\n", "strategy.yml"),
        ("plugins: [search]\n", "strategy.yml"),
        ("site_name: x\n", "strategy.yml"),
        ("", "strategy.yml"),
    ],
)
def test_the_block_is_found_in_a_list_and_in_a_mapping(tmp_path: Path, text: str, strategy: str) -> None:
    write(tmp_path, {"mkdocs.yml": text, "docs/a.md": ""})
    assert read_configuration(None, tmp_path).settings.strategy == strategy


def test_wb_yml_has_the_same_keys_and_docs_dir(tmp_path: Path) -> None:
    write(tmp_path, {"wb.yml": "strategy: found.yml\ndocs_dir: pages\n", "pages/a.md": ""})
    configuration = read_configuration(None, tmp_path)
    assert configuration.settings.strategy == "found.yml"
    assert configuration.docs_dir == tmp_path / "pages"
    assert configuration.folder == tmp_path


def test_a_named_file_is_read_from_where_it_is(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"mkdocs.yml": "", "site/other.yml": WB + "docs_dir: ../docs\nexclude_docs: |\n  x.md\n", "docs/a.md": ""},
    )
    configuration = read_configuration(tmp_path / "site" / "other.yml", tmp_path)
    assert configuration.settings.strategy == "found.yml"
    assert configuration.docs_dir.resolve() == tmp_path / "docs"
    assert configuration.exclude_docs == "x.md\n"


def test_inherit_merges_mappings_and_replaces_the_rest(tmp_path: Path) -> None:
    base = "docs_dir: pages\nplugins:\n  wb:\n    strategy: base.yml\n    jargon: [a]\n    scope: {budget: 5%}\n"
    own = "INHERIT: ../base.yml\nplugins:\n  wb:\n    jargon: [b]\n    scope: {fail_on: [creep]}\n"
    write(tmp_path, {"base.yml": base, "site/mkdocs.yml": own, "site/pages/a.md": ""})
    configuration = read_configuration(tmp_path / "site" / "mkdocs.yml", tmp_path)
    settings = configuration.settings
    assert (settings.strategy, settings.jargon) == ("base.yml", ("b",))
    assert (settings.scope.budget, settings.scope.fail_on) == (0.05, ("creep",))
    assert configuration.docs_dir == tmp_path / "site" / "pages"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"mkdocs.yml": "INHERIT: mkdocs.yml\n"}, "INHERIT leads back"),
        ({"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "INHERIT: ./mkdocs.yml\n"}, "INHERIT leads back"),
        ({"mkdocs.yml": "INHERIT: nowhere.yml\n"}, "nowhere.yml: cannot be read"),
        ({"mkdocs.yml": "plugins: [\n"}, "mkdocs.yml:2:1: invalid YAML"),
        ({"mkdocs.yml": "- a\n"}, "expected keys and values, found list"),
        ({"mkdocs.yml": "plugins:\n  - wb: {proposal: x}\n"}, "mkdocs.yml: proposal: there is no such option"),
        ({"mkdocs.yml": "plugins:\n  - wb: 3\n"}, "mkdocs.yml: "),
        ({"mkdocs.yml": "plugins:\n  - wb: [a]\n"}, "mkdocs.yml: "),
        ({"mkdocs.yml": "docs_dir: nowhere\n"}, "docs_dir: the folder"),
        ({"wb.yml": "plugins: []\n"}, "wb.yml: plugins: there is no such option"),
        ({"mkdocs.yml": "a: \x07\n"}, "invalid YAML"),
        ({"mkdocs.yml": "a: *b\n"}, "invalid YAML"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_file(tmp_path: Path, files: dict[str, str], says: str) -> None:
    write(tmp_path, {"docs/a.md": "", **files})
    with pytest.raises(WbError) as caught:
        read_configuration(None, tmp_path)
    assert says in str(caught.value)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(("value", "strategy"), [("from-env.yml", "from-env.yml"), (None, "fallback.yml")])
def test_env_tags_are_honoured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, strategy: str
) -> None:
    monkeypatch.delenv("WB_STRATEGY", raising=False)
    if value:
        monkeypatch.setenv("WB_STRATEGY", value)
    text = "plugins:\n  - wb:\n      strategy: !ENV [WB_STRATEGY, fallback.yml]\n"
    write(tmp_path, {"mkdocs.yml": text, "docs/a.md": ""})
    assert read_configuration(None, tmp_path).settings.strategy == strategy


def test_python_tags_are_ignored_and_nothing_is_executed(tmp_path: Path) -> None:
    text = (
        "markdown_extensions:\n"
        "  - toc: {slugify: !!python/name:pymdownx.slugs.uslugify {}}\n"
        "  - x: !!python/object/apply:pathlib.Path.touch [BAD]\n"
        f"  - y: !!python/object/apply:os.mkdir ['{tmp_path}/BAD']\n"
        f"  - z: !!python/object/new:os.mkdir ['{tmp_path}/BAD']\n"
        "hooks: !relative $docs_dir\n" + WB
    )
    write(tmp_path, {"mkdocs.yml": text, "docs/a.md": ""})
    assert read_configuration(None, tmp_path).settings.strategy == "found.yml"
    assert not (tmp_path / "BAD").exists()
