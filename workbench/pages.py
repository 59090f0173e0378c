"""The pages of a project as HTML, one at a time, as the site builder makes it of their Markdown."""

import posixpath
import re
from collections.abc import Mapping
from functools import cached_property
from html import escape, unescape
from pathlib import Path

from markdown import Markdown
from markdown_it import MarkdownIt

from generator.check.result import Report
from generator.core.cache import Cache
from generator.core.markup import plain
from generator.core.page_fields import parts, said
from generator.core.page_text import page_title
from generator.core.project import CONTENT
from generator.core.site import Page, Serving
from generator.load.files import Loaded
from generator.render.link import link
from generator.render.markdown import render
from generator.render.pages import PAGE_MAKERS
from generator.render.prose import Prose

# MkDocs' own, and what `mkdocs.yml` names.
_EXTENSIONS = tuple(
    f"markdown.extensions.{name}" for name in ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition")
)
_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')


class Pages:
    """The pages of a library in which the check found no error; each is made when it is asked for.

    Args:
        loaded: the project's sources.
        report: the check of them.
        serving: where and how pages are served.
        templates: the folder of the site's own templates, if it has one.
    """

    def __init__(self, loaded: Loaded, report: Report, serving: Serving, templates: Path | None) -> None:
        self.report = report
        self._serving = serving
        self._templates = templates
        self._cache = Cache()
        self._links = link(report.survey)
        self._written = {serving.path(uri): uri for uri in self._links.library.pages}

    def page(self, path: str) -> dict[str, object] | None:
        """A page by its path on the site, such as "guides/knee/".

        Returns:
            its path, its title and the HTML of its text; None where there is no such page.
        """
        if made := self._made.get(path):
            text = render(made, self._links, self._serving, self._cache, self._templates).content
            body, title = parts(str(text)).body, made.title
            uri = made.uri
        elif uri := self._written.get(path, ""):
            source = self._links.library.pages[uri]
            body = Prose(self._links, uri, self._serving).resolved(parts(source.text).body)
            title = plain(page_title(source.text, uri))
        else:
            return None
        return {"path": path, "title": title, "html": self._html(uri, body)}

    def page_of(self, file: str) -> str:
        """The path of the page that a file makes, the most telling one first; empty where there is none."""
        if file.startswith(f"{CONTENT}/") and file.endswith(".md"):
            path = self._serving.path(file.removeprefix(f"{CONTENT}/"))
            return path if path in self._written else ""
        return next((path for path, page in self._made.items() if page.source == file), "")

    def picture_of(self, tree: str) -> str:
        """The path of the page with the picture of a whole guide; empty where there is none."""
        path = self._serving.path(self._links.address("whole", tree))
        return path if path in self._made else ""

    @cached_property
    def _made(self) -> Mapping[str, Page]:
        return {self._serving.path(page.uri): page for make in PAGE_MAKERS for page in make(self._links)}

    def _html(self, uri: str, body: str) -> str:
        html: str = Markdown(extensions=_EXTENSIONS).convert(body)
        here = self._serving.path(uri)

        def seen(found: re.Match[str]) -> str:
            return f"{found[1]}{escape(self._address(uri, here, unescape(found[2])))}{found[3]}"

        return _ADDRESS.sub(seen, html)

    def _address(self, uri: str, here: str, address: str) -> str:
        """An address of a Markdown file as seen from the page of another; any other as it is."""
        path, sign, anchor = address.partition("#")
        if not path.endswith(".md") or ":" in path:
            return address
        there = self._serving.path(posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)))
        seen = posixpath.relpath(there or ".", here or ".")
        return f"{seen}/{sign}{anchor}" if there.endswith("/") or not there else f"{seen}{sign}{anchor}"


def html_of_report(text: str) -> str:
    """A report in GitHub's Markdown as HTML, without the pictures that only GitHub draws."""
    text = re.sub(r"```mermaid\n.*?```\n?", "", text, flags=re.DOTALL)
    html: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return html
