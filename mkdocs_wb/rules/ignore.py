"""Switching a rule off at one place of a document, with a reason: `<!-- wb:ignore superlatives: a customer's words -->`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Finding, Place, Problem, Proposal

# In the body as a comment, in the front matter as one of YAML's.
_IGNORE = re.compile(r"(?:<!--|#)\s*wb:ignore\s+(?P<rule>[\w-]+)(?:\s*:\s*(?P<reason>[^\n]*?))?\s*(?:-->|$)")


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
    found = []
    for number, line in enumerate(proposal.text.split("\n"), start=1):
        for match in _IGNORE.finditer(line):
            following = next((block.end for block in proposal.blocks if block.end >= number), number)
            last = number + 1 if number <= proposal.front_matter.end else following
            found.append(Ignore(match["rule"], (match["reason"] or "").strip(), number, last))
    return tuple(found)


def split_ignored(
    findings: Iterable[Finding], ignores: tuple[Ignore, ...]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that no reasoned comment speaks of, and the others."""
    kept: list[Finding] = []
    silenced: list[Finding] = []
    for finding in findings:
        spoken = any(speaks_of(ignore, finding) for ignore in ignores)
        (silenced if spoken else kept).append(finding)
    return tuple(kept), tuple(silenced)


def speaks_of(ignore: Ignore, finding: Finding) -> bool:
    """Whether a comment with a reason covers a finding."""
    return bool(ignore.reason) and ignore.rule == finding.rule and ignore.first <= finding.place.line <= ignore.last


def report_unreasoned(proposal: Proposal) -> Iterator[Problem]:
    """A problem for each comment that gives no reason: it has no effect."""
    for ignore in find_ignores(proposal):
        if not ignore.reason:
            message = f"expected a reason for ignoring {ignore.rule}, found none; the rule is asked all the same"
            help_ = f"write <!-- wb:ignore {ignore.rule}: why it does not hold here -->"
            yield Problem("ignore-reason", Place(ignore.first), message, help_)
