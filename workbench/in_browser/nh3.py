"""A replacement for nh3, which does not exist for the browser: the one function of it that Signpost uses.

In the browser it only processes what somebody has written themselves, for their own preview, on a page whose policy
allows no inline script. Everything that is published is processed by nh3 itself.
"""

from collections.abc import Mapping, Set
from html import escape
from html.parser import HTMLParser

_VOID = frozenset(("br",))


def clean(html: str, tags: Set[str], attributes: Mapping[str, Set[str]]) -> str:
    """The HTML, reduced to some tags and some of their attributes."""
    cleaner = _Cleaner(tags, attributes)
    cleaner.feed(html)
    cleaner.close()
    return "".join(cleaner.kept)


class _Cleaner(HTMLParser):
    def __init__(self, tags: Set[str], attributes: Mapping[str, Set[str]]) -> None:
        super().__init__(convert_charrefs=True)
        self.tags = tags
        self.attributes = attributes
        self.kept: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.tags:
            return
        # The attribute's original case: in SVG, attribute names are case-sensitive.
        named = {name.lower(): name for name in self.attributes.get(tag, ())}
        kept = "".join(f' {named[name]}="{escape(value or "")}"' for name, value in attrs if name in named)
        self.kept.append(f"<{tag}{kept}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open[-1] != tag:
                self.kept.append(f"</{self.open.pop()}>")
            self.kept.append(f"</{self.open.pop()}>")

    def handle_data(self, data: str) -> None:
        self.kept.append(escape(data, quote=False))

    def close(self) -> None:
        super().close()
        self.kept += [f"</{tag}>" for tag in reversed(self.open)]
