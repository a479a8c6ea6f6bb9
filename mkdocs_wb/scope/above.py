"""What stands above a block and says what it is part of: a heading, a label, the item or the tab that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Block
from ..parse.language.titles import fold_title
from ..parse.markdown.inline import plain_text
from .silent.apparatus import read_apparatus

BELOW = " / "  # between what stands above an item
ABOUT = "^"  # before what a note is about
_BOLD_LINE = re.compile(r"\s*(\*\*|__)[^*_\n]{2,80}\1:?\s*")
# `=== "Farm plan"`, `??? note "Terms"`
_TITLED = re.compile(r"(?:={3}[!+]?|!{3}|\?{3}\+?)[ ][^\"\n]{0,80}\"(?P<title>[^\"\n]+)\"[ \t]*")
_LABEL = 8  # words of a label or of an item that others stand in
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,50})\](?!:)")
_NOTE = re.compile(r"^\[\^([^\[\]\s]{1,50})\]:[ \t]*", re.MULTILINE)
_NOTED = 6  # words before a mark by which its place is known


@dataclass(slots=True)
class Above:
    """What stands above the blocks of an element, as they are read one after another."""

    heading: str = ""
    label: str = ""
    items: list[tuple[int, str]] = field(default_factory=list)

    def read(self, block: Block, follows: Block | None) -> str:
        """What stands above a block, folded; nothing above a heading or label."""
        titled = _TITLED.fullmatch(block.source) if block.kind == "paragraph" else None
        if block.kind == "heading" or (block.kind == "paragraph" and _BOLD_LINE.fullmatch(block.source)):
            self.heading, self.label, self.items = fold_title(block.text), "", []
            return ""
        if block.kind == "paragraph":
            title = plain_text(titled["title"]) if titled else block.text if _introduces(block, follows) else ""
            self.label, self.items = fold_title(title), []
        above = self.label or self.heading
        if block.kind == "item" and above not in read_apparatus().sections:
            return self._read_item(block, above)
        return "" if self.label and block.kind == "paragraph" else above

    def _read_item(self, block: Block, above: str) -> str:
        """What an item stands in: those above it that only name something, and what stands above them."""
        while self.items and self.items[-1][0] >= block.level:
            self.items.pop()
        above = BELOW.join(filter(None, [above, *(title for _, title in self.items)]))
        if len(block.text.split()) <= _LABEL:
            self.items.append((block.level, fold_title(block.text)))
        return above


def name_place(under: str, text: str) -> str:
    """What stands above whatever comes below a short text; empty where it is too long to stand above anything."""
    return BELOW.join(filter(None, [under, fold_title(text)])) if len(text.split()) <= _LABEL else ""


def _introduces(block: Block, follows: Block | None) -> bool:
    """Whether a paragraph is the label of the list below it (`Not in the first version:`)."""
    text = block.text.rstrip()
    listed = follows is not None and follows.kind in ("item", "row")
    return text.endswith(":") and listed and len(text.split()) <= _LABEL and "\n" not in text


def is_label(block: Block) -> bool:
    """Whether a paragraph is a line in bold letters, or a few words before a colon, above what it introduces."""
    text = block.text.strip()
    if block.kind != "paragraph" or "\n" in text or len(text.split()) > _LABEL:
        return False
    return text.endswith(":") or (_BOLD_LINE.fullmatch(block.source) is not None and not text.endswith((".", "!", "?")))


def find_marked(blocks: Sequence[Block]) -> dict[str, str]:
    """The marks of a document's notes, and the words before each: what a note is about."""
    found: dict[str, str] = {}
    for block in blocks:
        for match in _FOOTNOTE.finditer(block.source) if "[^" in block.source and block.kind != "code" else ():
            words = fold_title(plain_text(block.source[: match.start()])).split()
            found.setdefault(match[1], " ".join(words[-_NOTED:]))
    return found


def split_notes(block: Block, marked: Mapping[str, str]) -> Iterator[tuple[Block, str]]:
    """A block of notes as a block each, with what each is about; any other as it is, about nothing."""
    notes = list(_NOTE.finditer(block.source)) if block.source.startswith("[^") else []
    if not notes or notes[0].start():
        yield block, ""
        return
    for note, after in zip(notes, [*notes[1:], None], strict=True):
        source = block.source[note.end() : after.start() if after else len(block.source)].rstrip()
        start = block.start + block.source.count("\n", 0, note.start())
        text = plain_text(source)
        yield block._replace(source=source, text=text, start=start), marked.get(note[1], "")
