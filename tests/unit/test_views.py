"""What templates are given."""

from __future__ import annotations

import pytest

from mkdocs_wb.render.views import shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A map  of\nthe herd", "A map of the herd"),
        ("A map of the whole herd", "A map of the whole…"),
        ("A map of the herds", "A map of the herds"),
        ("Weidezaunüberwachungsgerät", "Weidezaunüberwachu…"),
        ("A Weidezaunüberwachungsgerät", "A Weidezaunüberwac…"),
        ("鹿の群れを台所から見つける地図と首輪と通知", "鹿の群れを台所から見つける地図と首輪…"),
    ],
)
def test_a_text_is_cut_off_after_a_word_where_it_has_any(text: str, shown: str) -> None:
    assert shorten(text, 18) == shown
