"""The words that say who speaks: a verb of saying beside a quotation, and its subject."""

from __future__ import annotations

import re

from ..language.language import read_language
from .signatures import CAPITAL, OPENING

_CLAUSE = re.compile(r"\||(?<=\w\w\w)[.!?]\s|[。！？]")
_BEGINS = re.compile(r"[\s,–—-]*(?:[^\W\d_A-ZÀ-Þ]+\s){0,2}[A-ZÀ-ÞА-Я]")
# `the alert says`, and nobody in it
_THING = re.compile(r"(?:^|[\s|])(?i:the|this|that|its|your|each|every)\s+[a-z][\w-]*(?:\s[a-z][\w-]*){0,3}\s*$")
_RELATIVE = re.compile(r"\s(?:that|which|then|also|now)$")
_ARTICLE = re.compile(r"\s+(?:an?|its|their|your|more|new)\s")
_SAYS_LITTLE = re.compile(rf"[\s,:]*[{OPENING}]")  # `their reviews say "tricked"`: too short for a quotation
_NEAR = 60  # characters between a quotation and the word that it is said
_FAR = 160  # within which its speaker is named
_FEW = 3  # words between `says` and what is said


def find_said(outside: str, *, near: bool) -> str | None:
    """Who it is that is said to speak.

    Args:
        outside: what stands outside the quotation marks, each quotation a `|`.
        near: whether the verb has to stand beside a quotation, as where none opens the paragraph (`a shared canvas`).
    """
    for said in read_language().said.finditer(outside):
        if near and (not _is_beside(outside, said) or _SAYS_LITTLE.match(outside, said.end())):
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
    if read_language().has_word("pronoun", told.strip(" ,.:")):
        named = lead.replace("|", " ").removesuffix(told)
        return named if CAPITAL.search(named) else told.strip(" ,.:")
    return told
