"""Words and sentences: where one ends, in scripts with and without spaces."""

from __future__ import annotations

import re
from functools import cache

# Scripts that do not separate words by spaces: each sign is a token of its own, and two of them count as a word,
# which is close to what segmenters report for running Japanese and Chinese text.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_FIRST_UNSPACED = "\u3040"
_SPACED_TOKEN = re.compile(r"\w+(?:[.,:'’\-–/]\w+)*")
_PLAIN_TOKEN = re.compile(_SPACED_TOKEN.pattern, re.ASCII)

# Bullets that a word processor leaves behind: Markdown knows no list in them, and each line says something of its own.
BULLETS = "•◦▪●■‣⁃\uf0b7"
_SENTENCE_END = re.compile(rf"(?<![.!?…])[.!?…]+[\"'”’“‘»)\]]*(?=\s+|$)|[。！？]+[」』）]*|\n(?=[ \t]*[{BULLETS}]\s)")
# After these a full stop ends no sentence; one-letter initials are caught by their length.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "e.g",
        "i.e",
        "approx",
        "inc",
        "ltd",
        "co",
        "corp",
        "fig",
        "dept",
        "est",
        "u.s",
        "u.k",
        "a.m",
        "p.m",
        "z.b",
        "d.h",
        "u.a",
        "bzw",
        "ca",
        "nr",
        "str",
        "evtl",
        "ggf",
        "inkl",
        "usw",
        "vgl",
        "abs",
        "ariz",
        "calif",
        "colo",
        "conn",
        "fla",
        "mich",
        "minn",
        "okla",
        "tenn",
        "bspw",
        "mio",
        "mrd",
        "т.е",
        "т.д",
        "т.п",
        "г",
        "ул",
        "стр",
        "см",
    ]
)


_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"]
) | frozenset(["december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
_NEAR = 200  # signs before a full stop in which the two words before it stand: the whole text may be long
_SIGN = re.compile(r"\S")
_NUMBERED = frozenset({"no", "nr"})  # abbreviations only before a number: “No.” is an answer, too


def tokens(text: str) -> list[str]:
    """The words of a text in order; each sign of an unspaced script is one."""
    if text.isascii():
        return _PLAIN_TOKEN.findall(text)
    return (_mixed_token() if _may_be_unspaced(text) else _SPACED_TOKEN).findall(text)


def count_words(text: str) -> int:
    """How many words a reader would count."""
    found = tokens(text)
    if text.isascii() or not _may_be_unspaced(text):
        return len(found)
    unspaced = sum(1 for token in found if _unspaced().match(token))
    return len(found) - unspaced + (unspaced + 1) // 2


def _may_be_unspaced(text: str) -> bool:
    return max(text) >= _FIRST_UNSPACED


@cache  # large sets of signs take long to compile, and most documents have none of them
def _unspaced() -> re.Pattern[str]:
    return re.compile(rf"[{_UNSPACED}]")


@cache
def _mixed_token() -> re.Pattern[str]:
    spaced = rf"[^\W{_UNSPACED}]"
    return re.compile(rf"[{_UNSPACED}]|(?:{spaced}|(?<={spaced})[.,:'’\-–/](?={spaced}))+")


def split_sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a paragraph.

    Args:
        text: plain text, line breaks and all.

    Returns:
        For each sentence its offset in `text`, and its words with white space folded.
    """
    found: list[tuple[int, str]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match[0].startswith(".") and _goes_on(text, match):
            continue
        start = _add(found, text, start, match.end())
    _add(found, text, start, len(text))
    return found


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial or a number (`3. März`) rather than to the end."""
    before = text[max(match.start() - _NEAR, 0) : match.start()].rsplit(None, 1)
    word = before[-1].lstrip("(\"'“‘„").casefold() if before else ""
    following = _SIGN.search(text, match.end())
    if following is None:
        return False
    after = following[0]
    if word in _NUMBERED:
        return after.isdigit()
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return True
    if word.isdigit() and len(word) <= 2 and after.isalpha() and len(match[0]) == 1:
        return before[0].rpartition(" ")[2].casefold() not in _MONTHS  # `by May 3. We …` ends, `am 3. März` goes on
    return after.islower()


def _add(found: list[tuple[int, str]], text: str, start: int, end: int) -> int:
    piece = text[start:end]
    sentence = " ".join(piece.split())
    if sentence[:1] in BULLETS:
        sentence = sentence[1:].lstrip()
    if sentence:
        found.append((start + len(piece) - len(piece.lstrip()), sentence))
    return end
