"""The configuration: every key with its default, read from the plugin's block whoever loads it.

Globs are git's own patterns (pathspec), the dialect in which MkDocs reads `exclude_docs` and `not_in_nav`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import PurePosixPath
from typing import Any

from pathspec import GitIgnoreSpec

from .errors import OptionError, suggest
from .lifecycle import Lifecycle, Stage, Status, arrange, fold_status
from .model import Severity, Verdict
from .scope.kinds import KINDS


@dataclass(frozen=True, slots=True)
class ScopeSettings:
    """What the exit code makes of a comparison; `budget` is a share of the approved words.

    `fail_on` and `warn_on` are verdicts, and kinds of change.
    """

    budget: float = 0.1
    fail_on: tuple[str, ...] = ()
    warn_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Severities that the team sets: everywhere, and for the files that a pattern matches, where the last one counts."""

    everywhere: Mapping[str, Severity] = field(default_factory=dict)
    by_pattern: tuple[tuple[str, GitIgnoreSpec, Mapping[str, Severity]], ...] = ()

    def find(self, rule: str, path: str) -> Severity | None:
        """The severity of a rule for a file; None where the team left it to the table."""
        found = self.everywhere.get(rule)
        for _pattern, spec, severities in self.by_pattern:
            if rule in severities and spec.match_file(path):
                found = severities[rule]
        return found

    def names(self) -> Iterator[tuple[str, str]]:
        """Every rule that is named, each with the pattern above it, which may be empty."""
        yield from (("", rule) for rule in self.everywhere)
        yield from ((pattern, rule) for pattern, _spec, severities in self.by_pattern for rule in severities)


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """What a published site leaves out."""

    statuses: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    private: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """The plugin's block, checked."""

    proposals: tuple[str, ...] = ("proposals/**/*.md",)
    types: Mapping[str, str] = field(default_factory=lambda: {"prfaq": "classic"})
    default_type: str = "prfaq"
    portfolio: str = "portfolio/"
    status_from: str = "front_matter"
    statuses: Lifecycle = field(default_factory=Lifecycle)
    approvers: tuple[str, ...] = ()
    findings: str = "serve"
    fail_level: Severity = Severity.ERROR
    rules: RuleSettings = field(default_factory=RuleSettings)
    jargon: tuple[str, ...] = ()
    scope: ScopeSettings = field(default_factory=ScopeSettings)
    strategy: str = "strategy.yml"
    publish: LeaveOut = field(default_factory=LeaveOut)

    @property
    def lifecycle(self) -> Lifecycle:
        """The statuses of this team."""
        return self.statuses

    @property
    def portfolio_index(self) -> str:
        """The source path of the portfolio's page."""
        return f"{self.portfolio}index.md"


KEYS = tuple(item.name for item in fields(Settings))


def parse_settings(block: Any) -> Settings:
    """Check the plugin's block.

    Args:
        block: as YAML gave it; None is an empty one.

    Returns:
        The settings, with defaults for what is not given.

    Raises:
        OptionError: a key is unknown or a value is not what it should be; names the option and what is expected.
    """
    if block is not None and not isinstance(block, Mapping):
        raise _fail("wb", "a mapping of options", block)
    given = dict(block or {})
    for key in given:
        if key not in KEYS:
            message = f"{key}: there is no such option{suggest(str(key), KEYS)}"
            raise OptionError(message)
    read = {key: _READERS[key](key, value) for key, value in given.items() if value is not None}
    settings = Settings(**read)
    for status in settings.publish.statuses:
        if settings.lifecycle.find(status) is None:
            known = list(settings.lifecycle.statuses)
            message = f"publish.leave_out.statuses: there is no status {status!r}{suggest(status, known)}"
            raise OptionError(message)
    if settings.default_type not in settings.types:
        message = f"default_type: expected one of types ({', '.join(settings.types)}), found {settings.default_type!r}"
        raise OptionError(message)
    return settings


def _fail(option: str, expected: str, found: Any) -> OptionError:
    return OptionError(f"{option}: expected {expected}, found {found!r}")


