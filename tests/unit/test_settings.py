"""The plugin's block: defaults, and one line for whatever is wrong in it."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_wb.errors import WbError, suggest
from mkdocs_wb.lifecycle import Stage, Status
from mkdocs_wb.model import Severity
from mkdocs_wb.settings import KEYS, LeaveOut, ScopeSettings, Settings, parse_settings


@pytest.mark.parametrize("block", [None, {}, dict.fromkeys(KEYS)], ids=["none", "empty", "keys without values"])
def test_nothing_given_is_the_defaults_of_the_contract(block: dict[str, Any] | None) -> None:
    settings = parse_settings(block)
    assert settings == Settings()
    assert settings.proposals == ("proposals/**/*.md",)
    assert settings.types == {"prfaq": "classic"}
    assert (settings.default_type, settings.portfolio, settings.status_from) == ("prfaq", "portfolio/", "front_matter")
    assert (settings.findings, settings.fail_level, settings.strategy) == ("serve", Severity.ERROR, "strategy.yml")
    assert settings.scope == ScopeSettings(0.1, (), ())
    assert settings.publish == LeaveOut((), (), private=True)
    assert settings.portfolio_index == "portfolio/index.md"


WRONG: dict[str, list[tuple[Any, str]]] = {
    "proposals": [([], "at least one pattern"), ([3], "a list of texts"), ({"a": 1}, "a list of texts"), (3, "a list")],
    "types": [(["classic"], "a mapping"), ({"prfaq": 3}, "text")],
    "default_type": [("other", "one of types (prfaq)"), (3, "text")],
    "portfolio": [("/abs/", "below docs_dir"), ("../up/", "below docs_dir"), ("a/../../b", "below docs_dir"), ("", "below docs_dir"), (3, "text")],
    "status_from": [("git", "front_matter or folder"), (["folder"], "front_matter or folder")],
    "statuses": [
        ("draft", "a mapping"),
        ({"live": "nowhere"}, "a status (draft, "),
        ({"pilot": {"stage": "soon"}}, "idea or review or committed or closed"),
        ({"pilot": {}}, "idea or review or committed or closed"),
        ({"pilot": {"stage": "idea", "approved": "maybe"}}, "true or false"),
        ({"pilot": {"stage": "idea", "moves": ["nowhere"]}}, "statuses (draft, "),
        ({"pilot": {"stage": "idea", "colour": "red"}}, "no such option"),
        ({"pilot": 3}, "a mapping"),
    ],
    "approvers": [({"a": 1}, "a list of texts"), ([1], "a list of texts")],
    "findings": [("sometimes", "serve or always or never"), (True, "serve or always or never")],
    "fail_level": [("off", "info, warning or error"), (False, "info, warning or error"), ("fatal", "expected info, warning or error"), ([], "error")],
    "rules": [
        (["a"], "a mapping"),
        ({"section-required": "loud"}, "off, info, warning or error"),
        ({"section-required": True}, "off, info, warning or error"),
        ({"section-required": 0}, "off, info, warning or error"),
        ({"section-required": ["off"]}, "off, info, warning or error"),
    ],
    "jargon": [(3, "a list of texts")],
    "scope": [
        ([], "a mapping"),
        ({"budget": 10}, "a percentage such as 10%"),
        ({"budget": "-10%"}, "a percentage such as 10%"),
        ({"fail_on": ["creeps"]}, "some of unchanged, "),
        ({"warn_on": {"a": 1}}, "a list of texts"),
        ({"fail": ["creep"]}, "did you mean “fail_on”?"),
    ],
    "strategy": [(3, "text"), ([], "text")],
    "publish": [
        ([], "a mapping"),
        ({"leave": {}}, "did you mean “leave_out”?"),
        ({"leave_out": {"private": "yes"}}, "true or false"),
        ({"leave_out": {"statuses": 3}}, "a list of texts"),
        ({"leave_out": {"statuses": ["drafd"]}}, "there is no status 'drafd'; did you mean “draft”?"),
        ({"leave_out": {"element": []}}, "did you mean “elements”?"),
        ({"leave_out": ["draft"]}, "a mapping"),
    ],
}  # fmt: skip


def test_every_option_has_wrong_values_here() -> None:
    assert set(WRONG) == set(KEYS)


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [(option, value, expected) for option, cases in WRONG.items() for value, expected in cases],
)
def test_a_wrong_value_names_its_option_and_what_is_expected(option: str, value: Any, expected: str) -> None:
    with pytest.raises(WbError) as caught:
        parse_settings({option: value})
    message = str(caught.value)
    assert message.startswith(option)
    assert expected in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ({"scope": {"budget": "lots"}}, "scope.budget: "),
        ({"rules": {"section-required": "loud"}}, "rules.section-required: "),
        ({"statuses": {"pilot": {"stage": "soon"}}}, "statuses.pilot.stage: "),
        ({"publish": {"leave_out": {"private": 3}}}, "publish.leave_out.private: "),
        ({"types": {"adr": []}}, "types.adr: "),
    ],
)
def test_a_nested_option_is_named_in_full(block: dict[str, Any], names: str) -> None:
    with pytest.raises(WbError) as caught:
        parse_settings(block)
    assert str(caught.value).startswith(names)


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("proposal", "proposal: there is no such option; did you mean “proposals”?"),
        ("fail-level", "did you mean “fail_level”?"),
        ("zzz", "zzz: there is no such option"),
        (3, "3: there is no such option"),
        (False, "False: there is no such option"),
    ],
)
def test_an_unknown_option_is_refused_with_the_nearest_one(key: Any, says: str) -> None:
    with pytest.raises(WbError) as caught:
        parse_settings({key: 1})
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("block", "name", "value"),
    [
        ({"proposals": "*.md"}, "proposals", ("*.md",)),
        ({"portfolio": "plans"}, "portfolio", "plans/"),
        ({"portfolio": "a/b/"}, "portfolio", "a/b/"),
        ({"types": {"adr": "adr.json"}, "default_type": "adr"}, "types", {"adr": "adr.json"}),
        ({"fail_level": "warning"}, "fail_level", Severity.WARNING),
        ({"scope": {"budget": "12.5 %", "fail_on": "creep"}}, "scope", ScopeSettings(0.125, ("creep",), ())),
        ({"scope": {"budget": "0%", "warn_on": ["narrowed"]}}, "scope", ScopeSettings(0.0, (), ("narrowed",))),
        ({"publish": {"leave_out": {"statuses": ["draft"], "private": False}}}, "publish", LeaveOut(("draft",), (), private=False)),
        ({"publish": {"leave_out": None}}, "publish", LeaveOut()),
        ({"status_from": "folder"}, "status_from", "folder"),
    ],
)  # fmt: skip
def test_what_is_given_is_read(block: dict[str, Any], name: str, value: Any) -> None:
    assert getattr(parse_settings(block), name) == value


def test_a_team_has_synonyms_and_statuses_of_its_own() -> None:
    lifecycle = parse_settings({
        "statuses": {
            "Live": "launched",
            "in prüfung": "In Review",
            "Pilot": {"stage": "committed", "moves": ["launched", "pilot"]},
            "parked": {"stage": "idea"},
            "alpha": "pilot",
            "draft": {"stage": "idea", "moves": ["pilot"]},
        }
    }).lifecycle  # fmt: skip
    names = {word: status.name for word in ("live", "In Prüfung", "PILOT", "Alpha") if (status := lifecycle.find(word))}
    assert names == {"live": "launched", "In Prüfung": "in-review", "PILOT": "pilot", "Alpha": "pilot"}
    assert lifecycle.statuses["pilot"] == Status("pilot", Stage.COMMITTED, approved=True, moves=("launched", "pilot"))
    assert lifecycle.statuses["parked"] == Status("parked", Stage.IDEA, approved=False, moves=())
    assert lifecycle.statuses["draft"].moves == ("pilot",)
    order = ["draft", "parked", "in-review", "approved", "building", "pilot", "launched"]
    assert list(lifecycle.statuses) == [*order, "rejected", "withdrawn", "superseded"]


@pytest.mark.parametrize(
    ("word", "said"),
    [("problm", "; did you mean “problem”?"), ("xyz", ""), ("", "")],
)
def test_a_near_word_is_suggested(word: str, said: str) -> None:
    assert suggest(word, ["problem", "solution"]) == said
