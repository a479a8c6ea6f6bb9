"""What in a sentence promises nothing: where one finds it, who says it, when and where it was written, how it begins."""

from __future__ import annotations

import re

from ...parse.language.language import read_language
from ..language.lexicon import read_lexicon
from ..language.meaning import has_limit, understand
from ..language.spelling import Known
from .apparatus import hide_state
from .promising import may_promise

_SPEAKER_AHEAD = re.compile(
    r"(?P<speaker>[^\W\d_a-z][^\":;.!?]{2,100}?),? (?P<verb>[^\W\d_]+)[:,] \"(?P<quoted>[^\"]+?)[.,!?]?\"[.]?"
)
_SPEAKER_BEHIND = re.compile(r"(?:[,!?]\"|\",) ")
ADDRESS = r"<?(?:https?://|www\.)[^\s<>()\"]+|(?:mailto:)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z\d-]+\.)+[a-z]{2,12}\b(?:/[^\s()\"]*)?"
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_CERTAIN_ADDRESS = re.compile(r"[:@]|^www\.", re.IGNORECASE)
_NAMES = r"[^\W\d_a-z][\w.'-]*(?: (?:[^\W\d_a-z][\w.'-]*|of|the|upon|de|la|am|an|der|im|in|bei)){0,3}"
_PLACE = re.compile(
    rf"\W*{_NAMES}, ?(?P<state>{_NAMES})"
    r"(?=(?P<date>\W*(?:\(?\d{4}-\d\d(?:-\d\d)?\)?|\d|[^\W\d_]{3,9}\.? \d[^-]{0,20}))?[^\w-]*- )"
)
# `Leeds (2027-05-04):`, `Leeds, UK - 2027-05-04 -`: any marks between place and day, and behind them
_LEAD = re.compile(
    rf"(?P<place>\W*{_NAMES}(?:, ?{_NAMES})?)[\s,(/-]+(?P<day>\d{{4}}-\d\d(?:-\d\d)?|\[[^\[\]]{{3,20}}\])\)?\s*(?:[:-]|\.\s-)\s+"
)
_UNDIVIDED = re.compile(rf"\W*{_NAMES}, ?[A-Z]{{2}}[.,:]? (?=(?i:today|heute)\b)")
_STATE = re.compile(r"[A-Z]{2}|[^\W\d_]{2,5}\.")
_ISSUED = re.compile(r"@\W*(\d{4}-\d\d(?:-\d\d)?)\W*?- ")
_OPENING_WORDS = 6  # of what stands between `beyond` and its comma
_NAME = r"(?:[^\W\d_a-z][\w.'-]*\s?){1,4}"
_SIGNATURE = re.compile(r"- (?:[^\W\d_a-z][\w'.-]*[ ,]*){1,4}")
_CONTEXT = 12  # letters on either side of a placeholder by which its place is known again


def without_circumstance(text: str) -> str:
    """A sentence without what promises nothing: where one finds it, where it was issued, what became of the document."""
    if "." in text:
        text = _ADDRESS.sub(lambda match: _hide_address(match, text), text)
    text = hide_state(_say(text) if '"' in text else text)
    if "[" in text:
        text = read_lexicon().marked.sub(r"\1", text)
        text = read_lexicon().unplaced.sub("@ - ", text)
    lead = _LEAD.match(text)
    if lead:
        text = f"{lead['place']}, {lead['day']} - {text[lead.end() :]}"
    undivided = _UNDIVIDED.match(text)  # the dash after the place is forgotten
    if undivided:
        return f"@ - {text[undivided.end() :]}"
    place = _PLACE.match(text) if " - " in text else None
    if place and (place["date"] or _STATE.fullmatch(place["state"]) or read_lexicon().announcing.search(text)):
        text = _ISSUED.sub(r"@ \1 - ", "@" + text[place.end() :])
    return text


def _say(text: str) -> str:
    """A quotation with one verb and its speaker behind it: `Ana Ruiz explains: "…"` as `"…" said Ana Ruiz`."""
    ahead = _SPEAKER_AHEAD.fullmatch(text)
    if ahead and read_language().said.fullmatch(ahead["verb"]):
        return f'"{ahead["quoted"]}" said {ahead["speaker"]}'
    behind = _SPEAKER_BEHIND.search(text)
    said = read_language().said.match(text, behind.end()) if behind else None
    if behind and said and re.match(r" (?:\[|[^\W\d_a-zäöü])| (?:the|our|a|an|die|der|ein|eine) ", text[said.end() :]):
        return f'{text[: behind.start()]}" said{text[said.end() :]}'
    return text


def _hide_address(match: re.Match[str], text: str) -> str:
    certain = _CERTAIN_ADDRESS.search(match[0]) or read_lexicon().found_at.search(text[: match.start()])
    return "@" if certain else match[0]


def without_speaker(old: str, new: str) -> tuple[str, str]:
    """Both sentences, where a name stands in the new one for a placeholder such as `[CEO name]` without that place."""
    for match in read_lexicon().placeholder.finditer(old):
        head, tail = old[: match.start()], old[match.end() :]
        before, after = head[-_CONTEXT:], tail[:_CONTEXT]
        filled = re.search(
            rf"(?<={re.escape(before)}){_NAME}(?={re.escape(after)})"
            if after
            else rf"(?<={re.escape(before)}){_NAME}$",
            new,
        )
        if before and filled:
            return head + tail, new[: filled.start()] + new[filled.end() :]
    return old, new


def is_signature(text: str) -> bool:
    """Whether a text is a dash and a name, and no word of everyday use (`- Free Forever`)."""
    if not _SIGNATURE.fullmatch(text):
        return False
    return read_lexicon().plain.isdisjoint(re.findall(r"\w+", text.casefold())) and not has_limit(text)


def without_openings(texts: tuple[str, str], known: Known) -> tuple[str, str]:
    """Both sentences without a phrase at the head that leads over to them: `Beyond the herd, …`, `Looking ahead, …`.

    Where both lead over, what the old one leads from is only no longer mentioned.
    """
    openings = [read_lexicon().openings.match(text) for text in texts]
    old, new = (
        text[opening.end() :] if opening and _leads_over(opening[1] or "", known, gone=gone) else text
        for text, opening, gone in zip(texts, openings, (all(openings), False), strict=True)
    )
    return old, new


def _leads_over(led_from: str, known: Known, *, gone: bool) -> bool:
    """Whether what stands between `beyond` and its comma is known; of what is no longer mentioned, half of it."""
    units = understand(led_from).units if led_from else ()
    strange = sum(not known(unit.word) for unit in units)
    bare = all(not unit.lead and unit.stem[:1] != "#" for unit in units)
    few = 2 * strange < len(units) and not may_promise(led_from) if gone and strange else not strange
    return len(units) <= _OPENING_WORDS and few and bare and not has_limit(led_from)
