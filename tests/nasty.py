"""Texts that mean something else to a program than to a reader, and libraries with one of them in every text field."""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from random import Random
from typing import Any, get_args, get_origin

from markdown_it import MarkdownIt

from generator.core.blocks import is_allowed, visible_text
from generator.core.kinds import KINDS
from generator.core.kinds.kind import Entry, Words, fields_of
from generator.core.library import Library
from generator.core.markup import plain
from generator.core.settings import SiteSettings
from generator.core.source import SourceFile


def each(table: str, between: str = " ") -> list[str]:
    """The pieces of a table."""
    return [piece for line in table.strip("\n").split("\n") for piece in (line.split(between) if between else [line])]


# Each alone, or put together with others, has been read as something that its author did not mean.
MARKS = [*"*_`\\[](){}<>&#+-.!|~^$@=:;?/%\"'", "**", "***", "``", "```", "~~~", "\\[", "\\]", "\\`", "![", "](", "]:"]
LINES = ["# ", "## ", "- ", "* ", "+ ", "1. ", "12) ", "a. ", "> ", "> > ", "!!! note ", '??? "a"', '=== "Tab"', "---"]
LINES += ["===", ":   ", "| a | b |", "[x]: y", "[^1]: z", "*[HTML]: x", "/// a", '--8<-- "a"', "    ", "\t", "[TOC]"]
WITHIN = each("""
[^1] [x] [[a]] [sic] {.x} {:#y} {{x}} {%x%} {++a++} ==m== ^^a^^ ~~a~~ :smile: \\(x\\) $x$ $$ (c) C# ... -- a_b_c x/y#2
#1 @me @@ GH-1
""")
HTML = each(
    """
<b>
</b>
<br>
<script>alert(1)</script>
</title><script>
"><img src=x onerror=alert(1)>
<!--
-->
<?php ?>
<![CDATA[
]]>
<div markdown>
</div>
</p>
</a>
<a href='//evil.example'>
<svg/onload=alert(1)>
<style>
</style>
<iframe>
<textarea>
<details markdown>
' onmouseover='alert(1)
" onfocus="alert(1)
javascript:alert(1)
{ onclick=alert(1) }
""",
    between="",
)
ADDRESSES = each(
    """
<https://example.org/x_y>
<a@example.org>
http://example.org/
www.example.org
[w](https://example.org/a_(b)?c=1&d='e')
[w](relative.txt)
[w](#x)
[w](<a b>)
![i](p.png)
[w](javascript:alert(1))
[w](java&#115;cript:alert(1))
[w](`javascript:x`)
[w](data:text/html,x)
[w](JAVASCRIPT:x)
<javascript:alert(1)>
[w](outcome:a)
[w *x*](faq:f 'q')
[](tree:one)
""",
    between="",
)
CITATIONS = ["[@s]", "[@s; @s]"]
ENTITIES = each("&amp; &lt; &#35; &#60; &nbsp; &copy &NewLine; &Tab; &#0; &#x202e; &amp;lt;")
# No-break and other wide spaces, controls, what is no character, what joins characters, and what Python-Markdown puts
# in the place of what it has read.
WIDE = each("\u00a0 \u202f \u2003 \u2028 \u200b \u200d \ufeff \u202e \x02 \x03 \x00 \x0b \x85 \x1b[31m \ud800 \uffff")
WIDE += ["\U0001f600", "\U0001f469\u200d\u2695\ufe0f", "\u00e9", "e\u0301", "\u4e2d", "klzzwxh:0001", "wzxhzdk:0"]
PLAIN = ["word", "two words", "Pain.", "3 weeks", "It\u2019s", "a", "1", "x"]
ONE_LINE = [MARKS, LINES, WITHIN, HTML, ADDRESSES, ENTITIES, WIDE, PLAIN, PLAIN, [" "]]
SEVERAL_LINES = [["\n", "\n\n", "  \n", "\\\n", "\n    ", "\n  ", "\n- ", "\n> ", "\n1. ", "\n```\n", "\n\n    "]]


def text(dice: Random, *, lines: bool = False, citations: bool = True) -> str:
    """Some pieces put together, never blank.

    Args:
        lines: whether there may be several lines.
        citations: whether sources may be cited.
    """
    groups = ONE_LINE + (SEVERAL_LINES * 2 if lines else []) + ([CITATIONS] if citations else [])
    made = "".join(dice.choice(dice.choice(groups)) for _ in range(dice.randint(1, 8)))
    # An image of a thing of the library is a link of ours, and no image, which only our own grammar knows.
    made = made.replace("![w](outcome", "! [w](outcome").replace("![w *x*](faq", "! [w *x*](faq")
    made = made.replace("![](tree", "! [](tree")
    # A citation with something in brackets behind it is a link to CommonMark.
    made = made.replace("@s](", "@s] (")
    return made if plain(made).strip() else f"{made}blank"


APART = frozenset(each("p li br h1 h2 h3 h4 h5 h6 pre blockquote hr ul ol div details summary figcaption"))


