"""The garbage collector, kept from walking over and over through proposals that are all in use."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Collect nothing meanwhile, and pass over what was made until `release`, if anything was collected before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # before it is on again, or it would look at everything once
            gc.enable()


def release() -> None:
    """Look at everything again."""
    gc.unfreeze()
