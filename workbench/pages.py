"""Renders the pages of a project as HTML, one at a time, as the site builder would from their Markdown."""

import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path

from markdown import Markdown
from markdown_it import MarkdownIt

from generator.check.result import Report
from generator.core.cache import Cache
from generator.core.kinds import WITH_PAGES, kind_of
from generator.core.markup import plain
from generator.core.page_fields import parts
from generator.core.page_text import page_title
from generator.core.project import CONTENT
from generator.core.site import Page, Serving
from generator.load.files import Loaded
from generator.render.link import link
from generator.render.markdown import render
from generator.render.pages import PAGE_MAKERS
from generator.render.prose import Prose

# The default extensions of MkDocs, and those in `mkdocs.yml`.
_EXTENSIONS = tuple(
    f"markdown.extensions.{name}" for name in ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition")
)
_ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')


class Pages:
    """The pages of a library in which the check found no error; each is rendered on demand.

    Args:
        loaded: the project's sources.
        report: the check of these sources.
        serving: where and how pages are served.
        templates: the folder of the site's own templates, if it has one.
    """

    def __init__(self, loaded: Loaded, report: Report, serving: Serving, templates: Path | None) -> None:
        self.report = report
        self._serving = serving
        self._templates = templates
        self._cache = Cache()
        self._links = link(report.survey)
        self._made: dict[str, Page] = {}
        self._more = (page for make in PAGE_MAKERS for page in make(self._links))
        self._written = {serving.path(uri): uri for uri in self._links.library.pages}

    def page(self, path: str) -> dict[str, object] | None:
        """A page by its path on the site, such as "guides/knee/".

        Returns:
            its path, its title and the HTML of its content; None if there is no such page.
        """
        uri = self._written.get(path, "")
        made = None if uri else self._find(path)
        if made:
            text = render(made, self._links, self._serving, self._cache, self._templates).content
            body, title = parts(str(text)).body, made.title
            uri = made.uri
        elif uri:
            source = self._links.library.pages[uri]
            body = Prose(self._links, uri, self._serving).resolved(parts(source.text).body)
            title = plain(page_title(source.text, uri))
        else:
            return None
        return {"path": path, "title": title, "html": self._html(uri, body)}

    def page_of(self, file: str) -> str:
        """The path of the main page that a file makes; "" if there is none."""
        if file.startswith(f"{CONTENT}/") and file.endswith(".md"):
            path = self._serving.path(file.removeprefix(f"{CONTENT}/"))
            return path if path in self._written else ""
        kind, id = kind_of(file) or ("", "")
        if kind in WITH_PAGES:
            return self._serving.path(self._links.address(kind, id)) if id in self._links.entries(kind) else ""
        return next((path for path, page in self._all() if page.source == file), "")

    def picture_of(self, tree: str) -> str:
        """The path of the overview page of a guide; "" if there is none."""
        known = tree in self._links.library.trees
        return self._serving.path(self._links.address("whole", tree)) if known else ""

    def _find(self, path: str) -> Page | None:
        return next((page for found, page in self._all() if found == path), None)

    def _all(self) -> Iterator[tuple[str, Page]]:
        """Each page with its path; generated lazily and kept."""
        yield from list(self._made.items())
        for page in self._more:
            path = self._serving.path(page.uri)
            self._made[path] = page
            yield path, page

    def _html(self, uri: str, body: str) -> str:
        html: str = Markdown(extensions=_EXTENSIONS).convert(body)
        here = self._serving.path(uri)

        def seen(found: re.Match[str]) -> str:
            return f"{found[1]}{escape(self._address(uri, here, unescape(found[2])))}{found[3]}"

        return _ADDRESS.sub(seen, html)

    def _address(self, uri: str, here: str, address: str) -> str:
        """The address of a Markdown file relative to the page of another; any other address unchanged."""
        path, sign, anchor = address.partition("#")
        if not path.endswith(".md") or ":" in path:
            return address
        there = self._serving.path(posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)))
        seen = posixpath.relpath(there or ".", here or ".")
        return f"{seen}/{sign}{anchor}" if there.endswith("/") or not there else f"{seen}{sign}{anchor}"


def html_of_report(text: str) -> str:
    """A report in GitHub's Markdown as HTML, without the drawings that only GitHub renders."""
    text = re.sub(r"```mermaid\n.*?```\n?", "", text, flags=re.DOTALL)
    # GitHub's marker for an alert box; the text that follows says the same.
    text = re.sub(r"^> \[!\w+\]\n", "", text, flags=re.MULTILINE)
    html: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return html
