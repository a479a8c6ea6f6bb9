"""Sections under headings of their own words that only their meaning marks: problem, solution, and what opens a release."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from ...model import Block
from ..forms.closing import closes_release
from ..forms.dateline import announces
from ..forms.groups import ASKS
from ..forms.product import Products, begins_with, find_products
from ..forms.spans import Span, covered, trim
from ..forms.spoken import SPOKEN
from ..language.language import read_language

_RELEASE = "press_release"
_MIDDLE = {"problem", "solution"}
_LATE = ("customer_experience", "call_to_action")  # below which no solution begins
_VERBATIM = tuple('"“„«»‹›「『')


class _Section(NamedTuple):
    first: int
    last: int
    prose: int  # the first block below the heading that says something


def find_first_summary(
    index: int, blocks: Sequence[Block], release: Span, spans: Sequence[Span], taken: Container[int]
) -> Span | None:
    """The section with which a release begins, where it begins with the product or what is announced: `What is Herd Finder?`."""
    below = index + 1
    if below >= release.last or below in taken or closes_release(blocks[index]):
        return None
    block = blocks[below]
    if block.kind not in ("paragraph", "quote") or block.text.startswith(_VERBATIM):
        return None
    likeliest = next((names[:1] for names in find_products(blocks, release, spans) if names), ())
    if not begins_with(block.text, [likeliest]) and not announces(block.text):
        return None
    return Span("summary", index, below + 1, "position", blocks[index].text, 1)


def find_sections(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The problem and the solution that no other section and no paragraph is."""
    inside = [span for span in spans if release.first <= span.first < release.last]
    names = {span.name for span in inside}
    sections = [] if names >= _MIDDLE else list(_list_sections(blocks, release, spans))
    if not sections:
        return
    late = min((span.first for span in inside if span.name in _LATE), default=release.last)
    products = find_products(blocks, release, spans)
    early = [] if "problem" in names else [part for part in sections if part.first < late]
    problem = next((part for part in early if _heads_trouble(part, blocks, products)), None)
    if problem is not None:
        turn = _find_turn(problem, blocks, products)
        yield Span("problem", problem.first, turn, "position", blocks[problem.first].text, 1)
        if turn < problem.last and "solution" not in names:
            yield Span("solution", turn, problem.last, "position")
            return
        sections.remove(problem)
    if "solution" in names:
        return
    solution = next((part for part in sections if read_language().features.search(blocks[part.first].text)), None)
    first = next(iter(sections), None)
    if solution is None and first is not None and first.first < late and _is_about(first, blocks, products):
        solution = first
    if solution is not None:
        yield Span("solution", solution.first, solution.last, "position", blocks[solution.first].text, 1)


def _heads_trouble(section: _Section, blocks: Sequence[Block], products: Products) -> bool:
    """Whether a heading tells of trouble that is not over, or asks why, and no text on the product begins below it."""
    text = blocks[section.prose].text
    if _asks_why(blocks[section.first]):
        return not text.startswith(tuple(name for names in products for name in names))
    heading, language = blocks[section.first].text, read_language()
    told = language.trouble.search(heading) is not None and language.freed.search(heading) is None
    return told and not begins_with(text, products)


def _find_turn(section: _Section, blocks: Sequence[Block], products: Products) -> int:
    """The paragraph that begins with the product, at which the problem of a section ends."""
    names = tuple(next((names[:1] for names in products if names), ()))
    after = range(section.prose + 1, section.last)
    return next((n for n in after if blocks[n].kind == "paragraph" and blocks[n].text.startswith(names)), section.last)


def _asks_why(heading: Block) -> bool:
    return heading.text.rstrip().endswith(ASKS) and read_language().why.match(heading.text.strip(" ¿")) is not None


def _is_about(section: _Section, blocks: Sequence[Block], products: Products) -> bool:
    """Whether a section begins with the product, or its heading names it and does not ask why."""
    if _asks_why(blocks[section.first]):
        return False
    heading = blocks[section.first].text
    named = any(name in heading for names in products for name in names)
    return named or begins_with(blocks[section.prose].text, products)


def _list_sections(blocks: Sequence[Block], release: Span, spans: Sequence[Span]) -> Iterator[_Section]:
    """The sections of a release that may tell its story: no elements, nor prices, plans or risks, up to the company's lines."""
    taken = covered(span for span in spans if span.name != _RELEASE)
    begun = {span.first for span in spans if span.lead or span.name in SPOKEN}
    last = 0
    for index in range(release.first + release.lead, release.last):
        if closes_release(blocks[index]):
            return
        if blocks[index].kind != "heading" or not blocks[index].text or index in taken or index < last:
            continue
        lower = range(index + 1, release.last)
        last = next((n for n in lower if n in begun or _is_as_high(blocks[n], blocks[index])), release.last)
        prose = next((n for n in range(index + 1, last) if blocks[n].kind in ("paragraph", "item", "quote")), None)
        beside = read_language().beside.search(blocks[index].text)  # `Pricing`, `Future features`
        if prose is not None and prose not in taken and beside is None:
            yield _Section(index, trim(index, last, blocks), prose)


def _is_as_high(block: Block, heading: Block) -> bool:
    return block.kind == "heading" and block.level <= heading.level
