"""Elements that nothing but their place tells: what opens a release, and what stands between that and the voices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from ..model import Block
from .by_pattern import find_release_dateline
from .dateline import is_dateline_alone
from .inline import blank_unread, plain_text
from .language import read_language
from .letterhead import CONTACT, is_describing, is_drawn, is_image, is_remark
from .spans import Span, covered
from .words import count_words, split_sentences

_RELEASE = "press_release"
_NAME = re.compile(r"(?<![\w'’])[^\W\d_a-z]\w{2,}")
_SMALL = re.compile(r"(?<![\w'’/.@-])[^\W\d_A-Z]\w*(?![\w-]*[./@]\w)")  # not the words of an address
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_BOLD_LINE = re.compile(r"(\*\*|__)[^\n]+\1")
_MUCH_OFTENER = 4  # than in small letters: a name that is a word as well
_OFTEN = 2  # times, at least, that a release says the name of its product
_BEGINNING = 4  # words in which a sentence says what it is about
_MIDDLE = {"problem", "solution"}
_LONGEST_PROBLEM = 3  # paragraphs
_LONGEST_LABEL = 3  # words: `**Body:**`


def find_opening(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The dateline, and the summary: the paragraph that carries it, or the first one of the release."""
    names = _names_within(release, spans)
    heads = [span.last for span in spans if span.name in ("headline", "subheading")]
    first = max([release.first + release.lead, *heads])
    dateline = find_release_dateline(blocks, release, spans) or range(0)
    if dateline:
        yield Span("dateline", dateline.start, dateline.stop, "pattern")
    if "summary" in names:
        return
    if len(dateline) == 1 and dateline.start >= first and _goes_on(blocks[dateline.start]):
        yield Span("summary", dateline.start, dateline.stop, "pattern")
        return
    taken = covered(spans, {span.name for span in spans} - {_RELEASE})
    for index in range(first, release.last):
        block = blocks[index]
        apart = is_image(block) or is_describing(block) or is_drawn(block) or is_remark(block)
        label = block.text.rstrip().endswith((":", "：")) and count_words(block.text) <= _LONGEST_LABEL
        passed = block.kind in ("rule", "html", "quote") or apart or label
        if index in dateline or passed or (index in taken and block.kind != "heading"):
            continue
        if block.kind == "paragraph" and index not in taken:
            yield from _summarise(index, blocks, release, spans)
        return


def _names_within(release: Span, spans: Sequence[Span]) -> set[str]:
    """What stands in a release: a summary of the plan, below the questions, is none of it."""
    return {span.name for span in spans if release.first <= span.first < release.last}


def _goes_on(block: Block) -> bool:
    """Whether a paragraph says more than when and where: an address is no more than that."""
    return not is_dateline_alone(block._replace(text=CONTACT.sub("", block.text)))


def _summarise(index: int, blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The first paragraph is the summary; what tells of trouble before the product comes in is the problem."""
    taken = covered(spans, {span.name for span in spans} - {_RELEASE})
    prose = list(
        takewhile(lambda n: blocks[n].kind == "paragraph" and n not in taken, range(index, release.last)),
    )[: _LONGEST_PROBLEM + 1]
    trouble = read_language().trouble
    if len(prose) > 1 and trouble.search(blocks[index].text) and not _MIDDLE & _names_within(release, spans):
        for names in _find_products(blocks, release, spans):
            turn = next((n for n in prose if _comes_in(names, blocks, index, n)), index)
            if turn > index:
                yield Span("problem", index, turn, "position")
                index = turn
                break
            if prose and _comes_in(names, blocks, index, index):
                break
    yield Span("summary", index, index + 1, "position")


def find_middle(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Problem and solution where nothing names them: the paragraphs between the summary and the voices.

    The problem is told without the product; the solution begins where the product comes in. Where it comes in at once,
    or has no name, the words of the first paragraph decide.
    """
    names = _names_within(release, spans)
    taken = covered(spans, {span.name for span in spans} - {_RELEASE})
    starts = [span.last for span in spans if span.name == "summary" and release.first <= span.first < release.last]
    told = any(span.name == "problem" and span.found_by == "position" for span in spans)  # it came before the summary
    if not starts or "solution" in names or ("problem" in names and not told):
        return
    free = list(_list_free(max(starts), blocks, release, taken))
    prose = _list_prose(free, blocks)
    if not prose:
        return
    products = _find_products(blocks, release, spans)
    turn = 0 if told else _find_turn(prose, blocks, products)
    if turn:
        yield Span("problem", free[0], prose[turn], "position")
    if turn or told or not _is_troubled(blocks[prose[0]].text, products):
        yield Span("solution", prose[turn] if turn else free[0], free[-1] + 1, "position")
        return
    after = next((n for n in range(free[-1] + 1, release.last) if n not in taken), release.last)
    rest = list(_list_free(after, blocks, release, taken))
    if _list_prose(rest, blocks) and not any(_comes_in(names, blocks, free[0], free[0]) for names in products):
        yield Span("problem", free[0], free[-1] + 1, "position")
        yield Span("solution", rest[0], rest[-1] + 1, "position")


def _list_free(first: int, blocks: Sequence[Block], release: Span, taken: Container[int]) -> Iterator[int]:
    """The blocks up to a heading or a voice that are no element yet."""
    begun = False
    for index in range(first, release.last):
        if blocks[index].kind == "heading" or (index in taken and begun):
            return
        if index not in taken and blocks[index].kind in ("paragraph", "item", "row", "code"):
            begun = True
            yield index


def _list_prose(indices: Sequence[int], blocks: Sequence[Block]) -> Sequence[int]:
    return [n for n in indices if blocks[n].kind == "paragraph" and not _BOLD_LINE.fullmatch(blocks[n].source.strip())]


def _find_turn(prose: Sequence[int], blocks: Sequence[Block], products: Sequence[Sequence[str]]) -> int:
    """How many paragraphs are the problem."""
    near = prose[: _LONGEST_PROBLEM + 1]
    for names in products:
        turn = next((n for n, index in enumerate(near) if _comes_in(names, blocks, near[0], index)), None)
        if turn:
            return turn
        if turn == 0:
            break
    return 1 if len(prose) > 1 and _is_troubled(blocks[prose[0]].text, products) else 0


def _is_troubled(text: str, products: Sequence[Sequence[str]]) -> bool:
    """Whether a paragraph tells of trouble; one that begins with the product does so with every other sentence."""
    trouble = read_language().trouble
    if not any(names and text.startswith(names[0]) for names in products):
        return trouble.search(text) is not None
    told = [trouble.search(sentence) is not None for _, sentence in split_sentences(text)]
    return 2 * sum(told) > len(told)


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
    prose = "\n".join(
        plain_text(blank_unread(block.source)) for block in blocks[: release.last] if block.kind != "code"
    )
    small = Counter(_SMALL.findall(prose))
    found = Counter(_NAME.findall(text))
    counted = Counter({word: times for word, times in found.items() if word.casefold() not in small})
    opening = next((_NAME.match(blocks[span.first].text) for span in spans if span.name == "headline"), None)
    if opening is not None and found[opening[0]] >= _MUCH_OFTENER * small[opening[0].casefold()]:
        counted[opening[0]] = found[opening[0]]  # `Backyard` has a backyard as well

    def returning(element: str, *more: str) -> list[str]:
        told = [blocks[n].text for span in spans if span.name == element for n in range(span.first, span.last)]
        words = dict.fromkeys(_NAME.findall("\n".join([*told, *more])))
        return [word for word in words if counted[word] >= _OFTEN]

    return [*named, *returning("headline", title)], returning("summary")
