"""Elements that nothing but their place tells: what opens a release, and what stands between that and the voices."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from ...model import Block
from ..forms.closing import BOLD
from ..forms.dateline import is_dateline_alone
from ..forms.letterhead import CONTACT, is_describing, is_drawn, is_image, is_remark
from ..forms.product import (
    Products,
    begins_with,
    comes_in,
    comes_in_late,
    find_products,
    is_surely_troubled,
    is_troubled,
)
from ..forms.spans import ONE_LINE, Span, covered
from ..forms.spoken import SPOKEN
from ..language.language import read_language
from ..language.words import count_words, split_sentences
from .by_pattern import find_release_dateline
from .by_section import find_first_summary

_RELEASE = "press_release"
_BOLD_LINE = re.compile(r"(\*\*|__)[^\n]+\1")
_MIDDLE = {"problem", "solution"}
_LONGEST_PROBLEM = 3  # paragraphs of more than a sentence
_LONGEST_IN_SENTENCES = 6  # paragraphs of one sentence
_LONGEST_LABEL = 3  # words: `**Body:**`
_LONGEST_TURN = 12  # words
_FEWEST_TOLD = 12  # words of a paragraph that tells something


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
    begun = covered(span for span in spans if span.name not in (*ONE_LINE, _RELEASE))  # what opens it would stand above
    for index in range(first, release.last):
        block = blocks[index]
        if index in begun:
            return
        apart = is_image(block) or is_describing(block) or is_drawn(block) or is_remark(block)
        marked = block.text.rstrip().endswith((":", "：")) or BOLD.fullmatch(block.source.strip())
        label = marked and count_words(block.text) <= _LONGEST_LABEL
        passed = block.kind in ("rule", "html", "quote") or apart or label
        if index in dateline or passed or (index in taken and block.kind != "heading"):
            continue
        if index == first and block.kind == "heading" and index not in taken and _is_sentence(block):
            continue  # one more line below the title
        if block.kind == "paragraph" and index not in taken:
            yield from _summarise(index, blocks, release, spans)
        elif block.kind == "heading" and index not in taken:
            summary = find_first_summary(index, blocks, release, spans, taken)
            yield from [summary] if summary else []
        return


def _names_within(release: Span, spans: Sequence[Span]) -> set[str]:
    """What stands in a release: a summary of the plan, below the questions, is none of it."""
    return {span.name for span in spans if release.first <= span.first < release.last}


def _is_sentence(heading: Block) -> bool:
    """Whether a heading is a whole sentence, and so titles nothing."""
    return heading.text.rstrip().endswith((".", "。")) and count_words(heading.text) >= _FEWEST_TOLD


def _stands_beside(span: Span, release: Span, blocks: Sequence[Block]) -> bool:
    """Whether a section stands beside the heading of the release, and not below it: it is told there once more."""
    heads = [blocks[part.first] for part in (release, span) if part.found_by == "heading"]
    return len(heads) == len((release, span)) and 1 < heads[1].level <= heads[0].level


def _goes_on(block: Block) -> bool:
    """Whether a paragraph says more than when and where, and who: an address is no more than that, nor a bold line."""
    lines = block.source.strip().split("\n")
    bold = all(BOLD.fullmatch(line.strip()) for line in lines)
    return not bold and not is_dateline_alone(block._replace(text=CONTACT.sub("", block.text)))


def _summarise(index: int, blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The first paragraph is the summary; what is told before the product comes in is the problem."""
    taken = covered(spans, {span.name for span in spans} - {_RELEASE})
    prose = list(
        takewhile(lambda n: blocks[n].kind == "paragraph" and n not in taken, range(index, release.last)),
    )[: _LONGEST_PROBLEM + 1]
    if len(prose) > 1 and not _MIDDLE & _names_within(release, spans):
        products = find_products(blocks, release, spans)
        troubled = read_language().trouble.search(blocks[index].text) is not None
        if comes_in_late(blocks[index].text, products) and begins_with(blocks[prose[1]].text, products):
            yield Span("problem", index, prose[1], "position")
            yield Span("summary", prose[1], prose[1] + 1, "position")
            return
        for names in products:
            turn = next((n for n in prose if comes_in(names, blocks, index, n)), index)
            if turn > index and (troubled or _is_introduced(turn, index, blocks, products)):
                yield Span("problem", index, turn, "position")
                index = turn
                break
            if troubled and comes_in(names, blocks, index, index):
                break
        else:
            if troubled and _is_headed(prose[-1] + 1, index, blocks, products):
                yield Span("problem", index, prose[-1] + 1, "position")
                return
    yield Span("summary", index, index + 1, "position")


def _is_headed(after: int, first: int, blocks: Sequence[Block], products: Products) -> bool:
    """Whether the heading below some paragraphs brings the product in: `This is where Paly comes in`."""
    following = next((block for block in blocks[after:] if block.kind != "rule"), None)
    if following is None or following.kind != "heading":
        return False
    names = [name for listed in products for name in listed if name in following.text]
    return any(not any(name in block.text for block in blocks[first:after]) for name in names)


