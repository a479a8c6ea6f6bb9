"""Datelines: the place and the day with which a release begins, run into its first paragraph or on a line of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Block
from ..language.language import read_language
from ..language.words import split_sentences

_DASHES = "–—―"
_FAR = 100  # signs in which a lead has ended
_LONGEST_LEAD = 9  # words
_LONGEST_PLACE = 6  # words, of all the places in a lead
_LONGEST_NAME = 10  # signs of a place in a script without spaces
_LONGEST_ALONE = 70  # signs
_LONGEST_DATE = 5  # words
_FEWEST_NUMBERS = 2  # of a date without the name of a month, beside its year: `2027. 5. 4.`
_ANNOUNCING = 12  # words in which a release says that it is out today

_COUNTED = re.compile(rf"^[¶§]\s?\d{{1,2}}\b[.:)]?\s*(?:[{_DASHES}-]{{1,2}}\s*)?")  # `¶1 — ` before a paragraph
_SIGNS = re.compile(rf"[\d(\[（［【〔<{{:{_DASHES}-]")  # without one of them there is no lead
_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_BETWEEN = re.compile(r"[\s,，、;；.·•・|/=:&+*_\u200b\ufe0f()\[\]（）［］【】〔〕{}<>–—―-]*")
_NUMBER = re.compile(r"(?:\d{1,2}|XX?)(?:st|nd|rd|th|er|º|ª)?\.?|(?:19|20)(?:\d\d|XX)\.?|\d{1,4}[년일]", re.IGNORECASE)
_DAY = re.compile(  # by itself: 2027-05-04, 04.05.2027, 2027年5月4日, Q3
    r"\d{4}[-.]\d{1,2}(?:[-.]\d{1,2})?\.?|\d{1,2}[-.]\d{1,2}[-.]\d{2,4}\.?|Q[1-4]|H[12]"
    r"|(?:(?:\d{4}|20XX|XXXX)年)?(?:\d{1,2}|X{1,2})月(?:(?:\d{1,2}|X{1,2})日)?|(?:\d{1,2}|X{1,2})월",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[はがをにのもで]$")  # the subject of a sentence, and no place
# Source, compiled where such a script is met: a set of that many signs takes a millisecond.
_GOES_ON_IN_KOREAN = r"[은는을를]$|[가-힣]다$"  # the subject, the object or the verb of a sentence
_BRACKETED = re.compile(
    r"[^\w\n(\[（［【〔<{]{0,4}(?P<lead>[(\[（［【〔<{][^()\[\]（）【】\n]{2,60}[)\]）］】〕>}]"
    r"(?:[\s,，–—-]{0,3}[(\[（［【〔<{][^()\[\]（）【】\n]{2,60}[)\]）］】〕>}]){0,2})(?P<end>\s*)"  # `[Leeds] [4 May 2027]`
)
_END = re.compile(
    rf"\s*(?:(?P<dash>--|[{_DASHES}]{{1,2}}|(?<=\.)-(?=\s)|-(?=\s))|(?P<mark>[:：|•·]|/(?=\s)|(?<=\.)(?=\s))|(?P<line>\n))\s*"
)
_APART = re.compile(rf"\s+(?:--?|[{_DASHES}])\s+")
_WIRE = re.compile(r"(?P<lead>[^\W\d_][^\n()]{1,40}?)\s?(?:[–—]|--)\s?\((?P<who>[^()\n]{3,40})\)\s?(?:[–—]|--)")
_UNENDED = re.compile(r"(?P<lead>[^\n]{5,60}?\b(?:19|20)\d\d\)?),?\s+(?=[^\W\d_a-zа-я])")

# What is less sure: a dash after what has a date or a shape of a place in it, however much more it says.
_LOOSE = re.compile(r"(?P<lead>[^\n]{3,70}?)\s*(?:[–—]|--|\s[-|])\s+(?=\S)")
_JAPANESE = re.compile(r"【?(?P<lead>\d{4}年\d{1,2}月(?:\d{1,2}日)?)[】、，]")
_OPENINGS = (_LOOSE, _JAPANESE)
_YEAR = re.compile(r"\b(?:Q[1-4]\b|H[12]\b|(?:19|20)\d\d(?![\da-z])|20XX\b|\d{1,2}/\d{1,2}/\d{2,4}\b)", re.IGNORECASE)
_PLACE = re.compile(r"\[?[^\W\d_][\w.' -]+(?:,\s*\[?[^\W\d_][\w.' -]+){1,2}\]?")
_CITY = re.compile(r"[^\W\d_a-z][\w.'-]+(?:\s[^\W\d_a-z][\w.'-]+){0,2}")
_TOWN = r"[\u30a0-\u30ff\u3400-\u9fff]{2,8}|[\uac00-\ud7af]{2,4}"  # in brackets: 東京, 서울
_FILL_IN = re.compile(r"\[[^\[\]\n]{3,40}\]")  # [Date de lancement]
_DISPATCH = re.compile(r"\w{2,10}[発讯訊电電]")  # 東京発, 北京讯


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the words of a lead are: names of places, a day that is sure to be one, words that a template leaves to fill in."""

    places: int
    is_dated: bool
    is_blank: bool


