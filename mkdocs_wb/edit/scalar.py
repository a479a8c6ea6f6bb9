"""Values as YAML that reads back as what was meant, whatever signs are in them."""

from __future__ import annotations

import re
from datetime import date

from ..errors import WbError

# What needs no quotes: it begins with a letter and has no sign that means something to YAML, in this version or the next.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ;.!'’()/&+=@%-]|[,?](?!\S)|:(?=\w))*(?<! )")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_NOT_IN_FLOW = re.compile(r"[,?:]")
_JOINERS = "\u200c\u200d"  # of scripts and of emoji
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}

Value = str | int | date


def render_scalar(value: Value, quotes: str = "", *, flow: bool = False) -> str:
    """A value on one line of YAML.

    Args:
        value: a text, which gets quotes where it needs them; a number or a day, which does not.
        quotes: those of the value that it replaces, kept where they can be.
        flow: whether it stands between brackets or braces.

    Raises:
        WbError: a text that is not Unicode.
    """
    if not isinstance(value, str):
        return str(value)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        message = f"expected text in UTF-8, found {value!r}"
        raise WbError(message) from error
    if quotes == "'" and all(map(_is_visible, value)):
        return "'" + value.replace("'", "''") + "'"
    plain = _PLAIN.fullmatch(value) and value.casefold() not in _WORDS
    if plain and quotes != '"' and not (flow and _NOT_IN_FLOW.search(value)):
        return value
    return '"' + "".join(map(_escape, value)) + '"'


def _is_visible(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINERS


def _escape(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if _is_visible(sign):
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
