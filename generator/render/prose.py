"""Authors' texts on their way into a page: one method for each place where a text can stand."""

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
from generator.core.wording import comma, counted, day, filled, in_digits, told
from generator.draw.qr_code import code, code_bits
from generator.render.link import Links, label, relative
from generator.render.safe_markdown import BLANK, Targets, escaped, href, in_html, item, line, paragraphs

# Signs that mean nothing to anybody stand for what is Markdown already, while a text around it is made harmless.
_MARK = re.compile("[\ue000-\ue0ff]")


class Prose:
    """Turns authors' texts into the Markdown of one page, in which they mean what they mean and nothing else.

    Args:
        links: where things are.
        uri: the page on which the text will stand; links are relative to it.
        serving: how pages are served, for the few addresses in raw HTML and on paper.
        cache: where drawings are kept from build to build.
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
        """A text as one line, for a heading or within a paragraph; of several paragraphs, their words one by one.

        Args:
            text: as an author wrote it.
            values: Markdown of this page for names in braces, such as what other methods give.
        """
        return _with(values, text, lambda text: line(pieces(text), self._targets) or BLANK)

    def counted(self, forms: Forms, number: int, counts: str = "number") -> str:
        """The text for a number, with the number in it: an author's text like any other.

        Args:
            forms: a word of the site with plural forms.
            number: what is counted.
            counts: the name in braces that stands for the number.
        """
        return counted(forms, number, self._language, counts)

    @property
    def comma(self) -> str:
        """What stands between two things of a list, with its space."""
        return comma(self._language)

    def number(self, number: int) -> str:
        """A number as it is written."""
        return in_digits(number, self._language)

    def day(self, value: date) -> str:
        """A day as it is written, as Markdown."""
        return escaped(day(value, self._language))

    def paper(self, text: str) -> str:
        """One line as `inline`, without citations: nobody can follow them on paper."""
        return line(pieces(text), self._on_paper) or BLANK

    def block(self, text: str, style: str = "", paper: bool = False) -> str:
        """A text with its paragraphs, lists, quotes and code, for where blocks can stand and nothing is indented.

        Args:
            text: as an author wrote it.
            style: a class for the one paragraph that most texts are, or for all of it.
            paper: without citations, which nobody can follow on paper.
        """
        blocks = parse(text)
        written = paragraphs(blocks, self._on_paper if paper else self._targets)
        if not style or not written:
            return written
        if len(blocks) == 1 and blocks[0].kind == "paragraph":
            return f"{written}\n{{ .{style} }}"
        return f'<div class="{style}" markdown>\n\n{written}\n\n</div>'

    def item(self, text: str) -> str:
        """A text behind the mark of a list item, or under it, indented by four."""
        return item(parse(text), self._targets)

    def label(self, text: str, **values: str) -> str:
        """A text for the inside of a link, as one line: no links, no citations.

        Args:
            text: as an author wrote it.
            values: Markdown of this page for names in braces, without links.
        """
        return _with(values, text, lambda text: line(pieces(text), None) or BLANK)

    def whole(self, markdown: str) -> str:
        """A label in one element where it has elements of its own, for rows in which each would stand apart."""
        return f"<span>{markdown}</span>" if "<" in markdown else markdown

    def plain(self, text: str, **values: str) -> str:
        """The words of a text, for titles, descriptions and attributes.

        Args:
            text: as an author wrote it.
            values: plain words for names in braces.
        """
        return told(text, **values)

    def html(self, words: str) -> str:
        """Words that are no Markdown, for raw HTML."""
        return in_html(words)

    def words(self, words: str) -> str:
        """Words that are no Markdown, as Markdown for the middle of a line."""
        return escaped(one_line(words))

    def strong(self, markdown: str) -> str:
        """Bold, all of it."""
        return markdown and f"**{markdown}**"

    def to(self, kind: str, id: str) -> str:
        """The target of a Markdown link to a thing."""
        return href(relative(self._links.address(kind, id), self._uri))

    def page(self, uri: str) -> str:
        """The target of a Markdown link to a page, named by its file as a path from the top of the site."""
        return href(relative(uri, self._uri))

    def link(self, kind: str, id: str) -> str:
        """A whole Markdown link to a thing, under its title."""
        title = self._links.title(kind, id)
        return f"[{self.label(title if plain(title) else id)}]({self.to(kind, id)})"

    def dial(self, number: str) -> str:
        """The target of a Markdown link that calls a number."""
        return href(f"tel:{number}")

    def web(self, url: str) -> str:
        """A whole Markdown link to an address on the web, without its scheme; "" where it is none."""
        url = web_address(url)
        return url and f"[{escaped(url.partition('://')[2])}]({href(url)})"

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

    def code_bits(self, kind: str, id: str) -> str:
        """The same for the guide's script to draw, which a page of many results has instead."""
        url = self.full_url(kind, id)
        return self.cache.text("code-bits", url, lambda: code_bits(url))

    def resolved(self, page: str) -> str:
        """An ordinary page with citations and links by id turned into plain Markdown, and nothing else changed."""
        return page_text.resolved(page_text.line_ends(page), self.to, self._citation)

    def _citation(self, ids: tuple[str, ...]) -> str:
        sources, words = self._links.library.sources, self._links.library.site.words
        cited = (f"[{escaped(label(id, sources[id], words))}]({self.to('source', id)}){{ .sp-cite }}" for id in ids)
        return f"({'; '.join(cited)})"


def _with(values: Mapping[str, str], text: str, write: Callable[[str], str]) -> str:
    """A text as Markdown, with Markdown in the place of its names in braces."""
    if not values:
        return write(text)
    marks = {name: chr(0xE000 + number) for number, name in enumerate(values)}
    by_mark = {mark: values[name] for name, mark in marks.items()}
    written = write(filled(_MARK.sub("", text), **marks))
    return _MARK.sub(lambda mark: by_mark.get(mark[0], ""), written)
