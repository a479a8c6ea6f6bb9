"""Elements that a heading names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...model import Block, DocumentType
from ..forms.dateline import find_dateline, is_dateline_alone
from ..forms.groups import ASIDE, ASKS, LONGEST_HEADING, UNSPACED, find_asked, find_group, find_part, split_title
from ..forms.spans import ONE_LINE, Span, trim
from ..forms.spoken import SPOKEN, find_spoken
from ..language.language import read_language
from ..language.titles import fold_title

_LISTED = re.compile(r"[/(),+&（）]|\sand\s")
_LONG_WORD = 9  # letters: `availability`, `challenge`; not `product`, `approach`
_DEPENDENT = re.compile(r"\w\s+(?:\w{3,}ing|behind|beyond)(?:\s+(?:the|an?|our|your|their|this))?$")
_GAP = "…"  # in an alias: the product's name, as in `How … works`
_LONGEST_NAME = 3  # words
_TELLING = 4  # words of a headline
_NEAR = 4  # blocks in which a dateline follows it
_LONGEST_TITLE = 3  # words of one that names a line: `Product headline`, but no `Sample headlines for the media`


def find_by_heading(blocks: Sequence[Block], document_type: DocumentType) -> list[Span]:
    """A recognised heading opens an element, which reaches to the next heading of its level or above.

    A release ends where the questions begin, whatever their level, and in the questions only headings that divide
    them are recognised: `### Features` above some questions is no promise.
    """
    headings = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.text]
    names: dict[int, str | None] = {index: find_alias(blocks[index].text, document_type) for index in headings}
    for index in _below_release(headings, names, blocks, document_type):
        names[index] = find_alias(blocks[index].text, document_type, in_release=True)
    spans: list[Span] = []
    asked: list[Span] = []  # the open ones of those that hold questions
    for position, index in enumerate(headings):
        asked = [span for span in asked if span.last > index]
        if names[index] is None and asked and _groups(index, blocks):
            beside = _beside(index, asked[0], headings, blocks)
            names[index] = find_group(blocks[index].text, asked[0].name, document_type, beside)
        name = names[index]
        if name is None:
            continue
        questions = document_type.elements[name].faq
        inside = [span for span in asked if span.first < index]
        if inside and (not questions or name in {span.name for span in inside}):
            continue
        last = trim(index, _find_end(position, headings, names, blocks, document_type), blocks)
        spans.append(Span(name, index, last, "heading", blocks[index].text, 1))
        asked += spans[-1:] if questions else []
    return with_parents(spans, document_type)


def _groups(index: int, blocks: Sequence[Block]) -> bool:
    """Whether something is asked below a heading, and not by it: only then does it divide an FAQ."""
    if _asks(blocks[index]):
        return False
    for block in blocks[index + 1 :]:
        if block.kind == "heading" and block.level <= blocks[index].level:
            return False
        if block.kind == "heading" or "?" in block.text or "？" in block.text:
            return True
    return False


def _beside(index: int, faq: Span, headings: Sequence[int], blocks: Sequence[Block]) -> Iterator[str]:
    """The headings of one level in an FAQ."""
    level = blocks[index].level
    return (blocks[n].text for n in headings if faq.first < n < faq.last and blocks[n].level == level)


def _below_release(
    headings: Sequence[int], names: Mapping[int, str | None], blocks: Sequence[Block], document_type: DocumentType
) -> list[int]:
    """The unrecognised headings below the one that names the release, up to the questions."""
    start = next((index for index in headings if names[index] == "press_release"), None)
    found: list[int] = []
    for index in headings:
        if start is None or index <= start:
            continue
        if blocks[index].level <= blocks[start].level or _is_faq(names[index], document_type):
            break
        found += [index] if names[index] is None else []
    return found


def _find_end(
    position: int,
    headings: Sequence[int],
    names: Mapping[int, str | None],
    blocks: Sequence[Block],
    document_type: DocumentType,
) -> int:
    """The block at which an element ends.

    What has parts of its own holds them whatever their level: below `## Press Release` may stand the headline as `#`, and
    the sections beside it as `##`. Questions may stand beside the heading that they belong to.
    """
    index = headings[position]
    name, level = names[index], blocks[index].level
    title = _find_headline_below(position, headings, names, blocks)
    if title is not None and read_language().notice.search(blocks[index].text):
        level = min(level, blocks[title].level)
    questions = _is_faq(name, document_type)
    beside = blocks[headings[position + 1]] if questions and position + 1 < len(headings) else None
    flat = beside is not None and beside.level == level and _asks(beside)
    for later in headings[position + 1 :]:
        other = names[later]
        if not questions and _is_faq(other, document_type):
            return later
        part = other is not None and document_type.elements[other].parent == name and not questions
        asked = flat and blocks[later].level == level and _asks(blocks[later])
        if blocks[later].level <= level and not part and later != title and not asked:
            return later
    return len(blocks)


def _find_headline_below(
    position: int, headings: Sequence[int], names: Mapping[int, str | None], blocks: Sequence[Block]
) -> int | None:
    """The heading right below the one that names the release, where it is no section of it whatever its level."""
    index = headings[position]
    below = headings[position + 1] if position + 1 < len(headings) else None
    if names[index] != "press_release" or below is None or names[below] is not None:
        return None
    if any(block.kind != "rule" for block in blocks[index + 1 : below]):
        return None
    title = blocks[below]
    if title.level == 1 or title.level > blocks[index].level:
        return below
    notice = not read_language().whole_document.search(blocks[index].text)
    dated = any(find_dateline(block) or is_dateline_alone(block) for block in blocks[below + 1 : below + _NEAR])
    return below if len(title.text.split()) >= _TELLING and (notice or dated) else None


def _asks(heading: Block) -> bool:
    return heading.text.rstrip().endswith(ASKS) or read_language().question.match(heading.text) is not None


def _is_faq(name: str | None, document_type: DocumentType) -> bool:
    return name is not None and document_type.elements[name].faq


def with_parents(spans: list[Span], document_type: DocumentType) -> list[Span]:
    """An FAQ in two parts that nothing holds together is one FAQ all the same, and so is one that they follow."""
    begins = {span.first: span for span in spans}
    spans = [_with_parts(span, begins, document_type) for span in spans]
    names = {span.name for span in spans}
    missing = {
        parent
        for name in names
        if (parent := document_type.elements[name].parent) and document_type.elements[parent].faq
    }
    for parent in sorted(missing - names):
        parts = [span for span in spans if document_type.elements[span.name].parent == parent]
        first, last = min(span.first for span in parts), max(span.last for span in parts)
        spans.append(Span(parent, first, last, parts[0].found_by))
    return spans


def _with_parts(span: Span, begins: Mapping[int, Span], document_type: DocumentType) -> Span:
    """An FAQ that is a title with the parts right below it, or a label among labels, reaches to the last of them."""
    last = span.last
    while _is_faq(span.name, document_type) and (part := begins.get(last)) is not None:
        labelled = span.found_by == part.found_by == "label"
        if document_type.elements[part.name].parent != span.name or not (labelled or span.last == span.first + 1):
            break
        last = part.last
    return span if last == span.last else span._replace(last=last)


@lru_cache(maxsize=10_000)
def find_alias(title: str, document_type: DocumentType, *, in_release: bool = False) -> str | None:
    """The element that a heading names.

    The whole heading; else what stands before a colon or a dash; else the heading without an aside in parentheses;
    else, in a short heading, the longest alias that it contains. `FAQ for customers` is the FAQ of who asks in it.
    Below the release's own heading any long word is enough: there `Industry challenges` are the problem.
    """
    aliases = document_type.aliases
    title = " ".join(title.split())
    for form in (title, re.split(r"\s[–—|-]\s|[:：]\s?", title, maxsplit=1)[0], ASIDE.sub(" ", title)):
        folded = fold_title(form)
        name = aliases.get(folded) or aliases.get(folded.removesuffix("s"))
        if name is not None:
            return find_part(name, title, document_type)
    name = _contained(title, document_type, _LONG_WORD if in_release else None)
    if name is None or name in SPOKEN:  # `Questions from our customers` has `From our customers` in it
        return find_asked(title, document_type) or name or find_spoken(title, document_type.elements)
    return find_part(name, title, document_type)


def _contained(title: str, document_type: DocumentType, telling: int | None) -> str | None:
    """The longest alias in a short heading, as whole words; `A / B` and `A (B)` are read as their parts in any order.

    An alias of one word with at least `telling` letters is enough by itself. What asks is no title, unless an alias asks
    as well (`How does … work`).
    """
    words = split_title(title)
    asks = title.rstrip().endswith(ASKS)
    if len(words) > LONGEST_HEADING or read_language().has_word("boilerplate", title.strip()):
        return None
    listed = bool(_LISTED.search(title))
    found: list[tuple[int, str]] = []
    whole: set[str] = set()
    for parts, alias, name in _find_candidates(words, document_type):
        if (asks and _GAP not in parts) or (name in ONE_LINE and not _titles_line(parts, words)):
            continue
        if len(parts) == 1:
            loose = read_language().has_word("loose", alias)
            told = telling is not None and len(alias) >= telling and not loose and _is_word(alias, words)
            contained = (told or _stands_out(alias, words, document_type, name)) and not _depends(alias, words)
        else:
            contained = _follow(parts, words) or (listed and all(_is_word(part, words) for part in parts))
        if contained:
            found.append((len(parts) * 100 + len(alias), name))
            whole.add(name)
    if "press_release" in whole and len(whole) > 1:  # “Press release and FAQ” opens the document, “PR/FAQ” names it
        return "press_release" if any(score >= 200 for score, name in found if name == "press_release") else None
    return max(found)[1] if found else None


def _titles_line(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a heading may stand above the one line that it names: `Alternate headlines` are several, and not the one."""
    return len(words) <= _LONGEST_TITLE and set(parts) <= set(words)


