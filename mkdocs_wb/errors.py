"""The exception: wb itself cannot go on. What is wrong with a proposal is a finding, never an exception."""

from __future__ import annotations


class WbError(Exception):
    """A configuration, a schema or a request that cannot be met.

    Its message is one line that names the file or option and says what to do; the command line ends with exit code 2.
    """
