"""The HTML that MkDocs makes of each page's Markdown, kept from build to build. Half of a build goes into that."""

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

from generator.helper import Helper, can_help
from generator.remembering.shelf import Shelf, fingerprint

_LOG = logging.getLogger("mkdocs")
# Extensions that look at nothing but the text and their settings. Others, such as those that put files or the day's
# date into a page, would have to be asked what they looked at.
_PURE = re.compile(
    "abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|md_in_html|meta|nl2br|sane_lists"
    "|smarty|tables|toc|wikilinks"
    r"|pymdownx\.(arithmatex|betterem|caret|critic|details|emoji|highlight|inlinehilite|keys|magiclink|mark"
    "|progressbar|smartsymbols|superfences|tabbed|tasklist|tilde)"
)
# Packages whose versions are among those that the shelf goes by.
_KNOWN = ("markdown", "material", "pymdownx")


class RenderedPages:
    """Renders the pages of one build, each only where it was not rendered before from the same things.

    Args:
        shelf: where the HTML is kept.
        config: the settings of the build.
        files: every file of the site: which there are decides where links lead.
    """

    def __init__(self, shelf: Shelf, config: MkDocsConfig, files: Files):
        self._shelf = shelf
        self._config = config
        self._files = files
        self._made_from = _made_from(config, files)
        self._helper: Helper | None = None
        self._asked_for_help = False

    def take_over(self, page: Page) -> None:
        """Have MkDocs ask here for the HTML of a page, once its Markdown is what all plugins have made of it."""
        # Another plugin's own kind of page may be rendered in another way.
        if self._made_from is not None and type(page) is Page:
            page.render = partial(self._render, page)

    def done(self) -> None:
        """Have no more help; what is still missing is rendered here."""
        self._asked_for_help = True
        if self._helper:
            self._helper.stop()
            self._helper = None

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        kept = self._shelf.kept("page", self._made_of(page))
        if kept is not None:
            self._put_back(page, json.loads(kept))
            return
        if not self._asked_for_help:
            self._asked_for_help = True
            # Where one page is missing, all may be.
            if can_help():
                self._helper = Helper(self._render_from_the_end)
        self._make(page)

    def _render_from_the_end(self) -> None:
        """Keep the HTML of pages, the last first, until there is one that is kept already.

        Where another plugin has changed the Markdown of a page, nobody will ask for what is kept of it here.
        """
        for file in reversed(self._files.documentation_pages()):
            if type(page := file.page) is Page:
                page.read_source(self._config)
                if self._shelf.kept("page", self._made_of(page)) is not None:
                    return
                self._make(page)

    def _make(self, page: Page) -> None:
        with _Heard() as heard:
            Page.render(page, self._config, self._files)
        # What was said of a page must be said again the next time.
        if not heard.anything:
            self._shelf.keep("page", self._made_of(page), json.dumps(_parts(page), ensure_ascii=False))

    def _made_of(self, page: Page) -> object:
        return self._made_from, page.file.src_uri, page.markdown

    def _put_back(self, page: Page, parts: dict[str, Any]) -> None:
        page.content = parts["html"]
        page.toc = get_toc(parts["toc"])
        page.present_anchor_ids = set(parts["anchors"])
        links = {self._files.get_file_from_path(uri): anchors for uri, anchors in parts["links"].items()}
        page.links_to_anchors = links
        page._title_from_render = parts["title"]


class _Heard(logging.Handler):
    """Listens to what MkDocs says meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.anything = False

    def __enter__(self) -> "_Heard":
        _LOG.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        _LOG.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True


def _made_from(config: MkDocsConfig, files: Files) -> str | None:
    """Everything but its own text that the HTML of a page depends on; None where that cannot be said."""
    # Other plugins add extensions as objects, which the configuration's own are not.
    extensions = [str(extension).removeprefix("markdown.extensions.") for extension in config.markdown_extensions]
    if not all(map(_PURE.fullmatch, extensions)):
        return None
    try:
        settings = json.dumps([extensions, config.mdx_configs or {}], default=_name_of)
    except TypeError:
        return None
    places = sorted((file.src_uri, file.dest_uri, file.inclusion.name) for file in files)
    heard = (_LOG.getEffectiveLevel(), config.validation)
    return fingerprint(settings, places, heard)


def _name_of(function: object) -> str:
    """A function among the settings, such as one that finds emoji, by its name; only where it stays the same."""
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
