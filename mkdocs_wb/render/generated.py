"""Pages that no file in the repository stands for.

Each reaches MkDocs as a title and a mark, and gets its HTML once Markdown and the search plugins have seen it: no
extension, macro or index comes near what a document says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from .site import Href, Site


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page below the portfolio's folder.

    `path` is its source path there (`board.md`, `goals/herd-safety.md`). `tab` is its name among the portfolio's tabs,
    empty for a page that has none. `parent` is the path of the page it belongs to. `context` is for its template.
    `is_searched` says whether the search may find it, `searched` by which words besides its title.
    """

    path: str
    title: str
    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    tab: str = ""
    parent: str = ""
    is_searched: bool = True
    searched: str = ""

    @property
    def mark(self) -> str:
        """Where the page's HTML goes: `<!-- wb:board -->`; the first page's is called after the portfolio."""
        name = re.sub(r"[^\w/.-]|-(?=-)", "_", self.path.removesuffix(".md"))
        return f"<!-- wb:{'portfolio' if name == 'index' else name} -->"

    @property
    def markdown(self) -> str:
        """What MkDocs is given."""
        searched = f"\n{escape_markdown(self.searched)}\n\n{_END}\n" if self.searched else ""
        return f"# {escape_markdown(self.title)}\n\n{self.mark}\n{searched}"

    def insert(self, drawn: str, content: str) -> str:
        """Put what was drawn into a page's content: in place of the mark, and of the words that stood for it."""
        before, mark, after = content.partition(self.mark)
        _searched, end, rest = after.partition(_END) if mark and self.searched else ("", "", "")
        return f"{before}{drawn if mark else ''}{rest if end else after}"


_END = "<!-- wb:end -->"


def escape_markdown(text: str) -> str:
    """Text on one line that no extension or macro takes for anything: every ASCII sign as a character reference."""
    return re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))


def render_page(page: GeneratedPage, pages: Collection[GeneratedPage], site: Site, href: Href) -> str:
    """A page's HTML: the portfolio's tabs, and what the page's template makes of its context."""
    tabs = [(other.tab, href(site.folder + other.path), other.path) for other in pages if other.tab]
    around = {"page": page, "tabs": tabs}
    return site.render("page.html", href, {**around, **page.context})
