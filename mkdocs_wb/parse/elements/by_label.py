"""Elements that a label names: bold or plain, on a line of its own or before the words it introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ...model import Block, DocumentType
from ..forms.dateline import find_dateline, is_dateline_alone
from ..forms.groups import ASIDE, find_group, find_part
from ..forms.letterhead import is_describing
from ..forms.notes import is_note
from ..forms.signatures import OPENING, SIGNATURE, is_credit, speaks_anew
from ..forms.spans import ONE_LINE, Span, covered
from ..forms.spoken import SPOKEN, find_spoken
from ..language.language import read_language
from ..language.titles import fold_title
from ..markdown.inline import plain_text

_BOLD_LABEL = re.compile(r"(?:[-*+]\s+)?(\*\*|__)(?P<label>[^*_\n]{2,80}?)(?:\1[ \t]*:|:\1|\1)[ \t]*(?P<rest>[^\n]*)")
_BEFORE_MARK = re.compile(r":\s|\s[–—-]\s")
_NUMBER = re.compile(r"\s*#?\s?\d{1,2}\s*:?$")
_PLAIN_LABEL = re.compile(r"(?P<label>[^\W\d_][^\n:：*_.!?|]{1,60})[:：](?=\s|$)[ \t]*(?P<rest>[^\n]*)")
# `[Customer quote] …`, `【お客様の声】…`, and no link: `[FAQ](faq.md)`, `[FAQ]: faq.md`.
_BRACKETED = re.compile(
    r"(?:[-*+]\s+)?(?:\*\*|__)?(?:\[(?P<square>[^\[\]\n!^][^\[\]\n]{1,60})\](?![(\[:])|[【［〔](?P<wide>[^\n】］〕]{2,60})[】］〕]|\((?P<round>[^()\n]{2,60})\))"
    r"(?:\*\*|__)?[:：]?[ \t]*(?P<rest>[^\n]*)"
)
_BEFORE_QUOTATION = re.compile(r"(?P<label>[^\W\d_][^\n:：*_.!?|]{1,60}?)\s[–—-]{1,2}\s(?P<rest>[\"“„«»「『‘][^\n]*)")
_PLAIN_TITLE = re.compile(r"[^:：*_.!?|\n]{2,80}")
_BOLD_QUESTION = re.compile(r"(\*\*|__)[^*_\n]+[?？]\1")
_EMPHASISED_LINE = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])[^*_\n]{3,}\1")
_BREAK = re.compile(r"\s*(?:<br\s*/?>|\\)$")
_LONGEST = 62  # signs of a label that is not bold
_SIGNS = "*_-+[【［〔("  # with which a bold one begins, an item, or one in brackets
_MARKS = ("\n", ":", "：", " — ", " – ", " - ")  # behind a label
_TOP = 16  # blocks in which a release begins
_MOST_LINES = 3  # headline, sub-heading and dateline, one below the other
_MOST_LISTED = 2  # items with one label: more are a list of its own, each with its `Problem:`
_BOLD_LINE = re.compile(r"(\*\*|__)[^*_\n]+\1:?")

_KEY = re.compile(r"(?:\*\*|__)?[^\W\d_][^\n:：*_]{0,30}(?:[:：](?:\*\*|__)?|(?:\*\*|__)[:：])\s*\S[^\n]{0,80}$")
_FEWEST_KEYS = 3


def find_label(source: str, aliases: Mapping[str, str]) -> tuple[str, str] | None:
    """The element that a paragraph's opening label names, and the label as it stands; `Answer:` names none."""
    head = source[:_LONGEST]
    if len(source) > _LONGEST and head[0] not in _SIGNS and not any(mark in head for mark in _MARKS):
        return None  # prose
    found = _find_label(source, aliases)
    return None if found is not None and read_language().answer.match(source) else found


def _find_label(source: str, aliases: Mapping[str, str]) -> tuple[str, str] | None:
    bold = _BOLD_LABEL.match(source)
    if bold:
        name = _find_name(bold["label"], aliases)
        if name is None and not bold["rest"]:
            name = _find_name(_BEFORE_MARK.split(bold["label"], maxsplit=1)[0], aliases)
        name = name or find_spoken(bold["label"], aliases.values())
        return (name, source[: bold.start("rest")]) if name else None
    bracketed = _BRACKETED.match(source)
    if bracketed:
        name = _find_name(next(filter(None, bracketed.group("square", "wide", "round"))), aliases)
        return (name, source[: bracketed.start("rest")]) if name else None
    plain = _PLAIN_LABEL.match(source) or _BEFORE_QUOTATION.match(source)
    if plain and (name := _find_name(plain["label"], aliases)):
        return name, source[: plain.start("rest")]
    first, _, more = source.partition("\n")
    alone = not more or len(first.split()) > 1  # one word with a line below it is the beginning of a sentence
    name = aliases.get(fold_title(first)) if len(first) < 60 and alone else None
    return (name, first) if name else None


