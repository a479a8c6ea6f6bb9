"""The approved version of an approved proposal can be found.

Where it cannot, nothing can be said about the scope: not that it grew, and not that it did not. The message names the cause
and the command that mends it.

## Bad

```markdown
---
status: approved
owner: Herd team
customer: Deer farmers
approvals:
  - version: 1
    date: 2026-03-01
    by: [Ana Ruiz]
    digest: wb1:0000000000000000000000000000000000000000000000000000000000000000
---
# Deer Tracker
```

## Good

```markdown
---
status: draft
owner: Herd team
customer: Deer farmers
---
# Deer Tracker
```
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem, Severity
from ..parse.matter.approvals import find_strangers, is_signed, read_approvals
from .subject import Subject
from .table import find_severity

_OTHER = "status-approver-allowed"


def check(subject: Subject) -> Iterator[Problem]:
    """One problem at most, at the approval that leads nowhere; none where its value or its signer is a finding already."""
    baseline = subject.scope.baseline
    if baseline.unsigned and _is_told(subject):
        return
    broken = any(violation.path[:2] == ("front_matter", "approvals") for violation in subject.violations)
    if baseline.problem and not broken and subject.has_readable_front_matter:
        front_matter = subject.proposal.front_matter
        approvals = front_matter.get("approvals")
        path = ("approvals", len(approvals) - 1) if isinstance(approvals, list) and approvals else ("status",)
        message = f"expected to find the approved version; {baseline.problem}"
        yield Problem("baseline-known", front_matter.place(*path), message, baseline.help)


def _is_told(subject: Subject) -> bool:
    """Whether another rule says that nobody approved it who may, or its own approval is by somebody who may."""
    approvers, approvals = subject.settings.approvers, read_approvals(subject.proposal.front_matter)
    given = subject.settings.rules.find(_OTHER, subject.proposal.path)
    severity = find_severity(_OTHER, subject.stage) if given is None else given
    is_asked = severity is not Severity.OFF and bool(approvals and find_strangers(approvals[-1], approvers))
    return is_asked or bool(approvals and is_signed(approvals[-1], approvers))
