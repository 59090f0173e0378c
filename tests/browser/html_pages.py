"""The built pages as a machine reads them: addresses, links, anchors and words. No browser, no network."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from behind_the_hash import why_dead

from generator.render.redirects import SCRIPT

_HERE = "http://site.invalid/"


@dataclass(frozen=True)
class Link:
    """A link or a file that a page loads. `target` is its path in the site, None if it leads out of it.

    Attributes:
        under: the id of the heading that it stands below.
        area: "article", "nav" for the site's menu, or "".
    """

    href: str
    target: str | None
    fragment: str
    attributes: dict[str, str]
    under: str
    area: str


@dataclass
class HtmlPage:
    """One page; `path` is its path in the site without `index.html`."""

    path: str
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    article: str = ""

    def leads_to(self, path: str, fragment: str | None = None) -> bool:
        """Whether the page's own text links to a page of the site, or to one anchor of it."""
        return any(
            link.area == "article" and link.target == path and (fragment is None or link.fragment == fragment)
            for link in self.links
        )


class _Parser(HTMLParser):
    def __init__(self, page: HtmlPage):
        super().__init__()
        self.page = page
        self._open: list[tuple[str, str]] = []  # tag and what area begins with it
        self._under = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in ("article", "nav"):
            primary = "md-nav--primary" in attributes.get("class", "")
            area = "article" if tag == "article" else "nav" if primary else self._area
            self._open.append((tag, area))
        if attributes.get("class") == "sp-foot":
            self._under = ""
        if "id" in attributes:
            self.page.ids.append(attributes["id"])
            if tag in ("h1", "h2", "h3"):
                self._under = attributes["id"]
        if tag == "meta":
            name = attributes.get("name") or attributes.get("property")
            if name:
                self.page.meta[name] = attributes.get("content", "")
        self._in_title = tag == "title" and not self.page.title
        for name in ("href", "src"):
            if name in attributes:
                self._link(attributes[name], attributes)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.page.title += data.strip()
        if self._area == "article":
            self.page.article += data

    @property
    def _area(self) -> str:
        return self._open[-1][1] if self._open else ""

    def _link(self, href: str, attributes: dict[str, str]) -> None:
        whole = urlsplit(urljoin(_HERE + self.page.path, href))
        inside = f"{whole.scheme}://{whole.netloc}/" == _HERE
        target = unquote(whole.path.removeprefix("/")) if inside else None
        self.page.links.append(Link(href, target, unquote(whole.fragment), attributes, self._under, self._area))


def read_site(folder: Path) -> dict[str, HtmlPage]:
    """Read every page of a built site, but not the files at former addresses, which only lead on to one."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        if SCRIPT in file.read_text("utf-8"):
            continue
        uri = file.relative_to(folder).as_posix()
        path = uri.removesuffix("index.html") if posixpath.basename(uri) == "index.html" else uri
        page = HtmlPage(path)
        parser = _Parser(page)
        parser.feed(file.read_text("utf-8"))
        parser.close()
        page.article = " ".join(page.article.split())
        pages[path] = page
    return pages


def dead_links(folder: Path, pages: dict[str, HtmlPage]) -> Iterator[str]:
    """Links inside the site to a file or an anchor that is not there, or with answers that cannot be read."""
    for page in pages.values():
        for link in page.links:
            if link.target is None:
                continue
            file = folder / link.target
            if link.target.endswith("/") or not link.target:
                file = file / "index.html"
            if not file.is_file():
                yield f"{page.path}: {link.href} leads to no file"
            elif link.target in pages and (reason := why_dead(link.fragment, pages[link.target].ids)):
                yield f"{page.path}: {link.href}: {reason}"
