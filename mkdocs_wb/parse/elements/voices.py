"""Who is quoted in a release: somebody of those who build it (`quote`) or somebody who uses it (`testimonial`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ...model import Block, DocumentType
from ..forms.signatures import QUOTED, even_marks, is_signed_below
from ..forms.spans import Span, trim
from ..forms.speeches import Speech, find_speeches, heads_speech, opens_quotation
from ..forms.spoken import SPOKEN, find_spoken
from ..language.language import read_language
from ..language.titles import fold_title
from .by_heading import fold_names

_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÞА-Я][\w'’-]{2,}")
_HOUSE = re.compile(r"(?:\b(?P<by>at|bei|from|aus|из)\s|@)\s*(?:the\s+)?(?P<name>[A-ZÀ-ÞА-Я][\w&'’-]*)")
_AT = re.compile(r"\b(?:at|bei)\s+(?:the\s+|an?\s+)?")
_OF = re.compile(r"(?<=\w)\s(?:of|von)\s(?:the\s)?(?P<name>[A-ZÀ-ÞА-Я][\w&'’-]*)")
_LAST = re.compile(r",[^,.]{2,60},\s*(?P<name>[A-ZÀ-ÞА-Я][\w&'’-]*)[^,|]{0,60}$")  # `Dee Ruiz, crew leader, Fen Trust`
_PARTS = re.compile(r"[,(（、]|\b(?:at|of|bei|from)\b")
_ANYBODY = re.compile(r"\s*(?:an?|one|eine?|une?|una|een|um|uma)\s", re.IGNORECASE)  # `a hospital IT director`
_ITS_OWN = re.compile(r"(?:the|this|der|die|des|das|la|le|el)\s|l['’]", re.IGNORECASE)  # `CEO of the company`
_AGE = re.compile(r"[,(（、]\s?\d{2}(?:\s?(?:[,)）、]|years|Jahre|ans|años|anos|лет|год)|歳|세|岁)")
_DESCRIBED = re.compile(r"(?<![^\W_])(?![a-z])[^\W\d][\w.'’-]*[,(（、]\s?[^\W\d]")  # `Bo Lind, who keeps deer`


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
    for speech in find_speeches(blocks, indices):
        bidden = read_language().imperative
        names = [n for n in _NAME.findall(speech.speaker) if n not in titles and not bidden.fullmatch(n)]
        if not names and _is_product(speech, blocks[speech.first]):
            continue
        known = next((kinds[name] for name in names if name in kinds), None)
        if read_language().has_word("pronoun", speech.speaker):
            known = next(reversed(kinds.values()), None)  # `…, she added`: who spoke last
        kind = known or ("testimonial" if _weigh(_entitle(speech, title), names, kinds, blocks) > 0 else "quote")
        kinds.update(dict.fromkeys(names or [speech.speaker], kind))
        yield Span(kind, speech.first, speech.last, "pattern")


def _is_product(speech: Speech, block: Block) -> bool:
    """Whether nobody but what the document is about is said to speak: `Ask Herd Finder: "Where is she?"`."""
    language = read_language()
    role = language.customer.search(speech.speaker) or language.leader.search(speech.speaker)
    return role is None and not opens_quotation(block) and _NAME.search(speech.speaker) is not None


def _entitle(speech: Speech, title: str) -> Speech:
    """A speech whose speaker is told by the title of its section as well."""
    return speech._replace(speaker=f"{speech.speaker} {title}") if title else speech


def _weigh(speech: Speech, names: Sequence[str], kinds: dict[str, str], blocks: Sequence[Block]) -> float:
    """Above zero for a customer: what they are called, where they work, what they say, who has spoken before."""
    others = [block.text for block in (*blocks[: speech.first], *blocks[speech.last :])]
    score = _weigh_role(speech.speaker) + _weigh_house(speech.speaker, others) + _weigh_words(speech)
    if any(name in text for name in names[-1:] for text in others[: speech.first]):
        score += 1 if _is_introduced(speech.speaker, names, others) else -1  # who was named before is of the house
    first = not kinds.keys() - {"#testimonial"}
    return score + (1.5 if "quote" in kinds.values() else -1 if first else 0)


def _is_introduced(speaker: str, names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether somebody who has no role here was told of before as `Kim Roe, a store manager`: whose day a release tells."""
    if len(names) != 1 or speaker.strip(" .,:") != names[0]:
        return False
    told = re.compile(rf"\b{re.escape(names[0])}(?: [A-ZÀ-Þ][\w'’-]+)?, (?:an?|eine?) ")
    return any(told.search(text) for text in others)


def _weigh_role(speaker: str) -> float:
    """What somebody is called."""
    language = read_language()
    customer, leader = language.customer.search(speaker), language.leader.search(speaker)
    score = 0.0
    if language.adopter.search(speaker) or any(
        language.customer.match(speaker, at.end()) for at in _AT.finditer(speaker)
    ):
        score += 6  # `director of risk at early adopter Horizon`
    if customer or leader:
        score += 3 if customer and (leader is None or customer.start() < leader.start()) else -3
    elif language.own.search(speaker):
        score -= 3
    return score + (2 if _AGE.search(speaker) else 0)


