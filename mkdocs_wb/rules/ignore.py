"""Switching rules off at one place of a document, with a reason: `<!-- wb:ignore superlatives: a customer's words -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Place, Problem, Proposal
from .table import SEVERITIES

# In the body as a comment, in the front matter as one of YAML's. Rules are divided by commas.
_WORDS = r"\s*wb:ignore(?![\w-])(?P<rules>[^:\n]*?)(?::(?P<reason>[^\n]*?))?"
_IN_BODY = re.compile(rf"(?<!`)<!--{_WORDS}(?:-->|$)")
_IN_FRONT_MATTER = re.compile(rf"(?:^|(?<=\s))#{_WORDS}$")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A rule that is not asked from one line to another."""

    rule: str
    reason: str
    first: int
    last: int


def find_ignores(proposal: Proposal) -> tuple[Ignore, ...]:
    """The places at which a document switches a rule off: the comment's own line and the block after it."""
    if "wb:ignore" not in proposal.text:
        return ()
    code = {line for block in proposal.blocks if block.kind == "code" for line in range(block.start, block.end + 1)}
    found = []
    for number, line in enumerate(proposal.text.split("\n"), start=1):
        if "wb:ignore" not in line or number in code:
            continue
        is_above = number <= proposal.front_matter.end
        following = next((block.end for block in proposal.blocks if block.end >= number), number)
        for match in (_IN_FRONT_MATTER if is_above else _IN_BODY).finditer(line):
            reason, last = (match["reason"] or "").strip(), number + 1 if is_above else following
            found += [Ignore(rule.strip(), reason, number, last) for rule in match["rules"].split(",")]
    return tuple(found)


def split_ignored(problems: Sequence[Problem], ignores: tuple[Ignore, ...]) -> tuple[list[Problem], list[Problem]]:
    """The problems that no reasoned comment speaks of, and the others."""
    kept: list[Problem] = []
    silenced: list[Problem] = []
    for problem in problems:
        spoken = any(speaks_of(ignore, problem) for ignore in ignores)
        (silenced if spoken else kept).append(problem)
    return kept, silenced


def speaks_of(ignore: Ignore, problem: Problem) -> bool:
    """Whether a comment with a reason covers a problem."""
    return bool(ignore.reason) and ignore.rule == problem.rule and ignore.first <= problem.place.line <= ignore.last


def report_unreasoned(proposal: Proposal) -> Iterator[Problem]:
    """A problem for each comment that gives no reason: it has no effect. One that names no rule is another finding."""
    for ignore in find_ignores(proposal):
        if not ignore.reason and ignore.rule in SEVERITIES:
            message = f"expected a reason for ignoring {ignore.rule}, found none; the rule is asked all the same"
            help_ = f"write <!-- wb:ignore {ignore.rule}: why it does not hold here -->"
            yield Problem("ignore-reason", Place(ignore.first), message, help_)
