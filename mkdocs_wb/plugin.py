"""The MkDocs plugin: each hook translates between MkDocs and the pipeline, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from html import escape
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from . import collector
from .errors import WbError
from .history.histories import Histories
from .memory import Memory
from .model import Entry, Finding
from .pipeline import Pipeline, find_now
from .printable import printable
from .publication import Publication, Run
from .render.body import build_markdown
from .render.environment import make_environment
from .render.files import HOME, SCRIPT, STYLE, build_files
from .render.forge import find_forge
from .render.generated import render_page
from .render.head import insert_head
from .render.meta import build_meta
from .render.pages import build_pages
from .render.proposal_page import Surroundings, insert_header, render_proposal
from .render.site import Site
from .render.unlink import drop_links, has_anchor
from .settings import Settings, parse_settings
from .sources import ProposalPattern, Source

log = get_plugin_logger("wb")
_LISTS = "mdx_truly_sane_lists"  # an extension by which lists nest by two columns


class WorkingBackwardsPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Publishes the PR/FAQs of a site as a portfolio."""

    settings: Settings
    serving = False
    _memory: Memory | None = None

    def load_config(self, options: dict[str, Any], config_file_path: str | None = None) -> tuple[Any, Any]:
        """Check the plugin's block with the same reader as the command line."""
        try:
            self.settings = parse_settings(options)
        except WbError as error:
            return [("wb", error)], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview, in which one build follows another."""
        self.serving = command == "serve"
        self._memory = Memory() if self.serving else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the style, the script, and what Material says of each status."""
        config.extra_css.append(STYLE)
        config.extra_javascript.append(SCRIPT)
        statuses = self.settings.lifecycle.statuses.values()
        config.extra["status"] = {
            **{status.name: status.label for status in statuses},
            **config.extra.get("status", {}),
        }
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read every proposal, and add the portfolio's page, its data and the assets."""
        pattern = ProposalPattern(self.settings)
        pages = {file.src_uri: file for file in files if file.is_documentation_page() and self._is_built(file)}
        mine = {path: file for path, file in pages.items() if pattern.matches(path)}
        if not mine:
            log.warning(
                "no page below docs_dir matches %s; write one with `wb new ID`", ", ".join(self.settings.proposals)
            )
        pipeline, run = self._run(mine, config)
        self._withhold(run, files, pages, pages.keys() - mine.keys())
        mine = {path: file for path, file in mine.items() if path not in run.withheld}
        self._positions = {entry.proposal.path: n for n, entry in enumerate(run.portfolio.entries)}
        for file in mine.values():
            if file.inclusion is not InclusionLevel.DRAFT:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        self._site = Site(
            environment=make_environment(Path(folder, "wb") for folder in config.theme.dirs),
            portfolio=run.portfolio,
            lifecycle=self.settings.lifecycle,
            type_of=pipeline.type_of,
            folder=self.settings.portfolio,
            strategy=pipeline.strategy,
            forge=find_forge(config.repo_url or "", config.edit_uri or config.edit_uri_template or ""),
            name=config.site_name,
            address=config.site_url or "",
            with_findings=self.settings.findings == "always" or (self.settings.findings == "serve" and self.serving),
        )
        self._files = files
        self._add_pages(pages.keys(), config)
        has_home = any(file.dest_uri == HOME and self._is_built(file) for file in files)
        for path, content in build_files(self._site, self._url, has_home=has_home):
            files.append(File.generated(config, path, content=content))
        return files

    def _withhold(self, run: Run, files: Files, pages: Mapping[str, File], others: Iterable[str]) -> None:
        """Leave out the pages of withheld proposals, and the files that belong to nothing that is shown."""
        left_out = run.withheld
        if run.hidden:
            texts = {path: pages[path].content_bytes.decode(errors="replace") for path in others}
            left_out |= run.hidden.pick(texts, files.src_uris.keys() - pages.keys())
        for path in left_out:
            files.src_uris[path].inclusion = InclusionLevel.EXCLUDED
        self._withheld = left_out & pages.keys()
        gone = (pages[path] for path in self._withheld)
        self._gone = {unquote(address) for file in gone for address in (file.url, file.dest_uri, file.src_uri)}
        self._redacted = {unquote(pages[path].url): pages[path] for path in run.redacted}

    def _add_pages(self, theirs: Collection[str], config: MkDocsConfig) -> None:
        """Add our pages, save those in whose place the team has one: that one gets ours at its mark."""
        self._pages = {self._site.folder + page.path: page for page in build_pages(self._site)}
        self._generated = self._pages.keys() - theirs
        for path, page in self._pages.items():
            if path in self._generated:
                in_nav = config.nav is None and path == self._site.index
                inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
                self._files.append(File.generated(config, path, content=page.markdown, inclusion=inclusion))

    def _is_built(self, file: File) -> bool:
        return bool(file.inclusion.value >= (InclusionLevel.DRAFT if self.serving else InclusionLevel.NOT_IN_NAV).value)

    def _run(self, files: dict[str, File], config: MkDocsConfig) -> tuple[Pipeline, Run]:
        docs_dir = Path(config.docs_dir)
        sources = [
            Source(path, Path(file.abs_src_path or docs_dir / path), file.content_bytes)
            for path, file in sorted(files.items())
        ]
        folder = Path(config.config_file_path).parent if config.config_file_path else docs_dir
        try:
            pipeline = Pipeline(self.settings, folder)
            with closing(Histories(docs_dir, [source.file for source in sources])) as histories, collector.paused():
                run = Publication(pipeline).run(sources, histories, find_now(histories), self._memory)
        except WbError as error:
            message = f"wb: {error}"
            raise PluginError(message) from error
        for finding in run.findings:
            self._report(finding)
        return pipeline, run

    def _report(self, finding: Finding) -> None:
        failing = finding.severity.weight >= self.settings.fail_level.weight
        place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
        text = f"{place}: {finding.message} [{finding.rule}]" + (
            f"; {finding.help}" if failing and finding.help else ""
        )
        (log.warning if failing else log.info)("%s", printable(text))

    def _entry(self, page: Page) -> Entry | None:
        position = self._positions.get(page.file.src_uri)
        return None if position is None else self._site.portfolio.entries[position]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take out what the team's navigation names and the site withholds: its title would tell of it.

        In an automatic one our index stands without a section of its own, which would hold nothing else.
        """
        nav.items = _prune(nav.items, self._withheld, self._gone)
        if config.nav is None and self._site.index in self._generated:
            nav.items = _lift(nav.items, self._site.index)
        nav.pages = [page for page in nav.pages if page.file.src_uri not in self._withheld]
        for before, page, after in zip([None, *nav.pages], nav.pages, [*nav.pages[1:], None], strict=False):
            page.previous_page, page.next_page = before, after
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give MkDocs the text as we read it: its own reader would stop at what we report."""
        entry = self._entry(page)
        nests = _LISTS not in config.markdown_extensions
        return build_markdown(entry.proposal, nests=nests) if entry else None

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set the metadata before anyone else looks at it."""
        entry = self._entry(page)
        if entry:
            page.meta = build_meta(entry.proposal, entry.status)
            page.edit_url = page.edit_url and quote(
                page.edit_url, safe="%/:=&?~#+!$,;'@()*[]"
            )  # MkDocs writes it as it is
        elif page.file.src_uri in self._generated:
            mine = self._pages[page.file.src_uri]
            page.meta = {"hide": ["toc"], "title": escape(mine.title)}
            if not mine.is_searched:
                page.meta["search"] = {"exclude": True}
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Leave out a template or an icon that the theme does not have: it would stop the build."""
        for path in self._positions:
            file = files.get_file_from_path(path)
            meta = file.page.meta if file and file.page else {}
            for key, form in (("template", "{}"), ("icon", ".icons/{}.svg")):
                if key in meta and not _has_template(env, form.format(meta[key])):
                    log.info("%s: the theme has no %s %r; left out", path, key, meta.pop(key))
        return env

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put our HTML around the page, after the search plugins have read it."""
        path, content = page.file.src_uri, page.content or ""
        if path in self._positions:
            around = render_proposal(self._site, self._positions[path], self._href(page), edit_url=page.edit_url or "")
            page.content = insert_header(content, around.before) + around.after
            _add_headings(page, around)
        elif path in self._pages and self._pages[path].mark in content:
            drawn = render_page(self._pages[path], self._pages.values(), self._site, self._href(page))
            page.content = self._pages[path].insert(drawn, content)
        if self._gone or self._redacted:
            page.content = drop_links(page.content or "", page.url, config.site_url or "", self._leads_nowhere)
        return context

    def _leads_nowhere(self, address: str, fragment: str) -> bool:
        """Whether a link leads to what is left out: a withheld page, or a heading that is gone from a page."""
        target = self._redacted.get(address) if fragment else None
        content = (target.page.content if target and target.page else "") or ""
        return address in self._gone or bool(content and not has_anchor(content, fragment))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let the proposals go: the last page is drawn."""
        collector.release()

    def on_build_error(self, *, error: Exception) -> None:
        """Let the proposals go: no further page is drawn."""
        collector.release()

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say in the page's head what it is about."""
        told = self._entry(page) or self._pages.get(page.file.src_uri)
        if told is None:
            return output
        address, anchors = page.canonical_url or "", list(_anchors(page.toc.items))
        return insert_head(output, told, self._site, address, self._href(page), anchors)

    def _url(self, path: str) -> str:
        file = self._files.get_file_from_path(path)
        return file.url if file else ""

    def _href(self, page: Page) -> Callable[[str], str]:
        files = self._files.src_uris

        def href(path: str) -> str:
            file = files.get(path)
            return get_relative_url(file.url, page.url) if file and self._is_built(file) else ""

        return href


