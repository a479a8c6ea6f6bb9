"""Who is quoted in a release: somebody of those who build it (`quote`) or somebody who uses it (`testimonial`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..model import Block, DocumentType
from .by_heading import fold_names
from .language import read_language
from .spans import Span, trim
from .titles import fold_title
from .words import count_words

SPOKEN = ("quote", "testimonial")
_OPENING, _CLOSING = '“„«»‹›「『"', '”“»«›‹」』"'
_ENDED = re.compile(r"(?:\n|[.!?…][*_]*)\s*[–—―-]{1,2}\s*$")
_STARTS = re.compile(rf"[*_>\s-]*[{_OPENING}]")
_QUOTED = re.compile(rf"[{_OPENING}](?P<words>[^{_OPENING}{_CLOSING}]{{10,}})[{_CLOSING}]")
_SIGNER = r"(?P<name>(?:[^\W\d_a-z]|@\w|(?:an?|the|eine?r?|early|beta|pilot)\s)[^\n]{2,100})"
_SIGNED = re.compile(rf"(?:^|[\s”\"»*_])[–—―-]{{1,2}}\s*{_SIGNER}$", re.MULTILINE)
_SIGNATURE = re.compile(rf"\s*[–—―-]{{1,2}}\s*{_SIGNER}\s*")
_DASHED = re.compile(r"\s*[–—]\s(?P<words>[^\n–—]{10,}),\s[–—]\s")  # — Мы возим хлеб, — сказала Ольга.
# What stands outside the quotation marks, each quotation a `|`: `| reports Ana Ruiz`, `| Ana Ruiz, a farmer`, `Ana Ruiz: |`.
_TOLD = re.compile(r"\|[\s,–—-]*(?P<name>[^\W\d_A-ZÀ-ÞА-Я]\w*(?:\s[^\W\d_A-ZÀ-ÞА-Я]\w*){0,2}\s[A-ZÀ-ÞА-Я]\w*.{0,120})")
_AFTER = re.compile(r"[\s,]*\|[\s,(（]*(?P<name>[^\W\d_a-z][^|.!?]{1,80}(?:\.[^|]{0,60})?)")
_BEFORE = re.compile(r"(?P<name>[^|]{3,120}):\s*\|")
_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÞА-Я][\w'’-]{2,}")
_HOUSE = re.compile(r"(?:\b(?P<by>at|bei|from|aus|из)\s|@)\s*(?:the\s+)?(?P<name>[A-ZÀ-ÞА-Я][\w&'’-]*)")
_AT = re.compile(r"\b(?:at|bei)\s+(?:the\s+|an?\s+)?")
_LAST = re.compile(r",[^,.]{2,60},\s*(?P<name>[A-ZÀ-ÞА-Я][\w&'’-]*)[^,|]{0,60}$")  # `Dee Ruiz, crew leader, Fen Trust`
_NEAR = 60  # characters between a quotation and the word that it is said
_FEWEST = 3  # words of a quotation; `"Never again"` is a phrase
_FEWEST_ALONE = 6  # of one without a speaker; `> "Never lose a deer again"` is a motto


class Speech(NamedTuple):
    """What is said in the blocks `first` to `last` (exclusive), and the words that say who says it, if any."""

    first: int
    last: int
    speaker: str
    text: str


def find_voices(
    blocks: Sequence[Block], indices: Sequence[int], named: Collection[str] = (), title: str = ""
) -> Iterator[Span]:
    """Where somebody is quoted and named, each as `quote` or `testimonial`.

    Args:
        blocks: of the document.
        indices: of those that may hold a voice.
        named: which of both has a section of its own: an unnamed voice is rather the other.
        title: of the section in which they speak, where it has words of its own: `Quote from a farmer`.
    """
    titles = {name for block in blocks if block.kind == "heading" for name in _NAME.findall(block.text)}  # no speaker's
    kinds: dict[str, str] = {f"#{kind}": kind for kind in named}  # of the names that have spoken
    for speech in _find_speeches(blocks, indices):
        names = [name for name in _NAME.findall(speech.speaker) if name not in titles]
        known = next((kinds[name] for name in names if name in kinds), None)
        kind = known or ("testimonial" if _weigh(_entitle(speech, title), names, kinds, blocks) > 0 else "quote")
        kinds.update(dict.fromkeys(names or [speech.speaker], kind))
        yield Span(kind, speech.first, speech.last, "pattern")


def _entitle(speech: Speech, title: str) -> Speech:
    """A speech whose speaker is told by the title of its section as well."""
    return speech._replace(speaker=f"{speech.speaker} {title}") if title else speech


def _find_speeches(blocks: Sequence[Block], indices: Sequence[int]) -> Iterator[Speech]:
    free = set(indices)
    for index in indices:
        block = blocks[index]
        if block.kind not in ("paragraph", "quote") and not (block.kind == "item" and _STARTS.match(block.source)):
            continue
        following = blocks[index + 1] if index + 1 in free else None
        signer = None
        if following is not None and following.kind in ("paragraph", "quote"):
            signature = _SIGNATURE.fullmatch(following.text)
            signer = signature["name"] if signature else _find_signer(block, following)
        if signer and (block.kind == "quote" or _STARTS.match(block.source)):
            yield Speech(index, index + 2, signer, block.text)
        elif speaker := _find_speaker(block):
            yield Speech(index, index + 1, speaker, block.text)
        elif block.kind == "quote" and _is_quotation(block.text):
            yield Speech(index, index + 1, "", block.text)


def _find_signer(block: Block, following: Block) -> str | None:
    """A name and a role in italics or bold below a paragraph that is one quotation: `_Matt Hale, head of products_`."""
    line = following.source.strip()
    marked = line[:1] in "*_" and line[-1:] == line[:1] and "\n" not in line
    named = marked and "," in line and len(_NAME.findall(following.text.partition(",")[0])) > 1
    return following.text.strip() if named and _is_quotation(block.text) else None


def _is_quotation(text: str) -> bool:
    """Whether a text is one quotation and nothing else: whose, its author forgot to say."""
    quoted = _QUOTED.fullmatch(text.strip("*_ \n"))
    return quoted is not None and count_words(quoted["words"]) >= _FEWEST_ALONE


def _find_speaker(block: Block) -> str | None:
    """The words that say who is speaking; None where nobody is quoted or nobody is named."""
    text = block.text
    quoted = _QUOTED.search(text)
    signed = _find_signed(text)
    if signed and (
        (quoted and quoted.start() < signed.start())
        or (block.kind == "quote" and _ENDED.search(text[: signed.start("name")]))
    ):
        return signed["name"]
    dashed = _DASHED.match(text)
    if dashed is not None and (said := read_language().said.match(text, dashed.end())):
        return text[said.start() : said.end() + 120]
    if quoted is None or count_words(quoted["words"]) < _FEWEST:
        return None
    outside = " ".join(_QUOTED.sub(" | ", text).split())
    said = _find_said(outside, near=not _STARTS.match(text))
    if said is not None:
        return outside[max(0, said.start() - 40) : said.end() + 120]
    found = _BEFORE.match(outside) if _names_somebody(outside.partition(":")[0]) else None
    if _STARTS.match(text) and (
        quoted["words"].rstrip()[-1] in ",.!?…" or outside[:4].startswith(("| ,", "|,", "| (", "| （"))
    ):
        found = found or _TOLD.match(outside) or _AFTER.fullmatch(outside.rstrip(" .)）"))
    return found["name"] if found else None


def _find_signed(text: str) -> re.Match[str] | None:
    """The last signature in a text, and no dash within a quotation."""
    quotations = [match.span() for match in _QUOTED.finditer(text)]
    signatures = [
        signed
        for signed in _SIGNED.finditer(text)
        if not any(first < signed.start("name") < last for first, last in quotations)
    ]
    return signatures[-1] if signatures else None


def _find_said(outside: str, *, near: bool) -> re.Match[str] | None:
    """Where it is said that somebody speaks; beside a quotation where none opens the paragraph (`a shared canvas`)."""
    for said in read_language().said.finditer(outside):
        if not near or "|" in outside[max(0, said.start() - _NEAR) : said.end() + _NEAR]:
            return said
    return None


def _names_somebody(lead: str) -> bool:
    """Whether the words before a colon are somebody's name, perhaps with a title or an age."""
    language = read_language()
    lead = re.split(r"[.!?]\s", lead)[-1]
    somebody = language.customer.search(lead) or language.leader.search(lead) or len(_NAME.findall(lead)) > 1
    return bool(somebody) and len(lead.split()) <= 12


