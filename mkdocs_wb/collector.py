"""The garbage collector, kept from walking over and over through proposals that are all in use."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Collect nothing meanwhile, if anything was collected before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep() -> None:
    """Pass over what there is now, until `release`."""
    gc.freeze()


def release() -> None:
    """Look at everything again."""
    gc.unfreeze()
