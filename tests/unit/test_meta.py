"""The metadata that themes write into pages as it is."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_wb.lifecycle import Lifecycle
from mkdocs_wb.render.meta import build_meta

from .conftest import Read

EVIL = "<script>alert('x')</script>"
SAFE = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;"


def meta(read: Read, yaml: str) -> dict[str, Any]:
    built = build_meta(read(f"---\n{yaml}\n---\n# Headline\n"), None)
    return {key: value for key, value in built.items() if key != "title" or "title:" in yaml}


@pytest.mark.parametrize(
    ("yaml", "cleaned"),
    [
        (f'title: "{EVIL}"', {"title": SAFE}),
        (f'description: "{EVIL}"', {"description": SAFE}),
        (f'own: {{"{EVIL}": ["{EVIL}", {{a: "{EVIL}"}}]}}', {"own": {SAFE: [SAFE, {"a": SAFE}]}}),
        (f'tags: ["{EVIL}"]', {"tags": [SAFE]}),
        ("tags: iot", {"tags": ["iot"]}),
        ("tags: {a: b}", {"tags": []}),
        ("tags:", {"tags": []}),
        ("hide: [navigation, {a: b}]", {"hide": ["navigation"]}),
        ("search: 3", {}),
        ("search: {boost: 2, exclude: yes}", {"search": {"boost": 2, "exclude": True}}),
        ("social: off", {}),
        ("template: [a]", {}),
        ("icon: {a: b}", {}),
        ("description: |\n  two\n  lines", {"description": "two lines"}),
        ("author:", {}),
        ("created: 2026-03-01", {"created": "2026-03-01"}),
        (
            "count: 3\nratio: 0.5\nprivate: off\nnothing: ~",
            {"count": 3, "ratio": 0.5, "private": False, "nothing": None},
        ),
    ],
)
def test_values_are_escaped_and_of_the_kind_that_themes_expect(read: Read, yaml: str, cleaned: dict[str, Any]) -> None:
    assert meta(read, yaml) == cleaned


@pytest.mark.parametrize("yaml", ["title: [a, b]", "title:\n", "owner: Ana"])
def test_the_title_is_always_a_text(read: Read, yaml: str) -> None:
    assert build_meta(read(f"---\n{yaml}\n---\n# Deer & co\n"), None)["title"] == "Deer &amp; co"


def test_the_status_is_the_lifecycles_or_none(read: Read) -> None:
    proposal = read(f'---\nstatus: "{EVIL}"\n---\n')
    assert "status" not in build_meta(proposal, None)
    assert build_meta(proposal, Lifecycle().find("In Review"))["status"] == "in-review"


def test_meta_is_plain_data(read: Read) -> None:
    def leaves(value: Any) -> list[type]:
        if isinstance(value, dict):
            return [kind for item in (*value, *value.values()) for kind in leaves(item)]
        return [kind for item in value for kind in leaves(item)] if isinstance(value, list) else [type(value)]

    built = build_meta(read("---\ntags: [a, 1]\nown: {a: [b, 2, yes]}\nid: x\n---\n# T\n"), None)
    assert set(leaves(built)) <= {str, int, bool}
