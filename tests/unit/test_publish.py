"""What a site leaves out is told from a text."""

from __future__ import annotations

import pytest

from mkdocs_wb.publish import is_private

from .conftest import Read


@pytest.mark.parametrize("blanks", ["\n", "\t\n", " "])
@pytest.mark.usefixtures("five_seconds")
def test_blanks_above_everything_are_looked_through_in_the_time_of_their_length(read: Read, blanks: str) -> None:
    above = blanks * 100_000
    assert not is_private(read(f"{above}\nText.\n"))
    assert is_private(read(f"{above}\n  private: yes\n"))
