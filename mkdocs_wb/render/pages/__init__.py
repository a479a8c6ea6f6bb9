"""The generated pages, one file each: a module's `build` says what its page shows, or yields none where it has nothing to say."""

from __future__ import annotations

from ..generated import GeneratedPage
from ..site import Site
from . import history, index

_MODULES = (index, history)  # in the order of the tabs


def build_pages(site: Site) -> tuple[GeneratedPage, ...]:
    """Every page of a portfolio that has something to say, the index first."""
    return tuple(page for module in _MODULES for page in module.build(site))