def _text(option: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _fail(option, "text", value)
    return value


def _texts(option: str, value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise _fail(option, "a list of texts", value)
    return tuple(items)


def _mapping(option: str, value: Any, known: tuple[str, ...] = ()) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _fail(option, "a mapping", value)
    for key in value:
        if known and key not in known:
            message = f"{option}.{key}: there is no such option{suggest(str(key), known)}"
            raise OptionError(message)
    return {str(key): item for key, item in value.items()}


def _one_of(*choices: str) -> Any:
    def read(option: str, value: Any) -> str:
        if not isinstance(value, str) or value not in choices:
            raise _fail(option, " or ".join(choices), value)
        return str(value)

    return read


def _subset_of(*choices: str) -> Any:
    def read(option: str, value: Any) -> tuple[str, ...]:
        for item in _texts(option, value):
            if item not in choices:
                raise _fail(option, f"some of {', '.join(choices)}", item)
        return _texts(option, value)

    return read


def _globs(option: str, value: Any) -> tuple[str, ...]:
    patterns = _texts(option, value)
    if not patterns:
        raise _fail(option, "at least one pattern such as proposals/**/*.md", value)
    for pattern in patterns:
        _spec(option, pattern)
    return patterns


def _spec(option: str, pattern: str) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines([pattern])
    except (ValueError, re.error) as error:
        raise _fail(option, "a pattern such as proposals/**/*.md", pattern) from error


def _types(option: str, value: Any) -> dict[str, str]:
    return {key: _text(f"{option}.{key}", item) for key, item in _mapping(option, value).items()}


def _folder(option: str, value: Any) -> str:
    path = PurePosixPath(_text(option, value))
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise _fail(option, "a folder below docs_dir, such as portfolio/", value)
    return f"{path}/"


def _severity(option: str, value: Any) -> Severity:
    return (
        Severity.OFF if value is False or value == "off" else _level(option, value, "off, ")
    )  # YAML reads off as false


def _level(option: str, value: Any, more: str = "") -> Severity:
    if not isinstance(value, str) or value not in {level.value for level in Severity if level is not Severity.OFF}:
        raise _fail(option, f"{more}info, warning or error", value)
    return Severity(value)


def _rules(option: str, value: Any) -> RuleSettings:
    """`rule: severity`, and `pattern: {rule: severity}` for some files."""
    given = _mapping(option, value)
    everywhere = {key: _severity(f"{option}.{key}", item) for key, item in given.items() if not isinstance(item, dict)}
    by_pattern = [
        (
            key,
            _spec(f"{option}.{key}", key),
            {rule: _severity(f"{option}.{key}.{rule}", level) for rule, level in item.items()},
        )
        for key, item in given.items()
        if isinstance(item, dict)
    ]
    return RuleSettings(everywhere, tuple(by_pattern))


def _scope(option: str, value: Any) -> ScopeSettings:
    given = _mapping(option, value, tuple(item.name for item in fields(ScopeSettings)))
    names = _subset_of(*(verdict.value for verdict in Verdict), *KINDS)
    read: dict[str, Any] = {
        key: names(f"{option}.{key}", given[key]) for key in ("fail_on", "warn_on") if given.get(key) is not None
    }
    if "budget" in given:
        match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*%", str(given["budget"]))
        if match is None:
            raise _fail(f"{option}.budget", "a percentage such as 10%", given["budget"])
        read["budget"] = float(match[1]) / 100
    return ScopeSettings(**read)


def _leave_out(option: str, value: Any) -> LeaveOut:
    given = _mapping(option, value, ("leave_out",)).get("leave_out") or {}
    inner = f"{option}.leave_out"
    chosen = _mapping(inner, given, tuple(item.name for item in fields(LeaveOut)))
    private = chosen.get("private", True)
    if not isinstance(private, bool):
        raise _fail(f"{inner}.private", "true or false", private)
    statuses, elements = (_texts(f"{inner}.{key}", chosen.get(key, [])) for key in ("statuses", "elements"))
    return LeaveOut(statuses, elements, private)


def _statuses(option: str, value: Any) -> Lifecycle:
    """Synonyms (`live: launched`) and own rows (`pilot: {stage: committed, approved: true, moves: [launched]}`)."""
    default = Lifecycle()
    rows, synonyms = dict(default.statuses), dict(default.synonyms)
    for name, item in _mapping(option, value).items():
        here, folded = f"{option}.{name}", fold_status(name)
        if isinstance(item, str):
            synonyms[folded] = fold_status(item)
            continue
        row = _mapping(here, item, ("stage", "approved", "moves"))
        stages = tuple(stage.value for stage in Stage)
        stage = Stage(_one_of(*stages)(f"{here}.stage", row.get("stage")))
        approved = row.get("approved", stage is Stage.COMMITTED)
        if not isinstance(approved, bool):
            raise _fail(f"{here}.approved", "true or false", approved)
        moves = tuple(fold_status(move) for move in _texts(f"{here}.moves", row.get("moves", [])))
        rows[folded] = Status(folded, stage, approved, moves)
    for name, target in synonyms.items():
        if target not in rows:
            raise _fail(f"{option}.{name}", f"a status ({', '.join(rows)})", target)
    for status in rows.values():
        for move in status.moves:
            if move not in rows:
                raise _fail(f"{option}.{status.name}.moves", f"statuses ({', '.join(rows)})", move)
    return Lifecycle(arrange(rows.values()), synonyms)


_READERS: dict[str, Any] = {
    "proposals": _globs,
    "types": _types,
    "default_type": _text,
    "portfolio": _folder,
    "status_from": _one_of("front_matter", "folder"),
    "statuses": _statuses,
    "approvers": _texts,
    "findings": _one_of("serve", "always", "never"),
    "fail_level": _level,
    "rules": _rules,
    "jargon": _texts,
    "scope": _scope,
    "strategy": _text,
    "publish": _leave_out,
}
