"""Authors' texts written out as Markdown in which no site builder can read anything but what they mean.

What an author marked is written as HTML tags; what an author linked as Markdown links, which site builders check and
turn into addresses; and every character that could mean something to Python-Markdown or one of its extensions as
itself: with a backslash before it, or by its number.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from generator.core.blocks import Block, Piece, one_line, seen, words
from generator.render.sanitizer import is_as_written

# What Python-Markdown takes for itself behind a backslash, whatever extensions there are.
_BACKSLASHED = "*_#+-.!"
_MEANT = re.compile(r"[\\`*_{}\[\]<>&#|~^$@]|:(?=[A-Za-z+_/:-])|(?<=:):|([=+])(?=\1)|(?<=([=+]))\2|(?<=[wW]{3})\.")
# With what lists, headings, definitions, tabs, details and blocks of extensions begin.
_BEGINNING = re.compile(r"[-+=:!?/.;(]|(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])(?=\s|$)")
# Spaces that readers see, and programs strip from the ends of lines.
_OUTER_SPACE = re.compile(r"^[^\S ]|[^\S ]$")
_IN_ADDRESS = re.compile(r"[^A-Za-z0-9%/?#:=+,;.$_~-]")
_IN_HTML = str.maketrans({mark: f"&#{ord(mark)};" for mark in "{}[]"})
_INDENT = "    "
_NOTHING = "<!-- -->"
# What stands where a text has nothing that a reader sees: a heading without words would lose its anchor.
BLANK = "&#160;"
_TAGS = {"strong": "<strong>", "/strong": "</strong>", "em": "<em>", "/em": "</em>"}


@dataclass(frozen=True, slots=True)
class Targets:
    """Where links by id lead on the page where a text stands.

    Attributes:
        address: from (kind, id) to the target of a Markdown link.
        cite: from the ids of a citation to the Markdown that stands for it; "" where none is shown.
    """

    address: Callable[[str, str], str]
    cite: Callable[[tuple[str, ...]], str]


def escaped(words: str) -> str:
    """Words as Markdown that means them and nothing else, for the middle of a line."""
    return _MEANT.sub(_as_itself, seen(words))


def in_html(words: str) -> str:
    """Words for raw HTML, in an element or in an attribute. Extensions look for attributes and marks there too."""
    return escape(seen(words)).translate(_IN_HTML)


def line(pieces: Sequence[Piece], targets: Targets | None) -> str:
    """Pieces as one line, which can stand behind the mark of a heading or a list item, or make a paragraph.

    Args:
        pieces: a line in its parts.
        targets: None where there can be no links, such as within one. Citations are left out then.
    """
    return _begun(_checked(_written(pieces, targets, " ", " "), pieces))


def paragraphs(blocks: Sequence[Block], targets: Targets, nested: bool = False) -> str:
    """Blocks with a blank line between two of them.

    Args:
        blocks: a text in its parts.
        targets: where its links and citations lead.
        nested: whether they will be indented.
    """
    found = []
    for number, block in enumerate(blocks):
        if number and block.kind == blocks[number - 1].kind and block.kind in ("list", "quote"):
            # Python-Markdown would make one of the two.
            found.append(_NOTHING)
        found.append(_block(block, targets, nested))
    return "\n\n".join(one for one in found if one)


def item(blocks: Sequence[Block], targets: Targets) -> str:
    """Blocks as what stands behind the mark of a list item, or under it."""
    return _indented(_item(blocks, targets))


def href(url: str) -> str:
    """An address that has been judged, as the target of a Markdown link."""
    of_site = "//" not in url and not url.lower().startswith(("mailto:", "tel:"))
    # Site builders take an address within the site apart; any other goes into the page as it is.
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
    """An exclamation mark before a link would make an image of it. Takes it off, and gives it as itself."""
    if found and found[-1].endswith("!") and not found[-1].endswith("\\!"):
        found[-1] = found[-1][:-1]
        return "\\!"
    return ""


def _strip_end(found: list[str]) -> None:
    if found:
        found[-1] = found[-1].rstrip(" ")


def _checked(written: str, pieces: Sequence[Piece]) -> str:
    """The second wall: where a sanitizer would take anything out, only the words are left."""
    if "<" in written and not is_as_written(written):
        return escaped(one_line("".join(words(pieces))))
    return written


def _begun(written: str) -> str:
    """A line with what it begins and ends with as itself."""
    written = _OUTER_SPACE.sub(_number, written.strip(" "))
    begin = _BEGINNING.match(written)
    if not begin or written.startswith("!["):
        return written
    # Of "12." the number stays, and the full stop is no mark of a list any more.
    return f"{written[: begin.end() - 1]}{_itself(written[begin.end() - 1])}{written[begin.end() :]}"


def _as_itself(found: re.Match[str]) -> str:
    return _itself(found[0])


def _itself(character: str) -> str:
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
            return _begun(_checked(_written(block.pieces, targets, " ", "<br>"), block.pieces))
        case "paragraph":
            written = _checked(_written(block.pieces, targets, "\n", "<br>\n"), block.pieces)
            return "\n".join(_begun(one) for one in written.split("\n")).strip("\n")
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
        # On one line, so that nothing looks for blank lines and marks in it.
        return f"<pre><code>{escape(seen(words), quote=False)}</code></pre>".replace("\n", "&#10;")
    # Within a list, site builders find no `pre`.
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
    # Behind a blank line, only another blank line begins an item.
    return ("\n" if block.tight and not any("\n\n" in one for one in items) else "\n\n").join(items)


def _item(blocks: Sequence[Block], targets: Targets) -> str:
    said = paragraphs(blocks, targets, nested=True)
    if blocks and blocks[0].kind == "paragraph" and _block(blocks[0], targets, nested=True):
        return said
    # Without words behind it the mark of an item would be none, or would mean a line or another list.
    return f"{_NOTHING}\n\n{said}".rstrip("\n")


def _indented(written: str) -> str:
    first, *rest = written.split("\n")
    return "\n".join([first, *(f"{_INDENT}{one}" if one else "" for one in rest)])
