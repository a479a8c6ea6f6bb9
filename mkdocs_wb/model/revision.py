"""What git and the front matter know of a document: its revisions, approvals and images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from ..lifecycle import Status


class Revision(NamedTuple):
    """A commit that changed one file, and the name and the blob the file had there."""

    commit: str
    path: str
    blob: str
    author: str
    date: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Version:
    """A revision with the text, in LF line breaks, that the file had there."""

    revision: Revision
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A revision as part of a proposal's life: the status it had there; None for what is none."""

    revision: Revision
    status: Status | None


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry of the front matter's `approvals`."""

    version: str
    date: str
    by: tuple[str, ...]
    digest: str
    revision: str
    snapshot: str
    index: int


@dataclass(frozen=True, slots=True)
class Amendment:
    """One entry of the front matter's `amendments`: a change that somebody accepted."""

    fingerprint: str
    date: str
    by: tuple[str, ...]
    reason: str


class ImageFile(NamedTuple):
    """A file that an image leads to: its path from the repository's root, and the SHA-256 of its content.

    The digest is empty where there is no such file.
    """

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Images:
    """The image files of a version that is compared and of the one that it is compared with, by their targets as written.

    An image whose file is not known, because it is on another host, say, is in neither.
    """

    old: Mapping[str, ImageFile] = field(default_factory=dict)
    new: Mapping[str, ImageFile] = field(default_factory=dict)


BaselineSource = Literal["digest", "revision", "snapshot", "inferred", "file"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The version that a proposal is compared with, where it came from, and why it is not known if it is not.

    `source` is None for a proposal that was never approved. `problem` is set, and `text` is None, where there should
    be a version and it could not be had; `help` then says what mends it. `digest` is the text's, where it was computed.
    `images` are the files that both versions show. `unsigned` says whether the version is there, and is not known as the
    approved one because nobody approved it who may.
    """

    source: BaselineSource | None
    text: str | None = None
    digest: str = ""
    revision: str = ""
    path: str = ""
    date: str = ""
    by: tuple[str, ...] = ()
    version: str = ""
    problem: str = ""
    help: str = ""
    images: Images = field(default_factory=Images)
    unsigned: bool = False