def _find_name(label: str, aliases: Mapping[str, str]) -> str | None:
    """The element of a whole label, of one without an aside (`Problem (2–3 sentences)`) or a number (`Quote #2`).

    One word behind a comma is an aside as well: `How it works, plainly`.
    """
    name = _find_whole(label, aliases)
    if name is None and ("(" in label or "[" in label or "（" in label):
        name = _find_whole(ASIDE.sub(" ", label), aliases)
    before, comma, aside = label.partition(",")
    if name is None and comma and len(aside.split()) == 1 and _find_whole(aside, aliases) is None:
        name = _find_whole(before, aliases)
    if name is None and label.rstrip(": ")[-1:].isdigit():
        name = _find_whole(_NUMBER.sub("", label), aliases)
    return name


def _find_whole(label: str, aliases: Mapping[str, str]) -> str | None:
    folded = fold_title(label)
    return aliases.get(folded) or aliases.get(folded.removesuffix("s"))


def split_labels(blocks: Iterable[Block], aliases: Mapping[str, str]) -> tuple[Block, ...]:
    """Cut paragraphs in which several labelled parts (`Problem: …`, `Solution: …`) or signed voices stand on lines of one."""
    result: list[Block] = []
    for block in blocks:
        lines = block.source.split("\n")
        if block.kind not in ("paragraph", "item", "quote") or len(lines) == 1:
            result.append(block)
            continue
        voices = [n for n in range(1, len(lines)) if speaks_anew(lines[n], lines[n - 1])]
        if _opens_release(result, lines, aliases):
            result.extend(_cut(block, lines, range(len(lines))))
            continue
        if voices or block.kind == "quote" or _is_described(lines, aliases):
            result.extend(_cut(block, lines, [0, *voices]) if voices else [block])
            continue
        label = find_label(lines[0], aliases)
        alone = label is not None and label[1].strip() == lines[0].strip()
        stacked = len(lines) <= _MOST_LINES and all(map(_is_emphasised, lines))
        above = _count_above_dateline(lines, alone=alone) if len(result) < _TOP else 0
        inner = range(1, len(lines))
        cuts = [0, *(n for n in inner if n <= above or (n == 1 and alone) or stacked or _opens(lines[n], aliases))]
        result.extend(_cut(block, lines, cuts) if len(cuts) > 1 else [block])
    return tuple(result)


def _opens_release(above: Sequence[Block], lines: Sequence[str], aliases: Mapping[str, str]) -> bool:
    """Whether lines below the heading of a release give its headline and what else stands at its top: `Date: …`."""
    if not above or above[-1].kind != "heading" or not all(_KEY.match(line.strip()) for line in lines):
        return False
    title = _BEFORE_MARK.split(above[-1].text, maxsplit=1)[0]
    label = find_label(lines[0].strip(), aliases)
    return aliases.get(fold_title(title)) == "press_release" and label is not None and label[0] in ONE_LINE


def _is_described(lines: Sequence[str], aliases: Mapping[str, str]) -> bool:
    """Whether lines are what front matter would say (`**Status**: draft`), and one of them is like an element by chance."""
    if len(lines) < _FEWEST_KEYS or not all(_KEY.match(line.strip()) for line in lines):
        return False
    if any(map(read_language().question.match, lines)):
        return False
    return len({label[0] for line in lines if (label := find_label(line.strip(), aliases))}) <= 1


def _is_emphasised(line: str) -> bool:
    return _EMPHASISED_LINE.fullmatch(_BREAK.sub("", line.strip())) is not None


def _count_above_dateline(lines: Sequence[str], *, alone: bool) -> int:
    """How many titles stand on lines of their own above the dateline of one paragraph: emphasised, or below a label."""
    if not alone and not _is_emphasised(lines[0]):
        return 0
    near = range(1, min(len(lines), _MOST_LINES + 1))
    dated = next((n for n in near if _begins_dateline(lines[n:])), 0)
    above = lines[:dated]
    if not dated or not (alone or all(map(_is_emphasised, above))) or all(map(is_describing, map(_paragraph, above))):
        return 0  # the date of the document, which has an author above it
    return dated + 1 if is_dateline_alone(_paragraph(lines[dated])) else dated


def _begins_dateline(lines: Sequence[str]) -> bool:
    return find_dateline(_paragraph("\n".join(lines))) or is_dateline_alone(_paragraph(lines[0]))


def _paragraph(source: str) -> Block:
    return Block("paragraph", 1, 1, source, plain_text(source), 0)


def _opens(line: str, aliases: Mapping[str, str]) -> bool:
    language = read_language()
    asks = bool(language.question.match(line) or _BOLD_QUESTION.match(line))
    return asks or (":" in line and find_label(line, aliases) is not None)


def _cut(block: Block, lines: Sequence[str], cuts: Sequence[int]) -> Iterable[Block]:
    texts = block.text.split("\n")
    for cut, following in pairwise([*cuts, len(lines)]):
        yield block._replace(
            start=block.start + cut,
            end=block.start + following - 1 if following < len(lines) else block.end,
            source="\n".join(lines[cut:following]),
            text="\n".join(texts[cut:following]),
        )


