"""The configurations of one site: with the plugin and without, with a navigation of one page and MkDocs' automatic one."""

from __future__ import annotations

_BASE = "site_name: Proposals\ntheme: {name: material, font: false}\nmarkdown_extensions: [attr_list, tables]\n"
_PLAIN, _OURS = "plugins: [search]\n", "plugins: [search, wb]\n"
_HOME_ONLY = "nav: [{Home: index.md}]\n"

PLUGIN, PLAIN = "mkdocs.yml", "plain.yml"
AUTOMATIC_PLUGIN, AUTOMATIC_PLAIN = "automatic.yml", "automatic-plain.yml"

FILES = {
    "docs/index.md": "# Proposals\n\nWhat we may build.\n",
    PLUGIN: _BASE + _OURS + _HOME_ONLY,
    PLAIN: _BASE + _PLAIN + _HOME_ONLY,
    AUTOMATIC_PLUGIN: _BASE + _OURS,
    AUTOMATIC_PLAIN: _BASE + _PLAIN,
}
