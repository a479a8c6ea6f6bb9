"""What is written and says nothing counts as missing."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Site, proposal


def find(site: Site, text: str) -> list[tuple[str, str]]:
    site.configure()
    site.write({"proposals/a.md": text})
    found = json.loads(site.wb("check", "--format", "json").stdout)["findings"]
    return [(item["rule"], item["message"]) for item in found if item["rule"].startswith("front-matter-")]


@pytest.mark.parametrize("value", ["", '""', "'  '", "~", "[]", '[""]', '["", " "]'])
@pytest.mark.parametrize("key", ["owner", "customer"])
def test_a_blank_owner_or_customer_is_none(site: Site, key: str, value: str) -> None:
    lines = {"owner": "owner: Herd team", "customer": "customer: Deer farmers in California"}
    text = proposal("in-review")
    assert lines[key] in text
    found = find(site, text.replace(lines[key], f"{key}: {value}"))
    assert found == [("front-matter-required", f"expected a value of `{key}`, found none")]


def test_a_blank_reason_is_none(site: Site) -> None:
    found = find(site, proposal("rejected", 'reason: ""'))
    assert found == [("front-matter-required", "expected a value of `reason` with the status rejected, found none")]


def test_evidence_has_a_kind(site: Site) -> None:
    found = find(site, proposal("in-review", "evidence:\n  - {source: a visit, finding: they search}"))
    assert found == [("front-matter-required", "expected the key `evidence.kind`, found none")]


def test_an_empty_list_that_is_not_asked_for_is_no_finding(site: Site) -> None:
    assert find(site, proposal(more='tags: []\ngoals: []\nevidence: []\ndepends_on: ""')) == []
