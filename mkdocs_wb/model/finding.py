"""What is said of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .document import Place


class Severity(str, Enum):
    """How much a finding matters; `off` is a rule that is not asked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def weight(self) -> int:
        """Higher is worse; `off` is 0."""
        return {"error": 3, "warning": 2, "info": 1, "off": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a proposal that its author should know."""

    path: str
    place: Place
    severity: Severity
    rule: str
    message: str
    help: str = ""
    parts: tuple[str, ...] = ()
    excess: int = 0
