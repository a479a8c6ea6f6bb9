"""Which findings a change brought in."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Finding, Proposal

_ALIKE = 0.6  # of difflib's ratio over words: the same line, edited
_LONGEST = 2_000  # characters of a line that are looked at


@dataclass(frozen=True, slots=True)
class _Said:
    """A finding with its line, white space aside."""

    finding: Finding
    line: str


def drop_known(
    found: Iterable[Finding], proposal: Proposal, known: Iterable[Finding], old: Proposal
) -> tuple[Finding, ...]:
    """The findings that the earlier version had not, or that mattered less there.

    One that only moved to another line is no new one, nor is one whose line was edited for another reason, one that
    stands for less of what it stood for, or one that misses a limit by less.
    """
    waiting = list(_with_lines(known, old))
    before = [said.finding for said in waiting]
    left = []
    for said in _with_lines(found, proposal):
        same = next((one for one in waiting if one.line == said.line and _is_same(one.finding, said.finding)), None)
        if same and not said.finding.parts:
            waiting.remove(same)
        else:
            left.append(said)
    new = []
    for said in left:
        near = next((one for one in waiting if _is_same(one.finding, said.finding) and _is_alike(one, said)), None)
        if near and not said.finding.parts:
            waiting.remove(near)
        elif not _is_rest(said.finding, before):
            new.append(said.finding)
    return tuple(new)


def _with_lines(findings: Iterable[Finding], proposal: Proposal) -> Iterator[_Said]:
    lines = proposal.text.split("\n")
    for finding in findings:
        line = lines[finding.place.line - 1] if finding.place.line <= len(lines) else ""
        yield _Said(finding, " ".join(line.split()))


def _is_same(known: Finding, found: Finding) -> bool:
    """Whether the earlier one says as much: in the same words, or that the same limit is missed by no less."""
    if known.rule != found.rule or known.severity.weight < found.severity.weight:
        return False
    return known.message == found.message or known.excess >= found.excess > 0


def _is_alike(known: _Said, found: _Said) -> bool:
    one, other = (said.line[:_LONGEST].split() for said in (known, found))
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _is_rest(finding: Finding, known: Iterable[Finding]) -> bool:
    """Whether all that a finding stands for is among what those before stood for."""
    had = (
        part
        for other in known
        if other.rule == finding.rule and other.severity.weight >= finding.severity.weight
        for part in other.parts or ((other.message,) if finding.parts else ())
    )
    return not Counter(finding.parts or (finding.message,)) - Counter(had)
