"""Caches the HTML that MkDocs makes from each page's Markdown, between builds."""

import json
import logging
import re
from collections.abc import Iterable
from functools import partial
from types import FunctionType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from generator.core.cache import Cache, fingerprint

_LOG = logging.getLogger("mkdocs")
# Extensions whose output depends only on the text and their settings. Others, such as those that include files or the
# current date, would have further inputs.
_PURE = re.compile(
    "abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|md_in_html|meta|nl2br|sane_lists"
    "|smarty|tables|toc|wikilinks"
    r"|pymdownx\.(arithmatex|betterem|caret|critic|details|emoji|highlight|inlinehilite|keys|magiclink|mark"
    "|progressbar|smartsymbols|superfences|tabbed|tasklist|tilde)"
)
# Packages whose versions are part of the cache key.
_KNOWN = ("markdown", "material", "pymdownx")


class PageCache:
    """Renders the pages of one build, reusing cached HTML if all inputs are the same.

    Args:
        cache: where the HTML is kept.
        config: the settings of the build.
        files: all files of the site, because they determine where links lead.
    """

    def __init__(self, cache: Cache, config: MkDocsConfig, files: Files) -> None:
        self._cache = cache
        self._files = files
        self._made_from = _made_from(config, files)

    def take_over(self, page: Page) -> None:
        """Make MkDocs get the HTML of a page from here, after all plugins have processed its Markdown."""
        # A page class of another plugin may be rendered differently.
        if self._made_from is not None and type(page) is Page:
            # Overridden on this instance only; MkDocs has no hook to supply finished HTML.
            vars(page)["render"] = partial(self._render, page)

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        made_from = self._made_from, page.file.src_uri, page.markdown
        cached = self._cache.get("page", made_from)
        if cached is not None:
            self._restore(page, json.loads(cached))
            return
        with _Messages() as messages:
            Page.render(page, config, files)
        # Not cached if MkDocs logged something: the message must appear again next time.
        if not messages.any:
            self._cache.put("page", made_from, json.dumps(_parts(page), ensure_ascii=False).encode())

    def _restore(self, page: Page, parts: dict[str, Any]) -> None:
        page.content = parts["html"]
        page.toc = get_toc(parts["toc"])
        page.present_anchor_ids = set(parts["anchors"])
        linked = ((self._files.get_file_from_path(uri), anchors) for uri, anchors in parts["links"].items())
        page.links_to_anchors = {file: anchors for file, anchors in linked if file is not None}
        # A private attribute, because there is no public way: setting `title` would also override the page's front
        # matter.
        page._title_from_render = parts["title"]


class _Messages(logging.Handler):
    """Detects whether MkDocs logs anything in the meantime."""

    def __init__(self) -> None:
        super().__init__()
        self.any = False

    def __enter__(self) -> "_Messages":
        _LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        _LOG.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True


def _made_from(config: MkDocsConfig, files: Files) -> str | None:
    """A fingerprint of all inputs of a page's HTML except its text; None if they cannot be determined."""
    # Other plugins may add extensions as objects; those of the configuration are strings.
    extensions = [str(extension).removeprefix("markdown.extensions.") for extension in config.markdown_extensions]
    if not all(map(_PURE.fullmatch, extensions)):
        return None
    try:
        settings = json.dumps([extensions, config.mdx_configs or {}], default=_name_of)
    except TypeError:
        return None
    places = sorted((file.src_uri, file.dest_uri, file.inclusion.name) for file in files)
    levels = (_LOG.getEffectiveLevel(), config.validation)
    return fingerprint(settings, places, levels)


def _name_of(function: object) -> str:
    """The name of a function in the settings, such as an emoji finder, if it comes from a package with a known
    version."""
    if isinstance(function, FunctionType) and "<" not in function.__qualname__:
        name = f"{function.__module__}.{function.__qualname__}"
        if name.partition(".")[0] in _KNOWN:
            return name
    raise TypeError(f"only its own code could tell {function} apart from another")


def _parts(page: Page) -> dict[str, Any]:
    return {
        "html": page.content,
        "toc": _tokens(page.toc),
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()},
        "title": page._title_from_render,
    }


def _tokens(links: Iterable[AnchorLink]) -> list[dict[str, Any]]:
    return [
        {"name": link.title, "id": link.id, "level": link.level, "children": _tokens(link.children)} for link in links
    ]
