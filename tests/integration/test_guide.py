"""The guide says what the code does: its links lead somewhere, its tables are complete, its derived pages are current."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
import markdown
import pytest
import yaml
from click.testing import CliRunner

from mkdocs_wb.cli import COMMANDS, wb
from mkdocs_wb.commands.explain import command as explain
from mkdocs_wb.rules import check
from mkdocs_wb.rules.check import read_rules
from mkdocs_wb.rules.table import SEVERITIES
from mkdocs_wb.settings import KEYS, LeaveOut, ScopeSettings, Settings, parse_settings
from mkdocs_wb.strategy import read_strategy
from tests.conftest import ROOT

EXAMPLE = ROOT / "example-site"
GUIDE = EXAMPLE / "docs" / "guide"
PAGES = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *sorted(GUIDE.glob("*.md"))]
GENERATED = {EXAMPLE / "docs" / "portfolio" / "index.md"}
DERIVED = {"rules-reference.md": ("explain", "--reference"), "classic.md": ("schema", "classic", "--reference")}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class Anchors(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for key, value in attrs:
            if key in ("href", "src") and value:
                self.targets.append(unquote(value))
            if key == "id" and value:
                self.ids.add(value)


@cache
def read_anchors(page: Path) -> Anchors:
    """A page as the site renders it."""
    extensions = ["attr_list", "admonition", "tables", "toc", "pymdownx.superfences"]
    anchors = Anchors()
    anchors.feed(markdown.markdown(page.read_text(encoding="utf-8"), extensions=extensions))
    return anchors


@cache
def read_sections(name: str) -> dict[str, str]:
    """A page of the guide by its level-two headings; the text above the first is the section without a name."""
    sections, heading, fenced = {"": ""}, "", False
    for line in (GUIDE / name).read_text(encoding="utf-8").splitlines():
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            heading = line[3:]
        sections[heading] = f"{sections.get(heading, '')}{line}\n"
    return sections


def read_rows(text: str) -> Iterator[list[str]]:
    """The cells of every row of the tables in a text, their heads and rulers left out."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if line.startswith("|") and not line.startswith("|--") and not following.startswith("|--"):
            yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    lost = []
    for target in read_anchors(page).targets:
        if re.match(r"[a-z][a-z+.-]*:|//", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if file in GENERATED and not anchor:
            continue
        if not file.is_file() or (anchor and anchor not in read_anchors(file).ids):
            lost.append(target)
    assert lost == []


def test_every_page_of_the_guide_is_in_the_navigation_and_none_besides() -> None:
    (guide,) = (
        item["Guide"] for item in yaml.safe_load((EXAMPLE / "mkdocs.yml").read_text("utf-8"))["nav"] if "Guide" in item
    )
    listed = [target for entry in guide for target in entry.values()]
    assert sorted(listed) == sorted(f"guide/{page.name}" for page in GUIDE.glob("*.md"))


@cache
def read_defaults() -> dict[str, str]:
    """The options of the page `configuration.md`, as `scope.budget`, each with its default as it is printed."""
    rows = read_rows(read_sections("configuration.md")[""])
    return {row[0].strip("`"): row[1].strip("`") for row in rows}


def test_every_option_is_on_the_page_and_none_besides() -> None:
    expected = [key for key in KEYS if key not in ("scope", "publish")]
    expected += [f"scope.{item.name}" for item in fields(ScopeSettings)]
    expected += [f"publish.leave_out.{item.name}" for item in fields(LeaveOut)]
    assert sorted(read_defaults()) == sorted(expected)


@pytest.mark.parametrize("option", sorted(read_defaults()))
def test_the_default_on_the_page_is_the_default(option: str) -> None:
    block: Any = yaml.safe_load(read_defaults()[option])
    for part in reversed(option.split(".")):
        block = {part: block}
    read, default = parse_settings(block), Settings()
    key = option.split(".", maxsplit=1)[0]
    if key == "statuses":
        assert (read.statuses.statuses, read.statuses.synonyms) == (
            default.statuses.statuses,
            default.statuses.synonyms,
        )
    else:
        assert getattr(read, key) == getattr(default, key)


def test_the_commands_on_the_page_are_those_of_the_command_line() -> None:
    sections = read_sections("command-line.md")
    assert {name.strip("`").removeprefix("wb ") for name in sections if name.startswith("`wb ")} == set(COMMANDS)
    listed = [re.search(r"`wb (\w+)", row[0]) for row in read_rows(sections[""])]
    assert {match[1] for match in listed if match} == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_section(name: str) -> None:
    sections = read_sections("command-line.md")
    command = wb.get_command(click.Context(wb), name)
    assert command is not None
    text = sections[f"`wb {name}`"]
    missing = [
        max(option.opts, key=len)
        for option in command.params
        if isinstance(option, click.Option)
        and not any(re.search(rf"(?<![\w-]){re.escape(opt)}(?![\w-])", text) for opt in option.opts)
        and "-f" not in option.opts  # the same for every command, and said above them all
    ]
    assert missing == []
    assert "`-f FILE`" in sections[""]


def test_the_formats_of_check_are_on_the_page() -> None:
    command = wb.get_command(click.Context(wb), "check")
    assert command is not None
    (form,) = (option for option in command.params if option.name == "form")
    assert isinstance(form.type, click.Choice)
    row = next(row for row in read_rows(read_sections("command-line.md")["`wb check`"]) if row[0] == "`--format`")
    assert [choice for choice in form.type.choices if f"`{choice}`" not in row[1]] == []


@pytest.mark.parametrize("name", DERIVED)
def test_a_page_that_derives_from_the_code_is_current(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where no configuration is
    printed = CliRunner().invoke(wb, list(DERIVED[name])).stdout
    assert (GUIDE / name).read_text(encoding="utf-8") == printed, f"guide/{name} is not current: run `make reference`"


def test_the_pictures_that_are_taken_are_those_that_are_shown() -> None:
    source = ast.parse((EXAMPLE / "pictures.py").read_text(encoding="utf-8"))
    (taken,) = (
        ast.literal_eval(node.value)
        for node in source.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PICTURES"
    )
    shown = {Path(target).name for page in PAGES for target in read_anchors(page).targets if target.endswith(".png")}
    assert set(taken) == shown == {file.name for file in (EXAMPLE / "docs" / "images").iterdir()}


def test_the_strategy_of_the_page_has_every_key(tmp_path: Path) -> None:
    text = read_sections("configuration.md")["Strategy file"].split("```yaml\n", 1)[1].split("```", 1)[0]
    (tmp_path / "strategy.yml").write_text(text, encoding="utf-8")
    strategy = read_strategy(tmp_path / "strategy.yml")
    assert strategy is not None
    parts: list[Any] = [strategy, *strategy.goals.values(), *strategy.markets.values()]
    for part in parts:
        assert all(getattr(part, item.name) for item in fields(part))
    assert set(strategy.markets) == {goal.market for goal in strategy.goals.values()}


def test_make_reference_writes_these_pages() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nreference:", 1)[1].split("\n\n", 1)[0]
    for name, arguments in DERIVED.items():
        assert f"/wb {' '.join(arguments)} > $(GUIDE)/{name}" in recipe


@pytest.mark.parametrize("rule", read_rules())
def test_every_rule_is_on_the_reference_page(rule: str) -> None:
    sections = read_sections("rules-reference.md")
    levels = [level.value for level in SEVERITIES[rule]]
    assert [row[2:] for row in read_rows(sections[""]) if f"(#{rule})" in row[0]] == [levels]
    text = sections[rule]
    assert text.index("### Bad") < text.index("### Good")


def test_the_reference_page_has_no_rule_that_does_not_exist() -> None:
    listed = {row[0].partition("`](")[0].strip("[`") for row in read_rows(read_sections("rules-reference.md")[""])}
    assert listed == set(SEVERITIES)


def test_what_stands_in_a_fence_is_not_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    page = """\
It is so.

Because.

## Bad

````markdown file=a.md before=draft
# Title

```yaml type={"a": "b c"}
# a comment
```

## Bad
````

~~~
# Title
```
~~~

## Good

```yaml
# a comment
```
"""
    monkeypatch.setattr("mkdocs_wb.commands.explain.read_rules", lambda: {"id-unique": check})
    monkeypatch.setattr("mkdocs_wb.commands.explain.find_page", lambda _module: page.strip())
    printed = CliRunner().invoke(explain, ["--reference"]).stdout
    assert printed.split("## id-unique\n\n")[1] == page.replace("## Bad\n\n````", "### Bad\n\n````").replace(
        "## Good", "### Good"
    ).replace("````markdown file=a.md before=draft", "`a.md` that was `draft` before:\n\n````markdown")


def test_a_rule_beside_reference_is_refused() -> None:
    result = CliRunner().invoke(explain, ["id-unique", "--reference"])
    assert "expected no rule beside it" in str(result.exception)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its history, built as --strict builds it."""
    demo = tmp_path_factory.mktemp("guide") / "demo"
    subprocess.run([sys.executable, str(EXAMPLE / "replay.py"), str(demo)], check=True, capture_output=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # with --quiet, no warning would be counted
    done = subprocess.run(command, cwd=demo, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return demo / "site"


def test_the_example_is_built_without_a_warning(built: Path) -> None:
    for page in GUIDE.glob("*.md"):
        assert (built / "guide" / page.stem / "index.html").is_file()


@pytest.mark.parametrize("name", ["rules-reference.md", "document-types.md"])
def test_every_fenced_block_becomes_a_block_of_code(built: Path, name: str) -> None:
    html = (built / "guide" / Path(name).stem / "index.html").read_text(encoding="utf-8")
    fences = re.findall(r"^(`{3,})(\w+)\n.*?^\1$", (GUIDE / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    article = html.split("<article", 1)[1].split("</article>", 1)[0]
    assert article.count("<pre") == len(fences) > 5
    assert "<p>```" not in article


def test_the_replayed_example_has_its_strategy_and_its_types(built: Path) -> None:
    assert (built.parent / "strategy.yml").is_file()
    for file in (EXAMPLE / "types").glob("*.json"):
        assert (built.parent / "types" / file.name).read_bytes() == file.read_bytes()
