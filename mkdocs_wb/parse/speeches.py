"""Where somebody speaks in a release, and the words that say who: an attribution before, within, behind or below what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Block
from .closing import BOLD
from .language import read_language
from .signatures import CAPITAL, CLOSING, OPENING, QUOTED, SIGNATURE, even_marks, find_signed, is_credit, may_sign
from .words import count_words

_STARTS = re.compile(rf"[*_>\s-]*[{OPENING}]")
_DASHED = re.compile(r"\s*[–—]\s?(?P<words>[^\n–—]{10,}?)[,.!?…]?\s?[–—]\s?")  # — Мы возим хлеб, — сказала Ольга.
# What stands outside the quotation marks, each quotation a `|`: `| reports Ana Ruiz`, `| Ana Ruiz, a farmer`, `Ana Ruiz: |`.
_TOLD = re.compile(r"\|[\s,–—-]*(?P<name>[^\W\d_A-ZÀ-ÞА-Я]\w*(?:\s[^\W\d_A-ZÀ-ÞА-Я]\w*){0,2}\s[A-ZÀ-ÞА-Я]\w*.{0,120})")
_AFTER = re.compile(r"[\s,]*\|[\s,(（]*(?P<name>[^\W\d_a-z][^|.!?]{1,80}(?:\.[^|]{0,60})?)")
_BEFORE = re.compile(r"(?P<name>[^|]{2,120}?)[:：]\s*\|")
# `> Ana Ruiz, a farmer: It found my herd.`
_INTRODUCED = re.compile(r"(?P<name>[^\W\d_a-z][^:：\n|]{2,60})[:：]\s*(?=\S)")
# a note of MkDocs' usual extensions: `!!! quote "Ana Ruiz, a farmer"` above what she says
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?) +(?:quote|cite)\b[^\"\n]*\"(?P<name>[^\"\n]+)\"[ \t]*(?:\n(?P<words>[\s\S]*)|$)")
_LONG = re.compile(r"(?<![^\W_])[A-ZÀ-ÞА-Я][\w'’-]{2,}")
_CLAUSE = re.compile(r"\||(?<=\w\w\w)[.!?]\s|[。！？]")
_BEGINS = re.compile(r"[\s,–—-]*(?:[^\W\d_A-ZÀ-Þ]+\s){0,2}[A-ZÀ-ÞА-Я]")
# `the alert says`, and nobody in it
_THING = re.compile(r"(?:^|[\s|])(?i:the|this|that|its|your|each|every)\s+[a-z][\w-]*(?:\s[a-z][\w-]*){0,3}\s*$")
_RELATIVE = re.compile(r"\s(?:that|which|then|also|now)$")
_ARTICLE = re.compile(r"\s+(?:an?|its|their|your|more|new)\s")
_SENTENCE = re.compile(r"(?<=\w\w\w)[.!?]\s+|[。！？]")
_NEAR = 60  # characters between a quotation and the word that it is said
_FAR = 160  # within which its speaker is named
_FEWEST = 3  # words of a quotation; `"Never again"` is a phrase
_FEWEST_ALONE = 6  # of one without a speaker; `> "Never lose a deer again"` is a motto
_FEW = 3  # words between `says` and what is said
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
        if index < until or blocks[index].kind not in ("paragraph", "quote", "item"):
            continue
        following = blocks[index + 1] if index + 1 in free else None
        speech = _find_speech(index, blocks[index], following)
        if speech is not None:
            until = speech.last
            yield speech._replace(first=_begin(speech.first, blocks, free))


def _find_speech(index: int, block: Block, following: Block | None) -> Speech | None:
    """What a block says, signed in itself, below, or told to come by it."""
    if note := _NOTE.match(block.source):
        apart = not (note["words"] or "").strip() and following is not None and following.kind == "code"
        return Speech(index, index + 1 + apart, note["name"], (note["words"] or ""))
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
    if following.kind not in ("paragraph", "quote"):
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
    if quoted is None:
        return None
    starts = _STARTS.match(text) is not None
    outside = " ".join(QUOTED.sub(" | ", text).split())
    said_by = _find_said(outside, near=not starts)
    if said_by is not None:
        return said_by
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


def _find_said(outside: str, *, near: bool) -> str | None:
    """Who it is that is said to speak; beside a quotation where none opens the paragraph (`a shared canvas`)."""
    for said in read_language().said.finditer(outside):
        if near and not _is_beside(outside, said):
            continue
        speaker = _find_subject(outside, said)
        lead = outside[max(0, said.start() - _FAR) : said.start()]
        if not near or not (_is_thing(lead) or _has_object(outside, said)):
            return speaker
    return None


def _is_beside(outside: str, said: re.Match[str]) -> bool:
    """Whether a quotation comes shortly before, or after a colon, a comma or few words: not `say they sleep, and |`."""
    if "|" in outside[max(0, said.start() - _NEAR) : said.start()]:
        return True
    gap, quoted, _ = outside[said.end() : said.end() + _NEAR].partition("|")
    return bool(quoted) and (gap.rstrip()[-1:] in (":", "：", ",", "，", "、", "") or len(gap.split()) <= _FEW)


def _is_thing(before: str) -> bool:
    """Whether what speaks is nobody: `The law says`, `a button that says`."""
    language = read_language()
    clause = _RELATIVE.sub("", _CLAUSE.split(before)[-1].rstrip())
    if any(found.end() == len(clause) for found in language.thing.finditer(clause)):
        return True
    thing = _THING.search(clause)
    return thing is not None and not (language.leader.search(thing[0]) or language.customer.search(thing[0]))


def _has_object(outside: str, said: re.Match[str]) -> bool:
    """Whether what stands behind a verb is its object, and no quotation: `With |, the owner adds a vet`."""
    before, after = outside[: said.start()].rstrip(), outside[said.end() : said.end() + _NEAR]
    return before[-1:].isalnum() and "|" not in after and _ARTICLE.match(after) is not None


def _find_subject(outside: str, said: re.Match[str]) -> str:
    """Who says it, as its clause has it: `said Ana Ruiz, CEO`, `Ana Ruiz, CEO, said`, `Ana told the team`.

    A pronoun is whoever the paragraph has named before.
    """
    lead = outside[max(0, said.start() - _FAR) : said.start()]
    clauses = [clause.strip(" –—-") for clause in _CLAUSE.split(lead)]
    before = clauses.pop()
    if clauses and len(before) <= _FEW and not before.isascii():
        before = clauses.pop()  # `농장주 이민수 씨는 | 라고 말했다`
    after = _CLAUSE.split(outside[said.end() : said.end() + _FAR], maxsplit=1)[0]
    adjoins = bool(before) and not before.endswith((",", "，", "、"))
    follows = not any(sign.isalpha() for sign in before) or (not adjoins and _BEGINS.match(after))
    told = after if follows else before
    if read_language().pronoun.fullmatch(told.strip(" ,.:")):
        named = lead.replace("|", " ").removesuffix(told)
        return named if CAPITAL.search(named) else told.strip(" ,.:")
    return told


def _names_somebody(lead: str) -> bool:
    """Whether the words before a colon are somebody's name, perhaps with a title or an age."""
    language = read_language()
    lead = re.split(r"[.!?]\s", lead)[-1]
    somebody = language.customer.search(lead) or language.leader.search(lead) or len(_LONG.findall(lead)) > 1
    return bool(somebody) and len(lead.split()) <= 12
