"""Elements that nothing but their place tells: what opens a release, and what stands between that and the voices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Block
from .by_pattern import find_release_dateline, is_dateline_alone
from .language import read_language
from .spans import Span, covered

_RELEASE = "press_release"
_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-z]\w{2,}")
_SMALL = re.compile(r"(?<![\w'’/.@-])[^\W\d_A-Z]\w*(?![\w-]*[./@]\w)")  # not the words of an address
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")
_BOLD_LINE = re.compile(r"(\*\*|__)[^\n]+\1")
_OFTEN = 2  # times, at least, that a release says the name of its product
_OPENING = 5  # words in which a paragraph says what it is about
_LONGEST_PROBLEM = 3  # paragraphs


def find_opening(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The dateline, and the summary: the paragraph that carries it, or the first one of the release."""
    names = {span.name for span in spans}
    heads = [span.last for span in spans if span.name in ("headline", "subheading")]
    first = max([release.first + release.lead, *heads])
    dateline = find_release_dateline(blocks, release.first, release.last)
    if dateline is not None:
        yield Span("dateline", dateline, dateline + 1, "pattern")
    if "summary" in names:
        return
    if dateline is not None and dateline >= first and not is_dateline_alone(blocks[dateline]):
        yield Span("summary", dateline, dateline + 1, "pattern")
        return
    taken = covered(spans, names - {_RELEASE})
    for index in range(first, release.last):
        block = blocks[index]
        passed = block.kind in ("rule", "html", "quote") or _IMAGE.fullmatch(block.source.strip())
        if index == dateline or passed or (index in taken and block.kind != "heading"):
            continue
        if block.kind == "paragraph" and index not in taken:
            yield Span("summary", index, index + 1, "position")
        return


def find_middle(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Problem and solution where nothing names them: the paragraphs between the summary and the voices.

    The problem is told without the product; the solution begins where the product comes in. Where it comes in at once,
    or has no name, the words of the first paragraph decide.
    """
    names = {span.name for span in spans}
    taken = covered(spans, names - {_RELEASE})
    starts = [span.last for span in spans if span.name == "summary" and span.first >= release.first]
    if not starts or names & {"problem", "solution"}:
        return
    free: list[int] = []
    for index in range(max(starts), release.last):
        if blocks[index].kind == "heading" or (index in taken and free):
            break
        if index not in taken and blocks[index].kind in ("paragraph", "item", "row", "code"):
            free.append(index)
    prose = [n for n in free if blocks[n].kind == "paragraph" and not _BOLD_LINE.fullmatch(blocks[n].source.strip())]
    if not prose:
        return
    product = _find_product(blocks, release, spans)
    turn = next((n for n, index in enumerate(prose) if product and product in blocks[index].text), 0)
    turn = turn if product in " ".join(blocks[prose[turn]].text.split()[:_OPENING]) else 0
    troubled = bool(read_language().trouble.search(blocks[prose[0]].text))
    if not 1 <= turn <= _LONGEST_PROBLEM:
        turn = 1 if troubled and len(prose) > 1 else 0
    if turn:
        yield Span("problem", free[0], prose[turn], "position")
    if turn or not troubled:
        yield Span("solution", prose[turn] if turn else free[0], free[-1] + 1, "position")


def _find_product(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> str:
    """The product's name: the word of the headline, the title or the summary that the release says most often.

    It is written with a capital each time; empty where no such word returns.
    """
    text = "\n".join(block.text for block in blocks[: release.last] if block.kind != "code")
    small = set(_SMALL.findall(text))
    counted = Counter(word for word in _NAME.findall(text) if word.casefold() not in small)
    told = {
        name: [blocks[n].text for span in spans if span.name == name for n in range(span.first, span.last)]
        for name in ("headline", "summary")
    }
    title = [block.text for block in blocks[:1] if block.kind == "heading"]
    for texts in (told["headline"], title, told["summary"]):
        words: list[str] = [word for word in _NAME.findall("\n".join(texts)) if counted[word] >= _OFTEN]
        if words:
            return max(words, key=lambda word: counted[word])
    return ""
