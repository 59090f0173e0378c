"""The words of a site as somebody would write them in Markdown by hand: the same pages, plain text, no more.

Headings, paragraphs, lists, emphasis and links are kept. Boxes, pictures, levels of care as colours and everything
that the guide's script works with are not.
"""

import posixpath
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS = {"p", "div", "section", "details", "summary", "figure", "figcaption", "blockquote", "ul", "ol", "li", "nav"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
# What a browser shows but nobody writes as words, and what has no end tag.
_LEFT_OUT = {"svg", "script", "style", "noscript"}
_VOID = {"br", "hr", "img", "input", "meta", "link"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>#{}])")


def by_hand(site: Path) -> dict[str, str]:
    """Each page of a built site in plain Markdown, by its path. Pages that only lead elsewhere are left out."""
    pages = {}
    for file in sorted(site.rglob("index.html")):
        url = file.relative_to(site).as_posix().removesuffix("index.html")
        html = file.read_text("utf-8")
        if 'class="md-content__inner' in html:
            pages[url] = html
    uris = {url: f"{url}index.md" for url in pages}
    return {uris[url]: _Article(url, uris).text(html) for url, html in pages.items()}


class _Article(HTMLParser):
    """Writes down what stands in a page's article."""

    def __init__(self, url: str, uris: Mapping[str, str]) -> None:
        super().__init__()
        self._url = url
        self._uris = uris
        self._lines: list[str] = []
        self._words = ""
        self._before = ""
        self._after = ""
        self._was_point = False
        self._links: list[str | None] = []
        self._lists: list[str] = []
        self._left_out: list[str] = []

    def text(self, html: str) -> str:
        """The Markdown of a page."""
        self.feed(html[html.index('<article class="md-content__inner') : html.index("</article>")])
        self._end_of_block()
        return "\n".join(self._lines).strip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._left_out or tag in _LEFT_OUT or given.get("class") in ("headerlink", "sp-paper"):
            self._left_out += [] if tag in _VOID else [tag]
        elif tag in _HEADINGS:
            self._end_of_block()
            self._before = f"{_HEADINGS[tag]} "
            self._after = f" {{ #{given['id']} }}" if "id" in given else ""
        elif tag in _BLOCKS:
            self._end_of_block()
            if tag in ("ul", "ol"):
                self._lists.append("- " if tag == "ul" else "1. ")
            elif tag == "li" and self._lists:
                self._before = "    " * (len(self._lists) - 1) + self._lists[-1]
        elif tag in _MARKS:
            self._words += _MARKS[tag]
        elif tag == "a":
            self._links.append(self._target(given.get("href") or ""))
            self._words += "[" if self._links[-1] else ""
        elif tag == "br":
            self._words += " "

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            if tag == self._left_out[-1]:
                self._left_out.pop()
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._end_of_block()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
        elif tag in _MARKS:
            self._words += _MARKS[tag]
        elif tag == "a" and self._links:
            target = self._links.pop()
            self._words += f"]({target})" if target else ""

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._words += _SPECIAL.sub(r"\\\1", data)

    def _end_of_block(self) -> None:
        words = " ".join(self._words.split())
        if words:
            # The points of a list stand close together, all else apart.
            point = self._before.strip() in ("-", "1.")
            if self._lines and not (point and self._was_point):
                self._lines.append("")
            self._lines.append(f"{self._before}{words}{self._after}")
            self._was_point = point
            self._before = self._after = ""
        self._words = ""

    def _target(self, href: str) -> str | None:
        if href.startswith(("#", "tel:", "mailto:", "http")):
            return href
        path, _, anchor = href.partition("#")
        there = posixpath.normpath(posixpath.join("/", self._url, path)).strip("/")
        uri = self._uris.get(f"{there}/" if there else "")
        if uri is None:
            return None
        return posixpath.relpath(uri, posixpath.dirname(self._uris[self._url]) or ".") + (
            f"#{anchor}" if anchor else ""
        )
