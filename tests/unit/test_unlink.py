"""Links that a site leaves out: their words stay."""

from __future__ import annotations

import pytest

from mkdocs_wb.render.unlink import drop_links


def drop(content: str) -> str:
    return drop_links(content, "proposals/a/", "", lambda address, _fragment: address == "proposals/b/")


def test_the_words_of_a_link_that_goes_stay() -> None:
    assert drop('<a href="../b/">It <b>is</b></a>, <A HREF=../c/>too</A >.') == "It <b>is</b>, <A HREF=../c/>too</A >."


@pytest.mark.usefixtures("five_seconds")
def test_links_that_are_never_closed_are_looked_through_in_the_time_of_their_length() -> None:
    assert drop(f'<a href="../b/">It</a>{"<a href=x>" * 20_000}') == f"It{'<a href=x>' * 20_000}"
