"""What Python-Markdown makes of an ordinary page: its anchors and its links. Only this imports markdown.

Site builders read pages with Python-Markdown. Its anchors for headings are its own, and where it reads a page in
another way than CommonMark does, what it reads is what readers get.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Literal
from xml.etree.ElementTree import Element

# What Signpost asks of a builder.
_OURS = ("toc", "attr_list", "md_in_html")
# The same, what MkDocs always has, and what else holds headings or links.
_EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition", "def_list", "footnotes")
_ADDRESSES = {"a": "href", "img": "src"}


@dataclass(frozen=True, slots=True)
class BuiltLink:
    """A link or a picture on a built page.

    Attributes:
        target: its address, as written.
        raw: whether it is HTML that the author wrote, which builders leave as it is.
    """

    kind: Literal["link", "image"]
    target: str
    raw: bool = False


@dataclass(frozen=True, slots=True)
class AsBuilt:
    """A page as a site builder reads it.

    Attributes:
        anchors: every id on it.
        links: in their order, those in raw HTML last.
    """

    anchors: frozenset[str]
    links: tuple[BuiltLink, ...]


@lru_cache(maxsize=2048)
def as_built(body: str) -> AsBuilt:
    """Read a page, once for each text.

    Args:
        body: its Markdown without front matter, with "\n" as the end of each line.
    """
    read = _reader()
    return read(body)


def html_of(body: str) -> str:
    """A page of ours as a site builder makes HTML of it, with addresses as they are in its Markdown.

    Args:
        body: its Markdown without front matter, with "\n" as the end of each line.
    """
    from markdown import Markdown

    html: str = Markdown(extensions=_OURS).convert(body)
    return html


@cache
def _reader() -> Callable[[str], AsBuilt]:
    # Imported here: with its extensions it takes a tenth of a second to load, and most projects never need it.
    from markdown import Markdown
    from markdown.util import AMP_SUBSTITUTE

    class Collector:
        def __init__(self) -> None:
            self.forget()

        def forget(self) -> None:
            """Begin with another page."""
            self.anchors: set[str] = set()
            self.links: list[BuiltLink] = []

        def run(self, root: Element) -> None:
            """Note what is on the finished page, when all extensions are done with it."""
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
        # A page without a word is not even read.
        collector.forget()
        builder.convert(body)
        raw = _Raw()
        for block in builder.htmlStash.rawHtmlBlocks:
            raw.feed(block if isinstance(block, str) else "")
        raw.close()
        return AsBuilt(frozenset(collector.anchors | raw.anchors), (*collector.links, *raw.links))

    return read


def _anchors(tag: str, attributes: Mapping[str, str]) -> set[str]:
    """By what an element can be linked to."""
    return {attributes[name] for name in ("id", "name") if attributes.get(name) and (name == "id" or tag == "a")}


class _Raw(HTMLParser):
    """Collects from HTML that an author wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[BuiltLink] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's id, and where it leads."""
        given = {name: value for name, value in attrs if value is not None}
        self.anchors |= _anchors(tag, given)
        for name in ("href", "src", "poster"):
            if target := given.get(name):
                self.links.append(BuiltLink("link" if name == "href" else "image", target, raw=True))