def _is_introduced(turn: int, first: int, blocks: Sequence[Block], products: Products) -> bool:
    """Whether a paragraph begins with the product, and nothing before it has named or announced one."""
    language = read_language()
    before = " ".join(block.text for block in blocks[first:turn])
    if any(count_words(block.text) < _FEWEST_TOLD for block in blocks[first:turn]):
        return False
    named = any(name in before for names in products for name in names)
    told = language.announced.search(before) or language.today.search(before)
    return not named and told is None and begins_with(blocks[turn].text, products)


def find_middle(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """Problem and solution where nothing names them: the paragraphs between the summary and the voices.

    The problem is told without the product; the solution begins where the product comes in. Where it comes in at once,
    or has no name, the words of the first paragraph decide. A problem that the voices follow at once leaves the solution
    to what comes after them.
    """
    names = _names_within(release, [span for span in spans if not _stands_beside(span, release, blocks)])
    taken = covered(spans, {span.name for span in spans} - {_RELEASE})
    starts = [span.last for span in spans if span.name == "summary" and release.first <= span.first < release.last]
    told = any(span.name == "problem" and span.found_by == "position" for span in spans)  # it came before the summary
    if not starts or "solution" in names or ("problem" in names and not told):
        return
    free = list(_list_free(max(starts), blocks, release, taken))
    prose = _list_prose(free, blocks)
    if not prose or (told and any(n in taken for n in range(max(starts), free[0]))):
        return
    products = find_products(blocks, release, spans)
    turn = 0 if told else _find_turn(prose, blocks, products)
    if turn:
        yield Span("problem", free[0], prose[turn], "position")
    after = next((n for n in range(free[-1] + 1, release.last) if n not in taken), release.last)
    rest = list(_list_free(after, blocks, release, taken))
    if turn or told or not is_troubled(blocks[prose[0]].text, products):
        first = prose[turn] if turn else free[0]
        before = None if turn or told else _find_before(prose, blocks)
        if before is not None:
            yield Span("solution", first, before, "position")
            yield Span("problem", before, before + 1, "position")
            first = next((n for n in free if n > before), free[-1] + 1)
        if first <= free[-1]:
            yield Span("solution", first, free[-1] + 1, "position")
        if _is_only_turn([n for n in free if n >= first], blocks) and _list_prose(rest, blocks):
            yield Span("solution", rest[0], rest[-1] + 1, "position")
        return
    if _list_prose(rest, blocks):
        yield Span("solution", rest[0], rest[-1] + 1, "position")
    elif not is_surely_troubled(blocks[prose[0]].text, products):
        return
    yield Span("problem", free[0], free[-1] + 1, "position")


def _find_before(prose: Sequence[int], blocks: Sequence[Block]) -> int | None:
    """The paragraph below the first that tells how it was: `Until now, …`."""
    return next((n for n in prose[1:] if read_language().until_now.match(blocks[n].text.strip())), None)


def find_use(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """What a customer does with the product, where a paragraph right below a voice begins with it and nothing names it."""
    inside = [span for span in spans if release.first <= span.first < release.last]
    if any(span.name == "customer_experience" for span in inside):
        return
    taken = covered(span for span in spans if span.name != _RELEASE)
    for index in sorted(span.last for span in inside if span.name in SPOKEN and span.found_by == "pattern"):
        if index >= release.last or index in taken or blocks[index].kind != "paragraph":
            continue
        if _tells_use(blocks[index].text.strip()):
            yield Span("customer_experience", index, index + 1, "position")
            return


def _tells_use(text: str) -> bool:
    """Whether a text begins with what a customer does, and not with what one said or is bidden: `Users open the map`."""
    language = read_language()
    first = split_sentences(text)[0][1]
    other = language.said.search(first) or language.call_to_action.search(first) or language.invitation.search(first)
    return language.using.match(text) is not None and other is None


def _is_only_turn(free: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether a solution is no more than the sentence that turns to it, `Herd Finder does it all`."""
    return len(free) == 1 and count_words(blocks[free[0]].text) <= _LONGEST_TURN


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


def _find_turn(prose: Sequence[int], blocks: Sequence[Block], products: Products) -> int:
    """How many paragraphs are the problem."""
    short = takewhile(lambda n: len(split_sentences(blocks[n].text)) == 1, prose[:_LONGEST_IN_SENTENCES])
    near = prose[: max(_LONGEST_PROBLEM, sum(1 for _ in short)) + 1]
    if len(prose) > 1 and comes_in_late(blocks[prose[0]].text, products):
        return 1
    for names in products:
        turn = next((n for n, index in enumerate(near) if comes_in(names, blocks, near[0], index)), None)
        if turn:
            return turn
        if turn == 0:
            break
    return 1 if len(prose) > 1 and is_troubled(blocks[prose[0]].text, products) else 0
