"""Which required sections a document lacks, and which of them it may tell without their name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Block
from ..parse.forms.letterhead import is_remark, tells_of_document
from ..parse.language.words import count_words
from ..parse.unnamed import find_unnamed_headings
from .release import RELEASE, faq_names
from .subject import Subject

_FEWEST = 12  # words of a paragraph that may be a section
_MOST_NAMED = 3  # headings that may be a missing section
# shown by where they stand or how they are written, in any document
FORMED = frozenset({"headline", "subheading", "dateline", "quote", "call_to_action", "testimonial"})


class Missing(NamedTuple):
    """Names of required sections that were not found.

    `absent` are those that are not there: what marks them (a heading, a label, the form of a quotation) is nowhere.
    `unnamed` are those that only their meaning marks; `headings` and `prose` are where they may be told, in what no
    known name stands above.
    """

    absent: tuple[str, ...]
    unnamed: tuple[str, ...]
    headings: tuple[Block, ...]
    prose: tuple[Block, ...]


def find_missing(subject: Subject) -> Missing:
    """The required sections that the schema misses, told apart by whether text stands anywhere that may be one."""
    names = tuple(
        violation.missing for violation in subject.violations if violation.path == ("elements",) and violation.missing
    )
    if not names:
        return Missing((), (), (), ())
    between = _find_bounds(subject)
    headings = tuple(block for block in find_unnamed_headings(subject.proposal) if block.start in between)
    prose = tuple(block for block in _find_prose(subject) if block.start in between)
    meant = tuple(name for name in names if prose and _is_marked_by_meaning(subject, name))
    return Missing(tuple(name for name in names if name not in meant), meant, headings, prose)


def _is_marked_by_meaning(subject: Subject, name: str) -> bool:
    """Whether a reader may see the section where neither a name nor a form shows it: most releases are written so."""
    kind = subject.document_type.elements.get(name)
    return kind is not None and kind.parent == RELEASE and name not in FORMED


def _find_bounds(subject: Subject) -> range:
    """The lines below the headline and above the FAQ: before them stands what is said of the document itself."""
    faq = faq_names(subject.document_type)
    elements = subject.proposal.elements
    end = min((element.start for element in elements if element.name in faq), default=sys.maxsize)
    return range(max((element.end + 1 for element in elements if element.name == "headline"), default=0), end)


def _find_prose(subject: Subject) -> list[Block]:
    """Paragraphs and items of some length that no known name heads; first those that are in no section at all."""
    elements = [element for element in subject.proposal.elements if element.name != RELEASE]
    named = {
        block.start
        for element in elements
        if element.found_by in ("heading", "label") or element.name in FORMED
        for block in element.content
    }
    taken = {block.start for element in elements for block in element.content}
    prose = [
        block
        for block in subject.proposal.blocks
        if block.kind in ("paragraph", "item", "quote") and block.start not in named
        and not is_remark(block._replace(kind="paragraph")) and not tells_of_document(block)
        and count_words(block.text) >= _FEWEST
    ]  # fmt: skip
    return sorted(prose, key=lambda block: block.start in taken)


def find_titles(subject: Subject, names: Sequence[str]) -> tuple[str, ...]:
    """What the type calls the sections of these names."""
    elements = subject.document_type.elements
    return tuple(elements[name].title if name in elements else name for name in names)


def name_headings(headings: Sequence[Block]) -> str:
    """The first few headings with their lines, as a message puts them."""
    named = [f"“{' '.join(block.text.split())}” (line {block.start})" for block in headings[:_MOST_NAMED]]
    return " or ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