class Read(HTMLParser):
    """What HTML says and what it is made of.

    Attributes:
        elements: each with its attributes, in their order.
        links: the words and the attributes of each link.
    """

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.links: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[str, dict[str, str]]] = []
        self.comments: list[str] = []
        self._said: list[str] = []
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """All that it says, with a space between two blocks."""
        return "".join(self._said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag in APART:
            self._said.append(" ")
        if tag == "img":
            self._said.append(attributes.get("alt", ""))
        if tag in ("a", "h1", "h2", "h3"):
            self._open.append((tag, len(self._said), attributes))

    def handle_endtag(self, tag: str) -> None:
        if tag in APART:
            self._said.append(" ")
        if self._open and self._open[-1][0] == tag:
            _, begin, attributes = self._open.pop()
            found = self.links if tag == "a" else self.headings
            found.append(("".join(self._said[begin:]), attributes))

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


_ORACLE = MarkdownIt("commonmark", {"html": False})
_ORACLE.validateLink = is_allowed


def rendered(words: str) -> str:
    """The HTML that CommonMark makes of a text of ours, by the parser's own renderer: what ours must come down to."""
    bare = visible_text(words).strip(" \n\t")
    return _ORACLE.render(bare) if "\n" in bare else f"<p>{_ORACLE.renderInline(bare)}</p>"


def one_line(words: str) -> str:
    """As a reader sees them: one space for each run of spaces and line ends; wide spaces stay."""
    return re.sub("[ \t\n]+", " ", visible_text(words)).strip(" ")


def squeezed(words: str) -> str:
    """Without any space, for words that are laid out in other ways."""
    return re.sub(r"\s", "", visible_text(words))


# What must be there besides texts. A new kind of entry needs a line here.
STRUCTURE: Mapping[str, Mapping[str, dict[str, Any]]] = {
    "tree": {
        "one": {
            "places": ["p"],
            "start": "q1",
            "reviewed": "2026-11-22",
            "sources": ["s"],
            "questions": {
                "q1": {"choices": {"a": {"question": "q2"}, "b": {"outcome": "a"}, "c": {"tree": "two"}}},
                "q2": {"choices": {"d": {"outcome": "b"}, "e": {"outcome": "a", "unsure": True}}},
            },
        },
        "two": {
            "start": "q3",
            "reviewed": "2026-11-22",
            "questions": {"q3": {"choices": {"f": {"outcome": "a"}, "g": {"outcome": "b"}}}},
        },
    },
    "outcome": {
        "a": {"care": "now", "places": ["p"], "sources": ["s"], "reviewed": "2026-11-22"},
        "b": {"care": "self", "plan": "l", "places": ["p"], "sources": ["s"], "reviewed": "2026-11-22"},
    },
    "faq": {
        "f": {
            "trees": ["one"],
            "outcomes": ["a"],
            "places": ["p"],
            "sources": ["s"],
            "reviewed": "2026-11-22",
        }
    },
    "place": {"p": {"marker": {"figure": "map", "x": 3, "y": 4}, "sources": ["s"], "reviewed": "2026-11-22"}},
    "plan": {
        "l": {
            "outcomes": ["b"],
            "places": ["p"],
            "stages": [{"exercises": [{"exercise": "e"}]}, {}],
            "return_to": [{}],
            "sources": ["s"],
            "reviewed": "2026-11-22",
        }
    },
    "exercise": {
        "e": {"figure": ["map", "map"], "places": ["p"], "sources": ["s"], "reviewed": "2026-11-22"},
    },
    "precaution": {
        "c1": {"places": ["p"], "sources": ["s"]},
        "c2": {"who": "pharmacist", "places": "everywhere"},
    },
    "red-flag": {
        "r": {"care": "now", "places": ["p"], "sources": ["s"]},
        "r2": {"care": "now", "places": "everywhere"},
    },
    "care-level": {"now": {"card": "emergency"}, "self": {"card": "self-care", "self_care": True}},
    "source": {"s": {"URL": "https://example.org/1"}},
    "case": {
        "c": {
            "guide": "one",
            "answers": [{"red-flags-now": "no"}, {"q1": "b"}],
            "expect": {"outcome": "a"},
            "sources": ["s"],
            "reviewed": "2026-11-22",
        }
    },
}
FIGURE = '<svg viewBox="0 0 9 9"><path class="fig-line" d="M0 0L9 9"/></svg>'
# Fields without markup that are shown all the same.
_PLAIN = {"source": ("author", "volume", "issue", "page", "issued")}


def library(some_text: Callable[[str], str]) -> tuple[Library, dict[tuple[str, ...], str]]:
    """A library with every text field filled.

    Args:
        some_text: gives a text for the field of a name.

    Returns:
        the library, and each text by where it stands.
    """
    texts: dict[tuple[str, ...], str] = {}

    def filled(model: type[Entry], structure: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
        values = dict(structure)
        for field in fields_of(model):
            here = (*path, field.key)
            if field.part is not None and field.key in values:
                inside = values[field.key]
                if isinstance(inside, list):
                    values[field.key] = [filled(field.part, one, (*here, str(at))) for at, one in enumerate(inside)]
                elif get_origin(model.model_fields[field.name].annotation) is dict:
                    values[field.key] = {id: filled(field.part, one, (*here, id)) for id, one in inside.items()}
                else:
                    values[field.key] = filled(field.part, inside, here)
            elif isinstance(field.role, Words) and field.key not in values:
                annotation = model.model_fields[field.name].annotation
                number = 2 if list in (get_origin(annotation), *map(get_origin, get_args(annotation))) else 0
                made = [texts.setdefault((*here, str(one)), some_text(field.key)) for one in range(max(number, 1))]
                values[field.key] = made if number else made[0]
        return values

    entries = {}
    for kind, record in KINDS.items():
        found = {}
        for id, structure in STRUCTURE[kind].items():
            values = filled(record.model, structure, (kind, id))
            for key in _PLAIN.get(kind, ()):
                values[key] = visible_text(some_text(key))
            found[id] = record.model.model_validate(values)
        entries[record.plural] = found
    site = SiteSettings.model_validate(filled(SiteSettings, {"words": {}}, ("site",)))
    made = Library.of(**entries)
    figures = {"map": SourceFile("content/figures/map.svg", FIGURE)}
    known = {kind: frozenset(found) for kind, found in made.entries.items()}
    return type(made)(entries=made.entries, site=site, figures=figures, known=known), texts