def find_by_label(blocks: Sequence[Block], spans: Sequence[Span], document_type: DocumentType) -> list[Span]:
    """A labelled paragraph opens an element, which reaches to the next label, heading or rule.

    Among questions only labels that divide them are looked for: `Solution:` may open an answer.
    """
    elements = document_type.elements
    asked = {n: span for span in spans if elements[span.name].faq for n in range(span.first, span.last)}
    whole = {span.name for span in spans if not elements[span.name].parent}
    headed = covered(span for span in spans if span.name not in whole)
    found: list[Span] = []
    opened: Span | None = None
    for index, block in enumerate([*blocks, None]):
        label = None
        inside = asked.get(index)
        if block is not None and block.kind in ("paragraph", "item", "quote"):
            told = block.kind == "item" and index in headed and inside is None
            told = told or _is_listed(block) or is_note(block)
            label = None if told else find_label(block.source, document_type.aliases)
            label = label and (find_part(label[0], label[1], document_type), label[1])
            if inside is not None:
                label = _find_divider(index, inside, label, blocks, document_type)
            elif label is None and opened is not None and elements[opened.name].faq:
                label = _find_divider(
                    index, _whole_faq(opened, found, blocks, document_type), None, blocks, document_type
                )
        closes = (
            block is None
            or block.kind in ("heading", "rule")
            or (inside is None) != (opened is None or asked.get(opened.first) is None)
            or (bool(_BOLD_LINE.fullmatch(block.source.strip())) and not (opened and elements[opened.name].faq))
            or (opened is not None and _is_bracketed(opened.title) and _is_bracketed(block.source))
        )
        full = opened is not None and (
            (opened.name in ONE_LINE and index > opened.first + 1) or _has_spoken(opened, blocks, index)
        )
        if opened is not None and (label or closes or full):
            found.append(opened._replace(last=index))
            opened = None
        if label is not None and block is not None:
            opened = Span(label[0], index, index + 1, "label", label[1])
            if label[0] in ONE_LINE and block.source[len(label[1]) :].strip():
                found.append(opened)
                opened = None
    listed = Counter(fold_title(span.title) for span in found if blocks[span.first].kind == "item")
    kept = (span for span in found if span.name in SPOKEN or listed[fold_title(span.title)] <= _MOST_LISTED)
    return [span for span in kept if not elements[span.name].faq or _asks(span, blocks)]


def _has_spoken(opened: Span, blocks: Sequence[Block], index: int) -> bool:
    """Whether a voice has said behind its label what it says, and a paragraph of somebody else's words begins."""
    if opened.name not in SPOKEN or index >= len(blocks) or blocks[index].kind != "paragraph":
        return False
    said = blocks[opened.first].source[len(opened.title) :].strip()
    text = blocks[index].text
    goes_on = SIGNATURE.fullmatch(text) or is_credit(text) or read_language().first_person.search(text)
    return bool(said) and index == opened.first + 1 and not goes_on and said[0] not in OPENING


def _asks(faq: Span, blocks: Sequence[Block]) -> bool:
    """Whether something is asked after a label that names questions; `FAQ: a page of its own` in a list of plans is none."""
    own = blocks[faq.first].source[len(faq.title) :].strip()
    return not own or any("?" in block.text or "？" in block.text for block in blocks[faq.first : faq.last])


def _whole_faq(part: Span, found: Sequence[Span], blocks: Sequence[Block], document_type: DocumentType) -> Span:
    """The labelled FAQ that is still open, with the parts of it that came before."""
    name = document_type.elements[part.name].parent or part.name
    first = next((span.first for span in found if span.name == name), part.first)
    return part._replace(name=name, first=first, last=len(blocks))


def _is_bracketed(source: str) -> bool:
    """Whether words in brackets come first: where one of these is a label, the next is another, known or not."""
    return _BRACKETED.match(source) is not None


def _is_listed(block: Block) -> bool:
    """Whether a list item is nothing but a title, as in a table of contents."""
    source = block.source.strip()
    return block.kind == "item" and not source.endswith((":", "：")) and bool(_PLAIN_TITLE.fullmatch(source))


def _find_divider(
    index: int, faq: Span, label: tuple[str, str] | None, blocks: Sequence[Block], document_type: DocumentType
) -> tuple[str, str] | None:
    """The label of a part of the FAQ in which it stands, all there is of its paragraph: `**For leadership**`."""
    source = blocks[index].source.strip()
    if label is not None:
        divides = document_type.elements[label[0]].parent == faq.name and label[1].strip() == source
        return label if divides else None
    if not _BOLD_LINE.fullmatch(source):
        return None
    lines = (block.text for block in blocks[faq.first : faq.last] if _BOLD_LINE.fullmatch(block.source.strip()))
    name = find_group(blocks[index].text, faq.name, document_type, lines)
    return (name, blocks[index].source) if name else None
