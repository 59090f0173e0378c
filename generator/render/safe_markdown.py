"""Writes authors' texts as Markdown that no site builder can misread.

Authors' markup is written as HTML tags, and their links as Markdown links, which site builders check and convert to
addresses. Every character that could have a meaning for Python-Markdown or one of its extensions is escaped, with a
backslash or as a numeric character reference.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from generator.core.blocks import Block, Piece, one_line, visible_text, words
from generator.render.sanitizer import is_as_written

# Characters that Python-Markdown takes literally after a backslash, with any set of extensions.
_BACKSLASHED = "*_#+-.!"
_MEANT = re.compile(r"[\\`*_{}\[\]<>&#|~^$@]|:(?=[A-Za-z+_/:-])|(?<=:):|([=+])(?=\1)|(?<=([=+]))\2|(?<=[wW]{3})\.")
# How lists, headings, definitions, tabs, details and blocks of extensions begin.
_BEGINNING = re.compile(r"[-+=:!?/.;(]|(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$)")
# Non-breaking and similar spaces: readers see them, but programs strip them from the ends of lines.
_OUTER_SPACE = re.compile(r"^[^\S ]|[^\S ]$")
_IN_ADDRESS = re.compile(r"[^A-Za-z0-9%/?#:=+,;.$_~-]")
_IN_HTML = str.maketrans({mark: f"&#{ord(mark)};" for mark in "{}[]"})
_INDENT = "    "
_NOTHING = "<!-- -->"
# Written for a text without visible content: a heading without text would lose its anchor.
BLANK = "&#160;"
_TAGS = {"strong": "<strong>", "/strong": "</strong>", "em": "<em>", "/em": "</em>"}


@dataclass(frozen=True, slots=True)
class Targets:
    """Link targets for the page that contains a text.

    Attributes:
        address: from (kind, id) to the target of a Markdown link.
        cite: from the ids of a citation to its Markdown; "" if it is not shown.
    """

    address: Callable[[str, str], str]
    cite: Callable[[tuple[str, ...]], str]


def escaped(words: str) -> str:
    """Plain text as Markdown without any markup, for the middle of a line."""
    return _MEANT.sub(_escaped_match, visible_text(words))


def in_html(words: str) -> str:
    """Plain text for raw HTML, in an element or attribute. Also escapes marks that Markdown extensions look for
    there."""
    return escape(visible_text(words)).translate(_IN_HTML)


def line(pieces: Sequence[Piece], targets: Targets | None) -> str:
    """Pieces as one line, for a heading, a list item or a paragraph.

    Args:
        pieces: the parsed parts of a line.
        targets: None if there must be no links, such as inside a link. Citations are then omitted too.
    """
    return _with_safe_ends(_sanitized(_written(pieces, targets, " ", " "), pieces))


def paragraphs(blocks: Sequence[Block], targets: Targets, nested: bool = False) -> str:
    """Blocks, separated by blank lines.

    Args:
        blocks: the parsed parts of a text.
        targets: for its links and citations.
        nested: whether they will be indented.
    """
    found = []
    for number, block in enumerate(blocks):
        if number and block.kind == blocks[number - 1].kind and block.kind in ("list", "quote"):
            # Python-Markdown would merge the two.
            found.append(_NOTHING)
        found.append(_block(block, targets, nested))
    return "\n\n".join(one for one in found if one)


def item(blocks: Sequence[Block], targets: Targets) -> str:
    """Blocks as the content of a list item."""
    return _indented(_item(blocks, targets))


def href(url: str) -> str:
    """An address that was already checked, as the target of a Markdown link."""
    of_site = "//" not in url and not url.lower().startswith(("mailto:", "tel:"))
    # Site builders parse an address within the site; any other goes into the page unchanged.
    return _IN_ADDRESS.sub(_percent if of_site else _number, url)


def _written(pieces: Sequence[Piece], targets: Targets | None, space: str, line_break: str) -> str:
    found: list[str] = []
    link_begin = -1
    target = ""
    for piece in pieces:
        linked = targets is None or link_begin >= 0
        match piece.kind:
            case "words":
                found.append(escaped(piece.words))
            case "code":
                found.append(f"<code>{escaped(one_line(piece.words))}</code>")
            case "space" | "break":
                _strip_end(found)
                found.append(line_break if piece.kind == "break" else space)
            case "link" if targets:
                link_begin = len(found)
                named = piece.names[0] if piece.names else None
                target = targets.address(named.kind, named.id) if named else href(piece.target)
            case "/link" if targets:
                inside = "".join(found[link_begin:])
                del found[link_begin:]
                if inside.strip():
                    found += [_before_link(found), f"[{inside}]({target})"]
                link_begin = -1
            case "image" if not linked:
                found += [_before_link(found), f"![{escaped(piece.words)}]({href(piece.target)})"]
            case "image":
                found.append(escaped(piece.words))
            case "citation":
                cited = targets.cite(tuple(name.id for name in piece.names)) if targets and not linked else ""
                if not cited:
                    _strip_end(found)
                found.append(cited)
            case _:
                found.append(_TAGS.get(piece.kind, ""))
    return "".join(found)


def _before_link(found: list[str]) -> str:
    """Remove an exclamation mark before a link and return it escaped: unescaped, it would turn the link into an
    image."""
    if found and found[-1].endswith("!") and not found[-1].endswith("\\!"):
        found[-1] = found[-1][:-1]
        return "\\!"
    return ""


def _strip_end(found: list[str]) -> None:
    if found:
        found[-1] = found[-1].rstrip(" ")


def _sanitized(written: str, pieces: Sequence[Piece]) -> str:
    """Second line of defence: if a sanitizer would remove anything, only the plain text is kept."""
    if "<" in written and not is_as_written(written):
        return escaped(one_line("".join(words(pieces))))
    return written


def _with_safe_ends(written: str) -> str:
    """A line with its first and last characters escaped where they could be markup."""
    written = _OUTER_SPACE.sub(_number, written.strip(" "))
    begin = _BEGINNING.match(written)
    if not begin or written.startswith("!["):
        return written
    # In "12." only the full stop is escaped, so that it no longer marks a list item.
    return f"{written[: begin.end() - 1]}{_escaped_character(written[begin.end() - 1])}{written[begin.end() :]}"


def _escaped_match(found: re.Match[str]) -> str:
    return _escaped_character(found[0])


def _escaped_character(character: str) -> str:
    return f"\\{character}" if character in _BACKSLASHED else _entity(character)


def _number(found: re.Match[str]) -> str:
    return _entity(found[0])


def _entity(character: str) -> str:
    return escape(character) if character in "&<>" else f"&#{ord(character)};"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _block(block: Block, targets: Targets, nested: bool) -> str:
    match block.kind:
        case "paragraph" if nested:
            return _with_safe_ends(_sanitized(_written(block.pieces, targets, " ", "<br>"), block.pieces))
        case "paragraph":
            written = _sanitized(_written(block.pieces, targets, "\n", "<br>\n"), block.pieces)
            return "\n".join(_with_safe_ends(one) for one in written.split("\n")).strip("\n")
        case "heading":
            return f"{'#' * block.number} {line(block.pieces, targets) or BLANK}"
        case "code":
            return _code(block.pieces[0].words, nested)
        case "rule":
            return "---"
        case "quote":
            inside = paragraphs(block.blocks, targets, nested=True)
            return "\n".join(f"> {one}".rstrip(" ") for one in inside.split("\n"))
        case _:
            return _list(block, targets)


def _code(words: str, nested: bool) -> str:
    if not nested:
        # On one line, so that no extension finds blank lines or markup in it.
        return f"<pre><code>{escape(visible_text(words), quote=False)}</code></pre>".replace("\n", "&#10;")
    # Inside a list, site builders do not recognise `pre`.
    lines = (escaped(one.expandtabs(4)).replace(" ", "&#160;") for one in words.split("\n"))
    return f"<code>{'<br>'.join(lines)}</code>" if words.strip() else ""


def _list(block: Block, targets: Targets) -> str:
    items = []
    for number, one in enumerate(block.blocks):
        mark = "-" if block.number < 0 else f"{block.number + number}."
        said = _item(one.blocks, targets)
        if block.tight and len(one.blocks) == 2 and [inside.kind for inside in one.blocks] == ["paragraph", "list"]:
            said = said.replace("\n\n", "\n", 1)
        items.append(f"{mark} {_indented(said)}")
    # After an item with a blank line, only another blank line starts a new item.
    return ("\n" if block.tight and not any("\n\n" in one for one in items) else "\n\n").join(items)


def _item(blocks: Sequence[Block], targets: Targets) -> str:
    said = paragraphs(blocks, targets, nested=True)
    if blocks and blocks[0].kind == "paragraph" and _block(blocks[0], targets, nested=True):
        return said
    # Without text after it, the marker of an item would be lost, or read as a line or another list.
    return f"{_NOTHING}\n\n{said}".rstrip("\n")


def _indented(written: str) -> str:
    first, *rest = written.split("\n")
    return "\n".join([first, *(f"{_INDENT}{one}" if one else "" for one in rest)])
