"""What every page is drawn from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from jinja2 import Environment

from ..lifecycle import Lifecycle
from ..model import DocumentType, Proposal
from ..portfolio.coverage import Coverage, build_coverage
from ..portfolio.groups import fold_name
from ..portfolio.portfolio import Portfolio
from ..strategy import Strategy
from . import views
from .forge import NO_FORGE, Forge
from .group_pages import GroupPage, build_group_pages
from .slug import make_slug

SCHEMA = "proposals.schema.json"  # stands beside proposals.json, which names it
Href = Callable[[str], str]  # from a source path to a link from the page that is drawn


@dataclass(frozen=True)
class Site:
    """One portfolio, and what its pages need to know of the site they stand in.

    `folder` is where the generated pages are, below docs_dir; `type_of` gives a proposal's document type;
    `with_findings` says whether findings are shown; `strategy` is None where the team has no strategy file.
    `name` is the site's, `address` where it is published: it ends in a slash, and is empty where that is not known.
    """

    environment: Environment
    portfolio: Portfolio
    lifecycle: Lifecycle
    type_of: Callable[[Proposal], DocumentType]
    folder: str = "portfolio/"
    strategy: Strategy | None = None
    forge: Forge = NO_FORGE
    with_findings: bool = False
    name: str = ""
    address: str = ""

    @property
    def index(self) -> str:
        """The source path of the portfolio's first page."""
        return f"{self.folder}index.md"

    @property
    def data(self) -> str:
        """The path of proposals.json."""
        return f"{self.folder}proposals.json"

    @property
    def schema(self) -> str:
        """The path of the JSON Schema that proposals.json meets."""
        return f"{self.folder}{SCHEMA}"

    @property
    def feed(self) -> str:
        """The path of the feed."""
        return f"{self.folder}feed.xml"

    @cached_property
    def badges(self) -> Mapping[str, str]:
        """The path of each proposal's badge, by its source path: called by its id, whatever its file or status is."""
        found: dict[str, str] = {}
        taken: set[str] = set()
        for proposal in sorted((one.proposal for one in self.portfolio.entries), key=lambda one: (one.id, one.path)):
            slug = make_slug(proposal.id, taken)
            taken.add(slug)
            found[proposal.path] = f"{self.folder}badges/{slug}.svg"
        return found

    @cached_property
    def coverage(self) -> Coverage | None:
        """The strategy and the proposals; None where there is no strategy."""
        return None if self.strategy is None else build_coverage(self.portfolio, self.strategy)

    @cached_property
    def groups(self) -> Mapping[str, Mapping[str, GroupPage]]:
        """The pages of owners, customers and goals, by the front matter's key and the name."""
        return build_group_pages(self.portfolio, self.coverage)

    def find_group(self, key: str, name: str, href: Href) -> str:
        """A link to the page of an owner, a customer or a goal; empty where it has none."""
        pages = self.groups[key]
        page = pages.get(name) or pages.get(fold_name(name))
        return href(self.folder + page.path) if page else ""

    def search(self, href: Href, **wanted: str | tuple[str, ...]) -> str:
        """A link to the index that shows what is wanted, by the keys of its address: `status`, `owner`, `let-go` ….

        Several values are asked for together, an empty one is not.
        """
        asked = urlencode({key.replace("_", "-"): value for key, value in wanted.items() if value}, doseq=True)
        return f"{href(self.index)}?{asked}" if asked else href(self.index)

    def render(self, template: str, href: Href, context: Mapping[str, object]) -> str:
        """Fill a template; `site`, `href` and `views` are at hand in each."""
        return self.environment.get_template(template).render(context, site=self, href=href, views=views)