def _weigh(speech: Speech, names: Sequence[str], kinds: dict[str, str], blocks: Sequence[Block]) -> float:
    """Above zero for a customer: what they are called, where they work, what they say, who has spoken before."""
    language = read_language()
    score = 0.0
    customer, leader = language.customer.search(speech.speaker), language.leader.search(speech.speaker)
    if any(language.customer.match(speech.speaker, at.end()) for at in _AT.finditer(speech.speaker)):
        score += 6  # `director of risk at early adopter Horizon`
    if customer or leader:
        score += 3 if customer and (leader is None or customer.start() < leader.start()) else -3
    others = [block.text for block in (*blocks[: speech.first], *blocks[speech.last :])]
    house = _HOUSE.search(speech.speaker)
    if house is not None and not any(house["name"] in text for text in others):
        score += 4
    elif house is not None and house["by"] not in ("from", "aus", "из"):
        score -= 2
    last = _LAST.search(speech.speaker) if house is None and leader is None else None
    if last is not None and not any(last["name"] in text for text in others):
        score += 2.5  # a place, or whom they work for, that the release is not about
    if any(name in text for name in names[-1:] for text in others[: speech.first]):
        score -= 1  # who was named before is of the house
    quoted = " ".join(match["words"] for match in _QUOTED.finditer(speech.text)) or speech.text
    if language.built.search(quoted):
        score -= 2
    elif language.experience.search(quoted):
        score += 2
    elif language.first_person.search(quoted):
        score += 1
    first = not kinds.keys() - {"#testimonial"}
    return score + (1.5 if "quote" in kinds.values() else -1 if first else 0)


