"""What an author's text means: read once as CommonMark, with citations and links by id; its words and what it names.

`[@goom-2016]` or `[@goom-2016; @beatty-2017]` cites sources. `[words](outcome:get-it-checked)` links
to a thing of the library; the kinds are tree, outcome, faq, place, source, and page for an ordinary page.
A text of one line is inline Markdown; a text of several lines can hold paragraphs, headings, lists, quotes and code.
HTML means nothing here: it is shown as it was typed. What stands in backticks is code, and stays as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

from generator.core.kinds import LINK_KINDS

# What else a link may begin with; anything further is a slip, or a script.
WEB_KINDS = frozenset(("http", "https", "mailto", "tel"))
# Without any of these there are words and citations only, in paragraphs where each line begins with a letter or one of
# `_BEGINS_WORDS`. Such texts, nearly all, are not given to the parser. A test holds the two ways to each other.
_MARKS = ("*", "_", "](", "<", "\\", "`", "]:", "][", "\t", " \n")
_BEGINS_WORDS = frozenset("[(\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}")
# Of the id of a source in a citation.
NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_BLANKS = " \n\t"
# Characters of an address that need no encoding anywhere in it.
_IN_ADDRESS = NAME | frozenset(".:/?#&=+~,;@()")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Characters that no reader sees and some programs obey. Old marks for line and page ends are spaces to a reader.
_SPACES = (0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)]
_NO_CHARACTERS = [last for plane in range(0xFFFF, 0x110000, 0x10000) for last in (plane - 1, plane)]
_SEEN = dict.fromkeys([*_CONTROLS, *_NO_CHARACTERS], 0xFFFD) | dict.fromkeys(_SPACES, 0x20) | {0x09: 0x09, 0x0A: 0x0A}


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that a text names: its kind and id, and where in the text the name stands."""

    kind: str
    id: str
    offset: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Something within a line.

    Attributes:
        kind: "space" is a line end that readers see as a space, "slip" something without words that looks like a link
            and is none.
        words: of words and code, exactly as a reader sees them; of an image, what stands for it.
        target: of a link or an image on the web or in the site: its address, judged by `is_allowed`.
        names: what a citation, a link by id or a slip names.
        span: of a citation, a link by id: the characters of the text that are to be exchanged for an address.
        at: of a link or an image: where its address is said in the text; 0 where that is not known.
    """

    kind: Literal[
        "words",
        "code",
        "space",
        "break",
        "strong",
        "/strong",
        "em",
        "/em",
        "link",
        "/link",
        "image",
        "citation",
        "slip",
    ]
    words: str = ""
    target: str = ""
    names: tuple[Mention, ...] = ()
    span: tuple[int, int] = (0, 0)
    at: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a text that begins on a line of its own.

    Attributes:
        pieces: of a paragraph or a heading; of code, its words.
        blocks: of a quote, its blocks; of a list, its items; of an item, its blocks.
        number: of a heading, its level; of a list, the number of its first item, -1 where it has none.
        tight: of a list: no blank lines in it.
        source: of a heading, its line as written, without the marks around it.
        line: of a heading, which line of the text it is, from 0.
    """

    kind: Literal["paragraph", "heading", "code", "rule", "quote", "list", "item"]
    pieces: tuple[Piece, ...] = ()
    blocks: tuple["Block", ...] = ()
    number: int = -1
    tight: bool = False
    source: str = ""
    line: int = 0


def parse(text: str) -> tuple[Block, ...]:
    """A text as blocks; one paragraph where it has one line, none where it is blank."""
    return _parsed(seen(text).strip(_BLANKS))


def pieces(text: str) -> tuple[Piece, ...]:
    """A text as one line: the pieces of all its blocks, with a space between two blocks."""
    found: list[Piece] = []
    for inside in _lines(parse(text)):
        found += (Piece("space"), *inside) if found else inside
    return tuple(found)


def mentions(text: str) -> Iterator[Mention]:
    """Everything that a text cites or links to by id, and what looks like a link of another kind as "link-kind"."""
    # Most texts have neither, and this runs over every text of a library.
    if "[" not in text:
        return
    before = len(text) - len(text.lstrip(_BLANKS))
    for piece in pieces(text):
        for name in piece.names:
            yield replace(name, offset=name.offset + before) if before else name


@lru_cache(maxsize=1 << 18)
def plain(text: str) -> str:
    """One line of the words that a reader sees, without citations, for titles, descriptions, attributes and data."""
    return one_line("".join(words(pieces(text))))