def _prune(items: Iterable[StructureItem], withheld: Collection[str], gone: Collection[str]) -> list[StructureItem]:
    """The navigation without the pages that are withheld, by their sources, and the links to them, by their addresses."""
    kept = []
    for item in items:
        if isinstance(item, Section):
            item.children = _prune(item.children, withheld, gone)
        is_left = bool(item.children) if isinstance(item, Section) else True
        is_gone = isinstance(item, Link) and unquote(urlsplit(item.url).path).lstrip("/") in gone
        if is_left and not is_gone and not (isinstance(item, Page) and item.file.src_uri in withheld):
            kept.append(item)
    return kept


def _lift(items: Iterable[StructureItem], path: str) -> list[StructureItem]:
    """The navigation in which the page of that source takes the place of a section that holds nothing but it."""
    lifted: list[StructureItem] = []
    for item in items:
        only = item.children[0] if isinstance(item, Section) and len(item.children) == 1 else None
        if isinstance(only, Page) and only.file.src_uri == path:
            only.parent = item.parent
            lifted.append(only)
            continue
        if isinstance(item, Section):
            item.children = _lift(item.children, path)
        lifted.append(item)
    return lifted


def _has_template(env: Environment, name: str) -> bool:
    try:
        env.get_template(name)
    except TemplateNotFound:
        return False
    return True


def _anchors(items: Iterable[AnchorLink]) -> Iterator[tuple[str, str]]:
    for item in items:
        yield item.id, item.title
        yield from _anchors(item.children)


def _add_headings(page: Page, around: Surroundings) -> None:
    """List our sections in the page's table of contents, below its title where it has one."""
    items = page.toc.items
    target = items[0].children if len(items) == 1 and items[0].level == 1 else items
    target.extend(AnchorLink(title, id_, 2) for id_, title in around.headings)