def find_dateline(block: Block) -> bool:
    """Whether a paragraph begins with a place, a date or both, and goes on."""
    if block.kind != "paragraph":
        return False
    text = _COUNTED.sub("", block.text.lstrip())
    head = text[:_FAR]
    if not _SIGNS.search(head):
        return False
    return _begins_with_lead(text, head) or _begins_loosely(text)


def is_dateline_alone(block: Block) -> bool:
    """Whether a paragraph or a heading is a place and a date and nothing else; a place alone has a dash behind it."""
    text = ", ".join(line.strip() for line in block.text.strip().split("\n"))
    if block.kind not in ("paragraph", "heading", "item") or len(text) > _LONGEST_ALONE:
        return False
    bare = text.rstrip(f" .:,-{_DASHES}")
    lead = read_lead(", ".join(part for part in _APART.split(bare) if not _is_notice(part)))
    if lead is not None and (lead.is_dated or (lead.is_blank and lead.places)):
        return True
    if block.kind != "paragraph":
        return False
    if bare != text.rstrip(" .:,") and _PLACE.fullmatch(bare):
        return True
    if text.endswith((".", ":", "?", "!", "。")):
        return False
    parts = [part.strip(" *_") for part in re.split(r"\s*(?:[–—-]{1,2}|\s\|)\s+", text)]
    told = all(_is_place_or_date(part) or (len(parts) > 1 and _CITY.fullmatch(part)) for part in parts)
    return told and len(text.split()) <= _LONGEST_LEAD and bool(_YEAR.search(text))


def is_place(block: Block) -> bool:
    """Whether a paragraph is a city and its country and nothing else, as it may stand beside the line of the date."""
    lead = read_lead(block.text.strip()) if block.kind == "paragraph" and "," in block.text else None
    return lead is not None and lead.places > 0 and not lead.is_dated


def read_lead(text: str) -> _Lead | None:
    """What a lead says, where each of its words is of a place or of a date."""
    language = read_language()
    if "[" in text:
        text = _FILL_IN.sub(lambda match: "[date]" if language.blank_date.search(match[0]) else match[0], text)
    places = months = numbers = years = days = 0
    first = is_blank = False
    at = 0
    for match in _TOKEN.finditer(text):
        if not _BETWEEN.fullmatch(text, at, match.start()):
            return None
        at = match.end()
        word = match[0]
        bare = word.rstrip(".")
        if _DAY.fullmatch(word):
            days += 1
        elif _NUMBER.fullmatch(word):
            numbers += 1
            years += len(bare) == 4
        elif language.has_word("blank_date", bare):
            is_blank = True
        elif language.has_word("month", bare):
            months += 1
        elif language.has_word("date_particle", bare):
            first = first or match.start() == 0
            continue
        elif _names_place(word):
            places += 1
        else:
            return None
    if not _BETWEEN.fullmatch(text, at) or places > _LONGEST_PLACE or (first and not places) or _is_notice(text):
        return None
    is_dated = days or (months and numbers) or (years and numbers > _FEWEST_NUMBERS)
    return _Lead(places, bool(is_dated), is_blank and any(sign in text for sign in "[{<(（"))


def _names_place(word: str) -> bool:
    """Whether a word may be of a name: written with a capital, or short in a script that has none."""
    if word[0].islower() or word[0].isdigit():
        return False
    if "\uac00" <= word[0] <= "\ud7af":
        return len(word) <= _LONGEST_NAME and not re.search(_GOES_ON_IN_KOREAN, word.rstrip("."))
    if "\u3040" <= word[0] <= "\u30ff" or "\u3400" <= word[0] <= "\u9fff":
        return len(word) <= _LONGEST_NAME and not _GOES_ON.search(word)
    return True


