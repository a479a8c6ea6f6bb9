"""How a press release ends: what it bids the reader do, and the lines about the company."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence
from itertools import takewhile

from ...model import Block
from ..language.language import read_language
from ..language.words import count_words, split_sentences

BOLD = re.compile(r"(\*\*|__)(?![\s*_])(?:(?!(?<![*_])\1(?![*_])).){3,}?(?<![\s*_])\1[.:]?", re.DOTALL)
_EMPHASISED = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])[^\n]{3,}?(?<![\s*_])\1")
_ADDRESS = re.compile(
    r"https?://|\bwww\.|[\w.-]@[\w-]+\.\w|\b[a-z0-9-]{2,}\.(?:com|org|net|io|dev|app|ai|co|de|jp|kr|ru|eu|uk|us|fr|es|br|it|nl|ch"
    r"|cn|tv|gg|edu|gov|info|blog|page|site|online|tech|store|shop|cloud|xyz|world|farm|health|care|school|news|tools|example)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\b[^\W\d_][\w-]*\.[a-z]{2,6}\b")
_END_MARK = re.compile(r"#\s?#\s?#|[-–—]\s?30\s?[-–—]|[-–—\s]*ENDE?S?[-–—\s]*")
_LINK = re.compile(r"(?:(?<!!)\[[^\[\]]*|\))\]\(\s*<?https?://")  # no `![a chart](https://…)`, though it may be linked
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_SIGNS = re.compile(r"^[^\w@/]+")  # `➡️ Get your collar`
_LEAD_IN = re.compile(r"^[^,:.!?\n]{2,60}[,:]\s+")  # `In Emacs, press …`, `It takes a minute: open …`
_END_LEVEL = 3  # of a heading that is the mark
_BARE = 8  # words of a paragraph that is an address and little more
_FEW = 2  # paragraphs of a section that only bids, or that end a release
_LONGEST_SLOGAN = 6  # words of a line below the last paragraph: `Herd Finder. Sleep through May.`
_LONGEST_TITLE = 5  # words: `About Sprout Bank`


def find_call_to_action(
    blocks: Sequence[Block], indices: Sequence[int], named: Container[int]
) -> tuple[int, int] | None:
    """The last paragraph that says where to get it or, being one of the last two, bids the reader do something.

    The lines about the company and what follows them count where there is no other, and so do the commands or links that
    end a release; what stands in a section that is `named` something else may bid what it likes. Commands and items below
    a colon are part of it.
    """
    language = read_language()
    release = list(takewhile(lambda index: not closes_release(blocks[index]), indices))
    prose = [index for index in release if blocks[index].kind == "paragraph" and not _is_for_press(blocks[index].text)]
    names = _find_names(blocks)
    told = [index for index in prose if not _is_slogan(blocks[index])]
    last = [n for n in {*prose[-_FEW:], *told[-_FEW:]} if n not in named and (n != prose[0] or _is_bare(blocks[n]))]
    calls = [n for n in prose if language.call_to_action.search(blocks[n].text)]
    calls += [n for n in last if _bids(blocks[n], names)]
    found = [n for n in calls if not language.about.search(blocks[n].text)] or calls
    if not found and (end := _find_end(blocks, release, named)) is not None:
        return end
    after = (index for index in indices[len(release) :] if blocks[index].kind == "paragraph")
    found = found or [n for n in after if language.call_to_action.search(blocks[n].text)]
    return (max(found), _with_list(max(found), blocks, indices)) if found else None


def _find_end(blocks: Sequence[Block], release: Sequence[int], named: Container[int]) -> tuple[int, int] | None:
    """The commands or the links that end a release: `pip install herd`, `- Docs: https://…`."""
    end = [index for index in release if blocks[index].kind != "rule"]
    kind = blocks[end[-1]].kind if end else "rule"
    run = list(takewhile(lambda index: blocks[index].kind == kind and index not in named, reversed(end)))
    if kind == "code":
        calls = any(read_language().call_to_action.search(blocks[index].text) for index in run)
    else:
        calls = kind == "item" and all(_bids(blocks[index]) for index in run)
    return (run[-1], run[0] + 1) if run and calls else None


def _with_list(call: int, blocks: Sequence[Block], indices: Sequence[int]) -> int:
    """Where a call ends, with the commands or items that its colon announces."""
    last, free = call + 1, set(indices)
    if blocks[call].text.rstrip().endswith((":", "：")):
        while last in free and blocks[last].kind in ("code", "item"):
            last += 1
    return last


def find_last_call(
    blocks: Sequence[Block], indices: Sequence[int], named: Container[int], said: Collection[int]
) -> tuple[int, int] | None:
    """What ends a release and bids the reader do something, beside a call to action that has its name.

    A section under a heading of its own words (`Next steps` below `How to get started`), or the paragraphs after the last
    voice.

    Args:
        blocks: of the document.
        indices: of those in the release.
        named: where elements begin.
        said: what somebody says.
    """
    heading = next((n for n in reversed(indices) if blocks[n].kind == "heading"), None)
    if heading is None or heading == indices[0] or heading in named or closes_release(blocks[heading]):
        return None
    told = [n for n in indices if n > heading and blocks[n].kind in ("paragraph", "quote")]
    voices = [n for n in told if n in said]
    told = [n for n in told if n not in said]
    names = _find_names(blocks)
    calls = any(_bids(blocks[n], names) or read_language().call_to_action.search(blocks[n].text) for n in told)
    if not calls or len(told) > _FEW:
        return None
    return (told[0] if voices and voices[0] < told[0] else heading, told[-1] + 1)


def find_call_after(blocks: Sequence[Block], indices: Sequence[int]) -> tuple[int, int] | None:
    """The paragraphs that bid the reader do something once everybody has spoken, in no section of their own."""
    release = takewhile(lambda index: not closes_release(blocks[index]), indices)
    prose = [index for index in release if blocks[index].kind == "paragraph" and not _is_for_press(blocks[index].text)]
    names = _find_names(blocks)
    calls = [n for n in prose if _bids(blocks[n], names) or read_language().call_to_action.search(blocks[n].text)]
    return (calls[0], calls[-1] + 1) if calls and len(prose) <= _FEW else None


def find_closing_line(blocks: Sequence[Block], indices: Sequence[int]) -> tuple[int, int] | None:
    """A line below the mark that ends a release, or below those about the company, that begins with where to learn more."""
    release = sum(1 for _ in takewhile(lambda index: not closes_release(blocks[index]), indices))
    for index in indices[release:]:
        block = blocks[index]
        bids = block.kind == "paragraph" and read_language().call_to_action.match(block.text.strip())
        if bids and not _is_for_press(block.text) and len(split_sentences(block.text)) == 1:
            return index, index + 1
    return None


def closes_release(block: Block) -> bool:
    """Whether a heading or a bold line opens the lines about the company that end a press release."""
    boilerplate = read_language().boilerplate.match(block.text)
    first, _, more = block.text.partition("\n")
    titled = bool(more) and len(first.split()) <= _LONGEST_TITLE
    alone = block.kind == "heading" or bool(BOLD.match(block.source.strip())) or titled
    labelled = boilerplate is not None and block.text[boilerplate.end() :].lstrip()[:1] in (":", "：")
    return (boilerplate is not None and (alone or labelled)) or _is_end_mark(block)


def find_end_mark(blocks: Sequence[Block], first: int, last: int) -> int:
    """The block in which a release says that it ends (`###`, `-30-`, `ENDS`), else `last`."""
    ends = (index for index in range(first + 1, last) if _is_end_mark(blocks[index]))
    return next((index for index in ends if not _is_stub(index, blocks)), last)


def _is_stub(index: int, blocks: Sequence[Block]) -> bool:
    """Whether an empty heading stands among sections of its level, and so is one that was never written."""
    if blocks[index].kind != "heading":
        return False
    following = next((n for n in range(index + 1, len(blocks)) if blocks[n].kind != "rule"), index)
    return following > index and blocks[following].kind == "heading" and blocks[following].level >= blocks[index].level


def _is_end_mark(block: Block) -> bool:
    """Whether a block says that the release ends; `###` without more is a heading to Markdown."""
    if block.kind == "heading":
        return not block.text and block.level == _END_LEVEL
    return block.kind == "paragraph" and _END_MARK.fullmatch(block.text.strip()) is not None


def _is_bare(block: Block) -> bool:
    """Whether a paragraph is an address or a link and few words: what it is for, not what the release is about."""
    addressed = _ADDRESS.search(block.text) or _LINK.search(block.source)
    return bool(addressed) and count_words(block.text) <= _BARE


def _is_slogan(block: Block) -> bool:
    """Whether a line below the last paragraph is a motto or says whose the rights are, and bids nothing."""
    short = bool(_EMPHASISED.fullmatch(block.source.strip())) or count_words(block.text) <= _LONGEST_SLOGAN
    return _COPYRIGHT.match(block.text) is not None or (short and not _bids(block))


def _is_for_press(text: str) -> bool:
    """Whether a paragraph says whom journalists may ask: `For press inquiries, contact …`."""
    return read_language().press.search(text) is not None


def _find_names(blocks: Sequence[Block]) -> frozenset[str]:
    """The products that are called like an address, as their headings tell: `Introducing Crate.io`."""
    return frozenset(match[0] for block in blocks if block.kind == "heading" for match in _DOMAIN.finditer(block.text))


def _bids(block: Block, names: Collection[str] = ()) -> bool:
    """Whether a sentence begins with what the reader should do, or the text says how or where on the web."""
    language = read_language()
    text = block.text
    for name in names:
        text = text.replace(name, "")
    if _ADDRESS.search(text) or _is_bare(block._replace(text=text)) or language.invitation.search(block.text):
        return True
    return any(_is_imperative(sentence) for _, sentence in split_sentences(block.text))


def _is_imperative(sentence: str) -> bool:
    """Whether a sentence begins with a verb that bids, perhaps after a word of courtesy or where it is to be done."""
    language = read_language()
    sentence = _SIGNS.sub("", sentence)
    polite = language.courtesy.match(sentence)
    if polite is not None:
        sentence = sentence[polite.end() :].lstrip(" ,")
    words = sentence.split(maxsplit=3)
    if len(words) > 2 and words[1].endswith("s") and language.has_word("auxiliary", words[2]):
        return False  # `Shop owners can …`, `Order forms are …`
    lead = _LEAD_IN.match(sentence)
    return language.imperative.match(sentence) is not None or (
        lead is not None
        and (language.lead_in.match(sentence) is not None or lead[0].rstrip().endswith(":"))
        and language.imperative.match(sentence, lead.end()) is not None
    )
