"""Parse authors' texts: CommonMark with citations and links by id, as blocks, plain text, and the ids they mention.

`[@goom-2016]` or `[@goom-2016; @beatty-2017]` cites sources. `[words](outcome:get-it-checked)` links to an entry of the
library by kind and id; the kinds include tree, outcome, faq, place, source, and page for an ordinary page. A text of
one line is inline Markdown; a text of several lines can have paragraphs, headings, lists, quotes and code. HTML has no
meaning: it is shown as typed. Text in backticks is code, and stays unchanged.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from generator.core.blocks import NAME, Block, Mention, Piece, is_allowed, one_line, visible_text, words
from generator.core.kinds import LINK_KINDS

# A text without any of these has only words, citations and links by id, in paragraphs of which each line begins with a
# letter or one of `_BEGINS_WORDS`. Nearly all texts are like that, and skip the full parser. A test checks that both
# ways give the same result.
_MARKS = ("*", "_", "<", "\\", "`", "]:", "][", "\t", " \n")
# A link by id with link text that contains no markup; and the beginning of a citation.
_LINK = re.compile(
    rf"(?<!!)\[([^\W_](?:[\w ,.'\u2019-]*[^\W_])?)\]\(((?:{'|'.join(LINK_KINDS)}):[a-z0-9]+(?:[./-][a-z0-9]+)*)\)"
)
_BRACKET = re.compile(rf"\[@|{_LINK.pattern}")
_BEGINS_WORDS = frozenset("[(\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}")
_BLANKS = " \n\t"
# Characters that need no percent-encoding anywhere in an address.
_IN_ADDRESS = NAME | frozenset(".:/?#&=+~,;@()")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def parse(text: str) -> tuple[Block, ...]:
    """Parse a text into blocks; one paragraph for a single line, none for a blank text."""
    return _parsed(visible_text(text).strip(_BLANKS))


def pieces(text: str) -> tuple[Piece, ...]:
    """The inline pieces of all blocks of a text, with a space between two blocks."""
    found: list[Piece] = []
    for inside in _lines(parse(text)):
        found += (Piece("space"), *inside) if found else inside
    return tuple(found)


def mentions(text: str) -> Iterator[Mention]:
    """Every id that a text cites or links to; links of an unknown kind have the kind "link-kind"."""
    # Fast path: most texts have neither, and this runs over every text of a library.
    if "[" not in text:
        return
    before = len(text) - len(text.lstrip(_BLANKS))
    for piece in pieces(text):
        for name in piece.names:
            yield replace(name, offset=name.offset + before) if before else name


@lru_cache(maxsize=1 << 18)
def plain(text: str) -> str:
    """The words of a text as readers see them, on one line and without citations; for titles, descriptions and data."""
    bare = visible_text(text).strip(_BLANKS)
    if "[" not in bare and "\n" not in bare and not _needs_parser(bare):
        # Fast path: nearly all texts are one line of plain words.
        return one_line(bare)
    return one_line("".join(words(pieces(text))))


def literal(words: str) -> str:
    """Words escaped so that they can be inserted into other Markdown."""
    return "".join(f"\\{one}" if one in _PUNCTUATION else one for one in visible_text(words))


def web_address(url: str) -> str:
    """A web address as a browser would request it; "" if it is none."""
    if not _IN_ADDRESS.issuperset(url):
        from generator.core.grammar import normalized

        url = normalized(visible_text(url).strip())
    return url if url.lower().startswith(("http://", "https://")) and is_allowed(url) else ""


@lru_cache(maxsize=8192)
def _parsed(bare: str) -> tuple[Block, ...]:
    if (simple := simply_parsed(bare)) is not None:
        return simple
    # Imported lazily: the parser takes a twentieth of a second to load, and many projects have no text that needs it.
    from generator.core.grammar import read

    return read(bare)


def simply_parsed(bare: str) -> tuple[Block, ...] | None:
    """Parse a text of words, citations and links by id, ten times as fast as the full parser; None for other texts.

    Args:
        bare: the text without surrounding whitespace.
    """
    if _needs_parser(bare):
        return None
    if (links := bare.count("](")) and len(_LINK.findall(bare)) < links:
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


def _needs_parser(bare: str) -> bool:
    return any(mark in bare for mark in _MARKS) or ("&" in bare and ";" in bare)


def _begins_words(line: str) -> bool:
    # The full parser strips some wide spaces around a paragraph, so such lines are left to it.
    return (
        (line[0].isalpha() or line[0] in _BEGINS_WORDS) and line.count("[") == line.count("]") and line.strip() == line
    )


def _words_and_citations(line: str, at: int) -> Iterator[Piece]:
    """The pieces of a line in which brackets can only be citations and links by id.

    Args:
        line: a line without other links.
        at: the offset of the line in the text.
    """
    said = 0
    found = _BRACKET.search(line)
    while found:
        begin = found.start()
        if found[2]:
            if begin > said:
                yield Piece("words", line[said:begin])
            kind, _, id = found[2].partition(":")
            place, said = found.start(2), found.end()
            span = (at + place, at + place + len(found[2]))
            yield Piece("link", target=found[2], names=(Mention(kind, id, span[0]),), span=span, at=span[0])
            yield Piece("words", found[1])
            yield Piece("/link")
            found = _BRACKET.search(line, said)
            continue
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
        found = _BRACKET.search(line, end)
    if said < len(line):
        yield Piece("words", line[said:])


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Piece, ...]]:
    for block in blocks:
        if block.pieces:
            yield block.pieces
        yield from _lines(block.blocks)
