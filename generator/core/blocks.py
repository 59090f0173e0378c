"""The parsed form of a text: blocks, the inline pieces of a line, the ids they mention, and which links are allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from generator.core.kinds import LINK_KINDS

# Link schemes that are allowed besides the kinds of entry; any other scheme is a mistake, or a script.
WEB_KINDS = frozenset(("http", "https", "mailto", "tel"))
# The characters of a source id in a citation.
NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
# Characters that readers do not see but some programs obey. Old line and page breaks are shown as spaces.
_SPACES = (0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)]
_NO_CHARACTERS = [last for plane in range(0xFFFF, 0x110000, 0x10000) for last in (plane - 1, plane)]
_SEEN = dict.fromkeys([*_CONTROLS, *_NO_CHARACTERS], 0xFFFD) | dict.fromkeys(_SPACES, 0x20) | {0x09: 0x09, 0x0A: 0x0A}


@dataclass(frozen=True, slots=True)
class Mention:
    """An id that a text names: its kind, the id, and the offset of the name in the text."""

    kind: str
    id: str
    offset: int


@dataclass(frozen=True, slots=True)
class Piece:
    """An inline element of a line.

    Attributes:
        kind: "space" is a line end, shown as a space; "malformed" is something without words that looks like a link
            and is none.
        words: of words and code, exactly as a reader sees them; of an image, its alternative text.
        target: of a link or an image on the web or within the site: its address, checked by `is_allowed`.
        names: the ids that a citation, a link by id or a malformed link names.
        span: of a citation or a link by id: the characters of the text to replace with an address.
        at: of a link or an image: the offset of its address in the text; 0 if not known.
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
        "malformed",
    ]
    words: str = ""
    target: str = ""
    names: tuple[Mention, ...] = ()
    span: tuple[int, int] = (0, 0)
    at: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a text, such as a paragraph, a list or a quote.

    Attributes:
        pieces: of a paragraph or a heading; of code, its words.
        blocks: of a quote or a list item, the blocks in it; of a list, its items.
        number: of a heading, its level; of a list, the number of its first item, -1 for a list with bullets.
        tight: of a list, whether it has no blank lines.
        source: of a heading, its Markdown without the heading marks.
        line: of a heading, its line in the text, from 0.
    """

    kind: Literal["paragraph", "heading", "code", "rule", "quote", "list", "item"]
    pieces: tuple[Piece, ...] = ()
    blocks: tuple["Block", ...] = ()
    number: int = -1
    tight: bool = False
    source: str = ""
    line: int = 0


def words(pieces: Iterable[Piece]) -> list[str]:
    """The words of some pieces in order, without citations and the space before them."""
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


def visible_text(text: str) -> str:
    """The text with a replacement character for each invisible character that some programs obey, such as controls."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_SEEN)


def one_line(words: str) -> str:
    """Words on one line: tabs, line ends and repeated spaces become one space. No-break spaces stay."""
    words = words.replace("\n", " ").replace("\t", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words.strip(" ")


def is_allowed(url: str) -> bool:
    """Whether a link target is allowed: an entry of the library, the web, mail, a phone number, or within the site.

    Args:
        url: with everything decoded that a browser would decode, and invalid characters percent-encoded.
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
