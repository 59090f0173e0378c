"""Ordinary pages: the author's own Markdown for the site builder, in which citations and links by id are resolved.

They are parsed with the grammar of all texts, so that code stays unchanged, plus the indented blocks of
Python-Markdown, such as admonitions.
"""

import posixpath
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.core.blocks import Block, Mention, Piece, visible_text
from generator.core.markup import literal


def line_ends(text: str) -> str:
    """The text with "\\n" as line ending, whatever it was before."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def front_matter_end(text: str) -> int:
    """The offset at which the Markdown of a page begins: after its front matter, or 0.

    Args:
        text: with "\\n" as line ending.
    """
    first, *lines = text.split("\n")
    end = len(first) + 1
    if first.rstrip(" \t") != "---":
        return 0
    for line in lines:
        end += len(line) + 1
        if line.rstrip(" \t") in ("---", "..."):
            return min(end, len(text))
    return 0


def page_mentions(text: str) -> Iterator[Mention]:
    """Every id that a page cites or links to; links of an unknown kind have the kind "link-kind".

    Args:
        text: with "\\n" as line ending.
    """
    for piece in page_pieces(text):
        yield from piece.names


def page_pieces(text: str) -> tuple[Piece, ...]:
    """The inline pieces of all blocks of a page, with their offsets in it.

    Args:
        text: with "\\n" as line ending.
    """
    return tuple(_pieces(_read(text))) if "[" in text or "<" in text or "@" in text else ()


def resolved(text: str, address: Callable[[str, str], str], cite: Callable[[tuple[str, ...]], str]) -> str:
    """A page with citations and links by id replaced by plain Markdown, and everything else unchanged.

    Args:
        text: with "\\n" as line ending.
        address: from (kind, id) to the target of a Markdown link.
        cite: from the ids of a citation to its Markdown.
    """
    if "[" not in text:
        return text
    changes: list[tuple[int, int, str]] = []
    in_link = False
    for piece in page_pieces(text):
        in_link = piece.kind == "link" or (in_link and piece.kind != "/link")
        begin, end = piece.span
        if begin == end:
            continue
        if piece.kind == "citation":
            # Within link text there cannot be another link.
            cited = "" if in_link else cite(tuple(name.id for name in piece.names))
            # After "]", Markdown that begins with "(" would be read as the target of a link.
            changes.append((begin, end, f" {cited}" if cited and text[:begin].endswith("]") else cited))
        else:
            changes.append((begin, end, address(piece.names[0].kind, piece.names[0].id)))
    parts, at = [], 0
    for begin, end, instead in sorted(changes):
        parts += [text[at:begin], instead]
        at = end
    return "".join([*parts, text[at:]])


def page_title(text: str, path: str) -> str:
    """The first level-1 heading, as Markdown; without one, the file name."""
    heading = first_heading(line_ends(text))
    return heading[0] if heading else literal(posixpath.basename(path).removesuffix(".md"))


def first_heading(text: str) -> tuple[str, int] | None:
    """The first level-1 heading, as Markdown, and its line, from 0; None if there is none.

    Args:
        text: with "\\n" as line ending.
    """
    for block in _read(text):
        if block.kind == "heading" and block.number == 1:
            title = block.source.rstrip()
            # Attributes, such as an anchor, are not part of the title.
            return (title.rpartition("{")[0].rstrip() if title.endswith("}") else title), block.line
    return None


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[Block, ...]:
    # Imported lazily, as in `markup`.
    from generator.core.grammar import read_page

    end = front_matter_end(text)
    front = "".join(one if one == "\n" else " " for one in text[:end])
    return read_page(visible_text(front + text[end:]))


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    for block in blocks:
        yield from block.pieces
        yield from _pieces(block.blocks)