def _weigh_house(speaker: str, others: Sequence[str]) -> float:
    """Whom somebody works for: a house that the release is about has its name in it elsewhere."""
    language = read_language()
    leads = language.leader.search(speaker) is not None
    if _is_described(speaker, others):
        return 4 + _announces(others, leads=True)
    house, of, last = _HOUSE.search(speaker), _OF.search(speaker), _LAST.search(speaker)
    if house is not None:
        if not _is_known(house["name"], others):
            return 4 + _announces(others, leads=leads)
        return 0 if house["by"] in ("from", "aus", "из") else -2
    if last is not None and not _is_known(last["name"], others) and not language.department.match(last["name"]):
        return 4 + _announces(others, leads=leads) if leads else 2.5  # or a place that the release is not about
    if any(found is not None and _is_known(found["name"], others) for found in (of, last)):
        return -2
    if leads:
        return 0
    return 2.5 if of is not None else 1 if _DESCRIBED.search(speaker) or speaker.startswith("@") else 0


def _is_described(speaker: str, others: Sequence[str]) -> bool:
    """Whether somebody has no name, or works for a house of some kind that has none: `CISO, regional bank`. Our own has."""
    _, *parts = _PARTS.split(speaker)
    if _ANYBODY.match(speaker) and not any(_is_known(name, others) for name in _NAME.findall(speaker)):
        return not read_language().own.search(speaker)
    house = parts[-1].strip() if parts else ""
    if not read_language().house.search(house) or _ITS_OWN.match(house) or read_language().own.match(house):
        return False
    return not any(_is_known(name, others) for part in parts for name in _NAME.findall(part)[:1])


def _is_known(name: str, others: Sequence[str]) -> bool:
    return any(name in text for text in others)


def _announces(others: Sequence[str], *, leads: bool) -> float:
    """What it weighs that a release says who announces it: then a leader of another house is a customer."""
    return 2 if leads and any(read_language().announced.search(text) for text in others) else 0


def _weigh_words(speech: Speech) -> float:
    """What somebody says: of what was built, or of what has changed for them."""
    language = read_language()
    said = even_marks(speech.text)
    quoted = " ".join(match["words"] for match in QUOTED.finditer(said)) or said
    if language.built.search(quoted):
        return -2
    if language.experience.search(quoted):
        return 2
    return 1.5 if language.first_person.search(quoted) else 0


def _names_both(span: Span, document_type: DocumentType, voices: int) -> bool:
    """Whether a title does not say whose a quote is: `Quotes` of several, or a longer one that no alias is."""
    title = fold_title(span.title)
    if span.name != "quote" or not title:
        return False
    plain = title.removesuffix("s") in fold_names(document_type)["quote"]
    return voices > 1 if plain else not {title, title.removesuffix("s")} & document_type.aliases.keys()


def split_voices(spans: Sequence[Span], blocks: Sequence[Block], document_type: DocumentType) -> Iterator[Span]:
    """A section of several testimonials is several testimonials; under `Quotes` each voice is what its speaker is."""
    for span in spans:
        if span.name not in SPOKEN:
            yield span
            continue
        inside = [
            n for n in range(span.first + span.lead, span.last) if blocks[n].kind in ("paragraph", "quote", "item")
        ]
        voices = _find_several(blocks, inside)
        both = "testimonial" in document_type.elements and _names_both(span, document_type, len(voices))
        if len(voices) < 2 and not both:
            yield span
            continue
        named = {other.name for other in spans if other.name == "quote" and other.first < span.first}
        found = find_voices(blocks, inside, named, span.title) if both else ()
        kinds = {voice.first: voice.name for voice in found}
        if len(voices) < 2:
            titled = find_spoken(span.title, document_type.elements) or span.name
            yield span._replace(name=next(iter(kinds.values()), titled))
            continue
        for position, first in enumerate(voices):
            last = voices[position + 1] if position + 1 < len(voices) else span.last
            name = kinds.get(first, span.name)
            yield Span(name, first, trim(first, last, blocks), span.found_by)


def _find_several(blocks: Sequence[Block], inside: Sequence[int]) -> list[int]:
    """Where the voices of a section begin: each quotation; without marks, each paragraph that is signed."""
    voices = [n for n in inside if opens_quotation(blocks[n]) and not heads_speech(blocks[n - 1], blocks[n])]
    if len(voices) > 1:
        return voices
    below = [n for n, following in pairwise(inside) if is_signed_below(blocks[n], blocks[following])]
    signed = below or [speech.first for speech in find_speeches(blocks, inside)]
    return signed if len(signed) > 1 else voices or signed
