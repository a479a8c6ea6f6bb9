"""Elements that nothing but their place tells: what opens a release, and what stands between that and the voices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Block
from .by_pattern import IMAGE, find_release_dateline, is_describing
from .dateline import is_dateline_alone
from .language import read_language
from .spans import Span, covered
from .words import split_sentences

_RELEASE = "press_release"
_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-z]\w{2,}")
_SMALL = re.compile(r"(?<![\w'’/.@-])[^\W\d_A-Z]\w*(?![\w-]*[./@]\w)")  # not the words of an address
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BOLD_LINE = re.compile(r"(\*\*|__)[^\n]+\1")
_OFTEN = 2  # times, at least, that a release says the name of its product
_BEGINNING = 4  # words in which a sentence says what it is about
_MIDDLE = {"problem", "solution"}
_LONGEST_PROBLEM = 3  # paragraphs


def find_opening(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The dateline, and the summary: the paragraph that carries it, or the first one of the release."""
    names = {span.name for span in spans}
    heads = [span.last for span in spans if span.name in ("headline", "subheading")]
    first = max([release.first + release.lead, *heads])
    dateline = find_release_dateline(blocks, release, spans)
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
        passed = (
            block.kind in ("rule", "html", "quote") or IMAGE.fullmatch(block.source.strip()) or is_describing(block)
        )
        if index == dateline or passed or (index in taken and block.kind != "heading"):
            continue
        if block.kind == "paragraph" and index not in taken:
            yield from _summarise(index, blocks, release, spans)
        return


def _summarise(index: int, blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The first paragraph is the summary; one that tells of trouble before the product comes in is the problem."""
    following = index + 1
    next_taken = following >= release.last or blocks[following].kind != "paragraph"
    troubled = not next_taken and read_language().trouble.search(blocks[index].text)
    if troubled and not _MIDDLE & {span.name for span in spans}:
        products = _find_products(blocks, release, spans)
        if any(_comes_in(names, blocks, index, following) for names in products):
            yield Span("problem", index, following, "position")
            index = following
    yield Span("summary", index, index + 1, "position")


def find_middle(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Problem and solution where nothing names them: the paragraphs between the summary and the voices.

    The problem is told without the product; the solution begins where the product comes in. Where it comes in at once,
    or has no name, the words of the first paragraph decide.
    """
    names = {span.name for span in spans}
    taken = covered(spans, names - {_RELEASE})
    starts = [span.last for span in spans if span.name == "summary" and span.first >= release.first]
    told = any(span.name == "problem" and span.found_by == "position" for span in spans)  # it came before the summary
    if not starts or "solution" in names or ("problem" in names and not told):
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
    turn = 0 if told else _find_turn(prose, blocks, _find_products(blocks, release, spans))
    if turn:
        yield Span("problem", free[0], prose[turn], "position")
    if turn or told or not read_language().trouble.search(blocks[prose[0]].text):
        yield Span("solution", prose[turn] if turn else free[0], free[-1] + 1, "position")


def _find_turn(prose: Sequence[int], blocks: Sequence[Block], products: Sequence[Sequence[str]]) -> int:
    """How many paragraphs are the problem."""
    near = prose[: _LONGEST_PROBLEM + 1]
    for names in products:
        turn = next((n for n, index in enumerate(near) if _comes_in(names, blocks, near[0], index)), None)
        if turn:
            return turn
        if turn == 0:
            break
    return 1 if len(prose) > 1 and read_language().trouble.search(blocks[prose[0]].text) else 0


def _comes_in(products: Sequence[str], blocks: Sequence[Block], first: int, index: int) -> bool:
    """Whether a sentence of a paragraph begins with a product that no paragraph from `first` on has named before."""
    before = " ".join(block.text for block in blocks[first:index])
    begun = [" ".join(sentence.split()[:_BEGINNING]) for _, sentence in split_sentences(blocks[index].text)[:3]]
    return any(name not in before and any(name in words for words in begun) for name in products)


def _find_products(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Sequence[Sequence[str]]:
    """What the product may be called, the likeliest first: as the title has it, or the headline, or the summary.

    A word counts that returns in the release and is written with a capital each time.
    """
    text = "\n".join(block.text for block in blocks[: release.last] if block.kind != "code")
    title = next((block.text for block in blocks[:1] if block.kind == "heading"), "")
    bare = _EDGES.sub("", re.split(r"[:–—|]|\s-\s", _EDGES.sub("", read_language().whole_document.sub("", title)))[0])
    named = [bare] if bare and len(bare.split()) <= 3 and text.count(bare) >= _OFTEN else []
    small = set(_SMALL.findall(text))
    counted = Counter(word for word in _NAME.findall(text) if word.casefold() not in small)

    def returning(element: str, *more: str) -> list[str]:
        told = [blocks[n].text for span in spans if span.name == element for n in range(span.first, span.last)]
        words = dict.fromkeys(_NAME.findall("\n".join([*told, *more])))
        return [word for word in words if counted[word] >= _OFTEN]

    return [*named, *returning("headline", title)], returning("summary")
