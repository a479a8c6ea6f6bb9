"""Where somebody speaks in a release, and the words that say who: an attribution before, within, behind or below what is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ...model import Block
from ..language.language import read_language
from ..language.words import count_words
from .attributions import find_said
from .closing import BOLD
from .notes import NOTE
from .signatures import CLOSING, OPENING, QUOTED, SIGNATURE, even_marks, find_signed, is_credit, may_sign

_STARTS = re.compile(rf"[*_>\s-]*[{OPENING}]")
_DASHED = re.compile(r"\s*[–—]\s?(?P<words>[^\n–—]{10,}?)[,.!?…]?\s?[–—]\s?")  # — Мы возим хлеб, — сказала Ольга.
# What stands outside the quotation marks, each quotation a `|`: `| reports Ana Ruiz`, `| Ana Ruiz, a farmer`, `Ana Ruiz: |`.
_TOLD = re.compile(r"\|[\s,–—-]*(?P<name>[^\W\d_A-ZÀ-ÞА-Я]\w*(?:\s[^\W\d_A-ZÀ-ÞА-Я]\w*){0,2}\s[A-ZÀ-ÞА-Я]\w*.{0,120})")
_AFTER = re.compile(r"[\s,]*\|[\s,(（]*(?P<name>[^\W\d_a-z][^|.!?]{1,80}(?:\.[^|]{0,60})?)")
_BEFORE = re.compile(r"(?P<name>[^|]{2,120}?)[:：]\s*\|")
# `Ana Ruiz is a farmer. |`
_PRESENTED = re.compile(r"(?P<name>[^\W\d_a-z][^|]{5,120})[.。]\s*\|\s*")
# `> Ana Ruiz, a farmer: It found my herd.`
_INTRODUCED = re.compile(r"(?P<name>[^\W\d_a-z][^:：\n|]{2,60})[:：]\s*(?=\S)")
# a note of MkDocs' usual extensions: `!!! quote "Ana Ruiz, a farmer"` above what she says
_NOTE = re.compile(NOTE + r" +(?:quote|cite)\b[^\"\n]*(?:\"(?P<name>[^\"\n]+)\"[ \t]*)?(?:\n(?P<words>[\s\S]*)|$)")
_ITALIC = re.compile(r"\s*([*_]{1,3})(?P<words>[^\s*_][^*_\n]{20,600})\1\s*[–—―-]{1,2}\s*(?P<name>[^\n]{3,100})")
_LONG = re.compile(r"(?<![^\W_])[A-ZÀ-ÞА-Я][\w'’-]{2,}")
_SENTENCE = re.compile(r"(?<=\w\w\w)[.!?]\s+|[。！？]")
_FEWEST = 3  # words of a quotation; `"Never again"` is a phrase
_FEWEST_ALONE = 6  # of one without a speaker; `> "Never lose a deer again"` is a motto
_LONGEST_LEAD = 25  # words of one that says who speaks below it


class Speech(NamedTuple):
    """What is said in the blocks `first` to `last` (exclusive), and the words that say who says it, if any."""

    first: int
    last: int
    speaker: str
    text: str


def find_speeches(blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[Speech]:
    """Where somebody is quoted, in order.

    Args:
        blocks: of the document.
        indices: of those that may be part of it.
    """
    free = set(indices)
    until = 0
    for index in indices:
        if index < until or blocks[index].kind not in ("paragraph", "quote", "item", "row"):
            continue
        following = _join_lines(index + 1, blocks, free) if index + 1 in free else None
        speech = _find_speech(index, blocks[index], following)
        if speech is not None:
            joined = following is not None and speech.last > index + 1 and following.end > blocks[index + 1].end
            speech = speech._replace(last=speech.last + joined)
            until = speech.last
            yield speech._replace(first=_begin(speech.first, blocks, free))


def _join_lines(index: int, blocks: Sequence[Block], free: Collection[int]) -> Block:
    """A block; a name in bold with the line below it, which the reader may have taken for a label and its text."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 in free else None
    if below is None or below.start != block.end + 1 or below.kind != "paragraph" or not BOLD.fullmatch(block.source):
        return block
    return block._replace(end=below.end, text=f"{block.text}\n{below.text}", source=f"{block.source}\n{below.source}")


