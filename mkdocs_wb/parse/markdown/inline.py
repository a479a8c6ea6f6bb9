"""Inline Markdown to plain text, keeping every line break, in linear time.

The block parser's own inline pass would double the cost of reading a file, and what is asked of inline markup is
little: what a person reads, which images stand there, and whether a run is bold or italic.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_SPECIAL = re.compile(r"[\\`*_\[<&{~!=]")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)(.{1,400}?)(?<!`)\1(?!`)", re.DOTALL)
# As browsers read it, whatever Markdown makes of it: `<!-->` and `<!--->` are whole comments, and `--!>` ends one as well.
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_IMG = re.compile(r"<img\b[^<>]{0,1000}>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
# What is struck through is written and not said: `We ~~never~~ sell data.` says that we do.
_STRUCK_TAG = re.compile(r"<(del|s|strike)(?:\s[^<>]{0,300})?>.{0,500}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_UNSEEN_TAG = re.compile(r"<(script|style|template)(?:\s[^<>]{0,300})?>.{0,20000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
# The same said by an attribute; where such elements stand within one another, what follows the inner one is taken as seen.
_ATTRIBUTE = r"\s+[\w:@.-]{1,100}(?:\s*=\s*(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'|[^\s\"'<>]{1,500}))?"
_HIDDEN_TAG = re.compile(
    rf"<(\w{{1,20}})(?:{_ATTRIBUTE}){{0,20}}?"
    r"\s+(?:hidden(?=[\s=>])|style\s*=\s*[\"'][^\"'<>]{0,300}(?:display\s*:\s*none|visibility\s*:\s*hidden))"
    r"[^<>]{0,500}>.{0,20000}?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_HIDING = re.compile(r"\shidden[\s=>]|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Critic Markup: what is taken out, put in, put in the place of something, marked, and said beside the text.
_CRITIC = re.compile(
    r"\{(?:--(?:.{1,500}?)--|\+\+(?P<put>.{1,500}?)\+\+|~~(?:.{0,500}?)~>(?P<new>.{0,500}?)~~|==(?P<marked>.{1,500}?)==|>>(?:.{0,500}?)<<)\}",
    re.DOTALL,
)
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~]).{0,500}?(?<=[^\s~])~~(?!~)", re.DOTALL)
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]{1,500}|[^<>\s@]{1,100}@[^<>\s@]{1,100})>")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()\s]{0,1000}(?:\s+[\"'(][^()]{0,300})?\)|\[[^\[\]]{0,100}\])")
_LINK = re.compile(
    r"\[([^\[\]]{0,1000})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s+[\"'(][^()]{0,300})?\)|\[[^\[\]]{0,100}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_ATTRIBUTES = re.compile(r"[ ]?\{:?[ ]*[#.][^{}\n]{0,200}\}")
_EMPHASIS = re.compile(r"(\*{1,3}|~~|(?<![^\W_])(?<!_)_{1,3}(?!_))(?=\S)|(?<=\S)(\*{1,3}|~~|(?<!_)_{1,3}(?!\w))")
_MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])(.{1,500}?)(?<=[^\s=])==(?![=\w])", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("\ue000(\\d+)\ue001")


def plain_text(source: str) -> str:
    """What a reader sees of a piece of inline Markdown.

    Args:
        source: the Markdown of a paragraph, heading or cell.

    Returns:
        The same without markup: link and image texts without their targets, code without its backticks, no HTML
        tags, entities resolved, nothing of what is struck through or no text (a style, a script). Line breaks stay where they were.
    """
    if not _SPECIAL.search(source):
        return source
    held: list[str] = []

    def hold(text: str) -> str:
        """Keep a piece from the later steps, behind a character of the private use area."""
        held.append(text)
        return f"\ue000{len(held) - 1}\ue001"

    text = source.replace("\ue000", "").replace("\ue001", "")
    if "`" in text:
        text = _CODE.sub(lambda match: hold(match[2].strip(" ")), text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: hold(match[1]), text)
    if "<" in text:
        text = _without_tags(text, hold)
    if "[" in text:
        text = _FOOTNOTE.sub("", text)
        text = _IMAGE.sub(_words_of, text)
        text = _LINK.sub(_words_of, text)
    if "{" in text:
        text = _CRITIC.sub(_words_left, text)
        text = _ATTRIBUTES.sub("", text)
    if "~~" in text:
        text = _STRUCK.sub(_lines_of, text)
    if "==" in text:
        text = _MARKED.sub(lambda match: match[1], text)
    text = _EMPHASIS.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return _HELD.sub(lambda match: held[int(match[1])], text) if held else text


def blank_unread(source: str) -> str:
    """A piece of Markdown in which code and comments are blanks: every other sign keeps its place."""
    text = _CODE.sub(_blanks_of, source) if "`" in source else source
    return replace_comments(text, _blanks_of)


def drop_comments(text: str) -> str:
    """A text without HTML comments; its line breaks stay."""
    return replace_comments(text, _lines_of)


def replace_comments(text: str, by: Callable[[re.Match[str]], str]) -> str:
    """A text with something in the place of each HTML comment."""
    end = max(text.rfind(closing) + len(closing) for closing in ("-->", "--!>"))
    # one that is never closed would be looked for from each of its beginnings
    return _COMMENT.sub(by, text[:end]) + text[end:] if end > 4 else text


def drop_unseen(text: str) -> str:
    """HTML without comments and what is struck through or not shown; its line breaks stay."""
    text = drop_comments(text)
    if "</" not in text:
        return text
    text = _STRUCK_TAG.sub(_lines_of, _UNSEEN_TAG.sub(_lines_of, text))
    return _HIDDEN_TAG.sub(_lines_of, text) if _HIDING.search(text) else text


def _without_tags(text: str, hold: Callable[[str], str]) -> str:
    """Text without what is not seen, and without tags; an image leaves its alternative text."""
    text = _AUTOLINK.sub(lambda match: hold(match[1]), drop_unseen(text))
    return _TAG.sub(_lines_of, _IMG.sub(_alternative_of, _BREAK.sub(" ", text)))


def _blanks_of(match: re.Match[str]) -> str:
    """Blanks, and the line breaks, in the place of what goes."""
    return re.sub(r"[^\n]", " ", match[0])


def _lines_of(match: re.Match[str]) -> str:
    """The line breaks of what goes."""
    return "\n" * match[0].count("\n")


def _words_left(match: re.Match[str]) -> str:
    """The words that are to stand, and the line breaks of the others."""
    words = next(filter(None, match.groups()), "")
    return words + "\n" * (match[0].count("\n") - words.count("\n"))


def _words_of(match: re.Match[str]) -> str:
    """The words of a link, and the line breaks of its target."""
    return match[1] + "\n" * (match[0].count("\n") - match[1].count("\n"))


def _alternative_of(match: re.Match[str]) -> str:
    """What is said in the place of an image, and the line breaks of its tag."""
    found = _ALT.search(match[0])
    words = next(filter(None, found.groups()), "") if found else ""
    return words + "\n" * (match[0].count("\n") - words.count("\n"))
