"""The images of two versions, compared by the content of their files.

Their alternative texts are words, and compared as such.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import OTHER, DocumentType, ImageFile, Images, Proposal
from ..parse.markdown.images import find_definitions, parse_images
from ..parse.markdown.links import leads_elsewhere
from .language.meaning import has_letters
from .silent.apparatus import is_bare
from .taking import find_loose

_SHOWN_DIGITS = 10
_SHOWN_SIGNS = 200  # of a target: an image that is written out is one


@dataclass(frozen=True, slots=True, eq=False)
class ShownImage:
    """An image where it stands; `digest` is None where its file is not known, and empty where there is none."""

    element: str
    line: int
    target: str
    alt: str
    path: str
    digest: str | None

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is no file of the site: at another host, or written out in the document."""
        return leads_elsewhere(self.target)

    @property
    def is_there(self) -> bool:
        """Whether there is one to be seen, as far as is known."""
        return bool(self.digest) or self.is_elsewhere

    def describe(self) -> str:
        """The image in words, which are others as soon as its content is."""
        name = f"{self.alt}: {self.target[:_SHOWN_SIGNS]}" if self.alt else self.target[:_SHOWN_SIGNS]
        if self.is_elsewhere:
            return name
        return f"{name} ({self.digest[:_SHOWN_DIGITS] if self.digest else 'missing'})"


_Pair = tuple[ShownImage | None, ShownImage | None]


def find_changed_images(
    old: Proposal, new: Proposal, document_type: DocumentType, images: Images, is_silent: Callable[[str], bool]
) -> Iterator[tuple[ShownImage | None, ShownImage | None]]:
    """The images that are no longer the same, or have come or gone without a word that says so.

    Args:
        old: the earlier version.
        new: the later one.
        document_type: whose scope-bearing elements are looked at.
        images: the files of both. What is not known is not compared, save that an image of another host is not the one
            that was shown before.
        is_silent: whether what is told of an image says nothing that the text around it does not say.
    """
    if not any(sign in side.text for side in (old, new) for sign in ("![", "<img", "<IMG")):
        return
    before, after = _find_shown(old, document_type, images.old), _find_shown(new, document_type, images.new)
    places = [{image.element for image in side} | {element.name for element in text.elements}
              for side, text in ((before, old), (after, new))]  # fmt: skip
    for one, other in _pair(before, after):
        if one and other:
            known = one.digest is not None and other.digest is not None
            swapped = one.target != other.target and other.is_elsewhere and one.is_there
            if swapped or (known and one.digest != other.digest):
                yield one, other
        else:
            shown = one or other
            assert shown is not None  # noqa: S101
            # a section that came or went is a change itself
            told = has_letters(shown.alt) and (shown.is_elsewhere or not (is_bare(shown.alt) or is_silent(shown.alt)))
            if shown.is_there and not told and all(shown.element in names for names in places):
                yield one, other


def _find_shown(proposal: Proposal, document_type: DocumentType, files: Mapping[str, ImageFile]) -> list[ShownImage]:
    definitions = find_definitions(proposal.text)
    elements = [element for element in proposal.elements if document_type.elements[element.name].scope]
    parts = [(element.name, element.blocks) for element in elements] + [(OTHER, find_loose(proposal))]
    shown = []
    for name, blocks in parts:
        for image in parse_images(blocks, definitions):
            file = files.get(image.target)
            path, digest = (file.path, file.digest) if file else ("", None)
            shown.append(ShownImage(name, image.line, image.target, image.alt, path, digest))
    return shown


def _pair(old: Sequence[ShownImage], new: Sequence[ShownImage]) -> Iterator[_Pair]:
    """Each image with the one that stands for it: of the same name, the same content, else in the same place."""
    left, right = list(old), list(new)
    for key in _KEYS:
        waiting: dict[Hashable, deque[ShownImage]] = defaultdict(deque)
        for image in left:
            waiting[key(image)].append(image)
        unpaired = []
        for image in right:
            same = waiting.get(key(image)) if key(image) else None
            if same:
                match = same.popleft()
                left.remove(match)
                yield match, image
            else:
                unpaired.append(image)
        right = unpaired
    yield from ((image, None) for image in left)
    yield from ((None, image) for image in right)


_KEYS: tuple[Callable[[ShownImage], Hashable], ...] = (
    lambda image: (image.element, image.target),
    lambda image: image.target,
    lambda image: image.digest,
    lambda image: (image.element, image.alt) if image.alt else None,
    lambda image: image.element,
)
