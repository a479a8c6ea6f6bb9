"""What became of a proposal since it was approved, from its history."""

from .edits import build_past
from .reader import Reader
from .tracing import Tracing

__all__ = ["Reader", "Tracing", "build_past"]
