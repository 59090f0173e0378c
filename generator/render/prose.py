"""Authors' text on its way into a page: safe as Markdown where it stands, with citations and links resolved."""

import posixpath
import re

from generator.core.cache import Cache
from generator.core.markup import outside_code, plain, resolve, without_links
from generator.core.site import ANYWHERE, Serving
from generator.draw.qr_code import code
from generator.render.link import Links, label, relative

_AUTOLINK = r"(?!https?://[^\s<>]+>|[\w.+-]+@[\w.-]+>)"
_TAG = re.compile(rf"<{_AUTOLINK}")
_CITED = re.compile(r"\s*\[@[^\]`]*\]")
_BLOCK_START = re.compile(r"^(?:([#>+=|:~-]|\*(?=\s|$))|(\d+)([.)])(?=\s|$))")


class Prose:
    """Turns authors' text into the Markdown of one page.

    Args:
        links: where things are.
        uri: the page on which the text will stand; links are relative to it.
        serving: how pages are served, for the few addresses in raw HTML and on paper.
        cache: where drawings are kept from build to build.
    """

    def __init__(self, links: Links, uri: str, serving: Serving = ANYWHERE, cache: Cache | None = None):
        self._links = links
        self._uri = uri
        self._serving = serving
        self.cache = cache or Cache()

    def inline(self, text: str) -> str:
        """One line of inline Markdown that cannot turn into a heading, a list or an attribute."""
        line = " ".join(self.resolved(text).split())
        return _BLOCK_START.sub(_escaped_start, outside_code(line, _harmless))

    def paper(self, text: str) -> str:
        """One line as `inline`, without citations: nobody can follow them on paper."""
        return self.inline(self.uncited(text))

    def uncited(self, text: str) -> str:
        """The text as written, without its citations."""
        return _CITED.sub("", text)

    def block(self, text: str) -> str:
        """Markdown of several lines; HTML in it is shown, not run."""
        return "\n".join(outside_code(self.resolved(text).strip(), _harmless).splitlines())

    def label(self, text: str) -> str:
        """Inline Markdown for the inside of a link: no links, no citations, brackets kept from closing it."""
        line = outside_code(without_links(text), lambda part: _harmless(part).replace("[", r"\[").replace("]", r"\]"))
        return _BLOCK_START.sub(_escaped_start, line)

    def strong(self, markdown: str) -> str:
        """Bold, all of it: two stars inside would end it."""
        return f"**{markdown.replace('**', '')}**"

    def plain(self, text: str) -> str:
        """Text without any Markdown, for titles, descriptions and attributes."""
        return plain(text)

    def to(self, kind: str, id: str) -> str:
        """The target of a Markdown link to a thing."""
        return relative(self._links.address(kind, id), self._uri)

    def page(self, uri: str) -> str:
        """The target of a Markdown link to a page, named by its file as a path from the top of the site."""
        return relative(uri, self._uri)

    def link(self, kind: str, id: str) -> str:
        """A whole Markdown link to a thing, under its title."""
        return f"[{self.label(self._links.title(kind, id))}]({self.to(kind, id)})"

    def url(self, kind: str, id: str) -> str:
        """The address of a thing's page as a browser sees it from this page, for raw HTML."""
        return self.file(self._serving.path(self._links.address(kind, id)))

    def file(self, path: str) -> str:
        """The address of a file or a served page of the site as a browser sees it from this page, for raw HTML."""
        here = posixpath.dirname(self._serving.path(self._uri))
        return posixpath.relpath(path or ".", here or ".") + ("/" if path.endswith("/") else "")

    def here(self) -> str:
        """The whole address of this page; "" where the site's own is not known."""
        return self._serving.url and self._serving.url + self._serving.path(self._uri)

    def full_url(self, kind: str, id: str) -> str:
        """The whole address of a thing's page, to be read on paper; "" where the site's own is not known."""
        return self._serving.url and self._serving.url + self._serving.path(self._links.address(kind, id))

    def code(self, kind: str, id: str) -> str:
        """A drawing that leads a phone to a thing's page; only where the site's own address is known."""
        url = self.full_url(kind, id)
        return self.cache.text("code", url, lambda: code(url))

    def resolved(self, text: str) -> str:
        """The text with citations and links by id turned into plain Markdown, and nothing else changed."""
        return resolve(text, self.to, self._citation)

    def _citation(self, ids: tuple[str, ...]) -> str:
        sources = self._links.library.sources
        cited = (f"[{self.label(label(id, sources[id]))}]({self.to('source', id)})" for id in ids)
        return f"({'; '.join(cited)})"


def _harmless(text: str) -> str:
    return _TAG.sub("&lt;", text).replace("{", "&#123;").replace("}", "&#125;")


def _escaped_start(found: re.Match[str]) -> str:
    if found[2]:
        return rf"{found[2]}\{found[3]}"
    # Markdown knows a backslash before some marks only; before the others it would be seen.
    return rf"\{found[1]}" if found[1] in "#>+*-" else f"&#{ord(found[1])};"
