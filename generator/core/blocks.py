"""What a text is made of: its blocks, the pieces of a line, the names that these mention, and what a link may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from generator.core.kinds import LINK_KINDS

# What else a link may begin with; anything further is a slip, or a script.
WEB_KINDS = frozenset(("http", "https", "mailto", "tel"))
# Of the id of a source in a citation.
NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
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