def _find_candidates(words: Sequence[str], document_type: DocumentType) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The aliases of which a heading may contain all words: each with its words and its element."""
    forms = {form for word in words for form in (word, word.removesuffix("s"))}
    forms |= {word[-letters:] for word in words if UNSPACED.search(word) for letters in range(1, len(word))}
    for form in forms:
        yield from _index_aliases(document_type).get(form, ())


@lru_cache(maxsize=100)
def _index_aliases(document_type: DocumentType) -> Mapping[str, Sequence[tuple[tuple[str, ...], str, str]]]:
    """The aliases by their first word, which a heading must have to contain one."""
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for alias, name in document_type.aliases.items():
        parts = tuple(alias.split())
        if parts:
            index.setdefault(parts[0], []).append((parts, alias, name))
    return index


@lru_cache(maxsize=100)
def fold_names(document_type: DocumentType) -> Mapping[str, frozenset[str]]:
    """For each element the folded forms of its own names."""
    return {name: frozenset(map(fold_title, kind.names)) for name, kind in document_type.elements.items()}


def _is_word(part: str, words: Sequence[str]) -> bool:
    return part in words or f"{part}s" in words


def _follow(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words of an alias stand in a heading one after the other; one with a gap is all of the heading."""
    if _GAP in parts:
        gap = parts.index(_GAP)
        named = len(words) - len(parts) + 1
        return 0 < named <= _LONGEST_NAME and (*words[:gap], _GAP, *words[gap + named :]) == tuple(parts)
    size = len(parts)
    return any(
        all(_is_word(part, [word]) for part, word in zip(parts, words[at : at + size], strict=True))
        for at in range(len(words) - size + 1)
    )


