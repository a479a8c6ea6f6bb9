"""Whole processes, timed from outside: what the operating system accounted to them and to those they waited for.

User CPU time rather than wall time decides, since it wavers less on a machine with other work. Reference and candidate
run in turn (A B A B …), and the medians of each are compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


class RunError(Exception):
    """A command that was to be timed failed; the message has the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Command:
    """A process to time: `exits` are the codes that are no failure, `stdin` a file that it reads."""

    arguments: Sequence[str]
    folder: Path
    exits: tuple[int, ...] = (0,)
    stdin: Path | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of user CPU, seconds on the clock, and the largest process in MB."""

    user: float
    wall: float
    peak: float

    def __str__(self) -> str:
        return f"{self.user:.2f} s user, {self.wall:.2f} s, {self.peak:.0f} MB"

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.user + other.user, self.wall + other.wall, max(self.peak, other.peak))


@dataclass(frozen=True, slots=True)
class Timer:
    """Runs commands in an environment of their own; `prepare` puts things back before each run."""

    environment: dict[str, str]
    prepare: Callable[[Path], None]

    def measure(self, commands: Sequence[Command]) -> Cost:
        """Run commands one after the other, and add up what they cost."""
        self.prepare(commands[0].folder)
        first, *others = map(self._run, commands)
        return sum(others, first)

    def _run(self, command: Command) -> Cost:
        with tempfile.TemporaryFile() as output, Path(command.stdin or os.devnull).open("rb") as given:
            begin = time.perf_counter()
            process = subprocess.Popen(
                command.arguments, cwd=command.folder, env=self.environment, stdin=given, stdout=output, stderr=output
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in command.exits:
                output.seek(-min(output.tell(), 2_000), os.SEEK_END)
                said = output.read().decode(errors="replace")
                message = f"exit {process.returncode}: {' '.join(command.arguments)}\n{said}"
                raise RunError(message)
        return Cost(usage.ru_utime, wall, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("user", "wall", "peak")))
