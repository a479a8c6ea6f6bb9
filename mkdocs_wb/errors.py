"""The exception: wb itself cannot go on. What is wrong with a proposal is a finding, never an exception."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class WbError(Exception):
    """A configuration, a schema or a request that cannot be met.

    Its message is one line that names the file or option and says what to do; the command line ends with exit code 2.
    """


class OptionError(WbError):
    """An option of the configuration that cannot be met; its message begins with the option.

    Whoever knows the configuration's file names it before (`configuration.naming`).
    """


def suggest(word: str, known: Iterable[str]) -> str:
    """`; did you mean “x”?` where a known word is near, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean “{near[0]}”?" if near else ""
