"""Bytes to text."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import Place
from mkdocs_wb.parse.source import parse_source

POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12\n".encode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\n\rb\n\r", "a\n\nb\n\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        ("Jäger 鹿 🦌\u2028x".encode(), "Jäger 鹿 🦌\u2028x"),
    ],
)
def test_text_has_one_kind_of_line_break_and_no_mark(data: bytes, text: str) -> None:
    assert parse_source(data) == (text, ())


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xff", (1, 1), "0xff"),
        ("eins\nJäger".encode("latin-1"), (2, 2), "0xe4"),
        ("ä\r\näö".encode() + b"\xfc", (2, 3), "0xfc"),
        (b"a\rb\rc\xe4", (3, 2), "0xe4"),
        (b"\xef\xbb\xbfab\xe4", (1, 3), "0xe4"),
        ("鹿".encode()[:2], (1, 1), "0xe9"),
    ],
    ids=["alone", "latin-1", "after umlauts", "old mac", "after the mark", "cut off"],
)
def test_a_byte_that_is_not_utf_8_is_reported_at_its_place_and_replaced(
    data: bytes, place: tuple[int, int], byte: str
) -> None:
    text, (problem,) = parse_source(data)
    assert (problem.rule, problem.place) == ("source-readable", Place(*place))
    assert byte in problem.message
    assert "\ufffd" in text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("Deer".encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\0\0", "no text"),
        (b"a\0b", "no text"),
        (POINTER, "a pointer of Git LFS"),
    ],
)
def test_a_file_that_is_no_text_has_an_empty_text(data: bytes, found: str) -> None:
    text, (problem,) = parse_source(data)
    assert (text, problem.place) == ("", Place(1))
    assert found in problem.message