def _find_speech(index: int, block: Block, following: Block | None) -> Speech | None:
    """What a block says, signed in itself, below, or told to come by it."""
    if note := _NOTE.match(block.source):
        apart = not (note["words"] or "").strip() and following is not None and following.kind == "code"
        words = (following.source if apart and following is not None else note["words"]) or ""
        return Speech(index, index + 1 + apart, note["name"] or _find_signer_within(words), words)
    if block.kind == "row":
        return _find_in_row(index, block)
    starts = opens_quotation(block)
    if block.kind == "item" and not starts:
        speaker = _find_named_first(block)
        return Speech(index, index + 1, speaker, block.text) if speaker else None
    signer = _find_signer(block, following) if following is not None and (starts or block.kind == "quote") else None
    if signer:
        return Speech(index, index + 2, signer, block.text)
    if speaker := _find_speaker(block):
        return Speech(index, index + 1, speaker, block.text)
    if following is not None and (lead := _find_lead(block, following)):
        return Speech(index, index + 2, lead, following.text)
    alone = block.kind == "quote" and _is_quotation(block.text) and not _asks(block.text)
    return Speech(index, index + 1, "", block.text) if alone else None


def _find_signer_within(words: str) -> str:
    """Who signs the words of a note in their last line; empty where nobody does."""
    signature = SIGNATURE.fullmatch(words.rstrip().rpartition("\n")[2])
    return signature["name"] if signature is not None else ""


def _find_in_row(index: int, block: Block) -> Speech | None:
    """A row of a table in which one cell is what somebody says, and the others who."""
    cells = block.text.split(" | ")
    said = next((cell for cell in cells if _is_quotation(cell)), None)
    who = ", ".join(cell for cell in cells if cell != said)
    return Speech(index, index + 1, who, said) if said and (is_credit(who) or _names_somebody(who)) else None


def opens_quotation(block: Block) -> bool:
    """Whether a block begins with a quotation mark."""
    return _STARTS.match(even_marks(block.source)) is not None


def _begin(first: int, blocks: Sequence[Block], free: set[int]) -> int:
    """Where a quotation of several paragraphs begins: each of them is opened, and only the last closed."""
    while first - 1 in free and _is_unclosed(blocks[first - 1]):
        first -= 1
    return first


def _is_unclosed(block: Block) -> bool:
    text = block.text.strip()
    return block.kind in ("paragraph", "quote") and text[:1] in ('"', "“", "„", "«") and not re.search(r'.["”“»]', text)


def _asks(text: str) -> bool:
    return text.rstrip(f"*_ \n{CLOSING}").endswith(("?", "？"))


def _find_signer(block: Block, following: Block) -> str | None:
    """Who signs a quotation in the paragraph below it: after a dash, or a name and a role and nothing else."""
    if following.kind not in ("paragraph", "quote", "item"):
        return None
    signature = SIGNATURE.fullmatch(following.text)
    if signature is not None:
        return signature["name"] if may_sign(signature["name"]) else None
    quoted = _is_quotation(block.text) or (block.kind == "quote" and not opens_quotation(block))
    return following.text.strip() if quoted and is_credit(following.text) else None


def _is_quotation(text: str) -> bool:
    """Whether a text is one quotation and nothing else: whose, its author forgot to say."""
    quoted = QUOTED.fullmatch(even_marks(text.strip("*_ \n")))
    return quoted is not None and count_words(quoted["words"]) >= _FEWEST_ALONE


def _find_lead(block: Block, following: Block) -> str | None:
    """The paragraph that says who speaks in the next one: `Ana Ruiz, a farmer, on her first spring:`."""
    lead = block.text.strip(" *_\n")
    if heads_speech(block, following):
        return lead
    set_apart = following.kind == "quote" or (following.kind == "paragraph" and _is_quotation(following.text))
    if block.kind != "paragraph" or not lead.endswith((":", "：")) or not set_apart or opens_quotation(block):
        return None
    if count_words(lead) > _LONGEST_LEAD or _find_speaker(following) is not None:
        return None
    language = read_language()
    sentence = _SENTENCE.split(lead)[-1]
    named = language.customer.search(sentence) or language.leader.search(sentence) or _has_full_name(sentence)
    told = opens_quotation(following) and not language.interrogative.match(sentence)  # `What the customer gets:`
    said = told or language.said.search(sentence) or _speaks(following.text)
    return sentence if named and said else None


