"""The garbage collector is as it was once the work is done."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from mkdocs_wb import collector

from .conftest import Compare


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize("is_on", [True, False])
def test_a_pause_ends_as_it_began_whatever_happens_in_it(*, is_on: bool) -> None:
    (gc.enable if is_on else gc.disable)()
    with pytest.raises(ValueError, match="in it"), collector.paused():
        assert not gc.isenabled()
        raise ValueError("in it")
    assert gc.isenabled() is is_on


def test_what_was_made_is_passed_over_until_it_is_released() -> None:
    with collector.paused():
        made = [[number] for number in range(5_000)]
    assert gc.get_freeze_count() > len(made)
    assert gc.get_count()[0] < len(made)
    collector.release()
    assert gc.get_freeze_count() == 0


def test_a_comparison_leaves_nothing_to_collect(compare: Compare) -> None:
    old, new = "# Deer\n\n## Solution\n\nIt works.\n", "# Deer\n\n## Solution\n\nIt works offline.\n"
    compare(old, new)  # the first one makes what is kept
    gc.collect()
    gc.disable()
    compare(old, new)
    assert gc.collect() == 0