def _begins_with_lead(text: str, head: str) -> bool:
    bracketed = _BRACKETED.match(head)
    if bracketed and bracketed.end() < len(text) and _is_bracketed_lead(bracketed["lead"], text[bracketed.end() :]):
        return True
    for match in _END.finditer(head):
        lead = read_lead(head[: match.start()])
        if lead is None or match.end() >= len(text) or not match.start():
            continue
        if lead.is_dated and (lead.places or match["dash"] or match["line"]):
            return True
        if lead.is_blank and (match["dash"] or lead.places):
            return True
        if match["dash"] and lead.places and _tells_of_today(head[: match.start()], text[match.end() :]):
            return True
    unended = _UNENDED.match(head)
    lead = read_lead(unended["lead"]) if unended else None
    return lead is not None and lead.is_dated and lead.places > 0


def _is_bracketed_lead(bracketed: str, rest: str) -> bool:
    """Whether brackets hold a lead: `[Leeds, 4 May]`, `【東京発】`, and `【東京】` where the sentence after it says today."""
    inner = bracketed[1:-1].strip()
    lead = read_lead(bracketed)
    if lead is None:
        return bool(_DISPATCH.fullmatch(inner))
    if lead.is_dated or lead.is_blank or _DISPATCH.fullmatch(inner):
        return True
    return re.fullmatch(_TOWN, inner) is not None and says_today(rest)


def says_today(text: str) -> bool:
    """Whether the first sentence of a text says, in its first words, that it is of today."""
    sentences = split_sentences(text[:200])
    return bool(sentences) and read_language().today.search(" ".join(sentences[0][1].split()[:_ANNOUNCING])) is not None


def announces(text: str) -> bool:
    """Whether a text begins with what somebody announced today."""
    return says_today(text) and read_language().announced.search(split_sentences(text[:200])[0][1]) is not None


def _tells_of_today(lead: str, rest: str) -> bool:
    """Whether what follows a name and a dash announces something today, and the name is not what is announced."""
    name = lead.strip(" *_")
    if _DISPATCH.fullmatch(name):
        return True
    if not _CITY.fullmatch(name) or read_language().date_particle.match(name) or rest[:1].islower() or name in rest:
        return False
    return announces(rest)


def _begins_loosely(text: str) -> bool:
    """Whether a dash, a colon or a bracket ends what has a date in it, or is shaped like a place, whatever else it says."""
    for match in filter(None, (opening.match(text) for opening in _OPENINGS)):
        lead = match["lead"]
        if len(lead.split()) <= _LONGEST_LEAD and _is_place_or_date(lead):
            rest = text[match.end() :]
            sentence = rest[:1].islower() and not read_language().today.match(rest)
            if not rest.startswith(("“", '"', "«", "„")) and (_is_dated(lead) or not sentence):
                return True
    wire = _WIRE.match(text)
    if wire and (_is_place_or_date(wire["lead"]) or _is_dated(wire["who"])):
        return True
    return _two_parts(text)


def _two_parts(text: str) -> bool:
    """Whether a place, a dash and a date come first: `Lagos – In May 2026, …`, `Oslo — Today …`."""
    parts = re.split(r"\s+(?:[–—-]|--)\s+", text[:90], maxsplit=2)
    place = parts[0].strip("*_[]() ")
    if len(parts) == 1 or len(place.split()) > 4 or not place[:1].isalpha():
        return False
    if len(parts) == 3 and _is_dated(parts[1]):
        return True
    clause, comma, _ = parts[1].partition(",")
    dated = comma and len(clause.split()) <= _LONGEST_DATE and _YEAR.search(clause)
    return _CITY.fullmatch(place) is not None and bool(dated or read_language().today.match(parts[1]))


def _is_dated(text: str) -> bool:
    if _YEAR.search(text):
        return True
    return bool(read_language().month.search(text)) and any(sign.isdigit() or sign == "[" for sign in text)


def _is_place_or_date(text: str) -> bool:
    text = text.strip(" []()*_")
    shouted = text.isupper() and len(text) > 3
    return not _is_notice(text) and (_is_dated(text) or shouted or bool(_PLACE.fullmatch(text)))


def _is_notice(text: str) -> bool:
    """Whether words say until when a release is held back, and not when it goes out."""
    language = read_language()
    return language.notice.search(text) is not None and not language.blank_date.search(text)
