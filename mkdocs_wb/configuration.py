"""Finding and reading the configuration without MkDocs: mkdocs.yml, properdocs.yml or wb.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag

from .errors import OptionError, WbError
from .real_paths import shown
from .settings import Settings, parse_settings

_SITE_FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
_OWN_FILE = "wb.yml"
PLUGIN = "wb"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings, and where the site is: its configuration file (None for the defaults) and its docs_dir."""

    settings: Settings
    docs_dir: Path
    file: Path | None = None
    exclude_docs: str = ""

    @property
    def folder(self) -> Path:
        """The folder that paths other than the proposals' are relative to."""
        return self.file.parent if self.file else Path.cwd()


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs reads it, except that tags of Python objects are ignored: nothing is executed."""


def _keep(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _keep)  # nothing here is a date, and not all that look so are
_Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_Loader.add_constructor("!relative", lambda _loader, _node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, _suffix, node: _keep(loader, node))


def find_configuration(start: Path, is_file: Callable[[Path], bool] = Path.is_file) -> Path | None:
    """The nearest configuration upward from a folder, to the root of its repository."""
    for names in (_SITE_FILES, (_OWN_FILE,)):
        for folder in [start.resolve(), *start.resolve().parents]:
            found = next((folder / name for name in names if is_file(folder / name)), None)
            if found is not None:
                return found
            if (folder / ".git").exists():
                break
    return None


def read_configuration(file: Path | None, start: Path) -> Configuration:
    """Read the configuration of the work tree.

    Args:
        file: named by the user; None looks for one.
        start: the folder to look from.

    Raises:
        WbError: there is none, or it cannot be read or is not valid.
    """
    file = require_configuration(file, start)
    configuration = load_configuration(file)
    if not configuration.docs_dir.is_dir():
        message = f"{shown(file)}: docs_dir: the folder {shown(configuration.docs_dir)} does not exist; create it or correct the option"
        raise WbError(message)
    return configuration


def require_configuration(file: Path | None, start: Path) -> Path:
    """The configuration's file: the one that was named, or the one that is found.

    Raises:
        WbError: there is none.
    """
    found = file or find_configuration(start)
    if found is None:
        message = f"no {' or '.join((_SITE_FILES[0], _OWN_FILE))} here or above; run this in a site's repository, or name one with -f"
        raise WbError(message)
    return found


@contextmanager
def naming(file: Path | None) -> Iterator[None]:
    """Name the configuration's file in what is said of its options."""
    try:
        yield
    except OptionError as error:
        message = f"{shown(file) if file else file}: {error}"
        raise WbError(message) from error


def load_configuration(file: Path, read: Callable[[Path], bytes] = Path.read_bytes) -> Configuration:
    """Read a configuration's file.

    Args:
        file: its path.
        read: gives a file's content, or raises an OSError.

    Raises:
        WbError: it cannot be read or is not valid.
    """
    document = _load(file, (), read)
    with naming(file):
        own = {key: value for key, value in document.items() if key != "docs_dir"}
        settings = parse_settings(_plugin_block(document.get("plugins")) if _is_site(file, document) else own)
    docs_dir = file.parent / str(document.get("docs_dir") or "docs")
    return Configuration(settings, docs_dir, file, str(document.get("exclude_docs") or ""))


def _is_site(file: Path, document: Mapping[str, Any]) -> bool:
    """Whether a file configures a site, with our options in its list of plugins, or is ours alone."""
    return file.name != _OWN_FILE and ("plugins" in document or "site_name" in document)


def _load(file: Path, seen: tuple[Path, ...], read: Callable[[Path], bytes]) -> dict[str, Any]:
    """A YAML file over the one it names with INHERIT, merged as MkDocs merges them."""
    if "\0" in str(file) or file.resolve() in seen:
        message = f"{file}: INHERIT leads back to it"
        raise WbError(message)
    try:
        document = yaml.load(read(file), Loader=_Loader)  # noqa: S506  # a SafeLoader
    except OSError as error:
        message = f"{shown(file)}: cannot be read ({error.strerror})"
        raise WbError(message) from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        place = f":{where.line + 1}:{where.column + 1}" if where else ""
        message = f"{shown(file)}{place}: invalid YAML: {getattr(error, 'problem', None) or error}"
        raise WbError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{shown(file)}: cannot be read as YAML ({type(error).__name__})"
        raise WbError(message) from error
    if document is None:
        document = {}
    if not isinstance(document, dict):
        message = f"{shown(file)}: expected keys and values, found {type(document).__name__}"
        raise WbError(message)
    parent = document.pop("INHERIT", None)
    if parent is None:
        return document
    return _merge(_load(file.parent / str(parent), (*seen, file.resolve()), read), document)


def _merge(base: dict[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        mine = merged.get(key)
        merged[key] = _merge(mine, value) if isinstance(mine, dict) and isinstance(value, dict) else value
    return merged


def _plugin_block(plugins: Any) -> Any:
    """The plugin's options, whether `plugins` is a list or a mapping; empty where it is not listed."""
    entries = plugins.items() if isinstance(plugins, dict) else []
    for item in plugins if isinstance(plugins, list) else []:
        entries = [*entries, *(item.items() if isinstance(item, dict) else [(item, {})])]
    for name, options in entries:
        if str(name).rpartition("/")[2] == PLUGIN:
            return options
    return {}