def _names_both(span: Span, document_type: DocumentType, voices: int) -> bool:
    """Whether a title does not say whose a quote is: `Quotes` of several, or a longer one that no alias is."""
    title = fold_title(span.title)
    if span.name != "quote" or not title:
        return False
    plain = title.removesuffix("s") in fold_names(document_type)["quote"]
    return voices > 1 if plain else not {title, title.removesuffix("s")} & document_type.aliases.keys()


def _is_signed(blocks: Sequence[Block], index: int, last: int) -> bool:
    """Whether a quoted paragraph has its speaker below it, as an item or after a dash: `> - Ana from Ghent`."""
    following = blocks[index + 1] if index + 1 < last else None
    if following is None or blocks[index].kind != "quote":
        return False
    return following.kind == "item" or _SIGNATURE.fullmatch(following.text) is not None


def split_voices(spans: Sequence[Span], blocks: Sequence[Block], document_type: DocumentType) -> Iterator[Span]:
    """A section of several testimonials is several testimonials; under `Quotes` each voice is what its speaker is."""
    for span in spans:
        if span.name not in SPOKEN:
            yield span
            continue
        inside = [
            n for n in range(span.first + span.lead, span.last) if blocks[n].kind in ("paragraph", "quote", "item")
        ]
        voices = [n for n in inside if _STARTS.match(blocks[n].source)]
        voices = voices if len(voices) > 1 else [n for n in inside if _is_signed(blocks, n, span.last)] or voices
        both = "testimonial" in document_type.elements and _names_both(span, document_type, len(voices))
        if len(voices) < 2 and not both:
            yield span
            continue
        named = {other.name for other in spans if other.name == "quote" and other.first < span.first}
        found = find_voices(blocks, inside, named, span.title) if both else ()
        kinds = {voice.first: voice.name for voice in found}
        if len(voices) < 2:
            yield span._replace(name=next(iter(kinds.values()), span.name))
            continue
        for position, first in enumerate(voices):
            last = voices[position + 1] if position + 1 < len(voices) else span.last
            name = kinds.get(first, span.name)
            yield Span(name, first, trim(first, last, blocks), span.found_by)
