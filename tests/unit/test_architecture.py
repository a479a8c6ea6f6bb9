"""Imports go one way, stand at the top, and only two modules touch MkDocs and processes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_wb

PACKAGE = Path(mkdocs_wb.__file__).parent
MODULES = {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text("utf-8")) for file in PACKAGE.rglob("*.py")}

BOTTOM = ("collector", "model", "lifecycle", "errors", "printable", "real_paths")
CORE = ("parse", "doctype", "rules", "history", "scope", "settings", "configuration", "strategy")
EDGE = (
    "edit",
    "gate",
    "past",
    "review",
    "sources",
    "checkout",
    "memory",
    "portfolio",
    "publish",
    "render",
    "report",
    "pipeline",
    "telling",
    "publication",
    "commands",
    "plugin",
    "cli",
)
LAST = ("render", "report", "pipeline", "telling", "publication", "commands", "plugin", "cli")
FORBIDDEN: dict[str, set[str]] = {
    **{part: {*CORE, *EDGE} for part in BOTTOM},
    **{part: set(EDGE) for part in CORE},
    "parse": {*EDGE, "doctype", "rules", "history", "scope", "settings", "configuration"},
    "doctype": {*EDGE, "rules", "history", "scope"},
    "history": {*EDGE, "rules", "scope"},
    "scope": {*EDGE, "rules", "history"},
    "edit": {"doctype", "rules", "history", "scope", "review", "portfolio", *LAST},
    "review": {"edit", *LAST},
    "gate": {"edit", "past", "review", "sources", "portfolio", "publish", *LAST},
    "past": {"edit", "review", "portfolio", "publish", *LAST},
    "sources": {"edit", "past", "review", "portfolio", "publish", *LAST},
    "memory": {"edit", "past", "review", "portfolio", "publish", *LAST},
    "checkout": {"edit", "past", "review", "portfolio", "publish", *LAST},
    "publish": {"edit", "review", *LAST},
    "portfolio": {"edit", "review", "publish", *LAST},
    "render": {"edit", "review", "pipeline", "telling", "publication", "commands", "plugin", "cli"},
    "report": {"pipeline", "telling", "publication", "commands", "plugin", "cli"},
    "pipeline": {"edit", "publish", "portfolio", *LAST},
    "telling": {"edit", "portfolio", *LAST} - {"pipeline"},
    "publication": {"edit", "render", "report", "commands", "plugin", "cli"},
    "plugin": {"edit", "review", "commands", "cli"},
    "commands": {"plugin", "cli"},
    "cli": {"plugin"},
}

# The folders of a layer, lowest first; what stands beside them brings them together.
FLOORS = {
    "parse": ("language", "markdown", "matter", "forms", "elements"),
    "scope": ("language", "names", "silent", "compare"),
}


def part_of(name: str) -> str:
    """The layer a module's path belongs to."""
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


def imported(name: str) -> Iterator[str]:
    """What a module imports, in full."""
    package = ["mkdocs_wb", *name.split("/")[:-1]]
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            base = [*base, *(node.module.split(".") if node.module else [])]
            yield from (".".join([*base, alias.name]) for alias in node.names)


def test_the_walk_sees_imports_of_every_form() -> None:
    assert "mkdocs_wb.model.Place" in set(imported("parse/matter/front_matter.py"))
    assert "subprocess" in set(imported("history/git.py"))
    assert "mkdocs_wb.lifecycle.Lifecycle" in set(imported("settings.py"))
    assert len(MODULES) > 40


@pytest.mark.parametrize(("library", "allowed"), [("mkdocs", {"plugin.py"}), ("subprocess", {"history/git.py"})])
def test_a_library_has_one_place(library: str, allowed: set[str]) -> None:
    users = {name for name in MODULES if any(found.split(".")[0] == library for found in imported(name))}
    assert users == allowed


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_go_one_way(name: str) -> None:
    parts = {found.split(".")[1] for found in imported(name) if found.startswith("mkdocs_wb.")}
    assert parts & FORBIDDEN.get(part_of(name), set()) == set()


@pytest.mark.parametrize("name", sorted(name for name in MODULES if name.count("/") == 2 and part_of(name) in FLOORS))
def test_a_folder_of_a_layer_imports_from_lower_ones_alone(name: str) -> None:
    layer, folder, _ = name.split("/")
    lower = FLOORS[layer][: FLOORS[layer].index(folder) + 1]
    found = {one.split(".")[2] for one in imported(name) if one.startswith(f"mkdocs_wb.{layer}.")}
    assert found <= set(lower)


def test_every_layer_has_its_rule() -> None:
    layers = {part_of(name) for name in MODULES} - {"__init__", "__main__"}
    assert layers == set(FORBIDDEN)


def test_who_contributes_is_told_of_every_layer() -> None:
    text = (PACKAGE.parent / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text.partition("## Architecture")[2].partition("##")[0], re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall(r"`(\w+)/?`", row)) == sorted(FORBIDDEN)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_stand_at_the_top(name: str) -> None:
    inner = [
        node.lineno
        for scope in ast.walk(MODULES[name])
        if isinstance(scope, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda))
        for node in ast.walk(scope)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert inner == []


def test_the_package_itself_imports_nothing() -> None:
    assert list(imported("__init__.py")) in ([], ["__future__.annotations"])
