"""Pages that no file in the repository stands for.

Each reaches MkDocs as a title and a mark, and gets its HTML once Markdown and the search plugins have seen it: no
extension, macro or index comes near what a document says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .site import Href, Site


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page below the portfolio's folder.

    `path` is its source path there (`board.md`, `goals/herd-safety.md`). `tab` is its name among the portfolio's tabs,
    empty for a page that has none. `parent` is the path of the page it belongs to. `context` is for its template.
    `searched` says whether the search may find it.
    """

    path: str
    title: str
    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    tab: str = ""
    parent: str = ""
    searched: bool = True

    @property
    def mark(self) -> str:
        """Where the page's HTML goes: `<!-- wb:board -->`; the first page's is called after the portfolio."""
        name = re.sub(r"[^\w/.-]|-(?=-)", "_", self.path.removesuffix(".md"))
        return f"<!-- wb:{'portfolio' if name == 'index' else name} -->"

    @property
    def markdown(self) -> str:
        """What MkDocs is given."""
        return f"# {escape_markdown(self.title)}\n\n{self.mark}\n"


def escape_markdown(text: str) -> str:
    """Text on one line that no extension or macro takes for anything: every ASCII sign as a character reference."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def make_slug(text: str, taken: Collection[str] = ()) -> str:
    """A name for a file: letters, digits and hyphens of any script; numbered where it is taken."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    slug = re.sub(r"[^\w]+|_", "-", folded).strip("-")[:60].strip("-") or "unnamed"
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free


def render_page(page: GeneratedPage, pages: Collection[GeneratedPage], site: Site, href: Href) -> str:
    """A page's HTML: the portfolio's tabs, and what the page's template makes of its context."""
    tabs = [(other.tab, href(site.folder + other.path), other.path) for other in pages if other.tab]
    around = {"page": page, "tabs": tabs, "current": page.parent or page.path}
    return site.render("page.html", href, {**around, **page.context})
