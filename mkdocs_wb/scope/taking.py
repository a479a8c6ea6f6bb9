"""Taking a proposal apart into statements."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ..model import FRONT_MATTER, OTHER, Block, DocumentType, Element, Proposal, Question
from ..parse.digest import PROMISED_KEYS
from ..parse.elements.questions import strip_answer_mark
from ..parse.language.language import read_language
from ..parse.language.titles import fold_title
from ..parse.language.words import split_sentences
from ..parse.markdown.images import is_pictures
from ..parse.markdown.inline import plain_text
from ..parse.markdown.tooltips import parse_tooltips
from .above import ABOUT, Above, find_marked, is_label, split_notes
from .language.lexicon import read_lexicon
from .language.meaning import has_letters
from .language.writing import normalise
from .naming import SPLIT, find_product_names, names_columns, names_part, only_names, says_what_it_is
from .silent.apparatus import find_dates, is_apparatus, is_badge, is_bare_picture, read_apparatus
from .silent.courtesy import is_courtesy
from .silent.fiction import goes_on, is_fiction
from .silent.unwritten import is_unwritten
from .statements import PICTURE, TITLE, Asked, Statement, Statements

_BRIEF = re.compile(r"(?:No|Yes|Nein|Ja)\.\s+(?=[^\W\d_a-z])")
_ASKERS = 4  # words of a heading that says whose questions come below
_FIELDS = re.compile(r"(?:[^\W\d_][^\n:]{0,30}:[^\n]{1,60}\n)+[^\W\d_][^\n:]{0,30}:[^\n]{1,60}")
_NAMING = 3  # words of a title that only says what a link leads to
_LONGEST_TITLE = 60  # letters of a line that may be a heading told again

_SHOWING = "![<"  # with one of these a picture begins

Rename = Callable[[str], str]


@lru_cache(maxsize=4)  # an approved version is compared with several others in turn
def find_statements(
    proposal: Proposal, document_type: DocumentType, *, german: bool = False, rename: Rename | None = None
) -> Statements:
    """Take a proposal apart into what its scope-bearing elements say.

    Args:
        proposal: one version.
        document_type: whose elements are looked at.
        german: whether `1.000` is a thousand where a sentence does not tell.
        rename: writes one name for the product, whatever this version calls it.
    """
    return _Taking(proposal, document_type, german, rename).take()


@dataclass(slots=True)
class _Taking:
    proposal: Proposal
    document_type: DocumentType
    german: bool
    rename: Rename | None
    titles: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    guided: bool = False
    marked: dict[str, str] = field(default_factory=dict)

    def take(self) -> Statements:
        # the headings, as a table of contents repeats them
        self.titles = frozenset(fold_title(block.text) for block in self.proposal.blocks if block.kind == "heading")
        self.marked = find_marked(self.proposal.blocks)
        title = fold_title(self.proposal.front_matter.text("title"))
        self.named = frozenset(re.findall(r"[^\W_]+", " ".join((*self.titles, title, "product"))))
        self.guided = read_language().guidance.search(self.proposal.text) is not None
        elements: dict[str, list[Statement]] = {}
        fields = list(self._fields())
        if fields:
            elements[FRONT_MATTER] = fields
        for element in self.proposal.elements:
            if self.document_type.elements[element.name].scope:
                said = elements.setdefault(element.name, [])
                said.extend(self._named(element))
                said.extend(self._said(element))
        loose = list(self._of_blocks(find_loose(self.proposal), OTHER))
        if loose:
            elements[OTHER] = loose
        for tooltip in self._tooltips():
            elements.setdefault(tooltip.element, []).append(tooltip)
        asked = [self._asked(question) for question in self.proposal.questions]
        headings = tuple((block.start, block.level) for block in self.proposal.blocks if block.kind == "heading")
        return Statements(elements, asked, headings, self._find_names)

    def _find_names(self) -> frozenset[str]:
        found = find_product_names(self.proposal, self.document_type)
        names = (normalise(name, german=self.german) for name in found)
        return frozenset((self.rename(name) if self.rename else name).casefold() for name in names)

    def _make(self, element: str, text: str, line: int, **more: Any) -> Statement:
        plain = normal = normalise(text, german=self.german)
        if more.get("kind") == "heading":
            lead, *rest = SPLIT.split(plain, maxsplit=1)
            named = fold_title(lead) in self.document_type.aliases or read_language().whole_document.fullmatch(lead)
            if rest and named:
                normal = rest[0]
        normal = self.rename(normal) if self.rename else normal
        if not more.get("key") and (
            more.get("under") in read_apparatus().sections
            or is_apparatus(normal, listed=more.get("kind") == "item")
            or is_fiction(normal)
            or (len(plain) < _LONGEST_TITLE and read_lexicon().nameless.fullmatch(plain))
            or (
                more.get("kind") != "heading"
                and (is_courtesy(normal, self.named) or is_unwritten(plain, guided=self.guided))
            )
        ):
            more["naming"] = True
        return Statement(element, text, line, plain, normal, **more)

    def _fields(self) -> Iterator[Statement]:
        front_matter = self.proposal.front_matter
        for key in PROMISED_KEYS:
            value = front_matter.get(key)
            texts = front_matter.texts(key)
            if value is not None and len(texts) != (len(value) if isinstance(value, list) else 1):
                # neither a text nor a list of them: the schema complains, and what changes in it is seen all the same
                texts = (json.dumps(_plain(value), ensure_ascii=False),) if str(value).strip() else ()
            for text in texts:
                yield self._make(FRONT_MATTER, text, front_matter.place(key).line, key=key)
        if not front_matter.values and front_matter.end > 2:
            # YAML that could not be read: its lines are compared as they stand
            for line, text in enumerate(self.proposal.text.split("\n")[1 : front_matter.end - 1], 2):
                if text.partition(":")[0].strip() in PROMISED_KEYS:
                    yield self._make(FRONT_MATTER, text.strip(), line)

    def _named(self, element: Element) -> Iterator[Statement]:
        """A heading or label that says more than the element's name (`Availability: today, in all 50 states`)."""
        headlines = {headline.start for headline in self.proposal.named("headline")}
        if not (element.found_by in ("heading", "label") or _has_own_heading(element)) or element.start in headlines:
            return  # a headline says it already
        text = plain_text(element.title).strip().rstrip(":").strip()
        if text and fold_title(text) not in self.document_type.aliases:
            asks = self.document_type.elements[element.name].faq and only_names(text, _ASKERS, bound=True)
            naming = asks or says_what_it_is(text)
            yield self._make(element.name, text, element.start, kind="heading", naming=naming, role=TITLE)

    def _said(self, element: Element) -> Iterator[Statement]:
        """What an element says outside its questions."""
        asked = [(asked.start, asked.end) for asked in self.proposal.questions if asked.element == element.name]
        blocks = [block for block in element.blocks if not any(start <= block.start <= end for start, end in asked)]
        inferred = element.found_by in ("pattern", "position")
        heading = fold_title(plain_text(element.title)) if inferred and _has_own_heading(element) else ""
        yield from self._of_blocks(blocks, element.name, heading, inferred=inferred)

    def _of_blocks(
        self, blocks: Sequence[Block], element: str, heading: str = "", *, inferred: bool = False
    ) -> Iterator[Statement]:
        above = Above(heading)
        for index, block in enumerate(blocks):
            follows = blocks[index + 1] if index + 1 < len(blocks) else None
            under = above.read(block, follows)
            columns = names_columns(block, follows)
            for part, about in split_notes(block, self.marked):
                stands = f"{under}{ABOUT}{about}" if about else under
                yield from self._of_block(part, element, stands, inferred=inferred, columns=columns)

    def _of_block(
        self, block: Block, element: str, under: str, *, inferred: bool = False, columns: bool = False
    ) -> Iterator[Statement]:
        if block.kind == "rule":
            return
        more: dict[str, Any] = {"under": under, "kind": block.kind, "inferred": inferred}
        if block.kind in ("heading", "row", "code"):
            lines = block.text.strip("\n").split("\n") if block.kind == "code" else [" ".join(block.text.split())]
            text = "\n".join(line.rstrip() for line in lines)
            naming = columns or (block.kind == "heading" and names_part(text, self.document_type))
            if text:
                role = TITLE if block.kind == "heading" else ""
                yield self._make(element, text, block.start, naming=naming, role=role, **more)
            return
        made = list(self._sentences(block, element, more))
        if len(made) == 1:
            pictured = block.source[:1] in _SHOWING and is_pictures(block.source)
            role = PICTURE if pictured else TITLE if is_label(block) else ""
            made = [replace(made[0], role=role)] if role else made
        dates = find_dates([statement.normal for statement in made])
        fiction = False
        for statement in made:
            naming = statement.normal in dates or (fiction and goes_on(statement.normal))
            fiction = fiction or is_fiction(statement.normal)
            if has_letters(statement.normal):  # a rocket says nothing
                yield replace(statement, naming=True) if naming else statement

    def _sentences(self, block: Block, element: str, more: Mapping[str, Any]) -> Iterator[Statement]:
        line, at = block.start, 0
        listed = self.titles if block.kind == "item" else frozenset()
        for offset, sentence in _split(block.text):
            line, at = min(line + block.text.count("\n", at, offset), block.end), offset
            title = fold_title(sentence) if len(sentence) < _LONGEST_TITLE else ""
            named = block.kind in ("paragraph", "item") and title in self.document_type.aliases
            naming = is_badge(block.source, sentence) or is_bare_picture(block.source, sentence)
            naming = naming or bool(title and (named or title in listed))
            yield self._make(element, sentence, line, naming=naming, **more)

    def _tooltips(self) -> Iterator[Statement]:
        """The titles of links and the like, in the innermost element that they stand in."""
        for line, text in parse_tooltips(self.proposal):
            around = [element for element in self.proposal.elements if element.start <= line <= element.end]
            name = max(around, key=lambda element: element.start).name if around else OTHER
            bears = name == OTHER or self.document_type.elements[name].scope
            if bears and not only_names(text, 1):  # a word only names what a link leads to
                yield self._make(name, text, line, kind="tooltip", naming=only_names(text, _NAMING))

    def _asked(self, question: Question) -> Asked:
        answer = list(self._of_blocks(question.answer, question.element))
        if answer:
            first = answer[0]
            bare = strip_answer_mark(first.text)
            if bare != first.text:
                made = [self._make(first.element, text, first.line, kind=first.kind) for _, text in _split(bare)]
                answer[0:1] = made
        asked = self._make(question.element, question.text, question.start)
        given = tuple(part for part in answer if part.text)
        pending = bool(question.answer) and all(is_unwritten(part.plain) for part in given)
        return Asked(question.element, asked, given, pending or not question.text)


def _has_own_heading(element: Element) -> bool:
    """Whether a heading of its own words stands above an element, so that none of its blocks says them."""
    return bool(element.title) and all(block.start != element.start for block in element.blocks)


def find_loose(proposal: Proposal) -> list[Block]:
    """The blocks that stand in no element."""
    covered: set[int] = set()
    for element in proposal.elements:
        covered.add(element.start)
        for block in element.blocks:
            covered.update(range(block.start, block.end + 1))
    return [block for block in proposal.blocks if block.start not in covered]


@lru_cache(maxsize=2_000)
def _split(text: str) -> tuple[tuple[int, str], ...]:
    """Sentences, an answer's `No.` being one though it may be short for a number; two versions share most of them.

    Of lines that are all fields (`Author: Ana`) each stands for itself.
    """
    if _FIELDS.fullmatch(text):
        return tuple([(match.start(), match[0].strip()) for match in re.finditer(r"[^\n]+", text)])
    found: list[tuple[int, str]] = []
    for offset, sentence in split_sentences(text):
        brief = _BRIEF.match(sentence)
        found.extend([(offset, brief[0].strip()), (offset, sentence[brief.end() :])] if brief else [(offset, sentence)])
    return tuple(found)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else str(value)
