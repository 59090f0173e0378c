"""What pages are made of, so that each combination that occurs is judged once and not on each of its pages."""

from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_NAMED = {"a", "button", "li", "summary", "td", "th", *_HEADINGS}
# What these hold is the same for all pages, or says what only this page is about.
_LEFT_OUT = ("class", "content", "data-", "datetime", "for", "href", "id", "name", "src", "style", "value")


def shape(html: str) -> frozenset[tuple[str, ...]]:
    """The elements of a page, each with the one that holds it, the one before it, its classes and its attributes.

    Which heading follows on which is part of it, and what has no words.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return frozenset(parser.shape)


def covering(shapes: Mapping[str, frozenset[tuple[str, ...]]], first: Iterable[str] = ()) -> list[str]:
    """Names that have together all that any name has: some that are taken first, then always the one with most."""
    chosen = list(first)
    left = frozenset().union(*shapes.values()).difference(*(shapes[name] for name in chosen))
    while left:
        best = max(sorted(shapes), key=lambda name: len(shapes[name] & left))
        chosen.append(best)
        left -= shapes[best]
    return chosen


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shape: set[tuple[str, ...]] = set()
        # Each open element: its tag, its name here, the child before, and whether there is anything in it to be read.
        self._open: list[list[str]] = [["", "", "", ""]]
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if any(one[0] == "svg" for one in self._open):
            return
        attributes = dict(attrs)
        classes = sorted((attributes.get("class") or "").split())
        others = sorted(name for name in attributes if not name.startswith(_LEFT_OUT))
        name = ".".join([tag, *classes]) + "".join(f"[{other}]" for other in others)
        parent = self._open[-1]
        self.shape.add((parent[1], parent[2], name))
        parent[2] = name
        if tag in _HEADINGS:
            self.shape.add((self._heading, tag))
            self._heading = tag
        if tag in ("img", "svg"):
            self._read()
        if tag not in _VOID:
            self._open.append([tag, name, "", ""])

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._read()

    def handle_endtag(self, tag: str) -> None:
        if not any(one[0] == tag for one in self._open):
            return
        while True:
            name, known, _, words = self._open.pop()
            if name in _NAMED and not words:
                self.shape.add((known, "nothing to be read"))
            if name == tag:
                break

    def _read(self) -> None:
        for one in self._open:
            one[3] = "read"
