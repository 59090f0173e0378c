"""Converts authors' texts for use in a page: one method for each position that a text can have."""

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import date

from generator.core import page_text
from generator.core.blocks import one_line
from generator.core.cache import Cache
from generator.core.markup import parse, pieces, plain, web_address
from generator.core.page_words import Forms
from generator.core.site import ANYWHERE, Serving
from generator.core.wording import comma, counted, day, filled, in_digits, plain_text
from generator.draw.qr_code import code, code_bits
from generator.render.link import Links, label, relative
from generator.render.safe_markdown import BLANK, Targets, escaped, href, in_html, item, line, paragraphs

# Private-use characters are placeholders for finished Markdown while the text around them is escaped.
_MARK = re.compile("[\ue000-\ue0ff]")


class Prose:
    """Converts authors' texts to Markdown for one page, so that nothing in them is read as other markup.

    Args:
        links: titles and addresses of all entries.
        uri: the page that will contain the texts; links are relative to it.
        serving: how pages are served; needed for addresses in raw HTML and on paper.
        cache: keeps drawings between builds.
    """

    def __init__(self, links: Links, uri: str, serving: Serving = ANYWHERE, cache: Cache | None = None) -> None:
        self._links = links
        self._uri = uri
        self._language = links.library.site.language
        self._serving = serving
        self._targets = Targets(self.to, self._citation)
        self._on_paper = Targets(self.to, lambda _: "")
        self.cache = cache or Cache()

    def inline(self, text: str, **values: str) -> str:
        """A text as one line, for a heading or within a paragraph; several paragraphs are joined.

        Args:
            text: as an author wrote it.
            values: Markdown of this page to insert for names in braces, such as results of other methods.
        """
        return _with(values, text, lambda text: line(pieces(text), self._targets) or BLANK)

    def counted(self, forms: Forms, number: int, counts: str = "number") -> str:
        """The plural form for a number, with the number inserted: an author's text like any other.

        Args:
            forms: a text of the site with plural forms.
            number: the count.
            counts: the name in braces that stands for the number.
        """
        return counted(forms, number, self._language, counts)

    @property
    def comma(self) -> str:
        """The separator between list items in this language, including its space."""
        return comma(self._language)

    def number(self, number: int) -> str:
        """A number as written in this language."""
        return in_digits(number, self._language)

    def day(self, value: date) -> str:
        """A date as written in this language, as Markdown."""
        return escaped(day(value, self._language))

    def paper(self, text: str) -> str:
        """Like `inline`, without citations, which are useless on paper."""
        return line(pieces(text), self._on_paper) or BLANK

    def block(self, text: str, style: str = "", paper: bool = False) -> str:
        """A text with its paragraphs, lists, quotes and code, for a position where blocks are allowed and nothing is
        indented.

        Args:
            text: as an author wrote it.
            style: a class for the paragraph if the text is a single one, otherwise for the whole text.
            paper: whether to omit citations, which are useless on paper.
        """
        blocks = parse(text)
        written = paragraphs(blocks, self._on_paper if paper else self._targets)
        if not style or not written:
            return written
        if len(blocks) == 1 and blocks[0].kind == "paragraph":
            return f"{written}\n{{ .{style} }}"
        return f'<div class="{style}" markdown>\n\n{written}\n\n</div>'

    def item(self, text: str) -> str:
        """A text as the content of a list item; its further lines are indented by four."""
        return item(parse(text), self._targets)

    def label(self, text: str, **values: str) -> str:
        """A text as link text on one line: without links and citations.

        Args:
            text: as an author wrote it.
            values: Markdown of this page to insert for names in braces, without links.
        """
        return _with(values, text, lambda text: line(pieces(text), None) or BLANK)

    def whole(self, markdown: str) -> str:
        """Wrap a label in a single element if it contains elements: in a flex row each would become a separate item."""
        return f"<span>{markdown}</span>" if "<" in markdown else markdown

    def plain(self, text: str, **values: str) -> str:
        """The plain text of a text, for titles, descriptions and attributes.

        Args:
            text: as an author wrote it.
            values: plain text to insert for names in braces.
        """
        return plain_text(text, **values)

    def html(self, words: str) -> str:
        """Plain text, escaped for raw HTML."""
        return in_html(words)

    def words(self, words: str) -> str:
        """Plain text, escaped as Markdown for the middle of a line."""
        return escaped(one_line(words))

    def strong(self, markdown: str) -> str:
        """The whole text in bold."""
        return markdown and f"**{markdown}**"

    def to(self, kind: str, id: str) -> str:
        """The target of a Markdown link to an entry."""
        return href(relative(self._links.address(kind, id), self._uri))

    def page(self, uri: str) -> str:
        """The target of a Markdown link to a page, given its file as a path from the root of the site."""
        return href(relative(uri, self._uri))

    def link(self, kind: str, id: str) -> str:
        """A Markdown link to an entry, with its title as the link text."""
        title = self._links.title(kind, id)
        return f"[{self.label(title if plain(title) else id)}]({self.to(kind, id)})"

    def dial(self, number: str) -> str:
        """The target of a Markdown link that calls a phone number."""
        return href(f"tel:{number}")

    def web(self, url: str) -> str:
        """A Markdown link to a URL, shown without its scheme; "" if it is not a web URL."""
        url = web_address(url)
        return url and f"[{escaped(url.partition('://')[2])}]({href(url)})"

    def url(self, kind: str, id: str) -> str:
        """The address of an entry's page relative to this page, for raw HTML."""
        return self.file(self._serving.path(self._links.address(kind, id)))

    def file(self, path: str) -> str:
        """The address of a file or page of the site relative to this page, for raw HTML."""
        here = posixpath.dirname(self._serving.path(self._uri))
        return posixpath.relpath(path or ".", here or ".") + ("/" if path.endswith("/") else "")

    def here(self) -> str:
        """The full URL of this page; "" if the site's URL is unknown."""
        return self._serving.url and self._serving.url + self._serving.path(self._uri)

    def full_url(self, kind: str, id: str) -> str:
        """The full URL of an entry's page, for paper; "" if the site's URL is unknown."""
        return self._serving.url and self._serving.url + self._serving.path(self._links.address(kind, id))

    def code(self, kind: str, id: str) -> str:
        """A QR code with the URL of an entry's page; only if the site's URL is known."""
        url = self.full_url(kind, id)
        return self.cache.text("code", url, lambda: code(url))

    def code_bits(self, kind: str, id: str) -> str:
        """The same code as bits, which the guide's script draws; used on pages with many outcomes."""
        url = self.full_url(kind, id)
        return self.cache.text("code-bits", url, lambda: code_bits(url))

    def resolved(self, page: str) -> str:
        """An ordinary page with citations and links by id converted to plain Markdown, and nothing else changed."""
        return page_text.resolved(page_text.line_ends(page), self.to, self._citation)

    def _citation(self, ids: tuple[str, ...]) -> str:
        sources, words = self._links.library.sources, self._links.library.site.words
        cited = (f"[{escaped(label(id, sources[id], words))}]({self.to('source', id)}){{ .sp-cite }}" for id in ids)
        return f"({'; '.join(cited)})"


def _with(values: Mapping[str, str], text: str, write: Callable[[str], str]) -> str:
    """A text as Markdown, with Markdown inserted for the names in braces."""
    if not values:
        return write(text)
    marks = {name: chr(0xE000 + number) for number, name in enumerate(values)}
    by_mark = {mark: values[name] for name, mark in marks.items()}
    written = write(filled(_MARK.sub("", text), **marks))
    return _MARK.sub(lambda mark: by_mark.get(mark[0], ""), written)
