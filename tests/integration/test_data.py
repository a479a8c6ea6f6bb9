"""proposals.json and the schema that is published beside it."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Site, proposal
from tests.integration.test_pages import approve
from tests.integration.test_views import HOSTILE


def close(schema: Any) -> Any:
    """The same schema, which no key passes that it does not name."""
    if isinstance(schema, list):
        return [close(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: close(value) for key, value in schema.items()}
    return {**closed, "additionalProperties": False} if "properties" in schema else closed


def read_data(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The data, and the schema that it names; it has been checked against it."""
    file = folder / "portfolio" / "proposals.json"
    data = json.loads(file.read_text())
    schema = json.loads((file.parent / data["$schema"]).read_text())
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator.FORMAT_CHECKER
    assert list(Draft202012Validator(close(schema), format_checker=checker).iter_errors(data)) == []
    return data, schema


def test_the_data_meets_its_schema_in_every_state_of_a_proposal(site: Site) -> None:
    approval = approve(site, "proposals/deer.md", proposal("in-review"))
    site.commit("Say more", {"proposals/deer.md": proposal("approved", approval, price="$19")})
    site.commit("Write", {"proposals/b.md": proposal("nonsense"), "proposals/c.md": proposal("approved")})
    data, _ = read_data(site.build())
    found = {one["id"]: (one["status"], one["scope"]["verdict"], one["badge"]) for one in data["proposals"]}
    assert found == {
        "deer": ("approved", "creep", "portfolio/badges/deer.svg"),
        "b": (None, "not-approved", "portfolio/badges/b.svg"),
        "c": ("approved", "unchanged", "portfolio/badges/c.svg"),
    }


@pytest.mark.parametrize("line", [*HOSTILE, "title: ''", "tags: [{a: b}]", "created: 7", "approvals: [1, {by: 7}]"])
def test_hostile_values_meet_the_schema(site: Site, line: str) -> None:
    key = line.partition(":")[0]
    rows = [row for row in proposal("approved").split("\n") if not row.startswith(f"{key}:")]
    site.commit("Write", {"proposals/a.md": "\n".join([rows[0], line, *rows[1:]])})
    assert len(read_data(site.build())[0]["proposals"]) == 1


def test_a_portfolio_without_git_or_proposals_meets_the_schema(site: Site) -> None:
    site.write({"index.md": "# Home"})
    assert read_data(site.build())[0]["proposals"] == []
    site.write({"proposals/a.md": proposal()})
    assert read_data(site.build())[0]["proposals"][0]["updated"] is None


def test_the_schema_has_a_teams_own_statuses_and_forbids_others(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal("parked")})
    block = {"statuses": {"parked": {"stage": "idea", "approved": False, "moves": ["draft"]}}}
    data, schema = read_data(site.build(block))
    assert data["proposals"][0]["status"] == "parked"
    for path, value in (("status", "nonsense"), ("owner", "Ana"), ("url", None)):
        wrong = deepcopy(data)
        wrong["proposals"][0][path] = value
        assert not Draft202012Validator(schema).is_valid(wrong)
    del data["proposals"][0]["scope"]["growth"]
    assert not Draft202012Validator(schema).is_valid(data)


def test_the_schema_lets_later_keys_pass(site: Site) -> None:
    site.commit("Write", {"proposals/a.md": proposal()})
    data, schema = read_data(site.build())
    data["proposals"][0]["later"] = 1
    assert Draft202012Validator(schema).is_valid(data)
