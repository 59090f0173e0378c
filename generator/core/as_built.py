"""The anchors and links of an ordinary page as Python-Markdown reads it. Only this module imports markdown.

Site builders read pages with Python-Markdown. It has its own anchors for headings, and where it reads a page
differently from CommonMark, its reading is the one that readers get.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Literal
from xml.etree.ElementTree import Element

# The extensions that Signpost requires of a site builder.
_OURS = ("toc", "attr_list", "md_in_html")
# These, those that MkDocs always enables, and others that can contain headings or links.
_EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition", "def_list", "footnotes")
_ADDRESSES = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class BuiltLink:
    """A link or an image on a built page.

    Attributes:
        target: its address, as written.
        raw: whether it comes from HTML in the page, which site builders leave unchanged.
    """

    kind: Literal["link", "image"]
    target: str
    raw: bool = False


@dataclass(frozen=True, slots=True)
class AsBuilt:
    """A page as a site builder reads it.

    Attributes:
        anchors: every anchor on it.
        links: in page order, followed by those from raw HTML.
    """

    anchors: frozenset[str]
    links: tuple[BuiltLink, ...]


@lru_cache(maxsize=2048)
def as_built(body: str) -> AsBuilt:
    """Parse a page; cached by its text.

    Args:
        body: its Markdown without front matter, with "\n" as line ending.
    """
    read = _reader()
    return read(body)


def html_of(body: str) -> str:
    """A generated page as a site builder converts it to HTML, with addresses as in its Markdown.

    Args:
        body: its Markdown without front matter, with "\n" as line ending.
    """
    from markdown import Markdown

    html: str = Markdown(extensions=_OURS).convert(body)
    return html


@cache
def _reader() -> Callable[[str], AsBuilt]:
    # Imported lazily: with its extensions it takes a tenth of a second to load, and most projects never need it.
    from markdown import Markdown
    from markdown.util import AMP_SUBSTITUTE

    class Collector:
        def __init__(self) -> None:
            self.forget()

        def forget(self) -> None:
            """Reset for the next page."""
            self.anchors: set[str] = set()
            self.links: list[BuiltLink] = []

        def run(self, root: Element) -> None:
            """Collect anchors and links from the finished page, after all extensions have run."""
            for element in root.iter():
                self.anchors |= _anchors(str(element.tag), element.attrib)
                target = element.get(_ADDRESSES.get(str(element.tag), ""), "")
                if target and AMP_SUBSTITUTE not in target:
                    self.links.append(BuiltLink("link" if element.tag == "a" else "image", target))

    builder = Markdown(extensions=_EXTENSIONS)
    collector = Collector()
    builder.treeprocessors.register(collector, "signpost", 0)

    def read(body: str) -> AsBuilt:
        builder.reset()
        # Python-Markdown skips its tree processors for an empty page, so `run` would not reset the collector.
        collector.forget()
        builder.convert(body)
        raw = _Raw()
        for block in builder.htmlStash.rawHtmlBlocks:
            raw.feed(block if isinstance(block, str) else "")
        raw.close()
        return AsBuilt(frozenset(collector.anchors | raw.anchors), (*collector.links, *raw.links))

    return read


def _anchors(tag: str, attributes: Mapping[str, str]) -> set[str]:
    """The anchors that an element defines."""
    return {attributes[name] for name in ("id", "name") if attributes.get(name) and (name == "id" or tag == "a")}


class _Raw(HTMLParser):
    """Collects anchors and links from raw HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[BuiltLink] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect the anchors and the links of an element."""
        given = {name: value for name, value in attrs if value is not None}
        self.anchors |= _anchors(tag, given)
        for name in ("href", "src", "poster"):
            if target := given.get(name):
                self.links.append(BuiltLink("link" if name == "href" else "image", target, raw=True))
