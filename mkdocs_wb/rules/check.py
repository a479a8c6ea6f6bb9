"""Asking every rule about a proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..errors import OptionError, WbError, suggest
from ..model import Finding, Problem, Severity
from ..settings import RuleSettings
from .ignore import find_ignores, split_ignored
from .subject import Subject
from .table import find_severity

_MACHINERY = {"check", "ignore", "missing", "place", "release", "subject", "table", "words"}
_LAST = "ignore-used"  # asked when the others have spoken
_LONGEST = 500  # characters of a message
Check = Callable[[Subject], Iterator[Problem]]
Gather = Callable[[Sequence[Problem]], Iterable[Problem]]


@cache
def read_rules() -> Mapping[str, ModuleType]:
    """Every rule's module by the rule's name: adding a file adds a rule."""
    package = import_module(__package__)
    names = sorted(module.name for module in iter_modules(package.__path__) if module.name not in _MACHINERY)
    return {name.replace("_", "-"): import_module(f"{__package__}.{name}") for name in names}


def find_page(rule: ModuleType) -> str:
    """A rule's page: its docstring. The first line is the rule in a sentence.

    Raises:
        WbError: it has none, as under `python -OO`.
    """
    if not rule.__doc__:
        message = f"{rule.__name__}: the rule has no page; run without -OO"
        raise WbError(message)
    return rule.__doc__.strip()


def check(subject: Subject) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings about a proposal, and those that comments in it switch off.

    Both are in the order of the file, the graver first where two share a line. A rule that has much to say may `gather`
    it: what is switched off is taken out before, or a comment at one place would silence what is counted there of others.
    """
    findings: list[Finding] = []
    silenced: list[Finding] = []
    asked: dict[str, list[Problem]] = {}
    ignores, path = find_ignores(subject.proposal), subject.proposal.path
    for rule, ask, gather in _list_questions():
        given = subject.settings.rules.find(rule, path)
        severity = find_severity(rule, subject.stage) if given is None else given
        if severity is Severity.OFF:
            continue
        asked[rule] = list(ask(replace(subject, asked=asked) if rule == _LAST else subject))
        if not asked[rule]:
            continue
        kept, ignored = split_ignored(asked[rule], ignores)
        findings += [_make_finding(problem, path, rule, severity) for problem in gather(kept)]
        silenced += [_make_finding(problem, path, rule, severity) for problem in ignored]
    return _in_order(findings), _in_order(silenced)


@cache
def _list_questions() -> tuple[tuple[str, Check, Gather], ...]:
    """What each rule asks and how it gathers, in the order in which they are asked."""
    rules = sorted(read_rules().items(), key=lambda item: item[0] == _LAST)
    return tuple((rule, module.check, getattr(module, "gather", list)) for rule, module in rules)


def _make_finding(problem: Problem, path: str, rule: str, severity: Severity) -> Finding:
    """A problem as it is reported; what it quotes of a document may be of any length."""
    message = problem.message if len(problem.message) <= _LONGEST else f"{problem.message[: _LONGEST - 1]}…"
    return Finding(path, problem.place, severity, rule, message, problem.help, problem.parts, problem.excess)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.place, -finding.severity.weight, finding.rule)))


def require_known(rules: RuleSettings) -> None:
    """Refuse a configuration that names a rule there is not.

    Raises:
        OptionError: names the option and the nearest rule.
    """
    for pattern, name in rules.names():
        if pattern in read_rules():
            message = f"rules.{pattern}: expected off, info, warning or error, found a mapping"
            raise OptionError(message)
        if name not in read_rules():
            where = f"rules.{pattern}.{name}" if pattern else f"rules.{name}"
            message = f"{where}: there is no such rule{suggest(name, read_rules())}"
            raise OptionError(message)