def _stands_out(alias: str, words: Sequence[str], document_type: DocumentType, name: str) -> bool:
    """One word alone names its element where it can mean nothing but questions, or is the element's own name."""
    element = document_type.elements[name]
    if not _is_word(alias, words):
        return any(_ends_in(alias, word) for word in words)
    names = fold_names(document_type)[name]
    short = len(words) <= 3 or "faq" in words  # `PR/FAQ` in any title, but no `PR plan for the second half`
    return (
        (element.faq and not read_language().has_word("loose", alias))
        or (alias == "pr" and short)
        or (alias in names and len(words) <= 7)
    )


def _depends(alias: str, words: Sequence[str]) -> bool:
    """Whether a heading is about what does something to what it names: `Modules powering the experience`."""
    at = next((n for n, word in enumerate(words) if _is_word(alias, [word])), 0)
    return _DEPENDENT.search(" ".join(words[:at])) is not None


def _ends_in(alias: str, word: str) -> bool:
    """Whether an alias ends an unspaced heading (`お客様FAQ`), and is not what it says of something: `…を提供開始`."""
    before = word.removesuffix(alias)
    unspaced = before not in ("", word) and (_is_unspaced(alias) or _is_unspaced(before))
    return unspaced and before[-1] not in "をがはにで"


def _is_unspaced(text: str) -> bool:
    """Whether a text is of a script that sets no spaces between words."""
    return bool(UNSPACED.fullmatch(text))