def heads_speech(block: Block, following: Block) -> bool:
    """Whether a bold line in a blockquote ends with what somebody is, and what they say stands below: `> **Bo (farmer)**`."""
    said = following.text.strip()
    bold = block.kind == "quote" and BOLD.fullmatch(block.source.strip("> \n")) is not None
    whole = following.kind == "paragraph" and opens_quotation(following) and said.endswith(tuple(CLOSING))
    return bold and whole and block.text.rstrip("*_ ").endswith((")", "）"))


def _speaks(text: str) -> bool:
    """Whether somebody speaks of themselves."""
    language = read_language()
    return bool(language.first_person.search(text) or language.built.search(text) or language.experience.search(text))


def _has_full_name(text: str) -> bool:
    return re.search(r"(?<![^\W_])[A-ZÀ-ÞА-Я][\w'’-]+\s[A-ZÀ-ÞА-Я][\w'’-]+(?:,|\s\()", text) is not None


def _find_named_first(block: Block) -> str | None:
    """The speaker of an item that is a name, a colon and a quotation: `- **Ana, a farmer:** "It works."`."""
    outside = " ".join(QUOTED.sub(" | ", even_marks(block.text)).split())
    found = _BEFORE.fullmatch(outside.rstrip(" .")) if "|" in outside else None
    return found["name"] if found is not None and _names_somebody(found["name"]) else None


def _find_speaker(block: Block) -> str | None:
    """The words that say who is speaking; None where nobody is quoted or nobody is named."""
    text = even_marks(block.text)
    quoted = next((said for said in QUOTED.finditer(text) if count_words(said["words"]) >= _FEWEST), None)
    if signed := find_signed(block, text):
        return signed
    dashed = _DASHED.match(text)
    if dashed is not None and (said := read_language().said.match(text, dashed.end())):
        return text[said.end() : said.end() + 120]
    if block.kind == "quote" and (named := _find_in_quote(text)):
        return named
    italic = _ITALIC.fullmatch(block.source)
    if italic is not None and is_credit(italic["name"]) and _speaks(italic["words"]):
        return italic["name"]
    if quoted is None:
        return None
    starts = _STARTS.match(text) is not None
    if not starts and all(count_words(said["words"]) <= _FEWEST for said in QUOTED.finditer(text)):
        return None  # phrases: `38 % of refunds cite "forgot to cancel"`
    outside = " ".join(QUOTED.sub(" | ", text).split())
    said_by = find_said(outside, near=not starts)
    if said_by is not None:
        return said_by
    presented = _PRESENTED.fullmatch(outside)
    if presented is not None and _names_somebody(presented["name"]) and _speaks(quoted["words"]):
        return presented["name"]
    found = _BEFORE.match(outside) if _names_somebody(re.split("[:：]", outside, maxsplit=1)[0]) else None
    if starts and (
        quoted["words"].rstrip()[-1] in ",.!?…" or outside[:4].startswith(("| ,", "|,", "| (", "|(", "| （", "|（"))
    ):
        found = found or _TOLD.match(outside) or _AFTER.fullmatch(outside.rstrip(" .)）"))
    return found["name"] if found else None


def _find_in_quote(text: str) -> str | None:
    """Who speaks in a blockquote without quotation marks: a last line that is a name and a role, or a first one before a colon."""
    said, _, last = text.rstrip().rpartition("\n")
    if said.rstrip().endswith((".", "!", "?", "…", "。")) and is_credit(last.strip("*_ ")):
        return last
    told = _INTRODUCED.match(text)
    if told is None or not ("," in told["name"] or "(" in told["name"]) or not _names_somebody(told["name"]):
        return None
    words = text[told.end() :]
    return told["name"] if count_words(words) >= _FEWEST_ALONE and _speaks(words) else None


def _names_somebody(lead: str) -> bool:
    """Whether the words before a colon are somebody's name, perhaps with a title or an age."""
    language = read_language()
    lead = re.split(r"[.!?]\s", lead)[-1]
    somebody = language.customer.search(lead) or language.leader.search(lead) or len(_LONG.findall(lead)) > 1
    return bool(somebody) and len(lead.split()) <= 12