def words(pieces: Iterable[Piece]) -> list[str]:
    """The words of pieces in their order, without citations and without the space before them."""
    found: list[str] = []
    for piece in pieces:
        match piece.kind:
            case "words" | "code" | "image":
                found.append(piece.words)
            case "space" | "break":
                found.append(" ")
            case "citation" if found:
                found[-1] = found[-1].rstrip(" ")
    return found


def literal(words: str) -> str:
    """Markdown that means exactly these words, to be put together with other Markdown."""
    return "".join(f"\\{one}" if one in _PUNCTUATION else one for one in seen(words))


def seen(text: str) -> str:
    """The text with a sign for each character that no reader sees and some programs obey, such as controls."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_SEEN)


def one_line(words: str) -> str:
    """The words with one space in the place of several, tabs and line ends. No-break spaces stay."""
    words = words.replace("\n", " ").replace("\t", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words.strip(" ")


def is_allowed(url: str) -> bool:
    """Whether a link may lead there: to a thing of the library, the web, mail, a telephone, or within the site.

    Args:
        url: with everything decoded that a browser would decode, and what cannot stand in an address encoded.
    """
    kind, colon, rest = url.partition(":")
    if not colon or not {"/", "?", "#"}.isdisjoint(kind):
        kind = ""
    if kind in LINK_KINDS:
        return bool(rest) and not rest.startswith(("%20", " "))
    if kind and kind.lower() not in WEB_KINDS:
        return False
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 (raises what it cannot read)
    except ValueError:
        return False
    return bool(parts.hostname) or not parts.scheme.startswith("http")


def web_address(url: str) -> str:
    """An address on the web as a browser would ask for it; "" where it is none."""
    if not _IN_ADDRESS.issuperset(url):
        from generator.core.grammar import normalized

        url = normalized(seen(url).strip())
    return url if url.lower().startswith(("http://", "https://")) and is_allowed(url) else ""


@lru_cache(maxsize=8192)
def _parsed(bare: str) -> tuple[Block, ...]:
    if (simple := simply_parsed(bare)) is not None:
        return simple
    # Imported here: the parser takes a twentieth of a second to load, and many projects have no text that needs it.
    from generator.core.grammar import read

    return read(bare)


def simply_parsed(bare: str) -> tuple[Block, ...] | None:
    """What the parser makes of a text of words and citations, in a tenth of the time; None for any other text.

    Args:
        bare: the text without blanks around it.
    """
    if any(mark in bare for mark in _MARKS) or ("&" in bare and ";" in bare):
        return None
    found: list[Block] = []
    inside: list[Piece] = []
    lines = bare.split("\n")
    at = 0
    for line in lines:
        if not line:
            found += [Block("paragraph", tuple(inside))] if inside else []
            inside = []
        else:
            if len(lines) > 1 and not _begins_words(line):
                return None
            inside += [Piece("space")] if inside else []
            inside += _words_and_citations(line, at) if "[" in line else [Piece("words", line)]
        at += len(line) + 1
    return (*found, Block("paragraph", tuple(inside))) if inside else tuple(found)


def _begins_words(line: str) -> bool:
    # Of the wide spaces around a paragraph the parser takes some away.
    return (
        (line[0].isalpha() or line[0] in _BEGINS_WORDS) and line.count("[") == line.count("]") and line.strip() == line
    )


def _words_and_citations(line: str, at: int) -> Iterator[Piece]:
    """The pieces of a line in which brackets can be nothing but citations.

    Args:
        line: one without links.
        at: where in the text the line begins.
    """
    said = 0
    begin = line.find("[@")
    while begin >= 0:
        inside, closed, _ = line[begin + 1 :].partition("]")
        ids = [one.strip(" ") for one in inside.split(";")]
        end = begin + len(inside) + 2
        if closed and all(one[:1] == "@" and len(one) > 1 and NAME.issuperset(one[1:]) for one in ids):
            if begin > said:
                yield Piece("words", line[said:begin])
            names = []
            here = begin
            for one in ids:
                here = line.index(one, here)
                names.append(Mention("source", one[1:], at + here))
                here += len(one)
            yield Piece("citation", names=tuple(names), span=(at + begin, at + end))
            said = end
        else:
            end = begin + 1
        begin = line.find("[@", end)
    if said < len(line):
        yield Piece("words", line[said:])


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Piece, ...]]:
    for block in blocks:
        if block.pieces:
            yield block.pieces
        yield from _lines(block.blocks)
